"""The first thing that is wrong with draws."""

import numpy as np
import pytest

from gmm_helpers import sample_gmm
from gmm_helpers.exercises.cases.sampling import sample_cases
from gmm_helpers.exercises.judging.returned_values import as_plain
from gmm_helpers.exercises.judging.samples.draws import draw_often
from gmm_helpers.exercises.judging.samples.requirements import ProblemKind
from gmm_helpers.exercises.judging.samples.statistics import find_basic_problems, find_problem
from gmm_helpers.exercises.mistakes.recipes.samplers import sampler

CASES = sample_cases(np.random.default_rng(11))
ORDINARY = CASES[-1]


def kind(function, case=ORDINARY):
    arguments = (*map(np.copy, case.arguments[:3]), case.arguments[3], np.random.default_rng(4))
    problem = find_problem(case, draw_often(function, arguments))
    return problem and problem.kind


def relabel(change):
    def sample(*arguments):
        X, labels = sample_gmm(*arguments)
        return X, change(labels, arguments[-1])

    return sample


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_right_sampler_has_no_problem(case):
    assert kind(sample_gmm, case) is None


def nearest(weights, means, covariances, n_samples, rng):
    X, _ = sample_gmm(weights, means, covariances, n_samples, rng)
    gaps = X[:, None] - means
    distances = np.einsum("nki,kij,nkj->nk", gaps, np.linalg.inv(covariances), gaps)
    distances += np.linalg.slogdet(covariances)[1] - 2 * np.log(weights)
    return X, distances.argmin(axis=1)


@pytest.mark.parametrize(
    ("function", "expected"),
    [
        (sampler(choose=lambda w, n, rng: np.zeros(n, int)), ProblemKind.ONE_LABEL),
        (sampler(choose=lambda w, n, rng: rng.integers(len(w), size=n)), ProblemKind.PROPORTIONS),
        (
            sampler(choose=lambda w, n, rng: np.sort(rng.choice(len(w), n, p=w))),
            ProblemKind.NEIGHBOURS,
        ),
        (sampler(centre=lambda w, m, C: 0 * m), ProblemKind.MEAN),
        (sampler(root=lambda C: C), ProblemKind.COVARIANCE),
        (sampler(noise=lambda shape, rng, labels: np.ones(shape) * rng.random()), ProblemKind.MEAN),
        (relabel(lambda labels, rng: rng.permutation(labels)), ProblemKind.MEAN),
        (
            sampler(noise=lambda shape, rng, labels: 3**0.5 * rng.uniform(-1, 1, shape)),
            ProblemKind.NOT_NORMAL,
        ),
        (
            sampler(
                choose=lambda w, n, rng: rng.permutation(
                    np.searchsorted(np.cumsum(w)[:-1], (np.arange(n) + 0.5) / n)
                )
            ),
            ProblemKind.FIXED_COUNTS,
        ),
    ],
)
def test_the_first_problem_is_found(function, expected):
    assert kind(function) is expected


def test_labels_guessed_from_the_samples_are_found_one_way_or_another():
    guessed = {ProblemKind.GUESSED_LABELS, ProblemKind.MEAN, ProblemKind.COVARIANCE,
               ProblemKind.PROPORTIONS}  # fmt: skip
    assert kind(nearest) in guessed


def test_what_is_not_two_results_is_unusable():
    problem = find_problem(ORDINARY, as_plain(None))
    assert problem.kind is ProblemKind.UNUSABLE
    assert problem.sentence.startswith("the result is None")


def test_all_basic_problems_are_listed():
    rng = np.random.default_rng(0)
    weights = np.array([0.3, 0.7])
    labels = rng.choice(2, size=2000, p=weights)
    z = rng.standard_normal((2000, 2))
    assert find_basic_problems(z, labels, weights) == []
    kinds = [problem.kind for problem in find_basic_problems(3 * z + 5, 1 - labels, weights)]
    assert kinds == [ProblemKind.PROPORTIONS, ProblemKind.MEAN, ProblemKind.COVARIANCE]


def test_a_shifted_mean_alone_does_not_count_as_a_wrong_covariance():
    rng = np.random.default_rng(0)
    z = rng.standard_normal((2000, 1)) + 1
    (problem,) = find_basic_problems(z, np.zeros(2000, int), np.ones(1))
    assert problem.kind is ProblemKind.MEAN
