"""What a hostile process says is reduced to what quotes no input."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gmm_helpers.exercises import Outcome
from gmm_helpers.exercises.judging.returned_values import Unusable, UnusableKind
from gmm_helpers.grading.judging.exercises import key_of
from gmm_helpers.grading.judging.quoting.outcomes import masked, masked_sentence, masked_text
from gmm_helpers.grading.judging.quoting.public_facts import known_of
from gmm_helpers.grading.judging.quoting.student_source import OwnSource
from gmm_helpers.grading.judging.quoting.templates import Known

SECRET = np.random.default_rng(3).normal(size=(40, 2))
KEY = key_of("e_step", 0)  # first 30 samples, 3 components, 2 features
NOBODYS = OwnSource()
HIDDEN = "(its message is not shown"


def known(source=""):
    return known_of(KEY, 0, OwnSource([source]))


def values_shown(*values):
    """What is left of results."""
    return [found.value for found in masked([Outcome(value=v) for v in values], KEY, NOBODYS)]


@pytest.mark.parametrize(
    "error",
    [
        f"ValueError: {SECRET.tolist()}",
        f"{SECRET.tolist()}: oops",
        f"it had not returned after {SECRET.tolist()}",
        "ValueError: operands could not be broadcast together with shapes "
        f"({','.join(str(int(1e6 * abs(x))) for x in SECRET[:, 0])}) (3,)",
        f"Secret{''.join(str(x) for x in SECRET[0])}Error: x",
        "ValueError: " + "".join(f"{int(1e4 * abs(x))}" for x in SECRET[0]),
        "ValueError: " + " ".join(f"x{int(1e4 * abs(x))}" for x in SECRET[0]),
        "ValueError: " + " ".join(f"{int(1e4 * abs(x))}x" for x in SECRET[0]),
    ],
)
def test_numbers_of_the_inputs_are_not_quoted(error):
    said = masked_text(error)
    assert len(said) < 200
    for number in SECRET.ravel():
        assert f"{abs(number):.4f}"[2:] not in said
        assert str(int(1e4 * abs(number))) not in said


@given(st.text(max_size=3000))
def test_whatever_is_said_is_short(text):
    for said in (masked_text(text), masked_text(f"ValueError: {text}"), masked_sentence(text)):
        assert len(said) <= 400


@pytest.mark.parametrize(
    "error",
    [
        "NameError: name 'np' is not defined",
        "AxisError: axis 1 is out of bounds for array of dimension 1",
        "ValueError: operands could not be broadcast together with shapes (30,3) (30,)",
        "ValueError: cannot reshape array of size 60 into shape (30,1,2)",
        "LinAlgError: Singular matrix",
        "NotImplementedError: write e_step here",
        "KeyboardInterrupt",
    ],
)
def test_what_everybody_needs_to_know_is_kept(error):
    assert masked_text(error, OwnSource(["import numpy as np"]), known("np")) == error


def test_times_are_shown_if_they_are_the_limits():
    late = "it had not returned after 6 seconds"
    assert masked_text(late, known=Known(seconds=frozenset({"6"}))) == late
    assert masked_text(late.replace("6", "6.12345")) == late.replace("6", "…")


@pytest.mark.parametrize(
    ("error", "shown"),
    [
        ("IndexError: index 31 is out of bounds for axis 0 with size 30", "index … is"),
        ("IndexError: index 30 is out of bounds for axis 0 with size 30", "index 30 is"),
        ("IndexError: index 030 is out of bounds for axis 0 with size 30", HIDDEN),
        ("IndexError: index ٣ is out of bounds for axis 0 with size 30", HIDDEN),
        ("ValueError: matmul: Input operand 1 has a mismatch in its core dimension 0, with "
         "gufunc signature (n?,k),(k,m?)->(n?,m?) (size 30 is different from 7)", "size 30 is"),
        ("ValueError: cannot reshape array of size 90 into shape (7,)", "size 90 into shape (…)"),
        ("ValueError: cannot reshape array of size 90 into shape (0,1,0,1,1)", "shape (…)"),
        ("ValueError: could not convert string to float: '0.25'", "string to float: …"),
        ("NameError: name 'np.np.np.np' is not defined", "name '…' is not defined"),
        ("NameError: name 'a_quarter' is not defined", "name '…' is not defined"),
        ("TypeError: f() missing 2 required positional arguments: 'X' and 'y'", "'X' and '…'"),
        ("KeyError: 'quarter'", HIDDEN),
        ("KeyError: 17", HIDDEN),
        ("KeyError: '''X'''", HIDDEN),
    ],
)  # fmt: skip
def test_in_a_known_message_only_what_is_no_secret_is_shown(error, shown):
    assert shown in masked_text(error, OwnSource(["X = 1"]), known("X"))


def test_types_of_exceptions_are_known_or_written_by_the_student():
    error = "TooFewSamplesError: there are too few"
    own = OwnSource(["class TooFewSamplesError(ValueError): pass"])
    assert masked_text(error, own).startswith("TooFewSamplesError (")
    assert masked_text(error).startswith("an exception (")


def test_own_sentences_are_shown_without_what_varies():
    own = OwnSource(
        ["raise ValueError(f'{X.shape} has too many axes')\n'%d axes too many' % 3"],
    )
    assert masked_text("ValueError: (0.25, 7) has too many axes", own) == (
        "ValueError: … has too many axes"
    )
    assert masked_text("ValueError: 25 axes too many", own) == "ValueError: … axes too many"
    assert HIDDEN in masked_text("ValueError: 0.25 has too many axes, or 0.75", own)


def test_a_long_name_is_shown_if_the_student_has_written_it():
    error = "NameError: name 'covariances_around_the_old_means' is not defined"
    assert masked_text(error, known=known("covariances_around_the_old_means(X)")) == error
    assert masked_text(error, known=known("covariances_around_the_old_means_too(X)")) != error


def test_only_lines_that_the_student_wrote_are_shown_and_where_they_stand():
    own = OwnSource(["def f(X):\n    return  X[0]"])
    real = "line 2 of the cell: return X[0]"
    false = ["line 2 of the cell: 0.25 0.75", "line 7 of the cell: return X[0]", f"0.25 {real}"]
    outcomes = [Outcome(error="ValueError: x", line=line) for line in (real, *false)]
    assert [o.line for o in masked(outcomes, KEY, own)] == [real, "", "", ""]


OBJECT, SEQUENCE, ARRAY = UnusableKind.OBJECT, UnusableKind.SEQUENCE, UnusableKind.ARRAY


@pytest.mark.parametrize(
    ("unusable", "shown"),
    [
        (Unusable(UnusableKind.TEXT), "text"),
        (Unusable(OBJECT, "dict"), "an object of type dict"),
        (Unusable(OBJECT, "Secret"), "an object of another type"),
        (Unusable(OBJECT, "S" + "e" * 99), "an object of another type"),
        (Unusable(SEQUENCE, "tuple", length=3), "a tuple of 3"),
        (Unusable(SEQUENCE, "tuple", length=2531), "a tuple of …"),
        (Unusable(SEQUENCE, "Secret", length=3), "an object of another type"),
        (Unusable(ARRAY, shape=(30, 3)), "one array of shape (30, 3)"),
        (Unusable(ARRAY, shape=(2531, 3)), "one array of shape (…)"),
        (Unusable(ARRAY, shape=(1, 2, 3, 2, 1)), "one array of shape (…)"),
        (Unusable(ARRAY, shape=()), "one array of shape ()"),
    ],
)
def test_what_a_result_is_quotes_nothing(unusable, shown):
    (found,) = values_shown(unusable)
    assert found.describe() == shown


def test_an_own_class_may_be_named():
    own = OwnSource(["class Mixture: pass"])
    (found,) = masked([Outcome(value=Unusable(OBJECT, "Mixture"))], KEY, own)
    assert found.value == Unusable(OBJECT, "Mixture")


def test_only_arguments_can_be_changed():
    (found,) = masked([Outcome(value=1.0, changed=("X", "quarter", "means"))], KEY, NOBODYS)
    assert found.changed == ("X", "means")


@pytest.mark.parametrize(
    "text",
    [
        "case 3: the function had not ended after 6 seconds",
        "case 3: the function took more memory than there is for one submission",
        "case 3: it had not returned after 6 seconds",
        "case 3: MemoryError",
        "a cell or another function crashed the whole process (SIGSEGV)",
        "its notebook took more than 6 seconds, so the rest was not tried",
        "no cell defines e_step",
        "e_step is something else than a function",
        "cell 4 was ended by sys.exit()",
        "cell 4 was stopped: it had not ended after 6 seconds",
        "cell 4 had not ended after 6 seconds",
        "cell 4 raised NameError: name 'X' is not defined (line 1 of the cell: X + 1)",
        "There is no result of it.",
    ],
)
def test_why_there_is_no_function_is_told(text):
    own = OwnSource(["X + 1"])
    assert masked_sentence(text, own, Known(own.names, seconds=frozenset({"6"}))) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("cell 4 raised ValueError: a quarter; cell 5 was ended by sys.exit()", "ValueError ("),
        ("cell 4 raised ValueError: division by zero (line 9 of the cell: 0.25)", "by zero"),
        ("cell 4 raised Quarter", "cell 4 raised an exception"),
        ("case 3: a quarter", "case 3: an exception"),
        ("cell 4 a quarter", ""),
        ("a cell or another function returned a quarter", ""),
        ("a quarter", ""),
    ],
)
def test_why_there_is_no_function_quotes_nothing(text, shown):
    said = masked_sentence(text)
    assert shown in said
    assert "uarter" not in said
    assert "0.25" not in said
    assert "cell 5" not in said


def test_where_a_cell_can_not_be_parsed_is_told():
    own = OwnSource(["x = (1\ny = 2"])
    told = "SyntaxError: '(' was never closed (<ipython-input-3>, line {})"
    assert masked_text(told.format(1), own) == "SyntaxError: '(' was never closed (line 1)"
    assert masked_text(told.format(77), own) == "SyntaxError: '(' was never closed"


@pytest.mark.parametrize("value", [object(), {"a": 1}, "text", [[1], [1, 2]], (1, object()), None])
def test_whatever_is_sent_as_a_value_is_plain_afterwards(value):
    def is_plain(part):
        if isinstance(part, tuple) and not isinstance(part, Unusable):
            return all(map(is_plain, part))
        return isinstance(part, Unusable) or type(part) is np.ndarray

    assert is_plain(*values_shown(value))


def test_more_outcomes_than_cases_are_dropped():
    assert len(masked([Outcome(value=1.0)] * 500, KEY, NOBODYS)) == len(KEY.cases)
