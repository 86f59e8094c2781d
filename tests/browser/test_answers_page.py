"""Written answers are marked from disk, with the keyboard alone and without a network."""

import csv
import re

import pytest
from support.answered_class import COLUMNS, PRIOR, class_of
from support.axe import violations

from gmm_helpers.grading.answers.pages import write_answers

HOSTILE = "<img src=x onerror=alert(1)></script><script>document.title = 'mine'</script> $\\pi$"
CLASS = {
    "ann": ("The  weights differ.", "Each column is a distribution."),
    "bob": ("The weights\ndiffer.", ""),
    "=cy": (HOSTILE, "No."),
    "dan, Dr.": ("See ![plot](attachment:image.png)", "No."),
    "eve": ("", ""),
    "fay": None,
}


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "graded"
    folder.mkdir()
    before = "student;exercise;points;comment\nann;e_step;4,5;by hand\n"
    (folder / "points.csv").write_text(before, encoding="utf-8")
    write_answers(folder, *class_of(**CLASS))
    return folder


@pytest.fixture
def open_page(folder, visit):
    """Open a page of the class without a network; `page.elsewhere` is what it asked for."""
    context_of = {}

    def new_page(name=PRIOR, **options):
        page = context_of["one"].new_page() if "one" in context_of else visit(**options)
        context_of["one"] = page.context
        page.context.set_offline(True)
        page.elsewhere = []
        page.on("request", lambda request: page.elsewhere.append(request.url))
        page.goto((folder / "answers" / f"{name}.html").as_uri())
        return page

    return new_page


def saved(page):
    with page.expect_download() as download:
        page.get_by_role("button", name="Save points.csv").click()
    with open(download.value.path(), newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    return {(row["student"], row["exercise"]): (row["points"], row["comment"]) for row in rows}


def progress(page, text):
    page.locator("#progress", has_text=re.compile(f"^{text}$")).wait_for()


def current(page):
    return page.locator("[aria-current=true]")


def keys(page, *pressed):
    for key in pressed:
        page.keyboard.press(key)


@pytest.mark.slow
def test_answers_are_marked_with_keys_kept_and_saved(open_page, shoot):
    page = open_page()
    progress(page, "0 of 3")
    assert page.title().startswith(PRIOR)
    texts = page.locator(".text").all_inner_texts()
    assert HOSTILE in texts
    assert page.locator("#answers img, #answers script").count() == 0
    assert not page.get_by_text("dan, Dr.").is_visible()
    together = next(i for i, text in enumerate(texts) if "weights" in text)
    for i in range(3):
        keys(page, "2" if i == together else "1", "c")
        page.keyboard.type("Say why" if i == 0 else "")
        keys(page, "Enter")
    progress(page, "3 of 3")
    assert "No answer" in current(page).inner_text()
    keys(page, "Enter", "ArrowLeft", "a", "ArrowDown")  # 0 points; then the comment of before
    shoot(page)

    page.reload()
    progress(page, "3 of 3")
    assert page.locator("#unsaved").inner_text() == "4 marks not saved"
    found = saved(page)
    comments = ["Say why" if i in (0, 2) else "" for i in range(3)]
    points = ["1", "1", "0.5"]
    points[together] = "2" if together < 2 else "1.5"
    own = {texts[i]: (points[i], comments[i]) for i in range(3)}
    given = {text: mark for text, mark in own.items() if "weights" in text}
    (both,) = given.values()
    assert found == {
        ("ann", "e_step"): ("4,5", "by hand"),
        ("ann", PRIOR): both,
        ("bob", PRIOR): both,
        ("'=cy", PRIOR): own[HOSTILE],
        ("dan, Dr.", PRIOR): next(mark for text, mark in own.items() if "plot" in text),
        ("eve", PRIOR): ("0", ""),
    }
    assert page.locator("#unsaved").inner_text() == ""
    assert {url.partition(":")[0] for url in page.elsewhere} <= {"file", "data", "blob"}
    assert page.heard.errors == []


@pytest.mark.slow
def test_marks_of_all_questions_go_into_one_file(open_page, folder, tmp_path):
    page = open_page()
    keys(page, "2", "Enter")
    other = open_page(COLUMNS)
    keys(other, "1", "5")  # no more than there is
    assert "2 points at most" in other.locator("#said").inner_text()
    loaded = tmp_path / "of a colleague.csv"
    loaded.write_text("\ufeffstudent,exercise,points\nann,e_step,5\nfay,e_step,1\n", "utf-8")
    other.locator("#file").set_input_files(loaded)
    other.locator("#said", has_text="2 rows of of a colleague.csv were added").wait_for()
    found = saved(other)
    assert {exercise for _, exercise in found} == {"e_step", PRIOR, COLUMNS}
    assert found["ann", "e_step"] == ("5", "")
    assert found["fay", "e_step"] == ("1", "")
    listed = open_page("index")
    assert "student" in listed.locator(f"#marked-{PRIOR}").inner_text()
    (folder / "points.csv").write_text("student,exercise,points,comment\n", encoding="utf-8")
    write_answers(folder, *class_of(**CLASS))
    keys(page, "c")
    page.reload()  # what was saved is no mark of the page's any more where a row says otherwise
    progress(page, "1 of 3")


@pytest.mark.slow
def test_names_are_shown_when_they_are_asked_for(open_page, shoot):
    page = open_page(color_scheme="dark")
    page.get_by_role("button", name="Show names").click()
    assert page.get_by_text("ann; bob").is_visible()
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    shoot(page)


@pytest.mark.slow
def test_where_nothing_is_kept_it_is_said_and_asked(open_page, visit, folder):
    page = visit()
    page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); };"
    )
    page.goto((folder / "answers" / f"{PRIOR}.html").as_uri())
    assert "keeps nothing" in page.locator("#keeping").inner_text()
    keys(page, "1")
    progress(page, "1 of 3")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.reload()
    assert asked == ["beforeunload"]
    progress(page, "0 of 3")


@pytest.mark.slow
def test_an_answer_that_has_changed_is_marked_again(open_page, folder):
    page = open_page()
    for n in range(3):
        progress(page, f"{n} of 3")
        keys(page, "2", "Enter")
    progress(page, "3 of 3")
    rows = "".join(f"{s},{PRIOR},2\n" for s in ("ann", "bob", "'=cy", '"dan, Dr."'))
    saved(page)
    (folder / "points.csv").write_text(f"student,exercise,points\n{rows}", encoding="utf-8")
    later = {**CLASS, "bob": ("Bayes' rule.", "")}
    write_answers(folder, *class_of(**later))
    page.reload()
    progress(page, "3 of 4")
    card = page.locator(".answer", has_text="Bayes' rule.")
    assert "another text had 2 points" in card.locator(".mark").inner_text()
    assert card.get_attribute("aria-current") == "true"
    keys(page, "1")
    progress(page, "4 of 4")
    found = saved(page)
    assert (found["bob", PRIOR], found["ann", PRIOR]) == (("1", ""), ("2", ""))


@pytest.mark.slow
@pytest.mark.parametrize(("name", "scheme"), [(PRIOR, "dark"), ("index", "light")])
def test_nothing_keeps_anybody_out(open_page, name, scheme):
    page = open_page(name, color_scheme=scheme)
    if name == PRIOR:
        keys(page, "2", "c")
        page.keyboard.type("Say why")
        keys(page, "Enter")
        page.get_by_role("button", name="Show names").click()
        page.locator("summary", has_text="Keys").click()
    assert violations(page) == []
