"""Functions that are only begun are unfinished, in every exercise."""

import numpy as np
import pytest
from support.cells import call, judged, written
from support.held_out import HELD_OUT
from support.judged import EACH_EXERCISE, key_of, outcomes_of

from gmm_helpers.checks import check
from gmm_helpers.exercises import judge
from gmm_helpers.exercises.symptoms.source import source_of

NO_RESULT = {
    "nothing": "pass",
    "a docstring": '"""Later."""',
    "None": "return None",
    "a bare return": "return",
    "an ellipsis alone": "...",
    "an ellipsis": "return ...",
    "work without return": "result = 1 + 1",
}


@pytest.mark.slow
@EACH_EXERCISE
@pytest.mark.parametrize("body", NO_RESULT.values(), ids=NO_RESULT)
def test_no_result_is_unfinished(name, body):
    verdict = judged(name, body)
    if name == "has_converged" and body == "return ...":  # each answer is an object of its own
        return
    assert (verdict.status, verdict.score) == ("unfinished", 0)
    assert verdict.diagnoses[0].unfinished
    assert verdict.diagnoses[0].message.endswith(".")


ARRAYS = {
    "zeros": "return np.zeros((len(X), len(weights)))",
    "ones": "out = np.ones((len(X), len(weights)))\nreturn out",
    "empty": "out = np.empty((len(X), len(weights)))\nfor k in range(3):\n    pass\nreturn out",
    "a number": "return 0",
    "a list": "r = []\nreturn r",
    "full": "return np.full((len(X), len(weights)), -1.0)",
    "work that is not used": "out = np.zeros((len(X), 3))\nlogs = np.log(weights)\nreturn out",
}


@pytest.mark.parametrize("body", ARRAYS.values(), ids=ARRAYS)
def test_an_array_that_was_never_filled_is_unfinished(body):
    verdict = judged("e_step", body)
    assert (verdict.status, verdict.diagnoses[0].name) == ("unfinished", "not finished yet")
    assert verdict.diagnoses[0].line.text.startswith("return")


COMPUTED = {
    "zeros by a mistake": "return 0 * reference(X, weights, means, covariances)",
    "filled": "out = np.zeros((len(X), len(weights)))\nout[:] = weights\nreturn out",
    "added to": "out = np.zeros((len(X), len(weights)))\nout += weights\nreturn out",
    "passed on": "out = np.zeros((len(X), len(weights)))\nnp.add(out, 1, out=out)\nreturn out",
    "an argument": "return weights",
    "a mean": "return np.full((len(X), len(weights)), weights[0])",
    "copies of an argument": "return np.tile(weights, (len(X), 1))",
    "a list of rows": "return np.stack([weights for _ in X])",
}


@pytest.mark.parametrize("body", COMPUTED.values(), ids=COMPUTED)
def test_what_was_computed_is_not_unfinished(body):
    assert judged("e_step", body).status == "incorrect"


BEGUN = [
    ("gaussian_log_density", "return np.zeros(len(X))"),
    ("negative_log_likelihood", "total = 0\nfor x in X:\n    pass\nreturn total"),
    ("update_weights", "N, K = responsibilities.shape\nreturn np.ones(K) / K"),
    ("update_weights", "return np.zeros(responsibilities.shape[1])"),
    ("sample_gmm", "X, labels = [], []\nreturn X, labels"),
    ("has_converged", "return False"),
    (
        "update_means",
        "m = np.zeros((responsibilities.shape[1], X.shape[1]))\nfor k in range(len(m)):\n    pass\n"
        "return m",
    ),
    ("update_covariances", "return [np.eye(X.shape[1])] * len(means)"),
    ("update_covariances", "return np.tile(np.eye(X.shape[1]), (len(means), 1, 1))"),
    (
        "update_covariances",
        "K, D = means.shape\nout = np.stack([np.eye(D)] * K)\nfor k in range(K):\n"
        "    centred = X - means[k]\nreturn out",
    ),
    ("update_covariances", "return np.array([np.eye(X.shape[1]) for _ in means])"),
    ("update_means", "return np.full((responsibilities.shape[1], X.shape[1]), np.nan)"),
    ("update_means", "means = None\nreturn means"),
    ("has_converged", "change = nll_history[-1] - nll_history[-2]\nreturn True"),
    ("em_step", "return weights + 0, means + 0, None"),
    ("fit_em", "return weights, means, covariances, []"),
    (
        "fit_em",
        "history = [gmm.negative_log_likelihood(X, weights, means, covariances)]\n"
        "for i in range(max_iter):\n    pass\nreturn weights, means, covariances, history",
    ),
]


@pytest.mark.parametrize(("name", "body"), BEGUN)
def test_what_is_only_begun_is_unfinished_whatever_it_looks_like(name, body):
    verdict = judged(name, body)
    assert (verdict.status, verdict.diagnoses[0].name) == ("unfinished", "not finished yet")


FILLED = [
    "out = np.zeros((len(X), len(weights)))\nrow = out[0]\nrow += weights\nreturn out",
    "out = np.zeros((len(X), len(weights)))\nfor row in out:\n    row += weights\nreturn out",
    "r = weights / weights.sum()\nreturn dict(result=r)",
]


@pytest.mark.parametrize("body", FILLED)
def test_what_is_written_through_another_name_is_not_unfinished(body):
    assert judged("e_step", body).status == "incorrect"


@EACH_EXERCISE
@pytest.mark.parametrize(
    "body", ["out = {0}\n{1}", "{1}\nreturn {0}", "out = {0}\n{1}\nreturn out", "x = 1\n{2}"]
)
def test_code_beside_a_forgotten_raise_line_hears_to_delete_it(name, body):
    stub = f'raise NotImplementedError("write {name} here")'
    verdict = judged(name, body.format(call(name), stub, "raise NotImplementedError"))
    assert (verdict.status, verdict.failures) == ("unfinished", ())
    assert "delete the raise line" in verdict.diagnoses[0].message
    assert verdict.diagnoses[0].line.text.startswith("raise NotImplementedError")


@EACH_EXERCISE
def test_the_stub_alone_is_not_attempted(name):
    body = (
        f'"""What it is for."""\n# YOUR CODE HERE\nraise NotImplementedError("write {name} here")'
    )
    assert judged(name, body).status == "not attempted"


def test_a_raise_line_inside_a_block_is_found_too():
    verdict = judged("e_step", "if len(X):\n    r = X @ means.T\n    raise NotImplementedError")
    assert (verdict.status, "delete the raise line" in verdict.diagnoses[0].message) == (
        "unfinished",
        True,
    )


def test_a_stub_of_another_function_is_not_this_raise_line():
    other = written('def other():\n    raise NotImplementedError("write other here")')["other"]
    body = "x = other()\nraise NotImplementedError"
    verdict = judged("e_step", body, other=other)
    assert (verdict.status, verdict.diagnoses[0].name) == ("not attempted", "not written yet")


def test_constants_that_a_condition_chooses_are_an_answer():
    change = "abs(nll_history[-1] - nll_history[-2])"
    for body, status in (
        (f"if len(nll_history) < 2:\n    return False\nif {change} < tol:\n    return True", "in"),
        (f"if len(nll_history) > 1 and {change} < tol:\n    return True\nreturn False", "co"),
        (f"for _ in nll_history[1:]:\n    if {change} < tol:\n        return 1\nreturn 0", "co"),
    ):
        assert judged("has_converged", body).status.startswith(status)


def test_what_only_some_cases_return_decides_nothing():
    body = "return reference(X, weights, means, covariances) if len(X) < 30 else None"
    assert judged("e_step", body).status == "partly correct"


@EACH_EXERCISE
@pytest.mark.parametrize("what", ["nothing", "dots", "zeros", "ones", "nans"])
def test_what_is_only_begun_is_told_as_that_without_a_source(name, what):
    key, (function, names) = key_of(name, 0), HELD_OUT[name][what]
    said = judge(key, outcomes_of(key, function)).diagnoses
    assert [each.name in names for each in said] == [True]


def test_without_a_source_one_number_everywhere_is_unfinished_and_an_array_is_not():
    key = key_of("update_means", 0)
    kept = np.random.default_rng(1).normal(size=key.expected[0].shape)
    for value, status in ((0.0, "unfinished"), (1.0, "unfinished"), (kept, "incorrect")):
        outcomes = outcomes_of(key, lambda *_, value=value: value)
        assert judge(key, outcomes).status == status


def test_the_card_says_it_without_red(monkeypatch):
    monkeypatch.delenv("GMM_CHECKS", raising=False)
    function = written("def e_step(*_):\n    pass")["e_step"]
    result = check(function, "e_step")
    assert result.text.startswith("e_step: unfinished. ")
    assert "#A63D00" not in result.card
    assert "Tried on" not in result.text
    assert source_of(function).body == []
