"""What the code itself shows is said before anything that only looks like it."""

import numpy as np
import pytest
from support.cells import judged, written
from support.judged import key_of, outcomes_of

from gmm_helpers.exercises import judge
from gmm_helpers.exercises.symptoms.source import source_of

LOOP = "for k in range(responsibilities.shape[1]):\n    "
ROWS = "K, D = responsibilities.shape[1], X.shape[1]\n"

SLIPS = {
    "append assigned": (
        "update_weights",
        f"w = []\n{LOOP}w = w.append(responsibilities[:, k].mean())\nreturn np.array(w)",
        "result of append used",
    ),
    "append assigned, and noticed by a helper": (
        "fit_em",
        "h = [1.0]\nfor i in range(max_iter):\n    h = h.append(1.0)\n"
        "    if gmm.has_converged(h, tol):\n        break\nreturn weights, means, covariances, h",
        "result of append used",
    ),
    "compared": (
        "update_weights",
        f"w = np.zeros(responsibilities.shape[1])\n{LOOP}w[k] == responsibilities[:, k].mean()\n"
        "return w",
        "compared instead of assigned",
    ),
    "np.append alone": (
        "update_weights",
        f"w = np.array([])\n{LOOP}np.append(w, responsibilities[:, k].mean())\nreturn w",
        "value not kept",
    ),
    "append not called": (
        "update_means",
        f"w = []\n{LOOP}w.append\nreturn w",
        "value not kept",
    ),
    "written outside": (
        "update_means",
        f"{LOOP}means[k] = responsibilities[:, k] @ X / responsibilities[:, k].sum()\nreturn means",
        "notebook variable written to",
    ),
    "a list outside": (
        "update_means",
        f"{LOOP}rows.append(responsibilities[:, k] @ X / responsibilities[:, k].sum())\n"
        "return np.array(rows)",
        "list kept between calls",
    ),
    "counts of the notebook": (
        "update_means",
        "return responsibilities.T @ X / N_k[:, None]",
        "notebook variable instead of argument",
    ),
    "length of the notebook": (
        "update_weights",
        "return responsibilities.sum(axis=0) / n",
        "notebook variable instead of argument",
    ),
    "a fixed length": (
        "update_weights",
        "return (responsibilities * np.ones((600, 1))).mean(axis=0)",
        "fixed number of samples",
    ),
    "a fixed shape": (
        "mixture_log_density",
        "return gmm.weighted_log_prob(X, weights, means, covariances).max(axis=1).reshape(600, 1)",
        "fixed number of samples",
    ),
    "a shape in pieces": (
        "update_means",
        f"{ROWS}return np.zeros(K, D) + responsibilities.T @ X",
        "shape not in parentheses",
    ),
    "one average": (
        "update_means",
        "return np.average(X, weights=responsibilities, axis=0)",
        "one average for all components",
    ),
    "it calls itself": (
        "update_weights",
        "return update_weights(responsibilities)",
        "function calls itself",
    ),
    "shapes that do not fit": (
        "update_covariances",
        "d = X - means\nreturn d.T @ d",
        "incompatible shapes",
    ),
    "extend for append": (
        "update_means",
        f"w = []\n{LOOP}w.extend(responsibilities[:, k] @ X)\nreturn np.array(w)",
        "wrong shape",
    ),
    "no outer product": (
        "update_covariances",
        "d = X[:, None] - means\nv = np.einsum('nk,nki->ki', responsibilities, d * d)\n"
        "v = v / responsibilities.sum(axis=0)[:, None]\n"
        "return np.repeat(v[:, None], X.shape[1], axis=1)",
        "variances in every row",
    ),
    "another term": (
        "weighted_log_prob",
        "return gmm.component_log_prob(X, means, covariances) + np.log1p(weights)",
        "wrong term of the weight",
    ),
    "rounded": (
        "e_step",
        "return reference(X, weights, means, covariances).round(3)",
        "rounded",
    ),
    "2 for D": (
        "gaussian_log_density",
        "return reference(X, mean, covariance) + (X.shape[1] / 2 - 1) * np.log(2 * np.pi)",
        "2π term for two dimensions only",
    ),
}


@pytest.mark.parametrize(("name", "body", "said"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_the_first_that_is_named(name, body, said):
    known = {"means": np.zeros((3, 2)), "rows": [], "n": 600, "N_k": np.array([200.0, 190, 210])}
    for seed in range(3):
        verdict = judged(name, body, seed, **known)
        assert verdict.diagnoses[0].name == said


@pytest.mark.parametrize("factor", ["", "0.5 * ", "-0.5 * "])
def test_signs_and_missing_terms_do_not_contradict_each_other(factor):
    body = f"d = X - mean\nreturn {factor}(d * np.linalg.solve(covariance, d.T).T).sum(axis=1)"
    said = " ".join(d.message for d in judged("gaussian_log_density", body).diagnoses)
    assert "2π term and the determinant are both missing" in said
    assert "A term has" not in said


def test_a_print_on_the_way_is_not_the_result():
    body = "print('shape', responsibilities.shape)\nw = responsibilities.mean(axis=0)"
    (diagnosis,) = judged("update_weights", body).diagnoses
    assert (diagnosis.name, "it has no return line" in diagnosis.message) == (
        "nothing returned",
        True,
    )


def test_a_number_with_digits_that_is_a_constant_is_no_data():
    known = {"log_2pi": np.log(2 * np.pi), "eps": 1e-9, "N_STEPS": 500}
    body = "return responsibilities.sum(axis=0) / (log_2pi + eps + N_STEPS)"
    assert "notebook variable instead of argument" not in [
        d.name for d in judged("update_weights", body, **known).diagnoses
    ]


def test_a_variable_that_another_function_reads_is_said_to_be_read_there():
    source = (
        "def helper(r):\n    return r.sum(axis=0) / len(X)\n"
        "def update_weights(responsibilities):\n    return helper(responsibilities)\n"
    )
    function = written(source, X=np.ones((600, 2)))["update_weights"]
    key = key_of("update_weights", 0)
    verdict = judge(key, outcomes_of(key, function), source_of(function))
    assert "but never" not in " ".join(d.message for d in verdict.diagnoses)
