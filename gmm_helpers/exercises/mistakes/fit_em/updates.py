"""Known mistakes in one iteration of `fit_em`."""

from __future__ import annotations

import itertools

import numpy as np

from ...definition import Misconception
from ..recipes.em_run import em
from ..recipes.m_step import harden
from .steps import (
    again_between,
    around_old_means,
    by_n,
    by_n_less_one,
    covariances_changed,
    diagonal,
    equal_weights,
    first_responsibilities,
    keeping,
    late_responsibilities,
    partly_from_start,
    ridged,
    shared,
    spherical,
    twice,
    unbiased,
    uncentred,
    with_responsibilities,
)

__all__ = ["MISTAKES"]

# Added to covariances so that they cannot collapse.
RIDGES = (1.0, *(10.0**-n for n in range(1, 13)))


def _all_steps(*steps):
    return tuple(em(step=step) for step in steps)


_SOME = [old for n in (1, 2) for old in itertools.combinations(range(3), n)]

MISTAKES = (
    Misconception(
        "responsibilities computed once only",
        "Every iteration uses the same responsibilities, those of the start: the E-step comes "
        "before the loop, or it is given the parameters of the start in every iteration. So "
        "nothing moves after the first iteration. Each iteration begins with an E-step with the "
        "newest weights, means and covariances: look at which variables you pass and which you "
        "assign.",
        (
            em(step=first_responsibilities),
            em(
                step=first_responsibilities,
                result=lambda run, n: (*run.state(0), run.history(n)),
            ),
        ),
    ),
    Misconception(
        "E-step with old parameters",
        "Your E-step does not use the newest parameters: some of what it is given is still from "
        "the start, or from the previous iteration. All three, weights, means and covariances, "
        "must come from the last M-step.",
        _all_steps(late_responsibilities, *map(partly_from_start, _SOME)),
    ),
    Misconception(
        "old means in the covariances",
        "Your covariances are computed around the old means. A covariance measures the spread "
        "around where a component is *now*: the M-step computes the new means first, and then "
        "the covariances with them. Look at the order of your updates.",
        _all_steps(around_old_means),
    ),
    Misconception(
        "ridge added",
        "Something is added to the diagonal of your covariances (a ridge, as reg_covar does). "
        "It keeps components from collapsing, but the result is no longer plain EM, and in "
        "small units it outweighs the data. Add nothing.",
        _all_steps(*map(ridged, RIDGES), *(ridged(r, lambda d: 1.0) for r in (1e-3, 1e-6))),
    ),
    Misconception(
        "weights not updated",
        "Your weights never change: they stay those of the start. The M-step has three updates, "
        "and each weight is the mean responsibility of its component. Check whether the new "
        "weights are assigned and used in the next E-step.",
        _all_steps(keeping(0), keeping(0, old_centres=True)),
    ),
    Misconception(
        "equal weights",
        "Your components all have the same weight, 1/K. The weights are parameters, too: the "
        "M-step sets each to the mean responsibility of its component.",
        _all_steps(equal_weights),
    ),
    Misconception(
        "covariances not centred",
        "Your covariances are second moments around 0: the mean of the component has not been "
        "subtracted. A covariance measures the spread around its new mean.",
        (em(step=covariances_changed(uncentred)),),
    ),
    Misconception(
        "only the means updated",
        "Only the means are updated; weights and covariances stay those of the start, as in "
        "k-means. The M-step fits all three to the responsibilities.",
        _all_steps(keeping(0, 2)),
    ),
    Misconception(
        "means or covariances not updated",
        "Not all three updates of the M-step are used: the means or the covariances stay as they "
        "were at the start. Compare the variables you assign with those you pass to the next "
        "E-step.",
        _all_steps(
            *(keeping(*kept) for kept in ((2,), (1,), (0, 1), (1, 2))),
            *(keeping(*kept, old_centres=True) for kept in ((1,), (0, 1))),
        ),
    ),
    Misconception(
        "hard labels",
        "Your responsibilities are hard: each sample is assigned entirely to its most probable "
        "component, as in k-means. EM keeps the uncertainty: a sample counts partly for several "
        "components. Look for argmax or rounding.",
        _all_steps(with_responsibilities(harden), with_responsibilities(np.round)),
    ),
    Misconception(
        "E-step repeated between the updates",
        "You compute the responsibilities again between the updates of one M-step, from "
        "parameters of which only some are new. Weights, means and covariances are all computed "
        "from the same responsibilities: one E-step, then all three updates.",
        _all_steps(
            *map(again_between, ((1,), (2,), (1, 2))),
            *(again_between(again, weights_last=True) for again in ((2,), (0,), (0, 2))),
        ),
    ),
    Misconception(
        "two iterations in one",
        "Each of your iterations is really two: E-step and M-step are done twice (or the helper "
        "for a whole iteration is called twice) before the NLL is appended. Each entry belongs "
        "to one E-step and one M-step.",
        _all_steps(twice),
    ),
    Misconception(
        "restricted covariances",
        "Your covariances are restricted: diagonal, round, or the same for all components. Each "
        "component has a full covariance matrix of its own, which the M-step fits.",
        tuple(em(step=covariances_changed(kind)) for kind in (diagonal, spherical, shared)),
    ),
    Misconception(
        "covariances with the wrong divisor",
        "Your covariances are divided by the wrong number: by N for every component, or by one "
        "less than N_k. The M-step divides by N_k, the sum of the component's responsibilities: "
        "that maximises the likelihood.",
        tuple(em(step=covariances_changed(kind)) for kind in (by_n, by_n_less_one, unbiased)),
    ),
)
