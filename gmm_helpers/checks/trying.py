"""``try_it(e_step, ...)``: see what your function returns, before it is judged."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import numpy as np

from ..exercises.running.exceptions import in_words, is_stub, line_of
from ..exercises.running.time_limits import TookTooLongError, call_within
from .cell_runs import OriginKind, origin_of
from .origins import describe_origin

__all__ = ["try_it"]

SECONDS = 6.0
DIGITS = 3


def try_it(function: Callable, *arguments: Any) -> None:
    """Call your function and print what it returns; what it raises is told in a line.

    Parameters
    ----------
    function : callable
    *arguments : object
        Copies of them are passed, so your function may change them.

    Examples
    --------
    >>> def double(x):
    ...     return 2 * x
    >>> try_it(double, np.array([0.5, 1 / 3]))
    double returns an array of shape (2,):
    [1.    0.667]
    """
    name = getattr(function, "__name__", "your function")
    if not callable(function):
        print(f"Pass the function itself, such as e_step, not {function!r}.")
        return
    origin = origin_of(function, name)
    if origin and origin.kind in (OriginKind.STOPPED, OriginKind.RENAMED):
        print(describe_origin(origin, name, to_do="try"))
        return
    given = copy.deepcopy(arguments)
    try:
        returned = call_within(SECONDS, lambda: function(*given))
    except TookTooLongError as error:
        print(f"{name} was stopped, as {error}. Is it very slow, or does a loop never end?")
    except (Exception, SystemExit) as error:
        if is_stub(error):
            print(f"Nothing to try yet: {error or 'something is still to be written'}.")
            return
        line = line_of(function, error)
        print(f"{name} raises {in_words(error)}{f' ({line})' if line else ''}")
    else:
        print("\n".join(_described(name, returned)))


def _described(name: str, returned: Any) -> list[str]:
    if returned is None:
        return [f"{name} returns None: does it end in return?"]
    if isinstance(returned, tuple) and not hasattr(returned, "_fields"):
        lines = [f"{name} returns {len(returned)} results:"]
        return [*lines, *(line for part in returned for line in _part(part))]
    if hasattr(returned, "_fields"):
        lines = [f"{name} returns {len(returned)} results:"]
        pairs = zip(returned._fields, returned, strict=True)
        return [*lines, *(line for field, part in pairs for line in _part(part, f"{field}, "))]
    first, *rest = _part(returned)
    return [f"{name} returns {first}", *rest]


def _part(part: Any, prefix: str = "") -> list[str]:
    if isinstance(part, np.ndarray) and part.ndim:
        text = np.array2string(part, precision=DIGITS, suppress_small=True)
        return [f"{prefix}an array of shape {part.shape}:", text]
    if isinstance(part, (float, np.floating, np.ndarray)) and np.isrealobj(part):
        return [f"{prefix}{float(part):z.{DIGITS}f}"]
    if isinstance(part, list) and any(isinstance(each, float) for each in part):
        return [f"{prefix}[{', '.join(line for each in part for line in _part(each))}]"]
    return [f"{prefix}{part!r}"]
