"""``check_moments``: do a student's three updates keep the identities I1 and I2?"""

from __future__ import annotations

import numpy as np

from ..em.moments import moment_differences, moment_gaps
from ..exercises import Status
from ..exercises.running.exceptions import in_words, is_stub
from ..exercises.running.exits import no_exit
from ..exercises.running.time_limits import TookTooLongError, time_limit
from .checking import PATIENCE, SECONDS
from .result import CheckResult, answer, plain_result

__all__ = ["check_moments", "explain_moments"]

NAME = "I1 and I2"
TOLERANCE = 1e-9
BOTH_HOLD = "Both hold: the gaps are rounding only."


def check_moments(
    X, responsibilities, update_weights, update_means, update_covariances
) -> CheckResult:
    r"""Check that your three updates keep the identities I1 and I2.

    I1 is :math:`\sum_k \pi_k \mu_k = \bar x`, I2 is
    :math:`\sum_k \pi_k (\Sigma_k + \mu_k \mu_k^\top) = X^\top X / N`. Both follow from the
    formulas of the M-step, so no reference answer is needed; see `gmm_helpers.moment_gaps`.
    Updates that divide the data wrongly between the components can keep both; `check` finds
    those.

    Parameters
    ----------
    X : array_like of shape (n_samples, n_features)
    responsibilities : array_like of shape (n_samples, n_components)
        Rows sum to one.
    update_weights, update_means, update_covariances : callable
        What you wrote.

    Returns
    -------
    CheckResult

    Raises
    ------
    AssertionError
        With ``GMM_CHECKS=strict`` in the environment, if they don't hold.

    Examples
    --------
    >>> from gmm_helpers import update_covariances, update_means, update_weights
    >>> responsibilities = [[0.5, 0.5], [0.2, 0.8], [0.1, 0.9]]
    >>> own = update_weights, update_means, update_covariances
    >>> check_moments([[0.0], [1.0], [5.0]], responsibilities, *own)
    I1 and I2: correct. Both hold: the gaps are rounding only.
    """
    X, responsibilities = np.array(X, dtype=float), np.array(responsibilities, dtype=float)
    try:
        weights = _call("update_weights", update_weights, responsibilities)
        means = _call("update_means", update_means, X, responsibilities)
        own_means = np.array(means)
        covariances = _call(
            "update_covariances", update_covariances, X, responsibilities, own_means
        )
        broken = _broken(X, weights, means, covariances)
    except _StoppedError as stopped:
        return answer(plain_result(NAME, Status.INCORRECT, str(stopped)))
    except (Exception, SystemExit) as error:
        if is_stub(error):
            unwritten = "Write the three updates first."
            return answer(plain_result(NAME, Status.NOT_ATTEMPTED, unwritten))
        return answer(plain_result(NAME, Status.INCORRECT, in_words(error)))
    if not broken:
        return answer(plain_result(NAME, Status.CORRECT, BOTH_HOLD))
    message = explain_moments(X, weights, means, covariances)
    return answer(plain_result(NAME, Status.INCORRECT, message, list(broken)))


def explain_moments(X, weights, means, covariances) -> str:
    """Say whether a mixture keeps I1 and I2, and if not, by how much and in which direction.

    Parameters and errors as in `moment_gaps`. Features are called x1, x2, and so on. Of several
    entries that differ, the one with the largest difference is named.

    Returns
    -------
    str

    Examples
    --------
    >>> explain_moments([[0.0], [2.0]], [1.0], [[1.0]], [[[1.44]]])
    'I2 is off by 0.22 of the scale of the data. The mixture is too wide by 0.2 in x1.'
    """
    broken = _broken(X, weights, means, covariances)
    if not broken:
        return BOTH_HOLD
    sizes = " and ".join(
        f"{identity} is off by {gap:.2g} of the scale of the data"
        for identity, gap in broken.items()
    )
    in_mean, in_second = moment_differences(X, weights, means, covariances)
    # Where the means are wrong, the second moment says nothing about the width.
    direction = _of_mean(in_mean) if "I1" in broken else _of_spread(in_second, np.asarray(X))
    return f"{sizes}. {direction}"


def _broken(X, weights, means, covariances) -> dict[str, float]:
    """The identities that do not hold, with their gaps."""
    gaps = zip(("I1", "I2"), moment_gaps(X, weights, means, covariances), strict=True)
    return {identity: gap for identity, gap in gaps if not gap <= TOLERANCE}


def _of_mean(difference: np.ndarray) -> str:
    (i,) = _largest(difference)
    return f"The mean of the mixture is {_too(difference[i])} in x{i + 1}."


def _of_spread(difference: np.ndarray, X: np.ndarray) -> str:
    """Of a mixture with the mean of the data: then the difference is one of covariances."""
    i, j = _largest(difference)
    if i != j:
        return f"The covariance of x{i + 1} and x{j + 1} is {_too(difference[i, j])}."
    variance = X[:, i].var()
    wider = np.sqrt(max(0.0, variance + difference[i, i])) - np.sqrt(variance)
    return f"The mixture is {_too(wider, 'wide', 'narrow')} in x{i + 1}."


def _largest(difference: np.ndarray) -> tuple[int, ...]:
    """The first of the entries that are largest, but for rounding."""
    sizes = np.abs(difference)
    first = (sizes >= sizes.max() * (1 - TOLERANCE)).argmax()
    return tuple(int(i) for i in np.unravel_index(first, sizes.shape))


def _too(difference: float, more: str = "large", less: str = "small") -> str:
    return f"too {more if difference > 0 else less} by {abs(difference):.2g}"


class _StoppedError(Exception):
    pass


def _call(name: str, function, *arguments: np.ndarray):
    """Call an update on copies, as long as `check` lets it take."""
    try:
        with no_exit(), time_limit(SECONDS, PATIENCE):
            return function(*(each.copy() for each in arguments))
    except TookTooLongError as stopped:
        raise _StoppedError(f"{name} was stopped: {stopped}.") from None
