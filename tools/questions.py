"""Write the questions of the course for Canvas, for Moodle, and as a page without Python.

    python tools/questions.py                     from notebooks/solutions into dist/questions
    python tools/questions.py --target elsewhere

Per chapter ``NN_topic.zip`` (QTI 2.1, for Canvas and others) and ``NN_topic.xml`` (Moodle XML), and
one ``questions.html``. The same questions give the same files.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from question_files.moodle import bank_of
from question_files.page import page_of
from question_files.qti import package_of
from question_files.reading import ReadingError, chapters_of
from release import ROOT, write_zip

SOLUTIONS = ROOT / "notebooks" / "solutions"
TARGET = ROOT / "dist" / "questions"


def main(arguments=None) -> int:
    """Run the command line; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--folder", type=Path, default=SOLUTIONS, help="default: notebooks/solutions/"
    )
    parser.add_argument("--target", type=Path, default=TARGET, help="default: dist/questions/")
    options = parser.parse_args(arguments)
    try:
        chapters = chapters_of(options.folder)
    except ReadingError as error:
        print(error, file=sys.stderr)
        return 1
    if not chapters:
        print(f"No notebook in {options.folder} holds a question: run make notebooks.")
        return 1
    options.target.mkdir(parents=True, exist_ok=True)
    for chapter in chapters:
        write_zip(options.target / f"{chapter.name}.zip", package_of(chapter))
        (options.target / f"{chapter.name}.xml").write_bytes(bank_of(chapter))
        needed = (
            f"; in the notebook only: {', '.join(chapter.left_out)}" if chapter.left_out else ""
        )
        print(f"{chapter.name}: {len(chapter.questions)} questions{needed}")
    if any(chapter.left_out for chapter in chapters):
        print("In the notebook only are questions that need the code or the picture above them.")
    page = options.target / "questions.html"
    page.write_text(page_of(chapters), encoding="utf-8", newline="\n")
    print(f"Written to {options.target}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
