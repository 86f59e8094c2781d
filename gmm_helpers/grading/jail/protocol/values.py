"""Results of `Exercise.call` as a small tree of JSON and the raw numbers, and back.

The way back reads what a hostile process may have written: it is bounded in depth, number and
size, and makes nothing but float arrays, tuples, `Draws` and `Unusable`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from ....exercises.judging.returned_values import Unusable, UnusableKind
from ....exercises.judging.samples.draws import Draws

__all__ = ["MalformedError", "clean", "from_tree", "n_bytes", "to_tree"]

_TUPLES: dict[str, Callable] = {"tuple": tuple, "draws": lambda items: Draws(*items)}
MAX_DEPTH, MAX_ITEMS, MAX_AXES = 5, 1000, 32
MAX_TEXT, MAX_NAME = 1000, 100


class MalformedError(ValueError):
    """Something that no worker writes unless student code wrote it or got in its way."""


def clean(text: Any, length: int = MAX_TEXT) -> str:
    r"""Make a text of any origin fit for files and pages: one printable line of bounded length.

    Examples
    --------
    >>> clean("a\x00b\nc \ud800")
    'a?b c ?'
    """
    if not isinstance(text, str):
        raise MalformedError("not a text")
    line = " ".join(text[: 4 * length].split())
    line = "".join(char if char.isprintable() else "?" for char in line)
    return line if len(line) <= length else f"{line[: length - 3]}..."


def n_bytes(value: Any) -> int:
    """How many bytes the numbers of a result take."""
    if isinstance(value, tuple) and not isinstance(value, Unusable):
        return sum(map(n_bytes, value))
    return value.nbytes if isinstance(value, np.ndarray) else 0


def to_tree(value: Any, buffers: list[bytes]) -> Any:
    """Describe a result; the numbers of its arrays are appended to `buffers`."""
    if value is None:
        return None
    if isinstance(value, Unusable):
        return {"unusable": _describe(value)}
    if isinstance(value, tuple):
        kind = "draws" if isinstance(value, Draws) else "tuple"
        return {kind: [to_tree(item, buffers) for item in value]}
    buffers.append(value.astype("<f8", copy=False).tobytes())
    return {"array": list(value.shape)}


def _describe(value: Unusable) -> list:
    name, shape = value.type_name, value.shape
    return [
        value.kind.value,
        name if _is_type_name(name) else "",
        list(shape) if shape is not None and len(shape) <= MAX_AXES else None,
        value.length,
    ]


def _read_unusable(content: Any) -> Unusable:
    if not isinstance(content, list) or len(content) != len(Unusable._fields):
        raise MalformedError("an unusable result is not described as one")
    kind, name, shape, length = content
    try:
        kind = UnusableKind(kind)
    except ValueError:
        raise MalformedError("a result is of no known kind") from None
    if not _is_type_name(name):
        raise MalformedError("a type has an impossible name")
    if length is not None and not _is_count(length):
        raise MalformedError("a sequence has an impossible length")
    if shape is None:
        return Unusable(kind, name, None, length)
    if not isinstance(shape, list) or len(shape) > MAX_AXES or not all(map(_is_count, shape)):
        raise MalformedError("an array has an impossible shape")
    return Unusable(kind, name, tuple(shape), length)


def _is_type_name(name: Any) -> bool:
    """Whether it can be the name of a class; "" if there is none."""
    return isinstance(name, str) and len(name) <= MAX_NAME and (not name or name.isidentifier())


def _is_count(n: Any) -> bool:
    return type(n) is int and 0 <= n < 2**63


def from_tree(tree: Any, payload: bytes) -> Any:
    """Rebuild a result from its description and its numbers.

    Raises
    ------
    MalformedError
        If the two do not fit together exactly, or are not of the form `to_tree` makes.
    """
    reader = _Reader(payload)
    value = reader.value(tree, 0)
    if reader.at != len(payload):
        raise MalformedError("there are numbers that belong to no array")
    return value


class _Reader:
    def __init__(self, payload: bytes):
        self.payload, self.at, self.n_items = payload, 0, 0

    def value(self, tree: Any, depth: int) -> Any:
        self.n_items += 1
        if depth > MAX_DEPTH or self.n_items > MAX_ITEMS:
            raise MalformedError("a result has too many parts")
        if tree is None:
            return None
        if not isinstance(tree, dict) or len(tree) != 1:
            raise MalformedError("a result is of no known kind")
        ((kind, content),) = tree.items()
        if kind == "unusable":
            return _read_unusable(content)
        if not isinstance(content, list):
            raise MalformedError("a result is of no known kind")
        if kind == "array":
            return self.array(content)
        if kind not in _TUPLES or (kind == "draws" and len(content) != len(Draws._fields)):
            raise MalformedError("a result is of no known kind")
        return _TUPLES[kind]([self.value(item, depth + 1) for item in content])

    def array(self, shape: list) -> np.ndarray:
        if len(shape) > MAX_AXES or not all(type(n) is int and 0 <= n < 2**31 for n in shape):
            raise MalformedError("an array has an impossible shape")
        end = self.at + 8 * math.prod(shape)
        if end > len(self.payload):
            raise MalformedError("an array is larger than its numbers")
        numbers = np.frombuffer(self.payload[self.at : end], "<f8").astype(float)
        self.at = end
        try:
            return numbers.reshape(shape)
        except ValueError:  # without numbers a shape can still be beyond what NumPy counts to
            raise MalformedError("an array has an impossible shape") from None
