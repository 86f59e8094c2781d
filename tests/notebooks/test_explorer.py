"""What the explorer's notebook says, recomputed."""

from functools import cache

import numpy as np
import pytest
from support import plain_em
from support.prose import assert_printed, numbers_not_in

import gmm_helpers as gmm
from gmm_helpers.explorer.configuration import Configuration
from gmm_helpers.explorer.endings import Ending
from gmm_helpers.explorer.own_runs import OwnRuns
from gmm_helpers.explorer.runs import run_em

STEM = "explorer"
X, _, _, START = gmm.course_original()


@cache
def run_of(seed, n_components=3, ridge=1e-6):
    """From the start that the explorer calls "identity"."""
    start = START if seed == 0 and n_components == 3 else gmm.identity_start(X, n_components, seed)
    return plain_em.fit(X, start, ridge=ridge, max_iter=500)


@cache
def told(n_components, seed, reg_covar):
    asked = Configuration("original", n_components, seed, "identity", reg_covar)
    *_, run = run_em(X, OwnRuns().start(asked), reg_covar)
    return run


HELD = {
    "Go to seed 2: that run ends at an NLL of #, the others of the first ten at #.": lambda: [
        run_of(2)[1][-1],
        run_of(0)[1][-1],
    ],
    "K = 5 and seed 8. In iteration # a component breaks down.": lambda: [
        len(told(5, 8, 0.0).params) - 1
    ],
}
GIVEN = ("Go on to iteration 20. Between 18 and 30 the NLL falls by less than half a nat",)


@pytest.mark.parametrize("sentence", HELD)
def test_a_number_in_the_text_is_right(sentence):
    assert_printed(STEM, sentence, HELD[sentence]())


def test_no_other_number_stands_in_the_text():
    assert numbers_not_in(STEM, [*HELD, *GIVEN]) == []


@pytest.mark.slow
def test_of_the_first_ten_seeds_one_ends_elsewhere():
    ends = np.array([run_of(seed)[1][-1] for seed in range(10)])
    assert np.ptp(np.delete(ends, 2)) < 0.001
    assert ends[2] > ends[0] + 50


def test_what_breaks_down_held_two_samples_and_the_ridge_holds_it_up():
    params = gmm.identity_start(X, 5, 8)
    for _ in range(34):
        params = plain_em.m_step(X, plain_em.responsibilities(X, params))
    assert (params[0] * len(X)).min() == pytest.approx(2, abs=0.1)
    assert np.abs(np.linalg.det(params[2])).min() < 1e-9
    assert told(5, 8, 0.0).ended is not Ending.CONVERGED
    assert told(5, 8, 1e-6).ended is Ending.CONVERGED


def test_with_all_means_equal_nothing_changes_after_the_first_iteration():
    run, _ = plain_em.fit(X, gmm.equal_means_start(X, 3, 0), tol=0, max_iter=20)
    for params in run[2:]:
        for now, first in zip(params, run[1], strict=True):
            np.testing.assert_allclose(now, first, atol=1e-12)


def test_an_e_step_that_forgets_the_weights_lets_the_nll_rise():
    points = gmm.load_dataset("course").X
    params = gmm.random_points_start(points, 3, 1)
    history = [plain_em.nll(points, params)]
    for _ in range(10):
        forgetful = plain_em.responsibilities(points, (np.full(3, 1 / 3), *params[1:]))
        params = plain_em.m_step(points, forgetful)
        history.append(plain_em.nll(points, params))
    assert np.diff(history).max() > 0.1
    assert (np.diff(history) > 0).sum() > 1
