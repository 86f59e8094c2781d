"""What students read holds nothing of the answers; both pages are well-formed and safe."""

import html.parser

import numpy as np
import pytest
from support.handed_in import cell_of, code, filled, submission
from support.reports import write_reports
from support.standin import in_process

from gmm_helpers.exercises import EXERCISES, AnswerKey, Case
from gmm_helpers.grading.grader import Grader
from gmm_helpers.grading.judging.exercises import build_key

STEM = "02_e_step"
INPUT, OUTPUT = 1.9174632, 0.6481357
LEAKS = {
    "raised": "raise ValueError(str(X) + repr(X.tolist()))",
    "type": "raise type('E' + str(X.sum()).replace('.', '_') + 'Error', (Exception,), {})('x')",
    "returned type": "return type('T' + str(X.sum()).replace('.', '_'), (), {})()",
    "returned": "return X",
    "nothing right": "return np.zeros((len(X), len(parameters[0])))",
    "printed": "print(X); return X * 2",
    "shapes": "raise ValueError('operands could not be broadcast together with shapes '"
    " + str(tuple((abs(X.ravel()) * 1e7).astype(int).tolist())) + ' (3,) ')",
    "assertion": "np.testing.assert_allclose(X, X + 1)",
}


class WithCanaries(AnswerKey):
    """An answer key in which everything is one number that no other calculation gives."""

    def _right(self, case):
        return np.full_like(super()._right(case), OUTPUT)


@pytest.fixture
def canaries(monkeypatch):
    exercise = EXERCISES["e_step"]
    cases = [
        Case(case.name, (np.full((8, 2), INPUT), *case.arguments[1:]))
        for case in exercise.cases(np.random.default_rng(0))
        if case.arguments[0].shape[1] == 2
    ]
    key = WithCanaries(exercise, cases)
    monkeypatch.setattr(
        "gmm_helpers.grading.grader.build_key",
        lambda *a, **k: key if a[0] == "e_step" and not k else build_key(*a, **k),
    )
    monkeypatch.setattr(
        "gmm_helpers.grading.workers.draw_cases",
        lambda name, seed, public: (
            cases if name == "e_step" and not public else build_key(name, seed, public).cases
        ),
    )


def pages(folder):
    return [path.read_text(encoding="utf-8") for path in sorted((folder / "feedback").iterdir())]


@pytest.mark.parametrize("leak", LEAKS.values(), ids=LEAKS)
def test_no_expected_value_and_no_input_reaches_a_student(leak, canaries, settings, tmp_path):
    source = f"def e_step(X, *parameters):\n    {leak}"
    with Grader(settings, in_process) as grader:
        result = grader.grade(submission(filled(STEM, e_step=source)))
    assert rows_of(result)["e_step"]["status"] in ("incorrect", "unfinished", "error")
    write_reports(tmp_path, [result], settings)
    for name in ("grades.csv", "summary.csv"):
        assert_no_canary((tmp_path / name).read_text(encoding="utf-8"))
    (page,) = pages(tmp_path)
    assert_no_canary(page)


def rows_of(result):
    return {row["exercise"]: row for row in result["rows"]}


def assert_no_canary(text):
    for number in (INPUT, OUTPUT, INPUT * 16):
        digits = str(number).split(".")
        assert digits[1][:5] not in text
        assert f"{number:.4g}" not in text


EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


class Tags(html.parser.HTMLParser):
    VOID = frozenset({"meta", "img", "br", "link", "input", "hr"})

    def __init__(self, text):
        super().__init__()
        self.open, self.seen = [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.seen.append((tag, dict(attributes)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_names_and_messages_with_html_in_them_are_only_text(grader, settings, tmp_path):
    notebook = filled(STEM, e_step=f"def e_step(*a):\n    raise ValueError({EVIL!r})")
    notebook["cells"].append(code("e = 5", id=EVIL))
    notebook["cells"][2]["metadata"] = {"nbgrader": {"grade_id": EVIL}}
    result = grader.grade(submission((f"{EVIL}.ipynb", 1, notebook), student=EVIL))
    write_reports(tmp_path, [result], settings)
    for text in [*pages(tmp_path), (tmp_path / "report.html").read_text(encoding="utf-8")]:
        tags = Tags(text)
        assert tags.open == []
        assert not any("onerror" in attributes for _, attributes in tags.seen)
        assert "alert(1)" in text
        assert "<script>alert" not in text


def test_pages_load_nothing_from_elsewhere(grader, settings, tmp_path):
    result = grader.grade(submission(filled(STEM)))
    write_reports(tmp_path, [result], settings)
    for text in [*pages(tmp_path), (tmp_path / "report.html").read_text(encoding="utf-8")]:
        for _, attributes in Tags(text).seen:
            assert not attributes.get("src", "data:").startswith(("http", "//"))
            assert not attributes.get("href", "feedback/").startswith(("http", "//"))
        assert "@import" not in text
        assert "url(" not in text


def test_the_report_of_nobody_is_a_page(settings, tmp_path):
    write_reports(tmp_path, [], settings)
    assert "0 submissions" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_statuses_are_shown_in_words_and_codes_stay_in_tables(grader, settings, tmp_path):
    half = "def e_step(X, w, m, c):\n    return gmm.e_step(X, w, m, c) * (len(X) < 5)"
    notebook = filled(STEM, e_step=half)
    write_reports(tmp_path, [grader.grade(submission(notebook))], settings)
    (page,) = pages(tmp_path)
    report = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "weighted_log_prob: not attempted" in page
    assert '"not_attempted":"not attempted"' in report  # which the scripts put into the table
    assert "not_attempted" not in page
    assert "not_attempted" in (tmp_path / "grades.csv").read_text()


def test_what_needs_review_and_edited_cells_stand_in_the_report(grader, settings, tmp_path):
    notebook = filled(STEM)
    cell_of(notebook, "check_e_step")["source"] = "5"
    broken = grader.grade(submission(b"{", student="bob"))
    write_reports(tmp_path, [grader.grade(submission(notebook)), broken], settings)
    report = (tmp_path / "report.html").read_text(encoding="utf-8")
    review = report.split('id="review"')[1].split("</section>")[0]
    assert "0.ipynb: unreadable" in review
    misconduct = report.split('id="possible_misconduct"')[1].split("</section>")[0]
    assert "the locked cell check_e_step was edited" in misconduct


def test_whoever_calls_the_helper_is_listed_once_per_exercise(grader, settings, tmp_path):
    jsons = [
        {**grader.grade(submission(filled(STEM), student=name)), "helpers": ["e_step"]}
        for name in ("ann", "bob")
    ]
    write_reports(tmp_path, jsons, settings)
    report = (tmp_path / "report.html").read_text(encoding="utf-8")
    misconduct = report.split('id="possible_misconduct"')[1].split("</section>")[0]
    assert "<code>e_step</code>" in misconduct
    assert "ann; bob" in misconduct


def test_a_notebook_of_which_all_befell_the_same_has_one_card(grader, settings, tmp_path):
    write_reports(tmp_path, [grader.grade(submission(student="none"))], settings)
    (page,) = pages(tmp_path)
    assert page.count('role="heading"') == len(settings.release.chapters)
    assert "Nothing was handed in." in page


@pytest.mark.parametrize("answer", [None, "Because."])
def test_a_student_is_told_how_many_points_are_for_written_answers(
    answer, grader, settings, tmp_path
):
    notebook = filled("02_e_step")
    if answer:
        cell_of(notebook, "question_prior")["source"] = answer
    result = write_reports(tmp_path, [grader.grade(submission(notebook))], settings)[0]
    written = sum(row.max_score for row in result.rows if row.exercise not in EXERCISES)
    (page,) = pages(tmp_path)
    text = f"Of the {result.total.max_score:g} points, {written:g} are for written answers"
    assert written
    assert page.count(text) == 1
    assert page.count("graded by hand") == 1
