"""The report as a page: colours that can be read, links, and one line of data per student."""

import json
import re
from importlib.resources import files

import pytest
from support.contrast import contrast
from support.made_class import made_class

from gmm_helpers.grading.reports.beside import Rule
from gmm_helpers.grading.reports.class_page import SIGNS, report_page
from gmm_helpers.grading.reports.summary import summary_of

STYLE = files("gmm_helpers.grading.reports").joinpath("static", "report.css").read_text("utf-8")
TEXT, LARGE = 4.5, 3.0  # of WCAG AA, for text and for what is drawn


@pytest.fixture(scope="module")
def summary():
    return summary_of(*made_class(30))


def colors(dark):
    blocks = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
    assert len(blocks) == 2
    return dict(re.findall(r"--([\w-]+): (#\w{6})", blocks[dark]))


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_everything_has_enough_contrast(dark):
    color = colors(dark)
    for text, paper in [
        *((name, "paper") for name in ("ink", "quiet", "link")),
        *((name, "code") for name in ("ink", "quiet")),
        *((name, "warning") for name in ("ink", "link")),
    ]:
        assert contrast(color[text], color[paper]) >= TEXT, (text, paper)
    for part in ("bar", "edge", "focus", "warning-edge"):
        assert contrast(color[part], color["paper"]) >= LARGE, part
    assert colors(True).keys() == colors(False).keys()


def test_a_sign_can_be_read_on_each_tile():
    ink = re.search(r"\.tile \{[^}]*[^-]color: (#\w{6})", STYLE)[1]
    for code in SIGNS:
        tile = re.search(rf"^\.{code} \{{ background: (#\w{{6}})", STYLE, re.MULTILINE)[1]
        assert contrast(ink, tile) >= TEXT, code
    assert len({*SIGNS.values()}) == len(SIGNS)


@pytest.mark.parametrize(
    ("n_students", "head"), [(1, "Report on 1 submission<"), (2, "2 submissions<")]
)
def test_one_is_a_submission(n_students, head):
    assert f"{head}/h1>" in report_page(summary_of(*made_class(n_students)))


def test_files_are_linked_and_rules_stand_in_their_fields(summary):
    mistake = summary["mistakes"][0]
    rules = [
        Rule(mistake["exercise"], mistake["mistake"], "0,5", '"quoted"'),
        Rule("e_step", mistake["mistake"] + "?", "1"),
        Rule(mistake["exercise"], mistake["mistake"], "half"),
    ]
    page = report_page(summary, [("upload/a b.csv", "for <you>")], rules)
    assert '<a href="upload/a%20b.csv">upload/a b.csv</a>' in page
    assert "for &lt;you&gt;" in page
    row = page.split('class="kept"')[1]
    assert 'value="0.5"' in row
    assert 'value="&#34;quoted&#34;"' in row
    assert page.split("and kept in it: ")[1].split("</p>")[0].count(";") == 1


def test_the_data_of_scripts_cannot_end_their_element(summary):
    evil = {**summary, "students": [{**summary["students"][0], "name": "</script><!-- & '"}]}
    page = report_page({**evil, "review": [], "raised": [], "notes": [], "mistakes": []} | NOBODY)
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', page)[1]
    assert not set("<>&'") & set(data)
    assert json.loads(data)["students"][0][0] == "</script><!-- & '"


NOBODY = {"possible_misconduct": {"same": [], "helpers": [], "pairs": []}}


def test_a_student_is_a_short_line_of_data(summary):
    """A thousand of them, with all that is said of them, stay under five megabytes."""
    sizes = [len(report_page(summary_of(*made_class(n))).encode()) for n in (20, 60)]
    assert (sizes[1] - sizes[0]) / 40 < 4_500


def test_every_exercise_has_signs_for_all_who_handed_in(summary):
    page = report_page(summary)
    tallies = re.findall(r'<div class="tally">(.*?)</div>', page)
    assert len(tallies) == len(summary["exercises"])
    for tally in tallies:
        counts = re.findall(r">(\S) (\d+)</span>", tally)
        assert sum(int(count) for _, count in counts) == summary["handed_in"]
        assert {sign for sign, _ in counts} <= set(SIGNS.values())
