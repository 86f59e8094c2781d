"""Questions in JupyterLab: answered, kept over a restart and a shut-down, and without Python."""

import json

import pytest
from support import servers
from support.pages import idle, open_notebook, restart, run_all, save

from gmm_helpers.questions.record import MIME

SETUP = """\
from gmm_helpers.drawing import new_figure, show
from gmm_helpers.questions import ask, number, order, place, point, predict, right, slip, wrong
fig, ax = new_figure(height=3)
ax.set(xlim=(-4, 4), ylim=(-2, 2))"""
ONE = """\
ask("rows", "What does a row of r_nk sum to?",
    right("1", "Each sample has *one* owner."), wrong("N_k", "That is a column.", mistake=""))"""
SEVERAL = """\
ask("sums", "Which hold?", right("pi_k >= 0", "A share."), wrong("mu_k >= 0", "Anywhere."),
    right("they sum to 1", "All of it."), several=True)"""
NUMBER = """\
predict("share", "What is 0.1 / 0.125?", number(0.8, 0.01, "Four fifths.",
    slip(1.25, "Upside down."), too_small="More.", too_large="Less."), shows="It is 0.8.")"""
ORDER = """\
ask("steps", "What comes first?",
    order(("start", "A guess."), ("E-step", "It needs parameters."), ("M-step", "Last.")))"""
POINT = """\
predict("mean", "Click where the mean goes.", point(ax, "An empty plane.",
    place(1, 1, 0.4, "The average."), place(-2, -1, 0.5, "The old one."), elsewhere="No."),
    shows=show(fig, alt="The mean has moved."))"""

OTHER = ONE.replace('"rows"', '"keys"').replace("a row of", "the same row of")


class Asked:
    """A question of a page, by its text."""

    def __init__(self, page, text):
        self.page = page
        self.root = page.locator(".gmm-question", has_text=text)
        self.root.wait_for()
        self.root.scroll_into_view_if_needed()

    def choose(self, label):
        self.root.get_by_label(label, exact=True).check()

    def answer(self):
        self.root.locator(".gmm-question-submit").click()

    def fill(self, label, text):
        self.root.get_by_label(label, exact=True).fill(text)

    def says(self, text):
        self.root.locator(".gmm-question-status", has_text=text).wait_for()

    def reasons(self):
        return self.root.locator(".gmm-question-reason:visible").all_inner_texts()


@pytest.fixture
def asked(lab, visit, write_notebook):
    path = lab.folder / "asked.ipynb"
    (lab.folder / "gmm_progress.jsonl").unlink(missing_ok=True)
    write_notebook(path, SETUP, ONE, SEVERAL, NUMBER, ORDER, POINT, OTHER)
    page = visit()
    open_notebook(page, lab.address, "asked.ipynb")
    run_all(page)
    yield page, path
    servers.end_kernels(lab.address)


def keys_answer_and_leave_the_notebook_alone(page):
    one = Asked(page, "the same row of")
    one.root.get_by_label("1", exact=True).focus()
    page.keyboard.press("ArrowDown")
    assert one.root.get_by_label("Nk", exact=True).is_checked()
    n_cells = page.locator(".jp-Notebook .jp-Cell").count()
    page.keyboard.press("d")
    page.keyboard.press("d")
    assert page.locator(".jp-Notebook .jp-Cell").count() == n_cells
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    one.says("Right.")
    one.root.get_by_role("button", name="Start over").focus()
    page.keyboard.press("Enter")
    assert one.reasons() == []
    assert one.root.locator(".gmm-question-status").text_content() == ""


@pytest.mark.slow
def test_every_kind_is_answered_wrongly_and_rightly_and_by_keys(asked, shoot):
    page, path = asked
    keys_answer_and_leave_the_notebook_alone(page)
    one = Asked(page, "a row of")
    one.answer()
    one.says("Give an answer first.")
    one.choose("Nk")
    one.answer()
    one.says("Not right.")
    assert one.reasons() == ["✗ Wrong. That is a column."]
    one.choose("1")
    one.answer()
    one.says("Right.")
    assert one.reasons() == ["✓ Right. Each sample has one owner.", "✗ Wrong. That is a column."]

    several = Asked(page, "Which hold?")
    several.choose("they sum to 1")
    several.answer()
    several.says("Not yet right. 1 more is right.")
    several.choose("πk >= 0")
    several.answer()
    several.says("Right.")

    number = Asked(page, "What is 0.1")
    assert number.root.locator(".gmm-question-shown").is_hidden()
    number.fill("Your answer", "5/4")
    page.keyboard.press("Enter")
    number.says("Not as predicted")
    assert number.reasons() == ["✗ Wrong. Upside down. It is 0.8: Four fifths."]
    assert number.root.get_by_text("It is 0.8.", exact=True).is_visible()

    order = Asked(page, "What comes first?")
    begun = order.root.locator("li > span").all_inner_texts()
    assert begun != ["start", "E-step", "M-step"]
    order.answer()
    order.says("Put the items in order first.")
    order.root.get_by_role("button", name="Move").first.click()
    for _ in range(2):
        order.root.get_by_label("Move up: start").click()
        order.root.get_by_label("Move down: M-step").click()
    order.answer()
    order.says("Right.")

    point = Asked(page, "Click where")
    plane = point.root.locator(".gmm-question-plane")
    box = plane.bounding_box()
    plane.click(position={"x": box["width"] * 0.3, "y": box["height"] * 0.7})
    point.answer()
    point.says("Not as predicted")
    assert point.root.get_by_alt_text("The mean has moved.").is_visible()
    shoot(page.locator(".jp-Notebook"), "answered")
    idle(page)
    kept = {
        line["name"]: (line["attempts"], line["right"])
        for line in map(json.loads, (path.parent / "gmm_progress.jsonl").read_text().splitlines())
    }
    assert kept["rows"] == ([[1], [0]], True)
    assert kept["sums"] == ([[2], [0, 2]], True)
    assert kept["share"] == ([1.25], False)
    assert kept["steps"][0][-1] == [0, 1, 2]
    assert page.heard.errors == []


@pytest.mark.slow
def test_answers_survive_a_restart_and_a_shut_down(lab, asked, visit, shoot):
    page, path = asked
    one = Asked(page, "a row of")
    one.choose("Nk")
    one.answer()
    one.says("Not right.")
    idle(page)

    restart(page)
    run_all(page)
    one = Asked(page, "a row of")
    one.says("Not right.")
    assert one.reasons() == ["✗ Wrong. That is a column."]
    saved = save(page, path)
    outputs = [output for cell in saved.cells[1:2] for output in cell.outputs]
    assert [o.data[MIME]["attempts"] for o in outputs if MIME in o.data] == [[[1]]]

    servers.end_kernels(lab.address)
    later = visit()
    open_notebook(later, lab.address, "asked.ipynb")
    one = Asked(later, "a row of")
    servers.end_kernels(lab.address)  # nothing of what follows needs one
    one.says("Not right.")
    one.choose("1")
    one.answer()
    one.says("Right.")
    saved = save(later, path)
    states = saved.metadata.widgets["application/vnd.jupyter.widget-state+json"]["state"].values()
    kept = [each["state"] for each in states if "_attempts" in each["state"]]
    assert [[1], [0]] in [each["_attempts"] for each in kept]
    shoot(later)

    third = visit()
    open_notebook(third, lab.address, "asked.ipynb")
    run_all(third)  # what was answered without a kernel is not forgotten
    Asked(third, "a row of").says("Right.")
    idle(third)
    events = map(json.loads, (path.parent / "gmm_progress.jsonl").read_text().splitlines())
    assert [event for event in events if event["name"] == "rows"][-1]["attempts"] == [[1], [0]]
