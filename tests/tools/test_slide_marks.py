"""Which cells are on slides: marks in a source, and what the build makes of them."""

import importlib

import nbformat
import pytest
from support.notebook_tools import NOTEBOOKS, SOURCES, read, transform

marks = importlib.import_module("slide_marks")
build_notebooks = importlib.import_module("build_notebooks")
TEXT = "# One\n#\n# Two\n#\n# Three\n"


def slideshows(folder, header):
    return [
        cell.metadata["slideshow"]
        for cell in read(folder, f"# %% [markdown]{header}\n{TEXT}").cells
    ]


def test_a_cell_without_a_mark_is_on_no_slide(tmp_path):
    assert slideshows(tmp_path, "") == [{"slide_type": "skip"}]


@pytest.mark.parametrize("kind", ["slide", "subslide", "notes"])
def test_a_mark_becomes_the_metadata_of_slideshows(kind, tmp_path):
    assert slideshows(tmp_path, f' slide="{kind}"') == [{"slide_type": kind}]


def test_what_goes_on_has_no_type_as_jupyterlab_takes_no_word_for_it(tmp_path):
    assert slideshows(tmp_path, ' slide="-" shown="2"') == [{"shown": "2"}]


def test_paragraphs_that_are_shown_are_counted_from_one(tmp_path):
    expected = {"slide_type": "slide", "shown": "3 1 | 2"}
    assert slideshows(tmp_path, ' slide="slide" shown="3 1 | 2"') == [expected]
    parts = marks.shown_parts("3 1 | 2", "One\n\nTwo\n\nThree")
    assert parts == [["Three", "One"], ["Two"]]
    assert marks.shown_parts("", "One\n\nTwo") == [[]]


@pytest.mark.parametrize(
    ("header", "said"),
    [
        (' slide="slides"', "none of slide, subslide"),
        (' shown="1"', "needs slide="),
        (' slide="slide" shown="4"', "has 3 paragraphs"),
        (' slide="slide" shown="0"', "has 3 paragraphs"),
        (' slide="slide" shown="1 |"', "has 3 paragraphs"),
        (' slide="slide" shown="first"', "has 3 paragraphs"),
    ],
)
def test_a_mark_that_means_nothing_is_refused(header, said, tmp_path):
    with pytest.raises(transform.SourceError, match=said):
        read(tmp_path, f"# %% [markdown]{header}\n{TEXT}")


def test_of_code_only_what_it_printed_can_be_shown(tmp_path):
    (cell,) = read(tmp_path, '# %% slide="-" shown=""\nprint(1)\n').cells
    assert cell.metadata["slideshow"] == {"shown": ""}
    with pytest.raises(transform.SourceError, match="code has no paragraphs"):
        read(tmp_path, '# %% slide="-" shown="1"\nprint(1)\n')


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_both_copies_of_every_notebook_say_of_each_cell_where_it_is(source):
    copies = [
        nbformat.read(NOTEBOOKS / where / f"{source.stem}.ipynb", 4) for where in ("", "solutions")
    ]
    student, solved = ([cell.metadata.get("slideshow") for cell in c.cells] for c in copies)
    assert student == solved
    assert None not in student
    kinds = {marks.get("slide_type") for marks in student}
    assert kinds <= {"slide", "subslide", None, "notes", "skip"}
    assert ("slide" in kinds) == source.stem[:2].isdigit()
