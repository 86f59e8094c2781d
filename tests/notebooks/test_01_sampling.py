"""What chapter 1 says, recomputed."""

from functools import cache

import numpy as np
import pytest
from scipy.signal import argrelmax
from scipy.special import logsumexp
from scipy.stats import multivariate_normal, norm
from support import plain_em
from support.notebook_tools import NOTEBOOKS
from support.prose import assert_printed, numbers_not_in, text_of

import gmm_helpers as gmm

STEM = "01_sampling"
SOURCE = (NOTEBOOKS / "source" / f"{STEM}.py").read_text("utf-8")
MODEL = gmm.course_params()
SMALLEST, SMALLEST_NORMAL = np.nextafter(0, 1), np.finfo(float).tiny
BY_HAND = multivariate_normal([10, 10], [[4, 2], [2, 2]])
WAITS = gmm.load_old_faithful()


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


@cache
def fitted_waits():
    """Weight, mean and standard deviation of the short waits and of the long ones."""
    run, _ = plain_em.fit(WAITS, gmm.random_points_start(WAITS, 2, rng=0))
    weights, means, covariances = run[-1]
    order = means[:, 0].argsort()
    return weights[order], means[order, 0], np.sqrt(covariances[order, 0, 0])


@cache
def shares_of_component_0(n):
    return [np.mean(gmm.sample_gmm(*MODEL, n, rng=seed)[1] == 0) for seed in range(20)]


def weighted_densities(x):
    return np.array(
        [
            weight * multivariate_normal(mean, covariance).pdf(x)
            for weight, mean, covariance in zip(*MODEL, strict=True)
        ]
    )


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


def log_densities():
    return logsumexp(plain_em.log_terms(ancestral()[0], *MODEL), axis=1)


def samples_until_the_product_is_zero():
    product = 1.0
    for n, density in enumerate(np.exp(log_densities()), start=1):
        product *= density
        if product == 0:
            return n
    return None


def first_typical_underflow():
    sizes = np.arange(1, 1000)
    return sizes[np.exp(-sizes / 2 * (np.log(2 * np.pi) + 1)) == 0][0]


TWO_LOGS = np.array([-(np.log(2 * np.pi) + squared / 2) for squared in (1600, 1602)])
HALVED = TWO_LOGS - np.log(2)  # in exercise 3: two components of weight 1/2
HELD = {
    "finds a weight of # for the short waits, means of # and # minutes, and a standard deviation "
    "of # for each": lambda: [
        fitted_waits()[0][0],
        *fitted_waits()[1],
        fitted_waits()[2].mean(),
    ],
    "(Its method, EM, took # iterations.)": lambda: [
        gmm.fit(WAITS, gmm.random_points_start(WAITS, 2, rng=0)).n_iter
    ],
    "From 60 to 70 minutes there are # waits; the curve predicts #.": lambda: [
        ((WAITS >= 60) & (WAITS <= 70)).sum(),
        len(WAITS) * np.diff(norm(WAITS.mean(), WAITS.std()).cdf([59.5, 70.5]))[0],
    ],
    "At the means of components 0, 1 and 2 it is #, # and #.": lambda: [
        weighted_densities(mean).sum() for mean in MODEL.means
    ],
    "\\det\\Sigma = 0.8 \\cdot 1 - 0.4^2 = #$, with root #, which gives": lambda: [
        np.linalg.det(MODEL.covariances[0]),
        np.sqrt(np.linalg.det(MODEL.covariances[0])),
    ],
    "$0.3/(2\\pi \\cdot 0.8) = #$": lambda: [weighted_densities(MODEL.means[0])[0]],
    "\\det\\Sigma = 1.2 \\cdot 3 - 0.6^2 = #$, with root #, which gives": lambda: [
        np.linalg.det(MODEL.covariances[2]),
        np.sqrt(np.linalg.det(MODEL.covariances[2])),
    ],
    "$0.5/(2\\pi \\cdot 1.8) = #$": lambda: [weighted_densities(MODEL.means[2])[2]],
    "In B EM finds # for component 0, where the share is #": lambda: [
        fitted_weights(ancestral)[0],
        np.mean(ancestral()[1] == 0),
    ],
    "The point $A = (14, 12)$ is # away from the mean, the point $B = (10, 12)$ is only # away": (
        lambda: [np.hypot(4, 2), np.hypot(0, 2)]
    ),
    "$2 \\log 2\\pi = #$; $\\log\\det\\Sigma = 2(\\log 2 + \\log 1) = #$": lambda: [
        2 * np.log(2 * np.pi),
        np.linalg.slogdet(BY_HAND.cov)[1],
    ],
    "-\\frac12(# + # + 2) = #$.": lambda: [
        2 * np.log(2 * np.pi),
        np.linalg.slogdet(BY_HAND.cov)[1],
        BY_HAND.logpdf([12, 12]),
    ],
    "for both the squared distance is 4, and $\\log\\mathcal{N} = #$": lambda: [
        BY_HAND.logpdf([14, 12])
    ],
    "The product breaks off near #, after less than a third of the samples; the sum of logarithms "
    "goes on to #.": lambda: [np.log10(SMALLEST), log_densities().sum() / np.log(10)],
    "\\sum_{n} \\log p(x_n) = #": lambda: [log_densities().sum()],
    "crosses the smallest number above 0 near D = #.": lambda: [first_typical_underflow()],
    "At a distance of 80 the density is about $e^{#}$": lambda: log_density(np.array([80.0])),
    "floating-point number (about $e^{#}$)": lambda: [np.log(SMALLEST)],
    "are # and $39^2 + 9^2 = #$, so $\\log\\mathcal{N} = -\\frac12(2 \\log 2\\pi + 1600) = #$ for "
    "the first component and $#$ for the second. Add $\\log\\frac12 = #$: $a = (#, #)$. Then "
    "$m = #$,": (lambda: [40**2, 39**2 + 9**2, *TWO_LOGS, -np.log(2), *HALVED, HALVED[0]]),
    "m + \\log(1 + e^{-1}) = # + # = # .": lambda: [
        HALVED[0],
        np.log(1 + np.exp(-1)),
        logsumexp(HALVED),
    ],
    "$\\log p(x) = # - \\log 2\\pi = #$": lambda: [-np.log(2), -np.log(2) - np.log(2 * np.pi)],
    "naive curve simply *ends*, just before a distance of #.": lambda: [last_finite_distance()],
    "a little earlier, at #.": lambda: [first_subnormal_distance()],
    "There the density falls below $e^{#}$": lambda: [np.log(SMALLEST_NORMAL)],
    "the naive one breaks off just before a distance of #,": lambda: [last_finite_distance()],
    "With 50 samples the share of component 0 runs from # to # over the 20 seeds": lambda: [
        min(shares_of_component_0(50)),
        max(shares_of_component_0(50)),
    ],
    "with 2000 only from # to #": lambda: [
        min(shares_of_component_0(2000)),
        max(shares_of_component_0(2000)),
    ],
    "$1/(0.01\\sqrt{2\\pi}) \\approx #$ at its mean, a log-density of about #": lambda: [
        1 / (0.01 * np.sqrt(2 * np.pi)),
        np.log(1 / (0.01 * np.sqrt(2 * np.pi))),
    ],
}
GIVEN = (
    "About 130 minutes; three good places for a break are marked. Three exercises, 10 points",
    "Somebody wrote down 272 waits",
    "two humps, near 55 and near 80 minutes",
    "When the means are 12 minutes apart",
    "the sum at 66 minutes",
    "with 600 samples. The two ellipses",
    "A strip of 100 dots, one per seed: how many of 600 samples",
    "gather around 180 and lie between 150 and 210",
    "have become ellipses around (10, 10), and the point has become (12, 12)",
    "(10 + 2 \\cdot 1,\\; 10 + 1 \\cdot 1 + 1 \\cdot 1) = (12, 12)$",
    "mean $(10, 10)$, the covariance from above and noise $(1, 1)$ the sample is $(12, 12)$. Many "
    "such samples have a mean near $(10, 10)$",
    "with 600 samples from your own function",
    "Left: 600 samples in three groups",
    "two data sets of 600 samples each",
    "Two scatter plots of 600 samples in",
    "the first are 0.3, 0.2 and 0.5.",
    "Both are near the weight, 0.3,",
    "Take the tilted Gaussian of 1.3, with mean $(10, 10)$",
    "A tilted cloud of samples around (10, 10).",
    "For $x = (12, 12)$ the equations",
    "**By hand.** For $x = (12, 12)$",
    "\\cdots p(x_{600})$",
    "Logarithm to base 10",
    "a picture of 23 x 23 pixels of noise, whose density is 0.0",
    "and with means $(-40, 0)$ and $(39, 9)$.",
    "With 50 samples, step through the seeds.",
    "And with 2000?",
    "about six times shorter, the square root of 40.",
    "A colleague draws 200 samples",
    "with standard deviation 0.01 has",
)


@pytest.mark.parametrize("sentence", HELD)
def test_a_number_in_the_text_is_right(sentence):
    assert_printed(STEM, sentence, HELD[sentence]())


def test_no_other_number_stands_in_the_text():
    assert numbers_not_in(STEM, [*HELD, *GIVEN]) == []


def test_one_gaussian_misses_the_waits_and_two_do_not():
    """The numbers in the first prediction."""
    waits = WAITS[:, 0]
    mean, std = waits.mean(), waits.std()
    assert (f"{mean:.1f}", f"{std:.1f}") == ("70.9", "13.6")
    assert ((waits >= 60) & (waits <= 70)).sum() == 30
    assert len(waits) * np.diff(norm(mean, std).cdf([59.5, 70.5]))[0] == pytest.approx(78, abs=0.5)
    within = norm.cdf(1) - norm.cdf(-1)
    assert (f"{100 * within:.0f}", f"{272 * within:.0f}") == ("68", "186")
    assert (f"{mean - std:.0f}", f"{mean + std:.0f}") == ("57", "84")


def humps(distance, std=6.0):
    x = np.linspace(0, 120, 120_001)
    sums = norm(60 - distance / 2, std).pdf(x) + norm(60 + distance / 2, std).pdf(x)
    return len(argrelmax(sums)[0])


def test_two_humps_become_one_at_twice_the_standard_deviation():
    assert [humps(distance) for distance in (11.8, 12.2, 16)] == [1, 2, 2]


def test_the_height_of_the_gaussian_of_the_waits_in_hours():
    minutes, hours = (norm(0, WAITS.std() / unit).pdf(0) for unit in (1, 60))
    assert (f"{minutes:.3f}", f"{hours:.1f}") == ("0.029", "1.8")
    assert f"{norm(0, 0.3).pdf(0):.2f}" == "1.33"


def test_the_density_is_highest_at_component_0():
    heights = [weighted_densities(mean).sum() for mean in MODEL.means]
    assert np.argmax(heights) == 0
    x = np.linspace(-8, 8, 321)
    grid = np.stack(np.meshgrid(x, x), axis=-1).reshape(-1, 2)
    top = grid[weighted_densities(grid).sum(axis=0).argmax()]
    assert np.linalg.norm(top - MODEL.means[0]) < 0.8  # within what counts as right


def test_between_two_groups_the_density_is_lower_than_at_their_tops():
    between = (2.6, 0.1)
    assert "place(\n            2.6,\n            0.1," in SOURCE
    tops = [weighted_densities(mean).sum() for mean in MODEL.means]
    assert weighted_densities(between).sum() < min(tops)
    distances = np.linalg.norm(MODEL.means - between, axis=1)
    assert (distances > [0.8 + 0.5, 1.5, 0.5]).all()  # no part of it counts as right
    assert distances.argmin() == 0


def test_the_densities_of_two_components_add_up_to_that_at_66_minutes_as_printed():
    weights, means, stds = fitted_waits()
    printed = [
        round(float(f"{w:.3f}") * float(f"{norm(m, s).pdf(66):.5f}"), 5)
        for w, m, s in zip(weights, means, stds, strict=True)
    ]
    exact = weights * norm(means, stds).pdf(66)
    np.testing.assert_allclose(printed, exact.round(5), atol=1e-9)
    assert sum(exact.round(5)) == pytest.approx(exact.sum().round(5), abs=1e-9)


def test_the_picture_of_noise_has_a_density_of_zero():
    pixels = np.random.default_rng(0).standard_normal((23, 23))
    assert "np.random.default_rng(0).standard_normal((23, 23))" in SOURCE
    assert np.exp(norm.logpdf(pixels).sum()) == 0


def test_the_hand_made_sample_is_right_and_leads_back_to_its_noise():
    L = np.array([[2, 0], [1, 1]])
    np.testing.assert_array_equal(L @ L.T, BY_HAND.cov)
    np.testing.assert_array_equal(np.array([10, 10]) + L @ [1, 1], [12, 12])
    for x, noise in (((12, 12), (1, 1)), ((14, 12), (2, 0)), ((10, 12), (0, 2))):
        np.testing.assert_array_equal(np.linalg.solve(L, np.subtract(x, 10)), noise)
    wrong_factors = (BY_HAND.cov, L.T, np.diag(np.diag(L)), np.eye(2))  # none is taken for L
    assert not any(np.allclose(factor @ [1, 1], L @ [1, 1]) for factor in wrong_factors)
    far = [BY_HAND.logpdf(x) for x in ((14, 12), (10, 12))]
    np.testing.assert_allclose(far, far[0])


def test_the_first_sample_of_component_1_is_the_sixth():
    assert "here its first sample is number 6." in text_of(STEM)
    assert "rolls = np.random.default_rng(12)" in SOURCE
    rolls = np.random.default_rng(12)
    chosen = []
    for _ in range(6):
        chosen.append(np.searchsorted(MODEL.weights.cumsum(), rolls.random()))
        rolls.standard_normal(2)
    assert [k == 1 for k in chosen] == [False] * 5 + [True]


def test_counts_of_component_0_vary_around_180():
    counts = [np.sum(gmm.sample_gmm(*MODEL, 600, rng=seed)[1] == 0) for seed in range(100)]
    assert 150 < min(counts) < max(counts) < 210
    assert round(np.sqrt(600 * 0.3 * 0.7)) == 11


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
    assert "gmm.fit(data, params)" not in SOURCE
    starts = [gmm.random_points_start(ancestral()[0], 3, rng=seed) for seed in range(5)]
    ends = [plain_em.fit(ancestral()[0], start)[1][-1] for start in starts]
    assert max(ends) - min(ends) < 0.01


def test_the_product_of_the_densities_is_zero_before_a_third_of_the_samples():
    """The question computes where; here it is once more, by a plain loop."""
    assert samples_until_the_product_is_zero() == 191 < 200


def test_a_typical_sample_underflows_in_a_picture_of_23_by_23():
    assert 22**2 < first_typical_underflow() <= 23**2
    sizes = np.arange(1, 1000)
    assert sizes[np.exp(-sizes / 2 * np.log(2 * np.pi)) == 0][0] == 811  # at the mean
    per_pixel = (np.log(2 * np.pi) + 1) / 2
    assert (f"{per_pixel:.1f}", f"{np.exp(-per_pixel):.2f}") == ("1.4", "0.24")


def test_both_the_function_and_its_picture_end_just_before_the_distance_in_the_text():
    plotted = np.linspace(0, 80, 161)  # as in the cell
    assert "np.linspace(0, 80, 161)" in SOURCE
    for last in (last_finite_distance(), plotted[np.isfinite(naive(plotted))].max()):
        assert 60.4 < last < 61


def test_the_naive_curve_is_right_to_the_eye_until_it_ends():
    """Up to the first subnormal number it has all its digits; the points plotted are 0.5 apart."""
    exact = np.linspace(0, first_subnormal_distance() - 0.01, 500)
    np.testing.assert_allclose(naive(exact), log_density(exact), rtol=1e-12)
    plotted = np.linspace(0, 80, 161)
    ending = np.isfinite(naive(plotted))
    assert np.abs(naive(plotted) - log_density(plotted))[ending].max() < 1


def test_the_middle_and_the_right_group_overlap_and_the_right_one_is_the_largest():
    X, labels = ancestral()
    unsure = plain_em.responsibilities(X, MODEL).max(axis=1) < 0.9
    assert unsure[labels == 1].sum() <= 3
    assert min(unsure[labels == 0].sum(), unsure[labels == 2].sum()) > 20
    assert np.bincount(labels).argmax() == 2


def test_many_samples_have_shares_nearer_to_the_weights():
    ratio = np.std(shares_of_component_0(50)) / np.std(shares_of_component_0(2000))
    assert 3 < ratio < 9
    assert round(np.sqrt(40)) == 6


def test_a_rotation_changes_neither_the_shares_nor_the_size():
    turned = np.array([[0.6, -0.8], [0.8, 0.6]])
    covariances = MODEL.covariances.copy()
    covariances[2] = turned @ covariances[2] @ turned.T
    assert np.linalg.det(covariances[2]) == pytest.approx(np.linalg.det(MODEL.covariances[2]))
    rotated = gmm.GMMParams(MODEL.weights, MODEL.means, covariances)
    labels = [gmm.sample_gmm(*model, 600, rng=3)[1] for model in (MODEL, rotated)]
    np.testing.assert_array_equal(*labels)


def test_a_right_sampler_is_within_what_the_try_cell_says():
    """For (nearly) every stream of random numbers, as orders of drawing differ."""
    assert "sampler(weights, means, covariances, 5000, " in SOURCE
    weights, means = np.array([0.8, 0.2]), np.array([[10.0, 10.0], [0.0, 0.0]])
    covariances = np.array([BY_HAND.cov, np.eye(2)])
    for seed in range(200):
        X, labels = gmm.sample_gmm(weights, means, covariances, 5000, rng=seed)
        first = X[labels == 0]
        assert abs(len(first) / 5000 - 0.8) < 0.02
        assert np.abs(first.mean(axis=0) - 10).max() < 0.15
        assert np.abs(np.cov(first.T) - BY_HAND.cov).max() < 0.4


def test_a_logarithm_taken_too_late_shows_in_the_numbers_to_try():
    """Averaging the logarithms of the densities gives something else than the right function."""
    assert abs(TWO_LOGS.mean() - logsumexp(HALVED)) > 0.1
