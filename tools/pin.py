"""Write constraints.txt: what ``pip install -e .[EXTRAS]`` gives today, as exact pins.

Run as ``python tools/pin.py PYTHON [PYTHON ...]``, for instance
``python tools/pin.py python3.11 python3.12 python3.13``. Use early patch releases, because some
students have them: soupsieve 4 needs 3.11.5, so pins made with 3.11.7 would fail on 3.11.2, which
is Debian's.
"""

import re
import subprocess
import sys
import tempfile
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXTRAS = "dev,demo,lab,grading,gradebook,site,slides"
HEADER = """\
# Exact versions of everything the project needs, to run, to develop and to grade, for Python 3.11
# and later.
# Made by:  python tools/pin.py python3.11 python3.12 python3.13
# Used by:  pip install --constraint constraints.txt ...
"""

Python = tuple[int, int]
Pins = dict[str, str]


def run(*command: str) -> str:
    """Run a command, show errors as they come, and return what it printed."""
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout


def parse(freeze: str) -> Pins:
    """Read ``name==version`` lines, with names in their normal spelling."""
    lines = [line for line in freeze.splitlines() if line and not line.startswith("#")]
    # A local file, an address or a local build would tie the pins to this machine.
    if odd := [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.!]+", line)]:
        sys.exit(f"pip freeze gave what is not a plain pin: {odd}")
    pairs = (line.split("==") for line in lines)
    return {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in pairs}


def freeze(interpreter: str) -> tuple[Python, Pins]:
    """Install the project into a temporary venv, and list what came with it."""
    with tempfile.TemporaryDirectory() as venv:
        run(interpreter, "-m", "venv", venv)
        python = str(Path(venv, "bin", "python"))
        run(python, "-m", "pip", "install", "-qq", "-e", f".[{EXTRAS}]")
        pins = parse(run(python, "-m", "pip", "freeze", "--exclude-editable"))
        major, minor = run(python, "-c", "import sys; print(*sys.version_info[:2])").split()
    return (int(major), int(minor)), pins


def pin(name: str, found: list[tuple[Python, str]]) -> list[str]:
    """One line if all Pythons agree, otherwise one for each range of Pythons that do."""
    first = [next(same) for _, same in groupby(found, key=lambda pair: pair[1])]
    # Open at both ends, so that a Python newer than any tried here gets pins too.
    starts = ["", *(f'python_version >= "{x}.{y}"' for (x, y), _ in first[1:])]
    ends = [*(f'python_version < "{x}.{y}"' for (x, y), _ in first[1:]), ""]
    markers = (" and ".join(filter(None, both)) for both in zip(starts, ends, strict=True))
    pins = (f"{name}=={version}" for _, version in first)
    return [" ; ".join(filter(None, line)) for line in zip(pins, markers, strict=True)]


def merge(frozen: dict[Python, Pins]) -> str:
    """Return the text of constraints.txt for the pins of several Pythons."""
    lines = []
    for name in sorted({name for pins in frozen.values() for name in pins}):
        lines += pin(name, [(py, frozen[py][name]) for py in sorted(frozen) if name in frozen[py]])
    return HEADER + "\n".join(lines) + "\n"


if __name__ == "__main__":
    if not sys.argv[1:]:
        sys.exit(__doc__)
    text = merge(dict(map(freeze, sys.argv[1:])))
    (ROOT / "constraints.txt").write_text(text, encoding="utf-8", newline="\n")
