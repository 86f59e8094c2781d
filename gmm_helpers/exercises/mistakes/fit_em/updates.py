"""Known mistakes in one iteration of `fit_em`."""

from __future__ import annotations

import numpy as np

from ....em.steps import e_step_and_nll
from ....em.updates import update_covariances, update_means, update_weights
from ....model.params import GMMParams
from ...definition import Mistake
from ..recipes.em_run import SOME, Run, em, mix, standard
from ..recipes.m_step import counts, harden

__all__ = ["MISTAKES"]

# Added to covariances so that they cannot collapse.
RIDGES = (1.0, *(10.0**-n for n in range(1, 13)))


def _around_old_means(run: Run, i: int, responsibilities) -> GMMParams:
    covariances = update_covariances(run.X, responsibilities, run.state(i).means)
    return standard(run, i, responsibilities)._replace(covariances=covariances)


def _keeping(*kept, old_centres=False):
    """Leave some parameters as they were: 0 weights, 1 means, 2 covariances."""
    update = _around_old_means if old_centres else standard

    def step(run, i, responsibilities):
        return mix(update(run, i, responsibilities), run.state(i), kept)

    return step


def _e_step_on(choose):
    """Use other parameters than the newest in every E-step: ``choose(run, i)``."""
    return lambda run, i, _: standard(run, i, e_step_and_nll(run.X, choose(run, i))[0])


def _partly_from_start(old):
    """Use the weights, means or covariances of the start in every E-step."""
    return _e_step_on(lambda run, i: mix(run.state(i), run.state(0), old))


def _again_between(again, weights_last=False):
    """Repeat the E-step before each update in `again` (0 weights, 1 means, 2 covariances)."""

    def step(run, i, responsibilities):
        new = run.state(i)
        if not weights_last:
            new = new._replace(weights=update_weights(responsibilities))
        if 1 in again:
            responsibilities = e_step_and_nll(run.X, new)[0]
        new = new._replace(means=update_means(run.X, responsibilities))
        if 2 in again:
            responsibilities = e_step_and_nll(run.X, new)[0]
        covariances = update_covariances(run.X, responsibilities, new.means)
        new = new._replace(covariances=covariances)
        if weights_last:
            if 0 in again:
                responsibilities = e_step_and_nll(run.X, new)[0]
            new = new._replace(weights=update_weights(responsibilities))
        return new

    return step


def _twice(run, i, responsibilities):
    once = standard(run, i, responsibilities)
    return standard(run, i, e_step_and_nll(run.X, once)[0])


def _covariances_changed(change):
    """Change the covariances of each M-step: ``change(new, responsibilities, run)``."""

    def step(run, i, responsibilities):
        new = standard(run, i, responsibilities)
        return new._replace(covariances=change(new, responsibilities, run))

    return step


def _ridged(ridge: float, sizes=np.eye):
    return _covariances_changed(lambda new, r, run: new.covariances + ridge * sizes(new.n_features))


def _spherical(new, responsibilities, run):
    variances = np.trace(new.covariances, axis1=1, axis2=2) / new.n_features
    return variances[:, None, None] * np.eye(new.n_features)


def _pooled(new, responsibilities, run):
    return np.repeat(np.tensordot(new.weights, new.covariances, 1)[None], len(new.means), axis=0)


def _unbiased(new, responsibilities, run):
    weights = responsibilities / responsibilities.sum(axis=0)
    return new.covariances / (1 - (weights**2).sum(axis=0))[:, None, None]


def _all_steps(*steps):
    return tuple(em(step=step) for step in steps)


def _all_changed(*changes):
    return _all_steps(*map(_covariances_changed, changes))


_first_responsibilities = _e_step_on(lambda run, i: run.state(0))

MISTAKES = (
    Mistake(
        "responsibilities computed once only",
        (
            em(step=_first_responsibilities),
            em(step=_first_responsibilities, result=lambda run, n: (*run.state(0), run.history(n))),
        ),
    ),
    Mistake(
        "E-step with old parameters",
        _all_steps(
            _e_step_on(lambda run, i: run.state(max(i - 1, 0))), *map(_partly_from_start, SOME)
        ),
    ),
    Mistake(
        "old means in the covariances",
        _all_steps(_around_old_means),
    ),
    Mistake(
        "ridge added",
        _all_steps(*map(_ridged, RIDGES), *(_ridged(r, lambda d: 1.0) for r in (1e-3, 1e-6))),
    ),
    Mistake(
        "weights not updated",
        _all_steps(_keeping(0), _keeping(0, old_centres=True)),
    ),
    Mistake(
        "equal weights",
        _all_steps(
            lambda run, i, r: standard(run, i, r)._replace(
                weights=np.full(r.shape[1], 1 / r.shape[1])
            )
        ),
    ),
    Mistake(
        "covariances not centred",
        _all_changed(
            lambda new, r, run: new.covariances + new.means[:, :, None] * new.means[:, None, :]
        ),
    ),
    Mistake(
        "only the means updated",
        _all_steps(_keeping(0, 2)),
    ),
    Mistake(
        "means or covariances not updated",
        _all_steps(
            *(_keeping(*kept) for kept in ((2,), (1,), (0, 1), (1, 2))),
            *(_keeping(*kept, old_centres=True) for kept in ((1,), (0, 1))),
        ),
    ),
    Mistake(
        "hard labels",
        _all_steps(
            lambda run, i, r: standard(run, i, harden(r)),
            lambda run, i, r: standard(run, i, np.asarray(np.round(r))),
        ),
    ),
    Mistake(
        "E-step repeated between the updates",
        _all_steps(
            *map(_again_between, ((1,), (2,), (1, 2))),
            *(_again_between(again, weights_last=True) for again in ((2,), (0,), (0, 2))),
        ),
    ),
    Mistake(
        "two iterations in one",
        _all_steps(_twice),
    ),
    Mistake(
        "restricted covariances",
        _all_changed(
            lambda new, r, run: new.covariances * np.eye(new.n_features), _spherical, _pooled
        ),
    ),
    Mistake(
        "covariances with the wrong divisor",
        _all_changed(
            lambda new, r, run: new.covariances * counts(r) / len(run.X),
            lambda new, r, run: new.covariances * counts(r) / (counts(r) - 1),
            _unbiased,
        ),
    ),
)
