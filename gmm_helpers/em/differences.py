"""Where steps of one's own first do something else than those of the course."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from ..model.params import GMMParams
from ..model.validation import as_data
from .custom_steps import CustomSteps
from .loop import TOL, as_start, check_options
from .steps import e_step_and_nll, m_step_unchecked
from .trace import has_converged

__all__ = ["Difference", "first_difference"]

CLOSE = 1e-6  # of the largest entry: the same, but for rounding
_STEPS = {"e_step": "E-step", "m_step": "M-step"}
_OF_ONE = {
    "responsibilities": "responsibility",
    "weights": "weight",
    "means": "mean",
    "covariances": "covariance",
}


class Difference(NamedTuple):
    """A half-step of EM whose result is not that of the course.

    Parameters
    ----------
    iteration : int
        Counted from 1.
    step : str
        "e_step" or "m_step".
    quantity : str
        "responsibilities", or the first of "weights", "means", "covariances" that differs.
    component : int
        Where the largest difference is.
    entry : tuple of int
        And in which entry of it, counted from 0: the sample of a responsibility, the feature of a
        mean, both features of a covariance; of a weight ().
    n_features : int
    yours, ours : float
        The two numbers there.

    Examples
    --------
    >>> print(Difference(2, "m_step", "covariances", 1, (0, 1), 2, 0.0, 0.25))
    iteration 2, M-step: entry (1, 2) of the covariance of component 1, yours 0, ours 0.25
    """

    iteration: int
    step: str
    quantity: str
    component: int
    entry: tuple[int, ...]
    n_features: int
    yours: float
    ours: float

    def __str__(self) -> str:
        where = f"{_OF_ONE[self.quantity]} of component {self.component}"
        if self.quantity == "responsibilities":
            where += f" for sample {self.entry[0]}"
        elif self.entry and self.n_features > 1:
            numbers = ", ".join(str(i + 1) for i in self.entry)  # as in formulas
            where = f"entry {f'({numbers})' if len(self.entry) > 1 else numbers} of the {where}"
        yours, ours = (
            f"{value:.4g}".replace("-", "\N{MINUS SIGN}") for value in (self.yours, self.ours)
        )
        return (
            f"iteration {self.iteration}, {_STEPS[self.step]}: {where}, yours {yours}, ours {ours}"
        )


def first_difference(
    X,
    start,
    *,
    e_step: Callable | None = None,
    m_step: Callable | None = None,
    tol: float = TOL,
    max_iter: int = 500,
) -> Difference | None:
    """Compare your steps with ours, half-step by half-step of one run, and stop at a difference.

    Each of your steps is given what ours have computed so far. Nothing is added to the
    covariances.

    Parameters
    ----------
    X, start, tol, max_iter
        As in `fit`.
    e_step, m_step : callable, optional
        As in `fit`; one that is left out is not compared.

    Returns
    -------
    Difference or None
        None if all half-steps agree until EM has converged, or has reached `max_iter`.

    Raises
    ------
    ValueError, DegenerateComponentError
        As in `fit`.

    Examples
    --------
    An M-step that never changes the weights:

    >>> from gmm_helpers import GMMParams, m_step
    >>> X = np.array([[0.0], [0.2], [4.0], [4.2], [4.4]])
    >>> start = GMMParams(np.full(2, 0.5), np.array([[1.0], [3.0]]), np.ones((2, 1, 1)))
    >>> def equal_weights(X, responsibilities):
    ...     return np.full(2, 0.5), *m_step(X, responsibilities)[1:]
    >>> print(first_difference(X, start, m_step=equal_weights))
    iteration 1, M-step: weight of component 0, yours 0.5, ours 0.3987
    >>> print(first_difference(X, start, m_step=m_step))
    None
    """
    params = as_start(start)
    X = as_data(X, params.n_features).view()
    X.flags.writeable = False  # as in `fit`
    options = check_options(tol, max_iter, 0.0, e_step, m_step)
    own = CustomSteps(X, params.means.shape, options.e_step, options.m_step)
    history: list[float] = []
    for iteration in range(1, options.max_iter + 1):
        ours, nll = e_step_and_nll(X, params)
        history.append(nll)
        if has_converged(history[-2:], options.tol):
            return None
        yours, _ = own.e_step(params)
        found = _compare(iteration, "e_step", "responsibilities", yours, ours, X.shape[1])
        if found:
            return found
        expected = m_step_unchecked(X, ours, 0.0)
        got = own.m_step(ours.copy(), 0.0)
        for quantity in GMMParams._fields:
            pair = getattr(got, quantity), getattr(expected, quantity)
            found = _compare(iteration, "m_step", quantity, *pair, X.shape[1])
            if found:
                return found
        params = expected
    return None


def _compare(
    iteration: int,
    step: str,
    quantity: str,
    yours: np.ndarray,
    ours: np.ndarray,
    n_features: int,
) -> Difference | None:
    off = np.abs(yours - ours)
    if quantity == "covariances":
        off = np.tril(off)  # each entry once
    if off.max() <= CLOSE * np.abs(ours).max():
        return None
    where = tuple(int(i) for i in np.unravel_index(int(off.argmax()), off.shape))
    component, entry = where[0], tuple(sorted(where[1:]))
    if quantity == "responsibilities":
        component, entry = where[1], where[:1]
    pair = float(yours[where]), float(ours[where])
    return Difference(iteration, step, quantity, component, entry, n_features, *pair)
