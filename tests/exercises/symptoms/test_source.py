"""The source of a function: from a notebook's namespace, and from cells that never ran."""

import ast

import numpy as np
from support.cells import written

from gmm_helpers.exercises.symptoms.source import source_in, source_of

FUNCTION = "def f(x, y=2):\n    z = x\n    return helper(z) + data[0] + np.pi + K"
HELPER = "def helper(z):\n    return z @ params[0]"


def test_what_a_function_reads_of_its_notebook():
    values = {"data": np.ones(3), "params": (np.ones(2),), "K": 3, "LIMIT": 4}
    notebook = written(f"{HELPER}\n{FUNCTION}", **values)
    source = source_of(notebook["f"])
    assert source.variables == {"data", "params", "K"}
    assert (source.parameters, source.unused) == (("x", "y"), ("y",))
    assert source.line(source.returns[0]).number == 5
    assert {"helper", "data"} <= source.names


def test_the_same_from_cells():
    cells = [
        "data = load()\nK = 3\nTINY = 1e-9",
        HELPER,
        "params = 1, 2\nimport numpy as np",
        FUNCTION,
    ]
    source = source_in(cells, "f", ast.parse)
    assert source.variables == {"data", "params", "K"}
    assert source.line(source.returns[0]) == (3, "return helper(z) + data[0] + np.pi + K")
    assert source_in(cells, "g", ast.parse) is None
    newer = source_in([*cells, "def f(x):\n    return 1"], "f", ast.parse)
    assert newer.variables == frozenset()


def test_functions_that_call_each_other_end():
    text = "def f(x):\n    return g(x)\n\ndef g(x):\n    return f(X)"
    assert source_of(written(text, X=np.ones(4))["f"]).variables == {"X"}
    assert source_in([text, "X = 1 + 1"], "f", ast.parse).variables == {"X"}


def test_what_has_no_source_or_more_than_one_function_says_nothing():
    assert source_of(len) is None
    assert source_of(3) is None
    namespace = {}
    exec("def f(x): return x", namespace)
    assert source_of(namespace["f"]) is None
    first, _ = (lambda x: x), (lambda y: y)
    assert source_of(first) is None
