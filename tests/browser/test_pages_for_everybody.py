"""Pages of a class and of questions for everybody: axe-core, the Tab key, 320 pixels, paper."""

import importlib

import pytest
from support import notebook_tools  # which puts tools/ on the path
from support.answered_class import PRIOR, class_of
from support.asked_notebook import FULL
from support.axe import violations
from support.implementations import WRONG
from support.made_class import made_class
from support.walks import UNFOLD, WIDER, problems

from gmm_helpers.checks import check
from gmm_helpers.exercises import Status
from gmm_helpers.grading.answers.pages import write_answers
from gmm_helpers.grading.reports.outputs import write_outputs, write_report
from gmm_helpers.grading.rows import Adjusted, Source

assert notebook_tools.ROOT
page_of = importlib.import_module("question_files.page").page_of
Chapter = importlib.import_module("question_files.reading").Chapter
PAGES = ["report", "feedback/one", f"answers/{PRIOR}", "answers/index", "questions"]
CARDS = ["negative_log_likelihood", "e_step", "update_means"]  # text alone, two pictures, one
SETTINGS = {
    "light": {"viewport": {"width": 1280, "height": 800}},
    "dark": {"viewport": {"width": 320, "height": 640}},  # as 1280 pixels at 400 %
}


def with_cards(result):
    """A student whose feedback has cards of every kind, and points that a person gave."""
    rows = []
    for row in result.rows:
        if row.exercise in CARDS:
            _, wrong, *_ = WRONG[row.exercise].values()
            row = row._replace(card=check(wrong, row.exercise, seed=1).card)
        elif row.status == Status.TO_BE_GRADED:
            given = Adjusted(None, Source.BY_HAND, "Why? $\\pi_k$")
            row = row._replace(score=1.0, status=Status.PARTIAL, adjusted=given)
        rows.append(row)
    return result._replace(rows=tuple(rows))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("graded")
    results, about, names = made_class(4)
    first = results[0].student
    results[0], names[first] = with_cards(results[0]), "one"
    write_outputs(folder, results, names, about)
    write_answers(folder, *class_of(ann=("The weights.", "Each."), bob=("    x = 1", "")))
    write_report(folder, results, names, about)
    chapters = [Chapter("01_sampling", "Sampling", tuple(FULL.values()))]
    (folder / "questions.html").write_text(page_of(chapters), encoding="utf-8")
    return folder


@pytest.fixture
def opened(folder, visit):
    """Open a page with all that folds."""

    def open_(name, scheme="light", **options):
        page = visit(color_scheme=scheme, **options)
        page.set_viewport_size(SETTINGS[scheme]["viewport"])
        page.goto((folder / f"{name}.html").as_uri())
        page.evaluate(UNFOLD)
        return page

    return open_


@pytest.mark.slow
@pytest.mark.parametrize("scheme", SETTINGS)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_found_and_nothing_is_wider_than_the_window(opened, shoot, name, scheme):
    page = opened(name, scheme)
    assert violations(page) == []
    assert page.evaluate(WIDER) <= 0
    shoot(page)


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_the_tab_key_leads_everywhere_and_the_focus_is_seen(opened, name):
    page = opened(name)
    assert problems(page, most=250) == []


@pytest.mark.slow
def test_nothing_is_found_on_the_slides_and_keys_stay_in_them(opened):
    page = opened("report", "dark")
    page.get_by_role("button", name="Show as slides").press("Enter")
    page.keyboard.press("ArrowRight")
    assert violations(page) == []
    assert problems(page, within=".slides") == []
    code = page.get_by_role("dialog").locator("pre")
    assert code.evaluate("(code) => parseFloat(getComputedStyle(code).fontSize)") >= 12


@pytest.mark.slow
@pytest.mark.parametrize("name", ["report", "feedback/one"])
def test_on_paper_it_is_dark_on_light_and_on_the_page(opened, name):
    page = opened(name, "dark")
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size({"width": 720, "height": 1000})  # of A4, without its margins
    colors = (
        "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert page.evaluate(colors) == ["rgb(26, 26, 26)", "rgb(255, 255, 255)"]
    assert page.evaluate(WIDER) <= 0
