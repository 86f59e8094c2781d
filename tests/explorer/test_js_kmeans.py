"""K-means in the browser, held to scikit-learn and to a few plain lines."""

import numpy as np
import pytest
from scipy.optimize import linear_sum_assignment
from sklearn.cluster import KMeans
from support.javascript import in_node

from gmm_helpers import STARTS, load_dataset
from gmm_helpers.explorer.data import NAMES, OLD_FAITHFUL, shown_dataset
from gmm_helpers.explorer.table import params_table

RUNS = """
  const samples = data(value.X);
  const runs = value.rows.map((row) =>
    kmeans.runKmeans(
      samples, kmeans.meansOf(floats(row), value.K, samples.D), value.K, value.maxIter));
  const labelsOf = (run) => {
    const labels = new Int32Array(samples.N);
    kmeans.assign(samples, run.means.slice(-value.K * samples.D), value.K, labels);
    return labels;
  };
  return { runs, labels: runs.map(labelsOf), best: runs.indexOf(kmeans.bestKmeans(runs)) };
"""


def runs_of(X, params, max_iter=300):
    rows = [params_table([each])[0] for each in params]
    K = params[0].n_components
    return in_node(RUNS, {"X": X, "rows": rows, "K": K, "maxIter": max_iter}, "em/kmeans")


def plain(X, means):
    """Every mean and every inertia of a run, in the fewest lines."""
    history, inertia, labels = [means], [], None
    while True:
        squared = ((X[:, None, :] - history[-1]) ** 2).sum(axis=2)
        inertia.append(squared.min(axis=1).sum())
        before, labels = labels, squared.argmin(axis=1)
        if before is not None and (before == labels).all():
            return np.array(history), np.array(inertia), labels
        old = history[-1]
        history.append(
            np.array(
                [
                    X[labels == k].mean(axis=0) if (labels == k).any() else old[k]
                    for k in range(len(old))
                ]
            )
        )


# Old Faithful's minutes are whole numbers: where two means are equally near, anything goes.
@pytest.mark.parametrize("name", [name for name in NAMES if name != OLD_FAITHFUL])
@pytest.mark.parametrize("K", [1, 3, 8])
def test_it_ends_where_scikit_learn_ends(name, K):
    X = shown_dataset(name).X
    starts = [STARTS["k-means++"](X, K, seed) for seed in range(3)]
    found = runs_of(X, starts)
    for start, run, labels in zip(starts, found["runs"], found["labels"], strict=True):
        oracle = KMeans(K, init=start.means, n_init=1, tol=0, algorithm="lloyd", max_iter=300).fit(
            X
        )
        assert run["converged"]
        assert run["inertia"][-1] == pytest.approx(oracle.inertia_, rel=1e-12)
        assert run["means"][-2 * K :] == pytest.approx(oracle.cluster_centers_.ravel(), rel=1e-9)
        assert labels == oracle.labels_.tolist()
    finals = [run["inertia"][-1] for run in found["runs"]]
    assert finals[found["best"]] == min(finals)


@pytest.mark.parametrize(("D", "shift"), [(1, 0.0), (2, 1e6), (10, -1e6)])
def test_every_iteration_is_that_of_plain_formulas(D, shift):
    X = np.random.default_rng(D).normal(size=(150, D)) + shift
    start = STARTS["random points"](X, 4, 0)
    (run,) = runs_of(X, [start])["runs"]
    means, inertia, _ = plain(X, start.means)
    assert len(run["inertia"]) == len(inertia)
    assert run["last"] == 2 * len(inertia) - 2
    assert np.array(run["means"]) - shift == pytest.approx(means.ravel() - shift, abs=1e-9)
    assert run["inertia"] == pytest.approx(inertia, rel=1e-9)
    assert (np.diff(run["inertia"]) <= 1e-9).all()


def test_a_mean_without_samples_stays_where_it_is():
    X = np.array([[0.0], [1.0], [2.0]])
    start = STARTS["random points"](X, 2, 0)._replace(means=np.array([[1.0], [99.0]]))
    (run,) = runs_of(X, [start])["runs"]
    assert run["means"][-2:] == [1.0, 99.0]


def test_a_sample_between_two_means_belongs_to_the_first_and_iterations_are_limited():
    X = np.array([[0.0], [1.0], [2.0], [8.0], [40.0]])
    start = STARTS["random points"](X, 2, 0)._replace(means=np.array([[0.0], [2.0]]))
    found = runs_of(X, [start], max_iter=1)
    assert found["runs"][0]["means"][2:] == pytest.approx([0.5, 50 / 3])
    assert (found["runs"][0]["converged"], found["runs"][0]["last"]) == (False, 2)


@pytest.mark.parametrize("K", [1, 2, 3, 6])
def test_labels_are_matched_as_well_as_they_can_be(K):
    rng = np.random.default_rng(K)
    cases = [(rng.integers(K, size=60), rng.integers(K, size=60)) for _ in range(20)]
    body = "return value.cases.map(([labels, truth]) => kmeans.shareRight(labels, truth, value.K))"
    for (labels, truth), found in zip(
        cases, in_node(body, {"cases": cases, "K": K}, "em/kmeans"), strict=True
    ):
        common = np.zeros((K, K))
        np.add.at(common, (labels, truth), 1)
        rows, columns = linear_sum_assignment(-common)
        assert found == pytest.approx(common[rows, columns].sum() / 60)


def test_on_unequal_sizes_it_labels_about_half_of_the_samples_right():
    dataset = load_dataset("unequal sizes")
    K = dataset.params.n_components
    found = runs_of(dataset.X, [STARTS["k-means++"](dataset.X, K, seed) for seed in range(10)])
    body = "return kmeans.shareRight(value.labels, value.truth, value.K)"
    asked = {"labels": found["labels"][found["best"]], "truth": dataset.labels, "K": K}
    assert in_node(body, asked, "em/kmeans") == pytest.approx(0.46, abs=0.01)
