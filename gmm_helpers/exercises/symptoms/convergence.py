"""What the history of a wrong `fit_em` shows where no known mistake explains it."""

from __future__ import annotations

import numpy as np

from ...model.degeneracy import DegenerateComponentError
from ...model.likelihood import negative_log_likelihood
from ...model.params import GMMParams
from ..definition import Case, Diagnosis
from ..judging.comparison import agree, is_close
from ..judging.returned_values import Unusable
from ..runs import right_run
from .iteration import step_symptom

__all__ = ["loop_symptom"]

N_SEARCHED = 60  # iterations among which returned parameters are looked for


def loop_symptom(case: Case, got, expected) -> Diagnosis | None:
    """Say which part of the contract is broken: start, values, stopping rule or parameters."""
    if isinstance(got, Unusable):
        return None
    history = got[3]
    if isinstance(history, Unusable) or history.ndim != 1:
        return Diagnosis(
            "history is not a list of numbers",
            "The fourth result must be a list or array of numbers with one axis: the NLL of the "
            "start, and one more entry per iteration.",
        )
    return (
        _find_bad_numbers(history)
        or _check_start(history, expected[3])
        or _check_entries(case, got)
        or _check_first_iteration(case, got)
        or _check_values(case, got, expected[3])
        or _check_stop(case, history, expected[3])
        or _check_parameters(case, got)
    )


def _find_bad_numbers(history) -> Diagnosis | None:
    if np.isfinite(history).all():
        return None
    return Diagnosis(
        "history is not finite",
        "Your nll_history contains NaN or infinity. Look at what it starts with, and check "
        "whether densities underflow on the way: the NLL of a mixture is finite.",
    )


def _check_start(history, expected) -> Diagnosis | None:
    if len(history) and agree(history[0], expected[0]):
        return None
    return Diagnosis(
        "history does not start with the NLL of the start",
        "nll_history[0] is not the negative log-likelihood of the parameters your function was "
        "given (or there is no entry, if max_iter is 0). Compute it before the loop, as a total "
        "over all samples, in nats.",
    )


def _check_entries(case, got) -> Diagnosis | None:
    """Whether the iterations are right, but more or fewer than the entries that count them."""
    history, run = got[3], right_run(*case.arguments[:4])
    n_iter, max_iter = len(history) - 1, case.arguments[-1]
    try:
        if is_close(history, run.history(n_iter)).all():
            return None  # all entries are right: there are only more or fewer of them
        states = [run.state(i) for i in range(min(max_iter, N_SEARCHED) + 1)]
    except DegenerateComponentError:
        return None
    same = [i for i, state in enumerate(states) if all(map(agree, got[:3], state))]
    if not same or n_iter in same:
        return None
    return Diagnosis(
        "not one entry per iteration",
        "Your iterations are right, but your history does not have one entry for each of them: "
        "look at the line that appends. After the start it must be reached once in every "
        "iteration, inside the loop, with the NLL of the new parameters.",
    )


def _check_first_iteration(case, got) -> Diagnosis | None:
    X, *start = case.arguments[:4]
    return step_symptom(X, start, got[:3]) if len(got[3]) == 2 else None


def _check_values(case, got, expected) -> Diagnosis | None:
    history = got[3]
    length = min(len(history), len(expected))
    right = is_close(history[:length], expected[:length])
    if right.all():
        return None
    first = int(right.argmin())
    where = "Your history is right at the start, but wrong from the first iteration on"
    if first > 1:
        where = "Your first iteration is right, but a later one is wrong"
    numbers = f"It is wrong from iteration {first} on." if first > 1 else ""
    if not _is_nll_of_parameters(case, got):
        return Diagnosis(
            "history does not belong to the parameters",
            f"{where}, and its last entry is not the NLL of the parameters you return. Compute "
            "each entry from the parameters of that iteration, all three of them new.",
            numbers,
        )
    if first > 1:
        return Diagnosis(
            "wrong after the first iteration",
            f"{where}. So your formulas are right, and what goes into them later is not: each "
            "iteration begins with an E-step on the newest weights, means and covariances, and its "
            "M-step uses nothing of an earlier one.",
            numbers,
        )
    return Diagnosis(
        "first iteration wrong",
        f"{where}, although its entries are NLLs of your parameters: so the updates are wrong. An "
        "iteration is one E-step with all current parameters and then one M-step with its "
        "responsibilities. Compare each of the two with the helpers, for one iteration alone.",
    )


def _is_nll_of_parameters(case, got) -> bool:
    """Whether the last entry is the NLL of the returned parameters."""
    try:
        value = negative_log_likelihood(case.arguments[0], *got[:3])
    except (ValueError, TypeError):
        return False
    return agree(np.array(value), got[3][-1])


def _check_stop(case, history, expected) -> Diagnosis | None:
    tol, max_iter = case.arguments[-2:]
    n_iter = len(history) - 1
    if len(history) == len(expected):
        return None
    if n_iter > max_iter:
        return Diagnosis(
            "different stopping rule",
            "Your loop makes more than max_iter iterations: the history may have at most max_iter "
            "+ 1 entries, including that of the start.",
            f"With max_iter={max_iter}, yours has {n_iter + 1}.",
        )
    last_change = f"{abs(history[-1] - history[-2]):.3g}" if n_iter else "not yet known"
    rule = (
        "The rule is: stop after the first iteration whose absolute change of the total NLL is "
        "smaller than tol, and not before, unless max_iter is reached."
    )
    if len(history) > len(expected):
        return Diagnosis(
            "different stopping rule",
            f"Your loop continues after the first iteration with a change below tol. {rule}",
            f"With tol={tol:g} it makes {n_iter} iterations and should stop after "
            f"{len(expected) - 1}.",
        )
    return Diagnosis(
        "different stopping rule",
        f"Your loop (or your history) ends too early, at a change that is not below tol. {rule}",
        f"It ends after {n_iter} iterations, when the change is {last_change} and tol={tol:g}.",
    )


def _check_parameters(case, got) -> Diagnosis:
    run = right_run(*case.arguments[:4])
    n_iter = len(got[3]) - 1
    for i in range(min(n_iter + 2, N_SEARCHED)):
        if all(map(agree, got[:3], run.state(i))):
            return Diagnosis(
                "parameters of another iteration",
                "The parameters you return are not from the iteration that your history ends with. "
                "Return the parameters that its last entry belongs to.",
                f"They are those after iteration {i}, the history ends with iteration {n_iter}.",
            )
    wrong = [
        name
        for name, values, right in zip(GMMParams._fields, got[:3], run.state(n_iter), strict=True)
        if not agree(values, right)
    ]
    return Diagnosis(
        "returned parameters wrong",
        "Your history is right, but what you return with it is not: look at the "
        f"{' and '.join(wrong)} in your return line.",
    )
