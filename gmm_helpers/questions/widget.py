"""A question in a notebook: what the browser and the kernel share.

The browser judges answers, too, so that none of it needs a kernel. Answers are kept in three
places, each where the others fail: in the state of the widget, for a notebook that is opened
without a kernel; in an output of the cell, for front ends that save no state, and for grading;
and in a file beside the notebook, from which a new kernel has them when the cell is run again.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import anywidget
import traitlets

from .. import drawing
from ..drawing.reruns import close_those_of_an_earlier_run
from . import progress_file
from .answers import ever_right, is_answer, respond
from .as_data import from_data, to_data, typeset_texts
from .definition import Question
from .record import Record
from .still import as_html, as_text

__all__ = ["QuestionWidget"]


def _read(package: str, name: str) -> str:
    return (files(package) / "static" / name).read_text(encoding="utf-8")


class QuestionWidget(anywidget.AnyWidget):
    """A question with its answers so far; made by `ask` and `predict`.

    Examples
    --------
    >>> from gmm_helpers.questions import ask, right, wrong
    >>> asked = ask("two", "1 + 1?", right("2", "Count."), wrong("3", "One too many."))
    >>> asked.answer([1])
    >>> asked.answer([0])
    >>> asked.attempts, asked.is_right
    ([[1], [0]], True)
    """

    _esm = "".join(
        [
            *(_read(drawing.__name__, name) for name in ("saving.js", "page_parts.js")),
            *(_read(__package__, name) for name in ("judge.js", "inputs.js", "question.js")),
        ]
    )
    _css = _read(__package__, "question.css")
    _ipython_display_ = None

    _question = traitlets.Dict({}).tag(sync=True)
    _attempts: traitlets.List = traitlets.List([]).tag(sync=True)

    def __init__(self, question: Question):
        data = to_data(question)
        self.question = from_data(data)  # its pictures are encoded once
        self._record = Record(data)
        attempts = self._usable(progress_file.attempts_at(question.key))
        super().__init__(_question=typeset_texts(data), _attempts=attempts)
        close_those_of_an_earlier_run(self)
        self.observe(self._receive, names="_attempts")

    @property
    def attempts(self) -> list:
        """All answers given, in their order; see `respond` for what they are."""
        return self._usable(self._attempts)

    @property
    def is_right(self) -> bool:
        """Whether an answer was right; of a prediction, whether the first one was."""
        return ever_right(self.question, self.attempts)

    def answer(self, given: Any) -> None:
        """Answer as a reader would.

        Raises
        ------
        ValueError
            If it is no answer to this question; see `respond`.
        """
        respond(self.question, given)
        self._attempts = [*self._attempts, given]

    def _usable(self, attempts: list) -> list:
        """Those that are answers to this question, which may have been changed since."""
        return [given for given in attempts if is_answer(self.question, given)]

    def _receive(self, change) -> None:
        attempts = self._usable(change["new"])
        question = self.question
        progress_file.keep_attempts(question.key, attempts, self.is_right, question.is_prediction)
        self._record.update(attempts)

    def __repr__(self) -> str:
        return as_text(self.question)

    def _repr_mimebundle_(self, **kwargs):
        self._record.show(self.attempts)
        bundle = super()._repr_mimebundle_(**kwargs) or {}
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        still = {"text/html": as_html(self.question), "text/plain": as_text(self.question)}
        return {**data, **still}, metadata
