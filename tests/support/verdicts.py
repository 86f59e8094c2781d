"""Runs of one K side by side, judged in Python: what the explorer's JavaScript is held to."""

from collections.abc import Mapping
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from gmm_helpers.em.steps import e_step_and_nll
from gmm_helpers.explorer.endings import Cause, Ending
from gmm_helpers.explorer.runs import Run

from .endings import find_collapse

POOR = 1.0  # nats above the best run of this K
EQUAL = 0.1  # nats; two runs this close have found the same
SAME = 1e-3  # of the spread of the data: means closer than this are one
SHARED = 0.01  # of a cluster, for a component to count as one that shares it
ALL_EQUAL = (
    "All components are the same Gaussian: equal components get equal responsibilities, and the "
    "M-step makes them equal again."
)


class Status(Enum):
    """How a run compares; the browser gets the values."""

    GOOD = "good"
    POOR = "poor"
    COLLAPSED = "collapsed"
    UNFINISHED = "unfinished"
    FAILED = "failed"


class Verdict(NamedTuple):
    """How one run ended, compared with the others of its K.

    Parameters
    ----------
    status : Status
    negative_log_likelihood : float
        The last one; NaN where there is none.
    gap : float
        How far it is above the best of that K, in nats; below 0 only if collapsed.
    n_iter : int
    sentence : str
    """

    status: Status
    negative_log_likelihood: float
    gap: float
    n_iter: int
    sentence: str


def verdicts(runs: Mapping[int, Run], X: np.ndarray, reg_covar: float) -> dict[int, Verdict]:
    """Judge all runs of one K.

    A collapsed component can make the likelihood as large as one likes, so the best run is the
    best of those in which none collapsed.

    Parameters
    ----------
    runs : mapping of int to Run
        By seed; all with the same number of components.
    X : ndarray of shape (n_samples, n_features)
    reg_covar : float
        The one of these runs.

    Returns
    -------
    dict of int to Verdict
        By seed.

    Examples
    --------
    >>> from .. import random_points_start
    >>> from .runs import run_em
    >>> X = np.array([[0.0], [0.2], [0.4], [4.0], [4.2], [4.4]])
    >>> *_, run = run_em(X, random_points_start(X, 2, rng=0), 1e-6)
    >>> verdicts({0: run}, X, 1e-6)[0].sentence
    'Good: NLL 1.80, the best run of K = 2 so far; converged after 5 iterations.'
    """
    flaws = {seed: _flaw(run, X, reg_covar) for seed, run in runs.items()}
    eligible = [s for s in runs if flaws[s][0] in (None, Status.UNFINISHED)] or list(runs)
    finals = {seed: run.negative_log_likelihood[-1] for seed, run in runs.items()}
    best = min(eligible, key=lambda seed: (np.isnan(finals[seed]), finals[seed]))
    return {
        seed: _verdict(run, runs[best], flaws[seed], X, is_best=seed == best)
        for seed, run in runs.items()
    }


def _verdict(run: Run, best: Run, flaw: tuple[Status | None, str], X, is_best: bool) -> Verdict:
    nll = float(run.negative_log_likelihood[-1])
    gap = nll - float(best.negative_log_likelihood[-1])
    n_iter = len(run.params) - 1
    status, why = flaw
    far = f"NLL {nll:.2f}, {gap:.2f} above the best run of this K"
    if status in (Status.COLLAPSED, Status.FAILED):
        sentence = why
    elif gap > POOR:
        reason = _shared(run, best, X)
        sentence = f"Poor: {far}. {reason}" if not status else f"{why} {far}. {reason}"
        status = status or Status.POOR
    elif status:
        sentence = f"{why} NLL {nll:.2f}."
    else:
        status, count = Status.GOOD, len(run.params[0].weights)
        place = "as good as the best" if gap <= EQUAL else f"{gap:.2f} above the best"
        place = f"the best run of K = {count} so far" if is_best else place
        sentence = f"Good: NLL {nll:.2f}, {place}; converged after {n_iter} iterations."
        if _all_equal(run, X):  # a stationary point, but hardly ever a minimum
            status = Status.POOR
            sentence = f"Poor: NLL {nll:.2f}, whatever the others are. {ALL_EQUAL}"
    return Verdict(status, nll, gap, n_iter, sentence)


def _flaw(run: Run, X: np.ndarray, reg_covar: float) -> tuple[Status | None, str]:
    if run.ended is Ending.FAILED:
        collapsed = run.cause is Cause.COLLAPSED
        return (Status.COLLAPSED if collapsed else Status.FAILED), run.message
    if collapse := find_collapse(run.params[-1], X, reg_covar):
        return Status.COLLAPSED, str(collapse)
    if run.ended is not Ending.CONVERGED:
        change = abs(np.diff(run.negative_log_likelihood[-2:])).sum()
        return Status.UNFINISHED, (
            f"Not converged after {len(run.params) - 1} iterations: the NLL still changed by "
            f"{change:.1e} in the last one."
        )
    return None, ""


def _shared(run: Run, best: Run, X: np.ndarray) -> str:
    """Which components share a cluster of the best run, and which covers several."""
    if _all_equal(run, X):
        return ALL_EQUAL
    (ours, _), (theirs, _) = (e_step_and_nll(X, r.params[-1]) for r in (run, best))
    common = theirs.T @ ours  # samples that cluster j of the best and component k have in common
    of_cluster = common / np.maximum(common.sum(axis=1, keepdims=True), 1e-12)
    of_component = common / np.maximum(common.sum(axis=0), 1e-12)
    here = (of_component > 0.5) & (of_cluster > SHARED)  # who has its samples there, and many
    groups = [[int(k) for k in np.flatnonzero(row)] for row in here]
    sharing = [f"{_components(ks)} share one cluster of the best run" for ks in groups if ks[1:]]
    shared = {k for ks in groups if ks[1:] for k in ks}  # said already
    wide = [
        f"component {k} covers {count} of its clusters"
        for k, count in enumerate((of_cluster > 0.5).sum(axis=0))
        if count > 1 and k not in shared
    ]
    if not sharing + wide:
        return (
            "No component matches a single cluster of the best run: the data are partitioned "
            "differently."
        )
    return " ".join(f"{text[0].upper()}{text[1:]}." for text in sharing + wide)


def _all_equal(run: Run, X: np.ndarray) -> bool:
    """Whether there are several components, all with the same mean."""
    distances = [np.abs(a - b).max() for a, b in pairwise(run.params[-1].means)]
    return bool(distances) and bool(max(distances) <= SAME * X.std(axis=0).max())


def _components(ks: list[int]) -> str:
    *first, last = map(str, ks)
    return f"components {', '.join(first)} and {last}"
