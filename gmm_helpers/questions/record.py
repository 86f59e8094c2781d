"""The answers to a question in the notebook file itself: an output that shows nothing."""

from __future__ import annotations

import sys
import uuid
from typing import Any

from .as_data import to_data
from .definition import Question

__all__ = ["MIME", "Record", "without_pictures"]

MIME = "application/vnd.gmm-answers+json"


class Record:
    """An output of the present cell, which is updated with every answer."""

    def __init__(self, question: Question):
        self._question = without_pictures(to_data(question))
        self._id = ""

    def show(self, attempts: list) -> None:
        """Add the output to the cell that runs, if this is a notebook."""
        if _in_notebook():
            self._id = uuid.uuid4().hex
            self._send(attempts, update=False)

    def update(self, attempts: list) -> None:
        """Replace what the output holds, if there is one."""
        if self._id:
            self._send(attempts, update=True)

    def _send(self, attempts: list, update: bool) -> None:
        from IPython.display import display

        data = {MIME: {"question": self._question, "attempts": attempts}, "text/plain": ""}
        display(data, raw=True, display_id=self._id, update=update)


def without_pictures(data: Any) -> Any:
    """Data without what is large: a notebook holds pictures already."""
    if isinstance(data, list):
        return [without_pictures(each) for each in data]
    if not isinstance(data, dict):
        return data
    return {name: without_pictures(value) for name, value in data.items() if name != "png"}


def _in_notebook() -> bool:
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    return getattr(shell, "kernel", None) is not None
