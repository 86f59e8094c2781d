"""Known mistakes in one iteration of EM."""

from __future__ import annotations

import itertools

import numpy as np

from ...em import e_step_and_nll, update_covariances, update_means, update_weights
from ...params import GMMParams
from ..definition import Misconception
from .em_runs import Run, em, standard

__all__ = ["MISTAKES"]

# What is added to covariances so that they can't collapse.
RIDGES = (1.0, *(10.0**-n for n in range(1, 13)))


def _around_old_means(run: Run, i: int, responsibilities) -> GMMParams:
    covariances = update_covariances(run.X, responsibilities, run.state(i).means)
    return standard(run, i, responsibilities)._replace(covariances=covariances)


def _ridged(ridge: float, sizes=np.eye):
    def step(run, i, responsibilities):
        new = standard(run, i, responsibilities)
        return new._replace(covariances=new.covariances + ridge * sizes(run.X.shape[1]))

    return step


def _keeping(*kept, old_centres=False):
    """Some parameters stay what they were: 0 weights, 1 means, 2 covariances."""
    update = _around_old_means if old_centres else standard

    def step(run, i, responsibilities):
        new = update(run, i, responsibilities)
        return GMMParams(*(run.state(i)[j] if j in kept else new[j] for j in range(3)))

    return step


def _with_responsibilities(change):
    return lambda run, i, responsibilities: standard(run, i, change(responsibilities))


def _hard(responsibilities):
    return np.eye(responsibilities.shape[1])[responsibilities.argmax(axis=1)]


def _first_responsibilities(run, i, responsibilities):
    return standard(run, i, e_step_and_nll(run.X, run.state(0))[0])


def _late_responsibilities(run, i, responsibilities):
    return standard(run, i, e_step_and_nll(run.X, run.state(max(i - 1, 0)))[0])


def _partly_from_start(old):
    """The E-step uses the start's weights, means or covariances for ever."""

    def step(run, i, responsibilities):
        state, start = run.state(i), run.state(0)
        mixed = GMMParams(*(start[j] if j in old else state[j] for j in range(3)))
        return standard(run, i, e_step_and_nll(run.X, mixed)[0])

    return step


def _again_between(again, weights_last=False):
    """The E-step is repeated before each of the updates in `again` (1 means, 2 covariances)."""

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


def _equal_weights(run, i, responsibilities):
    new = standard(run, i, responsibilities)
    return new._replace(weights=np.full_like(new.weights, 1 / len(new.weights)))


def _uncentred(new, responsibilities, run):
    return new.covariances + new.means[:, :, None] * new.means[:, None, :]


def _twice(run, i, responsibilities):
    once = standard(run, i, responsibilities)
    return standard(run, i, e_step_and_nll(run.X, once)[0])


def _covariances_changed(change):
    def step(run, i, responsibilities):
        new = standard(run, i, responsibilities)
        return new._replace(covariances=change(new, responsibilities, run))

    return step


def _counts(responsibilities):
    return responsibilities.sum(axis=0)[:, None, None]


def _diagonal(new, responsibilities, run):
    return new.covariances * np.eye(run.X.shape[1])


def _round(new, responsibilities, run):
    variances = np.trace(new.covariances, axis1=1, axis2=2) / run.X.shape[1]
    return variances[:, None, None] * np.eye(run.X.shape[1])


def _shared(new, responsibilities, run):
    return np.repeat(np.tensordot(new.weights, new.covariances, 1)[None], len(new.means), axis=0)


def _by_n(new, responsibilities, run):
    return new.covariances * _counts(responsibilities) / len(run.X)


def _by_n_less_one(new, responsibilities, run):
    return new.covariances * _counts(responsibilities) / (_counts(responsibilities) - 1)


def _unbiased(new, responsibilities, run):
    shares = responsibilities / responsibilities.sum(axis=0)
    return new.covariances / (1 - (shares**2).sum(axis=0))[:, None, None]


def _all_steps(*steps):
    return tuple(em(step=step) for step in steps)


_SOME = [old for n in (1, 2) for old in itertools.combinations(range(3), n)]

MISTAKES = (
    Misconception(
        "responsibilities computed once only",
        "Every iteration uses the same responsibilities, those of the start: the E-step stands "
        "before the loop, or it is given the start's parameters in every iteration. So nothing "
        "moves after the first iteration. Each iteration begins with an E-step with the newest "
        "weights, means and covariances: look at which names you pass and which you assign.",
        (
            em(step=_first_responsibilities),
            em(
                step=_first_responsibilities,
                result=lambda run, n: (*run.state(0), run.history(n)),
            ),
        ),
    ),
    Misconception(
        "E-step with old parameters",
        "Your E-step does not use the newest parameters: some of what it is given is still the "
        "start's, or from one iteration before. All three, weights, means and covariances, must "
        "come from the last M-step.",
        _all_steps(_late_responsibilities, *map(_partly_from_start, _SOME)),
    ),
    Misconception(
        "old means in the covariances",
        "Your covariances are computed around the old means. They are the spread around where a "
        "component is *now*: the M-step needs the new means first, and then the covariances with "
        "them. Look at the order of your updates.",
        _all_steps(_around_old_means),
    ),
    Misconception(
        "ridge added",
        "Something is added to the diagonal of your covariances (a ridge, as reg_covar does). It "
        "keeps components from collapsing, but the result is no longer the EM asked for, and in "
        "small units it outweighs the data. Add nothing.",
        _all_steps(*map(_ridged, RIDGES), *(_ridged(r, lambda d: 1.0) for r in (1e-3, 1e-6))),
    ),
    Misconception(
        "weights kept",
        "Your weights never change: they stay the start's. The M-step has three updates, and the "
        "weights are the mean responsibilities of each component. Look at whether the new weights "
        "are assigned and used in the next E-step.",
        _all_steps(_keeping(0), _keeping(0, old_centres=True)),
    ),
    Misconception(
        "weights equal",
        "Your components all have the same weight, 1/K. The weights are parameters, too: the "
        "M-step sets each to the mean responsibility of its component.",
        _all_steps(_equal_weights),
    ),
    Misconception(
        "covariances not centred",
        "Your covariances are second moments around 0: the mean of the component has not been "
        "taken off. They are the spread around its new mean.",
        (em(step=_covariances_changed(_uncentred)),),
    ),
    Misconception(
        "only the means updated",
        "Only the means are updated; weights and covariances stay the start's, as in k-means. The "
        "M-step fits all three to the responsibilities.",
        _all_steps(_keeping(0, 2)),
    ),
    Misconception(
        "means or covariances kept",
        "Not all three updates of the M-step are used: the means or the covariances stay what they "
        "were at the start. Compare the names you assign with those you pass to the next E-step.",
        _all_steps(
            *(_keeping(*kept) for kept in ((2,), (1,), (0, 1), (1, 2))),
            *(_keeping(*kept, old_centres=True) for kept in ((1,), (0, 1))),
        ),
    ),
    Misconception(
        "hard responsibilities",
        "Your responsibilities are hard: each sample is given wholly to its most probable "
        "component, as in k-means. EM keeps the doubt, and shares a sample between components. "
        "Look for argmax or rounding.",
        _all_steps(_with_responsibilities(_hard), _with_responsibilities(np.round)),
    ),
    Misconception(
        "E-step repeated between the updates",
        "You compute the responsibilities again between the updates of one M-step, from parameters "
        "of which only some are new. Weights, means and covariances are all made from the same "
        "responsibilities: one E-step, then all three updates.",
        _all_steps(
            *map(_again_between, ((1,), (2,), (1, 2))),
            *(_again_between(again, weights_last=True) for again in ((2,), (0,), (0, 2))),
        ),
    ),
    Misconception(
        "two iterations for one",
        "Each of your iterations is two: E-step and M-step are done twice (or the helper for a "
        "whole iteration is called twice) before the NLL is appended. One entry belongs to one "
        "E-step and one M-step.",
        _all_steps(_twice),
    ),
    Misconception(
        "covariances of another kind",
        "Your covariances are restricted: diagonal, round, or the same for all components. Each "
        "component has a full covariance matrix of its own, which the M-step fits.",
        tuple(em(step=_covariances_changed(kind)) for kind in (_diagonal, _round, _shared)),
    ),
    Misconception(
        "covariances with the wrong divisor",
        "Your covariances are divided by the wrong number: by N for every component, or by one "
        "less. The M-step divides by N_k, the sum of the component's responsibilities: that is "
        "what makes the likelihood largest.",
        tuple(em(step=_covariances_changed(kind)) for kind in (_by_n, _by_n_less_one, _unbiased)),
    ),
)
