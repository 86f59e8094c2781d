"""What a student calls after writing a function: ``check(e_step)``."""

from __future__ import annotations

import copy
import html
import traceback
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .em import moment_gaps
from .exercises import EXERCISES, Case, Exercise, changed_argument

__all__ = ["CheckResult", "check", "check_moments"]

CORRECT, INCORRECT, NOT_ATTEMPTED = "correct", "incorrect", "not attempted"
FIXED_SEED = 0
IDENTITY_TOLERANCE = 1e-9

# Colour, background and sign of each status: AA contrast, under a dark theme too.
_LOOK = {
    CORRECT: ("#00664A", "#EEF8F4", "✓"),
    INCORRECT: ("#A63D00", "#FDF3EE", "✗"),
    NOT_ATTEMPTED: ("#595959", "#F3F3F3", "…"),
}


@dataclass(frozen=True)
class CheckResult:
    """The answer to a check; a notebook shows it as a coloured line.

    Parameters
    ----------
    exercise : str
    status : str
        "correct", "incorrect" or "not attempted".
    message : str
        What to know beyond the status; may be empty.
    """

    exercise: str
    status: str
    message: str = ""

    def __str__(self) -> str:
        return f"{self.exercise}: {self.status}. {self.message}".rstrip()

    __repr__ = __str__

    def _repr_html_(self) -> str:
        color, paper, sign = _LOOK[self.status]
        return (
            f'<p role="status" style="border-left: 4px solid {color}; background: {paper}; '
            f'color: #1A1A1A; padding: 0.4em 0.8em"><strong style="color: {color}">'
            f'<span aria-hidden="true">{sign}</span> <code style="color: inherit; '
            f'background: none">{html.escape(self.exercise)}</code>: {self.status}.</strong> '
            f"{html.escape(self.message)}</p>"
        )


def check(function: Callable, name: str | None = None) -> CheckResult:
    """Compare your function with the tested helper, on fixed and on new random inputs.

    Parameters
    ----------
    function : callable
        What you wrote.
    name : str, optional
        The exercise, if your function has another name.

    Returns
    -------
    CheckResult
        Correct, incorrect or not attempted. A mistake in your function does not raise
        here; it is described.

    Raises
    ------
    ValueError
        If there is no exercise of that name.

    Examples
    --------
    >>> def update_weights(responsibilities):
    ...     return responsibilities.sum(axis=0)
    >>> check(update_weights).status
    'incorrect'
    """
    name = name or getattr(function, "__name__", "")
    if name not in EXERCISES:
        raise ValueError(
            f"no exercise is called {name!r}: pass one of the functions {', '.join(EXERCISES)}, "
            "or its name as the second argument."
        )
    exercise = EXERCISES[name]
    if not callable(function):
        message = f"Expected a function, got {type(function).__name__}."
        return CheckResult(name, INCORRECT, message)
    n_cases = 0
    for rng in (np.random.default_rng(FIXED_SEED), np.random.default_rng()):
        for case in exercise.cases(rng):
            try:
                problem = _problem(exercise, function, case)
            except NotImplementedError as error:
                return CheckResult(name, NOT_ATTEMPTED, _what_is_missing(error, name))
            if problem:
                return CheckResult(name, INCORRECT, f"Tried on {case.name}: {problem}")
            n_cases += 1
    return CheckResult(name, CORRECT, f"It agrees with the tested helper in all {n_cases} cases.")


def _problem(exercise: Exercise, function: Callable, case: Case) -> str | None:
    given = copy.deepcopy(case)
    try:
        with np.errstate(all="ignore"):  # what comes of it is judged, and said once
            got = exercise.call(function, given)
    except NotImplementedError:
        raise
    except (Exception, SystemExit) as error:
        return f"your function raised {_in_words(error)}{_line_of(function, error)}"
    position = changed_argument(case, given)
    if position is not None:
        return f"your function changed its argument number {position + 1}: work on a copy."
    return exercise.compare(case, got, exercise.call(exercise.reference, copy.deepcopy(case)))


def _what_is_missing(error: NotImplementedError, name: str) -> str:
    # The stub says "write e_step here"; it may be another function's that this one calls.
    if str(error) in ("", f"write {name} here"):
        return "Replace the line that raises NotImplementedError with your code."
    return f"It stopped at something that is not written yet: {error}."


def _line_of(function: Callable, error: BaseException) -> str:
    """Where in the file or cell of the function the error came up."""
    written_in = getattr(getattr(function, "__code__", None), "co_filename", None)
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if frame.filename == written_in]
    return f" (line {own[-1].lineno} of the cell: {own[-1].line})" if own and own[-1].line else ""


def _in_words(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else f"{type(error).__name__}."


def check_moments(
    X, responsibilities, update_weights, update_means, update_covariances
) -> CheckResult:
    """Say whether the identities I1 and I2 hold for your own three updates.

    They follow from the formulas alone, so no reference answer is needed; see
    `gmm_helpers.moment_gaps`.

    Parameters
    ----------
    X : array_like of shape (n_samples, n_features)
    responsibilities : array_like of shape (n_samples, n_components)
        Rows sum to one.
    update_weights, update_means, update_covariances : callable
        What you wrote.

    Returns
    -------
    CheckResult

    Examples
    --------
    >>> from gmm_helpers import update_covariances, update_means, update_weights
    >>> responsibilities = [[0.5, 0.5], [0.2, 0.8], [0.1, 0.9]]
    >>> own = update_weights, update_means, update_covariances
    >>> check_moments([[0.0], [1.0], [5.0]], responsibilities, *own)
    I1 and I2: correct. Both hold: the gaps are rounding only.
    """
    X, responsibilities = np.array(X, dtype=float), np.array(responsibilities, dtype=float)
    try:
        weights = update_weights(responsibilities.copy())
        means = update_means(X.copy(), responsibilities.copy())
        covariances = update_covariances(X.copy(), responsibilities.copy(), np.array(means))
        gaps = moment_gaps(X, weights, means, covariances)
    except NotImplementedError:
        return CheckResult("I1 and I2", NOT_ATTEMPTED, "Write the three updates first.")
    except (Exception, SystemExit) as error:
        return CheckResult("I1 and I2", INCORRECT, _in_words(error))
    broken = [
        f"{identity} is off by {gap:.2g} of the scale of the data"
        for identity, gap in zip(("I1", "I2"), gaps, strict=True)
        if not gap <= IDENTITY_TOLERANCE
    ]
    if broken:
        return CheckResult("I1 and I2", INCORRECT, f"{' and '.join(broken)}.")
    return CheckResult("I1 and I2", CORRECT, "Both hold: the gaps are rounding only.")
