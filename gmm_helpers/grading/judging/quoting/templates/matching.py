"""A message against the templates: what may vary in it is looked at, place by place."""

from __future__ import annotations

import builtins
import inspect
import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from .....exercises import EXERCISES

__all__ = ["HIDDEN", "NAMES", "Known", "filled"]

HIDDEN = "…"
MAX_AXES = 4
MAX_PARTS = 3  # of a dotted name
MAX_LISTED = 5  # names in one message

_NUMBER = "(?:0|[1-9][0-9]*)"
_NAME = r"[^\W\d]\w*(?:\.(?:<locals>\.)?[^\W\d]\w*)*"
_OPERATORS = """
+ - * / // % @ ** & | ^ << >> < > <= >= == != += -= *= /= //= %= @= **= &= |= ^= <<= >>=
"""
_AXIS = f"(?:{_NUMBER}|newaxis)"
_AXES = rf"\((?:{_AXIS}(?:,{_AXIS})*,?)?\)"
_PAIR = f"{_AXES}->{_AXES}"
_SIGNATURES = (
    "(n?,k),(k,m?)->(n?,m?)",
    "(m,m),(m)->(m)",
    "(m,m),(m,n)->(m,n)",
    "(m,n),(n)->(m)",
    "(n),(n,m)->(m)",
    "(n),(n)->()",
)
_DTYPES = {"float64", "float32", "int64", "int32", "bool", "complex128", "O", "object", "uint8"}


# Named by messages though no student has written it: types, and what stands behind an operator.
_OFTEN = """
NoneType function method module generator builtin_function_or_method dict_keys dict_values
dict_items list_iterator ellipsis numpy ndarray float64 float32 int64 int32 bool_ random
_generator Generator GMMParams gmm_helpers scipy linalg a1 axis1 axis2 source destination
add subtract multiply divide true_divide floor_divide power negative matmul less greater equal
maximum minimum argmax argmin log exp sqrt _sum _prod _mean _var _std solve solve1 inv
"""


def _names() -> frozenset[str]:
    types = {n for n, t in vars(builtins).items() if isinstance(t, type) and n.islower()}
    signatures = [inspect.signature(exercise.reference) for exercise in EXERCISES.values()]
    arguments = {name for signature in signatures for name in signature.parameters}
    return frozenset({*_OFTEN.split(), *EXERCISES} | types | arguments)


NAMES = _names()


class Known(NamedTuple):
    """What can be known without the hidden inputs."""

    names: frozenset[str] = frozenset()  # the student's identifiers
    numbers: frozenset[int] = frozenset(range(4))  # lengths of axes, and the like

    def is_name(self, text: str) -> bool:
        """Whether each part of a dotted name is known, and they are not so many as to say more."""
        parts = text.replace("<locals>.", "").split(".")
        known = [part in NAMES or part in self.names for part in parts]
        return len(parts) <= MAX_PARTS and all(known)

    def are_numbers(self, text: str) -> bool:
        """Whether all numbers in a text are known."""
        return all(int(number) in self.numbers for number in re.findall("[0-9]+", text))


def filled(message: str, templates: str, known: Known) -> str | None:
    """What may be shown of a message, with "…" for what is not known.

    It is None if the message is made by none of the templates, of which there is one a line.
    """
    for compiled, kinds in _compiled(templates):
        found = compiled.fullmatch(message)
        if found:
            return _shown(found, kinds, known)
    return None


def _shown(found: re.Match, kinds: tuple[str, ...], known: Known) -> str:
    said, at = [], 0
    for i, kind in enumerate(kinds, start=1):
        said += [found.string[at : found.start(i)], _PLACES[kind][1](found[i], known)]
        at = found.end(i)
    return "".join([*said, found.string[at:]])


@lru_cache(maxsize=16)
def _compiled(templates: str) -> tuple[tuple[re.Pattern, tuple[str, ...]], ...]:
    return tuple(map(_pattern, templates.splitlines()))


def _pattern(template: str) -> tuple[re.Pattern, tuple[str, ...]]:
    parts = re.split(r"\{(\w+)\}", template)
    fixed = [re.escape(part) for part in parts[::2]]
    places = [f"({_PLACES[kind][0]})" for kind in parts[1::2]]
    made = [text for pair in zip(fixed, [*places, ""], strict=True) for text in pair]
    return re.compile("".join(made)), tuple(parts[1::2])


def _if(is_known: Callable[[str, Known], bool], instead: str = HIDDEN) -> Callable:
    return lambda text, known: text if is_known(text, known) else instead


def _shape(text: str, known: Known) -> bool:
    return known.are_numbers(text) and len(re.findall("[0-9]+", text)) <= MAX_AXES


def _pairs(text: str, known: Known) -> bool:
    return all(_shape(axes, known) for axes in re.findall(_AXES, text))


def _when(text: str, known: Known) -> str:
    return text if known.are_numbers(text) else " in iteration … of EM"


def _each_name(text: str, known: Known) -> str:
    if text.count("'") > 2 * MAX_LISTED:
        return HIDDEN
    return re.sub("'([^']*)'", lambda name: f"'{_name(name[1], known)}'", text)


_name = _if(lambda text, known: known.is_name(text))
_number = _if(lambda text, known: known.are_numbers(text))

# How a place is spelled, and what is shown of it.
_PLACES: dict[str, tuple[str, Callable[[str, Known], str]]] = {
    "any": (".*", lambda text, known: HIDDEN),
    "name": (_NAME, _name),
    "names": (rf"'{_NAME}'(?:, '{_NAME}')*,? and '{_NAME}'", _each_name),
    "number": (f"-?{_NUMBER}", _number),
    "axes": (rf"\((?:{_NUMBER},|{_NUMBER}(?:,{_NUMBER})*)?\)", _if(_shape, f"({HIDDEN})")),
    "shape": (rf"\((?:{_NUMBER},|{_NUMBER}(?:, {_NUMBER})+)?\)", _if(_shape, f"({HIDDEN})")),
    "pairs": (rf"{_PAIR}(?: {_PAIR}){{0,3}}", _if(_pairs)),
    "when": (f"| in the start of EM| in iteration {_NUMBER} of EM", _when),
    "operator": (
        "|".join(map(re.escape, [*_OPERATORS.split(), "** or pow()"])),
        lambda text, known: text,
    ),
    "signature": (r"[^ ]*", _if(lambda text, known: text in _SIGNATURES)),
    "dtype": (r"dtype\('\w+'\)", _if(lambda text, known: text[7:-2] in _DTYPES)),
}
