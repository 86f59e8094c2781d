"""Serve notebooks/explorer.ipynb as a dashboard, with its code hidden: `make demo`.

    python tools/demo.py [--idle SECONDS] [--notebook PATH] [options for Voila, such as --port 9999]

Each visitor has a kernel. It is shut down when the page is closed. If the page is left open but
idle, or the visitor's computer sleeps, the kernel is shut down after an hour; reloading the page
starts another one.
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
# JupyterLab's other extensions are not needed here, and some of them do not load.
EXTENSIONS = [
    "@jupyter-widgets/jupyterlab-manager",
    "@voila-dashboards/widgets-manager8",
    "anywidget",
]


class Dashboard(Voila):
    """Voila with a page that works offline."""

    def setup_template_dirs(self):
        """Look for the page in this folder first."""
        super().setup_template_dirs()
        self.template_paths.insert(0, str(ROOT / "dashboard"))


# When a page is closed it says so, but it cannot send this cookie and would be refused. Nobody else
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
        # A page that is left open counts as connected.
        "--MappingKernelManager.cull_connected=True",
    ]
    Dashboard.launch_instance([str(known.notebook), *own, *others])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
