"""The pages of written answers: what is in them, and what a hostile answer can't do."""

import json
import re

import pytest
from support.answered_class import COLUMNS, PRIOR, class_of
from support.contrast import contrast

from gmm_helpers.grading.answers.pages import write_answers
from gmm_helpers.grading.intake.people.person import Person

HOSTILE = "</script><script>alert(1)</script><!-- \u2028 & 'x' {{ 7 * 7 }} \\u003c"


@pytest.fixture
def pages(tmp_path):
    def write(folder=tmp_path, **answers):
        write_answers(folder, *class_of(**answers))
        found = (folder / "answers").glob("*.html")
        return {path.stem: path.read_text(encoding="utf-8") for path in found}

    return write


def data_of(page):
    (text,) = re.findall(
        r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL
    )
    return json.loads(text)


def test_there_is_a_page_per_question_and_one_that_lists_them(pages):
    found = pages(ann="The weights.", bob="", cy=None)
    assert found.keys() == {"index", PRIOR, COLUMNS}
    assert "Someone normalises over the samples" in found[COLUMNS]
    assert "would then be a distribution over samples" in found[COLUMNS]
    assert f'href="{PRIOR}.html"' in found["index"]
    data = data_of(found[PRIOR])
    (group,) = data["groups"]
    assert (group[1], group[3], data["empty"], data["most"]) == ("The weights.", [0], [1], 2.0)


def test_nothing_of_a_student_is_an_element_or_ends_the_data(pages):
    page = pages(**{HOSTILE: HOSTILE, "bob": "fine"})[PRIOR]
    assert page.count("<script") == page.count("</script") == 2
    assert "<!--" not in page
    data = data_of(page)
    assert HOSTILE in [group[1] for group in data["groups"]]
    assert HOSTILE in [label for _, label in data["students"]]


def test_only_the_pages_own_script_may_run_and_nothing_may_be_loaded(pages):
    for page in pages(ann="a").values():
        (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
        assert "default-src 'none'" in policy
        assert re.search(r"script-src 'sha256-[\w+/]{43}='", policy.replace("&#43;", "+"))
        assert "unsafe" not in policy.replace("style-src 'unsafe-inline'", "")
        assert not re.findall(r'(?:src|href)="(?!data:,|\w+\.html|\.\./report\.html)', page)
        assert "import " not in page.partition('<script type="module">')[2]


def test_students_are_called_as_in_the_tables_and_by_name(tmp_path):
    results, about = class_of(**{"=ann": "The weights."})
    results = [results[0]._replace(known=Person("Ann Lee"))]
    write_answers(tmp_path, results, about)
    page = (tmp_path / "answers" / f"{PRIOR}.html").read_text(encoding="utf-8")
    assert data_of(page)["students"] == [["'=ann", "Ann Lee (=ann)"]]
    assert "Ann" not in page.partition('id="data"')[0]


def test_points_of_before_are_there_and_pages_of_before_are_not(pages, tmp_path):
    text = "\ufeffstudent;exercise;points;comment\nann;e_step;4,5;\n"
    (tmp_path / "points.csv").write_text(text, encoding="utf-8")
    (tmp_path / "answers").mkdir()
    (tmp_path / "answers" / "question_old.html").write_text("")
    found = pages(ann="a")
    assert "question_old" not in found
    assert {data_of(page)["earlier"] for page in found.values()} == {text[1:]}
    assert (tmp_path / "points.csv").read_text(encoding="utf-8") == text


def test_marks_of_two_classes_are_kept_apart(pages, tmp_path):
    one, again = (pages(tmp_path / "one", ann="a") for _ in range(2))
    other = pages(tmp_path / "other", ann="a")
    session = [data_of(found[PRIOR])["session"] for found in (one, again, other)]
    assert session[0] == session[1] != session[2]
    assert data_of(one["index"])["session"] == session[0]


def test_a_large_class_makes_small_pages(pages):
    answers = {
        f"student{i}": f"Because of {i}. " + "The weights differ. " * 20 for i in range(1000)
    }
    assert len(pages(**answers)[PRIOR]) < 700_000


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_text_can_be_read_under_both_themes(theme, pages):
    """On the page and in a box; and lines around what can be pressed can be seen."""
    pairs = re.findall(r"--(\w+): light-dark\(([^,]*), ([^)]*)\)", pages(ann="a")["index"])
    colors = {name: _long(both[theme]) for name, *both in pairs}
    for behind in ("paper", "box"):
        for name in ("ink", "quiet", "link"):
            assert contrast(colors[name], colors[behind]) >= 4.5
        assert contrast(colors["line"], colors[behind]) >= 3


def _long(color):
    return color if len(color) == 7 else "#" + "".join(2 * sign for sign in color[1:])
