"""The exercises of notebook 06: what is asked, beyond what the banks ask."""

import numpy as np
import pytest
from support.judged import verdict_on

import gmm_helpers as gmm
from gmm_helpers.checks import check
from gmm_helpers.exercises import EXERCISES


def names(verdict):
    return [diagnosis.name for diagnosis in verdict.diagnoses]


def count(K, D):
    return K - 1 + K * D + K * D * (D + 1) // 2


@pytest.mark.parametrize("kind", [int, np.int64, np.int32, np.array])
def test_a_count_may_be_any_kind_of_whole_number(kind):
    assert verdict_on(lambda K, D: kind(count(K, D)), "n_parameters", 0).status == "correct"


@pytest.mark.parametrize("kind", [float, np.float64, np.float32, lambda n: np.array(float(n))])
def test_a_float_costs_a_quarter(kind):
    verdict = verdict_on(lambda K, D: kind(count(K, D)), "n_parameters", 0)
    assert (verdict.status, names(verdict)) == ("partly correct", ["float returned"])
    assert verdict.score == pytest.approx(0.75 * verdict.points, abs=0.005)


def test_a_float_that_is_wrong_too_hears_the_mistake_first():
    verdict = verdict_on(lambda K, D: float(count(K, D) + 1), "n_parameters", 0)
    assert names(verdict) == ["K weights counted"]
    odd = verdict_on(lambda K, D: 1.5 * K * D**2 + 0.25, "n_parameters", 0)
    assert (odd.score, names(odd)) == (0, ["wrong values"])


@pytest.mark.parametrize("name", ["n_parameters", "bic"])
def test_the_numbers_that_were_given_are_said(name):
    result = check(lambda *given: 10.0, name, seed=1)
    case = result.case
    assert f"n_features = {case.arguments[-1]}: expected" in case.problem
    assert f"n_features = {case.arguments[-1]}" in repr(case)


@pytest.mark.parametrize(
    ("function", "said"),
    [
        (lambda K, D: [K - 1, K * D, K * D * (D + 1) // 2], "n_parameters"),
        (lambda nll, N, K, D: [2 * nll, count(K, D) * np.log(N)], "bic"),
        (
            lambda X, folds, K, fit: [
                gmm.negative_log_likelihood(X[folds == f], *fit(X[folds != f], K))
                for f in np.unique(folds)
            ],
            "held_out_nll",
        ),
    ],
    ids=["n_parameters", "bic", "held_out_nll"],
)
def test_parts_that_are_not_added_up(function, said):
    assert names(verdict_on(function, said, 0)) == ["several numbers"]


def test_a_price_of_something_else_is_told_from_another_formula():
    def priced(of):
        return lambda nll, N, K, D: 2 * nll + of(K, D) * np.log(N)

    assert names(verdict_on(priced(lambda K, D: K**2 + 3), "bic", 0)) == [
        "wrong number of parameters"
    ]
    assert names(verdict_on(priced(lambda K, D: K + 0.3), "bic", 0)) == ["wrong values"]
    for value in (np.inf, -np.inf):
        verdict = verdict_on(lambda nll, N, K, D, v=value: v if K > 1 else nll, "bic", 0)
        assert verdict.score == 0


def cross_validated(labels):
    def held_out_nll(X, folds, n_components, fit):
        total = 0.0
        for fold in labels(folds):
            if (folds == fold).any():
                params = fit(X[folds != fold], n_components)
                total += gmm.negative_log_likelihood(X[folds == fold], *params)
        return total

    return held_out_nll


@pytest.mark.parametrize(
    ("labels", "least"),
    [(lambda folds: range(len(set(folds))), 3.75), (lambda folds: range(folds.max() + 1), 3.75)],
)
def test_labels_that_do_not_count_from_0_are_worth_a_quarter_together(labels, least):
    verdict = verdict_on(cross_validated(labels), "held_out_nll", 0)
    assert names(verdict) == ["folds numbered from 0"]
    assert least <= verdict.score < 5
    assert verdict_on(cross_validated(np.unique), "held_out_nll", 0).status == "correct"


def test_the_fit_is_handed_over_anew_in_every_call():
    """What is done to one does not reach the next, nor what is expected."""

    def held_out_nll(X, folds, n_components, fit):
        right = cross_validated(np.unique)(X, folds, n_components, fit)
        object.__setattr__(fit, "sharpness", 0.0)
        return right

    for _ in range(2):
        assert verdict_on(held_out_nll, "held_out_nll", 5).status == "correct"


def test_a_case_that_failed_can_be_tried_again_with_its_fit():
    case = check(lambda X, folds, K, fit: 0.0, "held_out_nll", seed=2).case
    X, folds, n_components, fit = case.arguments
    assert cross_validated(np.unique)(X, folds, n_components, fit) == pytest.approx(case.expected)
    assert repr(case).splitlines()[1].endswith(f"n_components = {n_components}, fit")


def test_chapters_share_no_part_by_mistake():
    parts = {
        name: [part.name for part in EXERCISES[name].parts] for name in ("bic", "held_out_nll")
    }
    assert parts == {
        "bic": ["number of parameters"],
        "held_out_nll": ["negative log-likelihood"],
    }
