"""What is read from the source of a cell, and how often it is parsed."""

import ast
import gc
import pickle
import weakref

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gmm_helpers.grading.parsing import syntax
from gmm_helpers.grading.parsing.syntax import (
    CellSource,
    names_in,
    parse_cell,
    unparse,
)

HARD = ["x = " + "-" * 20_000 + "1", "\0", "x = (" * 150, "(0x" + "f" * 20_000 + ")()", "'\\N{'"]


def read_everything(source):
    return (
        *(source.tree, source.names, source.functions, source.function_sources, source.stubs),
        *(source.is_definition, source.written_names, source.syntax_error),
    )


@pytest.mark.parametrize(
    ("text", "binds", "uses"),
    [
        ("x = y", {"x"}, {"y"}),
        ("import numpy as np, os.path", {"np", "os"}, set()),
        ("def f(a, b=c):\n    d = a + e\n    return d", {"f"}, {"c", "e"}),
        ("def f():\n    global g\n    g = 1", {"f", "g"}, set()),
        ("class A(B):\n    x = y", {"A"}, {"B", "y"}),
        ("[i for i in z]", set(), {"z"}),
        ("for i in range(n): pass", {"i"}, {"range", "n"}),
        ("%matplotlib inline\nx = 1", {"x"}, set()),
        ("!ls\n?help\nnp.sum??", set(), set()),
        ("globals()['hidden'] = 1", set(), {"globals", "hidden"}),
        ("%time x = f(X, *start)", {"x"}, {"f", "X", "start"}),
        ("t = %timeit -o -n1 -r 2 f(X)\nprint(t.best)", {"t"}, {"f", "X", "t", "print"}),
        ("for i in a:\n    %prun -s time f(X)", {"i"}, {"a", "f", "X"}),
        ("%%time x = 1\ny = X", {"x", "y"}, {"X"}),
        ("%time is (not Python", set(), set()),
        ("%matplotlib inline -n 3 X", set(), set()),
        (">>> def f(x):\n...     return g(x)", {"f"}, {"g"}),
        ("In [3]: y = 1\n   ...: x = y", {"x", "y"}, {"y"}),
        ("\ufeffx = y", {"x"}, {"y"}),
        ("def f(x):\n\u00a0\u00a0\u00a0 return\u00a0g(x)", {"f"}, {"g"}),
        ("    x = 1\n    y = x\n    %pwd", {"x", "y"}, {"x"}),
        ("", set(), set()),
    ],
)
def test_global_names_are_those_that_other_cells_see(text, binds, uses):
    names = CellSource(text).names
    assert (names.binds, names.uses) == (binds, uses)


@given(st.sampled_from(["x = f(y)", "def f(a):\n    return a + b", "del x", "import os"]))
def test_python_itself_agrees_about_what_is_bound(text):
    namespace = {"f": abs, "y": 1, "x": 2}
    before = dict(namespace)
    exec(text, namespace)
    changed = {n for n, v in namespace.items() if n != "__builtins__" and before.get(n) is not v}
    assert changed <= CellSource(text).names.binds


def test_of_a_cell_that_can_not_be_parsed_every_word_counts_as_used():
    source = CellSource("def f(x):\n    return (g")
    assert source.tree is None
    assert source.names.binds == {"f"}
    assert {"g", "x"} <= source.names.uses
    assert source.functions == ("f",)
    assert source.is_definition


def test_a_function_keeps_its_lines_and_decorators():
    source = CellSource("x = 1\n\n@np.vectorize\ndef f(a):\n    return a\n\ny = 2")
    assert source.function_sources == {"f": "\n\n@np.vectorize\ndef f(a):\n    return a"}


@pytest.mark.parametrize(
    ("body", "is_stub"),
    [
        ("raise NotImplementedError()", True),
        ("'''What it does.'''\n    raise NotImplementedError('later')", True),
        ("x = 1\n    raise NotImplementedError()", False),
        ("return NotImplemented", False),
    ],
)
def test_a_stub_does_nothing_but_say_so(body, is_stub):
    source = CellSource(f"def f(x):\n    {body}")
    assert source.stubs == ({"f"} if is_stub else set())
    assert source.written_names == (set() if is_stub else {"f"})


@pytest.mark.parametrize(
    "text", ["x = 1", "%time\nx = 1", "x = (", *HARD], ids=range(3 + len(HARD))
)
def test_a_cell_is_parsed_when_it_is_asked_and_never_again(text, monkeypatch):
    n_parsed, parse = [], ast.parse
    monkeypatch.setattr(ast, "parse", lambda *a, **k: n_parsed.append(1) or parse(*a, **k))
    source = CellSource(text)
    assert n_parsed == []
    first = read_everything(source)
    n_first = len(n_parsed)
    assert n_first == 1 if "%" not in text else n_first <= 2
    assert read_everything(source) == first
    assert parse_cell(source) is source.tree
    assert len(n_parsed) == n_first


def test_huge_cells_are_not_parsed(monkeypatch):
    n_parsed, parse = [], ast.parse
    monkeypatch.setattr(ast, "parse", lambda *a, **k: n_parsed.append(1) or parse(*a, **k))
    source = CellSource("x = 1\n" * syntax.MAX_CHARACTERS)
    assert source.tree is source.syntax_error is None
    assert parse_cell(str(source)) is None
    assert n_parsed == []


def test_a_tree_goes_with_its_cell_and_stays_in_its_process():
    source = CellSource("x = 1")
    tree = weakref.ref(source.tree)
    copy = pickle.loads(pickle.dumps(source))
    assert (copy, type(copy)) == (source, CellSource)
    assert "_parsed" not in vars(copy)
    del source
    gc.collect()
    assert tree() is None


def test_plain_text_reads_like_a_cell():
    assert ast.dump(parse_cell("x = 1")) == ast.dump(CellSource("x = 1").tree)
    assert CellSource("%time\nx = (").syntax_error[1] == 2


@pytest.mark.parametrize("text", HARD, ids=lambda text: text[:9])
def test_what_is_hard_to_read_raises_nothing(text):
    read_everything(CellSource(text))


def test_a_tree_that_can_not_be_written_is_no_text_and_has_no_names():
    node = ast.Name("x", ast.Load())
    for _ in range(5_000):
        node = ast.UnaryOp(ast.USub(), node)
    assert unparse(node) == ""
    assert names_in(ast.Module([ast.Expr(node)], [])) is None


@pytest.mark.parametrize(
    ("text", "binds", "uses"),
    [
        ("x = %pwd\ny = x", {"x", "y"}, {"x"}),
        ("a, b = !ls\nimport numpy as np", {"a", "b", "np"}, set()),
        ("%%html\n<b>e_step</b>", set(), set()),
        ("%%bash\nfor f in *; do echo $f; done", set(), set()),
        ("%%mine\nx = y", {"x"}, {"y"}),
        ("y = a\\\n  % b", {"y"}, {"a", "b"}),
    ],
)
def test_lines_of_ipython_hide_no_names(text, binds, uses):
    source = CellSource(text)
    assert (source.names.binds, source.names.uses) == (binds, uses)
    assert source.syntax_error is None


def test_of_a_cell_for_a_newer_python_names_and_version_are_known():
    source = CellSource("lazy import numpy as np\nx = np")
    assert source.needs_python == (3, 15)
    assert source.names == ({"x", "np"}, {"np"})
    assert CellSource("x = (").needs_python is CellSource("x = 1").needs_python is None


def test_inner_functions_are_those_in_classes_and_functions():
    source = CellSource("def f():\n    def g(): pass\nclass A:\n    async def h(self): pass")
    assert [(outer.name, name) for outer, name in source.inner_functions] == [
        ("f", "g"),
        ("A", "h"),
    ]
