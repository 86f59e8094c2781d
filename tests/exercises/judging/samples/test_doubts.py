"""Small cases together spare a right sampler the large one, and no wrong one."""

import numpy as np
import pytest

from gmm_helpers import sample_gmm
from gmm_helpers.exercises import EXERCISES, AnswerKey, CallStatus, Outcome, attempt_next, judge
from gmm_helpers.exercises.judging.samples.doubts import is_large_spared, leaves_no_doubt
from gmm_helpers.exercises.judging.samples.draws import draw_all, fewer
from gmm_helpers.exercises.mistakes.recipes.samplers import draw_labels, sampler

EXERCISE = EXERCISES["sample_gmm"]
CASES = EXERCISE.cases(np.random.default_rng(4))
SUBTLE = {
    "uniform noise": sampler(noise=lambda shape, rng, z: 3**0.5 * rng.uniform(-1, 1, shape)),
    "dependent samples": sampler(
        noise=lambda shape, rng, z: (
            rng.standard_normal(shape) + 0.1 * np.roll(z, 1)[:, None] - 0.1 * z[:, None]
        )
    ),
    "counts not drawn": sampler(
        choose=lambda w, n, rng: rng.permutation(
            np.searchsorted(np.round(np.cumsum(w) * n)[:-1], np.arange(n), side="right")
        )
    ),
    "slightly wide": sampler(root=lambda C: 1.06 * np.linalg.cholesky(C)),
    "weights slightly equal": sampler(
        choose=lambda w, n, rng: draw_labels(0.75 * w + 0.25 / len(w), n, rng)
    ),
}


def results_of(function):
    given = [(*map(np.copy, c.arguments[:3]), *c.arguments[3:]) for c in CASES[:-1]]
    return [
        draw_all(function, (*some[:4], np.random.default_rng(i))) for i, some in enumerate(given)
    ]


def outcomes_of(function):
    outcomes = []
    for _ in CASES:
        outcomes.append(attempt_next(EXERCISE, function, CASES, outcomes))
    return outcomes


def test_a_right_sampler_is_spared_the_large_case_and_gets_all_points():
    assert leaves_no_doubt(CASES[:-1], results_of(sample_gmm))
    assert is_large_spared(CASES, results_of(sample_gmm))
    outcomes = outcomes_of(sample_gmm)
    assert outcomes[-1].status is CallStatus.SPARED
    assert judge(AnswerKey(EXERCISE, CASES), outcomes).status == "correct"


@pytest.mark.parametrize("name", SUBTLE)
def test_a_wrong_sampler_is_not_however_slightly_wrong(name):
    assert not leaves_no_doubt(CASES[:-1], results_of(SUBTLE[name]))


def test_only_the_large_case_is_spared():
    assert not is_large_spared(CASES[:-1], results_of(sample_gmm)[:-1])


def test_who_claims_to_be_spared_without_reason_is_not():
    key, spared = AnswerKey(EXERCISE, CASES), Outcome(status=CallStatus.SPARED)
    wrong = outcomes_of(SUBTLE["slightly wide"])
    assert wrong[-1].returned
    claimed = judge(key, [*wrong[:-1], spared])
    assert CASES[-1] in [failure.case for failure in claimed.failures]
    assert judge(key, [spared] * len(CASES)).score == 0


def test_a_slow_sampler_gets_fewer_draws_and_is_judged_on_these():
    def slow(weights, means, covariances, n_samples, rng):
        end = n_samples and [sum(range(3_000)) for _ in range(n_samples)]
        return sample_gmm(weights, means, covariances, n_samples, rng) if end else None

    case = CASES[4]
    outcomes = [EXERCISE.call(slow, (*case.arguments[:4], np.random.default_rng(1)))]
    assert len(outcomes[0].large[0]) == fewer(case.arguments[3]) < case.arguments[3]
    asked = EXERCISE.asked(case, outcomes[0])
    assert asked.arguments[3] == fewer(case.arguments[3])
    assert EXERCISE.compare(asked, outcomes[0], None) is None


def test_a_quick_sampler_is_asked_for_all():
    draws = draw_all(sample_gmm, (*CASES[4].arguments[:4], np.random.default_rng(1)))
    assert EXERCISE.asked(CASES[4], draws) is CASES[4]
