"""One iteration of EM, and whole runs, with a slot for each part where a mistake can be made."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from ....em.steps import e_step_and_nll
from ....em.updates import covariances_unchecked, means_unchecked, require_occupied
from ....model.params import GMMParams
from ...runs import (
    Problem,
    Run,
    arrays_in,
    kept_run,
    problem_of,
    right_run_on,
    small_change,
    standard,
)

__all__ = ["SOME", "End", "KnownFit", "em", "mix", "one_step"]

# Some but not all of 0 weights, 1 means, 2 covariances.
SOME = [some for n in (1, 2) for some in itertools.combinations(range(3), n)]


class End(NamedTuple):
    """Where a run ends: after `n` iterations, and whether the stopping rule ended it."""

    run: Run
    n: int
    stopped: bool
    max_iter: int


@dataclass(frozen=True, eq=False)
class KnownFit:
    """A `fit_em` whose run can be looked at without doing all of it.

    Parameters
    ----------
    fit : callable
        ``fit(X, weights, means, covariances, tol, max_iter)``.
    begin : callable, optional
        ``begin(problem) -> Run``, if it says something of what is returned.
    returns_history, returns_last : bool, default=True
        Whether the history of the run, and the parameters after its last iteration are returned.
    alike : tuple, optional
        The same for all mistakes that begin in the same way.
    course : callable, optional
        ``course(problem, tol, max_iter)``: the same for all that then return the same, such as for
        two stopping rules that end a run after the same iteration.
    """

    fit: Callable
    begin: Callable[[Problem], Run] | None = None
    returns_history: bool = True
    returns_last: bool = True
    alike: tuple = ()
    course: Callable[..., Hashable] | None = None

    def __call__(self, *arguments):
        return self.fit(*arguments)


def mix(params: GMMParams, others: GMMParams, which) -> GMMParams:
    """Take the parameters with the indices `which` from others."""
    return GMMParams(*(others[j] if j in which else params[j] for j in range(3)))


class _Step:
    """An iteration: an E-step, then the updates of `order`, each with what is known then."""

    def __init__(
        self,
        *,
        e_step=None,  # this and the next three have the signatures of the exercises on them
        weights=lambda r: r.mean(axis=0),
        means=lambda X, r: means_unchecked(X, r, require_occupied(r.sum(axis=0))),
        covariances=lambda X, r, centres: covariances_unchecked(X, r, centres, r.sum(axis=0), 0.0),
        order="WMC",  # of updates; m: means only for the covariances, E: another E-step
        given=None,  # (run, i) -> GMMParams: the parameters the E-step uses
    ):
        self._e_step, self._given, self._order = e_step, given, order
        self._weights, self._means, self._covariances = weights, means, covariances

    def __call__(self, run: Run, i: int) -> GMMParams:
        *_, (_, new) = self.updates(run, i)
        return new

    def updates(self, run: Run, i: int) -> Iterator[tuple[int, GMMParams]]:
        """Go through iteration `i` + 1: which parameter is now what it will be, and all three."""
        new, centres, order = run.state(i), None, self._order
        yield from ((j, new) for j, letter in enumerate("WMC") if letter not in order)
        shares = self._assign(run, i, new) if self._e_step or self._given else run.shares(i)
        for place, update in enumerate(order):
            if update == "E":
                shares = self._assign(run, i, new)
            elif update == "W":
                new = new._replace(weights=self._weights(shares))
            elif update == "M":
                new = new._replace(means=self._means(run.X, shares))
            elif update == "m":
                centres = self._means(run.X, shares)
            else:
                around = new.means if centres is None else centres
                new = new._replace(covariances=self._covariances(run.X, shares, around))
            if update in "WMC" and update not in order[place + 1 :]:
                yield "WMC".index(update), new

    def _assign(self, run, i, params):
        known = self._given(run, i) if self._given else params
        if self._e_step:
            return self._e_step(run.X, *known)
        return run.evaluate(run.X, known)[0]


def one_step(*, result=tuple, **parts):
    """Make an `em_step` with a mistake: `parts` as in an iteration, ``result(params)`` returned."""
    step = _Step(**parts)
    return lambda X, *start: result(step(Run(X, start), 0))


def _evaluate_by(joint=None, density=None):
    """Compute responsibilities and NLL with a wrong density or joint log-density."""

    def with_density(X, weights, means, covariances):
        columns = [density(X, *pair) for pair in zip(means, covariances, strict=True)]
        return np.log(weights) + np.stack(columns, axis=1)

    def with_joint(X, params):
        logs = (joint or with_density)(X, *params)
        totals = np.logaddexp.reduce(logs, axis=1)
        return np.exp(logs - totals[:, None]), -totals.sum()

    return with_joint if joint or density else e_step_and_nll


class _RunKind(NamedTuple):
    """What is wrong in a run: some of the slots of `em`, and those of an iteration."""

    step: Callable | None = None
    density: Callable | None = None
    joint: Callable | None = None
    nll: Callable | None = None
    seen: Callable | None = None
    parts: frozenset[tuple[str, Any]] = frozenset()

    def __call__(self, problem: Problem) -> Run:
        (X, start), evaluate = arrays_in(problem), _evaluate_by(self.joint, self.density)
        begun = right_run_on(problem) if evaluate is e_step_and_nll else None
        step = self.step or (_Step(**dict(self.parts)) if self.parts else standard)
        return Run(X, start, step, evaluate, self.seen, begun, self.nll)


def em(
    *,
    step=None,  # (run, i) -> GMMParams: iteration i + 1
    stop=small_change,  # (run, i, tol) -> bool, asked after every iteration i
    has_converged=None,  # this, density, joint and nll have the signatures of their exercises
    limit=None,  # (max_iter, tol) -> int: the largest possible number of iterations
    history=None,  # (values, end) -> array
    parameters=None,  # end -> GMMParams: what is returned, if not those of the last iteration
    result=None,  # (parameters, history) -> what is returned
    density=None,
    joint=None,
    nll=None,
    seen=None,  # (run, i) -> GMMParams: of which the NLL is taken after iteration i
    **parts,
):
    """Make a `fit_em` with a mistake; other slots are those of an iteration."""
    kind = _RunKind(step, density, joint, nll, seen, frozenset(parts.items()))

    def stops(run, i, tol):
        return has_converged(run.history(i), tol) if has_converged else stop(run, i, tol)

    def begin(problem: Problem) -> Run:
        return kept_run(kind, problem) if any(kind) else right_run_on(problem)

    def end_of(problem: Problem, tol, max_iter) -> End:
        run = begin(problem)
        most = max(limit(max_iter, tol), 0) if limit else max_iter
        n = next((i for i in range(1, most + 1) if stops(run, i, tol)), None)
        return End(run, most if n is None else n, n is not None, max_iter)

    def course(problem: Problem, tol, max_iter) -> Hashable:
        end = end_of(problem, tol, max_iter)
        seen = end.stopped if history or parameters else None
        return kind, end.n, seen, history, parameters, result

    def fit_em(X, weights, means, covariances, tol, max_iter):
        end = end_of(problem_of(X, weights, means, covariances), tol, max_iter)
        run, values = end.run, end.run.history(end.n)
        new = parameters(end) if parameters else run.state(end.n)
        found = new, history(values, end) if history else values
        return result(*found) if result else (*found[0], found[1])

    if limit or result or (history and parameters):
        return KnownFit(fit_em, course=course)
    shown = history is None, parameters is None
    return KnownFit(fit_em, begin, *shown, alike=(kind, *shown), course=course)
