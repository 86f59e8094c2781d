"""What is said about a mistake: the table `messages.toml`, read once it is needed."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from ..mistake import Mistake

__all__ = ["MAX_CHARACTERS", "message_of", "read_messages", "said_of"]

MAX_CHARACTERS = 350


@cache
def read_messages() -> Mapping[str, Mapping[str, str]]:
    """Messages by section and name: ``shared``, one section per exercise, and ``quantities``."""
    text = files(__package__).joinpath("messages.toml").read_text(encoding="utf-8")
    return {
        section: {name: " ".join(message.split()) for name, message in messages.items()}
        for section, messages in tomllib.loads(text).items()
    }


def message_of(exercise: str, mistake: Mistake) -> str:
    """What is said about a mistake in an exercise; of two mistakes at once, the first sentences.

    One in a part of a composed exercise is told in the words of the exercise on that part.

    Examples
    --------
    >>> message_of("update_weights", Mistake("rounded", ())).split(".")[0]
    'Your weights are rounded, or truncated to whole numbers'
    """
    if mistake.parts:
        first, second = (_first_sentence(said_of(exercise, part)) for part in mistake.parts)
        return (
            f"Two things are wrong at once. {first}. {second}. Fix one of them, then check again."
        )
    if mistake.part:
        said = said_of(mistake.bank, mistake.name)
        return _shorten(f"The mistake is in your {mistake.part}. {said}")
    return said_of(exercise, mistake.name)


def _shorten(message: str) -> str:
    """Leave out the last sentences of what is too long for one paragraph."""
    while len(message) > MAX_CHARACTERS:
        message = f"{message.rstrip('.').rpartition('. ')[0]}."
    return message


def said_of(exercise: str, name: str) -> str:
    """What is said about something in an exercise, by its name alone."""
    table = read_messages()
    message = table.get(exercise, {}).get(name) or table["shared"].get(name)
    if message is None:  # an exercise that is not of this course
        return f"This is a known mistake: {name}."
    return message.replace("{quantity}", table["quantities"].get(exercise, "results"))


def _first_sentence(message: str) -> str:
    return message.split(": ")[0].split(". ")[0].rstrip(".")
