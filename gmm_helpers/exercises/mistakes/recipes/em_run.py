"""One iteration of EM, and whole runs, with a slot for each part where a mistake can be made."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ....em.steps import e_step_and_nll
from ....em.updates import covariances_unchecked, means_unchecked, require_occupied
from ....model.params import GMMParams
from ...runs import Run, right_run, small_change, standard

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
        ``begin(X, weights, means, covariances) -> Run``, if what the run finds begins the history
        that is returned.
    """

    fit: Callable
    begin: Callable[..., Run] | None = None

    def __call__(self, *arguments):
        return self.fit(*arguments)


def mix(params: GMMParams, others: GMMParams, which) -> GMMParams:
    """Take the parameters with the indices `which` from others."""
    return GMMParams(*(others[j] if j in which else params[j] for j in range(3)))


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


def em(
    *,
    step=None,  # (run, i) -> GMMParams: iteration i + 1
    stop=small_change,  # (run, i, tol) -> bool, asked after every iteration i
    has_converged=None,  # this, density, joint and nll have the signatures of their exercises
    limit=None,  # (max_iter, tol) -> int: the largest possible number of iterations
    history=None,  # (values, end) -> array
    parameters=lambda end: end.run.state(end.n),
    result=None,  # (parameters, history) -> what is returned
    density=None,
    joint=None,
    nll=None,
    seen=None,  # (run, i) -> GMMParams: of which the NLL is taken after iteration i
    **parts,
):
    """Make a `fit_em` with a mistake; other slots are those of an iteration."""
    evaluate = _evaluate_by(joint, density)
    changed = step or seen or nll or parts or evaluate is not e_step_and_nll
    step = step or (_make_step(**parts) if parts else standard)

    def stops(run, i, tol):
        return has_converged(run.history(i), tol) if has_converged else stop(run, i, tol)

    def begin(X, *start):
        if not changed:
            return right_run(X, *start)
        begun = right_run(X, *start) if evaluate is e_step_and_nll else None
        return Run(X, start, step, evaluate, seen, begun, nll)

    def fit_em(X, weights, means, covariances, tol, max_iter):
        run = begin(X, weights, means, covariances)
        most = max(limit(max_iter, tol), 0) if limit else max_iter
        n = next((i for i in range(1, most + 1) if stops(run, i, tol)), None)
        end = End(run, most if n is None else n, n is not None, max_iter)
        values = run.history(end.n)
        found = parameters(end), history(values, end) if history else values
        return result(*found) if result else (*found[0], found[1])

    return KnownFit(fit_em, None if limit or history or result else begin)
