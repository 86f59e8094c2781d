"""pip, of the Python that runs the tests."""

import subprocess
import sys


def pip(*arguments):
    """Run pip, and return what it printed."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
