"""``check_moments``: do a student's three updates keep the identities I1 and I2?"""

from __future__ import annotations

import numpy as np

from ..em.moments import moment_gaps
from ..exercises import Status
from ..exercises.running.exceptions import in_words
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
        weights = update_weights(responsibilities.copy())
        means = update_means(X.copy(), responsibilities.copy())
        covariances = update_covariances(X.copy(), responsibilities.copy(), np.array(means))
        gaps = moment_gaps(X, weights, means, covariances)
    except NotImplementedError:
        return answer(plain_result(NAME, Status.NOT_ATTEMPTED, "Write the three updates first."))
    except (Exception, SystemExit) as error:
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
