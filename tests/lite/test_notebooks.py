"""All notebooks in a browser alone: every printed number is the stored one, sliders move."""

import json
import re

import pytest
from support import servers
from support.lite import RUN, LiteNotebook

STORED = servers.ROOT / "notebooks" / "solutions"
NAMES = sorted(path.name for path in STORED.glob("*.ipynb"))
PICTURES = """(cell) => [
  ...[...cell.querySelectorAll(".jp-OutputArea img")].map((img) => img.src),
].join()"""
TIMES = re.compile(r"\d+(\.\d+)? (ms|seconds|s)\b")  # which the notebooks measure


def printed(cell):
    """What a cell printed, without how long anything took."""
    texts = [out["text"] for out in cell["outputs"] if out["output_type"] == "stream"]
    return TIMES.sub("TIME", "".join("".join(text) for text in texts))


def errors(cells):
    return [
        (out["ename"], out["evalue"])
        for cell in cells
        for out in cell.get("outputs", [])
        if out["output_type"] == "error"
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_solved_notebook_prints_the_stored_numbers(visitor, site, name):
    stored = json.loads((STORED / name).read_text(encoding="utf-8"))["cells"]
    notebook = LiteNotebook(visitor, site, name)
    cells = notebook.run_all()["cells"]
    assert errors(cells) == []
    assert all(c["execution_count"] for c in cells if c["cell_type"] == "code" and c["source"])
    differ = [
        (i, printed(old), printed(new))
        for i, (old, new) in enumerate(zip(stored, cells, strict=True))
        if old["cell_type"] == "code" and printed(old) != printed(new)
    ]
    assert differ == []
    for slider in notebook.page.locator(".gmm-slider").get_by_role("slider").all():
        move(notebook.page, slider)
    assert notebook.errors == []
    assert visitor.away == []
    notebook.page.close()


def move(page, slider):
    """One step by keyboard; waits for another picture."""
    slider.scroll_into_view_if_needed()
    cell = slider.locator("xpath=ancestor::*[contains(@class, 'jp-CodeCell')]")
    before = cell.evaluate(PICTURES)
    at_end = slider.evaluate("(slider) => slider.value === slider.max")
    slider.focus()
    page.keyboard.press("ArrowLeft" if at_end else "ArrowRight")
    page.wait_for_function(
        f"([cell, before]) => ({PICTURES})(cell) !== before",
        arg=[cell.element_handle(), before],
        timeout=RUN,
    )
