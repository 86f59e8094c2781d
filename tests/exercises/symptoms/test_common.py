"""What is said of a result that no known mistake explains."""

import numpy as np
import pytest

from gmm_helpers.exercises import (
    AnswerKey,
    CallStatus,
    Case,
    Diagnosis,
    Exercise,
    Outcome,
    attempt,
)
from gmm_helpers.exercises.running.exceptions import CodeLine
from gmm_helpers.exercises.symptoms.common import symptoms_of
from gmm_helpers.exercises.symptoms.sizes import TOPICS

RNG = np.random.default_rng(4)


def reference(X, n):
    return X.sum(axis=0) + n


def unlike(X, n):
    return np.sin(X[0]) + n**2


def made(function, topics, **options):
    """An answer key, one case a topic, and what the function returns for each."""
    cases = [Case(f"case {n}", (RNG.normal(size=(5, 3)), n), topic=t) for n, t in enumerate(topics)]
    exercise = Exercise("toy", 1, reference, None, **options)
    return AnswerKey(exercise, cases), [attempt(exercise, function, case) for case in cases]


def symptom(function, topics=("", "", "", ""), left=None, failed=None, **options):
    key, outcomes = made(function, topics, **options)
    if failed is None:
        failed = [i for i, outcome in enumerate(outcomes) if key.problem(i, outcome)]
    return symptom_of(key, outcomes, failed if left is None else left, failed)


def symptom_of(*arguments):
    """The one thing there is to say."""
    (diagnosis,) = symptoms_of(*arguments) or (None,)
    return diagnosis


def name(*arguments, **options):
    diagnosis = symptom(*arguments, **options)
    return diagnosis and diagnosis.name


def right_in(*cases):
    return lambda X, n: reference(X, n) if n in cases else unlike(X, n)


@pytest.mark.parametrize("topic", TOPICS)
def test_failures_in_one_kind_of_cases_only_are_named_after_it(topic):
    assert symptom(right_in(0, 1, 2), ["", "", "", topic, topic]) == TOPICS[topic]


def test_all_failures_must_be_of_one_kind():
    """Or it would be false that the function fails there only."""
    assert name(right_in(0), ["", "far", "far"]) == TOPICS["far"].name
    assert name(right_in(0), ["", "far", "far", "units"]) is None
    assert name(right_in(0), ["", "far", "far", "units", "size"]) is None
    assert name(right_in(0), ["", "far", "units"]) is None
    assert name(right_in(0), ["", "far", "", ""]) is None


def test_where_the_ordinary_case_fails_as_well_the_kinds_say_nothing():
    assert name(right_in(), ["", "far", "far", "far"]) is None


def test_the_ordinary_case_counts_even_if_a_known_mistake_explains_it():
    assert name(right_in(), ["", "far", "far"], left=[1, 2], failed=[0, 1, 2]) is None
    assert name(right_in(0), ["", "far", "far"], left=[1, 2], failed=[1, 2]) == TOPICS["far"].name


def test_one_failure_is_by_chance_unless_there_is_no_other_case_of_its_kind():
    assert name(right_in(0, 1), ["", "far", "far"]) is None
    assert name(right_in(0, 1), ["", "units", "far"]) == TOPICS["far"].name


def test_a_kind_without_a_meaning_says_nothing():
    assert name(right_in(0), ["", "rising", "rising"]) is None


def test_an_exception_everywhere_is_said_with_the_own_line():
    def unlucky(X, n):
        raise KeyError("k")

    diagnosis = symptom(unlucky)
    assert diagnosis.name == "an exception"
    assert diagnosis.message == "Your function raised KeyError: 'k'."
    assert diagnosis.line.text == 'raise KeyError("k")'


def test_an_exception_with_a_full_stop_gets_no_other():
    def unlucky(X, n):
        raise KeyError("Look it up.")  # repr() adds quotes

    def told(X, n):
        raise ValueError("Look it up.")

    assert symptom(unlucky).message.endswith("Look it up.'.")
    assert symptom(told).message.endswith("Look it up.")


def test_an_exception_somewhere_else_does_not_hide_what_the_values_say():
    def half(X, n):
        if n > 1:
            raise ValueError
        return -reference(X, n)

    assert name(half) == "sign"


def test_a_function_that_was_stopped_is_told_to_look_at_its_loop():
    key, _ = made(reference, ["", ""])
    line = CodeLine(3, "while True:")
    stopped = Outcome(status=CallStatus.TIMED_OUT, line=line, seconds=6.0)
    diagnosis = symptom_of(key, [stopped, stopped], [0, 1], [0, 1])
    assert diagnosis.name == "does not return"
    assert diagnosis.message == (
        "Your function was stopped: it had not returned after 6 seconds. Look at what should end "
        "its loop."
    )
    assert diagnosis.line == line


def test_messages_that_say_how_a_call_ended_are_marked():
    """So that what was raised is not said twice."""

    def misfit(X, n):
        return X + np.ones(len(X) + 1)

    assert symptom(misfit).name == "incompatible shapes"
    assert symptom(misfit).quotes_error
    assert symptom(lambda X, n: 1 / 0).quotes_error
    assert not symptom(lambda X, n: None).quotes_error
    assert not symptom(lambda X, n: -reference(X, n)).quotes_error


def test_where_one_kind_of_cases_raises_it_is_said_what():
    def far(X, n):
        return reference(X, n) if n < 2 else {}["k"]

    assert symptom(far, ["", "", "far", "far"]).message == (
        f"{TOPICS['far'].message} There it raised KeyError: 'k'."
    )


@pytest.mark.parametrize("status", [CallStatus.CRASHED, CallStatus.OUT_OF_MEMORY])
def test_a_call_that_ended_without_an_exception_is_described_too(status):
    key, _ = made(reference, ["", ""])
    diagnosis = symptom_of(key, [Outcome(status=status)] * 2, [0, 1], [0, 1])
    assert diagnosis.quotes_error
    assert diagnosis.message.startswith("Your function ")


@pytest.mark.parametrize(
    ("value", "named", "said"),
    [
        (None, "nothing returned", "returned None"),
        ("text", "wrong kind of result", "returned text."),
        ([[1.0], [1.0, 2.0]], "wrong kind of result", "returned a list of 2."),
        (1j, "wrong kind of result", "returned an array of complex numbers."),
    ],
)
def test_what_is_no_array_is_called_what_it_is(value, named, said):
    diagnosis = symptom(lambda X, n: value)
    assert diagnosis.name == named
    assert said in diagnosis.message


def test_one_of_several_results_that_is_no_array_is_called_what_it_is():
    def several(function, arguments):
        from gmm_helpers.exercises.judging.returned_values import as_plain

        return as_plain(function(*arguments), n_results=2)

    pair = lambda X, n: (X.sum(), n)  # noqa: E731
    key = AnswerKey(
        Exercise("toy", 1, pair, None, call=several, compare=lambda *_: "wrong"),
        [Case("a case", (np.ones((5, 3)), 1))],
    )
    outcome = attempt(key.exercise, lambda X, n: (None, 1.0), key.cases[0])
    assert symptom_of(key, [outcome], [0], [0]).name == "nothing returned"
    outcome = attempt(key.exercise, lambda X, n: (-1.0, 1.0), key.cases[0])
    assert symptom_of(key, [outcome], [0], [0]) is None


def test_the_shape_is_said_before_the_values():
    assert name(lambda X, n: -reference(X, n)[:, None]) == "one axis too many"
    assert name(lambda X, n: -reference(X, n)) == "sign"
    assert name(lambda X, n: len(X) * reference(X, n)) == "factor N"


def test_a_wrong_shape_is_said_if_nothing_better_can_be():
    assert name(lambda X, n: np.sin(X)) == "wrong shape"
    assert name(lambda X, n: np.sin(X), symptom=small) == "small values"


def test_a_path_without_return_is_said_and_other_results_that_are_no_arrays_say_nothing():
    assert name(lambda X, n: None if n == 3 else -reference(X, n)) == "nothing returned"
    assert name(lambda X, n: "text" if n == 3 else -reference(X, n)) is None


def small(case, got, expected):
    word = "small" if np.abs(got).max() < 100 else "large"
    return Diagnosis(f"{word} values", "Look at their size.")


def test_an_exercise_has_symptoms_of_its_own_after_the_general_ones():
    assert name(unlike, symptom=small) == "small values"
    assert name(lambda X, n: -reference(X, n), symptom=small) == "sign"


@pytest.mark.parametrize(
    ("n_large", "said"),
    [(0, "small values"), (1, "small values"), (2, None), (4, None), (5, "large values")],
)
def test_an_own_symptom_must_hold_in_more_than_two_of_three_cases(n_large, said):
    function = lambda X, n: unlike(X, n) + (n < n_large) * 1000  # noqa: E731
    assert name(function, [""] * 6, symptom=small) == said


@pytest.mark.parametrize(("n_silent", "said"), [(1, "small values"), (2, None)])
def test_cases_of_which_it_says_nothing_speak_against_it(n_silent, said):
    def sometimes(case, got, expected):
        return small(case, got, expected) if case.arguments[1] >= n_silent else None

    assert name(unlike, [""] * 6, symptom=sometimes) == said


def test_symptoms_are_sentences():
    for topic, diagnosis in TOPICS.items():
        assert diagnosis.message.startswith("Your function "), topic
        assert diagnosis.message.endswith("."), topic
        assert diagnosis.name, topic
