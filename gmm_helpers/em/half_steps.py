"""EM as a sequence of half-steps, each with what it leaves behind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

from ..model.params import DegenerateComponentError, GMMParams, frozen
from . import steps as em
from .custom_steps import OwnSteps
from .fast import Columns, FusedSteps, look_at_columns

__all__ = ["HalfStep", "half_steps"]

ROUNDING = 32 * np.finfo(float).eps  # of samples at a mean, relative to it


class HalfStep(NamedTuple):
    """What is known after an E-step or an M-step.

    Parameters
    ----------
    name : str
        "E" or "M".
    params : GMMParams
        Read-only; the E-step leaves them as they are.
    statistics : object
        What the last E-step left for the M-step: responsibilities, if a step is somebody's own,
        otherwise sums in which they are no longer seen.
    negative_log_likelihood : float or None
        That of `params`, which an E-step gives along with the statistics; None after an M-step.
    """

    name: str
    params: GMMParams
    statistics: Any
    negative_log_likelihood: float | None


def half_steps(
    X: np.ndarray,
    start: GMMParams,
    reg_covar: float = 0.0,
    e_step=None,
    m_step=None,
    *,
    columns: Columns | None = None,
    n_threads: int | None = None,
) -> Iterator[HalfStep]:
    """Yield E-step, M-step, E-step and so on, without end.

    Close it when you have seen enough (`contextlib.closing`): as long as it is open, BLAS may be
    held to one thread.

    Parameters
    ----------
    X : ndarray of shape (n_samples, n_features)
        As returned by `as_data`; read-only, if functions of students are to see it.
    start : GMMParams
        As returned by `as_params`.
    reg_covar, e_step, m_step, n_threads
        As for `fit`.
    columns : Columns, optional
        What `look_at_columns` says of `X`, if it is known already.

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
    columns = look_at_columns(X) if columns is None else columns
    steps = _chosen(X, columns, start, e_step, m_step)
    params, iteration = frozen(start), 0
    with steps.threads(n_threads):
        try:
            while True:
                statistics, nll = steps.e_step(params)
                yield HalfStep("E", params, statistics, nll)
                iteration += 1
                params = steps.m_step(statistics, reg_covar)
                _require_spread(params)
                yield HalfStep("M", params, statistics, None)
        except DegenerateComponentError as error:
            when = f"in iteration {iteration} of EM" if iteration else "in the start of EM"
            raise DegenerateComponentError(error.component, f"{when} {error.problem}") from None


def _chosen(X, columns: Columns, start: GMMParams, e_step, m_step) -> FusedSteps | OwnSteps:
    # Who passes the helpers asks for nothing else than the formulas of the fused core.
    own_e_step = None if e_step is em.e_step else e_step
    own_m_step = None if m_step is em.m_step else m_step
    if own_e_step is None and own_m_step is None:
        return FusedSteps(X, columns, start.n_components)
    return OwnSteps(X, start.means.shape, own_e_step, own_m_step)


def _require_spread(params: GMMParams) -> None:
    """Negative variances pass: what is wrong with them is said where the factor is taken."""
    variances = params.covariances.diagonal(axis1=1, axis2=2)
    shrunk = np.abs(variances) <= (ROUNDING * params.means) ** 2
    if shrunk.any():
        raise DegenerateComponentError(
            int(shrunk.any(axis=1).argmax()),
            "has collapsed: it has no spread left beyond rounding, as when it sits on a single "
            "point or on copies of one; use fewer components (n_components), a larger "
            "reg_covar, or another start.",
        )
