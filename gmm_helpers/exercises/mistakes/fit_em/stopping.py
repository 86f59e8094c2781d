"""Known mistakes in the stopping rule of `fit_em`."""

from __future__ import annotations

from ...definition import Misconception
from ..recipes.em_run import em, last, right_run, small_change
from .measures import OF_PARAMETERS, PER_SAMPLE, POWERS, RELATIVE

__all__ = ["MISTAKES"]

MAX_ITERATIONS = 300  # of a run that nothing else ends
BEYOND = 25  # iterations beyond max_iter: enough to show that it is ignored


def _below(measure):
    """Stop when something other than the change is below `tol`."""
    return lambda run, i, tol: measure(run, i) < tol


def _without_limit(X, weights, means, covariances, tol, max_iter):
    run = right_run(X, weights, means, covariances)
    most = MAX_ITERATIONS if tol else max_iter + BEYOND
    n = next((i for i in range(1, most + 1) if small_change(run, i, tol)), most)
    return last(run, n)


def _returned_in_the_loop(*arguments):
    max_iter = arguments[-1]
    return last(right_run(*arguments[:4]), 1) if max_iter else None


def _dropped_at_the_stop(n_parameters):
    """Compute the last iteration, find that it changes little, and discard it."""

    def fit_em(X, weights, means, covariances, tol, max_iter):
        run = right_run(X, weights, means, covariances)
        for i in range(1, max_iter + 1):
            if small_change(run, i, tol):
                return (*run.state(i - n_parameters), run.history(i - 1))
        return last(run, max_iter)

    return fit_em


MISTAKES = (
    Misconception(
        "tol ignored",
        "Your loop always runs max_iter iterations: tol is ignored. Once the NLL changes by "
        "less than tol, EM has practically converged and must stop. Look for the comparison "
        "that should end the loop, and check whether its break is ever reached.",
        (em(stop=lambda run, i, tol: False),),
    ),
    Misconception(
        "max_iter ignored",
        "Your loop ignores max_iter: it continues until the change is small, however long that "
        "takes, and with tol=0 it never ends. max_iter is the largest number of iterations "
        "allowed, and may be 0.",
        (_without_limit,),
    ),
    Misconception(
        "one iteration beyond max_iter",
        "Your loop allows max_iter + 1 iterations. With max_iter=0 the start must be returned as "
        "it is. The history also holds the NLL of the start, so it may have max_iter + 1 entries, "
        "but these come from max_iter iterations: count the iterations.",
        (em(limit=lambda max_iter: max_iter + 1),),
    ),
    Misconception(
        "one iteration short of max_iter",
        "Your loop allows only max_iter - 1 iterations. The first entry of the history belongs "
        "to the start, not to an iteration: look at the range, or at what you compare with "
        "max_iter.",
        (em(limit=lambda max_iter: max_iter - 1),),
    ),
    Misconception(
        "always at least one iteration",
        "Your function makes one iteration even if max_iter is 0. Then only the NLL of the start "
        "may be computed: return the start, with a history of one entry. Look at where max_iter is "
        "first checked.",
        (em(limit=lambda max_iter: max(max_iter, 1)),),
    ),
    Misconception(
        "one iteration too many",
        "Your loop notices the small change one iteration too late: when the NLL has changed by "
        "less than tol, no further E-step and M-step may follow. Check whether you compare the "
        "two newest entries, and in which line.",
        (
            em(stop=lambda run, i, tol: i > 1 and small_change(run, i - 1, tol)),
            em(result=lambda run, n: last(run, n + 1)),
        ),
    ),
    Misconception(
        "last iteration dropped at the stop",
        "When the change is small, your loop stops before it has stored that iteration: its NLL "
        "is missing from the history (or its parameters from the result). These parameters have "
        "been computed and are the better ones: append first, then compare and stop.",
        (_dropped_at_the_stop(0), _dropped_at_the_stop(1)),
    ),
    Misconception(
        "loop ends after one iteration",
        "Your loop ends after its first iteration, whatever tol is. The usual reason is the "
        "sign of the change: the NLL falls, so new minus old is negative and smaller than any "
        "tol; the absolute value counts. Otherwise a break or return stands where every "
        "iteration reaches it.",
        (em(stop=lambda run, i, tol: run.change(i) < tol), em(stop=lambda run, i, tol: True)),
    ),
    Misconception(
        "return inside the loop",
        "Your function returns from inside the loop, after the first iteration, and with "
        "max_iter=0 it never reaches a return line at all. Move the return after the loop.",
        (_returned_in_the_loop,),
    ),
    Misconception(
        "sign of the change trusted",
        "Your stopping rule trusts the sign of the change: without the absolute value it also "
        "stops when the NLL rises. EM never raises it, but rounding does by a tiny amount near the "
        "end, and then a loop with tol=0 stops when it should continue. Compare the absolute "
        "change.",
        (
            em(stop=lambda run, i, tol: -run.change(i) < tol),
            em(stop=lambda run, i, tol: -run.change(i) <= tol),
        ),
    ),
    Misconception(
        "value compared instead of the change",
        "You compare with tol the NLL itself, or its distance from the NLL of the start. Its value "
        "depends on the data and their units and says nothing about convergence; the *change* from "
        "one iteration to the next does.",
        (
            em(stop=lambda run, i, tol: abs(run.nll(i) - run.nll(0)) < tol),
            em(stop=_below(lambda run, i: run.nll(i))),
            em(stop=_below(lambda run, i: abs(run.nll(i)))),
            em(stop=_below(lambda run, i: run.nll(i) / len(run.X))),
        ),
    ),
    Misconception(
        "relative change",
        "You compare the relative change with tol: the change divided by the NLL. Here tol is "
        "in nats, for the total NLL, whose zero depends on the units of the data. Look at what "
        "you divide by.",
        tuple(em(stop=_below(measure)) for measure in RELATIVE),
    ),
    Misconception(
        "change per sample",
        "You compare the change per sample with tol: a mean log-likelihood, or a division by N. "
        "The rule asks for the change of the total NLL, the sum over all samples.",
        tuple(em(stop=_below(measure)) for measure in PER_SAMPLE),
    ),
    Misconception(
        "stops on a change of the parameters",
        "Your loop stops when the parameters change little. The exercise asks for the NLL: "
        "parameters have units, and may hardly move while the NLL still falls, or the other way "
        "around. Compare the last two entries of the history.",
        tuple(em(stop=_below(measure)) for measure in OF_PARAMETERS),
    ),
    Misconception(
        "square or square root of the change",
        "You compare the square (or the square root) of the change with tol. The rule uses the "
        "absolute change itself.",
        tuple(em(stop=_below(measure)) for measure in POWERS),
    ),
    Misconception(
        "stops when the change is large",
        "Your stopping rule is reversed: it leaves the loop when the change is larger than tol. EM "
        "has converged when the change is *smaller*. The condition for stopping is the opposite of "
        "the condition for continuing.",
        (em(stop=lambda run, i, tol: abs(run.change(i)) > tol),),
    ),
    Misconception(
        "change measured over more than one iteration",
        "You compare the newest NLL with an older entry than the one before it. The variable "
        "that holds the previous NLL has to be updated in every iteration.",
        (em(stop=lambda run, i, tol: i > 1 and abs(run.nll(i) - run.nll(i - 2)) < tol),),
    ),
)
