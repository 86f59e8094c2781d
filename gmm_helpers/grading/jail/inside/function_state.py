"""What the result of a function may depend on, as a digest: two that agree are the same function.

A helper, a constant or a list that a function uses may be something else further down in a
notebook. What a function reaches is followed through names, closures and containers; what comes
from a library counts as the same as long as it is the same object.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from hashlib import blake2b
from types import BuiltinFunctionType, CodeType, FunctionType, MethodType, ModuleType
from typing import Any

import numpy as np

__all__ = ["FunctionState", "state_of"]

MAX_PARTS = 20_000
MAX_BYTES = 2**24  # of arrays and texts; what lies beyond is not looked at
_PLAIN = (type(None), type(...), bool, int, float, complex, str, bytes)
# Objects of these modules are of no use in a process that has been forked.
_RUNNING = ("threading", "concurrent", "multiprocessing", "asyncio", "subprocess")


class FunctionState:
    """The digest of a function, and whether it reaches something that runs beside it.

    What counts by its identity is `kept`, so that no other object can take its place.
    """

    def __init__(self, value: Any):
        self.is_running = False
        self.kept: list[Any] = []
        self._seen: dict[int, int] = {}
        self._hash = blake2b(digest_size=16)
        self._parts = self._bytes = 0
        self._walk(value)
        self.digest = self._hash.digest()

    def _say(self, *words: Any) -> None:
        for word in words:
            data = word if isinstance(word, bytes) else repr(word).encode("utf-8", "replace")
            self._bytes += len(data)
            self._hash.update(b"%d:" % len(data) + data)

    def _walk(self, value: Any) -> None:
        waiting: list[Any] = [value]
        while waiting and self._parts < MAX_PARTS and self._bytes < MAX_BYTES:
            self._parts += 1
            value = waiting.pop()
            kind = type(value)
            if kind in _PLAIN:
                self._say(kind.__name__, str(value)[:MAX_BYTES] if kind is str else value)
                continue
            if id(value) in self._seen:
                self._say("seen", self._seen[id(value)])
                continue
            self._seen[id(value)] = len(self._seen)
            self.kept.append(value)
            waiting += [*self._parts_of(value, kind)][::-1]

    def _parts_of(self, value: Any, kind: type) -> Iterator[Any]:
        """Describe a value, and yield what else it consists of."""
        module = getattr(kind, "__module__", "")
        self.is_running |= isinstance(module, str) and module.startswith(_RUNNING)
        self._say(kind.__qualname__)
        if kind is FunctionType:
            yield from self._parts_of_function(value)
        elif kind is CodeType:
            self._say(value.co_code, value.co_names, value.co_varnames, value.co_flags)
            yield from value.co_consts
        elif kind is np.ndarray and not value.dtype.hasobject and value.nbytes < MAX_BYTES:
            self._say(value.dtype.str, value.shape, value.tobytes())
        elif kind in (list, tuple) or (issubclass(kind, tuple) and kind.__len__ is tuple.__len__):
            yield from tuple.__iter__(value) if issubclass(kind, tuple) else value
        elif kind is dict:
            for pair in value.items():
                yield from pair
        elif kind in (set, frozenset):
            self._say(sorted(map(repr, value)) if len(value) < MAX_PARTS else len(value))
        elif kind is MethodType:
            yield from (value.__func__, value.__self__)
        elif kind is functools.partial:
            yield from (value.func, value.args, value.keywords)
        elif kind is type and value.__module__ == "__main__":
            yield from (part for pair in vars(value).items() for part in pair)
        elif kind not in (type, ModuleType, BuiltinFunctionType):
            yield from self._parts_of_object(value, kind)
        else:
            self._say(id(value))

    def _parts_of_object(self, value: Any, kind: type) -> Iterator[Any]:
        try:
            inside = object.__getattribute__(value, "__dict__")
        except AttributeError:
            inside = {}
        if kind.__module__ == "__main__":
            yield kind
        elif not inside:
            self._say(id(value))
        for pair in list(inside.items()):
            yield from pair

    def _parts_of_function(self, function: FunctionType) -> Iterator[Any]:
        space = function.__globals__
        if space.get("__name__") != "__main__":
            self._say(id(function))
            return
        yield from (function.__code__, function.__defaults__, function.__kwdefaults__)
        yield function.__dict__
        for cell in function.__closure__ or ():
            try:
                yield cell.cell_contents
            except ValueError:  # it is still empty
                self._say("empty")
        names = [*dict.fromkeys(_names_in(function.__code__))]
        known = function.__builtins__  # type: ignore[attr-defined]
        for name in names:
            if name in space:
                yield name
                yield from _patched(space[name], names)
            elif name in known:
                yield name
                yield known[name]


def state_of(value: Any) -> FunctionState | None:
    """The state of a function; None if it can't be followed."""
    try:
        return FunctionState(value)
    except Exception:  # the objects may be of the student's making
        return None


def _names_in(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for part in code.co_consts:
        if type(part) is CodeType:
            yield from _names_in(part)


def _patched(value: Any, names: list[str]) -> Iterator[Any]:
    """A value; of a module also what it holds under some names: ``np.sum = mine``."""
    waiting, seen = [value], set()
    while waiting:
        value = waiting.pop()
        yield value
        if type(value) is ModuleType and id(value) not in seen:
            seen.add(id(value))
            waiting += [vars(value)[name] for name in names if name in vars(value)]
