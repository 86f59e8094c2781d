"""Make dist/slides: a lecture for every chapter, as pages that need neither Python nor a network.

    python tools/slides.py                from notebooks/
    python tools/slides.py --solutions    with the solutions of the exercises, for teachers

Open ``dist/slides/index.html``. Which cells are on slides stands in ``notebooks/source``, as
tools/slide_marks.py tells.
"""

from __future__ import annotations

import argparse
import html
import shutil
import sys
from pathlib import Path

from site_pages.copies import read_copies
from site_pages.explorers import write_explorer
from slide_pages.chapters import explorers_of, slides_of
from slide_pages.libraries import REVEAL, write_libraries
from slide_pages.pages import EXPLORER, PRESENTING, page_of, style
from slide_pages.slides import Slide, minutes_of

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = ROOT / "notebooks"
TARGET = ROOT / "dist" / "slides"
INDEX = """\
<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Slides</title>
<style>
body {{ font: 1.1em/1.6 sans-serif; margin: 2em auto; max-width: 40em; padding: 0 1em }}
</style>
<h1>Slides</h1>
<ol>
{chapters}
</ol>
<p>The arrow keys or the space bar lead on, <kbd>Esc</kbd> shows all slides, <kbd>S</kbd> opens the
notes for the lecturer, <kbd>F</kbd> fills the screen. For paper, add <code>?print-pdf</code> to the
address of a lecture, and print.</p>
</html>
"""


def main(arguments=None) -> int:
    """Run the command line; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--solutions", action="store_true", help="with solutions, for teachers")
    parser.add_argument("--target", type=Path, default=TARGET, help="default: dist/slides")
    options = parser.parse_args(arguments)
    target = options.target
    if target.exists() and any(target.iterdir()) and not (target / REVEAL).exists():
        print(f"{target} holds something else: name an empty folder.", file=sys.stderr)
        return 1
    shutil.rmtree(target, ignore_errors=True)
    sizes = write_libraries(target / "lib", npm=str(Path(sys.executable).parent / "npm"))
    try:
        lectures = write_lectures(target, with_solutions=options.solutions)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    for name, (_, slides) in lectures.items():
        size = (target / f"{name}.html").stat().st_size
        minutes = minutes_of(slides)
        print(f"{name}: {len(slides)} slides, {minutes:.0f} minutes, {size / 1e6:.1f} MB")
    print(", ".join(f"{name} {size / 1e6:.2f} MB" for name, size in sizes.items()))
    print(f"Written: open {target / 'index.html'} in a browser.")
    return 0


def write_lectures(target: Path, *, with_solutions: bool) -> dict[str, tuple[str, list[Slide]]]:
    """Write the pages of all chapters, and the explorers on them; returns title and slides."""
    explorers = target / "explorers"
    explorers.mkdir(parents=True)
    theme = target / REVEAL / "dist" / "theme" / "slides.css"
    theme.parent.mkdir(parents=True, exist_ok=True)
    _write(theme, style())
    write_explorer(target / EXPLORER, {}, PRESENTING)
    lectures = {}
    for path in sorted(NOTEBOOKS.glob("[0-9]*.ipynb")):
        student, solved = read_copies(NOTEBOOKS, path.stem)
        slides = slides_of(path.stem, student, solved, with_solutions=with_solutions)
        title = slides[0].title
        _write(target / f"{path.stem}.html", page_of(title, slides))
        for name, options in explorers_of(path.stem, solved).items():
            write_explorer(explorers / f"{name}.html", options, PRESENTING)
        lectures[path.stem] = title, slides
    items = (
        f'<li><a href="{name}.html">{html.escape(title.partition(". ")[2])}</a>, '
        f"{minutes_of(slides):.0f} minutes</li>"
        for name, (title, slides) in lectures.items()
    )
    _write(target / "index.html", INDEX.format(chapters="\n".join(items)))
    return lectures


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
