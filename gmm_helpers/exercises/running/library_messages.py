"""Messages of Python and NumPy that must be told apart: this is the only place that reads them."""

from __future__ import annotations

import re
from typing import NamedTuple

from .exceptions import RaisedException

__all__ = [
    "Explained",
    "explained",
    "is_about_none",
    "is_not_callable",
    "mentions",
    "missing_attribute",
    "undefined_name",
]


class Explained(NamedTuple):
    """What an exception means.

    Parameters
    ----------
    name : str
        What went wrong, in a few words.
    sentence : str
        Why it was raised.
    tells_all : bool
        Whether the sentence holds all that the exception's own message says.
    """

    name: str
    sentence: str
    tells_all: bool


_UNDEFINED = re.compile(r"name '(\w+)' is not defined")
_ATTRIBUTE = re.compile(r"(?:module |type object )?'([\w.]+)'(?: object)? has no attribute '(\w+)'")
_S = r"(\([\d, …]*\))"  # a shape; "…" for a length that is not shown
_N = r"([\d…]+)"
_SHAPES, _INDEX, _WHOLE = "incompatible shapes", "no such index", "not a whole number"
_VECTOR = (
    "NumPy aligns shapes from the right, so a vector meets the last axis of a table: one value per "
    "row needs a second axis of length one, and a sum along an axis can keep that axis."
)
_HALF = "/ gives a float, even of whole numbers."
_EXPLANATIONS = (
    # name, pattern of the message, sentence; the groups of the pattern fill its {}
    (
        _SHAPES,
        rf"broadcast together with shapes {_S} {_S}",
        "You combine arrays of shapes {} and {}, which do not fit together. " + _VECTOR,
    ),
    (
        _SHAPES,
        rf"^matmul: .*\(size (?P<b>{_N}) is different from (?P<a>{_N})\)",
        "In a product A @ B the rows of A must be as long as B has rows: here the inner sizes {a} "
        "and {b} differ. Write down both shapes.",
    ),
    (
        _SHAPES,
        rf"^shapes {_S} and {_S} not aligned: {_N} \(dim \d\) != {_N} \(dim 0\)",
        "{} @ {}: the inner sizes {} and {} differ, and a product sums over them.",
    ),
    (
        _SHAPES,
        rf"^solve: .*\(size (?P<b>{_N}) is different from (?P<a>{_N})\)",
        "np.linalg.solve(A, B) solves for the columns of B, which must have as many rows as A: A "
        "has {a}, B has {b}.",
    ),
    (
        _SHAPES,
        rf"remapped shapes \[original->remapped\]: {_S}->\S+ {_S}->\S+\s*$",
        "In einsum a letter stands for one length: in your arrays of shapes {} and {} a letter "
        "that they share stands for two.",
    ),
    (
        "letters of einsum",
        "too many subscripts for operand|more dimensions than subscripts",
        "In einsum every axis of an array has one letter: two for a table, three for a stack of "
        "matrices.",
    ),
    (
        "letters of einsum",
        r"output subscript '(\w)' which never appeared",
        "In einsum every letter after -> must stand before it, and '{}' does not.",
    ),
    (
        _SHAPES,
        rf"output operand with shape {_S} doesn't match the broadcast shape {_S}",
        "A step in place, such as +=, cannot change the shape: the array on its left has shape {}, "
        "and the result would have shape {}.",
    ),
    (
        _SHAPES,
        rf"broadcast input array from shape {_S} into shape {_S}",
        "You store an array of shape {} in a place of shape {}.",
    ),
    (
        _SHAPES,
        rf"same number of dimensions, .* 0 has {_N} dimension.* \d+ has {_N} dimension",
        "Arrays that are joined must have the same number of axes: one of yours has {}, another "
        "{}.",
    ),
    (
        _SHAPES,
        rf"except for the concatenation axis .* dimension {_N}, .* size {_N} and .* size {_N}$",
        "Arrays that are joined along one axis must agree in all others: in axis {} one of yours "
        "has length {}, another {}.",
    ),
    (
        _SHAPES,
        "all input arrays must have the same shape|inhomogeneous shape",
        "Only arrays or lists of the same shape become one array, and yours differ.",
    ),
    (
        _SHAPES,
        rf"^cannot reshape array of size {_N} into shape {_S}",
        "reshape keeps the number of entries: {} entries do not fill an array of shape {}.",
    ),
    (
        _INDEX,
        rf"^index (-?{_N}) is out of bounds for axis {_N} with size {_N}",
        "There is no index {0}: axis {2} has length {3}, and counting begins at 0.",
    ),
    (
        _INDEX,
        rf"array is {_N}-dimensional, but {_N} were indexed",
        "The array has dimension {}, but you give {} indices.",
    ),
    (
        "no such axis",
        rf"axis (-?{_N}) is out of bounds for array of dimension {_N}",
        "The array has dimension {2}, and axes are counted from 0: there is no axis {0}.",
    ),
    (
        _INDEX,
        rf"^boolean index did not match .* axis is {_N} but .* axis is {_N}$",
        "A mask must be as long as the axis that it selects from: the axis has length {}, the mask "
        "{}.",
    ),
    ("an exception", "^list index out of range", "The list has fewer entries than you ask for."),
    (
        _INDEX,
        "^list indices must be .* not tuple",
        "A list takes one index at a time; an array, as from np.array, takes several.",
    ),
    (
        _WHOLE,
        "^only integers, slices|^arrays used as indices must be of integer",
        f"An index must be a whole number (int): {_HALF}",
    ),
    (
        _WHOLE,
        "'float' object cannot be interpreted as an integer",
        f"A size or a number of rounds must be a whole number (int): {_HALF}",
    ),
    (
        "truth of an array",
        "^The truth value of an array",
        "A condition, or an option of a function, needs a single True or False, and this array "
        "gives one per entry.",
    ),
    (
        "array called",
        "'numpy.ndarray' object is not callable",
        "Round brackets call a function; the entries of an array are read with square ones.",
    ),
    (
        "list in place of an array",
        r"unsupported operand type\(s\) for .*'list'|^can't multiply sequence by non-int",
        "Lists do not calculate entry by entry; arrays do, as from np.array.",
    ),
    (
        "number of values",
        rf"^too many values to unpack \(expected {_N}|values to unpack \(expected {_N}, got",
        "There are not as many values on the right as names on the left.",
    ),
    (
        "no square matrix",
        "Last 2 dimensions of the array must be square",
        "An inverse, a determinant and a Cholesky factor exist of square matrices only: the last "
        "two axes must have the same length, as in (K, D, D).",
    ),
    (
        "shape not in parentheses",
        rf"^Cannot interpret '{_N}' as a data type",
        "The shape of a new array is one argument: write it in parentheses of its own, as in "
        "`np.zeros((2, 3))`.",
    ),
    (
        "one average for all components",
        "^Shape of weights must be consistent|^1D weights expected",
        "np.average takes one weight per sample, not a table of them: call it once for each "
        "component, with the column of that component.",
    ),
    (
        "function calls itself",
        "^maximum recursion depth exceeded",
        "A function calls itself again and again. If a helper of the course has the same name, "
        "write `gmm.` before it.",
    ),
)
_NONE = re.compile(r"\bNone(Type)?\b")


def explained(exception: RaisedException) -> Explained | None:
    """Why Python or NumPy raised something, where a sentence can say it."""
    for name, pattern, sentence in _EXPLANATIONS:
        found = re.search(pattern, exception.message)
        if found:
            parts = [re.sub(r",(?=[\d…])", ", ", part or "") for part in found.groups()]
            return Explained(name, sentence.format(*parts, **found.groupdict()), "{" in sentence)
    return None


def undefined_name(exception: RaisedException) -> str | None:
    """The name that means nothing, if that is what was raised."""
    found = _UNDEFINED.match(exception.message) if exception.type == "NameError" else None
    return found[1] if found else None


def missing_attribute(exception: RaisedException) -> tuple[str, str] | None:
    """A module or a type, and the attribute it lacks, if that is what was raised."""
    found = _ATTRIBUTE.match(exception.message) if exception.type == "AttributeError" else None
    return (found[1], found[2]) if found else None


def mentions(exception: RaisedException, number: int) -> bool:
    """Whether NumPy complains of an array with an axis of this length."""
    shapes = " ".join(re.findall(r"\(\d[\d, ]*\)", exception.message))
    return exception.type == "ValueError" and re.search(rf"\b{number}\b", shapes) is not None


def is_about_none(exception: RaisedException) -> bool:
    """Whether something was asked of None that None cannot do."""
    types = "AttributeError", "TypeError", "ValueError"  # the last one of the project's helpers
    return exception.type in types and bool(_NONE.search(exception.message))


def is_not_callable(exception: RaisedException) -> bool:
    """Whether something was called that is no function."""
    return exception.type == "TypeError" and exception.message.endswith("object is not callable")
