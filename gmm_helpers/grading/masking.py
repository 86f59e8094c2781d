"""What came out of a student's process, reduced to what may be judged and shown.

A function is given the hidden inputs, so any text of its own making may quote them: the message
or the type of an exception, the line that a traceback claims, the name of a returned object.
"""

from __future__ import annotations

import builtins
import re
from collections.abc import Collection, Sequence
from itertools import count
from typing import Any

import numpy as np

from ..exercises import Outcome
from ..exercises.judging.plain import Unusable

__all__ = ["masked", "masked_sentence", "masked_text"]

MOST_READ = 2_000
MOST_WORDS = 120  # characters of a message
MOST_NUMBERS = 3  # of one or two digits: they say which axis, or how many
MOST_LETTERS = 24  # of a word: what is longer is data
_MISFIT = re.compile(
    r"ValueError: operands could not be broadcast together with shapes "
    r"\((?:\d{1,4},?){0,4}\) \((?:\d{1,4},?){0,4}\)\s*"
)
_NUMBER = re.compile(r"(?<![A-Za-z_])[-+]?\d[\w.,]*(?:[eE][-+]?\d+)?|(?<=[A-Za-z_])\d{3,}")
_OURS = re.compile(r"it had not returned after [\d.]{1,8} seconds|it was not tried")
_TIME = re.compile(r"it had not returned after ([\d.]{1,8}) seconds")
_LONG = re.compile(rf"\S{{{MOST_LETTERS + 1},}}")
_QUOTES = "'\"`.,:;()"
_LINE = re.compile(r"line (\d{1,5}) of the cell: (.*)", re.DOTALL)
_UNUSABLE = re.compile(
    r"None: did you forget to return it\?|text|an array of complex numbers"
    r"|one array of shape \((?:\d{1,4},? ?){0,4}\)|a (?:tuple|list) of \d{1,4}"
    r"|an object of type [A-Za-z_]{1,24}"
)
_ERRORS = {name for name in vars(builtins) if name.endswith(("Error", "Exception", "Exit"))} | {
    "AxisError",
    "LinAlgError",
    "StopIteration",
    "KeyboardInterrupt",
}


def masked(outcomes: Sequence[Outcome], n_cases: int, lines: Collection[str]) -> list[Outcome]:
    """Outcomes with nothing in words that the student's process could have made up.

    Parameters
    ----------
    outcomes : sequence of Outcome
    n_cases : int
        More than that are dropped.
    lines : collection of str
        The student's own source, line by line and stripped: others are not shown.

    Returns
    -------
    list of Outcome
    """
    return [_masked(outcome, lines) for outcome in outcomes[:n_cases]]


def _masked(outcome: Outcome, lines: Collection[str]) -> Outcome:
    error = masked_text(str(outcome.error)[:MOST_READ], lines) if outcome.error else ""
    return Outcome(
        None if error else _plain(outcome.value),
        error,
        _own_line(str(outcome.line), lines),
        tuple(name for name in outcome.changed if isinstance(name, str) and name.isidentifier()),
        bool(outcome.unwritten),
        bool(outcome.timed_out),
        bool(outcome.untried),
    )


def masked_text(error: str, lines: Collection[str] = ()) -> str:
    """An exception in words without numbers, at a length that quotes nothing.

    Parameters
    ----------
    error : str
    lines : collection of str
        The student's own source: a long name that stands there is shown.

    Returns
    -------
    str

    Examples
    --------
    >>> masked_text("ValueError: expected 3 columns, got [[0.25 -1.5]]")
    'ValueError: expected 3 columns, got [[… …]]'
    """
    if _OURS.fullmatch(error) or _MISFIT.fullmatch(error):  # lengths of axes are no secret
        return error.strip()
    kind, colon, message = error.partition(":")
    if kind not in _ERRORS:
        known = kind.isalpha() and kind.isascii() and kind.endswith(("Error", "Exception"))
        kind = kind if known and len(kind) <= MOST_LETTERS else "an exception"
    return f"{kind}{colon}{masked_sentence(message, lines)}"


def masked_sentence(text: str, lines: Collection[str] = ()) -> str:
    """Any text with no numbers but the first few small ones, and not too long."""
    few, time = count(1), _TIME.search(text)

    def hidden(number: re.Match) -> str:
        if time and number.start() == time.start(1):
            return number[0]
        return number[0] if len(number[0]) < 3 and next(few) <= MOST_NUMBERS else "…"

    def cut(word: re.Match) -> str:
        return word[0] if _is_own_name(word[0].strip(_QUOTES), lines) else "…"

    said = _LONG.sub(cut, _NUMBER.sub(hidden, text))
    return said if len(said) <= MOST_WORDS else f"{said[:MOST_WORDS].rstrip()} …"


def _is_own_name(word: str, lines: Collection[str]) -> bool:
    """Whether a word is a name that the student has written, as in a NameError."""
    return word.isidentifier() and any(re.search(rf"\b{word}\b", line) for line in lines)


def _own_line(line: str, lines: Collection[str]) -> str:
    """The line that raised, if the student has written it."""
    found = _LINE.fullmatch(line)
    return line if found and found[2].strip() in lines else ""


def _plain(value: Any) -> Any:
    if isinstance(value, Unusable):
        known = isinstance(value.what, str) and _UNUSABLE.fullmatch(value.what)
        return value if known else Unusable("an object of another type")
    if isinstance(value, tuple):
        return tuple(_plain(part) for part in value[:64])
    try:
        return np.array(value, dtype=float, subok=False)
    except (TypeError, ValueError):
        return Unusable("an object of another type")
