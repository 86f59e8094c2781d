"""Mistakes in the parts of composed exercises, and two mistakes at once."""

import numpy as np
import pytest
from support.judged import verdict_on

import gmm_helpers as gmm
from gmm_helpers.exercises import EXERCISES, Mistake
from gmm_helpers.exercises.mistakes.combinations import mistakes_in, pairs_of
from gmm_helpers.exercises.mistakes.messages import message_of

COMPOSED = [exercise for exercise in EXERCISES.values() if exercise.parts]


def test_the_composed_exercises_are_known():
    assert {exercise.name for exercise in COMPOSED} == {
        *("em_step", "fit_em", "elbo", "bic", "held_out_nll")
    }


@pytest.mark.parametrize("exercise", COMPOSED, ids=lambda exercise: exercise.name)
def test_the_right_function_in_the_slot_of_a_part_makes_the_right_whole(exercise):
    case = exercise.cases(np.random.default_rng(3))[0]
    expected = exercise.call(exercise.reference, case.arguments)
    for part in exercise.parts:
        function = part.recipe(**{part.slot: part.exercise.reference})
        got = exercise.call(function, case.arguments)
        assert exercise.compare(case, got, expected) is None, part.name


@pytest.mark.parametrize("exercise", COMPOSED, ids=lambda exercise: exercise.name)
def test_a_message_begins_with_the_part_and_stays_short(exercise):
    for mistake in mistakes_in(exercise.parts):
        message = message_of(exercise.name, mistake)
        assert message.startswith(f"The mistake is in your {mistake.part}. ")
        alone = message_of(mistake.bank, Mistake(mistake.name, ()))
        assert alone.split(". ")[0].split(": ")[0] in message
        assert len(message) <= 350
        assert message.endswith((".", "?", ")"))


def one_iteration(
    *,
    e_step=gmm.e_step,
    weights=gmm.update_weights,
    means=gmm.update_means,
    covariances=gmm.update_covariances,
):
    def step(X, *params):
        r = e_step(X, *params)
        centres = means(X, r)
        return weights(r), centres, covariances(X, r, centres)

    return step


def loop(**parts):
    def fit(X, w, m, c, tol, max_iter):
        params, history = (w, m, c), [gmm.negative_log_likelihood(X, w, m, c)]
        for _ in range(max_iter):
            params = one_iteration(**parts)(X, *params)
            history.append(gmm.negative_log_likelihood(X, *params))
            if abs(history[-1] - history[-2]) < tol:
                break
        return (*params, history)

    return fit


WRONG_PARTS = [
    (
        {"e_step": lambda X, w, m, c: gmm.e_step(X, np.ones(len(w)) / len(w), m, c)},
        "E-step",
        "weights omitted",
    ),
    (
        {"e_step": lambda *given: np.eye(len(given[1]))[gmm.e_step(*given).argmax(axis=1)]},
        "E-step",
        "hard assignment",
    ),
    (
        {"weights": lambda r: r.sum(axis=0)[::-1] / len(r)},
        "update of the weights",
        "components in the wrong order",
    ),
    (
        {"weights": lambda r: np.full(r.shape[1], 1 / r.shape[1])},
        "update of the weights",
        "uniform weights",
    ),
    (
        {
            "covariances": lambda X, r, m: np.array(
                [np.cov(X.T, aweights=one).reshape(X.shape[1], -1) for one in r.T]
            )
        },
        "update of the covariances",
        "unbiased divisor of np.cov",
    ),
    (
        {"covariances": lambda X, r, m: gmm.update_covariances(X, r, m) * np.eye(X.shape[1])},
        "update of the covariances",
        "diagonal only",
    ),
]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "make"), [("em_step", one_iteration), ("fit_em", loop)])
@pytest.mark.parametrize(("parts", "part", "mistake"), WRONG_PARTS)
def test_a_wrong_part_hears_what_its_own_exercise_would_say(name, make, parts, part, mistake):
    first = verdict_on(make(**parts), name, seed=1).diagnoses[0]
    assert first.name == mistake
    assert first.message.startswith(f"The mistake is in your {part}. ")


@pytest.mark.slow
def test_weights_divided_by_k_hear_what_update_weights_would_say():
    wrong = one_iteration(weights=lambda r: r.sum(axis=0) / r.shape[1])
    (diagnosis,) = verdict_on(wrong, "em_step", seed=0).diagnoses
    assert diagnosis.name == "divided by the number of components"


@pytest.mark.slow
@pytest.mark.parametrize(("name", "make"), [("em_step", one_iteration), ("fit_em", loop)])
def test_a_part_without_a_known_mistake_is_named_itself(name, make):
    def tempered(X, *params):
        r = gmm.e_step(X, *params) ** 0.7
        return r / r.sum(axis=1, keepdims=True)

    assert verdict_on(make(e_step=tempered), name, seed=0).diagnoses[0].name == "wrong E-step"
    odd = make(covariances=lambda X, r, m: 1.01 * gmm.update_covariances(X, r, m))
    diagnosis = verdict_on(odd, name, seed=0).diagnoses[0]
    assert diagnosis.name == "wrong covariances"
    assert "Your weights and means are right" in diagnosis.message


def line(*, slope=1.0, intercept=0.0):
    return lambda x: slope * x + intercept


STEEP = Mistake("steep", ({"slope": 2.0}, {"slope": 3.0}, {"slope": 4.0}), line)
HIGH = Mistake("high", ({"intercept": 1.0}, lambda x: x + 1), line)
FLAT = Mistake("flat", ({"slope": 0.0},), line)
OTHER = Mistake("other", (np.sin,))


def test_mistakes_in_different_slots_are_made_at_once():
    (both,) = pairs_of((STEEP, HIGH))
    assert both.name == "steep, and high"
    assert both.parts == ("steep", "high")
    assert [function(5.0) for function in both.functions] == [11.0, 16.0]


def test_there_are_no_two_mistakes_in_one_term():
    assert pairs_of((STEEP, FLAT)) == ()


def test_whole_functions_make_no_pairs():
    assert pairs_of((STEEP, OTHER)) == ()


def test_no_pair_of_the_course_turns_a_slot_twice():
    for exercise in EXERCISES.values():
        rows = {mistake.name: mistake for mistake in exercise.mistakes}
        for pair in pairs_of(exercise.mistakes):
            first, second = (rows[part] for part in pair.parts)
            keys = {
                frozenset(one) | frozenset(other) for one in first.slots for other in second.slots
            }
            assert {frozenset(way) for way in pair.ways} <= keys
