"""Explorers of the site: pages of their own, each in a frame as high as what is in it."""

from __future__ import annotations

import ast
import html
from pathlib import Path

import gmm_helpers as gmm

__all__ = ["INSIDE", "call_in", "embedded", "write_explorer"]

OWN_STEPS = {"e_step", "m_step"}  # of a student; a page has the package's own
# The names that stand for data in the chapters' calls.
KNOWN_DATA = {"X": lambda: gmm.load_measurements("old faithful").X}
INSIDE = Path(__file__).with_name("inside_frame.js")
TITLE = "The explorer: EM, half-step by half-step"
FRAME = (
    '<iframe class="gmm-explorer" src="{address}" title="{title}" loading="lazy"></iframe>'
    '<p class="gmm-explorer-paper">Here the explorer is on the page; it cannot be printed.</p>'
    '<p class="gmm-explorer-link"><a href="{address}">Open it on a page of its own</a></p>'
)


def call_in(source: str) -> dict:
    """What the last line of a cell calls `EMExplorer` with, by name; of data only the name.

    Examples
    --------
    >>> call_in('EMExplorer(X, n_components=3, e_step=mine)')
    {'data': 'X', 'n_components': 3}
    """
    call = ast.parse(source).body[-1].value
    options = {}
    if call.args:
        (given,) = call.args
        options["data"] = given.id if isinstance(given, ast.Name) else ast.literal_eval(given)
    for keyword in call.keywords:
        if keyword.arg not in OWN_STEPS:
            options[keyword.arg] = ast.literal_eval(keyword.value)
    return options


def write_explorer(path: Path, options: dict, inside: Path = INSIDE) -> None:
    """Write the page of an explorer; the script `inside` tells the page around its height."""
    from gmm_helpers.explorer import EMExplorer

    options = dict(options)
    if options.get("data") in KNOWN_DATA:
        options["data"] = KNOWN_DATA[options["data"]]()
    EMExplorer(**options).save_html(path, text=False)
    script = inside.read_text(encoding="utf-8")
    before, end, after = path.read_text(encoding="utf-8").rpartition("</body>")
    page = f"{before}<script>\n{script}</script>\n{end}{after}"
    path.write_text(page, encoding="utf-8", newline="\n")


def embedded(name: str, *, up: int) -> str:
    """HTML of the frame that an explorer is in, `up` folders below the index."""
    address = f"{'../' * up}_static/explorers/{name}.html"
    return FRAME.format(address=html.escape(address), title=TITLE)
