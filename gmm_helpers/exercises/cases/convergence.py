"""Data, starts and stop rules that `fit_em` is tried on.

A run costs a student's slow but right function about 80 microseconds for each density, so the
samples are few and the runs short. Nothing comes near a collapse, and no stop hangs on rounding.
"""

from __future__ import annotations

import numpy as np

from ...model.degeneracy import DegenerateComponentError
from ...model.params import GMMParams
from ..definition import Case
from ..mistakes.fit_em.measures import OTHER_MEASURES
from ..mistakes.recipes.em_run import Run, right_run
from .mixtures import FAR, SHIFT, random_problem, with_correlation, with_unequal_sizes

__all__ = ["PAST_CONVERGENCE", "fit_cases"]

PAST_CONVERGENCE = "tol = 0, far past convergence"
SMALL_UNITS = 1e-4
LEAST_COUNT = 2.5  # samples a component must keep
LEAST_SPREAD = 1e-3  # smallest eigenvalue of a covariance, relative to the data's
N_PAST = 48  # iterations of the run past convergence
NLL_PAST = 0.01  # its end
LEAST_RISES = 6  # in that run


def fit_cases(rng: np.random.Generator) -> list[Case]:
    """Cases for functions of ``(X, weights, means, covariances, tol, max_iter)``.

    Those with ``tol = 0`` come late: a loop that forgets `max_iter` ends only in the others,
    and there it can be named.
    """
    return [*_stop_cases(rng), *_kinds_of_data(rng), _past_convergence(rng)]


def _stop_cases(rng) -> list[Case]:
    ordinary, ordinary_tol = _slow_enough(rng, 36, 3, 2, rng.integers(8, 14))
    fine, fine_tol = _slow_enough(rng, 20, 2, 1, rng.integers(18, 23), between=(1e-7, 1e-4))
    short = _problem(rng, 25, 3, 2, n_iter=6)
    small = _rounded(0.3 * _smallest_change(short, 6))
    settled = _problem(rng, 15, 1, 2, n_iter=3)
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


def _kinds_of_data(rng) -> list[Case]:
    """Two iterations each, on all that may be special about data and start."""
    ordinary = _problem(rng, 24, 3, 2)
    cases = [
        (name, _problem(rng, *sizes), topic)
        for name, sizes, topic in (
            ("five components (K = 5)", (35, 5, 2), "components"),
            ("one feature (D = 1)", (20, 3, 1), "dimension"),
            ("three features (D = 3)", (26, 2, 3), "dimension"),
        )
    ]
    cases += [
        ("shifted data", _moved(_problem(rng, 24, 3, 2), shift=SHIFT), "units"),
        ("data in small units", _moved(_problem(rng, 24, 3, 2), scale=SMALL_UNITS), "units"),
        ("very unequal weights", _problem(rng, 24, 3, 2, change=_unequal_weights), "unequal"),
        ("unequal determinants", _problem(rng, 24, 3, 2, change=_unequal_sizes), "unequal"),
        ("strong correlations", _problem(rng, 24, 3, 2, change=with_correlation), "correlated"),
        ("one sample far from the others", _with_outlier(rng), "far"),
        ("whole numbers (dtype int)", _whole_numbers(rng), "integers"),
    ]
    few, many = _problem(rng, 4, 1, 2), _problem(rng, 200, 2, 3, n_iter=1)
    strided, guarded = _problem(rng, 22, 3, 2), _problem(rng, 23, 3, 2)
    return [
        Case("equal in size, tol = 0", (*ordinary, 0.0, 2)),
        *(Case(name, (*problem, 0.0, 2), topic=topic) for name, problem, topic in cases),
        Case("four samples", (*few, 0.0, 2), topic="size"),
        Case("many samples", (*many, 0.0, 1), topic="size"),
        Case("arrays that are not contiguous", (*strided, 0.0, 2), "strided", "layout"),
        Case("read-only arrays", (*guarded, 0.0, 2), "read-only", "layout"),
    ]


def _problem(rng, n_samples, n_components, n_features, n_iter=2, change=None) -> tuple:
    """Draw data and a start from which `n_iter` iterations go well: ``(X, *start)``."""
    while True:
        X, truth = random_problem(rng, n_samples, n_components, n_features)
        start = _start(rng, X, truth)
        if change:
            start = change(rng, start)
        if _goes_well(right_run(X, *start), n_iter):
            return X, *start


def _start(rng, X, truth: GMMParams) -> GMMParams:
    """Somewhere near the truth, with weights and covariances that all differ."""
    n_components, n_features = truth.means.shape
    spread = np.sqrt(X.var(axis=0))
    means = truth.means + 0.4 * spread * rng.normal(size=truth.means.shape)
    roots = rng.normal(size=(n_components, n_features, n_features))
    covariances = truth.covariances + roots @ roots.transpose(0, 2, 1) + np.eye(n_features)
    return GMMParams(rng.dirichlet(np.full(n_components, 6.0)), means, covariances)


def _goes_well(run: Run, n_iter: int, spread: float | None = None) -> bool:
    """Whether every component keeps samples, and variances of at least a share of `spread`."""
    spread = spread or run.X.var(axis=0).mean()
    try:
        states = [run.state(i) for i in range(1, n_iter + 1)]
    except DegenerateComponentError:
        return False
    return all(
        len(run.X) * state.weights.min() > LEAST_COUNT
        and np.linalg.eigvalsh(state.covariances).min() > LEAST_SPREAD * spread
        for state in states
    )


def _rounded(tol: float) -> float:
    return float(f"{tol:.2g}")


def _smallest_change(problem, n_iter: int) -> float:
    run = right_run(*problem)
    return min(abs(run.change(i)) for i in range(1, n_iter + 1))


def _slow_enough(rng, *sizes, between=(1e-3, 0.5)):
    """Draw a problem and a `tol` that stops EM after just so many iterations.

    Other rules (a change for each sample, a relative one, one of the parameters) must stop
    it elsewhere, or a mistake would not show.
    """
    *sizes, n_iter = sizes
    while True:
        problem = _problem(rng, *sizes, n_iter=n_iter)
        run = right_run(*problem)
        changes = [abs(run.change(i)) for i in range(1, n_iter + 1)]
        tol = _rounded(np.sqrt(changes[-1] * min(changes[:-1])))
        # Far enough from both, so that no rounding decides.
        stops_there = 1.01 * changes[-1] < tol < 0.99 * min(changes[:-1])
        if not stops_there or not between[0] < tol < between[1]:
            continue
        if not any(_stops_after(run, n_iter, measure, tol) for measure in OTHER_MEASURES):
            return problem, tol


def _stops_after(run: Run, n_iter: int, measure, tol: float) -> bool:
    sizes = [measure(run, i) for i in range(1, n_iter + 1)]
    return sizes[-1] < tol <= min(sizes[:-1])


def _moved(problem, shift=0.0, scale=1.0) -> tuple:
    X, weights, means, covariances = problem
    return scale * X + shift, weights, scale * means + shift, scale**2 * covariances


def _unequal_weights(rng, start: GMMParams) -> GMMParams:
    return start._replace(weights=np.array([0.04, 0.82, 0.14])[rng.permutation(3)])


def _unequal_sizes(rng, start: GMMParams) -> GMMParams:
    return with_unequal_sizes(start)


def _with_outlier(rng) -> tuple:
    """One sample with log-densities below -1e4, which one component has to take in."""
    while True:
        X, *start = _problem(rng, 20, 2, 2)
        covariances = 0.5 * start[2] / np.linalg.eigvalsh(start[2]).max()
        problem = np.vstack([X, X[:1] + FAR]), *start[:2], covariances
        if _goes_well(right_run(*problem), 2, spread=X.var(axis=0).mean()):
            return problem


def _whole_numbers(rng) -> tuple:
    """Data of dtype int, and a start of whole numbers."""
    while True:
        X = rng.integers(-9, 10, size=(24, 2))
        means = rng.integers(-6, 7, size=(3, 2)).astype(float)
        roots = rng.integers(2, 5, size=(3, 2, 2)) * np.array([[1.0, 0.0], [1.0, 1.0]])
        start = rng.dirichlet(np.full(3, 6.0)), means, roots @ roots.transpose(0, 2, 1)
        if _goes_well(right_run(X, *start), 2):
            return X, *start


def _past_convergence(rng) -> Case:
    """A run so long that the NLL rises several times, by rounding alone.

    It is measured in units in which the NLL ends near 0: there the rounding of the terms is
    seen in their sum, whichever way they are computed and added.
    """
    while True:
        X = np.concatenate([rng.normal(-2, 1, size=(7, 1)), rng.normal(2, 0.8, size=(5, 1))])
        means = np.array([[-1.0], [1.5]]) + rng.normal(scale=0.3, size=(2, 1))
        problem = X, np.array([0.4, 0.6]), means, np.array([[[1.0]], [[2.0]]])
        run = right_run(*problem)
        if not _goes_well(run, 12) or not 1e-9 < abs(run.change(12)) < 1e-5:
            continue
        problem = _moved(problem, scale=np.exp((NLL_PAST - run.nll(N_PAST)) / len(X)))
        changes = np.diff(right_run(*problem).history(N_PAST))
        rises, zeros = np.flatnonzero(changes > 0), np.flatnonzero(changes == 0)
        if len(rises) >= LEAST_RISES and rises[2] < min(zeros, default=N_PAST):
            return Case(PAST_CONVERGENCE, (*problem, 0.0, N_PAST))
