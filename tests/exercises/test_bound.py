"""What is said of wrong entropies, expectations and bounds that no known mistake explains."""

import numpy as np
import pytest
from support.cells import judged
from support.judged import verdict_on

import gmm_helpers as gmm

LOGS = "logs = gmm.weighted_log_prob(X, weights, means, covariances)\n"


def message(verdict):
    (diagnosis,) = verdict.diagnoses
    assert diagnosis.name == "wrong values"
    return diagnosis.message


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        ("entropy", "return -(responsibilities**1.7).sum()", "negative in one of the cases"),
        ("entropy", "return 10 + 9 * responsibilities.max(axis=1).sum()", "at most N log K"),
        ("entropy", "return 0.9 * (1 - responsibilities.max(axis=1)).sum()", "not the entropy"),
        ("expected_log_joint", f"{LOGS}return logs.max(axis=1).sum() + 3.3 * len(X)", "not an"),
        (
            "expected_log_joint",
            f"{LOGS}return (0.7 * logs.max(axis=1) + 0.3 * logs.min(axis=1)).sum()",
            "not the average of the log joint densities",
        ),
        (
            "elbo",
            f"{LOGS}return logs.max(axis=1).sum() + 2.5 * len(X) * logs.shape[1]",
            "above the log-likelihood",
        ),
        (
            "elbo",
            f"{LOGS}return (0.7 * logs.max(axis=1) + 0.3 * logs.min(axis=1)).sum() - 7",
            "is not the ELBO",
        ),
    ],
)
def test_what_is_said_of_a_result_without_a_known_mistake(name, body, words):
    assert words in message(judged(name, body))


def test_a_result_that_is_nan_has_no_place():
    failure = verdict_on(lambda r: -(r * np.log(r)).sum(), "entropy", seed=0).failures[0]
    assert failure.problem == "the result is NaN."


def test_a_gap_in_which_some_posteriors_underflow_is_a_gap():
    def gap(X, r, *params):
        ratio = np.maximum(gmm.e_step(X, *params), 1e-200) / np.where(r > 0, r, 1)
        return -(r * np.log(ratio)).sum()

    assert [d.name for d in verdict_on(gap, "elbo", seed=0).diagnoses] == ["gap returned"]


@pytest.mark.parametrize("number", [1e-300, 1e-16, 1e-12, 1e-10])
@pytest.mark.parametrize("seed", range(3))
def test_a_tiny_number_in_the_logarithm_costs_nothing(number, seed):
    def entropy(responsibilities):
        return -(responsibilities * np.log(responsibilities + number)).sum()

    def elbo(X, responsibilities, *params):
        return gmm.expected_log_joint(X, responsibilities, *params) + entropy(responsibilities)

    for name, function in (("entropy", entropy), ("elbo", elbo)):
        verdict = verdict_on(function, name, seed)
        assert (verdict.status, verdict.score) == ("correct", verdict.points)


@pytest.mark.parametrize("name", ["entropy", "elbo"])
def test_a_larger_number_is_named(name):
    def entropy(responsibilities):
        return -(responsibilities * np.log(responsibilities + 1e-4)).sum()

    def elbo(X, responsibilities, *params):
        return gmm.expected_log_joint(X, responsibilities, *params) + entropy(responsibilities)

    verdict = verdict_on({"entropy": entropy, "elbo": elbo}[name], name, seed=0)
    assert verdict.diagnoses[0].name == "small number added"
    assert verdict.score == pytest.approx(0.75 * verdict.points, abs=0.01)
