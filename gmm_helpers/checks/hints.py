"""``hint("e_step")``: one step of help at a time."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from ..drawing.typesetting import code_block, typeset, typeset_plain
from ..exercises import EXERCISES
from .naming import exercise_of, unknown_name

__all__ = ["Hint", "HintStep", "hint", "nested", "steps_of"]

_SKELETON = "Here is one solution, with two gaps. Replace each `___`:"
_last_steps: dict[str, int] = {}


class HintStep(NamedTuple):
    """A text, perhaps with code below it."""

    title: str
    text: str
    code: tuple[str, ...] = ()

    @property
    def content(self) -> str:
        """HTML without the title."""
        return f"<p>{typeset(self.text)}</p>{code_block(self.code) if self.code else ''}"


def steps_of(exercise: str) -> list[HintStep]:
    """All steps, from a nudge to almost the answer."""
    asked = EXERCISES[exercise]
    said: list[tuple] = [(text,) for text in asked.hints]
    if asked.skeleton:
        said.append((_SKELETON, tuple(asked.skeleton.strip().splitlines())))
    return [HintStep(f"Hint {i} of {len(said)}", *parts) for i, parts in enumerate(said, start=1)]


def _folded(title: str, content: str, is_open: bool = False) -> str:
    """HTML that is shown once its title is opened, which needs no kernel and no script."""
    return (
        f'<details{" open" if is_open else ""} style="margin: 0.3em 0">'
        f'<summary style="cursor: pointer">{title}</summary>{content}</details>'
    )


def nested(exercise: str) -> str:
    """All hints, each inside the one before: nobody sees more than was asked for."""
    inside = ""
    for step in reversed(steps_of(exercise)):
        inside = _folded(step.title, step.content + inside)
    return inside


@dataclass(frozen=True, repr=False)
class Hint:
    """One step of help, shown below the steps before it.

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
        if not self.n_steps:
            return f"No hint: {typeset_plain(self.text)}"
        steps = [
            "\n".join(
                [f"{step.title}: {typeset_plain(step.text)}", *(f"    {c}" for c in step.code)]
            )
            for step in self._steps()
        ]
        return "\n".join([f"{self.exercise}:", *steps, self._more()])

    def _repr_html_(self) -> str:
        inside = f"<p><strong>No hint:</strong> {typeset(self.text)}</p>"
        if self.n_steps:
            steps = self._steps()
            shown = [_folded(f"{step.title}:", step.content, step is steps[-1]) for step in steps]
            title = f"<p><strong>{self.exercise}:</strong></p>"
            inside = f"{title}{''.join(shown)}<p>{self._more()}</p>"
        return (
            '<div class="gmm-said" style="border-left: 4px solid #0072B2; background: #EEF5FA; '
            "color: #1A1A1A; padding: 0.1em 0.8em; max-width: 50em; "
            f'overflow-wrap: anywhere">{inside}</div>'
        )

    def _steps(self) -> list[HintStep]:
        return steps_of(self.exercise)[: self.step]

    def _more(self) -> str:
        last = self.step == self.n_steps
        return "That was the last hint." if last else "Call hint again for the next."


def hint(exercise: str | Callable, step: int | None = None) -> Hint:
    """Give the next hint for an exercise, or a particular one, and those before it.

    The last one is a solution with two gaps.

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
    steps = steps_of(name)
    if step is None:
        step = min(_last_steps.get(name, 0) + 1, len(steps))
    if not isinstance(step, int) or step not in range(1, len(steps) + 1):
        return Hint(name, 0, 0, f"{name} has hints 1 to {len(steps)}, not {step!r}.")
    _last_steps[name] = step
    asked = steps[step - 1]
    return Hint(name, step, len(steps), "\n".join([asked.text, *asked.code]))
