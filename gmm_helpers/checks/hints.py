"""``hint("e_step")``: one step of help at a time."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

from ..exercises import EXERCISES
from .naming import exercise_of, unknown_name
from .typesetting import typeset, typeset_plain

__all__ = ["Hint", "hint"]

_last_steps: dict[str, int] = {}


@dataclass(frozen=True, repr=False)
class Hint:
    """One step of help.

    Parameters
    ----------
    step, n_steps : int
        This is hint `step` of `n_steps`; both are 0 if there is no such hint, and the text says
        so.
    text : str
        Plain text, as the exercise has it.
    """

    exercise: str
    step: int
    n_steps: int
    text: str

    def __repr__(self) -> str:
        return f"{self._title()} {typeset_plain(self.text)}{self._more()}"

    def _repr_html_(self) -> str:
        return (
            '<div role="status" style="border-left: 4px solid #0072B2; background: #EEF5FA; '
            f'color: #1A1A1A; padding: 0.1em 0.8em; max-width: 50em"><p><strong>{self._title()}'
            f"</strong> {typeset(self.text)}{self._more()}</p></div>"
        )

    def _title(self) -> str:
        if not self.n_steps:
            return "No hint:"
        return f"Hint {self.step} of {self.n_steps} for {self.exercise}:"

    def _more(self) -> str:
        if not self.n_steps:
            return ""
        last = self.step == self.n_steps
        return " (That was the last one.)" if last else " (Call hint again for the next.)"


def hint(exercise: str | Callable, step: int | None = None) -> Hint:
    """Give the next hint for an exercise, or a particular one.

    Parameters
    ----------
    exercise : str or callable
        Its name, or your function.
    step : int, optional
        Which hint, from 1; by default the one after the last you saw. The last hint is given
        again if you ask for more.

    Returns
    -------
    Hint
        If there is no such exercise or step, its text says which there are.

    Examples
    --------
    >>> hint("update_weights", 1).step
    1
    """
    name = exercise_of(exercise, sys._getframe(1))
    if not isinstance(name, str) or name not in EXERCISES:
        return Hint(name if isinstance(name, str) else "", 0, 0, unknown_name(name))
    hints = EXERCISES[name].hints
    if step is None:
        step = min(_last_steps.get(name, 0) + 1, len(hints))
    if not isinstance(step, int) or step not in range(1, len(hints) + 1):
        return Hint(name, 0, 0, f"{name} has hints 1 to {len(hints)}, not {step!r}.")
    _last_steps[name] = step
    return Hint(name, step, len(hints), hints[step - 1])
