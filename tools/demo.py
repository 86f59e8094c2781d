"""Serve notebooks/explorer.ipynb as a dashboard, its code hidden: `make demo`.

    python tools/demo.py [--idle SECONDS] [--notebook PATH] [options of Voila, as --port 9999]

Each visitor has a kernel. It ends when the page is closed; if the page is left open and unused, or
its computer sleeps, it ends after an hour, and a reload of the page starts another one.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from voila.app import Voila
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler

ROOT = Path(__file__).resolve().parent
NOTEBOOK = ROOT.parent / "notebooks" / "explorer.ipynb"
IDLE = 3600  # seconds
# What JupyterLab has been given besides is not needed here, and some of it does not load.
EXTENSIONS = [
    "@jupyter-widgets/jupyterlab-manager",
    "@voila-dashboards/widgets-manager8",
    "anywidget",
]


class Dashboard(Voila):
    """Voila with a page that works without the internet."""

    def setup_template_dirs(self):
        """Look for the page here first."""
        super().setup_template_dirs()
        self.template_paths.insert(0, str(ROOT / "dashboard"))


# A page that is closed says so, but cannot send this cookie, and would be refused. Nobody else
# knows the id of its kernel.
VoilaShutdownKernelHandler.check_xsrf_cookie = lambda _handler: None


def main(arguments: list[str]) -> int:
    """Serve until interrupted; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0], add_help=False)
    parser.add_argument("--idle", type=int, default=IDLE)
    parser.add_argument("--notebook", type=Path, default=NOTEBOOK)
    known, others = parser.parse_known_args(arguments)
    if not known.notebook.exists():
        print(f"{known.notebook} is missing: run make notebooks.")
        return 1
    own = [
        *(f"--VoilaConfiguration.extension_allowlist={name}" for name in EXTENSIONS),
        f"--MappingKernelManager.cull_idle_timeout={known.idle}",
        f"--MappingKernelManager.cull_interval={max(min(known.idle // 2, 60), 1)}",
        # A page left open counts as a connection.
        "--MappingKernelManager.cull_connected=True",
    ]
    Dashboard.launch_instance([str(known.notebook), *own, *others])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
