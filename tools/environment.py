"""Write environment.yml, for conda, and requirements.txt, for pip, from pyproject.toml.

Run as ``python tools/environment.py``. With ``--check`` it writes nothing, and exits with 1 if a
file is not what pyproject.toml asks for.
"""

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# All of these have the same name on conda-forge as on PyPI.
FROM_DEV = ("nbval",)
CONDA = """\
# Derived from pyproject.toml by: python tools/environment.py
name: gmm-em
channels:
  - conda-forge
dependencies:
{dependencies}
  - pip:
      - -e .
"""
PIP = """\
# Derived from pyproject.toml by: python tools/environment.py
# It lies here because Deepnote and VS Code look for it here; .devcontainer and .binder use it, too.
{dependencies}
-e .
"""


def name_of(requirement: str) -> str:
    """Return the package name a requirement begins with."""
    return re.match(r"[\w.-]+", requirement).group()


def generate() -> dict[str, str]:
    """Return the texts the files should have, by name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed, extras = project["dependencies"], project["optional-dependencies"]
    dev = {name_of(line): line for line in extras["dev"]}
    conda = [
        "python" + project["requires-python"],
        *needed,
        *extras["lab"],
        *(dev[name] for name in FROM_DEV),
        "pip",
    ]
    return {
        "environment.yml": CONDA.format(dependencies="\n".join(f"  - {line}" for line in conda)),
        "requirements.txt": PIP.format(dependencies="\n".join([*needed, *extras["kernel"]])),
    }


def main(arguments: list[str]) -> int:
    """Write the files, or with ``--check`` compare them."""
    status = 0
    for name, text in generate().items():
        target = ROOT / name
        if arguments != ["--check"]:
            target.write_text(text, encoding="utf-8", newline="\n")
        elif not target.exists() or target.read_text(encoding="utf-8") != text:
            print(f"{name} is not what pyproject.toml asks for: run tools/environment.py")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
