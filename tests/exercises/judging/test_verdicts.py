"""From outcomes to a verdict: points by case, remarks, what is changed."""

import numpy as np
import pytest

from gmm_helpers.exercises import (
    AnswerKey,
    CallStatus,
    Case,
    Exercise,
    Mistake,
    Outcome,
    Verdict,
    attempt,
    judge,
)

RNG = np.random.default_rng(1)


def double(x):
    return 2 * x


def in_cases(*wrong, otherwise=double, instead=lambda x: 7 * x + 1):
    """A function that is wrong in cases of these sizes."""
    return lambda x: instead(x) if len(x) in wrong else otherwise(x)


def exercise(n_cases=6, points=3, layout="plain", **options):
    """Case i has i + 1 entries; the last one may be laid out in another way."""

    def cases(rng):
        layouts = ["plain"] * (n_cases - 1) + [layout]
        return [Case(f"case {i}", (RNG.normal(size=i + 1),), layouts[i]) for i in range(n_cases)]

    return Exercise("double", points, double, cases, **options)


def verdict_on(function, n_tried=None, **options):
    made = exercise(**options)
    key = AnswerKey(made, made.cases(RNG))
    return judge(key, [attempt(made, function, case) for case in key.cases[:n_tried]])


def names(verdict):
    return [diagnosis.name for diagnosis in verdict.diagnoses]


def failed(verdict):
    return [failure.case.name for failure in verdict.failures]


def test_a_right_function_earns_everything():
    assert verdict_on(double) == Verdict("double", "correct", 3.0, 3, 6)


def test_every_case_is_worth_the_same():
    for n_wrong in range(5):
        verdict = verdict_on(in_cases(*range(2, 2 + n_wrong)))
        assert verdict.score == pytest.approx(3 * (6 - n_wrong) / 6)
        assert failed(verdict) == [f"case {i}" for i in range(1, 1 + n_wrong)]
        assert verdict.status == ("partly correct" if n_wrong else "correct")


def test_the_ordinary_case_is_worth_what_the_others_are():
    verdict = verdict_on(in_cases(1))
    assert (verdict.status, verdict.score, failed(verdict)) == ("partly correct", 2.5, ["case 0"])


def test_what_luck_may_bring_earns_nothing():
    verdict = verdict_on(in_cases(1, 2, 3, 4, 5))
    assert (verdict.status, verdict.score, len(verdict.failures)) == ("incorrect", 0.0, 5)


def test_a_function_wrong_everywhere_earns_nothing():
    verdict = verdict_on(lambda x: 7 * x)
    assert (verdict.status, verdict.score, len(verdict.failures)) == ("incorrect", 0.0, 6)


@pytest.mark.parametrize(
    ("points", "n_cases", "score"), [(5, 18, 4.72), (2, 11, 1.82), (1, 3, 0.67)]
)
def test_points_are_rounded_to_hundredths(points, n_cases, score):
    verdict = verdict_on(in_cases(2), points=points, n_cases=n_cases)
    assert (verdict.score, verdict.points) == (score, points)


def test_a_failure_says_what_was_tried_expected_and_returned():
    (failure,) = verdict_on(in_cases(2)).failures
    (x,) = failure.case.arguments
    np.testing.assert_array_equal(failure.expected, 2 * x)
    np.testing.assert_array_equal(failure.outcome.value, 7 * x + 1)
    assert failure.problem.startswith(f"the result at [0]: expected {2 * x[0]:.6g}, got ")


def unwritten(message):
    def stub(x):
        raise NotImplementedError(message) if message else NotImplementedError

    return stub


@pytest.mark.parametrize("message", ["", "write double here"])
def test_the_stub_is_not_attempted(message):
    verdict = verdict_on(unwritten(message))
    assert (verdict.status, verdict.score, verdict.failures) == ("not attempted", 0.0, ())
    assert names(verdict) == ["not written yet"]
    assert "Replace the line that raises NotImplementedError" in verdict.diagnoses[0].message


def test_a_stub_of_another_function_is_named():
    verdict = verdict_on(unwritten("write triple here"))
    assert verdict.status == "not attempted"
    assert verdict.diagnoses[0].message == (
        "Your function stopped at something that is not written yet: "
        "NotImplementedError: write triple here."
    )


def test_one_outcome_is_enough_to_see_that_it_is_not_attempted():
    assert verdict_on(unwritten(""), n_tried=1).status == "not attempted"


def test_a_stub_met_in_a_special_case_only_is_a_failed_case():
    verdict = verdict_on(in_cases(3, instead=unwritten("one entry more")))
    assert (verdict.status, verdict.score) == ("partly correct", 2.5)
    assert failed(verdict) == ["case 2"]
    assert "NotImplementedError: one entry more" in verdict.failures[0].problem


def test_a_stub_met_after_the_ordinary_case_has_failed_is_incorrect():
    verdict = verdict_on(in_cases(3, instead=unwritten(""), otherwise=lambda x: -x))
    assert verdict.status == "incorrect"


def test_cases_that_were_not_tried_have_failed():
    verdict = verdict_on(double, n_tried=4)
    assert (verdict.status, verdict.score) == ("partly correct", 2.0)
    assert [failure.outcome.status for failure in verdict.failures] == [CallStatus.UNTRIED] * 2


def test_a_function_that_was_stopped_is_told_so():
    made = exercise()
    key = AnswerKey(made, made.cases(RNG))
    stopped = Outcome(status=CallStatus.TIMED_OUT, seconds=6.0)
    verdict = judge(key, [stopped] * 3)
    assert (verdict.status, len(verdict.failures)) == ("incorrect", 6)
    assert names(verdict) == ["does not return"]
    assert verdict.diagnoses[0].quotes_error


def rude(then):
    """In place, though only where it may: a read-only array would raise."""

    def changing(x):
        result = then(x)
        x += 1
        return result

    return changing


@pytest.mark.parametrize("n_cases", [2, 6])
def test_changed_arguments_cost_the_read_only_case_only_and_are_named(n_cases):
    verdict = verdict_on(rude(double), layout="read-only", n_cases=n_cases)
    assert verdict.status == "partly correct"
    assert verdict.score == pytest.approx(3 * (n_cases - 1) / n_cases)
    assert failed(verdict) == [f"case {n_cases - 1}"]
    assert verdict.failures[0].problem == "your function changed its argument x: work on a copy."
    assert names(verdict) == ["arguments modified"]
    assert "(x)" in verdict.diagnoses[0].message


def test_who_writes_into_arguments_only_where_they_can_be_written_fails_all_the_same():
    def careful(x):
        return rude(double)(x) if x.flags.writeable else double(x)

    assert failed(verdict_on(careful, layout="read-only")) == ["case 5"]


def test_a_known_mistake_is_still_named_if_arguments_are_changed_as_well():
    """In the read-only case the function raises: nothing speaks against the mistake there."""
    squares = Mistake("squared", (np.square,))
    verdict = verdict_on(rude(np.square), layout="read-only", mistakes=(squares,))
    assert verdict.status == "incorrect"
    assert names(verdict) == ["squared", "arguments modified"]


def test_an_exception_in_the_read_only_case_is_no_change():
    """It did not get so far as to change anything in the other cases."""
    verdict = verdict_on(in_cases(6, instead=rude(double)), layout="read-only")
    assert names(verdict) != ["arguments modified"]
    assert failed(verdict) == ["case 5"]
    assert "read-only" in verdict.failures[0].problem
