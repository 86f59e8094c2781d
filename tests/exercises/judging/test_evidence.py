"""In which order mistakes are compared with a function: where most of them show, first."""

import numpy as np
import pytest

from gmm_helpers.exercises import EXERCISES, AnswerKey, Mistake, attempt
from gmm_helpers.exercises.judging.evidence import Evidence
from gmm_helpers.exercises.judging.matches import explanations
from gmm_helpers.exercises.mistakes.recipes.em_run import em

KEY = AnswerKey(EXERCISES["fit_em"], EXERCISES["fit_em"].cases(np.random.default_rng(3)))


def evidence_on(function):
    outcomes = [attempt(KEY.exercise, function, case) for case in KEY.cases]
    problems = [
        None if case.topic == "integers" else KEY.problem(i, outcome)
        for i, (case, outcome) in enumerate(zip(KEY.cases, outcomes, strict=True))
    ]
    return Evidence(KEY, outcomes, problems)


@pytest.mark.parametrize(
    "slots", [{"order": "MC"}, {"stop": lambda run, i, tol: False}, {"history": np.negative}]
)
def test_every_case_that_says_something_is_compared_once(slots):
    found = evidence_on(em(**slots) if "history" not in slots else lambda *given: (1, 2, 3, 4))
    assert sorted(found.compared) == sorted([*found.valued, *found.passed])
    assert found.compared[: len(found.telling)] == found.telling


def test_small_ordinary_cases_come_first_then_those_far_away():
    found = evidence_on(em(order="MC"))
    topics = [KEY.cases[i].topic for i in found.telling]
    assert KEY.is_plain(found.telling[0])
    assert KEY.sizes[found.telling[0]] == min(
        KEY.sizes[i] for i in found.failed if KEY.is_plain(i) and KEY.cases[i].arguments[-1]
    )
    assert next(topic for topic in topics if topic not in ("", "layout")) == "far"


def test_of_ordinary_failed_cases_a_small_and_a_larger_one_are_taken():
    small, larger = evidence_on(em(order="MC")).ordinary
    assert KEY.sizes[small] < KEY.sizes[larger]
    assert evidence_on(em()).ordinary == []


def test_long_cases_are_tried_last_and_all_others_in_the_same_order():
    found = evidence_on(em(order="MC"))
    assert sorted(found.tried) == sorted(found.compared)
    is_long = [KEY.sizes[i] > 3 * np.median(KEY.sizes) for i in found.tried]
    assert any(is_long)
    assert is_long == sorted(is_long)
    short = [i for i in found.tried if KEY.sizes[i] <= 3 * np.median(KEY.sizes)]
    assert short == [i for i in found.compared if i in short]


def test_of_mistakes_with_the_same_course_one_is_compared(monkeypatch):
    found, asked = evidence_on(em(order="MC")), []
    monkeypatch.setattr(KEY, "agrees", lambda view, mistake, i: asked.append(i) or True)
    i = found.valued[0]
    same = [em(order="MC", stop=lambda *_: False), em(order="MC", stop=lambda *_: False)]
    assert all(found.agrees(mistake, i) for mistake in same)
    assert asked == [i]


def test_what_is_wrong_in_another_way_is_refuted_for_good():
    found = evidence_on(em(order="MC"))
    unlike, alike = (Mistake(order, (em(order=order),)) for order in ("M", "MC"))
    assert [each.mistake for each in explanations(found, [unlike, alike])] == [alike]
    assert found.refuted == {*unlike.functions}
    assert explanations(found, [unlike]) == []
