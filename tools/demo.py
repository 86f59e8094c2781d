"""Serve notebooks/explorer.ipynb as a dashboard, its code hidden: `make demo`.

    python tools/demo.py [options of Voila]

Each visitor has a kernel. It ends when the page is closed; if the page is left open and unused, or
its computer sleeps, it ends after an hour, and a reload of the page starts another one.
"""

from __future__ import annotations

import sys
from pathlib import Path

NOTEBOOK = Path(__file__).resolve().parent.parent / "notebooks" / "explorer.ipynb"
IDLE = 3600  # seconds


def options(idle: int = IDLE) -> list[str]:
    """Return the options with which Voila ends the kernels nobody has used for so many seconds."""
    return [
        f"--MappingKernelManager.cull_idle_timeout={idle}",
        f"--MappingKernelManager.cull_interval={min(idle, 60)}",
        # A page left open counts as a connection.
        "--MappingKernelManager.cull_connected=True",
    ]


def main(arguments: list[str]) -> int:
    """Serve until interrupted; returns the exit status."""
    if not NOTEBOOK.exists():
        print(f"{NOTEBOOK.name} is missing in {NOTEBOOK.parent}: run make notebooks.")
        return 1
    from voila.app import main as serve  # only where it is needed: an extra brings it

    serve([str(NOTEBOOK), *options(), *arguments])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
