"""Make the zip that an instructor hands out: notebooks, wheel, environment and instructions.

Run as ``python tools/release.py``, or ``make release``; it says where the zip is. There are no
solutions in it: it contains the student copies, and the package as a wheel.
"""

import subprocess
import sys
import tempfile
import tomllib
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "dist"
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # instead of the time, so that the same files give the same zip
README = """\
# Gaussian mixtures and EM, step by step

Six notebooks: sampling, the E-step, the M-step, convergence, why EM works, how many components.
Begin with `notebooks/01_sampling.ipynb`.

You need Python 3.11 or newer. In this folder, once:

    python -m venv .venv
    .venv/bin/python -m pip install -c constraints.txt "{wheel}[lab]"

and each time:

    .venv/bin/python -m jupyterlab notebooks

On Windows write `py` instead of `python` in the first line, and `.venv\\Scripts\\python` instead of
`.venv/bin/python`.

With conda instead, once:

    conda env create -f environment.yml

and each time:

    conda activate gmm-em
    jupyter lab notebooks

Save the notebooks, and hand them in. What is graded is the code of your functions and your written
answers. Do not rename the functions.
"""


def main() -> int:
    """Write the zip and say where it is."""
    print(f"Written: {make(TARGET).relative_to(ROOT)}")
    return 0


def make(folder: Path) -> Path:
    """Write the zip into a folder, and return its path."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    name = f"gmm-em-{project['version']}"
    files = {f"{name}/{path}": content for path, content in contents().items()}
    return write_zip(folder / f"{name}.zip", files)


def write_zip(target: Path, files: dict[str, bytes]) -> Path:
    """Write a zip of files by path, and return where it is."""
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(".unfinished")  # never half a zip under the final name
    with zipfile.ZipFile(unfinished, "w") as archive:
        for path, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(path, LONG_AGO), content, zipfile.ZIP_DEFLATED)
    unfinished.replace(target)
    return target


def contents() -> dict[str, bytes]:
    """Return what is handed out, by path."""
    wheel, code = build_wheel()
    environment = (ROOT / "environment.yml").read_text(encoding="utf-8")
    files = {
        wheel: code,
        "README.md": README.format(wheel=wheel).encode(),
        "environment.yml": environment.replace("- -e .\n", f"- ./{wheel}\n").encode(),
        "constraints.txt": (ROOT / "constraints.txt").read_bytes(),
        "LICENSE": (ROOT / "LICENSE").read_bytes(),
    }
    for notebook in sorted((ROOT / "notebooks").glob("*.ipynb")):
        files[f"notebooks/{notebook.name}"] = notebook.read_bytes()
    return files


def build_wheel() -> tuple[str, bytes]:
    """Return the name and the content of the package's wheel."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"The wheel could not be built: {done.stderr.strip() or done.stdout.strip()}")
        (wheel,) = Path(folder).glob("*.whl")
        return wheel.name, wheel.read_bytes()


if __name__ == "__main__":
    sys.exit(main())
