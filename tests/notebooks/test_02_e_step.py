"""What chapter 2 says, recomputed."""

import ast
import re
from functools import cache
from statistics import NormalDist

import numpy as np
import pytest
from support import plain_em
from support.notebook_tools import cells_of
from support.prose import assert_printed, flowing, numbers_not_in, pattern

import gmm_helpers as gmm
from gmm_helpers import checks

STEM = "02_e_step"
X, LABELS, MODEL, START = gmm.course_original()
THIRD = np.full(3, 1 / 3)
TRUTH = (THIRD, MODEL.means, MODEL.covariances)
MIDDLING = (THIRD, MODEL.means / 2, np.array([2 * np.eye(2)] * 3))
SMALL = (np.array([0.5, 0.5]), np.array([[0.0], [3.0]]), np.array([[[1.0]], [[4.0]]]))
FROM_LEFT = X[:, 0].argsort()
STAR = np.array([[-6.0, -4.35]])
MOVED = (-1.0, 3.0, 0.6, 2.5)  # where the sliders begin
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


@cache
def rows_under(name):
    """Responsibilities under a guess, the samples from left to right."""
    guess = {"ignorant": START, "middling": MIDDLING, "truth": TRUTH}[name]
    return plain_em.responsibilities(X[FROM_LEFT], guess)


def small_densities(x):
    return [NormalDist(0, 1).pdf(x), NormalDist(3, 2).pdf(x)]


def small_terms(x, weight=0.5):
    return np.array([weight, 1 - weight]) * small_densities(x)


def small_row(x, weight=0.5):
    return small_terms(x, weight) / small_terms(x, weight).sum()


@cache
def equal_places():
    """Where both components are equally responsible: log densities with the same sum."""
    difference = np.polynomial.Polynomial([9 / 8 + np.log(2), -6 / 8, 1 / 8 - 1 / 2])
    return sorted(difference.roots(), reverse=True)


def surest_place():
    line = np.arange(-700, 1000) / 100
    return max(line, key=lambda x: small_row(x)[0])


def unsure(level):
    return np.flatnonzero(rows_under("truth").max(axis=1) < level)


def nlls():
    return [plain_em.nll(X, mixture) for mixture in (START, MIDDLING, TRUTH)]


EXP = np.exp(-1)
HELD = {
    "between the ignorant guess and the truth there are # nats.": lambda: [
        plain_em.nll(X, START) - plain_em.nll(X, TRUTH)
    ],
    "each with its negative log-likelihood: ignorant #, middling #, truth #.": nlls,
    "- Near #, between the means, and near #.": lambda: equal_places(),
    "- At #, with #.": lambda: [surest_place(), small_row(surest_place())[0]],
    "It never gets beyond #.": lambda: [small_row(surest_place())[0]],
    "At $x = 3$ the densities are # and #.": lambda: small_densities(3),
    "the products are # and #. Their sum is #, so the responsibilities are (#, #).": lambda: [
        *small_terms(3),
        sum(small_terms(3)),
        *small_row(3),
    ],
    "At $x = 1$ the densities are # and #.": lambda: small_densities(1),
    "the products are # and #, so $a = (#, #)$.": lambda: [
        *small_terms(1, 0.2),
        *np.log(small_terms(1, 0.2)),
    ],
    "At $x = 1$, with weights (0.2, 0.8), $a = (#, #)$. Subtract the maximum, which leaves "
    "$(#, 0)$; exponentiate, $(#, 1)$; divide by the sum, $(#, #)$.": lambda: [
        *np.log(small_terms(1, 0.2)),
        np.log(small_terms(1, 0.2)[0] / small_terms(1, 0.2)[1]),
        small_terms(1, 0.2)[0] / small_terms(1, 0.2)[1],
        *small_row(1, 0.2),
    ],
    "exponentiate: $(1, #)$; divide by the sum, #: $(#, #)$.": lambda: [
        EXP,
        1 + EXP,
        1 / (1 + EXP),
        EXP / (1 + EXP),
    ],
    "- There are # for which no component reaches 0.6,": lambda: [len(unsure(0.6))],
    "all of them between samples # and #, where": lambda: unsure(0.6)[[0, -1]],
    "The least certain is sample #: # for component 0 and # for component 2.": lambda: [
        rows_under("truth").max(axis=1).argmin(),
        *rows_under("truth")[rows_under("truth").max(axis=1).argmin()][[0, 2]],
    ],
    "at the bottom right of the picture, with # for component 0.": lambda: [
        rows_under("ignorant")[:, 0].max()
    ],
    "lead from # down to #, at the mean (#, #), with the weight # and the width #.": lambda: [
        plain_em.nll(X, under_the_sliders(*MOVED)),
        best_from(*MOVED)[0],
        *best_from(*MOVED)[1],
    ],
    "the weight 1/3 and the width 1, and its NLL is #:": lambda: [plain_em.nll(X, TRUTH)],
    "EM, which moves everything at once, will get down to #.": lambda: [best_em()],
    "With a weight of 0.01 it keeps # samples": lambda: [
        plain_em.responsibilities(X, under_the_sliders(1.2, 0.4, 0.01, 0.95))[:, 0].sum()
    ],
    "at (-8, -5) its effective count is #, and the NLL is #.": lambda: [
        plain_em.responsibilities(X, under_the_sliders(-8, -5, 0.33, 0.95))[:, 0].sum(),
        plain_em.nll(X, under_the_sliders(-8, -5, 0.33, 0.95)),
    ],
}
GIVEN = (
    "About 110 minutes, with good places for a break after 35 and after 70. Three exercises, 10",
    "200 samples from each component",
    "with the weights 0.3, 0.2, 0.5. The ellipses lie",
    "There are 600 samples, with their labels covered,",
    "The same 600 samples twice",
    "600 grey samples in three groups",
    "Take the density of every sample, multiply all 600",
    "but the weights 0.3, 0.2, 0.5; and the *fit*",
    "With weights (0.5, 0.5)",
    "With weights (0.2, 0.8)",
    "with the weights 0.2 and 0.8, as `np.exp`",
    "with weights 0.2 and 0.8: at x = 1",
    "The point $x = -100$ lies far",
    "The same works for $a = (-1000, -1001)$",
    "600 samples, each in the blend",
    "600 samples under the ignorant guess",
    "the middle group of these 600 samples",
    "Now with yours: 600 samples",
    "they leave room for about 20 errors.",
    "and yet its responsibilities are (0.9, 0.1).",
    "(\\pi_1 + \\pi_2) = (0.9, 0.1)$",
)


@cache
def questions():
    """All text of the questions."""
    cells = (c.source for c in cells_of(STEM) if c.source.rstrip().endswith(")"))
    trees = [ast.parse(source) for source in cells if "\nask(" in source or "\npredict(" in source]
    return flowing(
        " ".join(
            node.value
            for tree in trees
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        )
    )


def deviations(x):
    return [abs(x - 0) / 1, abs(x - 3) / 2]


ASKED = {
    "# standard deviations away. For component 1 it is #.": lambda: deviations(-100),
    "log(e^0 + e^0) = log 2 = # is left.": lambda: [np.log(2)],
    "# and # These are the heights of the curves.": lambda: np.array(small_densities(1)) / 2,
    "the larger density at the star, by a factor of about #.": lambda: [
        plain_em.responsibilities(STAR, TRUTH)[0, 2] / plain_em.responsibilities(STAR, TRUTH)[0, 1]
    ],
    "A factor 0.5 / 0.2 = # of it came": lambda: [MODEL.weights[2] / MODEL.weights[1]],
    "It also has the larger weight, # against #.": lambda: MODEL.weights[[2, 1]],
    "Each density is above 0.1, so each sample adds less than #.": lambda: [-np.log(0.1) + 0.005],
    "The density of component 1 is # times as large,": lambda: [
        small_densities(3)[1] / small_densities(3)[0]
    ],
}


@pytest.mark.parametrize("sentence", HELD)
def test_a_number_in_the_text_is_right(sentence):
    assert_printed(STEM, sentence, HELD[sentence]())


def test_no_other_number_stands_in_the_text():
    assert numbers_not_in(STEM, [*HELD, *GIVEN]) == []


@pytest.mark.parametrize("sentence", ASKED)
def test_a_number_in_a_question_is_right(sentence):
    ((*numbers,),) = [np.atleast_1d(found) for found in pattern(sentence).findall(questions())]
    for number, value in zip(numbers, ASKED[sentence](), strict=True):
        assert number == f"{value:.{len(number.partition('.')[2])}f}"


def test_what_is_called_the_truth_describes_how_the_data_arose():
    np.testing.assert_allclose(np.bincount(LABELS) / len(X), TRUTH[0])


@pytest.mark.parametrize(
    "begin", [MOVED, (1.2, 0.4, 0.33, 1.0), (0.0, 0.0, 0.5, 2.0), (4, 0, 0.2, 1.5)]
)
def test_the_sliders_reach_less_than_the_truth_and_from_everywhere_the_same(begin):
    nll, place = best_from(*begin)
    assert nll < plain_em.nll(X, TRUTH)
    assert place == (1.2, 0.4, 0.33, 0.95)


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
    middling = plain_em.responsibilities(X, MIDDLING).max(axis=1)
    assert np.median(middling[LABELS == 1]) > 0.99
    assert np.median(middling[LABELS != 1]) < 0.9


def test_a_weight_of_nearly_zero_leaves_the_samples_far_from_the_right_group():
    kept = plain_em.responsibilities(X, under_the_sliders(1.2, 0.4, 0.01, 0.95))[:, 0] > 0.5
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


def test_the_ignorant_guess_is_sure_of_one_sample_only_at_the_bottom_right():
    largest = rows_under("ignorant").max(axis=1)
    assert (largest > 0.9).sum() == 1
    x1, x2 = X[FROM_LEFT][largest.argmax()]
    assert x1 > 4
    assert x2 == X[:, 1].min()


def test_the_least_certain_sample_is_undecided_under_the_other_guesses_too():
    n = rows_under("truth").max(axis=1).argmin()
    assert rows_under("ignorant")[n].max() < 0.6
    assert rows_under("middling")[n, [0, 2]].min() > 0.05


def test_the_responsibilities_leave_room_for_about_twenty_errors():
    assert abs((1 - rows_under("truth").max(axis=1)).sum() - 20) < 1


def test_the_third_weight_makes_the_bar_half_and_half():
    np.testing.assert_allclose(small_row(1, 1 / 3), 0.5)


@pytest.fixture(scope="module")
def sliders():
    """The figures under sliders by their function, and which of one's own functions they ran."""
    ran = set()

    def own(name):
        def function(*arguments):
            ran.add(name)
            return getattr(gmm, name)(*arguments)

        return function

    made, names = {}, {}
    judged = re.compile(r"\n(check|hint|ask|predict|progress)\(")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checks, "yours", own)
        for cell in cells_of(STEM):
            if judged.search("\n" + cell.source) and "import" not in cell.source:
                continue
            slider = re.search(r"^SliderFigure\(\s+(\w+)", cell.source, re.MULTILINE)
            exec(re.sub(r"^SliderFigure", "figure = SliderFigure", cell.source, flags=re.M), names)
            if slider:
                made[slider[1]] = names["figure"]
    yield made, ran
    for figure in made.values():
        figure.close()


@pytest.mark.parametrize(
    ("draw", "control", "values"),
    [
        ("draw_bayes_at", "x", (-7.0, 10.0, 1.0)),
        ("draw_bayes_at", "weight", (0.02, 0.98)),
        ("draw_sample", "sample", (0, 403, 599)),
        ("draw_sample", "guess", ("ignorant", "middling", "truth")),
        ("draw_moved", "x", (-8.0, 8.0)),
        ("draw_moved", "width", (0.2, 5.0)),
        ("draw_moved", "weight", (0.01, 0.99)),
    ],
)
def test_every_slider_draws_from_end_to_end(sliders, draw, control, values):
    figure = sliders[0][draw]
    said = set()
    for value in values:
        figure.controls[control].value = value
        assert not figure._status["failed"], figure.status
        said.add(figure.status)
    assert len(said) == len(values)


def test_pictures_are_drawn_by_ones_own_functions(sliders):
    assert sliders[1] == {"negative_log_likelihood", "weighted_log_prob", "e_step"}
    sliders[1].clear()
    sliders[0]["draw_moved"].controls["y"].value = 1.0
    assert sliders[1] == {"negative_log_likelihood", "e_step"}


@pytest.mark.parametrize("weight", [0.02, 0.5, 0.98])
def test_no_slider_lets_the_curves_of_bayes_rule_leave_the_picture(sliders, weight):
    figure = sliders[0]["draw_bayes_at"]
    figure.controls["weight"].value = weight
    (ax,) = figure._axes
    assert max(np.max(line.get_ydata()) for line in ax.lines) < ax.get_ylim()[1]
