"""The loop of EM: both steps in turn, and when to stop."""

from __future__ import annotations

from collections.abc import Iterator

from .fused import Columns, FusedSteps
from .own_steps import OwnSteps
from .params import DegenerateComponentError, GMMParams, frozen
from .trace import has_converged

__all__ = ["iterate"]


def iterate(
    steps: FusedSteps | OwnSteps,
    columns: Columns,
    start: GMMParams,
    *,
    tol: float,
    max_iter: int,
    reg_covar: float,
) -> Iterator[tuple[GMMParams, float]]:
    """Run EM, one iteration each time the next is asked for.

    Parameters
    ----------
    steps : FusedSteps or OwnSteps
    columns : Columns
        What `look_at_columns` says of the data.
    start : GMMParams
    tol, max_iter, reg_covar
        As for `fit`.

    Yields
    ------
    params : GMMParams
        The start first; read-only.
    negative_log_likelihood : float

    Raises
    ------
    DegenerateComponentError
        If a component ran empty or collapsed; the message names it and the iteration.
    """
    params, values = frozen(start), []
    try:
        statistics, value = steps.e_step(params)
        values.append(value)
        yield params, value
        while len(values) <= max_iter and not has_converged(values, tol):
            params = steps.m_step(statistics, reg_covar)
            _require_spread(params, columns)
            statistics, value = steps.e_step(params)
            values.append(value)
            yield params, value
    except DegenerateComponentError as error:
        when = f"in iteration {len(values)} of EM" if values else "in the start of EM"
        raise DegenerateComponentError(error.component, f"{when} {error.problem}") from None


def _require_spread(params: GMMParams, columns: Columns) -> None:
    shrunk = params.covariances.diagonal(axis1=1, axis2=2) <= columns.rounding
    if shrunk.any():
        raise DegenerateComponentError(
            int(shrunk.any(axis=1).argmax()),
            "has collapsed: it has no spread left beyond rounding, as when it sits on a single "
            "point or on copies of one; use fewer components (n_components), a larger "
            "reg_covar, or another start.",
        )
