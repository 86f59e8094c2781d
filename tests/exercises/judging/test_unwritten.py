"""What still has to be written is told as unfinished, with its line."""

import pytest
from support.cells import judged

BEGUN = {
    "dots in a loop": "out = np.zeros((3, 2))\nfor k in range(3):\n    out[k] = ...\nreturn out",
    "dots as an argument": "return np.exp(...)",
    "dots in a sum": "total = 0.0\ntotal += ...\nreturn total",
    "a raise": "raise Exception('TODO')",
    "a raise after some work": "scores = 2 * X\nraise RuntimeError('later')",
    "an assertion": "assert False, 'todo'",
}


@pytest.mark.parametrize("body", BEGUN.values(), ids=BEGUN)
def test_a_line_that_stands_for_another_is_unfinished(body):
    verdict = judged("e_step", body)
    assert verdict.status == "unfinished"
    assert verdict.diagnoses[0].line.text.strip() in body


@pytest.mark.parametrize(
    "body",
    [
        "if len(X) > 0:\n    raise ValueError('no')\nreturn X",
        "assert X.shape[1] == 99\nreturn X",
        "return np.linalg.inv(X[..., 0])",
        "raise_it = np.ones(2) @ np.ones(3)\nreturn raise_it",
    ],
)
def test_what_fails_for_another_reason_is_wrong(body):
    assert judged("e_step", body).status == "incorrect"


def test_what_is_not_implemented_is_unfinished():
    assert judged("e_step", "return NotImplemented").status == "unfinished"
