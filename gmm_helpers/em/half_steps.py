"""EM as a function from one state to the next, by an E-step or an M-step in turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

import numpy as np

from ..model.degeneracy import Degeneracy, DegenerateComponentError, FlatFeature
from ..model.outliers import FarSample, find_far_sample
from ..model.params import GMMParams, freeze
from .custom_steps import CustomSteps, is_custom
from .fast import ROUNDING, Columns, FusedSteps, Run, describe_columns

__all__ = ["EMState", "HalfStep"]

HIDDEN = 100  # a range of less than this many roundings holds no spread to speak of
FAR = 1e4  # beside the square of it, a ridge or a spread is small enough to be lost


class EMState(NamedTuple):
    """Where a run of EM is.

    Parameters
    ----------
    params : GMMParams
        Read-only.
    iteration : int, default=0
        The one after which `params` are these; 0 is the start.
    statistics : object, default=None
        What the E-step on `params` leaves for the M-step: responsibilities if a step is custom,
        otherwise sums over the samples. None if that E-step is still to come.
    negative_log_likelihood : float or None, default=None
        That of `params`, which the E-step gives along with the statistics.
    """

    params: GMMParams
    iteration: int = 0
    statistics: Any = None
    negative_log_likelihood: Any = None

    @property
    def e_step_done(self) -> bool:
        """Whether the last half-step was an E-step, so that an M-step comes next."""
        return self.statistics is not None


class HalfStep:
    """An E-step or an M-step on given data, whichever comes next: ``half_step(state) -> state``.

    The loop is up to the caller. Large data are worth several threads: then run the loop, or a
    part of it, within ``half_step.threads()``.

    Parameters
    ----------
    X : ndarray of shape (n_samples, n_features)
        As returned by `as_data`; read-only if custom steps are to see it.
    start : GMMParams
        As returned by `as_params`.
    reg_covar, e_step, m_step
        As in `fit`.
    columns : Columns, optional
        What `describe_columns` returns for `X`, if it has been called already.

    Attributes
    ----------
    start : EMState
        Where to begin.
    """

    def __init__(
        self,
        X: np.ndarray,
        start: GMMParams,
        reg_covar: float = 0.0,
        e_step=None,
        m_step=None,
        *,
        columns: Columns | None = None,
    ):
        self.start = EMState(freeze(start))
        self._X, self._reg_covar = X, reg_covar
        # The helpers, passed as custom steps, are the formulas of the fused core.
        e_step = e_step if is_custom(e_step, "e_step") else None
        m_step = m_step if is_custom(m_step, "m_step") else None
        self._steps: FusedSteps | CustomSteps
        if e_step is None and m_step is None:
            columns = describe_columns(X) if columns is None else columns
            self._steps = FusedSteps(X, columns, start.n_components)
        else:
            self._steps = CustomSteps(X, start.means.shape, e_step, m_step)

    @contextmanager
    def threads(self, n_threads: int | None = None) -> Iterator[None]:
        """Share the work of half-steps among threads, and hold BLAS to one thread in each."""
        with self._steps.threads(n_threads):
            yield

    def run_together(self, starts: Sequence[GMMParams], tol: float, max_iter: int) -> list[Run]:
        """Run EM from all starts at once, as far as that is possible; the rest is half-steps.

        The starts have as many components as `start`.
        """
        if isinstance(self._steps, CustomSteps):
            return [Run() for _ in starts]
        return self._steps.run_together(starts, self._reg_covar, tol, max_iter)

    def __call__(self, state: EMState, is_last: bool = False) -> EMState:
        """Return the state after the next half-step; errors as in `fit`, or of custom steps.

        An E-step that is the last leaves no statistics, which takes less time.
        """
        iteration, params = state.iteration + state.e_step_done, state.params
        try:
            if not state.e_step_done:
                if is_last:
                    nll = self._steps.negative_log_likelihood(params)
                    return EMState(params, iteration, None, nll)
                statistics, nll = self._steps.e_step(params)
                return EMState(params, iteration, statistics, nll)
            params = self._steps.m_step(state.statistics, self._reg_covar)
            _require_spread(params)
            return EMState(params, iteration)
        except DegenerateComponentError as error:
            far_sample = find_far_sample(self._X) or self._stretching(error, params)
            if not far_sample and self._hides_spread(error, params):
                apart = float(np.ptp(self._X, axis=0).max())
                error = DegenerateComponentError(Degeneracy.ROUNDED, error.component, apart)
            flat_feature = None if far_sample else self._flat_feature(error, params)
            raise error.at(iteration, far_sample, flat_feature) from None

    def _stretching(self, error: DegenerateComponentError, params: GMMParams) -> FarSample | None:
        """The far sample for which a component is so long that it is flat beside that."""
        if error.kind is not Degeneracy.SINGULAR:
            return None
        found = find_far_sample(self._X, FAR)
        if found is None:
            return None
        variance = params.covariances[error.component, found.feature, found.feature]
        return found if variance > (FAR * found.usual) ** 2 else None

    def _hides_spread(self, error: DegenerateComponentError, params: GMMParams) -> bool:
        """Whether samples do have a spread where a covariance, which is long, has none."""
        if error.kind is not Degeneracy.SINGULAR:
            return False
        covariance = params.covariances[error.component]
        if not np.isfinite(covariance).all():
            return False
        values, vectors = np.linalg.eigh(covariance)
        X = self._X - params.means[error.component]
        across = float(np.median(np.abs(X @ vectors[:, 0])))
        rounding = ROUNDING * float(np.abs(self._X).max())
        return rounding < across <= np.sqrt(HIDDEN * ROUNDING * abs(values[-1]))

    def _flat_feature(
        self, error: DegenerateComponentError, params: GMMParams
    ) -> FlatFeature | None:
        """The feature that has no spread in a component because it has none in the data."""
        if error.kind is not Degeneracy.COLLAPSED:
            return None
        low, high = self._X.min(axis=0), self._X.max(axis=0)
        level = np.maximum(np.abs(low), np.abs(high))
        constant = high - low <= 4 * np.spacing(level)
        flat = constant | (high - low <= HIDDEN * ROUNDING * level)
        flat &= _collapsed(params)[error.component]
        if not flat.any():
            return None
        feature = int((flat & constant if (flat & constant).any() else flat).argmax())
        return FlatFeature(feature, float(low[feature]), bool(constant[feature]))


def _require_spread(params: GMMParams) -> None:
    """Negative variances pass: what is wrong with them is said where the factor is taken."""
    collapsed = _collapsed(params)
    if collapsed.any():
        raise DegenerateComponentError(Degeneracy.COLLAPSED, int(collapsed.any(axis=1).argmax()))


def _collapsed(params: GMMParams) -> np.ndarray:
    """In which features the components have no spread beyond rounding."""
    variances = params.covariances.diagonal(axis1=1, axis2=2)
    return np.abs(variances) <= (ROUNDING * params.means) ** 2
