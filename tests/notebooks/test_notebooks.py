"""The chapters: what every one opens and closes with, and what the solved copies show."""

import ast
import base64
import re

import nbformat
import pytest
from support.drawing import decoded, image_in
from support.notebook_tools import CHAPTERS, NOTEBOOKS, SOURCES, build_notebooks, transform

from gmm_helpers import exercises
from gmm_helpers.exercises import EXERCISES

NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
MOVING = r"(SliderFigure|EMExplorer)\("
DRAWN = rf"\bshow\(|{MOVING}"
EVERY_CHAPTER = pytest.mark.parametrize("source", CHAPTERS, ids=lambda path: path.stem)
EVERY_NOTEBOOK = pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)


def chapter(source):
    return transform.read_source(source, build_notebooks.POINTS)


def solved(source):
    return nbformat.read(NOTEBOOKS / "solutions" / f"{source.stem}.ipynb", 4)


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def prose(source):
    cells = [cell.source for cell in chapter(source).cells if cell.cell_type == "markdown"]
    return [re.sub(r"\s+", " ", text) for text in cells]


def outputs(source):
    return [(cell, output) for cell in code_cells(solved(source)) for output in cell.outputs]


def is_question(cell):
    """Whether a code cell asks for a prediction, or is part of a self-test."""
    return "question" in cell.metadata.get("gmm", {})


def points_of(source, *, questions):
    """Points of the exercises, or of the written questions, one by one."""
    cells = [
        cell for cell in chapter(source).cells if cell.metadata.get("nbgrader", {}).get("grade")
    ]
    return [
        cell.metadata.nbgrader["points"]
        for cell in cells
        if (cell.cell_type == "markdown") == questions
    ]


# the text


@EVERY_CHAPTER
def test_a_chapter_opens_with_what_you_will_do_learn_and_need(source):
    number = int(source.stem[:2])
    opening = prose(source)[0]
    assert opening.startswith(f"# {number}. ")
    places = [opening.index(f"**What you will {word}") for word in ("do.", "learn")]
    assert places == sorted(places)
    assert opening.index("**What you need.") > places[-1]
    assert re.search(r"About \d+ minutes", opening)


@EVERY_CHAPTER
def test_a_chapter_closes_with_questions_a_summary_and_further_reading(source):
    *before, closing = prose(source)
    assert 2 <= len(points_of(source, questions=True)) <= 3
    assert any("Written questions" in text for text in before[-7:])
    assert closing.startswith("## Summary")
    reading = closing.partition("**Further reading**")[2]
    assert reading.count(" - ") >= 2


@EVERY_CHAPTER
def test_sections_are_numbered_one_after_the_other(source):
    """Each by a heading of its own; one that has slipped into a paragraph would be missing."""
    markdown = [cell.source for cell in chapter(source).cells if cell.cell_type == "markdown"]
    numbers = re.findall(r"^## (\d)\.(\d+) ", "\n".join(markdown), re.MULTILINE)
    expected = [(source.stem[1], str(i)) for i in range(1, len(numbers) + 1)]
    assert numbers == expected
    assert len(numbers) >= 5


@EVERY_CHAPTER
def test_a_chapter_says_what_comes_next(source):
    following = CHAPTERS[CHAPTERS.index(source) + 1 :]
    if following:
        assert f"`{following[0].stem}`" in prose(source)[-1]
    else:
        assert "**Next:**" not in prose(source)[-1]


@EVERY_CHAPTER
def test_points_in_the_opening_are_those_that_are_given(source):
    opening = prose(source)[0].lower()
    found = re.search(
        r"(\w+) exercises, (\d+) points, and (\w+) written questions, (\d+) points", opening
    )
    exercises, questions = (points_of(source, questions=q) for q in (False, True))
    assert (NUMBERS[found[1]], int(found[2])) == (len(exercises), sum(exercises))
    assert (NUMBERS[found[3]], int(found[4])) == (len(questions), sum(questions))


@EVERY_CHAPTER
def test_points_in_headings_are_those_of_the_exercise_or_question(source):
    text = " ".join(prose(source))
    headings = re.findall(r"### Exercise(?: \d)?: `(\w+)` \((\d) points\)", text)
    expected = [cell.id for cell in chapter(source).cells if cell.id in EXERCISES]
    assert headings == [(name, str(EXERCISES[name].points)) for name in expected]
    questions = re.findall(r"\*\*Question (\d) \((\d) points\)\.\*\*", text)
    numbered = enumerate(points_of(source, questions=True), start=1)
    assert questions == [(str(i), str(points)) for i, points in numbered]


@EVERY_CHAPTER
def test_an_exercise_is_described_before_it_is_set(source):
    cells = chapter(source).cells
    for i, cell in enumerate(cells):
        if cell.id in EXERCISES:
            assert all(sign in cells[i - 1].source for sign in ("- **In:**", "- **Out:**"))
            assert any("**By hand.**" in before.source for before in cells[i - 3 : i])


@EVERY_CHAPTER
def test_a_chapter_has_three_exercises_or_more_from_a_warm_up_on(source):
    points = points_of(source, questions=False)
    assert len(points) >= 3
    assert points[-1] == max(points) or source.stem == "01_sampling"


@EVERY_CHAPTER
def test_a_chapter_ends_with_where_one_stands(source):
    """And its exercises are those that `progress` counts."""
    cells = code_cells(chapter(source))
    assert cells[-1].source == "progress()"
    assert exercises.CHAPTERS[source.stem] == tuple(
        cell.id for cell in cells if cell.id in EXERCISES
    )


# the code


@EVERY_NOTEBOOK
def test_a_chapter_uses_neither_ready_made_densities_nor_slow_widgets(source):
    text = source.read_text(encoding="utf-8")
    for word in ("scipy.stats", "interact(", "widgets.Output", "pyplot", "plt.", "%matplotlib"):
        assert word not in text


def names_read(tree, leave_out=()):
    """Names of exercises that a cell reads, but for arguments of the functions left out."""
    if isinstance(tree, ast.Call) and getattr(tree.func, "id", None) in leave_out:
        return set()
    own = {tree.id} if isinstance(tree, ast.Name) and tree.id in EXERCISES else set()
    return own.union(*(names_read(child, leave_out) for child in ast.iter_child_nodes(tree)))


def test_the_reader_of_names_knows_a_call_from_a_helper():
    tree = ast.parse("e_step(X)\ngmm.m_step(X, gmm.fit_em)\ncheck_moments(X, update_means)")
    assert names_read(tree) == {"e_step", "update_means"}
    assert names_read(tree, leave_out={"check_moments"}) == {"e_step"}


@EVERY_CHAPTER
def test_students_own_functions_are_used_in_their_exercises_and_checks_only(source):
    """Later cells use the helpers, so that an open exercise doesn't stop a chapter.

    The one slider that shows a student's own function says so if there is none.
    """
    for cell in code_cells(chapter(source)):
        if "nbgrader" not in cell.metadata and "def watch_" not in cell.source:
            assert not names_read(ast.parse(cell.source), leave_out={"check_moments", "try_it"})


# the solved copies


@EVERY_CHAPTER
def test_solved_copies_ran_without_errors_and_warnings(source):
    assert all(cell.execution_count for cell in code_cells(solved(source)))
    kinds = {(output.output_type, output.get("name")) for _, output in outputs(source)}
    shown = {("execute_result", None), ("display_data", None)}  # `display_data` of questions
    assert kinds <= shown | {("stream", "stdout")}


@EVERY_CHAPTER
def test_every_check_of_a_solved_copy_says_correct(source):
    said = {
        cell.id: output.data["text/plain"] for cell, output in outputs(source) if output.get("data")
    }
    names = [cell.id for cell in solved(source).cells if cell.id in EXERCISES]
    assert names
    for name in names:
        assert said[f"check_{name}"].startswith(f"{name}: correct, ")


@EVERY_NOTEBOOK
def test_every_picture_is_there_and_described(source):
    drawing = [
        cell
        for cell in code_cells(solved(source))
        if re.search(DRAWN, cell.source) and not is_question(cell)  # those show theirs later
    ]
    pictures = [(c.id, out) for c, out in outputs(source) if "image/png" in out.get("data", {})]
    assert [cell.id for cell in drawing] == [cell_id for cell_id, _ in pictures]
    for _, output in pictures:
        alt = output.metadata["image/png"]["alt"]
        assert len(alt) > 20
        assert alt.endswith(".")
        assert image_in(output.data["text/html"])["alt"] == output.data["text/plain"] == alt
        assert decoded(base64.b64decode(output.data["image/png"])).format == "PNG"


@EVERY_NOTEBOOK
def test_every_slider_leaves_a_still_picture_and_no_dead_widget(source):
    """Without a kernel a widget's sliders would move and do nothing."""
    assert "widgets" not in solved(source).metadata
    sliders = [cell for cell in code_cells(solved(source)) if re.search(MOVING, cell.source)]
    assert sliders
    for cell in sliders:
        (output,) = cell.outputs
        assert WIDGET_VIEW not in output.data
        assert {"image/png", "text/html"} <= set(output.data)
        assert re.fullmatch(r"[A-Z0-9].*\.", output.data["text/plain"])
