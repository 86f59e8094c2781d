"""One iteration of EM, and whole runs, with a slot for each part where a mistake can be made."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from ....em.steps import e_step_and_nll, m_step_unchecked
from ....em.updates import covariances_unchecked, means_unchecked, require_occupied
from ....model.params import GMMParams

__all__ = ["SOME", "End", "Run", "em", "mix", "one_step", "right_run", "small_change", "standard"]

# Some but not all of 0 weights, 1 means, 2 covariances.
SOME = [some for n in (1, 2) for some in itertools.combinations(range(3), n)]


def standard(run: Run, i: int) -> GMMParams:
    """Do a correct M-step."""
    return m_step_unchecked(run.X, run.shares(i), 0.0)


class Run:
    """EM from a start, computed as far as needed; the slots are those of `em`."""

    def __init__(self, X, start, step=standard, evaluate=e_step_and_nll, seen=None):
        self.X = np.array(X, dtype=float)
        self.step, self.evaluate, self._seen = step, evaluate, seen
        self._states = [GMMParams(*(np.array(values, dtype=float) for values in start))]
        self._found: list[tuple[np.ndarray, float]] = []
        self._values: list[float] = []

    def state(self, i: int) -> GMMParams:
        """Return the parameters after iteration `i`."""
        while len(self._states) <= i:
            self._states.append(self.step(self, len(self._states) - 1))
        return self._states[i]

    def shares(self, i: int) -> np.ndarray:
        """Return the responsibilities of the parameters after iteration `i`."""
        return self._evaluate(i)[0]

    def _evaluate(self, i: int) -> tuple[np.ndarray, float]:
        while len(self._found) <= i:
            self._found.append(self.evaluate(self.X, self.state(len(self._found))))
        return self._found[i]

    def nll(self, i: int) -> float:
        """Return the negative log-likelihood after iteration `i`."""
        if not self._seen:
            return self._evaluate(i)[1]
        while len(self._values) <= i:
            seen = self._seen(self, len(self._values))
            self._values.append(self.evaluate(self.X, seen)[1])
        return self._values[i]

    def change(self, i: int) -> float:
        """Return what iteration `i` adds to the NLL."""
        return self.nll(i) - self.nll(i - 1)

    def history(self, n: int) -> np.ndarray:
        """Return the NLL of the start and of `n` iterations."""
        return np.array([self.nll(i) for i in range(n + 1)])


class End(NamedTuple):
    """Where a run ends: after `n` iterations, and whether the stopping rule ended it."""

    run: Run
    n: int
    stopped: bool
    max_iter: int


def mix(params: GMMParams, others: GMMParams, which) -> GMMParams:
    """Take the parameters with the indices `which` from others."""
    return GMMParams(*(others[j] if j in which else params[j] for j in range(3)))


def right_run(X, *start) -> Run:
    """Run EM without a mistake; runs on the same data share their iterations."""
    arrays = (np.array(values, dtype=float, order="C") for values in (X, *start))
    return _cached_run(*((array.shape, array.tobytes()) for array in arrays))


@lru_cache(maxsize=64)
def _cached_run(*keys) -> Run:
    X, *start = (np.frombuffer(content).reshape(shape) for shape, content in keys)
    return Run(X, start)


def small_change(run: Run, i: int, tol: float) -> bool:
    """Apply the correct stopping rule after iteration `i`."""
    return abs(run.change(i)) < tol


def _make_step(
    *,
    e_step=None,  # this and the next three have the signatures of the exercises on them
    weights=lambda r: r.mean(axis=0),
    means=lambda X, r: means_unchecked(X, r, require_occupied(r.sum(axis=0))),
    covariances=lambda X, r, centres: covariances_unchecked(X, r, centres, r.sum(axis=0), 0.0),
    order="WMC",  # of updates; m computes means only for the covariances, E is another E-step
    given=None,  # (run, i) -> GMMParams: the parameters the E-step uses
) -> Callable[[Run, int], GMMParams]:
    """Make an iteration: an E-step, then the updates of `order`, each with what is known then."""

    def assign(run, i, params):
        known = given(run, i) if given else params
        return e_step(run.X, *known) if e_step else run.evaluate(run.X, known)[0]

    def step(run, i):
        new, centres = run.state(i), None
        shares = assign(run, i, new) if e_step or given else run.shares(i)
        for update in order:
            if update == "E":
                shares = assign(run, i, new)
            elif update == "W":
                new = new._replace(weights=weights(shares))
            elif update == "M":
                new = new._replace(means=means(run.X, shares))
            elif update == "m":
                centres = means(run.X, shares)
            else:
                around = new.means if centres is None else centres
                new = new._replace(covariances=covariances(run.X, shares, around))
        return new

    return step


def one_step(*, result=tuple, **parts):
    """Make an `em_step` with a mistake: `parts` as in an iteration, ``result(params)`` returned."""
    step = _make_step(**parts)
    return lambda X, *start: result(step(Run(X, start), 0))


def _evaluate_by(joint=None, nll=None, density=None):
    """Compute responsibilities and NLL with a wrong density, joint log-density or NLL."""

    def with_density(X, weights, means, covariances):
        columns = [density(X, *pair) for pair in zip(means, covariances, strict=True)]
        return np.log(weights) + np.stack(columns, axis=1)

    def with_joint(X, params):
        logs = (joint or with_density)(X, *params)
        totals = np.logaddexp.reduce(logs, axis=1)
        return np.exp(logs - totals[:, None]), -totals.sum()

    if nll:
        return lambda X, params: (e_step_and_nll(X, params)[0], nll(X, *params))
    return with_joint if joint or density else e_step_and_nll


def em(
    *,
    step=None,  # (run, i) -> GMMParams: iteration i + 1
    stop=small_change,  # (run, i, tol) -> bool, asked after every iteration i
    has_converged=None,  # this, density, joint and nll have the signatures of their exercises
    limit=lambda max_iter, tol: max_iter,  # the largest possible number of iterations
    history=lambda values, end: values,
    parameters=lambda end: end.run.state(end.n),
    result=lambda parameters, history: (*parameters, history),
    density=None,
    joint=None,
    nll=None,
    seen=None,  # (run, i) -> GMMParams: of which the NLL is taken after iteration i
    **parts,
):
    """Make a `fit_em` with a mistake; other slots are those of an iteration."""
    evaluate = _evaluate_by(joint, nll, density)
    changed = step or seen or parts or evaluate is not e_step_and_nll
    step = step or (_make_step(**parts) if parts else standard)

    def stops(run, i, tol):
        return has_converged(run.history(i), tol) if has_converged else stop(run, i, tol)

    def fit_em(X, weights, means, covariances, tol, max_iter):
        start = weights, means, covariances
        run = Run(X, start, step, evaluate, seen) if changed else right_run(X, *start)
        most = max(limit(max_iter, tol), 0)
        n = next((i for i in range(1, most + 1) if stops(run, i, tol)), None)
        end = End(run, most if n is None else n, n is not None, max_iter)
        return result(parameters(end), history(run.history(end.n), end))

    return fit_em
