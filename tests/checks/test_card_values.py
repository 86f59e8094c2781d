"""Cards without values: for feedback that must not give away what is expected."""

import itertools
import re

import numpy as np
import pytest
from support.implementations import NAMED, WRONG

from gmm_helpers.checks.cards import as_html, as_text
from gmm_helpers.exercises import EXERCISES, AnswerKey, attempt, judge
from gmm_helpers.exercises.judging.returned_values import Unusable


def shown_as(value):
    """The ways in which the numbers of a result could be written, if they are not whole."""
    if isinstance(value, tuple) and not isinstance(value, Unusable):
        return set().union(*map(shown_as, value))
    numbers = np.ravel(value).tolist() if isinstance(value, np.ndarray) else []
    return {f"{abs(x):.{n}g}" for x in numbers for n in (4, 6) if x % 1}


def unknown_mistakes(name):
    """Functions whose mistake has no name, so that symptoms speak; one is wrong everywhere."""
    reference, n_calls = EXERCISES[name].reference, itertools.count()

    def perturbed(*arguments):
        return reference(*arguments) * (1.1 + 0.3 * np.sin(next(n_calls)))

    unnamed = [f for style, f in WRONG[name].items() if not NAMED[name][style]]
    several_results = name in ("sample_gmm", "em_step", "fit_em")
    return [*unnamed[:2], *([] if several_results else [perturbed])]


@pytest.mark.parametrize("name", EXERCISES)
def test_without_values_no_number_is_shown_that_is_expected_or_returned(name):
    exercise = EXERCISES[name]
    key = AnswerKey(exercise, exercise.cases(np.random.default_rng(5))[:4])
    for function in unknown_mistakes(name):
        found = judge(key, [attempt(key.exercise, function, case) for case in key.cases])
        secret = {
            number
            for failure in found.failures
            for value in (failure.expected, failure.outcome.value)
            for number in shown_as(value)
        }
        text = as_text(found, values=False) + as_html(found, values=False)
        shown = set(re.findall(r"\d[\d.]*(?:e[-+]?\d+)?", text))
        assert shown & {number for number in secret if len(number) > 4} == set(), text
