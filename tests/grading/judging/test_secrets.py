"""Somebody who knows the hidden inputs tries to have them told: feedback is the same whatever."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gmm_helpers.exercises import EXERCISES, CallStatus, Outcome, attempt
from gmm_helpers.exercises.judging.returned_values import Unusable, UnusableKind
from gmm_helpers.exercises.running.exceptions import CodeLine, RaisedException
from gmm_helpers.exercises.statuses import RunStatus
from gmm_helpers.exercises.symptoms.source import source_in
from gmm_helpers.grading.jail import ExerciseRun, Reason, ReasonKind
from gmm_helpers.grading.judging.exercises import build_key
from gmm_helpers.grading.judging.feedback import Shown, row_of
from gmm_helpers.grading.judging.marks import mark_of
from gmm_helpers.grading.parsing.syntax import parse_cell

pytestmark = pytest.mark.slow

KEY, PUBLIC = build_key("e_step", 0), build_key("e_step", 1, public=True)
WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
MINE = ["alpha", "beta", "gamma", "delta"]  # texts and names that stand in the source
OWN = [
    "def e_step(X, weights, means, covariances):\n"
    "    alpha, beta, gamma, delta = 'alpha', 'beta', 'gamma', 'delta'\n"
    "    raise ValueError(f'the data {X} are odd')",
]
SOURCE = source_in(OWN, "e_step", parse_cell)
bits64 = st.integers(0, 2**64 - 1)


def digits(secret, base):
    """Digits of 64 bits, always the same number of them."""
    found = []
    for _ in range(-(-64 // (base.bit_length() - 1))):
        secret, digit = divmod(secret, base)
        found.append(digit)
    return found


def letters(secret, alphabet):
    return "".join(alphabet[digit] for digit in digits(secret, len(alphabet)))


def shape(secret):
    return f"({','.join(str(1000 + digit) for digit in digits(secret, 256)[:4])})"


LOWER = "abcdefghijklmnopqrstuvwxyz"
IN_MESSAGES = {
    "digits": str,
    "arabic-indic digits": lambda s: letters(s, "٠١٢٣٤٥٦٧٨٩"),
    "fullwidth digits": lambda s: letters(s, "".join(map(chr, range(0xFF10, 0xFF1A)))),
    "superscripts": lambda s: letters(s, "⁰¹²³⁴⁵⁶⁷⁸⁹"),
    "roman numbers": lambda s: letters(s, "ⅠⅡⅢⅣⅤⅥⅦⅧ"),
    "circled numbers": lambda s: letters(s, "①②③④⑤⑥⑦⑧"),
    "single digits": lambda s: " ".join(map(str, digits(s, 10))),
    "words": lambda s: " ".join(WORDS[d] for d in digits(s, 10)),
    "letters": lambda s: letters(s, LOWER),
    "short words": lambda s: " ".join(letters(s, LOWER)),
    "capitals": lambda s: "".join(
        c.upper() if d else c for c, d in zip(LOWER * 3, digits(s, 2), strict=False)
    ),
    "punctuation": lambda s: letters(s, ".,;:!?-_"),
    "white space": lambda s: "the" + letters(s, " \u00a0\u2002\u2003") + "data are odd",
    "zero-width characters": lambda s: "the " + letters(s, "\u200b\u200c\u200d\u2060") + "data",
    "directions": lambda s: "the data" + letters(s, "\u202a\u202b\u202d\u202e"),
    "order of own words": lambda s: " ".join(MINE[d] for d in digits(s, 4)),
    "between own words": lambda s: f"the data {s} are odd",
    "in a known message": lambda s: f"index {1000 + s} is out of bounds for axis 0 with size 3",
    "shapes": lambda s: (
        f"operands could not be broadcast together with shapes {shape(s)} {shape(s >> 32)}"
    ),
    "axes": lambda s: f"cannot reshape array of size 6 into shape ({','.join(bin(2**64 + s)[3:])})",
    "leading zeros": lambda s: "index " + "0" * (1 + s % 99) + " is out of bounds for axis 0",
    "an unknown name": lambda s: f"name '{letters(s, LOWER)}' is not defined",
    "a key": lambda s: f"'{letters(s, LOWER)}'",
    "text in a known message": lambda s: f"could not convert string to float: '{s}'",
    "a place in a file": lambda s: f"invalid syntax (<string>, line {1 + s % 99_999})",
}


def raising(kind, message="", line=None):
    exception = RaisedException(kind, message)
    return Outcome(status=CallStatus.RAISED, exception=exception, line=line)


OUTCOMES = {
    **{
        f"{kind} {name}": lambda s, say=say, kind=kind: raising(kind, say(s))
        for name, say in IN_MESSAGES.items()
        for kind in ("ValueError", "KeyError", "SadError")
    },
    "name of a type": lambda s: raising(f"{letters(s, LOWER).title()}Error", "no"),
    "type alone": lambda s: raising(f"{letters(s, LOWER)}Exception"),
    "line number": lambda s: raising("E", "no", CodeLine(9 + s % 9999, "x")),
    "number of an own line": lambda s: raising(
        "E", "no", CodeLine(4 + s % 9999, "raise ValueError(f'the data {X} are odd')")
    ),
    "a line": lambda s: raising("ValueError", "no", CodeLine(1, str(s))),
    "a line of a call that is stopped": lambda s: Outcome(
        status=CallStatus.TIMED_OUT, line=CodeLine(1, str(s)), seconds=6.0
    ),
    "what is not written": lambda s: Outcome(
        status=CallStatus.UNWRITTEN, exception=RaisedException("NotImplementedError", str(s))
    ),
    "type of a result": lambda s: Outcome(value=Unusable(UnusableKind.OBJECT, letters(s, LOWER))),
    "type of a sequence": lambda s: Outcome(
        value=Unusable(UnusableKind.SEQUENCE, letters(s, LOWER), length=2)
    ),
    "shape of a result": lambda s: Outcome(
        value=Unusable(UnusableKind.ARRAY, shape=(1000 + s % 9000, 2))
    ),
    "axes of a result": lambda s: Outcome(
        value=Unusable(UnusableKind.ARRAY, shape=tuple(digits(s, 2)[:20]))
    ),
    "length of a result": lambda s: Outcome(
        value=Unusable(UnusableKind.SEQUENCE, "tuple", length=1000 + s % 9000)
    ),
    "what does not belong to a kind": lambda s: Outcome(
        value=Unusable(UnusableKind.TEXT, letters(s, LOWER), (s % 1000,), s)
    ),
    "changed names": lambda s: Outcome(value=1.0, changed=(letters(s, LOWER),)),
}


def on_public_cases(function):
    outcomes = tuple(attempt(EXERCISES["e_step"], function, case) for case in PUBLIC.cases)
    return Shown(ExerciseRun("e_step", RunStatus.RAN, outcomes), PUBLIC, 1, SOURCE)


# In the public run there is none, or nothing is wrong, or something is.
SHOWN = (None, on_public_cases(EXERCISES["e_step"].reference), on_public_cases(lambda *_: 0.0))


def feedback(outcome, status=RunStatus.RAN, reason=None):
    outcomes = (outcome,) * len(KEY.cases) if outcome else ()
    mark = mark_of(ExerciseRun("e_step", status, outcomes, reason), KEY, SOURCE)
    rows = [row_of("notebook", mark, shown) for shown in SHOWN]
    return repr(mark), *[(row.message, row.card, row.named, row.status) for row in rows]


@pytest.mark.parametrize("encoding", OUTCOMES)
@given(first=bits64, second=bits64)
@settings(max_examples=6, deadline=None)
def test_the_feedback_does_not_depend_on_the_secret(encoding, first, second):
    say = OUTCOMES[encoding]
    assert feedback(say(first)) == feedback(say(second))


@pytest.mark.parametrize("encoding", IN_MESSAGES)
@given(first=bits64, second=bits64)
@settings(max_examples=6, deadline=None)
def test_nor_does_what_is_said_of_cells(encoding, first, second):
    for place in PLACES:
        texts = [IN_MESSAGES[encoding](secret) for secret in (first, second)]
        assert len({feedback(None, *place(text)) for text in texts}) == 1


PLACES = [
    lambda text: (RunStatus.UNDEFINED, raised_in_cell(RaisedException("ValueError", text))),
    lambda text: (RunStatus.UNDEFINED, raised_in_cell(RaisedException("KeyError", text))),
    lambda text: (RunStatus.UNDEFINED, raised_in_cell(RaisedException(text, "no"))),
    lambda text: (
        RunStatus.UNDEFINED,
        raised_in_cell(RaisedException("ValueError", "no"), CodeLine(2, text)),
    ),
    lambda text: (
        RunStatus.MEMORY,
        Reason(ReasonKind.OUT_OF_MEMORY, case=3, exception=RaisedException("MemoryError", text)),
    ),
]


def raised_in_cell(exception, line=None):
    return Reason(ReasonKind.RAISED, cell=3, exception=exception, line=line)


def test_the_secret_would_be_seen():
    """The tests above would be of no use if nothing of what is said were ever shown."""
    mark = mark_of(ExerciseRun("e_step", RunStatus.RAN, (raising("E", "x"),) * 18), KEY, SOURCE)
    run = ExerciseRun("e_step", RunStatus.RAN, (raising("OddError", "0.25"),) * len(PUBLIC.cases))
    assert "OddError: 0.25" in row_of("notebook", mark, Shown(run, PUBLIC, 1, SOURCE)).message


def test_numbers_in_what_a_function_returns_are_not_quoted():
    """A history may be as long as its author likes."""
    key = build_key("fit_em", 0)

    def told(n_more, factor=1.0):
        outcomes = []
        for *params, history in key.expected:
            longer = [*history, *[history[-1] * factor] * n_more]
            outcomes.append(Outcome(value=(*params, longer)))
        run = ExerciseRun("fit_em", RunStatus.RAN, tuple(outcomes))
        row = row_of("notebook", mark_of(run, key))
        return row.message, row.card

    assert told(4_567) == told(7_654)
    assert told(61, 0.5) == told(62, 0.25)
