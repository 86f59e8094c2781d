"""Code without the names of who wrote it."""

import ast

import pytest
from support.handed_in import filled, submission

from gmm_helpers.grading.judging.examples import MAX_LINES, anonymous_code

WRONG = """
def e_step(X, weights, means, covariances):
    # by Ann
    r = np.exp(gmm.weighted_log_prob(X, weights, means, covariances))
    return r / r.sum(axis=0)
"""


def anonymous(source, name="f"):
    return anonymous_code(ast.parse(source).body[-1], name)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("def f(x):\n    '''Ann'''\n    return x  # Ann", "def f(x):\n    return x"),
        ("def f(x):\n    'Ann'", "def f(x):\n    pass"),
        (
            "def f(x):\n    if x:\n        'Ann'\n    return x",
            "def f(x):\n    if x:\n        pass\n    return x",
        ),
        ("def f(x='Ann'):\n    return b'Ann'", "def f(x='...'):\n    return b'...'"),
        ("def f(x):\n    return f'Ann {x}'", "def f(x):\n    return f'...{x}'"),
        (
            "def f(x):\n    return einsum('nk,nd->kd', x)",
            "def f(x):\n    return einsum('nk,nd->kd', x)",
        ),
    ],
)
def test_comments_and_texts_are_left_out_and_subscripts_stay(source, expected):
    assert anonymous(source) == expected


def test_a_lambda_is_shown_with_its_name():
    lambda_node = ast.parse("f = lambda x: x * 'Ann'").body[0].value
    assert anonymous_code(lambda_node, "f") == "f = lambda x: x * '...'"


def test_long_code_is_cut_and_deep_code_is_left_out():
    long = "def f(x):\n" + "    x = x + 1\n" * 500
    lines = anonymous(long).splitlines()
    assert len(lines) == MAX_LINES + 1
    assert lines[-1].strip() == "# and so on"
    assert len(anonymous(f"def f(x):\n    return [{'1, ' * 3_000}]")) < 5000
    deep = ast.Name("x")
    for _ in range(5000):
        deep = ast.UnaryOp(ast.USub(), deep)
    assert anonymous_code(ast.Expr(deep), "f") == ""


def test_a_graded_submission_carries_the_code_of_its_mistakes_only(grader):
    notebook = filled("02_e_step", e_step=WRONG)
    result = grader.grade(submission(notebook))
    (row,) = [row for row in result["rows"] if row["exercise"] == "e_step"]
    assert row["named"] == ("normalised over samples",)
    assert "samples" in row["said"][0]
    assert [*result["examples"]] == ["e_step"]
    assert "Ann" not in result["examples"]["e_step"]
    compile(result["examples"]["e_step"], "example", "exec")
