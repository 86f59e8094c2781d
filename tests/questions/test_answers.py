"""What is said about an answer: in Python, by plain rules, and the same in the browser."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.asked import QUESTIONS
from support.javascript import node

from gmm_helpers.questions import respond
from gmm_helpers.questions.as_data import to_data

STATIC = Path(__file__).parents[2] / "gmm_helpers" / "questions" / "static"
COORDINATE = st.floats(-3, 3)
ANSWERS = {
    "one": st.lists(st.integers(0, 2), min_size=1, max_size=1),
    "several": st.lists(st.integers(0, 3), min_size=1, unique=True),
    "number": st.one_of(st.floats(-10, 10), st.sampled_from([0.8, 0.81, 0.79, 1.25, 1.26])),
    "order": st.permutations([0, 1, 2]),
    "point": st.tuples(COORDINATE, COORDINATE).map(list),
}
SAID = {
    ("one", (0,)): (True, "One *owner*."),
    ("one", (2,)): (False, "No."),
    ("several", (3, 0)): (True, "One *owner*. Yes."),
    ("several", (0,)): (False, "One *owner*. 1 more is right."),
    ("several", (1, 2)): (False, "A column. No. 2 more are right."),
    ("several", (0, 1, 3)): (False, "One *owner*. A column. Yes."),
    ("number", 0.81): (True, "Four fifths."),
    ("number", 0.8101): (False, "Less."),
    ("number", 1.24): (False, "Upside down."),
    ("number", -3.0): (False, "More."),
    ("order", (0, 1, 2)): (True, "A guess. Then. Last."),
    ("order", (0, 2, 1)): (False, "Then."),
    ("order", (2, 0, 1)): (False, "A guess."),
    ("point", (1.3, 0.6)): (True, "The average."),
    ("point", (-1.2, 0.0)): (False, "Old."),
    ("point", (-1.4, 0.0)): (False, "Older."),
    ("point", (2.0, -2.0)): (False, "No."),
}


@pytest.mark.parametrize(("kind", "answer"), SAID)
def test_what_is_said(kind, answer):
    answer = list(answer) if isinstance(answer, tuple) else answer
    response = respond(QUESTIONS[kind], answer)
    assert (response.is_right, " ".join(response.reasons)) == SAID[
        kind, tuple(answer) if isinstance(answer, list) else answer
    ]


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("one", []),
        ("one", [0, 1]),
        ("one", [3]),
        ("one", [-1]),
        ("one", ["0"]),
        ("one", [True]),
        ("one", 0),
        ("one", None),
        ("several", []),
        ("several", [0, 0]),
        ("number", "0.8"),
        ("number", [0.8]),
        ("number", float("nan")),
        ("number", float("inf")),
        ("number", True),
        ("order", [0, 1]),
        ("order", [0, 1, 1]),
        ("point", [1.0]),
        ("point", 1.0),
        ("point", [1.0, None]),
    ],
)
def test_what_is_no_answer_is_refused(kind, answer):
    with pytest.raises(ValueError, match="expected"):
        respond(QUESTIONS[kind], answer)


@pytest.mark.parametrize("kind", QUESTIONS)
def test_the_browser_says_the_same(kind):
    question = QUESTIONS[kind]
    answers = []

    @given(ANSWERS[kind])
    def collect(answer):
        answers.append(answer)

    collect()
    code = """
      import { respond } from "./judge.js";
      const { answer, answers } = JSON.parse(input);
      console.log(JSON.stringify(answers.map((given) => respond(answer, given))));
    """
    asked = json.dumps({"answer": to_data(question)["answer"], "answers": answers})
    for answer, said in zip(answers, node(code, asked.encode(), STATIC), strict=True):
        response = respond(question, answer)
        assert (said["isRight"], tuple(said["reasons"])) == (response.is_right, response.reasons)
