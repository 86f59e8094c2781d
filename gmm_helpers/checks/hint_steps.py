"""The steps of help for an exercise: its hints, and at the end a skeleton of the solution."""

from __future__ import annotations

from typing import NamedTuple

from ..exercises import EXERCISES
from .typesetting import code_block, typeset

__all__ = ["HintStep", "folded", "nested", "steps_of"]

_SKELETON = "Here is one solution, with two gaps. Replace each `___`:"


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


def folded(title: str, content: str, is_open: bool = False) -> str:
    """HTML that is shown once its title is opened, which needs no kernel and no script."""
    return (
        f'<details{" open" if is_open else ""} style="margin: 0.3em 0">'
        f'<summary style="cursor: pointer">{title}</summary>{content}</details>'
    )


def nested(exercise: str) -> str:
    """All hints, each inside the one before: nobody sees more than was asked for."""
    inside = ""
    for step in reversed(steps_of(exercise)):
        inside = folded(step.title, step.content + inside)
    return inside
