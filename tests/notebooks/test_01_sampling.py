"""What chapter 1 says, recomputed."""

from functools import cache

import numpy as np
import pytest
from scipy.special import logsumexp
from support import plain_em
from support.notebook_tools import NOTEBOOKS
from support.prose import assert_printed, numbers_not_in, text_of

import gmm_helpers as gmm

STEM = "01_sampling"
MODEL = gmm.course_params()
SMALLEST, SMALLEST_NORMAL = np.nextafter(0, 1), np.finfo(float).tiny


@cache
def ancestral():
    return gmm.sample_gmm(*MODEL, n_samples=600, rng=3)


@cache
def equal_counts():
    return gmm.sample_equal_counts(*MODEL, n_per_component=200, rng=3)


@cache
def fitted_weights(draw):
    """Weights that EM finds, in the order of the model: middle, left, right."""
    X = draw()[0]
    run, _ = plain_em.fit(X, gmm.random_points_start(X, 3, rng=0))
    weights, means, _ = run[-1]
    left, middle, right = means[:, 0].argsort()
    return weights[[middle, left, right]]


def log_density(distances):
    line = np.column_stack([np.full_like(distances, 1.2), 0.4 + distances])
    return logsumexp(plain_em.log_terms(line, *MODEL), axis=1)


def naive(distances):
    line = np.column_stack([np.full_like(distances, 1.2), 0.4 + distances])
    with np.errstate(all="ignore"):
        return np.log(np.exp(plain_em.log_terms(line, np.ones(3), *MODEL[1:])) @ MODEL.weights)


def last_finite_distance():
    fine = np.linspace(55, 65, 10_001)
    return fine[np.isfinite(naive(fine))].max()


def first_subnormal_distance():
    fine = np.linspace(55, 65, 10_001)
    return fine[log_density(fine) < np.log(SMALLEST_NORMAL)].min()


HELD = {
    "With 600 samples the standard deviation of a share is about #": lambda: [
        np.sqrt(MODEL.weights * (1 - MODEL.weights) / 600).mean()
    ],
    "In the ancestral data it finds # where the share is #": lambda: [
        fitted_weights(ancestral)[0],
        np.mean(ancestral()[1] == 0),
    ],
    "-\\frac12 (# + # + 1) = #$": lambda: [
        np.log(2 * np.pi),
        np.log(4),
        -0.5 * (np.log(2 * np.pi) + np.log(4) + 1),
    ],
    "At a distance of 80 the density is about $e^{#}$": lambda: log_density(np.array([80.0])),
    "floating-point number (about $e^{#}$)": lambda: [np.log(SMALLEST)],
    "= -1000 + \\log(1 + e^{-1}) = -1000 + # = #$": lambda: [
        np.log(1 + np.exp(-1)),
        logsumexp([-1000, -1001]),
    ],
    "naive curve simply *ends*, just before a distance of #.": lambda: [last_finite_distance()],
    "a little earlier, at #.": lambda: [first_subnormal_distance()],
    "There the density falls below $e^{#}$": lambda: [np.log(SMALLEST_NORMAL)],
    "the naive one breaks off just before a distance of #,": lambda: [last_finite_distance()],
    "$1/(0.01\\sqrt{2\\pi}) \\approx #$ at its mean, a log-density of about #": lambda: [
        1 / (0.01 * np.sqrt(2 * np.pi)),
        np.log(1 / (0.01 * np.sqrt(2 * np.pi))),
    ],
}
GIVEN = (
    "About 60 minutes. Three exercises, 10 points",
    "With $\\mu = (10, 10)$ and the noise $\\varepsilon = (1, -1)$ we get "
    "$x = (10, 10) + (2 \\cdot 1,\\; 1 \\cdot 1 - 1 \\cdot 1) = (12, 10)$",
    "Here are 600 samples.",
    "Left: 600 samples in three groups",
    "a loop that draws 200 samples from each",
    "Two scatter plots of 600 samples.",
    "with equal counts all three groups have 200 samples",
    "someone who expects 0.3, 0.2, 0.5",
    "$a = (-1000, -1001)$: $m = -1000$",
    "With 50 samples, change the seed.",
    "And with 2000?",
    "A colleague draws 200 samples",
    "with standard deviation 0.01 has",
)


@pytest.mark.parametrize("sentence", HELD)
def test_a_number_in_the_text_is_right(sentence):
    assert_printed(STEM, sentence, HELD[sentence]())


def test_no_other_number_stands_in_the_text():
    assert numbers_not_in(STEM, [*HELD, *GIVEN]) == []


def test_the_hand_made_sample_is_right():
    """And its factor, which the text asks to multiply out."""
    L = np.array([[2, 0], [1, 1]])
    np.testing.assert_array_equal(L @ L.T, [[4, 2], [2, 2]])
    np.testing.assert_array_equal(np.array([10, 10]) + L @ [1, -1], [12, 10])


def test_shares_are_near_the_weights_but_not_equal_to_them():
    shares = np.bincount(ancestral()[1]) / 600
    assert 0 < np.abs(shares - MODEL.weights).max() < 0.03
    np.testing.assert_allclose(np.bincount(equal_counts()[1]) / 600, 1 / 3)


@pytest.mark.parametrize(("draw", "within"), [(ancestral, 0.01), (equal_counts, 0.005)])
def test_em_finds_the_shares_of_the_data_or_nearly_so(draw, within):
    shares = np.bincount(draw()[1]) / 600
    assert np.abs(fitted_weights(draw) - shares).max() < within


def test_em_in_the_preview_knows_nothing_of_the_truth():
    """It once started there."""
    assert "gmm.fit(data, params)" not in text_of(STEM)
    starts = [gmm.random_points_start(ancestral()[0], 3, rng=seed) for seed in range(5)]
    ends = [plain_em.fit(ancestral()[0], start)[1][-1] for start in starts]
    assert max(ends) - min(ends) < 0.01


def test_both_the_function_and_its_picture_end_just_before_the_distance_in_the_text():
    plotted = np.linspace(0, 80, 161)  # as in the cell
    assert "np.linspace(0, 80, 161)" in (NOTEBOOKS / "source" / f"{STEM}.py").read_text("utf-8")
    for last in (last_finite_distance(), plotted[np.isfinite(naive(plotted))].max()):
        assert 60.4 < last < 61


def test_the_naive_curve_is_right_to_the_eye_until_it_ends():
    """Up to the first subnormal number it has all its digits; the points plotted are 0.5 apart."""
    exact = np.linspace(0, first_subnormal_distance() - 0.01, 500)
    np.testing.assert_allclose(naive(exact), log_density(exact), rtol=1e-12)
    plotted = np.linspace(0, 80, 161)
    ending = np.isfinite(naive(plotted))
    assert np.abs(naive(plotted) - log_density(plotted))[ending].max() < 1


def test_the_left_component_stands_alone_and_the_others_overlap():
    X, labels = ancestral()
    unsure = plain_em.responsibilities(X, MODEL).max(axis=1) < 0.9
    assert unsure[labels == 1].sum() <= 3
    assert min(unsure[labels == 0].sum(), unsure[labels == 2].sum()) > 20
    assert np.bincount(labels).argmax() == 2


def test_many_samples_have_shares_nearer_to_the_weights():
    spread = {
        n: np.std([np.mean(gmm.sample_gmm(*MODEL, n, rng=s)[1] == 0) for s in range(20)])
        for n in (50, 2000)
    }
    assert spread[2000] < spread[50] / 3
