"""What a student's own code and notebook do to a function is named by `check`."""

import linecache

import numpy as np
import pytest

import gmm_helpers as gmm
from gmm_helpers.checks import check
from gmm_helpers.exercises import Status


def checked(tmp_path, code, name):
    """Check a function of a notebook with this code."""
    filename = str(tmp_path / "cell.py")
    linecache.cache[filename] = (len(code), None, code.splitlines(keepends=True), filename)
    notebook = {"np": np, "gmm": gmm, "__name__": "notebook"}
    exec(compile(code, filename, "exec"), notebook)
    return check(notebook[name], name)


@pytest.mark.parametrize(
    ("builtin", "line"),
    [
        ("sum = np.ones(3)", "return sum(r) / r.shape[0]"),
        ("len = 4", "return r.sum(axis=0) / len(r)"),
        ("max = 2.0", "return r.sum(axis=0) / max(r.shape)"),
        ("list = [1, 2]", "return np.array(list(r)).mean(axis=0)"),
    ],
)
def test_a_builtin_that_the_notebook_gave_away_is_named(tmp_path, builtin, line):
    name = builtin.split()[0]
    text = str(
        checked(tmp_path, f"{builtin}\ndef update_weights(r):\n    {line}", "update_weights")
    )
    assert f"gives the name {name} another value" in text


@pytest.mark.parametrize("body", ["pass", "raise NotImplementedError", "return None", "..."])
def test_a_helper_of_the_student_that_is_a_stub_is_named(tmp_path, body):
    code = f"""def normalise(table):
    {body}

def e_step(X, weights, means, covariances):
    terms = normalise(gmm.weighted_log_prob(X, weights, means, covariances))
    return terms / terms.sum(axis=1)
"""
    result = checked(tmp_path, code, "e_step")
    assert result.status is Status.UNFINISHED
    assert "normalise, which your function calls, is not written yet" in str(result)


@pytest.mark.parametrize("arguments", ["X", "X, r, K", "X, r, *, K"])
def test_another_signature_is_named_with_both(tmp_path, arguments):
    code = f"def update_means({arguments}):\n    return X.T @ X"
    text = str(checked(tmp_path, code, "update_means"))
    assert "but it is called with (X, responsibilities)" in text


@pytest.mark.parametrize("arguments", ["data, shares", "X, r, K=None", "*given"])
def test_a_signature_that_can_be_called_is_not_blamed(tmp_path, arguments):
    code = f"def update_means({arguments}):\n    raise ValueError('no')"
    assert "is called with" not in str(checked(tmp_path, code, "update_means"))


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("async def update_weights(r):\n    return r.mean(axis=0)", "async def"),
        ("class update_weights:\n    def __init__(self, r):\n        pass", "is a class"),
        ("def update_weights(r):\n    yield r.mean(axis=0)", "contains yield"),
    ],
)
def test_what_is_no_ordinary_function_is_named(tmp_path, code, said):
    assert said in str(checked(tmp_path, code, "update_weights"))


@pytest.mark.parametrize(
    ("default", "line"),
    [
        ("np.zeros(3)", "out += r.sum(axis=0); return out / len(r)"),
        ("{}", "out[len(r)] = r.mean(axis=0); return list(out.values())[0]"),
        ("[]", "out.extend(r.mean(axis=0)); return np.array(out)"),
        ("list()", "out.extend(r.mean(axis=0)); return np.array(out)"),
    ],
)
def test_a_default_that_calls_change_is_named(tmp_path, default, line):
    code = f"def update_weights(r, out={default}):\n    {line}"
    text = str(checked(tmp_path, code, "update_weights"))
    assert "is made once and kept between calls" in text
