"""Shapes, labels and sources of draws."""

import numpy as np
import pytest

from gmm_helpers import sample_gmm
from gmm_helpers.exercises.judging.samples.draws import draw_often
from gmm_helpers.exercises.judging.samples.requirements import (
    ProblemKind,
    are_equal_draws,
    check_shapes,
    check_sources,
    telling_parts,
)

WEIGHTS = np.array([0.2, 0.3, 0.5])
MIXTURE = (WEIGHTS, np.arange(6.0).reshape(3, 2), np.stack([np.eye(2)] * 3))


def draws_of(sampler, n_samples=60):
    return draw_often(sampler, (*MIXTURE, n_samples, np.random.default_rng(1)))


def changed(change):
    return lambda *arguments: change(*sample_gmm(*arguments))


def kind(problem):
    return problem and problem.kind


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda X, labels: (X, labels), None),
        (lambda X, labels: (X.T, labels), ProblemKind.SHAPE),
        (lambda X, labels: (labels, X), ProblemKind.SHAPE),
        (lambda X, labels: (X[:, :1], labels), ProblemKind.SHAPE),
        (lambda X, labels: (X, labels[:, None]), ProblemKind.SHAPE),
        (lambda X, labels: (X, None), ProblemKind.SHAPE),
        (lambda X, labels: (X, labels + 1), ProblemKind.LABELS),
        (lambda X, labels: (X, labels + 0.5), ProblemKind.LABELS),
        (lambda X, labels: (X * np.nan, labels), ProblemKind.NOT_FINITE),
    ],
)
def test_what_is_wrong_with_shapes_and_labels_is_found(change, expected):
    assert kind(check_shapes(draws_of(changed(change)), 60, (3, 2))) == expected


@pytest.mark.parametrize("n_samples", [1, 60])
def test_a_number_of_samples_that_is_ignored_is_found(n_samples):
    always = lambda w, m, c, n, rng: sample_gmm(w, m, c, 100, rng)  # noqa: E731
    assert kind(check_shapes(draws_of(always, n_samples), n_samples, (3, 2))) == (
        ProblemKind.SIZE_IGNORED
    )


def test_a_single_sample_may_have_any_label():
    one = draws_of(changed(lambda X, labels: (X, labels + 7)), n_samples=1)
    assert check_shapes(one, 1, (3, 2)) is None


def of_rng(make):
    return lambda w, m, c, n, rng: sample_gmm(w, m, c, n, make(rng))


def labels_of(make):
    """The samples from the given generator, the labels from another one."""

    def sample(w, m, c, n, rng):
        return sample_gmm(w, m, c, n, rng)[0], make(rng).choice(len(w), size=n, p=w)

    return sample


@pytest.mark.parametrize("take", [of_rng, labels_of])
@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda rng: rng, None),
        (lambda rng: np.random.default_rng(), ProblemKind.NOT_REPRODUCIBLE),
        (lambda rng: np.random.default_rng(3), ProblemKind.FIXED_SEED),
        (
            lambda rng: np.random.default_rng(rng.bit_generator.seed_seq.generate_state(1)),
            ProblemKind.NOT_ADVANCED,
        ),
    ],
)
def test_where_the_randomness_comes_from_is_found(take, make, expected):
    assert kind(check_sources(draws_of(take(make)), WEIGHTS)) == expected


def test_draws_of_other_shapes_are_not_equal():
    X, labels = np.zeros((3, 2)), np.zeros(3)
    assert are_equal_draws((X, labels), (X + 1e-12, labels), 0)
    assert not are_equal_draws((X, labels), (X[:2], labels), 0)
    assert not are_equal_draws((X, labels), (X, labels + 1), 1)


def test_labels_tell_if_agreement_by_chance_is_less_likely_than_the_level():
    labels = np.array([1, 0])
    assert telling_parts([0.5, 0.5], labels, 30) == (0, 1)  # 2^-30 = 9e-10
    assert telling_parts([0.5, 0.5], labels, 29) == (0,)
    assert telling_parts([1.0], labels, 10**6) == (0,)
    assert telling_parts([0.5, 0.5], np.zeros(2), 60) == (0,)
    assert telling_parts([0.5, 0.5], np.array([0, 1]), 60) == (0,)  # in order: their counts
