"""``check_moments``: do a student's three updates keep the identities I1 and I2?"""

from __future__ import annotations

import numpy as np

from ..em.moments import moment_gaps
from ..exercises import Status
from ..exercises.running.exceptions import in_words, is_stub
from ..exercises.running.exits import no_exit
from ..exercises.running.time_limits import TookTooLongError, time_limit
from .checking import PATIENCE, SECONDS
from .result import CheckResult, answer, plain_result

__all__ = ["check_moments"]

NAME = "I1 and I2"
TOLERANCE = 1e-9


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
        gaps = moment_gaps(X, weights, means, covariances)
    except _StoppedError as stopped:
        return answer(plain_result(NAME, Status.INCORRECT, str(stopped)))
    except (Exception, SystemExit) as error:
        if is_stub(error):
            unwritten = "Write the three updates first."
            return answer(plain_result(NAME, Status.NOT_ATTEMPTED, unwritten))
        return answer(plain_result(NAME, Status.INCORRECT, in_words(error)))
    by_identity = dict(zip(("I1", "I2"), gaps, strict=True))
    broken = [identity for identity, gap in by_identity.items() if not gap <= TOLERANCE]
    if not broken:
        return answer(plain_result(NAME, Status.CORRECT, "Both hold: the gaps are rounding only."))
    message = " and ".join(
        f"{identity} is off by {by_identity[identity]:.2g} of the scale of the data"
        for identity in broken
    )
    return answer(plain_result(NAME, Status.INCORRECT, f"{message}.", broken))


class _StoppedError(Exception):
    pass


def _call(name: str, function, *arguments: np.ndarray):
    """Call an update on copies, as long as `check` lets it take."""
    try:
        with no_exit(), time_limit(SECONDS, PATIENCE):
            return function(*(each.copy() for each in arguments))
    except TookTooLongError as stopped:
        raise _StoppedError(f"{name} was stopped: {stopped}.") from None
