import re
from html.parser import HTMLParser

import pytest
from support.asked import QUESTIONS

from gmm_helpers.questions.still import as_html, as_text


class Folded(HTMLParser):
    """What can be read at once, and what is folded away."""

    def __init__(self, html):
        super().__init__()
        self.open, self.inside, self.depth = "", "", 0
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.depth += tag == "details"

    def handle_endtag(self, tag):
        self.depth -= tag == "details"

    def handle_data(self, data):
        if self.depth:
            self.inside += data
        else:
            self.open += data


@pytest.mark.parametrize("kind", QUESTIONS)
def test_the_answer_and_all_reasons_are_folded_away(kind):
    question = QUESTIONS[kind]
    page = Folded(as_html(question))
    reasons = re.findall(r"[A-Z][a-z ]+\.", str(question.answer))
    assert page.inside.startswith("Answer")
    assert "right" in page.inside or kind == "order"
    for reason in set(reasons) - {"An empty plane."}:
        assert reason in page.inside, reason
        assert reason not in page.open


@pytest.mark.parametrize("kind", QUESTIONS)
def test_as_text_it_tells_no_answer(kind):
    text = as_text(QUESTIONS[kind])
    assert "right" not in text
    assert text.split(".")[0] == ("Predict" if QUESTIONS[kind].is_prediction else "Question")


def test_signs_are_typeset():
    assert "r<sub" in as_html(QUESTIONS["one"])
    assert "rₙₖ" in as_text(QUESTIONS["one"])


def test_an_order_is_listed_in_another_one():
    assert as_text(QUESTIONS["order"]).splitlines()[1:] == ["- E-step", "- M-step", "- start"]


def test_what_is_shown_afterwards_is_folded_away():
    page = Folded(as_html(QUESTIONS["several"]))
    assert "Two do." in page.inside
    assert "Two do." not in page.open
    assert as_html(QUESTIONS["point"]).count("<img") == 2
