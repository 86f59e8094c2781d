"""Why a run failed, found out by type and fields alone, and the sentence that is shown."""

import numpy as np
import pytest

from gmm_helpers import (
    STARTS,
    CustomStepError,
    Degeneracy,
    DegenerateComponentError,
    GMMParams,
    e_step,
    m_step,
)
from gmm_helpers.exercises.running.time_limits import TookTooLongError
from gmm_helpers.explorer.endings import (
    Cause,
    explain_failure,
    explain_stop,
    find_collapse,
    rises_by_ridge,
)
from gmm_helpers.explorer.runs import run_em


def custom(*_):
    """A step of a student."""


@pytest.mark.parametrize(
    ("error", "step", "cause", "sentence"),
    [
        (
            DegenerateComponentError(Degeneracy.COLLAPSED, 2, iteration=5),
            None,
            Cause.COLLAPSED,
            "Component 2 in iteration 5 of EM has collapsed: ",
        ),
        (
            DegenerateComponentError(Degeneracy.EMPTY, 0, 0.0, 1),
            custom,
            Cause.DEGENERATE,
            "Component 0 in iteration 1 of EM is empty: ",
        ),
        (
            CustomStepError("e_step", "its rows sum to 2, expected 1."),
            custom,
            Cause.STEP_RESULT,
            "Your e_step returned something unusable: its rows sum to 2, expected 1.",
        ),
        (ValueError("too far"), None, Cause.HELPER_RAISED, "too far"),
        (ValueError("too far"), e_step, Cause.HELPER_RAISED, "too far"),
        (MemoryError(), m_step, Cause.HELPER_RAISED, "MemoryError"),
        (
            ValueError("too far"),
            custom,
            Cause.STEP_RAISED,
            "Your e_step raised ValueError: too far",
        ),
        (SystemExit("bye"), custom, Cause.STEP_RAISED, "Your e_step raised SystemExit: bye"),
        (
            TookTooLongError(5),
            custom,
            Cause.STEP_TIMED_OUT,
            "Your e_step was stopped, as it had not returned after 5 seconds.",
        ),
        (
            NotImplementedError(),
            custom,
            Cause.STEP_NOT_WRITTEN,
            "Your e_step is still to be written.",
        ),
    ],
)
def test_each_error_has_its_cause_and_its_sentence(error, step, cause, sentence):
    found, said = explain_failure(error, "e_step", step)
    assert found is cause
    assert said.startswith(sentence)


def test_words_of_a_student_decide_nothing():
    for words in ("component 0 has collapsed", "your e_step returned something unusable"):
        assert explain_failure(ValueError(words), "m_step", custom)[0] is Cause.STEP_RAISED


def test_an_exception_that_cannot_be_printed_is_reported_by_its_type():
    class Broken(Exception):
        def __str__(self):
            raise RuntimeError

    assert explain_failure(Broken(), "m_step", custom) == (
        Cause.STEP_RAISED,
        "Your m_step raised Broken",
    )


def test_a_stop_names_the_iteration():
    for cause in (Cause.SLOW_STEPS, Cause.TOO_MANY_RESPONSIBILITIES):
        assert explain_stop(cause, 12).startswith("Stopped after iteration 12: ")


@pytest.mark.parametrize("unit", [1e-3, 1.0, 1e3])
def test_the_narrowest_component_is_found_in_any_direction_and_unit(unit):
    X = unit * np.random.default_rng(0).standard_normal((50, 2))
    slanted = np.array([[1.0, 1.0], [1.0, 1.0]]) + 1e-6 * np.eye(2)
    covariances = unit**2 * np.array([np.eye(2), slanted, 1e-5 * np.eye(2)])
    params = GMMParams(np.array([0.5, 0.3, 0.2]), np.zeros((3, 2)), covariances)
    collapse = find_collapse(params, X, 1e-6 * unit**2)
    assert collapse.component == 1
    assert collapse.n_samples == pytest.approx(15)
    assert collapse.deviation == pytest.approx(1e-3 * unit, rel=1e-3)
    assert str(collapse).startswith("Collapsed: the covariance of component 1, which holds 15.0 s")


def test_narrow_data_or_a_wide_ridge_are_no_collapse():
    X = np.random.default_rng(0).standard_normal((50, 1))
    for scale, reg_covar in ((1e-3, 1e-9), (1.0, 5.0)):
        params = GMMParams(np.ones(1), np.zeros((1, 1)), np.full((1, 1, 1), scale**2))
        assert find_collapse(params, scale * X, reg_covar) is None


def end_of(X, n_components):
    *_, run = run_em(X, STARTS["k-means++"](X, n_components, 0), 1e-6)
    return run


def test_healthy_components_of_data_in_small_units_and_constant_features_are_no_collapse():
    rng = np.random.default_rng(0)
    far = [(1e6, 1e-3), (1.05e6, 1.6e-3)]
    small = np.concatenate([rng.normal((x, 1e4), (sd, 1e-4), (100, 2)) for x, sd in far])
    constant = np.c_[rng.normal(size=200), np.full(200, 0.1)]
    for X in (small, small - small.mean(axis=0), constant, 1e-3 * constant, 1e3 + constant):
        assert find_collapse(end_of(X, 2).params[-1], X, 1e-6) is None


def test_a_component_on_one_value_is_a_collapse_beside_a_constant_feature():
    rng = np.random.default_rng(0)
    values = np.concatenate([np.zeros(50), rng.normal(5, 1, 150)])
    X = np.c_[values, np.full(200, 0.1)]
    start = GMMParams(
        np.array([0.25, 0.75]), np.array([[0, 0.1], [5, 0.1]]), np.array([np.eye(2)] * 2)
    )
    *_, run = run_em(X, start, 1e-6)
    assert find_collapse(run.params[-1], X, 1e-6).component == 0


@pytest.mark.parametrize("unit", [1e-3, 1.0])
def test_a_rise_by_the_ridge_is_known_as_such_in_any_unit(unit):
    X = np.random.default_rng(0).normal(size=(200, 2)) * unit + 1e4
    reg_covar = unit**2
    *_, run = run_em(X, STARTS["k-means++"](X, 2, 0), reg_covar)
    trace = run.params, run.negative_log_likelihood
    assert run.rises
    assert rises_by_ridge(*trace, run.rises, len(X), reg_covar) == list(run.rises)
    assert rises_by_ridge(*trace, run.rises, len(X), 1e-9 * unit**2) == []


def test_a_step_that_asks_for_input_is_written():
    """IPython raises a class that is derived from that of stubs."""
    error = type("StdinNotImplementedError", (NotImplementedError,), {})("no input here")
    cause, sentence = explain_failure(error, "m_step", lambda X, responsibilities: None)
    assert cause is Cause.STEP_RAISED
    assert "StdinNotImplementedError: no input here" in sentence
