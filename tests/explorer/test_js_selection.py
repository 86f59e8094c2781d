"""BIC and held-out negative log-likelihood, as scikit-learn computes them."""

import numpy as np
import pytest
from scipy.stats import multivariate_normal
from sklearn.mixture import GaussianMixture
from support.javascript import in_node

from gmm_helpers import STARTS, fit
from gmm_helpers.explorer.data import shown_dataset
from gmm_helpers.explorer.table import params_table

BODY = """
  const samples = data(value.X);
  return value.rows.map((row) => {
    const each = run.wholeRun(samples, floats(row), row.length / value.size, { maxIter: 20 });
    const last = each.params.slice(-row.length);
    return {
      bic: selection.bic(each, samples), nll: each.nll.at(-1), K: each.K,
      free: selection.freeParameters(each.K, each.D),
      inside: selection.heldOutNll(last, each.K, samples),
      outside: selection.heldOutNll(last, each.K, data(value.other)),
    };
  });
"""


@pytest.mark.filterwarnings("ignore::gmm_helpers.ConvergenceWarning")
@pytest.mark.parametrize("D", [1, 2, 4])
def test_both_are_those_of_scikit_learn(D):
    rng = np.random.default_rng(D)
    X = shown_dataset("course").X[:, :D] if D < 3 else rng.normal(size=(200, D))
    order = rng.permutation(len(X))
    X, other = X[order[: len(X) // 2]], X[order[len(X) // 2 :]]
    starts = [STARTS["k-means++"](X, K, 0) for K in (1, 2, 5)]
    rows = [params_table([start])[0] for start in starts]
    value = {"X": X, "other": other, "rows": rows, "size": len(rows[0])}
    for start, found in zip(starts, in_node(BODY, value, "em/run", "em/selection"), strict=True):
        params = fit(X, start, max_iter=20).params[-1]
        oracle = GaussianMixture(found["K"], covariance_type="full")
        oracle.weights_, oracle.means_, oracle.covariances_ = params
        oracle.precisions_cholesky_ = np.linalg.inv(
            np.linalg.cholesky(params.covariances)
        ).transpose(0, 2, 1)
        assert found["free"] == oracle._n_parameters()
        assert found["bic"] == pytest.approx(oracle.bic(X), rel=1e-9)
        assert found["outside"] == pytest.approx(-oracle.score_samples(other).sum(), rel=1e-9)
        assert found["inside"] == pytest.approx(found["nll"], rel=1e-12)


def test_samples_anywhere_have_a_likelihood_unless_there_is_no_mixture():
    row = [1.0, 0.0, 2.0]
    far, flat, none = in_node(
        "return value.map(([row, X]) => selection.heldOutNll(floats(row), 1, data(X)))",
        [[row, [[1e4]]], [[1.0, 0.0, 0.0], [[1.0]]], [row, [[1e200]]]],
        "em/selection",
    )
    assert far == pytest.approx(-multivariate_normal(0, 2).logpdf(1e4))
    assert flat is None
    assert none is None  # infinite, which JSON does not have
