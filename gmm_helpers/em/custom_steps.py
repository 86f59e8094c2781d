"""A custom E-step or M-step in a run of EM: used as it is, and what it returns is checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np

from ..model.likelihood import negative_log_likelihood_unchecked
from ..model.params import GMMParams, freeze
from ..model.validation import SUM_TOLERANCE, as_params, as_responsibilities
from . import steps
from .steps import e_step_and_nll, m_step_unchecked

__all__ = ["CustomStepError", "CustomSteps", "is_custom"]

THREE_RESULTS = "three results: weights, means, covariances"


def is_custom(step: Callable | None, name: str) -> bool:
    """Whether a step is custom: not left out, and not the helper called `name` itself.

    Examples
    --------
    >>> [is_custom(step, "e_step") for step in (None, steps.e_step, steps.m_step)]
    [False, False, True]
    """
    return step is not None and step is not getattr(steps, name)


class CustomStepError(ValueError):
    """A custom step returned something that EM cannot go on with.

    Parameters
    ----------
    step : str
        "e_step" or "m_step".
    problem : str
        What is wrong with the result.

    Examples
    --------
    >>> print(CustomStepError("e_step", "its rows sum to 2, expected 1."))
    your e_step returned something unusable: its rows sum to 2, expected 1.
    """

    def __init__(self, step: str, problem: str):
        super().__init__(step, problem)  # pickled as these two
        self.step, self.problem = step, problem

    def __str__(self) -> str:
        return f"your {self.step} returned something unusable: {self.problem}"


class CustomSteps:
    """Both steps of EM, at least one of them custom.

    Parameters
    ----------
    X : ndarray of shape (n_samples, n_features)
        As returned by `as_data`.
    shape : tuple of int
        That of the means, which an M-step must keep.
    e_step, m_step : callable, optional
        As in `fit`; where one is missing, the helper is used.
    """

    def __init__(self, X, shape: tuple[int, int], e_step: Callable | None, m_step: Callable | None):
        self.X, self._shape = X, shape
        self._e_step, self._m_step = e_step, m_step

    @contextmanager
    def threads(self, n_threads: int | None = None) -> Iterator[None]:
        """Do nothing: custom steps are called in the thread that called `fit`."""
        yield

    def e_step(self, params: GMMParams) -> tuple[np.ndarray, float]:
        """Responsibilities, and the negative log-likelihood."""
        if self._e_step is None:
            return e_step_and_nll(self.X, params)
        result = self._e_step(self.X, *params)
        with _unusable_result_of("e_step"):
            shape = (len(self.X), params.n_components)
            _require_result(result, f"responsibilities of shape {shape}")
            responsibilities = as_responsibilities(result, *shape)
            sums = responsibilities.sum(axis=1)
            if np.abs(sums - 1).max() > SUM_TOLERANCE:
                low, high = f"{sums.min():.3g}", f"{sums.max():.3g}"
                total = low if low == high else f"between {low} and {high}"
                raise ValueError(f"its rows sum to {total}, expected 1.")
        return responsibilities, negative_log_likelihood_unchecked(self.X, params)

    def negative_log_likelihood(self, params: GMMParams) -> float:
        """That of `e_step`, which is called: what it returns is checked to the end."""
        return self.e_step(params)[1]

    def m_step(self, responsibilities: np.ndarray, reg_covar: float) -> GMMParams:
        """New parameters, read-only copies."""
        if self._m_step is None:
            return freeze(m_step_unchecked(self.X, responsibilities, reg_covar))
        result = self._m_step(self.X, responsibilities)
        with _unusable_result_of("m_step"):
            _require_result(result, THREE_RESULTS)
            if not isinstance(result, (tuple, list)) or len(result) != 3:
                raise ValueError(f"expected {THREE_RESULTS}.")
            params = as_params(*result)
            if params.means.shape != self._shape:
                raise ValueError(
                    f"the means have shape {params.means.shape}, expected {self._shape}."
                )
        ridge = reg_covar * np.eye(params.n_features)
        return freeze(params._replace(covariances=params.covariances + ridge))


def _require_result(result, expected: str) -> None:
    if result is None:
        raise ValueError(f"None, expected {expected}: is a return missing?")


@contextmanager
def _unusable_result_of(step: str):
    """Name the step whose result a ValueError is about."""
    try:
        yield
    except ValueError as error:
        raise CustomStepError(step, str(error)) from None
