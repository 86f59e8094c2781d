"""When two samplers count as the same, from summaries of their draws."""

import itertools

import numpy as np
import pytest

from gmm_helpers import sample_gmm
from gmm_helpers.exercises.cases.sampling import sample_cases
from gmm_helpers.exercises.judging.returned_values import Unusable, UnusableKind
from gmm_helpers.exercises.judging.samples.agreement import agree_on_sampling, summarize
from gmm_helpers.exercises.judging.samples.draws import draw_all
from gmm_helpers.exercises.judging.samples.requirements import ProblemKind
from gmm_helpers.exercises.judging.samples.statistics import find_problem
from gmm_helpers.exercises.mistakes.recipes.samplers import power, sampler

CASES = sample_cases(np.random.default_rng(5))
CASE, ONE_SAMPLE = CASES[-1], next(case for case in CASES if case.arguments[3] == 1)

SAMPLERS = {
    "right": sample_gmm,
    "weights ignored": sampler(choose=lambda w, n, rng: rng.integers(len(w), size=n)),
    "one label": sampler(choose=lambda w, n, rng: np.zeros(n, int)),
    "covariance as root": sampler(root=lambda C: C),
    "diagonal only": sampler(root=lambda C: np.sqrt(C * np.eye(C.shape[-1]))),
    "no noise": sampler(noise=lambda shape, rng, labels: np.zeros(shape)),
    "uniform noise": sampler(noise=lambda shape, rng, labels: 3**0.5 * rng.uniform(-1, 1, shape)),
    "fixed seed": sampler(of_all=lambda rng: np.random.default_rng(0)),
    "labels counted from 1": sampler(give=lambda X, labels: (X, labels + 1)),
    "transposed": sampler(give=lambda X, labels: (X.T, labels)),
    "infinite": sampler(give=lambda X, labels: (X / 0, labels)),
}


def summary(function, case=CASE, seed=0):
    arguments = (*map(np.copy, case.arguments[:3]), case.arguments[3], np.random.default_rng(seed))
    with np.errstate(all="ignore"):
        return summarize(case, draw_all(function, arguments))


SUMMARIES = {name: summary(function) for name, function in SAMPLERS.items()}


@pytest.mark.parametrize("name", SAMPLERS)
def test_a_sampler_agrees_with_itself_under_another_seed(name):
    assert agree_on_sampling(CASE, summary(SAMPLERS[name], seed=1), SUMMARIES[name])


def test_samples_of_too_large_a_covariance_agree_whatever_shows_first():
    wide = sampler(root=lambda C: 3 * power(C, 1 / 2))
    made = [summary(wide, CASE, seed) for seed in range(40)]
    kinds = {find_problem(CASE, one.draws).kind for one in made}
    assert kinds == {ProblemKind.MEAN, ProblemKind.COVARIANCE}
    assert all(agree_on_sampling(CASE, made[0], one) for one in made)


def test_no_two_of_them_agree():
    for one, other in itertools.combinations(SAMPLERS, 2):
        assert not agree_on_sampling(CASE, SUMMARIES[one], SUMMARIES[other]), (one, other)


def test_another_root_of_the_same_covariance_is_no_other_sampler():
    assert agree_on_sampling(
        CASE, summary(sampler(root=lambda C: power(C, 1 / 2)), seed=2), SUMMARIES["right"]
    )


def test_of_a_single_sample_only_the_shapes_are_compared():
    right, wrong = (summary(SAMPLERS[name], ONE_SAMPLE) for name in ("right", "weights ignored"))
    assert agree_on_sampling(ONE_SAMPLE, right, wrong)


def test_unusable_results_agree_if_they_are_the_same():
    nothing, text = summary(lambda *given: None), summary(lambda *given: "text")
    assert nothing == Unusable(UnusableKind.NOTHING)
    assert agree_on_sampling(CASE, nothing, nothing)
    assert not agree_on_sampling(CASE, nothing, text)
    assert not agree_on_sampling(CASE, nothing, SUMMARIES["right"])
