"""A size is blamed if it alone tells right cases from wrong ones."""

import numpy as np
import pytest
from support.cells import arguments, call, judged
from support.judged import NAMES, key_of

from gmm_helpers.exercises import Case
from gmm_helpers.exercises.symptoms.shapes import read_sizes
from gmm_helpers.exercises.symptoms.sizes import size_symptom

SIZES = {
    "K": {"weights": "len(weights)", "responsibilities": "responsibilities.shape[1]"},
    "D": {"X": "X.shape[1]", "means": "means.shape[1]"},
}
WORDS = {1: "one", 2: "two", 3: "three", 5: "five"}


def size_of(name, letter):
    """Code for a size, and the sizes that the cases have."""
    code = next((c for each, c in SIZES[letter].items() if each in arguments(name)), None)
    sizes = [read_sizes(arguments(name), case).get(letter) for case in key_of(name, 0).cases]
    return code, sizes


def written_for():
    """Exercises with the sizes that a student's function may be written for."""
    for name in NAMES:
        for letter in SIZES:
            code, sizes = size_of(name, letter)
            for number in (2, 3):
                if code and sizes.count(number) > 1 and len({*sizes} - {number}) > 1:
                    yield pytest.param(name, letter, number, id=f"{name}-{letter}={number}")


@pytest.mark.slow
@pytest.mark.parametrize("otherwise", ["raise IndexError('index 3')", "return result"])
@pytest.mark.parametrize(("name", "letter", "number"), [*written_for()])
def test_what_is_written_for_one_size_is_named_after_it(name, letter, number, otherwise):
    code, _ = size_of(name, letter)
    body = f"if {code} == {number}:\n    return {call(name)}\nresult = [[np.log({code} + 0.5)]]"
    verdict = judged(name, f"{body}\n{otherwise}")
    thing = {"K": "components", "D": "features"}[letter]
    names = {f"written for {WORDS[number]} {thing}"}
    if (letter, number) == ("D", 2):
        names = {"right in two dimensions only"}
    assert verdict.diagnoses[0].name in names
    assert f"{letter} = {number}" in verdict.diagnoses[0].message


def test_three_components_and_no_logarithms_are_two_mistakes():
    body = (
        "p = np.zeros((len(X), 3))\n"
        "for k in range(3):\n"
        "    p[:, k] = weights[k] * np.exp(gmm.gaussian_log_density(X, means[k], covariances[k]))\n"
        "return p / p.sum(axis=1, keepdims=True)"
    )
    names = [diagnosis.name for diagnosis in judged("e_step", body).diagnoses]
    assert sorted(names) == ["underflow", "written for three components"]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("weights.shape[0] == 1", "fails for one component"),
        ("X.shape[1] == 1", "fails for one feature"),
        ("len(weights) > 3", "written for up to three components"),
        ("X.shape[1] > 2", "written for up to two features"),
        ("len(X) == 2", None),
        ("X.max() > 200", "underflow"),
    ],
)
def test_a_size_that_fails_is_named(code, said):
    body = f"right = {call('e_step')}\nreturn right * 0.9 if {code} else right"
    names = [diagnosis.name for diagnosis in judged("e_step", body).diagnoses]
    assert names[:1] == ([said] if said else names[:1])
    assert said or not any("written for" in name for name in names)


def cases_of(*sizes):
    return [Case("", (np.zeros((n, d)), np.zeros((n, k)))) for n, k, d in sizes]


GRID = cases_of((9, 3, 2), (8, 3, 2), (7, 1, 2), (6, 2, 2), (5, 5, 2), (4, 3, 3), (4, 3, 1))


@pytest.mark.parametrize(
    ("failed", "said"),
    [
        ((2, 3, 4), "written for three components"),
        ((5, 6), "right in two dimensions only"),
        ((2,), "fails for one component"),
        ((4,), "written for up to three components"),
        ((2, 3), None),  # right for three and five
        ((0, 2, 3, 4), None),  # one of three components is wrong
        ((0, 1, 3, 4, 5, 6), None),  # right for one component: as most mistakes are
        ((0, 1, 2, 3, 4, 5, 6), None),
        ((2, 3, 4, 5), None),
    ],
)
def test_the_size_must_tell_them_apart(failed, said):
    found = size_symptom(["X", "responsibilities"], GRID, failed, failed)
    assert (found[0].name if found else None) == said
    assert not found or found[1] == set(failed)


@pytest.mark.parametrize(
    "body",
    [
        "return np.array([responsibilities[:, k] for k in range(K)]).mean(axis=1)",
        "out = np.zeros(K)\nout[:] = reference(responsibilities)\nreturn out",
    ],
)
def test_a_size_that_is_read_from_the_notebook_is_named(body):
    verdict = judged("update_weights", body, K=3)
    assert verdict.diagnoses[0].name == "notebook variable instead of argument"
    assert "K" in verdict.diagnoses[0].line.text


def test_a_size_of_its_own_is_none_of_the_notebook():
    body = "K = 3\nreturn np.array([responsibilities[:, k] for k in range(K)]).mean(axis=1)"
    verdict = judged("update_weights", body, K=3)
    assert verdict.diagnoses[0].name == "written for three components"
