"""Write environment.yml, for conda and Binder, from pyproject.toml.

Run as ``python tools/environment.py``. With ``--check`` it writes nothing, and exits with 1 if the
file is not what pyproject.toml asks for.
"""

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "environment.yml"
# All of these have the same name on conda-forge as on PyPI.
FROM_DEV = ("nbval",)
TEMPLATE = """\
# Derived from pyproject.toml by: python tools/environment.py
name: gmm-em
channels:
  - conda-forge
dependencies:
{dependencies}
  - pip:
      - -e .
"""


def name_of(requirement: str) -> str:
    """Return the package name a requirement begins with."""
    return re.match(r"[\w.-]+", requirement).group()


def generate() -> str:
    """Return the text environment.yml should have."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    dev = {name_of(line): line for line in extras["dev"]}
    dependencies = [
        "python" + project["requires-python"],
        *project["dependencies"],
        *extras["lab"],
        *(dev[name] for name in FROM_DEV),
        "pip",
    ]
    return TEMPLATE.format(dependencies="\n".join(f"  - {line}" for line in dependencies))


def main(arguments: list[str]) -> int:
    """Write the file, or with ``--check`` compare it."""
    text = generate()
    if arguments != ["--check"]:
        TARGET.write_text(text, encoding="utf-8", newline="\n")
    elif not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text:
        print("environment.yml is not what pyproject.toml asks for: run tools/environment.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
