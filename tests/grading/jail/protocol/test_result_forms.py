"""Which forms of results a judge is handed."""

import numpy as np
import pytest

from gmm_helpers.exercises import EXERCISES, AnswerKey, Outcome, attempt, judge
from gmm_helpers.exercises.judging.returned_values import Unusable, UnusableKind
from gmm_helpers.exercises.judging.samples.draws import Draws
from gmm_helpers.grading.jail.protocol.result_forms import ResultForms

pytestmark = pytest.mark.slow

CASES = {name: e.cases(np.random.default_rng(1)) for name, e in EXERCISES.items()}
FORMS = ResultForms(CASES)
ODD = [
    lambda *a: None,
    lambda *a: "text",
    lambda *a: (1, 2),
    lambda *a: (1, "b", None, [3]),
    lambda *a: np.zeros((2, 3, 4)),
    lambda *a: [],
]


@pytest.mark.parametrize("name", EXERCISES)
def test_all_that_a_call_returns_is_let_through(name):
    exercise = EXERCISES[name]
    functions = [exercise.reference, *ODD]
    functions += [f for mistake in exercise.mistakes[:5] for f in mistake.functions[:1]]
    for i, case in enumerate(CASES[name]):
        for function in functions:
            outcome = attempt(exercise, function, case)
            assert not outcome.returned or FORMS.match(name, i, outcome.value)


FORGED = [
    None,
    (),
    Unusable(UnusableKind.NOTHING),
    (Unusable(UnusableKind.NOTHING),) * 2,
    (np.zeros(1),) * 4,
    Draws(*[Unusable(UnusableKind.NOTHING)] * 5),
    Draws(np.zeros(1), (np.zeros(1),) * 2, np.zeros(1), np.zeros(1), ()),
    np.zeros((0, 3)),
    np.zeros(()),
]


@pytest.mark.parametrize("name", EXERCISES)
def test_what_is_let_through_can_be_judged(name):
    key = AnswerKey(EXERCISES[name], CASES[name])
    n_judged = 0
    for value in FORGED:
        fitting = all(FORMS.match(name, i, value) for i in range(len(CASES[name])))
        if fitting:
            n_judged += 1
            verdict = judge(key, [Outcome(value)] * len(CASES[name]))
            assert verdict.status in ("incorrect", "unfinished")
            assert verdict.score == 0
    assert n_judged < len(FORGED)
