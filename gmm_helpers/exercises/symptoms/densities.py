"""When two densities share a mistake, and what can be said about a mistake nobody foresaw."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import numpy as np

from ...model.density import weighted_log_prob
from ..definition import Case, Diagnosis
from ..judging.comparison import agree
from ..judging.returned_values import as_plain

__all__ = ["gaussian_symptom", "joint_symptom", "mixture_symptom", "same_mistake", "total_symptom"]

SAME_ERROR = 1e-2  # how far two errors may differ, relative to the error
MAX_COMPONENTS = 5  # of which all choices are tried
ROUNDING = 1e-9  # relative to the largest value
APART = 1e-2
LINEAR = 1e-7  # relative error of a linear relation that holds


def same_mistake(reference: Callable) -> Callable[[Case, object, object], bool]:
    """Make an `Exercise.agree` that compares errors, not only values.

    Far from all components log-densities are so large that wrong ones agree to six digits,
    whatever the mistake. It is the same mistake only if the differences from the right values,
    which the reference returns, agree as well.
    """

    def agree_on_errors(case: Case, got, other) -> bool:
        if not agree(got, other) and _are_apart(got, other):
            return False
        expected = as_plain(reference(*case.arguments))
        if not isinstance(got, np.ndarray) or got.size != expected.size:
            return agree(got, other)
        if not isinstance(other, np.ndarray) or other.shape != got.shape:
            return agree(got, other)
        scale = np.abs(expected).max(initial=0)
        got, other = (np.where(np.abs(v) < ROUNDING * scale, 0, v) for v in (got, other))
        if not agree(got, other):
            return False
        got, other, expected = got.ravel(), other.ravel(), expected.ravel()
        finite = np.isfinite(got) & np.isfinite(other)  # the others agree already
        floor = ROUNDING * np.abs(expected).max(initial=0)
        got, other, expected = got[finite], other[finite], expected[finite]
        apart = np.abs(got - other)
        return bool((apart <= SAME_ERROR * np.abs(got - expected) + floor).all())

    return agree_on_errors


def _are_apart(got, other) -> bool:
    """Whether two results differ by more than rounding can do to a log-density."""
    if not isinstance(got, np.ndarray) or not isinstance(other, np.ndarray):
        return True
    if got.size != other.size:
        return True
    with np.errstate(invalid="ignore"):
        apart = np.abs(got.ravel() - other.ravel())
    return bool((apart > APART).any())


def gaussian_symptom(case: Case, got, expected) -> Diagnosis | None:
    """Find which term is wrong, from how the values depend on the squared distances."""
    if not _are_comparable(got, expected) or not np.isfinite(got).all():
        return None
    X, mean, covariance = case.arguments
    distances = ((X - mean) * np.linalg.solve(covariance, (X - mean).T).T).sum(axis=1)
    sentence, numbers = _compare_terms(distances, got.ravel(), expected.ravel())
    return Diagnosis("wrong terms", f'Look at the case "{case.name}". {sentence}', numbers)


def _compare_terms(distances, got, expected) -> tuple[str, str]:
    if np.ptp(got - expected) <= LINEAR * np.abs(expected).max():
        return (
            "The squared distance is right in your log-density, but the part that does not "
            "depend on x is wrong. Look at the terms with 2π and the determinant.",
            f"Your values are all {_describe_offset(got[0] - expected[0])} than they should be.",
        )
    if np.ptp(got) <= LINEAR * np.abs(expected).max():
        return (
            "Your log-density is the same for all samples there, although their distances from "
            "the mean differ: the squared distance is still missing, or does not arrive in what "
            "you return.",
            "",
        )
    slope = _fit_slope(distances, got)
    if slope is not None:
        return (
            "Your log-density changes linearly with the squared distance, but not with the slope "
            "-1/2. Look at the factor of the squared distance first, and then at the part that "
            "does not depend on x.",
            f"It changes by {slope:.4g} for each unit of squared distance.",
        )
    return (
        "Your log-density does not fall linearly with the squared distance (x - μ)ᵀ Σ⁻¹ (x - "
        "μ): that distance is wrong, or something is done to it besides a factor. Compute it by "
        "hand for one sample and compare.",
        "",
    )


def joint_symptom(case: Case, got, expected) -> Diagnosis | None:
    """Find the term that is wrong, from how far the values of a component are off."""
    if not isinstance(got, np.ndarray) or got.shape != expected.shape or not np.isfinite(got).all():
        return None
    apart = got - expected
    if (np.ptp(apart, axis=0) <= LINEAR * np.abs(expected).max()).all():
        return Diagnosis(
            "wrong term of the weight",
            "The log-densities are right in your result, but what is added to them for each "
            "component is not log π_k, the logarithm of its weight.",
        )
    n, k = np.unravel_index(np.abs(apart).argmax(), apart.shape)
    return Diagnosis(
        "wrong log-densities",
        "Your values differ from log π_k + log N(x_n | μ_k, Σ_k) by amounts that change from "
        "sample to sample, so it is not the weights alone: the log-densities are wrong, or not "
        "simply added to log π_k. Compare one column with what gmm.component_log_prob returns.",
        f"In one of the cases entry [{n}, {k}] is {expected[n, k]:.6g}, and you return "
        f"{got[n, k]:.6g}.",
    )


def mixture_symptom(case: Case, got, expected) -> Diagnosis | None:
    """Show the terms of the sum for the sample that is most wrong."""
    if not _are_comparable(got, expected):
        return None
    found = _wrong_sum(case, got, lambda logs: logs)
    if found:
        return found
    got, expected = got.ravel(), expected.ravel()
    n = int(np.nan_to_num(np.abs(got - expected), nan=np.inf).argmax())
    terms = np.array2string(weighted_log_prob(*case.arguments)[n], precision=4)
    return Diagnosis(
        "not the sum of its terms",
        "Your result is not the logarithm of the sum of the exponentials of the terms. Compute "
        "the terms log π_k + log N(x_n | μ_k, Σ_k) of one sample first and compare, then their "
        "sum.",
        f"In one of the cases sample {n} has the terms {terms}. The logarithm of the sum of their "
        f"exponentials is {expected[n]:.6g}, and you return {got[n]:.6g}.",
    )


def total_symptom(case: Case, got, expected) -> Diagnosis | None:
    """Show the bounds on a negative log-likelihood that follow from the terms of its sums."""
    if not _are_comparable(got, expected):
        return None
    found = _wrong_sum(case, got, lambda logs: -logs.sum())
    if found:
        return found
    logs = weighted_log_prob(*case.arguments)
    highest = -logs.max(axis=1).sum()
    lowest = highest - len(logs) * np.log(logs.shape[1])
    return Diagnosis(
        "not the sum of its terms",
        "Your result is not minus the sum of the log-densities of the samples. Compute the "
        "terms log π_k + log N(x_n | μ_k, Σ_k) of one sample first, then its log-density, and "
        "compare.",
        f"In one of the cases the largest term of each sample alone gives an NLL of {highest:.6g}; "
        f"the other terms can only make it smaller, and never below {lowest:.6g}. It is "
        f"{float(expected):.6g}, and you return {got.item():.6g}.",
    )


def _wrong_sum(case: Case, got: np.ndarray, result_of: Callable) -> Diagnosis | None:
    """Find which terms of the sum over the components are missing, or that 1 is added to it."""
    logs = weighted_log_prob(*case.arguments)
    n_components = logs.shape[1]
    for size in range(1, n_components if n_components <= MAX_COMPONENTS else 0):
        for kept in itertools.combinations(range(n_components), size):
            partial = np.logaddexp.reduce(logs[:, kept], axis=1)
            if agree(got.ravel(), np.ravel(result_of(partial))):
                return Diagnosis(
                    "component left out",
                    "Not all components enter your sum: the density of a mixture adds up the terms "
                    "of all K. Look at where the sum starts and ends, and at how many terms the "
                    "function that adds them takes.",
                    f"In one of the cases yours adds up {_list(kept)} of 0 to {n_components - 1}.",
                )
    if agree(got.ravel(), np.ravel(result_of(np.logaddexp(0, np.logaddexp.reduce(logs, axis=1))))):
        return Diagnosis(
            "1 added to the sum",
            "1 is added to the sum of the densities, because its logarithm starts from 0, and log "
            "1 = 0. The logarithm of an empty sum is minus infinity. Look at the first value of "
            "what you add to.",
        )
    return None


def _list(kept: tuple[int, ...]) -> str:
    return f"component{'s' if len(kept) > 1 else ''} {', '.join(map(str, kept))}"


def _are_comparable(got, expected) -> bool:
    return isinstance(got, np.ndarray) and got.size == expected.size > 0


def _fit_slope(distances, values) -> float | None:
    """Return the slope of the straight line through the values, if they lie on one."""
    if len(values) < 3 or np.ptp(distances) == 0:
        return None
    slope, height = np.polyfit(distances, values, 1)
    error = np.abs(slope * distances + height - values).max()
    return slope if error <= LINEAR * np.abs(values).max() else None


def _describe_offset(difference: float) -> str:
    return f"{abs(difference):.4g} {'larger' if difference > 0 else 'smaller'}"
