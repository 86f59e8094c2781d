"""Set the notebooks up, the first time, and open them.

    python3 start.py            (on Windows: py start.py)
    python3 start.py install    only sets up, for VS Code

Whatever else is given goes to JupyterLab. Everything is installed into .venv in this folder.
"""
# Old Pythons must be able to read this file, or they could not say that they are too old.

from __future__ import print_function

import glob
import hashlib
import os
import subprocess
import sys

MINIMUM = (3, 11)
NEWER = ("python3.13", "python3.12", "python3.11")
HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(HERE, ".venv")
PYTHON = os.path.join(VENV, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))


def main(arguments):
    """Set up and open; returns the exit status, or one sentence on what is wrong."""
    if sys.version_info[:2] < MINIMUM:
        return with_newer_python(arguments)
    problem = install()
    if problem or arguments == ["install"]:
        return problem or print("Installed. In VS Code choose this kernel: " + PYTHON)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments = ["--allow-root"] + arguments
    try:
        command = [PYTHON, "-m", "jupyterlab", os.path.join(HERE, "notebooks")]
        return subprocess.call(command + arguments)
    except KeyboardInterrupt:
        return 0


def with_newer_python(arguments):
    """Start again with a newer Python, if there is one."""
    for name in NEWER:
        if runs(name):
            return subprocess.call([name, os.path.abspath(__file__)] + arguments)
    needed, found = (".".join(map(str, each)) for each in (MINIMUM, sys.version_info[:2]))
    return (
        "These notebooks need Python {0} or newer, and this is Python {1}: install a newer one "
        "from https://www.python.org/downloads/, then type: python3 start.py"
    ).format(needed, found)


def runs(python):
    """Whether a Python is there, and new enough."""
    code = "import sys; sys.exit(sys.version_info[:2] < {0!r})".format(MINIMUM)
    try:
        with open(os.devnull, "w") as nowhere:
            return not subprocess.call([python, "-c", code], stdout=nowhere, stderr=nowhere)
    except OSError:
        return False


def install():
    """Install what is not installed yet; returns one sentence if that fails."""
    wheels = sorted(glob.glob(os.path.join(HERE, "*.whl")))
    if not wheels:
        return "The package is missing: unpack the whole zip, and start again in its folder."
    with open(wheels[-1], "rb") as file:
        mark = hashlib.sha256(file.read()).hexdigest() + " " + HERE  # a venv cannot be moved
    stamp = os.path.join(VENV, "installed")
    if os.path.exists(stamp) and runs(PYTHON):
        with open(stamp, "rb") as file:
            if file.read().decode("utf-8") == mark:
                return None
    print("Installing; this takes a few minutes, and only the first time ...")
    if subprocess.call([sys.executable, "-m", "venv", "--clear", VENV]):
        return (
            "The environment .venv could not be made (Debian, Ubuntu: sudo apt install "
            "python3-venv); then type again: python3 start.py"
        )
    pip = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "-q"]
    if subprocess.call(pip + ["-c", os.path.join(HERE, "constraints.txt"), wheels[-1] + "[lab]"]):
        return (
            "The packages could not be installed, see above: check that you are connected to the "
            "internet, and type again: python3 start.py"
        )
    with open(stamp, "wb") as file:
        file.write(mark.encode("utf-8"))
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
