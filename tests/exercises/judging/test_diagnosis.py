"""Which mistake is named: the one that explains the failures and is contradicted by nothing."""

import numpy as np
import pytest

from gmm_helpers.exercises import AnswerKey, Case, Diagnosis, Exercise, Mistake, attempt
from gmm_helpers.exercises.judging.diagnosis import diagnose

N_CASES = 8
RNG = np.random.default_rng(2)


def reference(x, n):
    return x + n


def plus(constant):
    return lambda x, n: x + n + constant


def unlike(x, n):
    """Wrong in a way no symptom describes."""
    return np.sin(x) + n**2


def where(condition, function, otherwise=reference):
    return lambda x, n: (function if condition(n) else otherwise)(x, n)


def only_if_even(function, otherwise=reference):
    return where(lambda n: n % 2 == 0, function, otherwise)


def raising_if_odd(function):
    def half(x, n):
        if n % 2:
            raise ValueError("odd")
        return function(x, n)

    return half


def mistake(name, *functions):
    return Mistake(name, functions)


def named(function, *mistakes, n_cases=N_CASES, **options):
    """Names of the diagnoses of a function; case n hands over random numbers and n."""
    cases = [Case(f"case {n}", (RNG.normal(size=3), n)) for n in range(n_cases)]
    exercise = Exercise("toy", 1, reference, None, (), mistakes, **options)
    key = AnswerKey(exercise, cases)
    outcomes = [attempt(exercise, function, case) for case in cases]
    problems = [key.problem(i, outcome) for i, outcome in enumerate(outcomes)]
    return [diagnosis.name for diagnosis in diagnose(key, outcomes, problems)]


FIVE, SEVEN, NINE = (mistake(f"plus {n}", plus(n)) for n in (5, 7, 9))


def test_a_mistake_that_returns_the_same_is_named_with_its_message():
    case = Case("a case", (np.zeros(3), 1))
    exercise = Exercise("toy", 1, reference, None, (), (FIVE, SEVEN))
    key = AnswerKey(exercise, [case])
    outcome = attempt(exercise, plus(7), case)
    assert diagnose(key, [outcome], ["wrong"]) == (
        Diagnosis("plus 7", "This is a known mistake: plus 7."),
    )


def test_of_mistakes_that_return_the_same_the_likely_one_is_named():
    case = Case("a case", (np.zeros(3), 1))
    exercise = Exercise("toy", 1, reference, None, (), (mistake("plus five", plus(5)), FIVE, SEVEN))
    outcome = attempt(exercise, plus(5), case)
    for likely, name in (((), "plus five"), (("plus 5",), "plus 5"), (("plus 7",), "plus five")):
        key = AnswerKey(exercise, [case])
        assert diagnose(key, [outcome], ["wrong"], None, likely)[0].name == name


def test_nothing_is_named_where_nothing_failed():
    assert named(reference, FIVE, SEVEN) == []


def test_another_mistake_is_not_named():
    assert named(plus(6), FIVE, SEVEN) == []
    assert named(unlike, FIVE, SEVEN) == []


def test_any_of_the_ways_to_make_a_mistake_is_enough():
    many_ways = mistake("plus something", plus(5), plus(7), unlike)
    for function in (plus(5), plus(7), unlike):
        assert named(function, NINE, many_ways) == ["plus something"]


def test_a_mistake_is_not_named_if_the_function_is_right_where_the_mistake_shows():
    assert named(only_if_even(plus(5)), FIVE) == []
    assert named(where(lambda n: n != 3, plus(5)), FIVE) == []


def test_a_mistake_that_shows_in_some_cases_only_is_named_by_those():
    assert named(only_if_even(plus(5)), mistake("even", only_if_even(plus(5)))) == ["even"]


def test_a_case_that_says_nothing_speaks_neither_for_a_mistake_nor_against_it():
    cases = [Case(f"case {n}", (RNG.normal(size=3), n)) for n in range(3)]
    key = AnswerKey(Exercise("toy", 1, reference, None, (), (FIVE,)), cases)
    outcomes = [attempt(key.exercise, only_if_even(plus(5)), case) for case in cases]
    assert diagnose(key, outcomes, ["wrong", "", "wrong"]) == ()
    assert diagnose(key, outcomes, ["wrong", None, "wrong"])[0].name == "plus 5"
    assert diagnose(key, outcomes, [None, None, None]) == ()


def test_two_mistakes_are_named_and_the_one_that_explains_more_comes_first():
    rarely = where(lambda n: n < 2, plus(7))
    both = where(lambda n: n < 2, plus(7), plus(5))
    mistakes = mistake("rarely", rarely), mistake("often", where(lambda n: n >= 2, plus(5)))
    assert named(both, *mistakes) == ["often", "rarely"]
    assert named(both, *reversed(mistakes)) == ["often", "rarely"]


def test_no_more_than_two_are_named():
    parts = [lambda n: n < 4, lambda n: n in (4, 5), lambda n: n > 5]
    mistakes = [mistake(f"{i}", where(part, plus(5 + i))) for i, part in enumerate(parts)]
    function = where(parts[0], plus(5), where(parts[1], plus(6), plus(7)))
    assert len(named(function, *mistakes)) == 2


def test_the_first_that_is_named_explains_half_of_what_is_wrong():
    """Beside another mistake it may be few cases, alone it would be a false trail."""
    few = mistake("few", where(lambda n: n < 3, plus(5)))
    assert named(where(lambda n: n < 3, plus(5), unlike), few) == []


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_two_that_explain_the_same_the_first_is_named(order):
    twins = mistake("one", plus(5)), mistake("other", lambda x, n: 5 + x + n)
    names = [twins[i].name for i in order]
    assert named(plus(5), *(twins[i] for i in order)) == names[:1]


def test_the_one_that_explains_more_is_named_whatever_the_order():
    part = mistake("part", only_if_even(plus(5)))
    assert named(plus(5), part, FIVE) == ["plus 5"]
    assert named(plus(5), FIVE, part) == ["plus 5"]


def test_of_two_that_explain_as_much_the_less_contradicted_is_named():
    """Both return the same in the even cases; one is wrong in another way in case 1."""
    doubtful = mistake("doubtful", only_if_even(plus(5), where(lambda n: n == 1, plus(7))))
    clean = mistake("clean", only_if_even(plus(5)))
    function = only_if_even(plus(5), unlike)
    assert named(function, doubtful, clean)[0] == "clean"


def test_agreement_by_chance_in_few_cases_does_not_count():
    """As with K = 1, where many mistakes return the same."""
    function = where(lambda n: n == 4, plus(5), otherwise=plus(7))
    assert named(function, FIVE) == []
    half = where(lambda n: n < 4, plus(5), otherwise=unlike)
    assert named(half, FIVE) == []
    single = where(lambda n: n == 2, plus(5))
    assert named(where(lambda n: n == 2, plus(5), otherwise=unlike), mistake("2", single)) == []
    assert named(single, mistake("2", single)) == ["2"]


def test_a_mistake_that_agrees_late_is_named_if_it_is_right_before():
    late = where(lambda n: n >= 4, plus(5))
    function = where(lambda n: n >= 4, plus(5), otherwise=unlike)
    assert named(function, mistake("late", late))[0] == "late"


def test_where_both_raise_the_mistake_explains_that_as_well():
    """So it explains more than one that returns something."""
    raising = mistake("raising", raising_if_odd(plus(5)))
    assert named(raising_if_odd(plus(5)), FIVE, raising) == ["raising"]


def test_an_exception_besides_a_mistake_that_has_a_name_is_not_said():
    assert named(raising_if_odd(plus(5)), FIVE) == ["plus 5"]
    assert named(raising_if_odd(plus(5)), SEVEN) != ["an exception"]


def test_exceptions_alone_make_nobody_make_the_same_mistake():
    def always_raising(x, n):
        raise KeyError("n")

    assert named(always_raising, mistake("raising", always_raising)) == ["an exception"]


def test_a_mistake_that_raises_where_the_function_is_right_is_not_named():
    assert named(only_if_even(plus(5)), mistake("even", raising_if_odd(plus(5)))) == []


def test_what_is_left_unexplained_is_described_by_its_symptom():
    function = where(lambda n: n < 5, plus(5), otherwise=lambda x, n: None)
    assert named(function, FIVE) == ["plus 5", "nothing returned"]
    assert named(lambda x, n: None, FIVE) == ["nothing returned"]
    assert named(function, mistake("nothing returned", plus(5))) == ["nothing returned"]


def test_whether_two_results_are_the_same_mistake_is_for_the_exercise_to_say():
    def near(case, got, other):
        return bool(np.abs(got - other).max() < 0.5)

    assert named(plus(5.1), FIVE) == []
    assert named(plus(5.1), FIVE, agree=near) == ["plus 5"]


def test_a_mistake_that_is_wrong_in_another_way_anywhere_is_not_named():
    mostly = where(lambda n: n != 6, plus(5), otherwise=unlike)
    assert named(mostly, FIVE) == []
    assert named(mostly, mistake("most", where(lambda n: n != 6, plus(5)))) == ["most"]


def test_a_mistake_that_is_unlike_is_tried_no_further():
    calls = []

    def known(x, n):
        calls.append(n)
        return x + n + 5

    named(unlike, mistake("known", known), n_cases=20)
    assert calls[0] == 0
    assert len(set(calls)) == 1


def test_an_ordinary_case_that_raises_hides_no_mistake_of_the_others():
    def first_raises(x, n):
        if n == 0:
            raise ValueError("first")
        return x + n + 5

    assert named(first_raises, SEVEN, FIVE) == ["plus 5"]


def test_nan_agrees_with_no_mistake_unless_the_function_is_right_elsewhere():
    nowhere = mistake("nowhere", lambda x, n: np.nan * x)
    assert named(lambda x, n: np.nan * x, nowhere) == ["all NaN"]
    late = where(lambda n: n > 4, lambda x, n: np.nan * x)
    assert named(late, mistake("late", late)) == ["late"]
    partly = where(lambda n: n > 4, lambda x, n: np.nan * x, otherwise=plus(5))
    assert named(partly, mistake("partly", partly)) == ["partly"]
    assert "nowhere" not in named(partly, nowhere)


@pytest.mark.parametrize("value", [0.0, 2.0, np.inf])
def test_what_depends_on_nothing_is_told_as_that(value):
    fits = mistake("fits", lambda x, n: np.full(3, value))
    told = named(lambda x, n: np.full(3, value), fits)
    assert told != ["fits"]
    assert told[0] in ("not finished yet", "same result whatever the arguments", "infinite")


def test_the_same_array_in_every_case_is_told_as_that():
    kept = np.array([1.0, 2.0, 3.0])
    assert named(lambda x, n: kept) == ["same result whatever the arguments"]
