"""Exercises of notebook 01: sampling and densities."""

from __future__ import annotations

from ..model import sampling
from . import densities
from .cases.sampling import sample_cases
from .definition import Case, Exercise
from .judging.samples.agreement import agree_on_sampling, summarize
from .judging.samples.draws import draw_often
from .judging.samples.statistics import find_problem
from .mistakes.sample_gmm.catalogue import MISTAKES
from .symptoms.sampling import sampling_symptom

__all__ = ["EXERCISES"]


def _compare(case: Case, got, _expected) -> str | None:
    """Random results are not compared with the reference's: the parameters alone judge them."""
    problem = find_problem(case, got)
    return problem.sentence if problem else None


EXERCISES = (
    Exercise(
        "sample_gmm",
        4,
        sampling.sample_gmm,
        sample_cases,
        hints=(
            "The recipe has two steps for every sample: choose a component, then draw from it. "
            "Which arguments does the first step need, and which does the second?",
            "Choose all labels at once, with replacement and with the weights as probabilities; "
            "rng has a method for that. The labels decide what each row of X is made from.",
            "A sample with label k is the mean of component k plus noise with its covariance. "
            "Either rng draws it for you, or you multiply standard normal noise by a root of Σ_k.",
            "With the Cholesky factor L of Σ_k, each row of noise ε becomes μ_k + L ε. If the "
            "noise lies in rows, look twice at which index of L is summed over. Return X first, "
            "then the labels.",
        ),
        misconceptions=MISTAKES,
        compare=_compare,
        call=draw_often,
        view=summarize,
        agree=agree_on_sampling,
        symptom=sampling_symptom,
    ),
    *densities.EXERCISES,
)
