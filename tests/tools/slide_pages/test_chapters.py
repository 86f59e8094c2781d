"""The slides of each chapter: a lecture's worth of them, in which no exercise is solved."""

import importlib
import re
from functools import cache
from itertools import pairwise

import nbformat
import pytest
from support.notebook_tools import CHAPTERS, NOTEBOOKS, ROOT, public_lines, secret_lines

from gmm_helpers.exercises import EXERCISES

chapters = importlib.import_module("slide_pages.chapters")
pages = importlib.import_module("slide_pages.pages")
slides = importlib.import_module("slide_pages.slides")
STEMS = [source.stem for source in CHAPTERS]


@cache
def slides_of(stem, with_solutions=False):
    copies = (nbformat.read(NOTEBOOKS / where / f"{stem}.ipynb", 4) for where in ("", "solutions"))
    return chapters.slides_of(stem, *copies, with_solutions=with_solutions)


def lines_of(lecture):
    """All lines on slides and in notes, code as it is."""
    parts = [part for slide in lecture for part in (*slide.parts, *slide.notes)]
    held = (part.content for part in parts if isinstance(part, slides.Text | slides.Code))
    return {line.strip() for text in held for line in text.splitlines()}


def exercises_of(stem):
    source = (NOTEBOOKS / "source" / f"{stem}.py").read_text(encoding="utf-8")
    return [name for name in EXERCISES if f'exercise="{name}"' in source]


@pytest.mark.parametrize("stem", STEMS)
def test_a_lecture_takes_45_minutes(stem):
    lecture = slides_of(stem)
    assert 24 <= len(lecture) <= 34
    assert 42 <= slides.minutes_of(lecture) <= 48
    sorts = [slide.sort for slide in lecture]
    assert sorts[0] == "title"
    assert 5 <= sorts.count("question") == sorts.count("answer") <= 8
    assert any(sort in ("picture", "sliders", "explorer") for sort in sorts)
    assert all(slide.title for slide in lecture)


@pytest.mark.parametrize("stem", STEMS)
def test_no_exercise_is_solved_on_a_slide_or_in_a_note_unless_it_is_asked_for(stem):
    source = (NOTEBOOKS / "source" / f"{stem}.py").read_text(encoding="utf-8")
    secrets = {line for line in secret_lines(source) if len(line) > 20} - public_lines(source)
    assert secrets
    assert not secrets & lines_of(slides_of(stem))
    solved = slides_of(stem, with_solutions=True)
    assert secrets & lines_of(solved)
    assert [slide.title for slide in solved if slide.sort == "solution"] == [
        f"A solution of {name}" for name in exercises_of(stem)
    ]
    assert slides.minutes_of(solved) == slides.minutes_of(slides_of(stem))
    text = "\n".join(lines_of(solved))
    assert "BEGIN SOLUTION" not in text
    assert "Model answer" not in text


@pytest.mark.parametrize("stem", STEMS)
def test_every_exercise_has_its_slide(stem):
    found = [slide.title for slide in slides_of(stem) if slide.sort == "exercise"]
    assert found == [f"Now you: `{name}`" for name in exercises_of(stem)]


@pytest.mark.parametrize("stem", STEMS)
def test_an_exercise_is_its_signature_and_what_it_does_in_large_letters(stem):
    for slide in slides_of(stem):
        if slide.sort != "exercise":
            continue
        (code,) = (part.content for part in slide.parts if isinstance(part, slides.Code))
        assert code.startswith("def ")
        assert code.count('"""') == 2
        assert code.endswith('"""')
        assert max(map(len, code.splitlines())) <= 60
        assert f"font-size: {pages.LARGEST}px" in pages.html_of(slide)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("def f(a, *, b=1):\n    raise NotImplementedError", "def f(a, *, b=1):"),
        ('def f():\n    """One.\n\n    Two.\n    """', 'def f():\n    """One."""'),
        ("a = 1\n\n\ndef f():\n    pass\n\n\ndef g(): ...", "def f():\ndef g():"),
        (
            f"def f({', '.join('abcdefghijklmnopqrstu')}): ...",
            "def f(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r,\n        s, t, u):",
        ),
    ],
)
def test_the_head_of_a_function_is_in_short_lines(source, expected):
    assert chapters._head(source) == expected


@pytest.mark.parametrize("stem", STEMS)
def test_a_question_says_that_it_is_one(stem):
    for slide in slides_of(stem):
        if slide.sort == "question":
            shown = "".join(p.content for p in slide.parts if isinstance(p, slides.Text))
            assert re.search(r'class="gmm-asked"><strong>(Predict|Question)\.</strong> ', shown)


@pytest.mark.parametrize("stem", STEMS)
def test_an_answer_follows_its_question_and_is_not_on_it(stem):
    lecture = slides_of(stem)
    for question, answer in pairwise(lecture):
        if question.sort != "question":
            continue
        assert answer.sort == "answer"
        assert answer.is_below
        right = next(part.content for part in answer.parts if isinstance(part, slides.Text))
        reason = re.sub(r"^<p>(<strong>.*?</strong>)?", "", right).removesuffix("</p>").strip()
        shown = "".join(p.content for p in question.parts if isinstance(p, slides.Text))
        assert reason
        assert reason not in shown


@pytest.mark.parametrize("stem", STEMS)
def test_the_page_needs_nothing_but_the_files_beside_it(stem):
    page = pages.page_of("A title", slides_of(stem))
    assert page.count("<section>") == len(slides_of(stem)) + page.count("<section><section>")
    addresses = re.findall(r"""(?:src|href)=["']([^"']+)""", page)
    assert addresses
    own = ("lib/", "explorers/", "data:image/png;base64,")
    linked = {f"{other}.html" for other in STEMS}
    assert [a for a in addresses if not a.startswith(own) and a not in linked] == []


@pytest.mark.parametrize("stem", STEMS)
def test_no_picture_is_alone_and_no_text_leads_to_what_is_not_there(stem):
    for slide in slides_of(stem):
        texts = [part.content for part in slide.parts if isinstance(part, slides.Text)]
        if slide.sort in ("picture", "sliders"):
            assert any("gmm-small" not in text for text in texts), slide.title
        assert not re.search(r"Things to try:\s*$|[Tt]he next cell", "\n".join(texts)), slide.title


@pytest.mark.parametrize("marks", [{}, {"shown": ""}])
def test_code_that_only_prints_can_stay_away(marks):
    metadata = {"slideshow": {"slide_type": "slide", **marks}}
    cell = nbformat.v4.new_code_cell("print(1)", metadata=metadata, id="one")
    printed = nbformat.v4.new_output("stream", text="1")
    solved = nbformat.from_dict({**cell, "outputs": [printed]})
    copies = (nbformat.v4.new_notebook(cells=[c]) for c in (cell, solved))
    (slide,) = chapters.slides_of("00_topic", *copies)
    shown = [part.content for part in slide.parts]
    assert shown == (["1"] if marks else ["print(1)", "1"])


def test_a_picture_to_click_on_says_where_that_is():
    asked = [slide for slide in slides_of("01_sampling") if slide.sort == "question"]
    said = ["everybody clicks" in pages.html_of(slide) for slide in asked]
    assert any(said)
    assert not all(said)


def test_notes_hold_the_wrong_choices_and_what_there_was_no_room_for():
    lecture = slides_of("02_e_step")
    answer = next(slide for slide in lecture if slide.sort == "answer")
    assert sum("Component" in note.content for note in answer.notes) == 2
    sliders = next(slide for slide in lecture if slide.sort == "sliders")
    assert any("Near 1.42" in note.content for note in sliders.notes)
    assert "<details" not in "".join(note.content for note in sliders.notes)


def test_copies_that_do_not_belong_together_are_refused():
    one, other = (nbformat.read(NOTEBOOKS / f"{stem}.ipynb", 4) for stem in STEMS[:2])
    with pytest.raises(ValueError, match="different cells"):
        chapters.slides_of("01_sampling", one, other)


def test_a_cell_that_goes_on_needs_a_slide():
    cell = nbformat.v4.new_markdown_cell("Text.", metadata={"slideshow": {}})
    notebook = nbformat.v4.new_notebook(cells=[cell])
    with pytest.raises(ValueError, match="there is none"):
        chapters.slides_of("00_topic", notebook, notebook)


def test_the_teaching_guide_tells_the_minutes():
    text = (ROOT / "docs" / "teaching.md").read_text(encoding="utf-8")
    for stem in STEMS:
        lecture = slides_of(stem)
        number = int(stem[:2])
        row = f"| {number} | {len(lecture)} | {slides.minutes_of(lecture):.0f} |"
        assert row in text
