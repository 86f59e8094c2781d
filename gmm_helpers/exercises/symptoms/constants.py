"""Results that say nothing of the arguments, or answer another question."""

from __future__ import annotations

import inspect
from collections.abc import Callable

import numpy as np

from ... import em, model
from ..definition import Diagnosis
from ..judging.comparison import agree
from ..judging.matches import Evidence, is_usable, numbers_in
from ..judging.returned_values import Unusable, as_plain
from .slips import are_answers

__all__ = ["constant_symptom", "helper_symptom", "number_symptom"]

MIN_CASES = 3  # of different answers, for a result that is the same in all
CONSTANT = "same result whatever the arguments"
_HELPERS = (
    *(model.mixture_log_density, model.component_log_prob, model.weighted_log_prob),
    *(model.negative_log_likelihood, model.gaussian_log_density, em.e_step),
    *(em.effective_counts, em.update_weights, em.update_means, em.update_covariances),
)


def number_symptom(evidence: Evidence) -> Diagnosis | None:
    """Say that a result consists of NaN or infinity, in every case."""
    arrays = _all_numbers(evidence)
    if not arrays or evidence.passed or any(np.isfinite(each).any() for each in arrays):
        return None
    if all(np.isnan(each).all() for each in arrays):
        return Diagnosis(
            "all NaN",
            "Every number that you return is NaN, in every case. NaN comes from 0/0, from infinity "
            "minus infinity, or from the logarithm or square root of a negative number; and "
            "whatever is computed from NaN is NaN. Look for the first step whose result holds NaN.",
        )
    return Diagnosis(
        "infinite",
        "Every number that you return is infinite or NaN, in every case. Infinity comes from the "
        "logarithm of 0, from a division by 0, or from the exponential of a large number. Look "
        "for the first step whose result holds infinity.",
    )


def constant_symptom(evidence: Evidence) -> Diagnosis | None:
    """Say that a function returns the same in all cases, although the right answers differ."""
    expected, usable = evidence.key.expected, [o for o in evidence.outcomes if is_usable(o)]
    values = [outcome.value for outcome in usable]
    arrays = _all_numbers(evidence)
    if not arrays or 0 not in evidence.failed or len(values) < len(evidence.outcomes):
        return None
    n_different = len({repr(each) for each in expected})
    if n_different < MIN_CASES or are_answers(expected[0]):
        return None
    numbers = {float(number) for each in arrays for number in np.unique(each)[:2]}
    if len(numbers) == 1 and len(evidence.failed) >= MIN_CASES:
        (number,) = numbers
        return Diagnosis(
            CONSTANT,
            f"Your result is {number:g} everywhere, in every case: it does not depend on what your "
            "function is given. Either nothing is computed yet, or what is computed never arrives "
            "in what you return. Look at where the names in your return line get their values.",
            unfinished=evidence.source is None,
        )
    first = values[0]
    if isinstance(first, Unusable) or not all(agree(first, value) for value in values[1:]):
        return None
    return Diagnosis(
        CONSTANT,
        "Your function returns the same numbers in every case, although it is given other "
        "arguments each time. Perhaps it reads a variable of the notebook (such as its X) instead "
        "of its argument. Look at every name in it: is it an argument, or made from one?",
    )


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


def _all_numbers(evidence: Evidence) -> list[np.ndarray]:
    """The arrays of all results; none if a call did not return numbers alone."""
    values = [outcome.value for outcome in evidence.outcomes if is_usable(outcome)]
    found = [numbers_in(value) for value in values]
    return [each for arrays in found for each in arrays if each.size] if all(found) else []
