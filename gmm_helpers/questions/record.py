"""The answers to a question in the notebook file itself: an output that shows nothing."""

from __future__ import annotations

import uuid
from typing import Any

from .progress_file import in_notebook

__all__ = ["MIME", "Record", "without_pictures"]

MIME = "application/vnd.gmm-answers+json"


class Record:
    """An output of the present cell, which is updated with every answer to a question.

    `data` is the question as `to_data` returns it.
    """

    def __init__(self, data: dict):
        self._question = without_pictures(data)
        self._id = ""

    def show(self, attempts: list) -> None:
        """Add the output to the cell that runs, if this is a notebook."""
        if in_notebook():
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
