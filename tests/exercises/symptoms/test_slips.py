"""Slips: each named in every exercise, with its line, and not where the code is free of it."""

import numpy as np
import pytest
from support.cells import arguments, call, judged
from support.implementations import RIGHT, WRONG
from support.judged import EACH_EXERCISE, each

from gmm_helpers.exercises import EXERCISES
from gmm_helpers.exercises.symptoms.slips import certain_slip
from gmm_helpers.exercises.symptoms.source import source_of

# In the bank: implementations that end in the first round of a loop.
LOOPS = [
    *("returned_inside_the_loop", "returned_in_the_loop", "returned_too_soon"),
    "returned_in_the_loop",  # in `entropy`
    "first_round_only",
]


def names(verdict):
    return [diagnosis.name for diagnosis in verdict.diagnoses]


def line(verdict):
    return verdict.diagnoses[0].line.text


@pytest.mark.slow
@EACH_EXERCISE
@pytest.mark.parametrize("show", ["print({0})", "result = {0}\nprint('result:', result)"])
def test_print_instead_of_return(name, show):
    verdict = judged(name, show.format(call(name)))
    assert names(verdict) == ["printed instead of returned"]
    assert verdict.status == "unfinished"
    assert line(verdict).startswith("print(")


@pytest.mark.slow
@EACH_EXERCISE
@pytest.mark.parametrize("method", ["append", "extend", "insert"])
def test_a_list_that_is_given_the_none_of_a_method(name, method):
    first = "0, " if method == "insert" else ""
    verdict = judged(name, f"out = []\nout = out.{method}({first}[{call(name)}])\nreturn out")
    assert names(verdict) == ["result of append used"]
    assert f"The method {method} changes" in verdict.diagnoses[0].message
    assert line(verdict).startswith("out = out.")


def test_a_list_that_is_lost_on_the_way_is_named_by_its_line():
    body = "out = []\nfor k in range(2):\n    out = out.append(k)\nreturn np.array(out)"
    verdict = judged("update_weights", body)
    assert names(verdict) == ["result of append used"]
    assert line(verdict) == "out = out.append(k)"


def test_what_returns_an_array_is_no_such_method():
    body = "out = np.append([], responsibilities.sum(axis=0))\nreturn out"
    assert "result of append used" not in names(judged("update_weights", body))


@pytest.mark.slow
@EACH_EXERCISE
def test_a_return_inside_the_loop(name):
    body = (
        f"for i in range(3):\n    result = np.sqrt(i + 2)\n    return result\nreturn {call(name)}"
    )
    verdict = judged(name, body)
    assert "return inside the loop" in names(verdict)
    (slip,) = [d for d in verdict.diagnoses if d.name == "return inside the loop"]
    assert slip.line.text == "return result"


@pytest.mark.parametrize(
    "body",
    [
        "for k in range(9):\n    if k > 3:\n        return 0.5\nreturn 0.4",
        "while True:\n    return 0.3",
        "def inner():\n    return 1\nfor k in range(3):\n    inner()\nreturn 0.2",
        "for k in range(3):\n    def inner():\n        return k\nreturn 0.1",
    ],
)
def test_a_return_that_a_round_need_not_come_to_is_no_slip(body):
    assert "return inside the loop" not in names(judged("update_weights", body))


@pytest.mark.slow
@EACH_EXERCISE
def test_a_variable_of_the_notebook_in_the_place_of_an_argument(name):
    first = arguments(name)[0]
    variable = {"X": np.ones((600, 2)), "nll_history": [5.0, 4.0]}.get(first, np.ones((600, 3)))
    body = f"return {call(name, **{first: 'data'})}"
    verdict = judged(name, body, data=variable)
    slips = [d for d in verdict.diagnoses if d.name == "notebook variable instead of argument"]
    assert len(slips) == 1
    assert f"reads `data`, but never `{first}`" in slips[0].message
    assert slips[0].line.text == body


def test_params_of_the_notebook_are_named_also_through_a_function_of_the_notebook():
    problem = EXERCISES["e_step"].cases(np.random.default_rng(5))[0].arguments
    params = {"params": gmm_params(problem), "X": problem[0]}
    for body in (
        "return gmm.e_step(X, *params)",
        "w, m, c = params\nreturn gmm.e_step(X, w, m, c)",
        "return gmm.e_step(X, weights, means, params.covariances)",
        "return [gmm.e_step(X, *params) for _ in range(1)][0]",
    ):
        verdict = judged("e_step", body, **params)
        assert names(verdict) == ["notebook variable instead of argument"], body
        assert "`params`" in verdict.diagnoses[0].message


def gmm_params(problem):
    from gmm_helpers import GMMParams

    return GMMParams(*problem[1:])


def test_constants_and_functions_of_the_notebook_are_no_data():
    known = {"EPS": 1e-3, "helper": np.mean, "SHAPE": "text", "K": 3}
    body = "return responsibilities.sum(axis=0) / len(responsibilities) + EPS * helper([1])"
    assert "notebook variable instead of argument" not in names(
        judged("update_weights", body, **known)
    )


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("update_means", "counts = responsibilities.sum()\nreturn responsibilities.T @ X / counts"),
        (
            "update_means",
            "counts = np.sum(responsibilities)\nreturn responsibilities.T @ X / counts",
        ),
        (
            "update_covariances",
            "counts = responsibilities.sum()\nd = X[:, None] - means\n"
            "return np.einsum('nk,nki,nkj->kij', responsibilities, d, d) / counts",
        ),
    ],
)
def test_counts_without_an_axis(name, body):
    verdict = judged(name, body)
    assert names(verdict) == ["divided by N"]
    assert "without an axis" in verdict.diagnoses[0].message
    assert line(verdict).startswith("counts = ")


@pytest.mark.slow
@EACH_EXERCISE
def test_a_path_without_return(name):
    first = arguments(name)[0]
    small = {"has_converged": "len(nll_history) < 4", "fit_em": "max_iter > 1"}
    small |= dict.fromkeys(("n_parameters", "bic"), "(n_components + n_features) % 2")
    small |= {"sample_gmm": "len(weights) == 3", "update_weights": "len(responsibilities) < 20"}
    body = f"if {small.get(name, f'len({first}) < 30')}:\n    return {call(name)}"
    verdict = judged(name, body)
    assert "nothing returned" in names(verdict)
    assert "a path on which the return" in verdict.diagnoses[0].message
    assert verdict.status in ("partly correct", "incorrect")


@pytest.mark.parametrize(
    "body",
    [
        "out = np.zeros(600)\nfor n in range(600):\n    out[n] = X[n].sum()\nreturn out",
        "out = np.zeros((600,))\nout[: len(X)] = reference(X, weights, means, covariances)\n"
        "return out",
        "out = []\nfor n in range(450, 600):\n    out.append(X[n].sum())\nreturn out",
    ],
)
def test_a_number_of_samples_in_the_code(body):
    verdict = judged("mixture_log_density", body)
    assert names(verdict) == ["fixed number of samples"]
    assert "600" in verdict.diagnoses[0].message or "450" in verdict.diagnoses[0].message


def test_a_fixed_count_in_a_division():
    verdict = judged("update_weights", "return responsibilities.sum(axis=0) / 600")
    assert names(verdict) == ["fixed number of samples"]
    assert "600" in verdict.diagnoses[0].numbers
    assert "600" not in verdict.diagnoses[0].message


def test_the_bank_has_no_certain_slip():
    """They were written with other mistakes, or with none; four are about a loop that ends."""
    functions = [p.values[1] for p in each(RIGHT) + each(WRONG)]
    sources = [source for function in functions if (source := source_of(function))]
    assert len(sources) > len(functions) / 2
    found = [(source.node.name, slip.name) for source in sources if (slip := certain_slip(source))]
    assert [name for name, _ in found] == LOOPS, found
    assert {slip for _, slip in found} == {"return inside the loop"}
