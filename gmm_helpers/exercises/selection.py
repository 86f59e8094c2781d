"""Exercises of notebook 06: a price on parameters, and the likelihood of held-out samples."""

from __future__ import annotations

import numpy as np

from ..selection import criteria, held_out
from . import e_step
from .cases.selection import LABELS, WHOLE, bic_cases, count_cases, held_out_cases
from .definition import Case, Diagnosis, Exercise, Part
from .judging.comparison import agree, describe_difference
from .judging.returned_values import Unusable, UnusableKind, as_plain
from .mistakes.selection import bic as bic_mistakes
from .mistakes.selection import held_out_nll as held_out_mistakes
from .mistakes.selection import n_parameters as count_mistakes
from .skeletons import SKELETONS

__all__ = ["EXERCISES"]

FLOAT_SHARE = 0.25  # of the points: for a count that is no float
LABELS_SHARE = 0.25  # of the points: for folds that are not numbered 0, 1, 2, ...
_FLOAT = Unusable(UnusableKind.OBJECT, "float")
_ON = {exercise.name: exercise for exercise in e_step.EXERCISES}


def _count(function, arguments):
    """Call a function that counts; where the sizes are NumPy integers, a float is told apart."""
    value = function(*arguments)
    plain = as_plain(value)
    asked = all(isinstance(size, np.integer) for size in arguments)
    return _FLOAT if asked and _is_float(value) and _may_count(plain) else plain


def _is_float(value) -> bool:
    if isinstance(value, np.ndarray):
        return value.dtype.kind == "f"
    return isinstance(value, (float, np.floating))


def _may_count(plain) -> bool:
    """Whether a number can be a count, and no placeholder."""
    return isinstance(plain, np.ndarray) and plain.size == 1 and bool(1 < plain.item() < np.inf)


def _compare_counts(case: Case, got, expected) -> str | None:
    if isinstance(got, Unusable) and got == _FLOAT:
        return _asked(case, f"the result is a float, expected a whole number: {int(expected)}.")
    return _asked(case, describe_difference(got, expected))


def _compare_numbers(case: Case, got, expected) -> str | None:
    return _asked(case, describe_difference(got, expected))


def _asked(case: Case, problem: str | None) -> str | None:
    """Say for which numbers there is a problem; they are few."""
    names = ("nll", "n_samples", "n_components", "n_features")[-len(case.arguments) :]
    given = (f"{name} = {value:.6g}" for name, value in zip(names, case.arguments, strict=True))
    return f"{', '.join(given)}: {problem.removeprefix('the result: ')}" if problem else None


def _agree_on_counts(case: Case, got, other) -> bool:
    """Whether two counts are the same; of a float nothing is known there but that it is one."""
    if isinstance(got, Unusable) and got == _FLOAT:
        return True
    return agree(got, other)


def _several(got, advice: str) -> Diagnosis | None:
    """Say that there are several numbers where one is asked for."""
    if isinstance(got, Unusable) or got.size == 1:
        return None
    shape = f"an array of shape {got.shape}"
    return Diagnosis("several numbers", f"Your result is {shape}, not one number. {advice}")


def _count_symptom(case: Case, got, expected) -> Diagnosis | None:
    advice = "Add up the numbers of weights, means and entries of the covariances."
    return _several(got, advice) or Diagnosis(
        "wrong values",
        "Your number of parameters is wrong. Count by hand for K = 2 and D = 1: one weight is "
        "free, as both sum to one, and there are two means and two variances, 5 in all. Then ask "
        "for each of the three counts how it grows with K and with D.",
    )


def _bic_symptom(case: Case, got, expected) -> Diagnosis | None:
    """Find out whether the price is right, and only the number of parameters is not."""
    nll, n_samples, *_ = case.arguments
    several = _several(got, "Add up the two terms.")
    if several or isinstance(got, Unusable):
        return several
    count = (got.item() - 2 * nll) / np.log(n_samples)
    if 0 < count < np.inf and abs(count - round(count)) < 1e-6 * count:
        return Diagnosis(
            "wrong number of parameters",
            "Your value is twice the NLL plus a whole number times log N, as it should be, but the "
            "whole number is not the number of parameters. Look at how you count them: is it "
            "n_parameters(n_components, n_features)?",
            f"Yours counts {round(count)}.",
        )
    return Diagnosis(
        "wrong values",
        "Your value is not twice the NLL plus log N per parameter. Try it with nll = 0, where only "
        "the penalty is left, and with n_samples = 1, where log N is 0 and only the NLL is left.",
    )


def _held_out_symptom(case: Case, got, expected) -> Diagnosis | None:
    advice = "What you have per sample or per fold has to be added up, over all folds."
    return _several(got, advice) or Diagnosis(
        "wrong values",
        "Your total is wrong. Every sample must count exactly once, under the parameters that were "
        "fitted without its fold. Print, for each round, how many samples you fit to and how many "
        "you judge: they sum to N in every round, and the judged ones to N over all rounds.",
    )


_N_PARAMETERS = Exercise(
    "n_parameters",
    2,
    criteria.n_parameters,
    count_cases,
    shares={WHOLE: FLOAT_SHARE},
    hints=(
        "Count by hand first, for K = 2 and D = 1, and then for K = 3 and D = 2. Which numbers "
        "could you choose freely?",
        "The weights sum to one: once all but one of them are known, so is the last. A mean "
        "has one number per feature.",
        "A covariance is symmetric: count its diagonal, and one of its two triangles. That is "
        "1 + 2 + ... + D numbers, per component.",
        "1 + 2 + ... + D = D (D + 1) / 2, which is always a whole number: `//` keeps it an "
        "integer.",
    ),
    skeleton=SKELETONS["n_parameters"],
    mistakes=count_mistakes.MISTAKES,
    compare=_compare_counts,
    call=_count,
    agree=_agree_on_counts,
    symptom=_count_symptom,
)

EXERCISES = (
    _N_PARAMETERS,
    Exercise(
        "bic",
        2,
        criteria.bic,
        bic_cases,
        compare=_compare_numbers,
        hints=(
            "Two terms: one says how badly the mixture fits, the other what its parameters cost. "
            "Which one falls with K, and which one grows?",
            "The price of one parameter is the natural logarithm of the number of samples. How "
            "many parameters are paid for?",
            "The NLL is already minus the log-likelihood. It counts twice, and the penalty is "
            "added to it: smaller is better.",
        ),
        skeleton=SKELETONS["bic"],
        mistakes=bic_mistakes.MISTAKES,
        symptom=_bic_symptom,
        parts=(
            Part(
                "number of parameters",
                _N_PARAMETERS,
                bic_mistakes.criterion,
                "n_parameters",
            ),
        ),
    ),
    Exercise(
        "held_out_nll",
        5,
        held_out.held_out_nll,
        held_out_cases,
        shares={LABELS: LABELS_SHARE},
        hints=(
            "Take four samples in two folds and go through it by hand: how often do you fit, and "
            "to which samples? How often is each sample judged?",
            "There is one round per fold. `folds == fold` is True for the samples that are left "
            "out in it: which samples does `X[folds != fold]` hold?",
            "Fit to the samples outside the fold, and take the NLL of the samples inside it, under "
            "the parameters of this very fit. Then add the rounds up.",
            "The labels may be any integers, such as 3, 7 and -1: loop over np.unique(folds), not "
            "over a range.",
        ),
        skeleton=SKELETONS["held_out_nll"],
        mistakes=held_out_mistakes.MISTAKES,
        symptom=_held_out_symptom,
        parts=(
            Part(
                "negative log-likelihood",
                _ON["negative_log_likelihood"],
                held_out_mistakes.cross_validation,
                "nll",
            ),
        ),
    ),
)
