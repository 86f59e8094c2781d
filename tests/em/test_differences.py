"""The first half-step that is not ours, found by wrong steps whose place is known beforehand."""

import numpy as np
import pytest
from hypothesis import given
from support.strategies import problems

import gmm_helpers as gmm
from gmm_helpers import CustomStepError, GMMParams, first_difference

DATA = gmm.course_original()
X, START = DATA.X, DATA.start


def e_step_without_weights(X, weights, means, covariances):
    return gmm.e_step(X, np.full(len(weights), 1 / len(weights)), means, covariances)


def m_step_with(**replaced):
    """An M-step of which one result is replaced by a function of the right ones."""

    def m_step(X, responsibilities):
        right = gmm.m_step(X, responsibilities)
        return right._replace(**{name: change(right) for name, change in replaced.items()})

    return m_step


def test_without_steps_of_ones_own_there_is_no_difference():
    assert first_difference(X, START) is None
    assert first_difference(X, START, e_step=gmm.e_step, m_step=gmm.m_step) is None


def test_weights_that_the_e_step_forgets_show_once_they_are_unequal():
    found = first_difference(X, START, e_step=e_step_without_weights)
    assert found[:3] == (2, "e_step", "responsibilities")
    after_one = gmm.em_step(X, *START)
    ours, yours = gmm.e_step(X, *after_one), e_step_without_weights(X, *after_one)
    assert abs(found.yours - found.ours) == pytest.approx(np.abs(ours - yours).max())
    assert found.ours == ours[(*found.entry, found.component)]
    assert found.yours == yours[(*found.entry, found.component)]


@pytest.mark.parametrize("quantity", GMMParams._fields)
def test_the_quantity_and_the_component_are_named(quantity):
    def off(right):
        value = getattr(right, quantity).copy()
        value[1] *= 1.25
        return value / value.sum() if quantity == "weights" else value

    found = first_difference(X, START, m_step=m_step_with(**{quantity: off}))
    assert found[:4] == (1, "m_step", quantity, 1)
    assert getattr(gmm.em_step(X, *START), quantity)[(1, *found.entry)] == found.ours
    if quantity != "weights":
        assert found.yours == pytest.approx(1.25 * found.ours)


def test_of_two_differences_the_earlier_half_step_is_told():
    m_step = m_step_with(means=lambda right: right.means + 1)
    start = gmm.em_step(X, *START)
    assert first_difference(X, start, e_step=e_step_without_weights, m_step=m_step)[:2] == (
        1,
        "e_step",
    )
    assert first_difference(X, START, e_step=e_step_without_weights, m_step=m_step)[:2] == (
        1,
        "m_step",
    )


def test_a_slip_that_needs_a_late_iteration_is_found_there():
    run = gmm.fit(X, START, reg_covar=0)
    calls = []

    def tired(X, *params):
        calls.append(1)
        return gmm.e_step(X, *params) if len(calls) < 17 else np.full((len(X), 3), 1 / 3)

    found = first_difference(X, START, e_step=tired)
    assert (found.iteration, found.step) == (17, "e_step")
    assert found.ours in gmm.e_step(X, *run.params[16])


def test_no_more_iterations_than_allowed_are_compared():
    assert first_difference(X, START, e_step=e_step_without_weights, max_iter=1) is None
    assert first_difference(X, START, e_step=e_step_without_weights, max_iter=0) is None


def test_rounding_is_no_difference():
    m_step = m_step_with(means=lambda right: right.means * (1 + 1e-12))
    assert first_difference(X, START, m_step=m_step) is None


def test_an_unusable_result_is_told_as_in_fit():
    with pytest.raises(CustomStepError, match=r"your m_step returned .* None"):
        first_difference(X, START, m_step=lambda X, responsibilities: None)
    with pytest.raises(ValueError, match="pass e_step, not"):
        first_difference(X, START, e_step=gmm.e_step(X, *START))


def test_the_data_and_the_start_stay_as_they_are():
    def greedy(X, responsibilities):
        right = gmm.m_step(X, responsibilities)
        responsibilities[:] = 0
        return right

    before = [np.array(part) for part in (X, *START)]
    assert first_difference(X, START, m_step=greedy) is None
    for part, copy in zip((X, *START), before, strict=True):
        np.testing.assert_array_equal(part, copy)
    assert X.flags.writeable


@given(problems())
def test_in_any_problem_a_shift_of_the_means_shows_in_the_first_m_step(problem):
    X, start = problem.X, problem.start
    m_step = m_step_with(means=lambda right: right.means + 1 + np.abs(X).max())
    try:
        found = first_difference(X, start, m_step=m_step, max_iter=2)
    except gmm.DegenerateComponentError:
        return
    assert found[:3] == (1, "m_step", "means")
