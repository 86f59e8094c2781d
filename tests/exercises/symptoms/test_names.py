"""Names that mean nothing, and what was probably meant."""

import pytest
from support.cells import arguments, call, judged
from support.judged import EACH_EXERCISE

from gmm_helpers.exercises import Outcome
from gmm_helpers.exercises.running.exceptions import RaisedException
from gmm_helpers.exercises.statuses import CallStatus
from gmm_helpers.exercises.symptoms.names import closest, name_symptom


def said(kind, message):
    outcome = Outcome(status=CallStatus.RAISED, exception=RaisedException(kind, message))
    found = name_symptom(outcome, None)
    return found and found.message


@pytest.mark.slow
@EACH_EXERCISE
def test_a_misspelt_argument_is_recognised(name):
    for argument in arguments(name):
        if len(argument) > 3:  # of three letters, two are too little to tell what was meant
            slip = argument[:-3] + argument[-2] + argument[-3] + argument[-1]
            if slip == argument:
                continue
            verdict = judged(name, f"return {call(name, **{argument: slip})}")
            (diagnosis,) = verdict.diagnoses
            assert diagnosis.name == "unknown name"
            assert f"Did you mean `{argument}`?" in diagnosis.message
            assert f"name '{slip}' is not defined" in diagnosis.message
            return


def test_a_variable_of_the_function_or_the_notebook_may_be_meant():
    body = "n_samples = len(responsibilities)\nreturn responsibilities.sum(axis=0) / n_sampels"
    assert "Did you mean `n_samples`?" in judged("update_weights", body).diagnoses[0].message
    body = "return my_own_helpr(responsibilities)"
    verdict = judged("update_weights", body, my_own_helper=len)
    assert "Did you mean `my_own_helper`?" in verdict.diagnoses[0].message


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("weighted_log_prob", "call it as `gmm.weighted_log_prob`"),
        ("effective_counts", "call it as `gmm.effective_counts`"),
        ("np", "`import numpy as np`"),
        ("gmm", "`import gmm_helpers as gmm`"),
        ("logaddexp", "Did you mean `np.logaddexp`?"),
        ("component_log_probs", "Did you mean `gmm.component_log_prob`?"),
        ("rang", "Did you mean `range`?"),
        ("quetzalcoatl", "It is no argument, and no line gives it a value"),
    ],
)
def test_a_name_that_is_not_defined(name, advice):
    assert advice in said("NameError", f"name '{name}' is not defined")


@pytest.mark.parametrize(
    ("message", "meant"),
    [
        ("module 'numpy' has no attribute 'squar'", "square"),
        ("module 'numpy.linalg' has no attribute 'inverse'", None),
        ("module 'numpy.linalg' has no attribute 'slogdt'", "slogdet"),
        ("'numpy.ndarray' object has no attribute 'shap'", "shape"),
        (
            "'numpy.random._generator.Generator' object has no attribute 'multivarate_normal'",
            "multivariate_normal",
        ),
        ("module 'gmm_helpers' has no attribute 'estep'", "e_step"),
        ("'list' object has no attribute 'apend'", "append"),
        ("'Mystery' object has no attribute 'apend'", None),
    ],
)
def test_an_attribute_that_is_not_there(message, meant):
    found = said("AttributeError", message)
    assert (found is None) if meant is None else f"Did you mean `{meant}`?" in found


@pytest.mark.parametrize("kind", ["KeyError", "ValueError", "UnboundLocalError"])
def test_other_exceptions_are_not_about_names(kind):
    assert said(kind, "name 'np' is not defined") is None
    assert name_symptom(Outcome(), None) is None


def test_a_name_is_close_or_nothing_is_meant():
    assert closest("E_Step", ["e_step", "em_step"]) == "e_step"
    assert closest("plot", ["e_step", "em_step"]) is None
    assert closest("x", ["X"]) == "X"


def test_numpy_under_another_meaning():
    body = "return np.mean(responsibilities, axis=0)"
    (diagnosis,) = judged("update_weights", body, np=3).diagnoses
    assert "given the name `np` another meaning" in diagnosis.message
