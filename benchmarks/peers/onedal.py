"""oneDAL, by the package daal4py, which comes with scikit-learn-intelex."""

from __future__ import annotations

import numpy as np

from gmm_helpers import GMMParams

from .problems import Problem

__all__ = ["onedal"]


def onedal(problem: Problem, n_threads: int):
    """EM of oneDAL."""
    import daal4py

    daal4py.daalinit(n_threads)
    X, start = problem

    def run(n_iter: int):
        algorithm = daal4py.em_gmm(
            nComponents=start.n_components,
            maxIterations=n_iter,
            accuracyThreshold=0.0,
            covarianceStorage="full",
            regularizationFactor=0.0,
        )
        found = algorithm.compute(
            X, start.weights[None].copy(), start.means.copy(), [*start.covariances.copy()]
        )
        done = int(found.nIterations[0, 0])
        if done != n_iter:
            raise RuntimeError(f"oneDAL made {done} iterations instead of {n_iter}")
        covariances = np.array(found.covariances)
        return GMMParams(found.weights[0], found.means, covariances), None

    return run
