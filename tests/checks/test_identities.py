"""check_moments(): the identities I1 and I2 for a student's own three updates."""

import sys
import time

import numpy as np
import pytest
from support.implementations import RIGHT, WRONG

from gmm_helpers import (
    course_original,
    e_step,
    m_step,
    moment_gaps,
    sample_gmm,
    update_covariances,
    update_means,
    update_weights,
)
from gmm_helpers.checks import check_moments, explain_moments, identities

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
        f"by {gaps[1]:.2g} of the scale of the data. "
        "The mean of the mixture is too large by 1 in x1."
    )


# the direction of a gap


MIXTURE = m_step(DATA.X, RESPONSIBILITIES)


def said_of(mixture, X=DATA.X):
    """What is said after the sizes of the gaps."""
    return explain_moments(X, *mixture).partition("data. ")[2]


def test_a_mixture_that_keeps_both_has_no_direction():
    assert explain_moments(DATA.X, *MIXTURE) == "Both hold: the gaps are rounding only."


def test_the_old_means_make_the_mixture_too_wide():
    """By the difference of two standard deviations, that of the mixture and that of the data."""
    around_old = update_covariances(DATA.X, RESPONSIBILITIES, DATA.start.means)
    mixture = MIXTURE._replace(covariances=around_old)
    many = sample_gmm(*mixture, 2_000_000, rng=0)[0]
    wider = many[:, 0].std() - DATA.X[:, 0].std()
    assert wider == pytest.approx(0.072, abs=0.005)
    assert said_of(mixture) == "The mixture is too wide by 0.072 in x1."


@pytest.mark.parametrize("feature", [0, 1])
@pytest.mark.parametrize("factor", [0.9, 1.1])
def test_wide_and_narrow_are_told_apart_in_every_feature(feature, factor):
    """Wide by the length by which a standard deviation differs."""
    X = np.random.default_rng(0).standard_normal((50, 2)) * 3 + 100
    variances = np.cov(X.T, bias=True)
    variances[feature, feature] *= factor**2
    by = abs(factor - 1) * X[:, feature].std()
    word = "wide" if factor > 1 else "narrow"
    said = said_of(([1.0], [X.mean(axis=0)], [variances]), X)
    assert said == f"The mixture is too {word} by {by:.2g} in x{feature + 1}."


@pytest.mark.parametrize("shift", [-0.5, 0.5])
@pytest.mark.parametrize("feature", [0, 1])
def test_a_mean_is_too_large_or_too_small_in_a_feature(shift, feature):
    step = shift * np.eye(2)[feature]
    word = "large" if shift > 0 else "small"
    said = said_of(MIXTURE._replace(means=MIXTURE.means + step))
    assert said == f"The mean of the mixture is too {word} by 0.5 in x{feature + 1}."


def test_variances_without_covariances_are_neither_too_wide_nor_too_narrow():
    diagonal = MIXTURE._replace(covariances=MIXTURE.covariances * np.eye(2))
    missing = -(MIXTURE.weights @ MIXTURE.covariances[:, 0, 1])
    assert missing > 0
    said = said_of(diagonal)
    assert said == f"The covariance of x1 and x2 is too large by {missing:.2g}."


def test_a_feature_that_never_varies_is_no_division_by_zero():
    X = np.array([[0.0, 5.0], [2.0, 5.0]])
    said = said_of(([1.0], [[1.0, 5.0]], [[[1.0, 0.0], [0.0, 0.25]]]), X)
    assert said == "The mixture is too wide by 0.5 in x2."


def test_a_check_says_the_direction_too():
    def divided_by_one_less(X, responsibilities, means):
        counts = responsibilities.sum(axis=0)[:, None, None]
        return update_covariances(X, responsibilities, means) * counts / (counts - 1)

    said = checked(update_covariances=divided_by_one_less).text
    assert said.startswith("I1 and I2: incorrect. I2 is off by ")
    assert ". The mixture is too wide by " in said
    assert said.endswith(" in x1.")


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
