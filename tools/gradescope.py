"""Make the autograder that an instructor uploads to Gradescope.

Run as ``python tools/gradescope.py``, or ``make gradescope``; it says where the zip is, and what to
type on Gradescope. In the zip are the solved notebooks and the seed of the hidden cases: it is not
for students.
"""

from __future__ import annotations

import argparse
import json
import secrets
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from gmm_helpers.exercises import EXERCISES  # noqa: E402
from gmm_helpers.grading.parsing.release import read_release  # noqa: E402
from gmm_helpers.grading.services.one_submission import choose_chapters  # noqa: E402

TARGET = ROOT / "dist" / "gradescope-autograder.zip"
SCRIPTS = ROOT / "tools" / "services"
VISIBILITIES = ("visible", "after_due_date", "after_published", "hidden")
# What the package is built from.
_PACKAGE = ("pyproject.toml", "README.md", "LICENSE", "constraints.txt")
_FOLDERS = ("gmm_helpers", "tools/jupyter")
_LEFT_OUT = ("__pycache__", "javascript")
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # instead of the time, so that the same files give the same zip


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the zip and say what to do with it."""
    parser = argparse.ArgumentParser(description="make the autograder for Gradescope")
    parser.add_argument("--notebooks", nargs="+", default=[], help="that count; by default all")
    parser.add_argument("--seed", type=int, help="of the hidden cases; by default a new one")
    parser.add_argument("--visibility", choices=VISIBILITIES, default="visible")
    parser.add_argument("--output", type=Path, default=TARGET)
    options = parser.parse_args(arguments)
    seed = secrets.randbelow(2**32) if options.seed is None else options.seed
    if seed < 0:
        parser.error(f"expected a seed of at least 0, got {seed}")
    try:
        chapters = choose_chapters(read_release(ROOT / "notebooks"), tuple(options.notebooks))
    except ValueError as error:
        parser.error(str(error))
    names = [chapter.name for chapter in chapters]
    make(options.output, names, seed, options.visibility)
    points = sum(EXERCISES[name].points for chapter in chapters for name in chapter.exercises)
    by_hand = sum(question.points for chapter in chapters for question in chapter.questions)
    print(f"Written: {options.output}")
    print(f"It grades {', '.join(names)}, with seed {seed}.")
    print(f"Autograder points: {points:g}. Written answers, by hand: {by_hand:g}.")
    return 0


def make(target: Path, names: Sequence[str], seed: int, visibility: str = "visible") -> None:
    """Write the zip."""
    settings = {"seed": seed, "notebooks": [*names], "visibility": visibility}
    files = {**contents(), "settings.json": f"{json.dumps(settings, indent=1)}\n".encode()}
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(".unfinished")  # never half a zip under the final name
    with zipfile.ZipFile(unfinished, "w") as archive:
        for path, content in sorted(files.items()):
            info = zipfile.ZipInfo(path, LONG_AGO)
            info.external_attr = (0o755 if path in ("setup.sh", "run_autograder") else 0o644) << 16
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)
    unfinished.replace(target)


def contents() -> dict[str, bytes]:
    """What does not depend on the assignment, by path."""
    paths = {name: SCRIPTS / name for name in ("setup.sh", "run_autograder")}
    paths["constraints.txt"] = ROOT / "constraints.txt"
    paths |= {f"package/{name}": ROOT / name for name in _PACKAGE}
    for folder in _FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            inside = path.relative_to(ROOT)
            if path.is_file() and not {*inside.parts} & {*_LEFT_OUT}:
                paths[f"package/{inside.as_posix()}"] = path
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        paths[f"package/notebooks/{path.name}"] = path
        paths[f"release/{path.name}"] = path
    for path in sorted((ROOT / "notebooks" / "solutions").glob("*.ipynb")):
        paths[f"release/solutions/{path.name}"] = path  # so that they are known if handed in
    return {name: path.read_bytes() for name, path in paths.items()}


if __name__ == "__main__":
    sys.exit(main())
