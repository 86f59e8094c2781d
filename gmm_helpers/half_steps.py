"""EM as a sequence of half-steps, each with what it leaves behind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import numpy as np

from . import em
from .density import negative_log_likelihood
from .params import (
    SUM_TOLERANCE,
    DegenerateComponentError,
    GMMParams,
    as_array,
    as_params,
    as_responsibilities,
)

__all__ = ["HalfStep", "half_steps"]


class HalfStep(NamedTuple):
    """What is known after an E-step or an M-step.

    Parameters
    ----------
    name : str
        "E" or "M".
    params : GMMParams
        The E-step leaves them as they are.
    responsibilities : ndarray of shape (n_samples, n_components)
        The M-step leaves them as they are.
    negative_log_likelihood : float or None
        That of `params`, which an E-step gives along with the responsibilities; None after an
        M-step.
    """

    name: str
    params: GMMParams
    responsibilities: np.ndarray
    negative_log_likelihood: float | None


def half_steps(
    X: np.ndarray, start: GMMParams, reg_covar: float = 0.0, e_step=None, m_step=None
) -> Iterator[HalfStep]:
    """Yield E-step, M-step, E-step and so on, without end.

    Parameters
    ----------
    X : ndarray of shape (n_samples, n_features)
        As returned by `as_data`; read-only, if functions of students are to see it.
    start : GMMParams
        As returned by `as_params`.
    reg_covar, e_step, m_step
        As for `fit`.

    Yields
    ------
    HalfStep

    Raises
    ------
    ValueError, DegenerateComponentError
        As `fit`; and whatever your own functions raise.

    Examples
    --------
    >>> X = np.array([[0.0], [2.0]])
    >>> steps = half_steps(X, GMMParams(np.ones(1), np.array([[5.0]]), np.ones((1, 1, 1))))
    >>> [(step.name, step.params.means.item()) for step, _ in zip(steps, range(3))]
    [('E', 5.0), ('M', 1.0), ('E', 1.0)]
    """
    # The helpers may be passed in as well: the same formulas, without checks in every iteration.
    own_e_step, own_m_step = e_step not in (None, em.e_step), m_step not in (None, em.m_step)
    expect = _own_e_step(e_step) if own_e_step else em.e_step_and_nll
    maximise = _own_m_step(m_step, start) if own_m_step else em.m_step_unchecked
    # A spread below the rounding of the data themselves is a collapse onto one point.
    rounding = (32 * np.finfo(float).eps * np.abs(X).max(axis=0)) ** 2
    params, iteration = _frozen(start), 0
    while True:
        with _named(iteration):
            responsibilities, nll = expect(X, params)
        yield HalfStep("E", params, responsibilities, nll)
        iteration += 1
        with _named(iteration):
            params = _frozen(maximise(X, responsibilities, reg_covar))
            _require_spread(params, rounding)
        yield HalfStep("M", params, responsibilities, None)


@contextmanager
def _named(iteration: int):
    """Say in which iteration a component was lost."""
    try:
        yield
    except DegenerateComponentError as error:
        when = f"in iteration {iteration} of EM" if iteration else "in the start of EM"
        raise DegenerateComponentError(error.component, f"{when} {error.problem}") from None


def _own_e_step(e_step):
    def half_step(X, params):
        responsibilities = e_step(X, *params)
        with _blamed_on("e_step"):
            shape = (len(X), params.n_components)
            responsibilities = as_array(responsibilities, "the result", shape)
            sums = as_responsibilities(responsibilities).sum(axis=1)
            if np.abs(sums - 1).max() > SUM_TOLERANCE:
                raise ValueError(
                    f"its rows sum to between {sums.min():.3g} and {sums.max():.3g}, expected 1."
                )
        return responsibilities, negative_log_likelihood(X, *params)

    return half_step


def _own_m_step(m_step, start: GMMParams):
    def maximise(X, responsibilities, reg_covar):
        result = m_step(X, responsibilities)
        with _blamed_on("m_step"):
            if not isinstance(result, (tuple, list)) or len(result) != 3:
                raise ValueError("expected three results: weights, means, covariances.")
            params = as_params(*result)
            if params.means.shape != start.means.shape:
                raise ValueError(
                    f"the means have shape {params.means.shape}, expected {start.means.shape}."
                )
        ridge = reg_covar * np.eye(params.n_features)
        return params._replace(covariances=params.covariances + ridge)

    return maximise


@contextmanager
def _blamed_on(name: str):
    """Say whose result a ValueError is about; what the function itself raises passes."""
    try:
        yield
    except ValueError as error:
        raise ValueError(f"your {name} returned something unusable: {error}") from None


def _frozen(params: GMMParams) -> GMMParams:
    copies = [np.array(values) for values in params]
    for values in copies:
        values.flags.writeable = False
    return GMMParams(*copies)


def _require_spread(params: GMMParams, rounding: np.ndarray) -> None:
    shrunk = (params.covariances.diagonal(axis1=1, axis2=2) <= rounding).any(axis=1)
    if shrunk.any():
        raise DegenerateComponentError(
            int(shrunk.argmax()),
            "has collapsed: it has no spread left beyond rounding, as when it sits on a single "
            "point or on copies of one; use fewer components (n_components), a larger "
            "reg_covar, or another start.",
        )
