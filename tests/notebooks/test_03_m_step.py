"""What chapter 3 says, recomputed."""

import ast
from functools import cache

import numpy as np
import pytest
from support import plain_em
from support.notebook_tools import NOTEBOOKS, cells_of
from support.prose import assert_printed, numbers_not_in

import gmm_helpers as gmm
from gmm_helpers.exercises import EXERCISES

STEM = "03_m_step"
X, _, _, START = gmm.course_original()
X_TINY = np.array([[0.0], [4.0], [8.0]])
R_TINY = np.array([[1.0, 0.0], [0.5, 0.5], [0.5, 0.5]])
TINY = plain_em.m_step(X_TINY, R_TINY)


@cache
def with_old_means():
    return plain_em.fit(X, START, ridge=0.0, old_means=True)[1]


@cache
def updating_weights(times):
    weights = START.weights
    for _ in range(times):
        weights = plain_em.responsibilities(X, (weights, *START[1:])).mean(axis=0)
    return plain_em.nll(X, (weights, *START[1:]))


def after_m_steps(times):
    params = START
    for _ in range(times):
        params = plain_em.m_step(X, plain_em.responsibilities(X, params))
    return plain_em.nll(X, params)


def weights_of_the_first_m_step():
    return plain_em.responsibilities(X, START).mean(axis=0)


@cache
def overlapping():
    """Data, a converged fit, and its responsibilities."""
    data = gmm.load_dataset("overlapping")
    run, _ = plain_em.fit(data.X, data.params)
    return data.X, run[-1], plain_em.responsibilities(data.X, run[-1])


def sharpened(exponent):
    """The M-step after responsibilities to the power 2**exponent; the ends of the slider."""
    X_overlapping, _, r = overlapping()
    powers = r ** (2.0**exponent) if exponent > -5 else np.ones_like(r)
    if exponent >= 5:
        powers = np.eye(3)[r.argmax(axis=1)]
    return plain_em.m_step(X_overlapping, powers / powers.sum(axis=1, keepdims=True))


def distances_between(means):
    return np.array([np.linalg.norm(means[i] - means[j]) for i, j in ((0, 1), (0, 2), (1, 2))])


def tiny_moments():
    """Both sides of I2 in the tiny data set."""
    weights, means, covariances = TINY
    return [float(weights @ (covariances + means[:, :, None] ** 2).ravel()), np.mean(X_TINY**2)]


def means_with(part):
    """The means of the tiny data set, where component 0 has this part of the last sample."""
    first, second = plain_em.m_step(X_TINY, np.array([*R_TINY[:2], [part, 1 - part]]))[1].ravel()
    assert part < 1 or first == pytest.approx(second)
    return first, second


def around(centre):
    """The spread of component 0 of the tiny data set around a point."""
    return np.average((X_TINY[:, 0] - centre) ** 2, weights=R_TINY[:, 0])


def widths_along_x1(old_means=False):
    """Standard deviations of the data, and of the mixture after the first M-step."""
    r = plain_em.responsibilities(X, START)
    weights, means, covariances = plain_em.m_step(X, r)
    if old_means:
        covariances = covariances + [np.outer(s, s) for s in means - START.means]
    mean = weights @ means
    variance = weights @ (covariances[:, 0, 0] + means[:, 0] ** 2) - mean[0] ** 2
    return X[:, 0].std(), np.sqrt(variance)


HELD = {
    "sum to $N_0 = #$ and $N_1 = #$": lambda: R_TINY.sum(axis=0),
    "so the weights are $2/3 = #$ and $1/3 = #$.": lambda: TINY[0],
    "The first update brings the NLL from # to #; the best weights": lambda: [
        updating_weights(0),
        updating_weights(1),
    ],
    "for these means and covariances have #.": lambda: [updating_weights(2000)],
    "Three bars with the new weights, #, # and #.": lambda: weights_of_the_first_m_step(),
    "$\\mu_0 = (1 \\cdot 0 + 0.5 \\cdot 4 + 0.5 \\cdot 8) / # = #$": lambda: [
        R_TINY[:, 0].sum(),
        TINY[1][0, 0],
    ],
    "$\\mu_1 = (0 \\cdot 0 + 0.5 \\cdot 4 + 0.5 \\cdot 8) / # = #$": lambda: [
        R_TINY[:, 1].sum(),
        TINY[1][1, 0],
    ],
    "The first balances at #, the second at #.": lambda: TINY[1].ravel(),
    "With none of it the means are # and #. With all of it both are at #.": lambda: [
        *means_with(0),
        *means_with(1)[:1],
    ],
    "Around $\\mu_0 = #$: "
    "$\\Sigma_0 = (1 \\cdot # + 0.5 \\cdot # + 0.5 \\cdot #) / # = #$.": lambda: [
        TINY[1][0, 0],
        *((X_TINY[:, 0] - TINY[1][0, 0]) ** 2),
        R_TINY[:, 0].sum(),
        TINY[2][0, 0, 0],
    ],
    "Around $\\mu_1 = #$: "
    "$\\Sigma_1 = (0 \\cdot # + 0.5 \\cdot # + 0.5 \\cdot #) / # = #$.": lambda: [
        TINY[1][1, 0],
        *((X_TINY[:, 0] - TINY[1][1, 0]) ** 2),
        R_TINY[:, 1].sum(),
        TINY[2][1, 0, 0],
    ],
    "$\\frac23 (# + #) + \\frac13 (# + #) = #$, on the right $(# + # + #) / 3 = #$.": lambda: [
        TINY[2][0, 0, 0],
        TINY[1][0, 0] ** 2,
        TINY[2][1, 0, 0],
        TINY[1][1, 0] ** 2,
        tiny_moments()[0],
        *(X_TINY[:, 0] ** 2),
        tiny_moments()[1],
    ],
    "For the samples 0, 4 and 8: 2/3 * # + 1/3 * # = #, and the mean of 0, 4 and 8 is #.": lambda: [
        *TINY[1].ravel(),
        float(TINY[0] @ TINY[1].ravel()),
        X_TINY.mean(),
    ],
    "It is smallest around the new mean, #, where it is #, the variance of": lambda: [
        min(range(9), key=around),
        around(3),
    ],
    "It grows by #, # and #, the square of the distance.": lambda: [
        around(3 + d) - around(3) for d in (1, 2, 3)
    ],
    "Around 0 it is $# = # + 3^2$.": lambda: [around(0), around(3)],
    "the mixture has a standard deviation of #, the data have #: too wide by #.": lambda: [
        widths_along_x1(old_means=True)[1],
        widths_along_x1()[0],
        widths_along_x1(old_means=True)[1] - widths_along_x1()[0],
    ],
    "EM with the old means ends at the same NLL, #,": lambda: with_old_means()[-1:],
    "The first M-step alone brings the NLL from # to #, lower by #.": lambda: [
        plain_em.nll(X, START),
        after_m_steps(1),
        plain_em.nll(X, START) - after_m_steps(1),
    ],
    "The second M-step lowers the NLL by only #, to #.": lambda: [
        after_m_steps(1) - after_m_steps(2),
        after_m_steps(2),
    ],
    "three circles near the origin, NLL #. After": lambda: [plain_em.nll(X, START)],
    "the samples they are responsible for; NLL #.": lambda: [after_m_steps(1)],
    "since EM had converged: #, against # for uniform and # for hard": lambda: [
        plain_em.nll(overlapping()[0], sharpened(exponent)) for exponent in (0, -5, 5)
    ],
}
GIVEN = (
    "About 125 minutes, in three parts: good places for a break after 45 and 85.",
    "Three exercises, 10 points",
    "have no responsibility above 0.9.",
    "the variances 11 and 4.",
    "600 samples, coloured by the changed",
    "600 samples, with threads to the new mean",
    "Now with yours, on the 600 samples.",
)


@pytest.mark.parametrize("sentence", HELD)
def test_a_number_in_the_text_is_right(sentence):
    assert_printed(STEM, sentence, HELD[sentence]())


def test_no_other_number_stands_in_the_text():
    assert numbers_not_in(STEM, [*HELD, *GIVEN]) == []


def test_every_mistake_that_a_question_names_is_in_the_bank():
    source = ast.parse((NOTEBOOKS / "source" / f"{STEM}.py").read_text(encoding="utf-8"))
    named = [
        node.value
        for node in ast.walk(source)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if ": " in node.value and node.value.partition(": ")[0] in EXERCISES
    ]
    assert len(named) >= 8
    for exercise, _, name in (each.partition(": ") for each in named):
        assert name in {mistake.name for mistake in EXERCISES[exercise].mistakes}


def test_what_comes_out_of_the_tries_in_the_plane_is_as_their_comments_say():
    plane = np.array([[0.0, 0.0], [4.0, 0.0], [8.0, 4.0]])
    _, means, covariances = plain_em.m_step(plane, R_TINY)
    code = " ".join(cell.source for cell in cells_of(STEM))
    assert (
        "each mean is a row: ({:.0f}, {:.0f}) and ({:.0f}, {:.0f}).".format(*means.ravel()) in code
    )
    first, second = covariances
    said = (
        "With the second feature: {:.0f}, {:.0f}, {:.0f}, {:.0f} for component 0, and {:.0f} every"
    )
    assert said.format(*first.ravel(), second[0, 0]) in code
    np.testing.assert_allclose(second, second[0, 0])


def test_the_mean_that_moves_furthest_was_the_lowest_and_goes_to_the_right():
    steps = plain_em.m_step(X, plain_em.responsibilities(X, START))[1] - START.means
    assert np.linalg.norm(steps, axis=1).argmax() == 0 == START.means[:, 1].argmin()
    assert steps[0, 0] > 1


def test_at_the_far_left_the_upper_samples_pull_component_1_most_and_the_lower_ones_component_2():
    far_left = X[X[:, 0] < -5]
    pulls = plain_em.responsibilities(far_left, START).argmax(axis=1)
    assert (pulls[far_left[:, 1] > 1.2] == 1).all()
    assert (pulls[far_left[:, 1] < 0.9] == 2).all()


def test_responsibilities_to_a_power_or_not_keep_the_identities():
    """What the text says of all responsibilities, and a question of hard labels."""
    r = plain_em.responsibilities(X, START)
    for each in (r, np.eye(3)[r.argmax(axis=1)], np.full_like(r, 1 / 3)):
        assert max(gmm.moment_gaps(X, *plain_em.m_step(X, each))) < 1e-12


def test_one_update_of_the_weights_is_not_the_maximum_over_the_weights():
    nlls = [updating_weights(times) for times in (0, 1, 2, 10, 100)]
    assert nlls == sorted(nlls, reverse=True)
    assert updating_weights(2000) < updating_weights(1) - 30


def test_with_the_old_means_the_nll_falls_in_every_iteration_all_the_same():
    _, right = plain_em.fit(X, START, ridge=0.0)
    assert np.diff(with_old_means()).max() < 0
    assert with_old_means()[-1] == pytest.approx(right[-1], abs=1e-4)


def test_three_quarters_of_the_overlapping_samples_have_no_clear_owner():
    _, _, r = overlapping()
    assert (r.max(axis=1) < 0.9).mean() == pytest.approx(0.75, abs=0.03)


def test_the_fit_under_the_slider_is_the_converged_one():
    X_overlapping, fitted, _ = overlapping()
    helper = gmm.fit_restarts(X_overlapping, 3, n_init=5, seed=0, max_iter=1000).best
    assert helper.negative_log_likelihood[-1] == pytest.approx(
        plain_em.nll(X_overlapping, fitted), abs=0.01
    )


def test_sharper_responsibilities_shrink_the_ellipses_and_move_them_apart():
    _, fitted, _ = overlapping()
    for exponent in (1, 2, 3, 4, 5):
        _, means, covariances = sharpened(exponent)
        assert (distances_between(means) > distances_between(fitted[1]) + 0.1).all()
        assert (np.linalg.det(covariances) < np.linalg.det(fitted[2])).all()


def test_blunter_ones_let_them_grow_and_move_together_until_all_are_one():
    _, fitted, _ = overlapping()
    for exponent in (-1, -2, -3, -4, -5):
        _, means, covariances = sharpened(exponent)
        assert (distances_between(means) < distances_between(fitted[1]) - 0.1).all()
        assert (np.linalg.det(covariances) > np.linalg.det(fitted[2])).all()
    np.testing.assert_allclose(distances_between(means), 0, atol=1e-12)
    np.testing.assert_allclose(covariances, covariances[:1].repeat(3, axis=0))


def test_in_both_directions_the_nll_rises():
    X_overlapping, _, _ = overlapping()
    nlls = [plain_em.nll(X_overlapping, sharpened(e)) for e in np.arange(-5, 5.1, 0.5)]
    assert int(np.argmin(nlls)) == 10
    assert (np.diff(nlls[:11]) < 0).all()
    assert (np.diff(nlls[10:]) > -0.05).all()


def test_far_apart_the_power_hardly_matters():
    """Which is why the slider shows other data than the rest of the chapter."""
    run, _ = plain_em.fit(X, START)
    r = plain_em.responsibilities(X, run[-1])
    hard = plain_em.m_step(X, np.eye(3)[r.argmax(axis=1)])
    assert np.abs(hard[1] - run[-1][1]).max() < 0.05
    _, fitted, _ = overlapping()
    assert np.abs(sharpened(5)[1] - fitted[1]).max() > 0.2
