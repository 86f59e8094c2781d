"""What chapter 2 says, recomputed."""

from functools import cache

import numpy as np
import pytest
from support import plain_em
from support.notebook_tools import cells_of
from support.prose import assert_printed, numbers_not_in

import gmm_helpers as gmm
from gmm_helpers import drawing

STEM = "02_e_step"
X, LABELS, MODEL, START = gmm.course_original()
TRUTH = (np.full(3, 1 / 3), MODEL.means, MODEL.covariances)
POSITIONS = {  # of the sliders
    "x": np.linspace(-8, 8, 81),
    "y": np.linspace(-5, 5, 51),
    "weight": np.linspace(0.01, 0.99, 99),
    "width": np.linspace(0.2, 5, 97),
}


def under_the_sliders(x, y, weight, width):
    means, covariances = MODEL.means.copy(), MODEL.covariances.copy()
    means[0] = x, y
    covariances[0] *= width**2
    return np.array([weight, (1 - weight) / 2, (1 - weight) / 2]), means, covariances


@cache
def best_from(*begin):
    """Move one slider at a time, each to where the NLL is smallest, until none helps."""
    place, best = list(begin), np.inf
    while True:
        before = best
        for i, positions in enumerate(POSITIONS.values()):
            nlls = [
                plain_em.nll(X, under_the_sliders(*place[:i], value, *place[i + 1 :]))
                for value in positions
            ]
            place[i], best = positions[int(np.argmin(nlls))], min(nlls)
        if best == before:
            return best, tuple(np.round(place, 2))


@cache
def best_em():
    return plain_em.fit(X, START)[1][-1]


HELD = {
    "The start is # nats above the truth. The weights 0.3, 0.2, 0.5 cost # nats": lambda: [
        plain_em.nll(X, START) - plain_em.nll(X, TRUTH),
        plain_em.nll(X, MODEL) - plain_em.nll(X, TRUTH),
    ],
    "$\\mathrm{NLL} = -\\log 0.1 - \\log 0.01 = # + # = #$": lambda: [
        -np.log(0.1),
        -np.log(0.01),
        -np.log(0.001),
    ],
    "products are # and #, their sum is #, and the responsibilities are (#, #).": lambda: [
        0.5 * 0.2,
        0.5 * 0.05,
        0.5 * 0.25,
        0.2 / 0.25,
        0.05 / 0.25,
    ],
    "the products are # and #: responsibilities (#, #).": lambda: [
        0.2 * 0.2,
        0.8 * 0.05,
        0.5,
        0.5,
    ],
    "\\log 0.8 + \\log 0.05) = (#, #)$, the logarithms of # and #.": lambda: [
        np.log(0.2 * 0.2),
        np.log(0.8 * 0.05),
        0.2 * 0.2,
        0.8 * 0.05,
    ],
    "Take $a = (#, #)$ from above. Subtract the maximum, $#$": lambda: [np.log(0.04)] * 3,
    "exponentiate: $(1, #)$; divide by the sum, #: $(#, #)$.": lambda: [
        np.exp(-1),
        1 + np.exp(-1),
        1 / (1 + np.exp(-1)),
        np.exp(-1) / (1 + np.exp(-1)),
    ],
    "The sliders reach #, with a width of # and everything else": lambda: [
        best_from(1.2, 0.4, 0.33, 1.0)[0],
        best_from(1.2, 0.4, 0.33, 1.0)[1][3],
    ],
    "where it was; the truth has #.": lambda: [plain_em.nll(X, TRUTH)],
    "EM, which moves everything at once, will get down to #.": lambda: [best_em()],
    "(its weight, 1/3, rounded to #)": lambda: [1 / 3],
}
GIVEN = (
    "About 60 minutes. Three exercises, 10 points",
    "200 samples from each component of our mixture",
    "such data know nothing of the weights 0.3, 0.2, 0.5.",
    "The same 600 samples twice",
    "600 grey samples in three groups",
    "densities $p(x_1) = 0.1$ and $p(x_2) = 0.01$:",
    "And what if we insist on the weights 0.3, 0.2, 0.5?",
    "Two components have densities 0.2 and 0.05 at $x$. With weights (0.5, 0.5) the",
    "With weights (0.2, 0.8)",
    "Weights (0.2, 0.8) and densities (0.2, 0.05): $a = (\\log 0.2 + \\log 0.2,\\;",
    "divide by the sum, $(0.5, 0.5)$. Now take $a = (-1000, -1001)$",
    "600 samples, each in the blend",
    "the middle group of these 600 samples",
    "and yet its responsibilities are (0.9, 0.1).",
    "(\\pi_1 + \\pi_2) = (0.9, 0.1)$",
)


@pytest.mark.parametrize("sentence", HELD)
def test_a_number_in_the_text_is_right(sentence):
    assert_printed(STEM, sentence, HELD[sentence]())


def test_no_other_number_stands_in_the_text():
    assert numbers_not_in(STEM, [*HELD, *GIVEN]) == []


def test_what_is_called_the_truth_describes_how_the_data_arose():
    np.testing.assert_allclose(np.bincount(LABELS) / len(X), TRUTH[0])


@pytest.mark.parametrize("begin", [(1.2, 0.4, 0.33, 1.0), (0.0, 0.0, 0.5, 2.0), (4, 0, 0.2, 1.5)])
def test_the_sliders_reach_less_than_the_truth_and_from_everywhere_the_same(begin):
    nll, place = best_from(*begin)
    assert nll < plain_em.nll(X, TRUTH)
    assert place == (1.2, 0.4, 0.33, 0.95)


def test_the_three_samples_that_are_read_are_as_the_text_says():
    r = plain_em.responsibilities(X, START)[X[:, 0].argsort()[[0, 300, 599]]]
    assert r[0].argmax() == 1
    assert r[0].max() > 0.8
    assert np.abs(r[1] - 1 / 3).max() < 0.07
    assert r[1:].max() < 0.5


def test_colours_are_as_the_alt_text_says():
    """Component 0 is blue, component 1 red."""
    start, truth = (plain_em.responsibilities(X, mixture) for mixture in (START, TRUTH))
    above, below = start[X[:, 1] > 1].mean(axis=0), start[X[:, 1] < -1].mean(axis=0)
    assert above.argmax() == 1
    assert below.argmax() == 0
    assert (start.max(axis=1) > 0.9).mean() < 0.01
    unsure = truth.max(axis=1) < 0.9
    assert unsure[LABELS == 1].sum() == 0
    assert unsure.mean() < 0.1
    assert np.linalg.norm(START.means, axis=1).max() < 0.6


def test_a_weight_of_nearly_zero_leaves_the_samples_far_from_the_right_group():
    kept = plain_em.responsibilities(X, under_the_sliders(1.2, 0.4, 0.01, 1.0))[:, 0] > 0.5
    middle = LABELS == 0
    assert X[kept & middle, 0].mean() < X[~kept & middle, 0].mean() - 1
    assert kept[~middle].sum() == 0


@pytest.mark.parametrize("k", [1, 2])
def test_a_very_wide_component_claims_the_outer_samples_of_the_others(k):
    wide = plain_em.responsibilities(X, under_the_sliders(1.2, 0.4, 0.33, 5.0))
    claimed = wide[:, 0] > 0.5
    whitened = np.linalg.solve(np.linalg.cholesky(MODEL.covariances[k]), (X - MODEL.means[k]).T)
    distances = np.linalg.norm(whitened, axis=0)
    assert claimed[k == LABELS].any()
    assert distances[claimed & (k == LABELS)].min() > 2


def test_a_mean_can_be_dragged_to_where_it_loses_all_its_samples():
    corner = under_the_sliders(*X.min(axis=0), 1 / 3, 1.0)
    assert plain_em.responsibilities(X, corner)[:, 0].sum() < 0.5


@pytest.fixture
def names():
    """What the cells before 2.6 have defined."""
    given = {name: getattr(drawing, name) for name in drawing.__all__}
    truth = gmm.GMMParams(*map(np.asarray, TRUTH))
    return given | {"np": np, "gmm": gmm, "X": X, "truth": truth}


def test_ones_own_e_step_is_under_the_slider_and_the_newest_at_each_move(names):
    (cell,) = (c.source for c in cells_of(STEM) if "def draw_e_step" in c.source)
    (marked,) = (line for line in cell.splitlines() if "# <- yours: e_step" in line)
    assert cell.count("gmm.e_step") == marked.count("gmm.e_step") == 1
    names["e_step"] = lambda X, *params: np.zeros((len(X), 3))
    exec(
        cell.replace("gmm.e_step", "e_step").replace("SliderFigure(", "figure = SliderFigure("),
        names,
    )
    assert "[0. 0. 0.]" in names["figure"].status
    names["e_step"] = gmm.e_step  # mended, and only its own cell was run
    names["figure"].controls["x"].value = 1.4
    assert "[0. 0. 0.]" not in names["figure"].status
    assert not names["figure"]._status["failed"]
