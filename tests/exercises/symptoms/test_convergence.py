"""What the results of a wrong `fit_em` show: which part of the contract is broken."""

import numpy as np
import pytest
from support import oracles
from support.strategies import random_mixture, random_samples

from gmm_helpers.exercises import Case
from gmm_helpers.exercises.judging.returned_values import as_plain
from gmm_helpers.exercises.symptoms.convergence import loop_symptom

RNG = np.random.default_rng(1)
TRUTH = random_mixture(RNG, 2, 2)
X = random_samples(RNG, TRUTH, 40)
START = TRUTH._replace(means=TRUTH.means + 0.5)


def run(tol, max_iter):
    params, history = oracles.fit_em(X, *START, tol, max_iter)
    return (*params, np.array(history))


TOL, MAX_ITER = 0.005, 50
CASE = Case("a run", (X, *START, TOL, MAX_ITER))
RIGHT = run(TOL, MAX_ITER)
N = len(RIGHT[3]) - 1


def name(*got, case=CASE, expected=RIGHT):
    diagnosis = loop_symptom(case, tuple(got), expected)
    return diagnosis and diagnosis.name


def changed(history):
    return name(*RIGHT[:3], np.asarray(history, dtype=float))


def test_the_run_is_long_enough_for_what_follows():
    assert 5 < N < MAX_ITER


def test_results_that_are_not_four_or_not_a_list_are_seen():
    assert loop_symptom(CASE, as_plain(None), RIGHT) is None
    assert changed(RIGHT[3][:, None]) == "history is not a list of numbers"
    assert name(*RIGHT[:3], as_plain("text")) == "history is not a list of numbers"
    assert changed([*RIGHT[3][:-1], np.nan]) == "history is not finite"


@pytest.mark.parametrize("history", [[], RIGHT[3][1:], RIGHT[3] / 40, -RIGHT[3]])
def test_a_history_begins_with_the_start(history):
    assert changed(history) == "history does not start with the NLL of the start"


@pytest.mark.parametrize(
    "history",
    [RIGHT[3][[0, -1]], np.repeat(RIGHT[3], 2)[1:-1], np.delete(RIGHT[3], 2)],
    ids=["appended after the loop", "appended twice", "one is missing"],
)
def test_a_history_has_an_entry_for_each_iteration(history):
    assert changed(history) == "not one entry per iteration"


def test_other_iterations_are_not_blamed_on_the_number_of_entries():
    params = (TRUTH.weights, TRUTH.means + 0.1, TRUTH.covariances)
    last = oracles.negative_log_likelihood(X, *params)
    assert name(*params, np.array([RIGHT[3][0], last])) != "not one entry per iteration"
    assert changed(RIGHT[3][:-1]) != "not one entry per iteration"


def test_entries_that_are_not_the_nll_of_the_parameters_are_seen():
    history = RIGHT[3] - 0.1 * np.arange(N + 1)
    assert changed(history) == "history does not belong to the parameters"


def test_another_update_is_seen_by_an_nll_that_is_consistent_but_not_of_em():
    params = (TRUTH.weights, TRUTH.means + 0.1, TRUTH.covariances)
    history = [*RIGHT[3][:3], oracles.negative_log_likelihood(X, *params)]
    diagnosis = loop_symptom(CASE, (*params, np.array(history)), RIGHT)
    assert diagnosis.name == "wrong after the first iteration"
    assert diagnosis.numbers == "It is wrong from iteration 3 on."


def test_a_wrong_first_iteration_is_told_by_its_parts_if_it_is_alone():
    case = Case("one iteration", (X, *START, 0.0, 1))
    right = run(0.0, 1)
    covariances = 2 * right[2]
    nll = oracles.negative_log_likelihood(X, *right[:2], covariances)
    got = (*right[:2], covariances, np.array([right[3][0], nll]))
    assert loop_symptom(case, got, right).name == "wrong covariances"
    longer = (*got[:3], np.array([right[3][0], nll + 1, nll]))
    assert loop_symptom(CASE, longer, RIGHT).name == "first iteration wrong"


@pytest.mark.parametrize(
    ("n_iter", "words"),
    [(N - 2, "ends too early"), (N + 3, "continues after"), (MAX_ITER + 2, "more than max_iter")],
)
def test_a_loop_that_ends_elsewhere_breaks_the_stopping_rule(n_iter, words):
    diagnosis = loop_symptom(CASE, run(0.0, n_iter), RIGHT)
    assert diagnosis.name == "different stopping rule"
    assert words in diagnosis.message


def test_parameters_of_another_iteration_are_found():
    got = (*run(0.0, N - 1)[:3], RIGHT[3])
    diagnosis = loop_symptom(CASE, got, RIGHT)
    assert diagnosis.name == "parameters of another iteration"
    assert f"after iteration {N - 1}, the history ends with iteration {N}" in diagnosis.numbers


def test_parameters_of_no_iteration_are_called_by_their_names():
    weights, means, covariances, history = RIGHT
    diagnosis = loop_symptom(CASE, (weights, 2 * means, 2 * covariances, history), RIGHT)
    assert diagnosis.name == "returned parameters wrong"
    assert "means and covariances in your return line" in diagnosis.message
