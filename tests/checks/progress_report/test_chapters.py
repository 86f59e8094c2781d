import nbformat
import pytest

from gmm_helpers.checks import check, progress
from gmm_helpers.checks.checking import latest
from gmm_helpers.checks.progress_report.chapters import Done, chapters_beside
from gmm_helpers.questions import progress_file

STUB = "*Write your answer here.*"
KNOWN = {"e_step", "update_weights", "update_means"}


def code(name, **metadata):
    return nbformat.v4.new_code_cell(f"def {name}(): ...", metadata=metadata)


def exercise(name):
    return code(name, nbgrader={"grade_id": name, "solution": True})


def asked(key):
    return nbformat.v4.new_code_cell(f'ask("{key}")', metadata={"gmm": {"question": key}})


def prose(name, text):
    graded = {"grade_id": name, "solution": True, "points": 2}
    return nbformat.v4.new_markdown_cell(text, metadata={"nbgrader": graded})


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Two chapters and a demo, in a folder where one of them runs."""
    latest.clear()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(progress_file, "is_kept", lambda: True)
    cells = {
        "02_e_step": [exercise("e_step"), asked("rows"), prose("question_prior", STUB)],
        "03_m_step": [
            exercise("update_weights"),
            exercise("update_means"),
            asked("one"),
            asked("two"),
            asked("three"),
            asked("four"),
            prose("question_old", "The *old* means."),
            prose("question_new", f"{STUB}\n"),
        ],
        "explorer": [code("look")],
    }
    for name, inside in cells.items():
        nbformat.write(nbformat.v4.new_notebook(cells=inside), tmp_path / f"{name}.ipynb")
    monkeypatch.setenv("JPY_SESSION_NAME", str(tmp_path / "03_m_step.ipynb"))
    yield tmp_path
    latest.clear()


def done(steps):
    return {step.name: step.done for step in steps}


def test_a_chapter_is_what_its_notebook_asks(folder):
    progress_file.keep_attempts("one", [[1]], False)
    progress_file.keep_attempts("two", [[1], [0]], True)
    progress_file.keep_attempts("three", [[1]], False, is_prediction=True)
    this, before = chapters_beside(KNOWN)
    assert this.exercises == ("update_weights", "update_means")
    assert done(this.questions) == {
        "one": Done.WRONG,
        "two": Done.RIGHT,
        "three": Done.SURPRISED,
        "four": Done.OPEN,
    }
    assert done(this.written) == {"question_old": Done.WRITTEN, "question_new": Done.UNWRITTEN}
    assert before.name == "02_e_step"


@pytest.mark.parametrize("name", ["", "elsewhere.ipynb", "Untitled", "/other/05_x.ipynb"])
def test_another_notebook_is_no_chapter(folder, monkeypatch, name):
    monkeypatch.setenv("JPY_SESSION_NAME", name)
    assert chapters_beside(KNOWN) == (None, None)


def test_the_first_chapter_has_none_before_it(folder, monkeypatch):
    monkeypatch.setenv("JPY_SESSION_NAME", "02_e_step.ipynb")
    this, before = chapters_beside(KNOWN)
    assert (this.name, before) == ("02_e_step", None)


def test_everything_is_shown_by_name_and_survives_a_restart(folder):
    def update_weights(responsibilities):
        return responsibilities.mean(axis=0)

    check(update_weights)
    latest.clear()  # as a new kernel begins
    shown = progress()
    assert [(row.exercise, row.score) for row in shown.rows] == [
        ("update_weights", 2.0),
        ("update_means", 0.0),
    ]
    text = repr(shown)
    assert "✓ update_weights: correct, 2 of 2 points" in text
    assert "- four: not answered" in text
    assert "- new: not written" in text
    assert "02_e_step: 0 of 5 points; 2 of 2 questions are open." in text
    assert text.endswith("Kept in gmm_progress.jsonl, beside this notebook.")
    page = shown._repr_html_()
    for name in ("update_weights", "four", "new", "02_e_step"):
        assert name in page


@pytest.mark.parametrize(
    "event",
    [
        {"status": "correct", "score": 99},
        {"status": "correct", "score": "5"},
        {"status": "splendid", "score": 2},
        {"score": 2},
        {},
    ],
)
def test_a_file_that_was_written_by_hand_is_not_believed(folder, event):
    progress_file.keep("check", "update_weights", **event)
    assert progress().rows[0].score == 0
    assert progress().rows[0].status == "not checked"
