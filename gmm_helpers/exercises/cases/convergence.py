"""Data, starts, tolerances and limits that `fit_em` is tried on.

A correct but slow function takes about 80 microseconds per density, so the samples are few and
the runs are short. Nothing comes near a collapse, and no stop depends on rounding.
"""

from __future__ import annotations

import numpy as np

from ...model.degeneracy import DegenerateComponentError
from ...model.params import GMMParams
from ..definition import Case
from ..mistakes.fit_em import OTHER_MEASURES
from ..runs import Run, right_run
from .integers import whole_number_cases
from .mixtures import FAR, SHIFT, random_problem, rescale, with_correlation, with_unequal_sizes

__all__ = ["PAST_CONVERGENCE", "fit_cases"]

PAST_CONVERGENCE = "tol = 0, far past convergence"
SMALL_UNITS = 1e-4
MIN_COUNT = 2.5  # samples a component must keep
MIN_VARIANCE = 1e-3  # smallest eigenvalue of a covariance, relative to the data's
N_PAST = 48  # iterations of the run past convergence
NLL_PAST = 0.01  # its end
MIN_RISES = 6  # in that run


def fit_cases(rng: np.random.Generator) -> list[Case]:
    """Make cases for functions of ``(X, weights, means, covariances, tol, max_iter)``.

    Those with ``tol = 0`` come late: a loop that ignores `max_iter` ends only in the others,
    where the mistake can be named.
    """
    return [*_vary_stopping(rng), *_vary_data(rng), _draw_long_run(rng)]


def _vary_stopping(rng) -> list[Case]:
    ordinary, ordinary_tol = _draw_slow_problem(rng, 36, 3, 2, rng.integers(8, 14))
    fine, fine_tol = _draw_slow_problem(rng, 20, 2, 1, rng.integers(18, 23), between=(1e-7, 1e-4))
    short = _draw_problem(rng, 25, 3, 2, n_iter=6)
    small = _round(0.3 * _smallest_change(short, 6))
    settled = _draw_problem(rng, 15, 1, 2, n_iter=3)
    return [
        Case("an ordinary run, with a moderate tol", (*ordinary, ordinary_tol, 60)),
        Case("no iteration at all (max_iter = 0)", (*short, small, 0)),
        Case("one iteration at most (max_iter = 1)", (*short, small, 1)),
        Case("two iterations at most (max_iter = 2)", (*short, small, 2)),
        Case("a small tol", (*fine, fine_tol, 60)),
        Case("a large tol", (*short, 1e9, 30)),
        Case("one component (K = 1)", (*settled, 1e-6, 20), topic="components"),
        Case("tol = 0, three iterations", (*short, 0.0, 3)),
        Case("tol = 0, four iterations", (*short, 0.0, 4)),
    ]


def _vary_data(rng) -> list[Case]:
    """Two iterations each, on everything that may be special about data and start."""
    ordinary = _draw_problem(rng, 24, 3, 2)
    cases = [
        (name, _draw_problem(rng, *sizes), topic)
        for name, sizes, topic in (
            ("five components (K = 5)", (35, 5, 2), "components"),
            ("one feature (D = 1)", (20, 3, 1), "dimension"),
            ("three features (D = 3)", (26, 2, 3), "dimension"),
        )
    ]
    cases += [
        ("shifted data", rescale(_draw_problem(rng, 24, 3, 2), shift=SHIFT), "units"),
        ("data in small units", rescale(_draw_problem(rng, 24, 3, 2), scale=SMALL_UNITS), "units"),
        ("very unequal weights", _draw_problem(rng, 24, 3, 2, change=_vary_weights), "unequal"),
        ("unequal determinants", _draw_problem(rng, 24, 3, 2, change=_vary_sizes), "unequal"),
        (
            "strong correlations",
            _draw_problem(rng, 24, 3, 2, change=with_correlation),
            "correlated",
        ),
        ("one sample far from the others", _draw_outlier(rng), "far"),
    ]
    few, many = _draw_problem(rng, 4, 1, 2), _draw_problem(rng, 200, 2, 3, n_iter=1)
    strided, guarded = _draw_problem(rng, 22, 3, 2), _draw_problem(rng, 23, 3, 2)
    return [
        Case("equal in size, tol = 0", (*ordinary, 0.0, 2)),
        *(Case(name, (*problem, 0.0, 2), topic=topic) for name, problem, topic in cases),
        *whole_number_cases(*_draw_whole_numbers(rng), 0.0, 2),
        Case("four samples", (*few, 0.0, 2), topic="size"),
        Case("many samples", (*many, 0.0, 1), topic="size"),
        Case("arrays that are not contiguous", (*strided, 0.0, 2), "strided", "layout"),
        Case("read-only arrays", (*guarded, 0.0, 2), "read-only", "layout"),
    ]


def _draw_problem(rng, n_samples, n_components, n_features, n_iter=2, change=None) -> tuple:
    """Draw data and a start from which `n_iter` iterations go well: ``(X, *start)``."""
    while True:
        X, truth = random_problem(rng, n_samples, n_components, n_features)
        start = _draw_start(rng, X, truth)
        if change:
            start = change(rng, start)
        if _goes_well(right_run(X, *start), n_iter):
            return X, *start


def _draw_start(rng, X, truth: GMMParams) -> GMMParams:
    """Draw a start near the truth, with weights and covariances that all differ."""
    n_components, n_features = truth.means.shape
    deviations = np.sqrt(X.var(axis=0))
    means = truth.means + 0.4 * deviations * rng.normal(size=truth.means.shape)
    roots = rng.normal(size=(n_components, n_features, n_features))
    covariances = truth.covariances + roots @ roots.transpose(0, 2, 1) + np.eye(n_features)
    return GMMParams(rng.dirichlet(np.full(n_components, 6.0)), means, covariances)


def _goes_well(run: Run, n_iter: int, variance: float | None = None) -> bool:
    """Whether every component keeps samples, and variances not too small beside `variance`."""
    variance = variance or run.X.var(axis=0).mean()
    try:
        states = [run.state(i) for i in range(1, n_iter + 1)]
    except DegenerateComponentError:
        return False
    return all(
        len(run.X) * state.weights.min() > MIN_COUNT
        and np.linalg.eigvalsh(state.covariances).min() > MIN_VARIANCE * variance
        for state in states
    )


def _round(tol: float) -> float:
    return float(f"{tol:.2g}")


def _smallest_change(problem, n_iter: int) -> float:
    run = right_run(*problem)
    return min(abs(run.change(i)) for i in range(1, n_iter + 1))


def _draw_slow_problem(rng, *sizes, between=(1e-3, 0.5)):
    """Draw a problem and a `tol` that stops EM after exactly the given number of iterations.

    Other rules (a change per sample, a relative change, a change of the parameters) must stop it
    elsewhere, or a mistake would not show.
    """
    *sizes, n_iter = sizes
    while True:
        problem = _draw_problem(rng, *sizes, n_iter=n_iter)
        run = right_run(*problem)
        changes = [abs(run.change(i)) for i in range(1, n_iter + 1)]
        tol = _round(np.sqrt(changes[-1] * min(changes[:-1])))
        # Far enough from both, so that no rounding decides.
        stops_there = 1.01 * changes[-1] < tol < 0.99 * min(changes[:-1])
        if not stops_there or not between[0] < tol < between[1]:
            continue
        if not any(_stops_after(run, n_iter, measure, tol) for measure in OTHER_MEASURES):
            return problem, tol


def _stops_after(run: Run, n_iter: int, measure, tol: float) -> bool:
    sizes = [measure(run, i) for i in range(1, n_iter + 1)]
    return sizes[-1] < tol <= min(sizes[:-1])


def _vary_weights(rng, start: GMMParams) -> GMMParams:
    return start._replace(weights=np.array([0.04, 0.82, 0.14])[rng.permutation(3)])


def _vary_sizes(rng, start: GMMParams) -> GMMParams:
    return with_unequal_sizes(start)


def _draw_outlier(rng) -> tuple:
    """Draw one sample with log-densities below -1e4, which one component has to take on."""
    while True:
        X, *start = _draw_problem(rng, 20, 2, 2)
        covariances = 0.5 * start[2] / np.linalg.eigvalsh(start[2]).max()
        problem = np.vstack([X, X[:1] + FAR]), *start[:2], covariances
        if _goes_well(right_run(*problem), 2, variance=X.var(axis=0).mean()):
            return problem


def _draw_whole_numbers(rng) -> tuple:
    """Draw data of dtype int, and a start of whole numbers."""
    while True:
        X = rng.integers(-9, 10, size=(24, 2))
        means = rng.integers(-6, 7, size=(3, 2)).astype(float)
        roots = rng.integers(2, 5, size=(3, 2, 2)) * np.array([[1.0, 0.0], [1.0, 1.0]])
        start = rng.dirichlet(np.full(3, 6.0)), means, roots @ roots.transpose(0, 2, 1)
        if _goes_well(right_run(X, *start), 2):
            return X, *start


def _draw_long_run(rng) -> Case:
    """Draw a run so long that the NLL rises several times, by rounding alone.

    The units are such that the NLL ends near 0: there the rounding of the terms shows in their
    sum, however they are computed and added.
    """
    while True:
        X = np.concatenate([rng.normal(-2, 1, size=(7, 1)), rng.normal(2, 0.8, size=(5, 1))])
        means = np.array([[-1.0], [1.5]]) + rng.normal(scale=0.3, size=(2, 1))
        problem = X, np.array([0.4, 0.6]), means, np.array([[[1.0]], [[2.0]]])
        run = right_run(*problem)
        if not _goes_well(run, 12) or not 1e-9 < abs(run.change(12)) < 1e-5:
            continue
        problem = rescale(problem, scale=np.exp((NLL_PAST - run.nll(N_PAST)) / len(X)))
        changes = np.diff(right_run(*problem).history(N_PAST))
        rises, zeros = np.flatnonzero(changes > 0), np.flatnonzero(changes == 0)
        if len(rises) >= MIN_RISES and rises[2] < min(zeros, default=N_PAST):
            return Case(PAST_CONVERGENCE, (*problem, 0.0, N_PAST))
