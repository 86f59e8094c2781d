"""No message ends in the middle: in the catalogues, and in the answers to the whole bank."""

import re

import pytest
from support.cells import call, judged
from support.implementations import WRONG
from support.judged import EACH_EXERCISE, verdict_on

from gmm_helpers.checks.cards import as_text
from gmm_helpers.exercises import EXERCISES
from gmm_helpers.exercises.mistakes.messages import message_of
from gmm_helpers.exercises.symptoms.sizes import TOPICS

# A sentence, or the student's own line at the end of one.
WHOLE = re.compile(r'.*(?:[\w)\]"\'`=*ᵀ²₀-₉] ?[.?]\)?|line \d+ of the cell: .+)', re.DOTALL)
HINT = "For a hint: hint("
BROKEN = re.compile(r"[;,:]\s*(?:\.|\?|$)|\.\.(?!\.)(?<!\.\.\.)|\bNone[;,:]?$| $|^ ")


def assert_whole(text):
    for line in text.splitlines():
        if not line.startswith(HINT):
            assert WHOLE.fullmatch(line), line
            assert not BROKEN.search(line.split(" of the cell: ")[0].replace("...", "…")), line


@EACH_EXERCISE
def test_the_message_of_a_mistake_is_whole(name):
    for mistake in EXERCISES[name].mistakes:
        assert_whole(message_of(name, mistake))


@pytest.mark.parametrize("topic", TOPICS)
def test_the_message_of_a_topic_is_whole(topic):
    assert_whole(TOPICS[topic].message)


@pytest.mark.slow
@EACH_EXERCISE
def test_the_answer_to_a_wrong_implementation_is_whole(name):
    """Of every fourth, as each takes long to be named; their messages are all looked at above."""
    for function in list(WRONG[name].values())[1::4]:
        verdict = verdict_on(function, name, seed=1)
        for values in (True, False):
            assert_whole(as_text(verdict, values=values))


BODIES = {
    "nothing": "pass",
    "no return": "result = {0}",
    "half of the results": "return {0}[:2]",
    "an exception": "return {0} + undefined",
    "an exception of its own": "raise ValueError('Not; like: this,')",
    "an empty exception": "raise ValueError",
    "text": "return 'text;'",
    "three times None": "return None, None, None",
    "one of them": "return None, *{0}[1:]",
    "another shape": "return np.zeros((3, 1, 4)) + 1 * len([{0}])",
}


@pytest.mark.slow
@EACH_EXERCISE
@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_the_answer_to_a_slip_is_whole(name, body):
    verdict = judged(name, body.format(call(name)))
    for values in (True, False):
        text = as_text(verdict, values=values)
        assert_whole(text)
        assert not re.search(r"^Tried on [^:]*\.$", text, re.MULTILINE)
