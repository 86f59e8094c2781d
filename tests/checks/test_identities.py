"""check_moments(): the identities I1 and I2 for a student's own three updates."""

import sys
import time

import numpy as np
import pytest
from support.implementations import RIGHT, WRONG

from gmm_helpers import (
    course_original,
    e_step,
    moment_gaps,
    update_covariances,
    update_means,
    update_weights,
)
from gmm_helpers.checks import check_moments, identities

pytestmark = pytest.mark.usefixtures("not_strict")
DATA = course_original()
RESPONSIBILITIES = e_step(DATA.X, *DATA.start)
HELPERS = {
    "update_weights": update_weights,
    "update_means": update_means,
    "update_covariances": update_covariances,
}


@pytest.fixture
def not_strict(monkeypatch):
    monkeypatch.delenv("GMM_CHECKS", raising=False)


def checked(X=DATA.X, **own):
    return check_moments(X, RESPONSIBILITIES, **{**HELPERS, **own})


def test_the_helpers_keep_both_identities():
    assert str(checked()) == "I1 and I2: correct. Both hold: the gaps are rounding only."


@pytest.mark.parametrize("name", HELPERS)
def test_right_updates_in_every_style_are_correct(name):
    for function in RIGHT[name].values():
        assert checked(**{name: function}).status == "correct"


# A whole can be right though its parts are not: these keep both identities all the same.
NOT_SEEN = {"mean_of_all_samples", "one_for_all_components"}
# And these are right for the data of the course, which have two features and are no integers.
NOT_SEEN |= {"two_features", "two_by_two", "made_like_the_data"}


@pytest.mark.parametrize("name", HELPERS)
def test_wrong_updates_are_incorrect_but_for_those_that_keep_the_identities(name):
    for style, function in WRONG[name].items():
        expected = "correct" if style in NOT_SEEN else "incorrect"
        assert checked(X=DATA.X.copy(), **{name: function}).status == expected, style


def test_old_means_in_the_covariance_break_the_second_identity_only():
    def around_old_means(X, responsibilities, means):
        return update_covariances(X, responsibilities, DATA.start.means)

    result = checked(update_covariances=around_old_means)
    assert (result.status, result.diagnoses) == ("incorrect", ("I2",))


def test_moved_means_break_both():
    result = checked(update_means=lambda X, r: update_means(X, r) + 1)
    assert (result.status, result.diagnoses) == ("incorrect", ("I1", "I2"))


def test_a_gap_is_given_in_units_of_the_scale_of_the_data():
    moved = update_means(DATA.X, RESPONSIBILITIES) + 1
    covariances = update_covariances(DATA.X, RESPONSIBILITIES, moved)
    gaps = moment_gaps(DATA.X, update_weights(RESPONSIBILITIES), moved, covariances)
    result = checked(update_means=lambda X, r: moved)
    assert result.text == (
        f"I1 and I2: incorrect. I1 is off by {gaps[0]:.2g} of the scale of the data and I2 is off "
        f"by {gaps[1]:.2g} of the scale of the data."
    )


def unwritten(*arguments):
    raise NotImplementedError


@pytest.mark.parametrize("name", HELPERS)
def test_an_unwritten_update_is_not_attempted(name):
    result = checked(**{name: unwritten})
    assert result.status == "not attempted"
    assert result.text == "I1 and I2: not attempted. Write the three updates first."


@pytest.mark.parametrize("name", HELPERS)
@pytest.mark.parametrize(
    ("own", "said"),
    [
        (lambda *_: None, "ValueError: "),
        (lambda *_: "text", "ValueError: "),
        (lambda *_: 1 / 0, "ZeroDivisionError: division by zero"),
        (lambda: 0, "TypeError: "),
        (lambda *_: sys.exit("bye"), "SystemExit: bye"),
        (lambda *_: np.full((3, 2, 2), np.nan), "ValueError: "),
    ],
)
def test_what_goes_wrong_is_incorrect_and_said(name, own, said):
    result = checked(**{name: own})
    assert result.status == "incorrect"
    assert said in result.text


def rude(update):
    def spoiling_its_arguments(*arguments):
        result = update(*arguments)
        for argument in arguments:
            argument[:] = 0
        return result

    return spoiling_its_arguments


def test_updates_that_spoil_their_arguments_do_not_spoil_the_comparison():
    own = {name: rude(update) for name, update in HELPERS.items()}
    assert checked(X=DATA.X.copy(), **own).status == "correct"


def test_the_data_of_the_notebook_survive_an_update_that_spoils_its_arguments():
    """Later cells use the same X."""
    X = DATA.X.copy()
    checked(X=X, update_covariances=WRONG["update_covariances"]["centred_in_place"])
    np.testing.assert_array_equal(X, DATA.X)


@pytest.mark.parametrize("name", HELPERS)
def test_an_update_that_never_returns_is_stopped_and_named(name, monkeypatch):
    monkeypatch.setattr(identities, "SECONDS", 0.5)

    def never_returning(*arguments):
        end = time.monotonic() + 5  # by itself, and the test fails
        while time.monotonic() < end:
            pass

    result = checked(**{name: never_returning})
    assert result.status == "incorrect"
    stopped = f"{name} was stopped: it had not returned after 0.5 seconds."
    assert result.text == f"I1 and I2: incorrect. {stopped}"


def test_what_waits_for_input_is_not_unwritten():
    def asks(*arguments):
        raise type("StdinNotImplementedError", (NotImplementedError,), {})("no input here")

    result = checked(update_means=asks)
    assert result.status == "incorrect"
    assert "StdinNotImplementedError: no input here" in result.text
