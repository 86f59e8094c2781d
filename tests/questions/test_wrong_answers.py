"""What is wrong about an answer, for questions of every kind."""

import pytest
from support.asked import QUESTIONS

from gmm_helpers.questions.answers import respond
from gmm_helpers.questions.wrong_answers import wrong_in

RIGHT = {"one": [0], "several": [3, 0], "number": 0.805, "order": [0, 1, 2], "point": [1.2, 1]}


@pytest.mark.parametrize("kind", QUESTIONS)
def test_a_right_answer_has_nothing_wrong(kind):
    assert respond(QUESTIONS[kind], RIGHT[kind]).is_right
    assert wrong_in(QUESTIONS[kind], RIGHT[kind]) == ()


@pytest.mark.parametrize(
    ("kind", "given", "expected"),
    [
        ("one", [1], [("N_k", "A column.")]),
        ("several", [0], [("not chosen: sum is 1", "Yes.")]),
        ("several", [3, 2, 0], [("K", "No.")]),
        (
            "several",
            [1],
            [
                ("N_k", "A column."),
                ("not chosen: 1", "One *owner*."),
                ("not chosen: sum is 1", "Yes."),
            ],
        ),
        ("number", 1.251, [("1.25 per cent", "Upside down.")]),
        ("number", 0.3, [("less than 0.8 per cent", "More.")]),
        ("number", 1e300, [("more than 0.8 per cent", "Less.")]),
        ("order", [0, 2, 1], [("not in place 2: E-step", "Then.")]),
        ("point", [-1.4, 0.0], [("near (-1.5, 0)", "Older.")]),
        ("point", [2.0, -2.0], [("elsewhere", "No.")]),
    ],
)
def test_a_wrong_answer_is_named_with_the_reason_that_the_reader_saw(kind, given, expected):
    assert [tuple(each) for each in wrong_in(QUESTIONS[kind], given)] == expected


@pytest.mark.parametrize("given", [None, "x", [], [7], {"a": 1}])
@pytest.mark.parametrize("kind", QUESTIONS)
def test_what_is_no_answer_is_refused(kind, given):
    with pytest.raises(ValueError, match="expected"):
        wrong_in(QUESTIONS[kind], given)
