"""A container as Docker makes it, for tests: root without the rights that bubblewrap needs.

Python and the project often lie where only root may look. In the container everybody may read
them, as in an image. It has a /tmp of its own.
"""

import os
import shutil
import sys
from pathlib import Path

import pytest

from gmm_helpers.grading.jail.confinement.mounts import find_mounts

ROOT = Path(__file__).resolve().parents[2]
# What Docker leaves to root unless it is told otherwise.
CAPABILITIES = (
    *("CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE"),
    *("SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT"),
)

needs_container = pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0 or shutil.which("bwrap") is None,
    reason="only root with bubblewrap makes one",
)


def in_container(command, writable=()):
    """The command line that runs a command in one; folders may be shared with it, to write."""
    # An environment's interpreter may be a link to a link, so all those beside it are needed.
    programs = str(Path(sys.executable).resolve().parent)
    seen = [*find_mounts().paths, programs, sys.prefix, str(ROOT)]
    hidden = [parent for parent in (Path.home(), Path("/tmp")) if parent != Path("/")]
    line = ["bwrap", "--dev-bind", "/", "/", "--unshare-pid", "--proc", "/proc"]
    for parent in hidden:
        line += ["--perms", "1777", "--tmpfs", str(parent)]
    shared = [str(path) for path in writable]
    for folder in sorted({str(p) for path in (*seen, *shared) for p in Path(path).parents}):
        if any(Path(folder).is_relative_to(parent) for parent in hidden):
            line += ["--dir", folder]
    for path in seen:
        line += ["--ro-bind", path, path]
    for path in shared:
        line += ["--bind", path, path]
    line += ["--cap-drop", "ALL"]
    for name in CAPABILITIES:
        line += ["--cap-add", f"CAP_{name}"]
    return [*line, "--chdir", str(ROOT), "--setenv", "HOME", "/tmp", "--", *map(str, command)]
