"""Exceptions and reasons of a hostile process are reduced to what quotes no input."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gmm_helpers.exercises.running.exceptions import CodeLine, RaisedException
from gmm_helpers.grading.jail import Reason, ReasonKind
from gmm_helpers.grading.judging.exercises import build_key
from gmm_helpers.grading.judging.quoting.exceptions import (
    NOT_SHOWN,
    UNKNOWN,
    mask_exception,
    mask_reason,
)
from gmm_helpers.grading.judging.quoting.outcomes import known_of
from gmm_helpers.grading.judging.quoting.student_source import OwnSource
from gmm_helpers.grading.judging.quoting.templates import Known

SECRET = np.random.default_rng(3).normal(size=(40, 2))
KEY = build_key("e_step", 0)  # first 30 samples, 3 components, 2 features
NOBODYS = OwnSource()


def known(source=""):
    return known_of(KEY, 0, OwnSource([source]))


def message_of(kind, message, own=NOBODYS, facts=None):
    return mask_exception(RaisedException(kind, message), own, facts or Known()).message


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("ValueError", str(SECRET.tolist())),
        (str(SECRET.tolist()), "oops"),
        (
            "ValueError",
            "operands could not be broadcast together with shapes "
            f"({','.join(str(int(1e6 * abs(x))) for x in SECRET[:, 0])}) (3,)",
        ),
        (f"Secret{''.join(str(x) for x in SECRET[0])}Error", "x"),
        ("ValueError", "".join(f"{int(1e4 * abs(x))}" for x in SECRET[0])),
        ("ValueError", " ".join(f"x{int(1e4 * abs(x))}" for x in SECRET[0])),
        ("ValueError", " ".join(f"{int(1e4 * abs(x))}x" for x in SECRET[0])),
    ],
)
def test_numbers_of_the_inputs_are_not_quoted(kind, message):
    said = str(mask_exception(RaisedException(kind, message)))
    assert len(said) < 200
    for number in SECRET.ravel():
        assert f"{abs(number):.4f}"[2:] not in said
        assert str(int(1e4 * abs(number))) not in said


@given(st.text(max_size=3000), st.text(max_size=3000))
def test_whatever_is_said_is_short(kind, message):
    for exception in (RaisedException(kind, message), RaisedException("ValueError", message)):
        assert len(str(mask_exception(exception))) <= 400


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("NameError", "name 'np' is not defined"),
        ("AxisError", "axis 1 is out of bounds for array of dimension 1"),
        ("ValueError", "operands could not be broadcast together with shapes (30,3) (30,)"),
        ("ValueError", "cannot reshape array of size 60 into shape (30,1,2)"),
        ("LinAlgError", "Singular matrix"),
        ("NotImplementedError", "write e_step here"),
        ("KeyboardInterrupt", ""),
    ],
)
def test_what_everybody_needs_to_know_is_kept(kind, message):
    exception = RaisedException(kind, message)
    assert mask_exception(exception, OwnSource(["import numpy as np"]), known("np")) == exception


@pytest.mark.parametrize(
    ("kind", "message", "shown"),
    [
        ("IndexError", "index 31 is out of bounds for axis 0 with size 30", "index … is"),
        ("IndexError", "index 30 is out of bounds for axis 0 with size 30", "index 30 is"),
        ("IndexError", "index 030 is out of bounds for axis 0 with size 30", NOT_SHOWN),
        ("IndexError", "index ٣ is out of bounds for axis 0 with size 30", NOT_SHOWN),
        ("ValueError", "matmul: Input operand 1 has a mismatch in its core dimension 0, with "
         "gufunc signature (n?,k),(k,m?)->(n?,m?) (size 30 is different from 7)", "size 30 is"),
        ("ValueError", "cannot reshape array of size 90 into shape (7,)", "90 into shape (…)"),
        ("ValueError", "cannot reshape array of size 90 into shape (0,1,0,1,1)", "shape (…)"),
        ("ValueError", "could not convert string to float: '0.25'", "string to float: …"),
        ("NameError", "name 'np.np.np.np' is not defined", "name '…' is not defined"),
        ("NameError", "name 'a_quarter' is not defined", "name '…' is not defined"),
        ("TypeError", "f() missing 2 required positional arguments: 'X' and 'y'", "'X' and '…'"),
        ("KeyError", "'quarter'", NOT_SHOWN),
        ("KeyError", "17", NOT_SHOWN),
        ("KeyError", "'''X'''", NOT_SHOWN),
    ],
)  # fmt: skip
def test_in_a_known_message_only_what_is_no_secret_is_shown(kind, message, shown):
    assert shown in message_of(kind, message, OwnSource(["X = 1"]), known("X"))


def test_types_of_exceptions_are_known_or_written_by_the_student():
    exception = RaisedException("TooFewSamplesError", "there are too few")
    own = OwnSource(["class TooFewSamplesError(ValueError): pass"])
    assert mask_exception(exception, own) == ("TooFewSamplesError", NOT_SHOWN)
    assert mask_exception(exception) == (UNKNOWN, NOT_SHOWN)


def test_own_sentences_are_shown_without_what_varies():
    own = OwnSource(
        ["raise ValueError(f'{X.shape} has too many axes')\n'%d axes too many' % 3"],
    )
    shown = message_of("ValueError", "(0.25, 7) has too many axes", own)
    assert shown == "… has too many axes"
    assert message_of("ValueError", "25 axes too many", own) == "… axes too many"
    assert message_of("ValueError", "0.25 has too many axes, or 0.75", own) == NOT_SHOWN


def test_a_long_name_is_shown_if_the_student_has_written_it():
    message = "name 'covariances_around_the_old_means' is not defined"
    written = known("covariances_around_the_old_means(X)")
    assert message_of("NameError", message, facts=written) == message
    other = known("covariances_around_the_old_means_too(X)")
    assert message_of("NameError", message, facts=other) != message


def test_where_a_cell_can_not_be_parsed_is_told():
    own = OwnSource(["x = (1\ny = 2"])
    told = "'(' was never closed (<ipython-input-3>, line {})"
    assert message_of("SyntaxError", told.format(1), own) == "'(' was never closed (line 1)"
    assert message_of("SyntaxError", told.format(77), own) == "'(' was never closed"


@pytest.mark.parametrize("kind", ReasonKind)
def test_all_of_a_reason_that_the_grader_writes_is_kept(kind):
    reason = Reason(kind, cell=3, case=2, seconds=6.0, signal=11, exercise="e_step")
    assert mask_reason(reason) == reason


def test_of_a_reason_what_a_cell_raised_is_masked():
    own = OwnSource(["x = 1\nmine + 1"])
    raised = RaisedException("NameError", "name 'mine' is not defined")
    line = CodeLine(2, "mine + 1")
    reason = Reason(ReasonKind.RAISED, cell=4, exception=raised, line=line)
    assert mask_reason(reason, own, Known(own.names)) == reason
    masked = mask_reason(reason)
    assert masked.exception == ("NameError", "name '…' is not defined")
    assert masked.line is None


@pytest.mark.parametrize(
    ("exception", "shown"),
    [
        (RaisedException("ValueError", "a quarter; code cell 5 raised"), ("ValueError", NOT_SHOWN)),
        (RaisedException("Quarter"), (UNKNOWN, "")),
        (RaisedException("ValueError (a quarter)", "no"), (UNKNOWN, NOT_SHOWN)),
    ],
)
def test_a_process_cannot_make_up_a_part_of_a_reason(exception, shown):
    line = CodeLine(9, "0.25")
    reason = mask_reason(Reason(ReasonKind.RAISED, cell=4, exception=exception, line=line))
    assert reason == Reason(ReasonKind.RAISED, cell=4, exception=RaisedException(*shown))
    assert "uarter" not in str(reason)


def test_a_late_import_from_the_future_is_told():
    said = "from __future__ imports must occur at the beginning of the file"
    raised = RaisedException("SyntaxError", f"{said} (<ipython-input-10>, line 2)")
    assert mask_exception(raised).message.startswith(said)
