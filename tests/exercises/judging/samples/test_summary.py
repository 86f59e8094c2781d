"""Statistics of draws, compared with counts made by hand."""

import numpy as np
import pytest

from gmm_helpers.exercises import Case
from gmm_helpers.exercises.judging.returned_values import as_plain
from gmm_helpers.exercises.judging.samples.agreement import SampleSummary
from gmm_helpers.exercises.judging.samples.draws import Draws

WEIGHTS, MEANS = np.array([0.25, 0.75]), np.array([[0.0], [10.0]])
CASE = Case("two components on a line", (WEIGHTS, MEANS, np.array([[[1.0]], [[4.0]]]), 8, None))
LABELS = np.array([0, 1, 1, 1, 0, 1, 1, 1.0])
X = np.array([-1, 12, 8, 10, 1, 10, 14, 6.0])[:, None]
DRAW = X, LABELS


def summary(large=DRAW, repeats=()):
    return SampleSummary(Draws(large, (DRAW, DRAW), DRAW, DRAW, repeats), CASE)


def test_labels_are_counted():
    made = summary()
    assert made.values == [0, 1]
    n, means, variances = made.labels
    # Of the seven samples after the first; 1-1 occurs four times.
    assert (n, means.tolist()) == (7, pytest.approx([1 / 7, 6 / 7, 4 / 7]))
    np.testing.assert_allclose(variances, [6 / 49, 6 / 49, 12 / 49])


def test_one_label_alone_may_be_any():
    assert summary((X, np.full(8, 5.0))).values == []


def test_noise_is_grouped_by_label():
    made = summary()
    np.testing.assert_allclose(made.noise[:, 0], [-1, 1, -1, 0, 1, 0, 2, -2])
    first, second = made.groups
    assert (first.n, second.n) == (2, 6)
    assert first.mean[:2].tolist() == [0, 1]
    assert second.mean[:2] == pytest.approx([0, 10 / 6])


@pytest.mark.parametrize(("noise", "is_zero"), [(0.0, True), (0.5, False)])
def test_constant_noise_is_seen(noise, is_zero):
    labels = np.tile(LABELS, 6)
    scale = np.where(labels == 0, 1, 2)
    large = (MEANS[labels.astype(int), 0] + noise * scale)[:, None], labels
    assert summary(large).groups == [is_zero] * 2


@pytest.mark.parametrize(
    ("large", "comparable"),
    [
        (DRAW, True),
        ((X.T, LABELS), False),
        ((X, LABELS[:3]), False),
        ((X[:0], LABELS[:0]), False),
        (as_plain(None), False),
        ((X, as_plain("text")), False),
    ],
)
def test_only_samples_with_one_label_each_are_comparable(large, comparable):
    assert summary(large).is_comparable == comparable


def test_shapes_hold_what_is_unusable():
    assert summary().shapes == [(8, 1), (8,), (8, 1), (8,)]
    assert summary(as_plain(None)).shapes == [as_plain(None), (8, 1), (8,)]


def test_what_repeats_is_seen_in_the_sources():
    def draw(seed):
        rng = np.random.default_rng(seed)
        labels = rng.permutation(np.repeat([0.0, 1.0], 20))
        return 10 * labels[:, None] + rng.standard_normal((40, 1)), labels

    one = draw(0)
    same = SampleSummary(Draws(one, (one, one), one, one, ()), CASE)
    fresh = SampleSummary(Draws(one, (one, draw(1)), draw(2), draw(3), ()), CASE)
    assert same.sources[0] is False
    assert all(same.sources[1:])
    assert not any(fresh.sources)


def test_counts_that_hardly_vary_are_seen():
    fixed = tuple((X, LABELS) for _ in range(10))
    rng = np.random.default_rng(0)
    drawn = tuple((X, rng.choice(2, size=8, p=WEIGHTS).astype(float)) for _ in range(10))
    assert summary(repeats=fixed).counts_hardly_vary
    assert not summary(repeats=drawn).counts_hardly_vary
    assert not summary().counts_hardly_vary
