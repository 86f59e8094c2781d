"""Newer syntax, written in older syntax that means the same."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gmm_helpers.grading.parsing.newer_python import in_older_syntax

OLD = (3, 11)
# Newer source, older source, and the Python that is needed.
FORMS = [
    ("def f[T](x): pass", "def f(x): pass", (3, 12)),
    ("async def f[T: (int, list[str])](x): pass", "async def f(x): pass", (3, 12)),
    ("class A[*Ts](B): pass", "class A(B): pass", (3, 12)),
    ("class A[T = int]: pass", "class A: pass", (3, 13)),
    ("if x:\n    type P = int", "if x:\n    P = int", (3, 12)),
    ("x = 1; type P[T] = list[T]", "x = 1; P = list[T]", (3, 12)),
    ("try: f()\nexcept A, b.C: pass", "try: f()\nexcept (A, b.C): pass", (3, 14)),
    ("lazy import numpy", "import numpy", (3, 15)),
    ('f"{d["a"]}"', 'f"""{d["a"]}"""', (3, 12)),
    ("rf'{d['a']!r:>{w}}\\d'", 'rf"""{d[\'a\']!r:>{w}}\\d"""', (3, 12)),
    ('f"{f"{f"{x}"}"}"', 'f"""{f\'\'\'{f"{x}"}\'\'\'}"""', (3, 12)),
    ("# it's\n'\"' + f'{d['a']}' + '{'", "# it's\n'\"' + f\"\"\"{d['a']}\"\"\" + '{'", (3, 12)),
]


@pytest.mark.parametrize(("newer", "older", "needs"), FORMS)
def test_a_newer_form_is_replaced_on_its_lines(newer, older, needs):
    found = in_older_syntax(newer, OLD)
    assert (found.text, found.needs) == (older, needs)
    ast.parse(found.text)
    ast.parse(found.rest)
    assert found.text.count("\n") == newer.count("\n")


@pytest.mark.parametrize("newer", ['f"{"\\n".join(x)}"', 'f"{\n  x  # why\n}"', 't"{x}"'])
def test_what_has_no_older_form_is_known_all_the_same(newer):
    found = in_older_syntax(f"y = {newer}", OLD)
    assert found.needs >= (3, 12)
    assert ast.unparse(ast.parse(found.rest)) == "y = ''"


@pytest.mark.parametrize(
    "source",
    [
        "x = (",
        "def f(x:\n    pass",
        "type = 3\ntype == 4",
        "f'{x}' + \"{\" + f\"{d['a']}\"",
        "x = f'{",
        'x = f"{d[" + "',
        "x = 'it",
        "except_ = a, b",
        "print 'hello'",
        "",
    ],
)
def test_what_is_wrong_in_every_python_is_not_called_newer(source):
    found = in_older_syntax(source, OLD)
    if found is not None:
        with pytest.raises(SyntaxError):
            ast.parse(found.rest)


def test_a_python_that_knows_a_form_leaves_it():
    assert in_older_syntax("def f[T](x): pass", (3, 12)) is None
    assert in_older_syntax("class A[T = int]: pass", (3, 13)) is None
    assert in_older_syntax('f"{d["a"]}"', (3, 12)) is None


@given(st.text(alphabet="fFt'\"{}[]()\\n#: =aT", max_size=40))
def test_no_text_stops_it(text):
    found = in_older_syntax(text, OLD)
    assert found is None or found.text.count("\n") == text.count("\n")
