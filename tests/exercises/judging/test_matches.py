"""Which pairs of mistakes are tried: those that no right result rules out."""

import numpy as np

from gmm_helpers.exercises import EXERCISES, AnswerKey, attempt, judge
from gmm_helpers.exercises.judging.evidence import Evidence
from gmm_helpers.exercises.judging.matches import pairs_among
from gmm_helpers.exercises.mistakes.combinations import pairs_of
from gmm_helpers.model.density import component_log_prob

EXERCISE = EXERCISES["mixture_log_density"]
KEY = AnswerKey(EXERCISE, EXERCISE.cases(np.random.default_rng(1)))
PAIRS = pairs_of(EXERCISE.mistakes)


def clipped(X, weights, means, covariances):
    """Right but for samples far away, and that in no known way."""
    density = np.exp(component_log_prob(X, means, covariances)) @ weights
    return np.log(np.clip(density, 3e-12, None))


def unweighted_and_negative(X, weights, means, covariances):
    return -np.logaddexp.reduce(component_log_prob(X, means, covariances), axis=1)


def evidence_on(function, key=KEY):
    outcomes = [attempt(key.exercise, function, case) for case in key.cases]
    problems = [key.problem(i, outcome) for i, outcome in enumerate(outcomes)]
    return Evidence(key, outcomes, problems)


def test_where_an_ordinary_case_is_right_neither_mistake_shows_there():
    evidence = evidence_on(clipped)
    first = evidence.compared[0]
    assert first in evidence.passed
    left = pairs_among(evidence, EXERCISE.mistakes, PAIRS)
    assert len(left) < len(PAIRS) / 20
    ways = {mistake.name: mistake.functions for mistake in EXERCISE.mistakes}
    for name in {name for pair in left for name in pair.parts}:
        assert not all(KEY.is_wrong(function, first) for function in ways[name])
    left_out = [pair for pair in PAIRS if pair not in left][::100]
    assert all(KEY.is_wrong(function, first) for pair in left_out for function in pair.functions)


def test_where_ordinary_cases_are_wrong_the_pair_that_was_made_is_among_them():
    evidence = evidence_on(unweighted_and_negative)
    left = pairs_among(evidence, EXERCISE.mistakes, PAIRS)
    assert ("weights omitted", "sign") in {pair.parts for pair in left}


def test_what_is_wrong_far_away_only_is_not_compared_with_all_pairs():
    key = AnswerKey(EXERCISE, KEY.cases)
    judge(key, [attempt(EXERCISE, clipped, case) for case in key.cases])
    n_ways = sum(len(mistake.functions) for mistake in EXERCISE.mistakes)
    assert len(key._outcomes) < 3 * n_ways < sum(len(pair.ways) for pair in PAIRS) / 5
