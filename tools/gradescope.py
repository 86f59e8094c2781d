"""Make the autograder that an instructor uploads to Gradescope.

Run as ``python tools/gradescope.py``, or ``make gradescope``; it says where the zip is, and what to
type on Gradescope. Chapters and points are those of `release.toml`, as in `make release`. In the
zip are the solved notebooks and the seed of the hidden cases: it is not for students.
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

from release import notebooks_of, syllabus_of  # noqa: E402

from gmm_helpers.exercises.syllabus import FILE_NAME, Syllabus  # noqa: E402
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
    parser.add_argument("--file", type=Path, metavar="TOML", help=f"by default {FILE_NAME}")
    parser.add_argument("--seed", type=int, help="of the hidden cases; by default a new one")
    parser.add_argument("--visibility", choices=VISIBILITIES, default="visible")
    parser.add_argument("--output", type=Path, default=TARGET)
    options = parser.parse_args(arguments)
    seed = secrets.randbelow(2**32) if options.seed is None else options.seed
    if seed < 0:
        parser.error(f"expected a seed of at least 0, got {seed}")
    file = options.file or ROOT / FILE_NAME
    try:
        syllabus = syllabus_of(options.file, [])
        given = read_release(file if options.file or file.is_file() else ROOT / "notebooks")
        chapters = choose_chapters(given, tuple(options.notebooks))
    except ValueError as error:
        parser.error(str(error))
    names = [chapter.name for chapter in chapters]
    make(options.output, names, seed, options.visibility, syllabus)
    points = sum(sum(chapter.worth.values()) for chapter in chapters)
    by_hand = sum(question.points for chapter in chapters for question in chapter.questions)
    print(f"Written: {options.output}")
    print(f"It grades {', '.join(names)}, with seed {seed}.")
    print(f"Autograder points: {points:g}. Written answers, by hand: {by_hand:g}.")
    return 0


def make(
    target: Path,
    names: Sequence[str],
    seed: int,
    visibility: str = "visible",
    syllabus: Syllabus | None = None,
) -> None:
    """Write the zip."""
    settings = {"seed": seed, "notebooks": [*names], "visibility": visibility}
    files = {
        **contents(syllabus or Syllabus()),
        "settings.json": f"{json.dumps(settings, indent=1)}\n".encode(),
    }
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(".unfinished")  # never half a zip under the final name
    with zipfile.ZipFile(unfinished, "w") as archive:
        for path, content in sorted(files.items()):
            info = zipfile.ZipInfo(path, LONG_AGO)
            info.external_attr = (0o755 if path in ("setup.sh", "run_autograder") else 0o644) << 16
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)
    unfinished.replace(target)


def contents(syllabus: Syllabus) -> dict[str, bytes]:
    """What does not depend on the assignment, by path; notebooks as students are given them."""
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
    files = {name: path.read_bytes() for name, path in paths.items()}
    given = notebooks_of(ROOT / "notebooks", syllabus)
    solved = notebooks_of(ROOT / "notebooks" / "solutions", syllabus)  # known if handed in
    files |= {f"release/{name}.ipynb": content for name, content in given.items()}
    return files | {f"release/solutions/{name}.ipynb": each for name, each in solved.items()}


if __name__ == "__main__":
    sys.exit(main())
