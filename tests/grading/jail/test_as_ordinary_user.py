"""Run as root, the walls of the jail are tried once more as somebody else, who builds it otherwise.

Python and the project often lie where only root may look. So bubblewrap makes a view of the disk
in which they can be read, and in it a process of another user is started.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gmm_helpers.grading.jail.confinement.mounts import find_mounts

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
TESTS = ("test_hostile_cells.py", "test_hostile_functions.py", "test_canary.py", "test_doctor.py")
UID = 61_234
DROP = (
    f"import os, sys; os.setgroups([]); os.setgid({UID}); os.setuid({UID}); "
    "os.execv(sys.executable, [sys.executable, '-m', 'pytest', *sys.argv[1:]])"
)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="nobody to turn from")
@pytest.mark.skipif(shutil.which("bwrap") is None, reason="bubblewrap is not installed")
def test_an_ordinary_user_has_the_same_walls(tmp_path):
    # An environment's interpreter may be a link to a link, so all those beside it are needed.
    programs = str(Path(sys.executable).resolve().parent)
    seen = [*find_mounts().paths, programs, sys.prefix, str(ROOT)]
    home = Path.home()
    folders = {str(parent) for path in seen for parent in Path(path).parents if parent != Path("/")}
    hidden = [parent for parent in (home, Path("/tmp")) if parent != Path("/")]
    command = ["bwrap", "--dev-bind", "/", "/"]
    for parent in hidden:
        command += ["--perms", "1777", "--tmpfs", str(parent)]
    for folder in sorted(folders):
        if any(Path(folder).is_relative_to(parent) for parent in hidden):
            command += ["--dir", folder]
    for path in seen:
        command += ["--ro-bind", path, path]
    options = [
        "-q",
        "-m",
        "walls",
        "-p",
        "no:cacheprovider",
        "-o",
        "addopts=",
        *(str(HERE / t) for t in TESTS),
    ]
    command += ["--chdir", str(ROOT), "--setenv", "HOME", "/tmp", "--", sys.executable, "-c", DROP]
    result = subprocess.run([*command, *options], capture_output=True, text=True)
    assert result.returncode == 0, result.stdout[-5000:] + result.stderr[-1000:]
    assert " passed" in result.stdout
    assert "skipped" not in result.stdout
