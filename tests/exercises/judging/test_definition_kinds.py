"""Definitions that are no functions are told apart by their tree alone."""

import ast

import pytest

from gmm_helpers.exercises.judging.definition_kinds import unusual_kind


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("class f: pass", ["a class"]),
        ("async def f(X): return X", ["a coroutine"]),
        ("def f(X): yield X", ["a generator"]),
        ("def f(X): return X", []),
        ("def f(X):\n    def rows():\n        yield X\n    return list(rows())", []),
    ],
)
def test_what_a_definition_is(code, kind):
    assert [each.name for each in unusual_kind(ast.parse(code).body[0], "f")] == kind
