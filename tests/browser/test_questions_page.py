"""The page of all questions, opened from disk: no network, no Python, and no script either."""

import importlib

import pytest
from support import notebook_tools  # which puts tools/ on the path
from support.asked_notebook import FULL

assert notebook_tools.ROOT
page_of = importlib.import_module("question_files.page").page_of
Chapter = importlib.import_module("question_files.reading").Chapter


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    asked = tuple(FULL.values())
    chapters = [Chapter("01_sampling", "Sampling", asked[:3]), Chapter("02_e", "E", asked[3:])]
    path = tmp_path_factory.mktemp("page") / "questions.html"
    path.write_text(page_of(chapters), encoding="utf-8")
    return path


def says(article, text):
    article.locator(".gmm-question-status", has_text=text).wait_for()


def reasons(article):
    return article.locator(".gmm-question-reason:visible").all_inner_texts()


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_kind_is_answered_and_kept(open_page, shoot, scheme):
    page = open_page(color_scheme=scheme)
    asked = {kind: page.locator(f"#{question.key}") for kind, question in FULL.items()}

    def submit(kind):
        asked[kind].locator(".gmm-question-submit").click()

    asked["one"].get_by_label("Nk", exact=True).check()
    submit("one")
    says(asked["one"], "Not right.")
    asked["one"].get_by_label("1", exact=True).check()
    submit("one")
    says(asked["one"], "Right.")
    asked["several"].get_by_label("sum is 1").check()
    submit("several")
    says(asked["several"], "Not yet right. 1 more is right.")
    assert asked["several"].get_by_text("Two do.").is_visible()
    asked["number"].get_by_label("Your answer").fill("0.8")
    page.keyboard.press("Enter")
    says(asked["number"], "Right.")
    submit("order")
    says(asked["order"], "Put the items in order first.")
    plane = asked["point"].locator(".gmm-question-plane")
    box = plane.bounding_box()
    # (1, 1) in axes from -2 to 2 that take four fifths of the picture
    plane.click(position={"x": box["width"] * 0.7, "y": box["height"] * 0.3})
    submit("point")
    says(asked["point"], "Right.")
    assert reasons(asked["point"]) == ["✓ Right. The average."]
    shown = asked["point"].get_by_alt_text("The mean has moved.")
    assert shown.evaluate("(img) => img.naturalWidth") == 450
    shoot(page, "top")
    shoot(page.locator("main"), "all")

    for _ in range(3):  # on a busy machine Chromium may read before it has written all
        page.reload()
        if asked["one"].locator(".gmm-question-status", has_text="Right.").count():
            break
    says(asked["one"], "Right.")
    says(asked["several"], "Not yet right.")
    assert reasons(asked["point"]) == ["✓ Right. The average."]
    assert asked["number"].get_by_label("Your answer").input_value() == "0.8"

    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Delete all answers").click()
    page.wait_for_function("localStorage.length === 0")
    page.locator("#rows .gmm-question-submit").wait_for()
    assert page.locator(".gmm-question-status", has_text="ight").count() == 0


@pytest.mark.slow
def test_without_a_script_questions_and_folded_answers_are_read(open_page, shoot):
    page = open_page(java_script_enabled=False)
    article = page.locator("#mean")
    assert article.get_by_text("Where does the mean go?").is_visible()
    assert article.get_by_alt_text("An empty plane.").is_visible()
    assert not article.get_by_text("The average.").is_visible()
    article.get_by_text("Answer", exact=True).click()
    assert article.get_by_text("The average.").is_visible()
    assert page.get_by_role("link", name="Sampling").get_attribute("href") == "#01_sampling"
    shoot(page)


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_telephone(open_page, shoot, scheme):
    page = open_page(color_scheme=scheme)
    page.set_viewport_size({"width": 360, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    shoot(page)


@pytest.mark.slow
def test_answers_that_were_kept_by_something_else_break_nothing(open_page):
    page = open_page()
    page.evaluate(
        """() => {
          const names = JSON.parse(document.getElementById("questions").textContent);
          for (const { name } of names) localStorage.setItem(`gmm-questions/${name}`, "no JSON");
        }"""
    )
    page.reload()
    assert page.locator(".gmm-question").count() == len(FULL)
