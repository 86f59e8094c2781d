"""Explorers that a notebook keeps, as they are when it is opened again."""

import json

import nbformat

STATE = "application/vnd.jupyter.widget-state+json"


def explorers_in(path):
    """What a notebook keeps of each explorer."""
    state = nbformat.read(path, 4).metadata.get("widgets", {}).get(STATE, {}).get("state", {})
    models = (json.dumps(model) for model in state.values())
    return [model for model in models if "explorer.widget.EMExplorer" in model]


def assert_is_kept(shown, **config):
    """It is drawn, also as an image, plays, and says in a line if it needs Python for more."""
    if shown.root.evaluate("(root) => root.explorer.options.has_own_steps"):
        shown.root.locator(".emx-note", has_text="run the cell again").wait_for()
    numbers = shown.numbers()
    assert numbers["choice"] | config == numbers["choice"]
    assert shown.text("problem") == ""
    still = shown.root.locator("img:not([hidden])").first
    still.wait_for()
    assert "samples of the data" in still.get_attribute("alt")
    assert still.evaluate("(image) => image.naturalWidth") > 200
    shown.press("End")
    shown.at(numbers["last"])
    shown.press("Home", "ArrowRight")
    shown.at(1)
