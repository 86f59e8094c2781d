"""The report of a class, opened from disk with no network: sorted, shown as slides, saved."""

import csv
import io

import pytest
from support.made_class import made_class

from gmm_helpers.grading.notices import NoticeKind
from gmm_helpers.grading.reports.outputs import write_report

EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
RULES = "exercise;mistake;points;comment\r\ne_step;nobody made it;4,5;=1+1\r\n"
N = 130


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    folder = tmp_path_factory.mktemp("graded")
    (folder / "rules.csv").write_text(RULES, encoding="utf-8-sig")
    results, about, names = made_class(N)
    evil = results[0].person._replace(name=EVIL, time=EVIL)
    note = NoticeKind.CELL_REMOVED(notebook=EVIL, cell=EVIL)
    results[0] = results[0]._replace(known=evil, notes=(note,))
    write_report(folder, results, names, about)
    return folder / "report.html"


def column(page, name):
    """What stands in a column of the table of students."""
    return page.evaluate(
        """(name) => {
          const table = document.querySelector("#all-students");
          const at = [...table.tHead.rows[0].cells].findIndex((th) => th.textContent === name);
          return [...table.tBodies[0].rows].map((row) => row.cells[at].innerText);
        }""",
        name,
    )


@pytest.mark.slow
def test_students_are_sorted_by_mouse_and_by_keyboard(open_page):
    page = open_page()
    table = page.locator("#all-students")
    heading = table.get_by_role("columnheader", name="score")
    heading.get_by_role("button").click()
    assert heading.get_attribute("aria-sort") == "ascending"
    page.get_by_role("button", name=f"Show all {N}").click()
    scores = [float(text.split()[0]) for text in column(page, "score")]
    assert scores == sorted(scores)
    assert len(scores) == N
    heading.get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert heading.get_attribute("aria-sort") == "descending"
    assert column(page, "score")[0].startswith(f"{max(scores):g} of")
    attention = table.get_by_role("columnheader", name="attention")
    page.keyboard.press("Shift+Tab")  # back over columns to that of attention
    while not attention.locator("button:focus").count():
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    assert attention.get_attribute("aria-sort") == "descending"
    assert heading.get_attribute("aria-sort") is None
    reasons = column(page, "attention")
    needs_review = ["needs review" in text for text in reasons]
    assert needs_review == sorted(needs_review, reverse=True)
    assert any(needs_review)
    assert reasons[-1] == ""


@pytest.mark.slow
def test_of_many_students_the_first_are_shown_and_one_is_found(open_page):
    page = open_page()
    rows = page.locator("#all-students tbody tr")
    assert rows.count() == 100
    page.get_by_label("Find a student").fill("u117")
    assert rows.count() == 1
    assert rows.first.locator("a").first.get_attribute("href").startswith("feedback/")
    strip = rows.first.locator(".strip")
    signs = strip.locator("i").all_inner_texts()
    assert set(signs) <= set("✓½✗!…\u2013")
    assert len(strip.get_attribute("aria-label").split(", ")) == len(signs)


@pytest.mark.slow
def test_names_and_texts_are_only_text(open_page):
    page = open_page()
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.get_by_label("Find a student").fill("alert(1)")
    assert column(page, "student") == [EVIL]
    assert page.locator("img").count() == 0
    assert dialogs == []


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_slides_show_each_mistake_without_a_name(open_page, shoot, scheme):
    page = open_page(color_scheme=scheme)
    opener = page.get_by_role("button", name="Show as slides")
    opener.focus()
    page.keyboard.press("Enter")
    slides = page.get_by_role("dialog")
    assert slides.get_by_role("heading").inner_text() == "What went wrong most"
    page.keyboard.press("ArrowRight")
    first = page.locator("#all-mistakes tbody tr").first
    assert slides.get_by_role("heading").inner_text() == first.locator(".name").text_content()
    assert first.get_attribute("data-count") in slides.inner_text()
    assert slides.locator("pre").inner_text().startswith("def ")
    shoot(page)
    names = first.locator("details").last.locator("p").text_content().split("; ")
    assert names
    text = slides.inner_text()
    assert not [name for name in names if name in text]
    page.keyboard.press("Escape")
    slides.wait_for(state="hidden")
    page.wait_for_function("document.activeElement.textContent === 'Show as slides'")


def saved(page):
    with page.expect_download() as download:
        page.get_by_role("button", name="Save rules.csv").click()
    assert download.value.suggested_filename == "rules.csv"
    with open(download.value.path(), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(io.StringIO(file.read())))


@pytest.mark.slow
def test_rules_are_saved_with_those_that_held_before(open_page):
    page = open_page()
    assert (
        "nobody made it: 4,5" in page.locator("#mistakes ~ p", has_text="kept in it").inner_text()
    )
    form = page.locator(".kept").first
    form.locator("input").first.fill("99")
    page.get_by_role("button", name="Save rules.csv").click()
    assert page.locator(".rules [role=status]").inner_text() == "Not saved yet."
    form.locator("input").first.fill("0")
    form.locator("input").first.press_sequentially(",5")  # an English browser, a German keyboard
    form.locator("input").last.fill('almost, "really"')
    exercise, mistake = (form.get_attribute(f"data-{name}") for name in ("exercise", "mistake"))
    assert saved(page) == [
        {
            "exercise": exercise,
            "mistake": mistake,
            "points": "0.5",
            "comment": 'almost, "really"',
        },
        {
            "exercise": "e_step",
            "mistake": "nobody made it",
            "points": "4.5",
            "comment": "'=1+1",
        },
    ]
    assert "Saved 2 rules" in page.locator(".rules [role=status]").inner_text()


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_nothing_is_wider_than_the_screen(path, visit, shoot, scheme):
    page = visit(color_scheme=scheme)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator("#all-students").get_by_role("button", name="attention").click()
    assert "needs review" in column(page, "attention")[0]
    shoot(page)


@pytest.mark.slow
def test_strips_and_bars_stay_under_forced_colours(path, visit, shoot):
    page = visit(forced_colors="active")
    page.goto(path.as_uri())
    for part in (".columns i", ".count i", ".tile", ".shares i"):
        background = page.locator(part).last.evaluate(
            "(one) => getComputedStyle(one).backgroundColor"
        )
        assert background not in ("rgba(0, 0, 0, 0)", "rgb(255, 255, 255)") or part == ".tile"
    shoot(page)


@pytest.mark.slow
def test_without_a_script_everybody_is_in_a_plain_table(path, visit):
    page = visit(java_script_enabled=False)
    page.goto(path.as_uri())
    assert page.locator("#all-students tbody tr").count() == N
    assert not page.get_by_text("Save rules.csv").is_visible()
    assert not page.get_by_text("Show as slides").is_visible()


@pytest.mark.slow
def test_on_paper_all_rows_are_there(open_page):
    page = open_page()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#all-students tbody tr").count() == N
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#all-students tbody tr").count() == 100
