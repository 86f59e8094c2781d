import json

import pytest
from support.asked import PICTURE, QUESTIONS

from gmm_helpers.drawing import new_figure, show
from gmm_helpers.questions.as_data import from_data, picture_data, to_data


@pytest.mark.parametrize("kind", QUESTIONS)
def test_a_question_comes_back_from_json(kind):
    assert from_data(json.loads(json.dumps(to_data(QUESTIONS[kind])))) == QUESTIONS[kind]


def test_a_picture_is_kept_with_its_alt_text():
    data = picture_data(show(new_figure(height=1)[0], alt="Empty."))
    assert data["alt"] == "Empty."
    assert data["width"] > data["height"] > 0
    assert picture_data(data) is data


@pytest.mark.parametrize("data", [{}, {"answer": {"kind": "none"}}, {"answer": {}}])
def test_other_data_are_refused(data):
    with pytest.raises((KeyError, TypeError, ValueError)):
        from_data(data)


def test_pictures_are_no_question_of_another_kind():
    assert to_data(QUESTIONS["point"])["answer"]["picture"] == PICTURE
