"""The record of one run of EM."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..model.params import GMMParams
from . import steps

__all__ = ["EMTrace", "has_converged"]


def has_converged(nll_history, tol: float) -> bool:
    """Whether the last change of the negative log-likelihood is below a tolerance.

    Parameters
    ----------
    nll_history : sequence of float
        Negative log-likelihoods, the start's first, in nats.
    tol : float
        With 0 the answer is always no.

    Returns
    -------
    bool
        False as well if there are fewer than two entries: nothing has changed yet.

    Examples
    --------
    >>> has_converged([10.0, 8.0, 7.6], tol=0.5), has_converged([10.0, 8.0], tol=0.5)
    (True, False)
    """
    if np.ndim(nll_history) != 1:
        raise ValueError(f"nll_history is {nll_history!r}, expected a list of numbers.")
    return len(nll_history) > 1 and bool(abs(nll_history[-1] - nll_history[-2]) < tol)


@dataclass(frozen=True, eq=False, repr=False)
class EMTrace:
    """Every step of one run of EM; nothing in it can be changed.

    Parameters
    ----------
    params : tuple of GMMParams
        ``params[i]`` after iteration i; ``params[0]`` is the start.
    negative_log_likelihood : ndarray of shape (n_iter + 1,)
        ``negative_log_likelihood[i]`` is that of ``params[i]``, in nats, the total over
        all samples.
    converged : bool
        Whether the last change of the negative log-likelihood was below `tol`.
    X : ndarray of shape (n_samples, n_features)
        The data, kept by reference.
    e_step : callable
        The E-step of this run.

    Examples
    --------
    >>> from gmm_helpers import fit, random_points_start
    >>> X = np.array([[0.0], [0.2], [0.4], [4.0], [4.2], [4.4]])
    >>> fit(X, random_points_start(X, 2, rng=0))
    <EMTrace: 2 components, converged after iteration 5, NLL 1.79949>
    """

    params: tuple[GMMParams, ...]
    negative_log_likelihood: np.ndarray
    converged: bool
    X: np.ndarray
    e_step: Callable = steps.e_step

    @property
    def n_iter(self) -> int:
        """Number of iterations run."""
        return len(self.params) - 1

    def responsibilities(self, iteration: int) -> np.ndarray:
        """Responsibilities given ``params[iteration]``, computed now rather than stored.

        They are the half-step between ``params[iteration]`` and ``params[iteration + 1]``; a
        negative iteration counts from the end. An IndexError says that there is none.
        """
        if not -len(self.params) <= iteration <= self.n_iter:
            raise IndexError(f"iteration {iteration} is not among 0 to {self.n_iter} of this run.")
        return np.asarray(self.e_step(self.X, *self.params[iteration]))

    def __repr__(self) -> str:
        ended = "converged after" if self.converged else "not converged, stopped at"
        return (
            f"<EMTrace: {self.params[0].n_components} components, {ended} iteration "
            f"{self.n_iter}, NLL {self.negative_log_likelihood[-1]:.6g}>"
        )
