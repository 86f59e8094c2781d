"""Make the zip that an instructor hands out: notebooks, wheel, environment and instructions.

    python tools/release.py                     all chapters
    python tools/release.py --chapters 1 2      some of them
    python tools/release.py --file other.toml   chapters and points of one course

or ``make release CHAPTERS="1 2"``; it says where the zip is. A ``release.toml`` in the checkout is
read by itself. No solved notebook and no model answer is in the zip. The helpers are, which answer
the exercises, because later chapters build on them. Solved copies with other chapters or points are
written beside the zip.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from handout.first_cell import PROJECT
from handout.readme import readme
from handout.wheels import with_file

from gmm_helpers.exercises.syllabus import FILE_NAME, Syllabus, read_syllabus
from gmm_helpers.grading.parsing.handout.notebooks import VERSION, as_set, check_names
from gmm_helpers.grading.parsing.release import read_release

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "dist"
PARTS = Path(__file__).resolve().parent / "handout"
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # instead of the time, so that the same files give the same zip


def main(arguments=None) -> int:
    """Write the zip and say where it is; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--chapters", nargs="*", type=int, default=[], metavar="N")
    parser.add_argument("--file", type=Path, metavar="TOML", help=f"by default {FILE_NAME}")
    options = parser.parse_args(arguments)
    try:
        syllabus = syllabus_of(options.file, options.chapters)
        path = make(TARGET, syllabus)
    except ValueError as error:
        print(f"make release: {error}", file=sys.stderr)
        return 1
    print(f"Written: {path.relative_to(ROOT)}", *told(path, syllabus), sep="\n")
    shutil.rmtree(TARGET / "solutions", ignore_errors=True)  # of another release
    if syllabus != Syllabus():
        write_solved(TARGET / "solutions", syllabus)
        print(f"Solved, with the same points: {TARGET.relative_to(ROOT)}/solutions/")
    return 0


def told(path: Path, syllabus: Syllabus) -> list[str]:
    """Say what was handed out for how many points, and which points count nowhere."""
    chapters = read_release(path).chapters
    by_code = sum(sum(chapter.worth.values()) for chapter in chapters)
    by_hand = sum(question.points for chapter in chapters for question in chapter.questions)
    names = ", ".join(chapter.name for chapter in chapters)
    lines = [f"{names}: {by_code:g} points for code, {by_hand:g} for written answers."]
    rows = {name for chapter in chapters for name in chapter.exercises}
    rows |= {question.grade_id for chapter in chapters for question in chapter.questions}
    absent = [name for name, points in syllabus.points.items() if points and name not in rows]
    if absent:
        lines.append(
            f"Their chapters are not handed out, so these have no points: {', '.join(absent)}."
        )
    if syllabus.left_out:
        lines.append(f"Left out, without points: {', '.join(sorted(syllabus.left_out))}.")
    return lines


def syllabus_of(file: Path | None, chapters: list[int]) -> Syllabus:
    """Read what one course sets; chapters that are named here come before those of the file."""
    path = file or ROOT / FILE_NAME
    syllabus = read_syllabus(path) if file or path.is_file() else Syllabus()
    if chapters:
        syllabus = syllabus._replace(chapters=tuple(sorted({*chapters})))
    found = {int(stem[:2]) for stem in (path.stem for path in _copies()) if stem[:2].isdigit()}
    for number in syllabus.chapters:
        if number not in found:
            raise ValueError(f"there is no chapter {number}: choose from {sorted(found)}.")
    return syllabus


def make(folder: Path, syllabus: Syllabus | None = None) -> Path:
    """Write the zip into a folder, and return its path."""
    name = f"gmm-em-{PROJECT['version']}"
    files = {f"{name}/{path}": content for path, content in contents(syllabus).items()}
    return write_zip(folder / f"{name}.zip", files, today())


def today() -> tuple[int, ...]:
    """Return the time for the files of a zip: now, or ``SOURCE_DATE_EPOCH``."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    now = time.gmtime(int(given)) if given else time.localtime()
    return max(LONG_AGO, tuple(now[:6]))  # a zip knows no earlier one


def write_zip(target: Path, files: dict[str, bytes], when: tuple[int, ...] = LONG_AGO) -> Path:
    """Write a zip of files by path, and return where it is."""
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(".unfinished")  # never half a zip under the final name
    with zipfile.ZipFile(unfinished, "w") as archive:
        for path, content in sorted(files.items()):
            info = zipfile.ZipInfo(path, when)
            info.external_attr = 0o644 << 16  # others may read what is unpacked for a whole room
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)
    unfinished.replace(target)
    return target


def contents(syllabus: Syllabus | None = None) -> dict[str, bytes]:
    """Return what is handed out, by path."""
    syllabus = syllabus or Syllabus()
    wheel, code = build_wheel()
    if syllabus != Syllabus():  # so that `check`, and grading with this package, count the same
        code = with_file(code, f"gmm_helpers/{FILE_NAME}", packaged_file(syllabus).encode())
    environment = (ROOT / "environment.yml").read_text(encoding="utf-8")
    notebooks = notebooks_of(ROOT / "notebooks", syllabus)
    return {
        wheel: code,
        "README.md": readme(PARTS, notebooks, syllabus, wheel).encode(),
        "start.py": (PARTS / "start.py").read_bytes(),
        "environment.yml": environment.replace("- -e .\n", f"- ./{wheel}\n").encode(),
        "constraints.txt": (ROOT / "constraints.txt").read_bytes(),
        "LICENSE": (ROOT / "LICENSE").read_bytes(),
        **{f"notebooks/{name}.ipynb": content for name, content in notebooks.items()},
    }


def notebooks_of(folder: Path, syllabus: Syllabus) -> dict[str, bytes]:
    """Return the notebooks of a folder as they are handed out, by name."""
    if syllabus == Syllabus():
        return {path.stem: path.read_bytes() for path in sorted(folder.glob("*.ipynb"))}
    found = {path.stem: json.loads(path.read_bytes()) for path in sorted(folder.glob("*.ipynb"))}
    check_names(syllabus, found.values())
    stems = [stem for stem in found if syllabus.holds(stem)]
    return {stem: serialised(as_set(found[stem], syllabus, stems)) for stem in stems}


def serialised(notebook: dict) -> bytes:
    """Return the bytes of a notebook file, as nbformat writes them."""
    text = json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True)
    return f"{text}\n".encode()


def write_solved(folder: Path, syllabus: Syllabus) -> None:
    """Write the solved notebooks with the points of a course, for nbgrader and for the lecture."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.ipynb"):
        old.unlink()
    handed_out = notebooks_of(ROOT / "notebooks", syllabus)
    for name, content in notebooks_of(ROOT / "notebooks" / "solutions", syllabus).items():
        notebook = json.loads(content)
        notebook["metadata"][VERSION] = json.loads(handed_out[name])["metadata"][VERSION]
        (folder / f"{name}.ipynb").write_bytes(serialised(notebook))


def packaged_file(syllabus: Syllabus) -> str:
    """Return what the package needs to know of a course, as a ``release.toml``."""
    top = [f"chapters = {[*syllabus.chapters]}", f"package = {json.dumps(syllabus.package)}"]
    lines = [f"{name} = {points:g}" for name, points in syllabus.points.items()]
    return "\n".join([*top, "", "[points]", *lines, ""])


def build_wheel() -> tuple[str, bytes]:
    """Return the name and the content of the package's wheel."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"The wheel could not be built: {done.stderr.strip() or done.stdout.strip()}")
        (wheel,) = Path(folder).glob("*.whl")
        return wheel.name, wheel.read_bytes()


def _copies() -> list[Path]:
    return sorted((ROOT / "notebooks").glob("*.ipynb"))


if __name__ == "__main__":
    sys.exit(main())
