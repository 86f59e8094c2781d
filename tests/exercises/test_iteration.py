"""How answers about histories, and the three results of one iteration, are compared."""

import numpy as np
import pytest

from gmm_helpers.exercises import EXERCISES, Case
from gmm_helpers.exercises.judging.returned_values import as_plain

STOP, STEP = EXERCISES["has_converged"], EXERCISES["em_step"]
QUESTIONS = Case("two histories", ([([9.0, 5.0, 4.5], 1.0), ([9.0, 5.0], 1.0)],))


@pytest.mark.parametrize(
    ("function", "problem"),
    [
        (lambda history, tol: abs(history[-1] - history[-2]) < tol, None),
        (
            lambda history, tol: True,
            "nll_history = [9, 5], tol = 1: expected False, got True.",
        ),
        (
            lambda history, tol: 0.5,
            "nll_history = [9, 5, 4.5], tol = 1: expected True, got 0.5.",
        ),
        (
            lambda history, tol: None,
            "the answer is None: did you forget to return it? Expected True or False.",
        ),
    ],
)
def test_the_first_wrong_answer_is_shown_with_its_question(function, problem):
    expected = STOP.call(STOP.reference, QUESTIONS.arguments)
    assert STOP.compare(QUESTIONS, STOP.call(function, QUESTIONS.arguments), expected) == problem


def test_a_long_history_is_shown_by_its_end():
    case = Case("long", ([([5.0, 4.0, 3.0, 2.0], 2.0)],))
    problem = STOP.compare(case, (np.array(0.0),), (np.array(1.0),))
    assert "[..., 4, 3, 2]" in problem


def test_anything_but_three_results_is_described():
    right = tuple(np.ones(shape) for shape in ((2,), (2, 3), (2, 3, 3)))
    case = Case("a step", (np.ones((4, 3)), *right))
    problem = STEP.compare(case, as_plain(np.zeros(3), n_results=3), right)
    assert problem == (
        "the result is one array of shape (3,); expected three results: return weights, means, "
        "covariances."
    )
    assert STEP.symptom(case, as_plain(None), right) is None
    assert STEP.compare(case, right, right) is None
    assert STEP.compare(case, (*right[:2], 2 * right[2]), right) is not None
