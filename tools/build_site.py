"""Build the course site: dist/site, which works from a folder, from a server, and offline.

    python tools/build_site.py                from notebooks/, docs/ and the package
    python tools/build_site.py --solutions    with solutions and model answers, for teachers

Run it with the packages of the extra ``site``, as ``make site`` does. Sphinx reads the pages from
``build/site``, where this puts them together; never edit them there.
"""

from __future__ import annotations

import argparse
import importlib.util
import shutil
import sys
import tomllib
from pathlib import Path

import nbformat
import readme_picture
from site_pages.asking import questions_script
from site_pages.chapters import page_of
from site_pages.copies import read_copies
from site_pages.documents import as_page, section_of
from site_pages.explorers import write_explorer
from site_pages.launching import Launch, address_in, launches_of
from site_pages.reference import reference_page

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "docs" / "site"
PAGES = ROOT / "build" / "site"
TARGET = ROOT / "dist" / "site"
# Documents and pictures of the repository, and what they are on the site.
DOCUMENTS = {
    "docs/teaching.md": "teaching.md",
    "docs/instructors.md": "instructors.md",
    "docs/jail.md": "jail.md",
    "docs/measurements.md": "measurements.md",
    "CHANGELOG.md": "changelog.md",
}
PICTURES = {
    "benchmarks/em.png": "pictures/benchmarks.png",
}
MATHJAX = "static/mathjax/es5/tex-svg.js"  # needs no fonts, and holds assistive MathML
# What a screen reader would stumble over: arrows of the theme without a name, headers without text.
REPLACED = (
    (
        '<summary><span class="toctree-toggle"',
        '<summary aria-label="Its pages"><span class="toctree-toggle"',
    ),
    ('<th class="head"></th>', "<td></td>"),
)
SOLVED_NOTE = "This site shows the solutions. The site for students does not."


def main(arguments=None) -> int:
    """Run the command line; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--solutions", action="store_true", help="with solutions, for teachers")
    parser.add_argument("--target", type=Path, default=TARGET, help="default: dist/site")
    options = parser.parse_args(arguments)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    address = address_in(project)
    shutil.rmtree(PAGES, ignore_errors=True)
    try:
        write_pages(PAGES, address, with_solutions=options.solutions)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    status = build(PAGES, options.target, address, with_solutions=options.solutions)
    if status == 0:
        if address is None:
            print("No [project.urls] Source in pyproject.toml: pages have no links to open them in")
            print("JupyterLite, Colab or Binder, only the notebooks to download.")
        print(f"Written: open {options.target / 'index.html'} in a browser.")
    return status


def write_pages(folder: Path, address: str | None = None, *, with_solutions: bool = False) -> None:
    """Put all pages together in a folder, as Sphinx takes them."""
    shutil.copytree(SOURCES, folder)
    static = folder / "_static"
    launches = launches_of(address)
    write_chapters(folder, launches, with_solutions=with_solutions)
    pages = {
        **DOCUMENTS,
        **PICTURES,
        "notebooks/explorer.ipynb": "explorer.md",
        **{f"notebooks/{stem}.ipynb": f"chapters/{stem}.ipynb" for stem in chapter_stems()},
    }
    for path, page in DOCUMENTS.items():
        text = (ROOT / path).read_text(encoding="utf-8")
        _write(folder / page, as_page(text, str(Path(path).parent), pages, address))
    for path, picture in PICTURES.items():
        (folder / picture).parent.mkdir(exist_ok=True)
        shutil.copyfile(ROOT / path, folder / picture)
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    _write(folder / "vocabulary.txt", section_of(contributing, "Paper, code, meaning"))
    write_strip(folder)
    _write(folder / "reference.rst", reference_page())
    _write(static / "questions.js", questions_script())
    package = ROOT / "gmm_helpers"
    shutil.copyfile(package / "questions" / "static" / "question.css", static / "question.css")
    page_text = package / "explorer" / "static" / "page_text.html"
    shutil.copyfile(page_text, folder / "page_text.txt")


def write_strip(folder: Path) -> None:
    """Write the pictures of the first page, which stand below each other on a phone."""
    images = []
    for i, (png, alt) in enumerate(readme_picture.single_panels(), start=1):
        (folder / "_static" / "pictures" / f"strip-{i}.png").write_bytes(png)
        images.append(f'<img src="_static/pictures/strip-{i}.png" alt="{alt}">')
    _write(folder / "strip.txt", f'<div class="gmm-strip">{"".join(images)}</div>')


def chapter_stems() -> list[str]:
    """The chapters, in their order."""
    return [path.stem for path in sorted((ROOT / "notebooks").glob("[0-9]*.ipynb"))]


def write_chapters(folder: Path, launches: tuple[Launch, ...], *, with_solutions: bool) -> None:
    """Write the pages of the chapters, their pictures and explorers, and the student copies."""
    chapters, copies, pictures, explorers = (
        folder / name for name in ("chapters", "notebooks", "_static/pictures", "_static/explorers")
    )
    for made in (chapters, copies, pictures, explorers):
        made.mkdir(parents=True, exist_ok=True)
    write_explorer(explorers / "explorer.html", {})
    for stem in chapter_stems():
        student, solved = read_copies(ROOT / "notebooks", stem)
        page = page_of(stem, student, solved, with_solutions=with_solutions, launches=launches)
        nbformat.write(page.notebook, chapters / f"{stem}.ipynb")
        shutil.copyfile(ROOT / "notebooks" / f"{stem}.ipynb", copies / f"{stem}.ipynb")
        for name, png in page.pictures.items():
            (pictures / name).write_bytes(png)
        for name, options in page.explorers.items():
            write_explorer(explorers / f"{name}.html", options)


def build(pages: Path, target: Path, address: str | None, *, with_solutions: bool) -> int:
    """Run Sphinx, and add what is copied as it is; returns the exit status."""
    if target.exists() and any(target.iterdir()) and not (target / "searchindex.js").exists():
        print(f"{target} holds something else: name an empty folder.", file=sys.stderr)
        return 1
    from sphinx.cmd.build import main as sphinx

    # MyST-NB leaves a folder beside the site, so this is made where nobody looks.
    made = pages.parent / "site-made" / "site"
    shutil.rmtree(made, ignore_errors=True)
    options = ["-q", "-b", "html", "-d", str(pages / "_doctrees")]
    options += ["-D", f"html_theme_options.repository_url={address}"] if address else []
    options += ["-D", f"html_theme_options.announcement={SOLVED_NOTE}"] if with_solutions else []
    if status := sphinx([*options, str(pages), str(made)]):
        return status
    shutil.rmtree(target, ignore_errors=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(made, target)
    mathjax = Path(importlib.util.find_spec("mathjax").origin).parent / MATHJAX
    (target / "_static" / "mathjax").mkdir(exist_ok=True)
    shutil.copyfile(mathjax, target / "_static" / "mathjax" / mathjax.name)
    for page in target.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        for found, better in REPLACED:
            text = text.replace(found, better)
        _write(page, text)
    for left in (target / ".buildinfo", target / "objects.inv", *target.rglob("*.map")):
        left.unlink(missing_ok=True)
    shutil.rmtree(target / "_sources", ignore_errors=True)
    return 0


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
