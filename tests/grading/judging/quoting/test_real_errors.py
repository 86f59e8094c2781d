"""Errors that students really make: what they need to read is still there."""

import pytest
from support.handed_in import cell_of, filled, solution, submission

from gmm_helpers.grading.judging.quoting.exceptions import NOT_SHOWN

pytestmark = pytest.mark.slow

STEM = "02_e_step"
HEAD = "import gmm_helpers as gmm\ndef e_step(X, weights, means, covariances):\n"
BODIES = {  # the body of a wrong function, and what must be read of it
    "return npp.zeros(3)": ["NameError: name 'npp' is not defined", "line 3 of the cell: return"],
    "log_p = log_p + 1": ["cannot access local variable 'log_p'", "line 3"],
    "return X - means": ["arrays of shapes (30, 2) and (3, 2), which do not fit", "line 3"],
    "return (X @ means.T) / weights[:, None]": ["shapes (30, 3) and (3, 1)"],
    "return X @ means": ["the inner sizes 2 and 3 differ", "line 3"],
    "return np.dot(X, means)": ["(30, 2) @ (3, 2): the inner sizes 2 and 3 differ"],
    "return np.einsum('ij,jk->ik', X, means)": ["your arrays of shapes (30, 2) and (3, 2)"],
    "return X[:, 2]": ["There is no index 2: axis 1 has length 2"],
    "return X.sum(axis=2)": [
        "dimension 2, and axes are counted from 0: there is no axis 2",
        "AxisError",
    ],
    "return X[0, 0, 0]": ["The array has dimension 2, but you give 3 indices."],
    "return X.reshape(30, 3)": ["60 entries do not fill an array of shape (30, 3)"],
    "r = np.zeros((30, 3))\nr[:, 0] = X\nreturn r": [
        "You store an array of shape (30, 2) in a place of shape (30,).",
        "line 4 of the cell: r[:, 0] = X",
    ],
    "return np.concatenate([X, weights])": [
        "the same number of axes: one of yours has 2, another 1"
    ],
    "return np.linalg.inv(X)": ["LinAlgError: Last 2 dimensions of the array must be square"],
    "return np.linalg.inv(0 * covariances)": ["LinAlgError: Singular matrix"],
    "return np.linalg.cholesky(-covariances)": ["LinAlgError: Matrix is not positive definite"],
    "if X > 0:\n    return X": ["truth value of an array with more than one element is ambiguous"],
    "a, b, c = X.shape": ["not enough values to unpack (expected 3, got 2)"],
    "return weights(0)": ["'numpy.ndarray' object is not callable"],
    "return X.means": ["'numpy.ndarray' object has no attribute 'means'"],
    "return np.sum(X, axes=1)": ["got an unexpected keyword argument 'axes'"],
    "return weights + 'a' + None": ["UFuncTypeError: ufunc 'add' did not contain a loop"],
    "return [1] + 1": ['can only concatenate list (not "int") to list'],
    "return len(3)": ["object of type 'int' has no len()"],
    "return gmm.gaussian_log_density(X, means, covariances)": [
        "mean has shape (3, 2), expected (2,)"
    ],
    "return gmm.mixture_log_density(X.T, weights, means, covariances)": [
        "X has 30 columns, but the other arguments have 2 features",
        "is it transposed? Try X.T",
    ],
    "return gmm.mixture_log_density(X, 2 * weights, means, covariances)": [
        "are not a distribution: they must be non-negative and sum to 1"
    ],
    "return gmm.mixture_log_density(X, weights)": [
        "missing 2 required positional arguments: 'means'"
    ],
    "return {}['means']": ["KeyError: 'means'"],
    "raise ValueError(f'X has {X.shape[1]} columns, which I can not deal with')": [
        "ValueError: X has … columns, which I can not deal with"
    ],
    "assert len(X) == 3, 'I need three samples'": ["AssertionError: I need three samples"],
    "return e_step(X, weights, means, covariances)": ["maximum recursion depth exceeded"],
    "return 1 / 0": ["ZeroDivisionError: division by zero"],
    "import sklearnn": ["No module named 'sklearnn'"],
    "return 'text'": ["Your function returned text"],
    "return X, weights": ["Your function returned a tuple of 2"],
    "raise ValueError(str(X))": [f"ValueError: {NOT_SHOWN}", "line 3 of the cell: ra"],
}
CELLS = {  # a whole cell
    "def e_step(X, weights, means, covariances:\n    return X": [
        "SyntaxError: '(' was never closed (line 1)"
    ],
    "def e_step(X, weights, means, covariances):\nreturn X": [
        "IndentationError: expected an indented block after function definition on line 1 (line 2)"
    ],
    "from nothing_there import e_step": ["ModuleNotFoundError: No module named 'nothing_there'"],
    "x = undefined_thing\ndef e_step(X): return X": ["name 'undefined_thing' is not defined"],
    "def e_step(X, params):\n    return X": ["takes 2 positional arguments but 4 were given"],
    "e_step = 5": ["e_step"],
}


@pytest.fixture(scope="module")
def told(graded):
    def read(cell):
        row = graded(submission(filled(STEM, e_step=cell)))["e_step"]
        assert row["score"] == 0
        return row["message"]

    return read


@pytest.mark.parametrize("body", BODIES)
def test_what_an_honest_student_needs_is_told(body, told):
    message = told(HEAD + "\n".join(f"    {line}" for line in body.splitlines()))
    for part in BODIES[body]:
        assert part in message


@pytest.mark.parametrize("cell", CELLS)
def test_what_is_wrong_with_a_cell_is_told(cell, told):
    message = told(cell)
    for part in CELLS[cell]:
        assert part in message


def test_another_function_that_is_not_written_yet_is_named(graded):
    notebook = filled(STEM, e_step=solution("e_step"))
    cell_of(notebook, "e_step")["source"] = HEAD + (
        "    return weighted_log_prob(X, weights, means, covariances)"
    )
    message = graded(submission(notebook))["e_step"]["message"]
    assert "write weighted_log_prob here" in message
