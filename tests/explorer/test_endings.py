"""Why a run failed, found out by type and fields alone, and the sentence that is shown."""

import pytest

from gmm_helpers import CustomStepError, Degeneracy, DegenerateComponentError, e_step, m_step
from gmm_helpers.exercises.running.time_limits import TookTooLongError
from gmm_helpers.explorer.endings import Cause, explain_failure, explain_stop


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


def test_a_step_that_asks_for_input_is_written():
    """IPython raises a class that is derived from that of stubs."""
    error = type("StdinNotImplementedError", (NotImplementedError,), {})("no input here")
    cause, sentence = explain_failure(error, "m_step", lambda X, responsibilities: None)
    assert cause is Cause.STEP_RAISED
    assert "StdinNotImplementedError: no input here" in sentence
