"""What is said about wrong draws that no known mistake explains."""

import numpy as np
import pytest

from gmm_helpers import sample_gmm
from gmm_helpers.exercises.cases.sampling import sample_cases
from gmm_helpers.exercises.judging.samples import statistics
from gmm_helpers.exercises.judging.samples.draws import draw_often
from gmm_helpers.exercises.judging.samples.requirements import Problem, ProblemKind
from gmm_helpers.exercises.mistakes.recipes.samplers import sampler
from gmm_helpers.exercises.symptoms import sampling
from gmm_helpers.exercises.symptoms.sampling import sampling_symptom

CASE = sample_cases(np.random.default_rng(2))[-1]
MIXED = "samples do not fit the mixture"


def symptom(function):
    arguments = (*map(np.copy, CASE.arguments[:3]), 5_003, np.random.default_rng(0))
    return sampling_symptom(CASE, draw_often(function, arguments), None)


def test_a_right_sampler_has_no_symptom():
    assert symptom(sample_gmm) is None


@pytest.mark.parametrize("kind", [k for k in ProblemKind if k is not ProblemKind.UNUSABLE])
def test_every_kind_of_problem_has_a_name_and_a_message(kind, monkeypatch):
    for module in (sampling, statistics):
        monkeypatch.setattr(module, "find_problem", lambda case, got: Problem(kind, ("",) * 2))
    diagnosis = symptom(sampler(root=lambda C: C))
    assert diagnosis.name
    assert len(diagnosis.message) > 40
    assert diagnosis.message.endswith(".")


@pytest.mark.parametrize(
    ("function", "parts"),
    [
        (sampler(root=lambda C: 2 * C), ["do not have the covariance"]),
        (sampler(centre=lambda w, m, C: m + 1), ["do not lie around the mean"]),
        (
            sampler(
                choose=lambda w, n, rng: rng.integers(len(w), size=n),
                root=lambda C: C,
                centre=lambda w, m, C: 0 * m,
            ),
            ["as often as the weights say", "around the mean", "have the covariance"],
        ),
    ],
)
def test_all_basic_problems_are_listed_in_one_message(function, parts):
    diagnosis = symptom(function)
    assert diagnosis.name == MIXED
    for part in parts:
        assert part in diagnosis.message
    assert diagnosis.message.count(";") == len(parts) - 1
    assert len(diagnosis.message) <= 350


def test_rows_that_no_draw_was_written_into_are_named():
    half = sampler(give=lambda X, labels: (np.where(labels[:, None] == 0, X, 0), labels))
    assert symptom(half).name == "not all filled in"


def test_samples_without_decimals_are_named():
    whole = sampler(give=lambda X, labels: (np.trunc(X), labels))
    assert symptom(whole).name == "decimals cut off"
