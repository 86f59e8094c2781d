"""Known mistakes in one iteration of `fit_em`."""

from __future__ import annotations

import numpy as np

from ....em.steps import e_step_and_nll
from ....em.updates import update_covariances, update_means, update_weights
from ....model.params import GMMParams
from ...definition import Misconception
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
    Misconception(
        "responsibilities computed once only",
        "Every iteration uses the same responsibilities, those of the start: the E-step comes "
        "before the loop, or it is given the parameters of the start in every iteration. So "
        "nothing moves after the first iteration. Each iteration begins with an E-step with the "
        "newest weights, means and covariances: look at which variables you pass and which you "
        "assign.",
        (
            em(step=_first_responsibilities),
            em(step=_first_responsibilities, result=lambda run, n: (*run.state(0), run.history(n))),
        ),
    ),
    Misconception(
        "E-step with old parameters",
        "Your E-step does not use the newest parameters: some of what it is given is still from "
        "the start, or from the previous iteration. All three, weights, means and covariances, "
        "must come from the last M-step.",
        _all_steps(
            _e_step_on(lambda run, i: run.state(max(i - 1, 0))), *map(_partly_from_start, SOME)
        ),
    ),
    Misconception(
        "old means in the covariances",
        "Your covariances are computed around the old means. A covariance measures the spread "
        "around where a component is *now*: the M-step computes the new means first, and then "
        "the covariances with them. Look at the order of your updates.",
        _all_steps(_around_old_means),
    ),
    Misconception(
        "ridge added",
        "Something is added to the diagonal of your covariances (a ridge, as reg_covar does). "
        "It keeps components from collapsing, but the result is no longer plain EM, and in "
        "small units it outweighs the data. Add nothing.",
        _all_steps(*map(_ridged, RIDGES), *(_ridged(r, lambda d: 1.0) for r in (1e-3, 1e-6))),
    ),
    Misconception(
        "weights not updated",
        "Your weights never change: they stay those of the start. The M-step has three updates, "
        "and each weight is the mean responsibility of its component. Check whether the new "
        "weights are assigned and used in the next E-step.",
        _all_steps(_keeping(0), _keeping(0, old_centres=True)),
    ),
    Misconception(
        "equal weights",
        "Your components all have the same weight, 1/K. The weights are parameters, too: the "
        "M-step sets each to the mean responsibility of its component.",
        _all_steps(
            lambda run, i, r: standard(run, i, r)._replace(
                weights=np.full(r.shape[1], 1 / r.shape[1])
            )
        ),
    ),
    Misconception(
        "covariances not centred",
        "Your covariances are second moments around 0: the mean of the component has not been "
        "subtracted. A covariance measures the spread around its new mean.",
        _all_changed(
            lambda new, r, run: new.covariances + new.means[:, :, None] * new.means[:, None, :]
        ),
    ),
    Misconception(
        "only the means updated",
        "Only the means are updated; weights and covariances stay those of the start, as in "
        "k-means. The M-step fits all three to the responsibilities.",
        _all_steps(_keeping(0, 2)),
    ),
    Misconception(
        "means or covariances not updated",
        "Not all three updates of the M-step are used: the means or the covariances stay as they "
        "were at the start. Compare the variables you assign with those you pass to the next "
        "E-step.",
        _all_steps(
            *(_keeping(*kept) for kept in ((2,), (1,), (0, 1), (1, 2))),
            *(_keeping(*kept, old_centres=True) for kept in ((1,), (0, 1))),
        ),
    ),
    Misconception(
        "hard labels",
        "Your responsibilities are hard: each sample is assigned entirely to its most probable "
        "component, as in k-means. EM keeps the uncertainty: a sample counts partly for several "
        "components. Look for argmax or rounding.",
        _all_steps(
            lambda run, i, r: standard(run, i, harden(r)),
            lambda run, i, r: standard(run, i, np.asarray(np.round(r))),
        ),
    ),
    Misconception(
        "E-step repeated between the updates",
        "You compute the responsibilities again between the updates of one M-step, from "
        "parameters of which only some are new. Weights, means and covariances are all computed "
        "from the same responsibilities: one E-step, then all three updates.",
        _all_steps(
            *map(_again_between, ((1,), (2,), (1, 2))),
            *(_again_between(again, weights_last=True) for again in ((2,), (0,), (0, 2))),
        ),
    ),
    Misconception(
        "two iterations in one",
        "Each of your iterations is really two: E-step and M-step are done twice (or the helper "
        "for a whole iteration is called twice) before the NLL is appended. Each entry belongs "
        "to one E-step and one M-step.",
        _all_steps(_twice),
    ),
    Misconception(
        "restricted covariances",
        "Your covariances are restricted: diagonal, round, or the same for all components. Each "
        "component has a full covariance matrix of its own, which the M-step fits.",
        _all_changed(
            lambda new, r, run: new.covariances * np.eye(new.n_features), _spherical, _pooled
        ),
    ),
    Misconception(
        "covariances with the wrong divisor",
        "Your covariances are divided by the wrong number: by N for every component, or by one "
        "less than N_k. The M-step divides by N_k, the sum of the component's responsibilities: "
        "that maximises the likelihood.",
        _all_changed(
            lambda new, r, run: new.covariances * counts(r) / len(run.X),
            lambda new, r, run: new.covariances * counts(r) / (counts(r) - 1),
            _unbiased,
        ),
    ),
)
