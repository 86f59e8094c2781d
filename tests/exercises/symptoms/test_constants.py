"""Results that depend on some arguments only, or that only a part of is filled in."""

import numpy as np
import pytest
from support.cells import judged

LOGS = "logs = gmm.weighted_log_prob(X, weights, means, covariances)\n"
TABLE = LOGS + "out = np.zeros(logs.shape)\n"
GAUSSIAN = "d = X - mean\nq = (d * np.linalg.solve(covariance, d.T).T).sum(axis=1)\n"
GAUSSIAN += "logs = -0.5 * (np.linalg.slogdet(2 * np.pi * covariance)[1] + q)\n"
FILLED = {
    "first column": ("weighted_log_prob", TABLE + "out[:, 0] = logs[:, 0]", "every column but the"),
    "last column": ("weighted_log_prob", TABLE + "out[:, :-1] = logs[:, :-1]", "the last column"),
    "rows": ("weighted_log_prob", TABLE + "out[1:] = logs[1:]", "the first row is"),
    "entries": (
        "gaussian_log_density",
        GAUSSIAN + "out = np.zeros(len(X))\nout[:-1] = logs[:-1]",
        "the last entry is",
    ),
    "first row": (
        "e_step",
        TABLE + "out[0] = np.exp(logs[0] - np.logaddexp.reduce(logs[0]))",
        "every row but the first",
    ),
}


def first(name, body, **known):
    return judged(name, body, **known).diagnoses[0]


@pytest.mark.parametrize(("name", "body", "said"), FILLED.values(), ids=FILLED)
def test_a_part_that_is_still_zero_is_told_by_its_place(name, body, said):
    found = first(name, f"{body}\nreturn out")
    assert found.name == "not all filled in"
    assert f"but {said}" in found.message


def test_a_return_line_in_the_loop_says_more():
    body = TABLE + "for n in range(len(X)):\n    out[n] = logs[n]\n    return out"
    names = [each.name for each in judged("weighted_log_prob", body).diagnoses]
    assert names == ["return inside the loop"]


def test_zeros_that_were_computed_are_not_called_a_part_that_is_missing():
    body = GAUSSIAN + "return np.where(q > 1, 0, logs)"
    assert first("gaussian_log_density", body).name != "not all filled in"


UNUSED = {
    "its size": ("weighted_log_prob", "return np.log(weights) + np.zeros((len(X), 1))", "the size"),
    "its shape": (
        "gaussian_log_density",
        "c = np.linalg.slogdet(2 * np.pi * covariance)[1]\nreturn np.full(X.shape[0], -0.5 * c)",
        "only the size of `X`",
    ),
    "nothing": (
        "gaussian_log_density",
        "return -0.5 * np.linalg.slogdet(2 * np.pi * covariance)[1]",
        "does not use `X`",
    ),
}


@pytest.mark.parametrize(("name", "body", "said"), UNUSED.values(), ids=UNUSED)
def test_data_that_no_line_uses_are_named(name, body, said):
    found = first(name, body)
    assert found.name == "data not used yet"
    assert said in found.message


def test_a_term_that_is_still_zero_is_unfinished():
    body = "distance = 0\nc = np.linalg.slogdet(2 * np.pi * covariance)[1]\n"
    body += "return np.full(len(X), -0.5 * (c + distance))"
    assert judged("gaussian_log_density", body).status == "unfinished"


@pytest.mark.parametrize("start", ["X = np.asarray(X)\n", "Y = X[:]\n"])
def test_data_that_are_read_are_not_called_unused(start):
    body = start + "return np.full(len(X), 2.5) * mean[0]"
    assert first("gaussian_log_density", body).name not in ("data not used yet", "not finished yet")


def test_a_notebook_variable_is_named_before_what_comes_of_it():
    body = "logs = gmm.component_log_prob(X, means, covariances)\n"
    body += "return logs + np.log(np.full(len(means), start[0]))"
    names = [
        d.name for d in judged("weighted_log_prob", body, start=np.array([0.5, 0.5])).diagnoses
    ]
    assert names == ["notebook variable instead of argument"]


def test_infinity_is_not_said_where_there_is_nan():
    body = "logs = gmm.component_log_prob(X, means, covariances)\nm = logs.max(axis=1)\n"
    body += "s = (np.log(weights) * np.exp(logs - m[:, None])).sum(axis=1)\nreturn np.log(s)"
    found = first("mixture_log_density", body)
    assert found.name in ("all NaN", "not finite")
    assert "NaN" in found.message


ROUNDS = """total = 0.0
for fold in np.unique(folds):
    params = {fit}
    total += gmm.negative_log_likelihood(X[folds == fold], *params)
return total"""


def test_a_function_that_is_given_and_never_called():
    body = ROUNDS.format(fit="[1.0], X.mean(axis=0)[None], [np.atleast_2d(np.cov(X.T))]")
    found = first("held_out_nll", body)
    assert found.name == "function not used"
    assert "`fit`" in found.message


def test_a_function_that_is_called_is_not_called_unused():
    found = first("held_out_nll", ROUNDS.format(fit="fit(X, n_components)"))
    assert found.name == "fitted to all samples"
