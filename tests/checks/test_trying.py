import numpy as np
import pytest

from gmm_helpers.checks import try_it


def said(capsys, function, *arguments):
    assert try_it(function, *arguments) is None
    return capsys.readouterr().out.strip()


def e_step(X):
    return X


def test_an_array_is_shown_with_its_shape(capsys):
    assert said(capsys, e_step, np.array([[1 / 3, 2 / 3]])) == (
        "e_step returns an array of shape (1, 2):\n[[0.333 0.667]]"
    )


@pytest.mark.parametrize("number", [1 / 3, np.float64(1 / 3), np.array(1 / 3)])
def test_a_number_is_rounded(capsys, number):
    assert said(capsys, e_step, number) == "e_step returns 0.333"


@pytest.mark.parametrize("number", [-0.0, -1e-9])
def test_nothing_has_no_sign(capsys, number):
    assert said(capsys, lambda: number).endswith("returns 0.000")


def test_the_numbers_of_a_list_are_rounded(capsys):
    assert said(capsys, lambda: [20 / 3, np.float64(1 / 3), 2]).endswith("[6.667, 0.333, 2]")
    assert said(capsys, lambda: [1, 2]).endswith("[1, 2]")


def test_several_results_are_shown_one_by_one(capsys):
    text = said(capsys, lambda: (np.zeros(2), 1.5, True))
    assert text.splitlines()[1:] == ["an array of shape (2,):", "[0. 0.]", "1.500", "True"]


def test_named_results_have_their_names(capsys):
    import gmm_helpers as gmm

    text = said(capsys, gmm.course_params)
    assert "weights, an array of shape (3,):\n[0.3 0.2 0.5]" in text


def test_a_stub_is_not_called_an_error(capsys):
    def e_step(X):
        raise NotImplementedError("write e_step here")

    assert said(capsys, e_step, 1) == "Nothing to try yet: write e_step here."
    assert said(capsys, lambda function: function(1), e_step).endswith(": write e_step here.")


def test_none_asks_for_return(capsys):
    assert "does it end in return?" in said(capsys, lambda: None)


def test_what_is_raised_is_told_in_a_line(capsys):
    def e_step(X):
        return X @ np.ones(3)

    text = said(capsys, e_step, np.ones(2))
    assert text.startswith("e_step raises ValueError: matmul")
    assert "\n" not in text


def test_the_arguments_survive(capsys):
    X = np.ones(3)

    def spoil(X):
        X[:] = 0
        return X

    said(capsys, spoil, X)
    assert X.tolist() == [1, 1, 1]


def test_an_endless_function_is_stopped(capsys, monkeypatch):
    monkeypatch.setattr("gmm_helpers.checks.trying.SECONDS", 0.2)

    def endless():
        while True:
            pass

    assert "endless was stopped" in said(capsys, endless)


def test_a_result_instead_of_the_function(capsys):
    assert "Pass the function itself" in said(capsys, np.ones(2))
