"""Wrong iterations of EM: functions of a run, the iteration and its responsibilities."""

from __future__ import annotations

import numpy as np

from ....em.steps import e_step_and_nll
from ....em.updates import update_covariances, update_means, update_weights
from ....model.params import GMMParams
from ..recipes.em_run import Run, standard
from ..recipes.m_step import counts

__all__ = [
    "again_between",
    "around_old_means",
    "by_n",
    "by_n_less_one",
    "covariances_changed",
    "diagonal",
    "equal_weights",
    "first_responsibilities",
    "keeping",
    "late_responsibilities",
    "partly_from_start",
    "ridged",
    "shared",
    "spherical",
    "twice",
    "unbiased",
    "uncentred",
    "with_responsibilities",
]


def around_old_means(run: Run, i: int, responsibilities) -> GMMParams:
    covariances = update_covariances(run.X, responsibilities, run.state(i).means)
    return standard(run, i, responsibilities)._replace(covariances=covariances)


def ridged(ridge: float, sizes=np.eye):
    def step(run, i, responsibilities):
        new = standard(run, i, responsibilities)
        return new._replace(covariances=new.covariances + ridge * sizes(run.X.shape[1]))

    return step


def keeping(*kept, old_centres=False):
    """Leave some parameters as they were: 0 weights, 1 means, 2 covariances."""
    update = around_old_means if old_centres else standard

    def step(run, i, responsibilities):
        new = update(run, i, responsibilities)
        return GMMParams(*(run.state(i)[j] if j in kept else new[j] for j in range(3)))

    return step


def with_responsibilities(change):
    return lambda run, i, responsibilities: standard(run, i, change(responsibilities))


def first_responsibilities(run, i, responsibilities):
    return standard(run, i, e_step_and_nll(run.X, run.state(0))[0])


def late_responsibilities(run, i, responsibilities):
    return standard(run, i, e_step_and_nll(run.X, run.state(max(i - 1, 0)))[0])


def partly_from_start(old):
    """Use the weights, means or covariances of the start in every E-step."""

    def step(run, i, responsibilities):
        state, start = run.state(i), run.state(0)
        mixed = GMMParams(*(start[j] if j in old else state[j] for j in range(3)))
        return standard(run, i, e_step_and_nll(run.X, mixed)[0])

    return step


def again_between(again, weights_last=False):
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


def equal_weights(run, i, responsibilities):
    new = standard(run, i, responsibilities)
    return new._replace(weights=np.full_like(new.weights, 1 / len(new.weights)))


def uncentred(new, responsibilities, run):
    return new.covariances + new.means[:, :, None] * new.means[:, None, :]


def twice(run, i, responsibilities):
    once = standard(run, i, responsibilities)
    return standard(run, i, e_step_and_nll(run.X, once)[0])


def covariances_changed(change):
    def step(run, i, responsibilities):
        new = standard(run, i, responsibilities)
        return new._replace(covariances=change(new, responsibilities, run))

    return step


def diagonal(new, responsibilities, run):
    return new.covariances * np.eye(run.X.shape[1])


def spherical(new, responsibilities, run):
    variances = np.trace(new.covariances, axis1=1, axis2=2) / run.X.shape[1]
    return variances[:, None, None] * np.eye(run.X.shape[1])


def shared(new, responsibilities, run):
    return np.repeat(np.tensordot(new.weights, new.covariances, 1)[None], len(new.means), axis=0)


def by_n(new, responsibilities, run):
    return new.covariances * counts(responsibilities) / len(run.X)


def by_n_less_one(new, responsibilities, run):
    return new.covariances * counts(responsibilities) / (counts(responsibilities) - 1)


def unbiased(new, responsibilities, run):
    weights = responsibilities / responsibilities.sum(axis=0)
    return new.covariances / (1 - (weights**2).sum(axis=0))[:, None, None]
