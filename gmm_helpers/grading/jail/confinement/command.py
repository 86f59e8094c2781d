"""The command line with which bubblewrap builds a jail."""

from __future__ import annotations

import functools
import itertools
import os
import subprocess
from pathlib import PurePath

from ..limits import Limits
from .mounts import CODE, PACKAGE, SCRATCH, find_mounts

__all__ = ["command_line", "free_uid"]

NOBODY = "65534"
_DEVICES = ("null", "zero", "full", "random", "urandom")
_ENVIRONMENT = {
    "HOME": SCRATCH,
    "TMPDIR": SCRATCH,
    "USER": "student",
    "LANG": "C.UTF-8",
    "MPLBACKEND": "Agg",
    "MPLCONFIGDIR": SCRATCH,
    "IPYTHONDIR": SCRATCH,
    # On arrays this small threads only wait for each other, and each takes address space.
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
}
_BOOT = (
    "import sys; sys.path[:] = {path!r}; "
    "from gmm_helpers.grading.jail.inside import zygote; zygote.main({control}, {setup})"
)
# As root there is no user namespace: its only user would be root to the kernel, and limits on
# processes do not bind root. The first process keeps what it needs to become another user.
_AS_ROOT = ("SYS_ADMIN", "SETUID", "SETGID", "KILL")
_counter = itertools.count()


def command_line(bwrap: str, limits: Limits, control: int, setup: int, info: int) -> list[str]:
    """Say how to call bubblewrap.

    The first process needs the descriptors `control` and `setup`: see `inside.zygote.main`. Its
    process number is reported to `info`.
    """
    mounts = find_mounts()
    devices = [f"/dev/{name}" for name in _DEVICES]
    code = f"{CODE}/{PACKAGE.name}"
    boot = _BOOT.format(path=mounts.search_path, control=control, setup=setup)
    return [
        *(bwrap, "--die-with-parent", "--as-pid-1", "--new-session", "--info-fd", str(info)),
        *("--unshare-net", "--unshare-pid", "--unshare-ipc", "--unshare-uts"),
        "--unshare-cgroup-try",
        *_user(bwrap),
        "--clearenv",
        *_each("--setenv", _ENVIRONMENT.items()),
        *_each("--dir", _folders_above([*devices, *mounts.paths, code])),
        *_each("--dev-bind", [(path, path) for path in devices]),
        *_each("--ro-bind", [(path, path) for path in mounts.paths]),
        *("--ro-bind", str(PACKAGE), code),
        *("--perms", "1777", "--size", str(limits.disk), "--tmpfs", SCRATCH),
        *("--remount-ro", "/", "--chdir", SCRATCH),
        *("--", mounts.executable, "-I", "-S", "-B", "-c", boot),
    ]


def _user(bwrap: str) -> list[str]:
    if os.geteuid() == 0:
        return ["--cap-drop", "ALL", *_each("--cap-add", [(f"CAP_{name}",) for name in _AS_ROOT])]
    options = ["--unshare-user", "--uid", NOBODY, "--gid", NOBODY, "--cap-add", "CAP_SYS_ADMIN"]
    return [*options, *(["--disable-userns"] if "--disable-userns" in _help(bwrap) else [])]


@functools.cache
def _help(bwrap: str) -> str:
    return subprocess.run([bwrap, "--help"], capture_output=True, text=True).stdout


def _folders_above(paths: list[str]) -> list[tuple[str]]:
    """Folders to be made before anything is put into them: bubblewrap would make them private."""
    folders = {str(folder) for path in paths for folder in PurePath(path).parents}
    return [(folder,) for folder in sorted(folders - {"/"})]


def _each(option: str, values) -> list[str]:
    return [word for value in values for word in (option, *value)]


def free_uid() -> int:
    """A user number nobody has, a new one for each jail: limits on processes count per user."""
    number = os.getpid() * 97 + next(_counter)
    if _has_many_users():
        return 1_900_000_000 + number % 100_000_000
    return 61_000 + number % 4_000


def _has_many_users() -> bool:
    """Whether user numbers beyond 16 bits exist; in some containers they do not."""
    try:
        with open("/proc/self/uid_map") as file:
            return any(int(line.split()[0]) + int(line.split()[2]) > 2**31 for line in file)
    except OSError:
        return False
