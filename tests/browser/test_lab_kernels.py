"""A kernel that ends while its notebook is open: sliders and explorers say so."""

import pytest
from support import servers
from support.pages import Explorer, open_notebook, run_all

SETUP = """\
from gmm_helpers.drawing import SliderFigure, integer_slider
from gmm_helpers.explorer import EMExplorer

def draw(ax, power):
    return f"Power {power}."
"""
SLIDER = "SliderFigure(draw, height=2, power=integer_slider('power', 1, 9, value=3))"
SLOW = """\
import time
import gmm_helpers as gmm

def my_e_step(X, *params):
    time.sleep(60 if len(params[0]) > 3 else 0)
    return gmm.e_step(X, *params)

EMExplorer(e_step=my_e_step, max_iter=3)"""
# Milliseconds. Of a kernel that ends elsewhere a page hears nothing: its connection stays open
# until JupyterLab counts its kernels again, every ten seconds (more when the machine is busy).
SAID = 90_000


def by_menu(page, _address):
    page.get_by_role("menuitem", name="Kernel", exact=True).click()
    page.locator(".lm-Menu-itemLabel", has_text="Shut Down Kernel").click()


def from_elsewhere(_page, address):
    servers.end_kernels(address)


@pytest.mark.slow
@pytest.mark.parametrize("end", [by_menu, from_elsewhere])
def test_a_kernel_that_is_shut_down_is_missed(lab, visit, write_notebook, shoot, end):
    """Also by who waits for an answer: the choice is taken back."""
    write_notebook(lab.folder / "ended.ipynb", SETUP, SLIDER, "EMExplorer()", SLOW)
    page = visit()
    open_notebook(page, lab.address, "ended.ipynb")
    run_all(page)
    shown, slider = Explorer(page), page.get_by_role("slider", name="power", exact=True)
    waiting = Explorer(page, 1)
    waiting.press("K")
    waiting.root.locator(".emx-problem", has_text="Waiting for Python").wait_for()
    end(page, lab.address)
    waiting.root.locator(".emx-said", has_text="was not kept").wait_for(timeout=SAID)
    assert waiting.text("problem") == ""
    assert waiting.numbers()["choice"]["n_components"] == 3
    assert waiting.root.get_by_label("K", exact=True).locator("output").text_content() == "3"
    page.get_by_text("Run this cell to move it").wait_for(timeout=SAID)
    shown.press("K")
    shown.shows(n_components=4)
    assert shown.text("problem") == ""  # it waits for nobody
    shown.press("End")
    shown.at(shown.numbers()["last"])
    slider.focus()
    page.keyboard.press("ArrowRight")
    assert slider.input_value() == "3"
    page.get_by_text("Power 3.", exact=True).wait_for()
    shoot(page)
    assert page.heard.errors == []
    servers.end_kernels(lab.address)
