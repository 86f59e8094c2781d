"""Results that say nothing of the arguments, or of some only, or answer another question."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Sequence

import numpy as np

from ... import em, model, selection
from ..definition import Diagnosis
from ..judging.comparison import agree
from ..judging.evidence import Evidence, is_usable
from ..judging.returned_values import Unusable, as_plain
from .lost_values import name_of
from .slips import are_answers
from .unfinished import NAME, SIZES

__all__ = [
    *("constant_symptom", "helper_symptom", "not_finite", "number_symptom", "unfilled_symptom"),
    "unused_symptom",
]

_DATA = {"X", "responsibilities"}
_MEASURING = {"len", "zeros_like", "ones_like", "empty_like", "full_like"}
# Which part is 0, and whether it is, from which slices are right.
_FILLED: tuple[tuple[str, Callable[[np.ndarray], bool]], ...] = (
    ("the last {} is", lambda filled: bool(filled[:-1].all())),
    ("the first {} is", lambda filled: bool(filled[1:].all())),
    ("every {} but the first is", lambda filled: filled[0] and not filled[1:].any()),
    ("every {} but the last is", lambda filled: filled[-1] and not filled[:-1].any()),
)
MIN_CASES = 3  # of different answers, for a result that is the same in all
CONSTANT = "same result whatever the arguments"
_HELPERS = (
    *(model.mixture_log_density, model.component_log_prob, model.weighted_log_prob),
    *(model.negative_log_likelihood, model.gaussian_log_density, em.e_step),
    *(em.effective_counts, em.update_weights, em.update_means, em.update_covariances),
    selection.n_parameters,
)


def number_symptom(evidence: Evidence) -> Diagnosis | None:
    """Say that a result consists of NaN or infinity, in every case."""
    arrays = evidence.numbers
    if not arrays or evidence.passed or any(np.isfinite(each).any() for each in arrays):
        return None
    if all(np.isnan(each).all() for each in arrays):
        return Diagnosis(
            "all NaN",
            "Every number that you return is NaN, in every case. NaN comes from 0/0, from infinity "
            "minus infinity, or from the logarithm or square root of a negative number; and "
            "whatever is computed from NaN is NaN. Look for the first step whose result holds NaN.",
        )
    if any(np.isnan(each).any() for each in arrays):
        return Diagnosis(
            "not finite",
            "Every number that you return is infinite or NaN, in every case. Infinity comes from "
            "the logarithm of 0 or a division by 0, NaN from 0/0 or from the logarithm or square "
            "root of a negative number. Look for the first step whose result holds one of them.",
        )
    return Diagnosis(
        "infinite",
        "Every number that you return is infinite, in every case. Infinity comes from the "
        "logarithm of 0, from a division by 0, or from the exponential of a large number. Look "
        "for the first step whose result holds infinity.",
    )


def not_finite(triples: Sequence[tuple]) -> Diagnosis | None:
    """Say that a result holds NaN or infinity, where all of (case, got, right) show it."""
    if all(np.isnan(got).any() for _, got, _ in triples):
        return Diagnosis(
            "not a number",
            "Your result contains NaN: somewhere 0 is divided by 0, infinity is subtracted from "
            "infinity, or the logarithm or square root of a negative number is taken.",
        )
    if all(np.isinf(got).any() for _, got, _ in triples):
        return Diagnosis(
            "infinite",
            "Your result contains infinity: somewhere the logarithm of 0 is taken, or a number "
            "is divided by 0.",
        )
    return None


def unused_symptom(evidence: Evidence) -> Diagnosis | None:
    """Say that no line reads the data, or only their number, or a function that is handed over."""
    exercise, source = evidence.key.exercise, evidence.source
    never_called = _never_called(evidence)
    if never_called:
        return never_called
    data = next(iter(inspect.signature(exercise.reference).parameters))
    if source is None or source.variables or not source.parameters or data not in _DATA:
        return None
    if source.node.args.vararg or source.read & {"locals", "vars"} or 0 not in evidence.failed:
        return None
    name = source.parameters[0]
    nodes = [*ast.walk(source.node)]
    measured = {
        id(inside)
        for node in nodes
        for inside in (
            [node.value]
            if isinstance(node, ast.Attribute) and node.attr in SIZES
            else node.args[:1]
            if isinstance(node, ast.Call) and name_of(node.func) in _MEASURING
            else []
        )
    }
    read = [node for node in nodes if isinstance(node, ast.Name) and node.id == name]
    if not evidence.outcomes[0].returned or any(id(node) not in measured for node in read):
        return None
    what = f"uses only the size of `{name}`" if read else f"does not use `{name}`"
    begun = any(isinstance(node, ast.Assign) and _stays_zero(node, nodes) for node in source.own)
    return Diagnosis(
        NAME if begun else "data not used yet",
        f"Your function {what} so far, so its result can't depend on the numbers in it. Write the "
        "lines that are missing, and check again.",
        unfinished=begun,
    )


def _never_called(evidence: Evidence) -> Diagnosis | None:
    source, given = evidence.source, evidence.key.cases[0].arguments
    if source is None or len(source.parameters) != len(given) or 0 not in evidence.failed:
        return None
    names = [n for n, value in zip(source.parameters, given, strict=True) if callable(value)]
    if not {*names} & {*source.unused} or not evidence.outcomes[0].returned:
        return None
    return Diagnosis(
        "function not used",
        f"Your function never calls `{names[0]}`, the function that it is given. The result is "
        "asked for with this very function, whatever it does, and not with another one like it.",
    )


def _stays_zero(given: ast.Assign, nodes: Sequence[ast.AST]) -> bool:
    """Whether a name is given 0, and nothing else anywhere: what belongs there is to be written."""
    name, value = name_of(given.targets[0]), given.value
    uses = [node for node in nodes if isinstance(node, ast.Name) and node.id == name]
    stored = [node for node in uses if isinstance(node.ctx, ast.Store)]
    return isinstance(value, ast.Constant) and not value.value and len(stored) == 1 < len(uses)


def unfilled_symptom(evidence: Evidence) -> Diagnosis | None:
    """Say that a part of a result is right, and the rest is 0, as in a new array."""
    valued, key = evidence.valued, evidence.key
    pairs = [(evidence.outcomes[i].value, key.expected[i]) for i in valued]
    if 0 not in valued or len(valued) < len(evidence.failed):
        return None
    for axis, thing in ((0, "row"), (1, "column")):
        found = [_filled(got, right, axis) for got, right in pairs]
        filled = [each for each in found if each is not None]
        # Where zeros lie in no such order, they were computed.
        where = next((words for words, fits in _FILLED if all(map(fits, filled))), "")
        if len(filled) < len(found) or not where or not any(each.any() for each in filled):
            continue
        some = where.format("entry" if pairs[0][1].ndim == 1 else thing)
        return Diagnosis(
            "not all filled in",
            f"Your result is right in part, but {some} still 0, as in a new array. Look at what "
            "your loop runs over, at what ends it, and at the index that you write to.",
        )
    return None


def _filled(got, right, axis: int) -> np.ndarray | None:
    """Which slices along an axis are right; None if the others are not all 0."""
    arrays = isinstance(got, np.ndarray) and isinstance(right, np.ndarray)
    if not arrays or got.shape != right.shape or not axis < right.ndim < 3:
        return None
    slices = [*zip(np.moveaxis(got, axis, 0), np.moveaxis(right, axis, 0), strict=True)]
    filled = np.array([agree(a, b) for a, b in slices])
    empty = all(not a.any() for (a, _), full in zip(slices, filled, strict=True) if not full)
    return filled if empty and not filled.all() else None


def constant_symptom(evidence: Evidence) -> Diagnosis | None:
    """Say that a function returns the same in all cases, although the right answers differ."""
    expected = evidence.key.expected
    usable = [outcome.value for outcome in evidence.outcomes if is_usable(outcome)]
    values = [getattr(value, "drawn", value) for value in usable]
    arrays = evidence.numbers
    if not arrays or 0 not in evidence.failed or len(values) < len(evidence.outcomes):
        return None
    number, first = _only_number(arrays), values[0]
    is_one = number is not None and len(evidence.failed) >= MIN_CASES
    is_same = not isinstance(first, Unusable) and all(agree(first, value) for value in values[1:])
    if not (is_one or is_same) or are_answers(expected[0]):
        return None
    if len({repr(each) for each in expected}) < MIN_CASES:
        return None
    if is_one:
        return Diagnosis(
            CONSTANT,
            f"Your result is {number:g} everywhere, in every case: it does not depend on what your "
            "function is given. Either nothing is computed yet, or what is computed never arrives "
            "in what you return. Look at where the names in your return line get their values.",
            unfinished=evidence.source is None,
        )
    return Diagnosis(
        CONSTANT,
        "Your function returns the same numbers in every case, although it is given other "
        "arguments each time. Perhaps it reads a variable of the notebook (such as its X) instead "
        "of its argument. Look at every name in it: is it an argument, or made from one?",
    )


def _only_number(arrays: Sequence[np.ndarray]) -> float | None:
    """The number that all entries of all arrays are, if there is one."""
    number = float(arrays[0].flat[0])
    return number if all((each == number).all() for each in arrays) else None


def helper_symptom(evidence: Evidence) -> Diagnosis | None:
    """Say that a function returns what a helper returns that answers another question."""
    exercise, valued = evidence.key.exercise, evidence.valued
    names = list(inspect.signature(exercise.reference).parameters)
    values = {i: evidence.outcomes[i].value for i in valued}
    if 2 * len(valued) < len(evidence.failed) or not valued:
        return None
    if not all(isinstance(value, np.ndarray) for value in values.values()):
        return None
    for helper in _HELPERS:
        needed = list(inspect.signature(helper).parameters.values())
        asked = [each.name for each in needed if each.default is each.empty]
        if helper is exercise.reference or not {*asked} <= {*names}:
            continue
        if all(_is_from(helper, asked, names, evidence, i) for i in valued):
            return Diagnosis(
                "another function",
                f"You return what gmm.{helper.__name__} returns for the same arguments. That is "
                "not what this exercise asks for: read its text again, and compare the shapes "
                "and the meaning of the two.",
            )
    return None


def _is_from(helper: Callable, asked, names, evidence: Evidence, i: int) -> bool:
    given = dict(zip(names, evidence.key.cases[i].arguments, strict=False))
    try:
        other = as_plain(helper(*(given[name] for name in asked)))
    except (ValueError, TypeError, ArithmeticError, np.linalg.LinAlgError):
        return False
    value = evidence.outcomes[i].value
    return isinstance(other, np.ndarray) and other.shape == value.shape and agree(value, other)
