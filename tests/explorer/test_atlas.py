"""The atlas: verdicts on runs whose fate is known."""

import numpy as np
import pytest

from gmm_helpers import GMMParams, equal_means_start, identity_start, random_points_start
from gmm_helpers.explorer.atlas import Status, verdicts
from gmm_helpers.explorer.runs import run_em

RNG = np.random.default_rng(0)
CENTRES = np.array([[0.0, 0.0], [10.0, 0.0], [5.0, 9.0]])
X = np.concatenate([centre + RNG.standard_normal((60, 2)) for centre in CENTRES])


def run_from(means, X=X, reg_covar=1e-6, **options):
    means = np.array(means, dtype=float)
    K = len(means)
    start = GMMParams(np.full(K, 1 / K), means, np.tile(np.eye(2), (K, 1, 1)))
    *_, run = run_em(X, start, reg_covar, **options)
    return run


GOOD = run_from(CENTRES)
# Two means share the left cluster, and one covers the two others.
POOR = run_from([[-1, 0], [1, 0], [7.5, 4.5]])


def test_the_best_is_good_and_one_that_is_as_good_too():
    found = verdicts({0: GOOD, 1: run_from(CENTRES + 0.5), 2: POOR}, X, 1e-6)
    assert [found[seed].status for seed in (0, 1, 2)] == [Status.GOOD, Status.GOOD, Status.POOR]
    assert min(found[seed].gap for seed in found) == 0
    assert found[1].gap == pytest.approx(0, abs=1e-3)


def test_a_poor_run_says_who_shares_and_who_covers():
    verdict = verdicts({0: GOOD, 5: POOR}, X, 1e-6)[5]
    assert verdict.gap == pytest.approx(
        POOR.negative_log_likelihood[-1] - GOOD.negative_log_likelihood[-1]
    )
    assert "Components 0 and 1 share one cluster" in verdict.sentence
    assert "Component 2 covers 2 of its clusters." in verdict.sentence


def test_names_of_components_are_those_of_the_run_not_of_the_best():
    poor = run_from([[7.5, 4.5], [-1, 0], [1, 0]])
    sentence = verdicts({0: GOOD, 1: poor}, X, 1e-6)[1].sentence
    assert "Components 1 and 2 share one cluster" in sentence
    assert "Component 0 covers 2" in sentence


def test_a_run_alone_is_the_best_so_far():
    verdict = verdicts({3: POOR}, X, 1e-6)[3]
    assert (verdict.status, verdict.gap) == (Status.GOOD, 0)
    assert "so far" in verdict.sentence


def test_a_collapsed_component_is_named_and_is_never_the_best():
    lonely = np.vstack([X, [[40.0, 40.0]], [[40.0, 40.0]]])
    collapsed = run_from([[5, 3], [5, 4], [40, 40]], lonely)
    good = run_from(CENTRES, lonely)
    found = verdicts({0: good, 1: collapsed}, lonely, 1e-6)
    assert found[1].status is Status.COLLAPSED
    assert "covariance of component 2, which holds 2.0 samples" in found[1].sentence
    assert found[0].status is Status.GOOD
    assert found[0].gap == 0


def test_a_wide_ridge_is_not_taken_for_a_collapse():
    run = run_from(CENTRES, reg_covar=5.0)
    assert verdicts({0: run}, X, 5.0)[0].status is Status.GOOD


def test_a_run_that_died_of_collapse_says_what_happened():
    places = np.repeat(10 * CENTRES, 4, axis=0)
    run = run_from(10 * CENTRES, places, 0.0)
    verdict = verdicts({0: run}, places, 0.0)[0]
    assert verdict.status is Status.COLLAPSED
    assert verdict.sentence.startswith("Component 0 in iteration 1 of EM has collapsed")


def test_a_run_that_never_settled_says_so():
    run = run_from([[-1, 0], [1, 0], [7.5, 4.5]], max_iter=2)
    verdict = verdicts({0: GOOD, 1: run}, X, 1e-6)[1]
    assert verdict.status is Status.UNFINISHED
    assert verdict.sentence.startswith("Not converged after 2 iterations")
    assert "share one cluster" in verdict.sentence


def test_equal_components_are_told_to_be_one():
    *_, run = run_em(X, equal_means_start(X, 3, 0), 1e-6)
    sentence = verdicts({0: GOOD, 1: run}, X, 1e-6)[1].sentence
    assert "All components are the same Gaussian" in sentence


def test_one_component_shares_with_nobody():
    *_, run = run_em(X, identity_start(X, 1, 0), 1e-6)
    assert "same Gaussian" not in verdicts({0: run}, X, 1e-6)[0].sentence


def test_a_failed_run_without_a_number_does_not_become_the_best():
    def broken(*_):
        raise RuntimeError("no")

    failed = run_from(CENTRES, e_step=broken)._replace(negative_log_likelihood=np.array([np.nan]))
    found = verdicts({0: failed, 1: GOOD}, X, 1e-6)
    assert found[0].status is Status.FAILED
    assert found[1].gap == 0


def test_equal_components_are_poor_even_if_all_runs_end_so():
    equal = run_from([[3, 3], [3, 3], [3, 3]])
    (verdict,) = verdicts({0: equal}, X, 1e-6).values()
    assert verdict.status is Status.POOR
    assert "All components are the same Gaussian" in verdict.sentence


def test_only_what_is_hardly_worse_is_as_good_as_the_best():
    nll = GOOD.negative_log_likelihood
    slightly, clearly = (GOOD._replace(negative_log_likelihood=nll + by) for by in (0.05, 0.5))
    found = verdicts({0: GOOD, 1: slightly, 2: clearly}, X, 1e-6)
    assert "as good as the best" in found[1].sentence
    assert "0.50 above the best" in found[2].sentence


def test_a_component_that_shares_a_cluster_is_not_said_to_cover_others():
    for seed in range(8):
        start = random_points_start(X, 5, rng=seed)
        *_, run = run_em(X, start, 1e-6)
        for sentence in verdicts({0: GOOD, 1: run}, X, 1e-6)[1].sentence.split(". "):
            assert not ("share" in sentence and "covers" in sentence)
