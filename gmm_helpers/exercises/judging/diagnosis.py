"""Which mistake explains what a function returned.

Every known mistake is run on the same cases as the student's function. One that
returns the same where it is wrong explains those cases. What no mistake explains is
left to `symptoms`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from ..definition import Diagnosis
from ..mistake import Mistake
from ..mistakes.messages import message_of
from ..mistakes.pairs import pairs_of
from ..mistakes.parts import mistakes_in
from ..running.attempts import Outcome
from ..symptoms.common import size_of, symptoms_of
from ..symptoms.lost_values import confirmed_slip
from ..symptoms.slips import certain_slip, is_without_result, sum_of_everything
from ..symptoms.source import FunctionSource
from ..symptoms.unfinished import unfinished_symptom
from .answer_key import AnswerKey
from .unwritten import unwritten_helper

__all__ = ["MAX_NAMED", "diagnose"]

MAX_NAMED = 2
DIVIDED_BY_N = "divided by N"
N_PROBES_OF_PAIRS = 1  # there are thousands
N_ASKED = 2  # cases that are right, in which a mistake is tried before those that are wrong
N_FIRST = 2  # of many mistakes, only those are tried further that agree in one of so many cases


class _Explanation(NamedTuple):
    mistake: Mistake
    explained: frozenset[int]  # failed cases in which it returns the same
    unlike: int  # cases in which it is wrong in another way


def diagnose(
    key: AnswerKey,
    outcomes: Sequence[Outcome],
    problems: Sequence[str | None],
    source: FunctionSource | None = None,
) -> tuple[Diagnosis, ...]:
    """Name at most two mistakes that explain the failed cases, the one that explains more first.

    There is an outcome and a problem for each case: "" where nothing is wrong, None where the case
    says nothing. The source, where it is known, is read and not run.
    """
    failed = frozenset(i for i, problem in enumerate(problems) if problem)
    found: list[Diagnosis] = []
    left = failed
    if not failed:
        return ()
    passed = frozenset(i for i, problem in enumerate(problems) if problem == "")
    valued = [i for i in sorted(failed) if outcomes[i].returned]
    # What the code itself shows comes before what only looks like a mistake.
    unwritten = unwritten_helper(outcomes[0], source) if 0 in failed else None
    if unwritten:
        return (unwritten,)
    if source and not outcomes[0].stopped:
        slip = confirmed_slip(source, [outcomes[i] for i in sorted(failed)])
        if slip:
            return (slip._replace(unfinished=is_without_result(outcomes)),)
        begun = unfinished_symptom(outcomes, source) if 0 in failed else None
        if begun:
            return (begun,)
    if is_without_result(outcomes):
        explanations = []  # there is nothing to compare
    else:
        explanations = _explanations(key, key.exercise.mistakes, outcomes, failed, passed)
        if not any(e.explained == failed and not e.unlike for e in explanations):
            parts = mistakes_in(key.exercise.parts)
            explanations += _explanations(key, parts, outcomes, failed, passed, N_FIRST)
        if not any(_is_main(explanation, valued) for explanation in explanations):
            pairs = pairs_of(key.exercise.mistakes)
            explanations = _explanations(key, pairs, outcomes, failed, passed, N_FIRST)
    explained = any(e.explained == failed and not e.unlike for e in explanations)
    sized = size_of(key, failed) if 0 in failed and not explained else None
    if sized:  # some mistakes look like others where there are more components than are counted
        left, found = left - sized[1], [sized[0]]
    while left and len(found) < MAX_NAMED:
        best = _best(explanations, left)
        if best is None or not (found or _is_main(best, valued)):
            break
        left -= best.explained
        found.append(_told(key, best.mistake, source))
        explanations = [e for e in explanations if e.mistake is not best.mistake]
    # A few more failed cases mostly have the same cause as the mistake that was named.
    if not found and not source:
        begun = unfinished_symptom(outcomes, source)
        if begun:
            return (begun,)
    if not found or (len(found) < MAX_NAMED and len(left) > len(failed) / 4):
        for rest in symptoms_of(key, outcomes, sorted(left), sorted(failed), source):
            is_named = rest.name in {diagnosis.name for diagnosis in found}
            if not is_named and not (found and rest.quotes_error):
                found.append(rest)
    elif len(found) < MAX_NAMED and source and 0 in failed:
        slip = certain_slip(source)
        found += [slip] if slip else []
    return tuple(found)


def _told(key: AnswerKey, mistake: Mistake, source: FunctionSource | None) -> Diagnosis:
    """A mistake, with the line that shows it where that is known."""
    name, message = mistake.name, message_of(key.exercise.name, mistake)
    line = sum_of_everything(source) if source and name == DIVIDED_BY_N else None
    if line:
        message += " A sum without an axis adds up the whole table, which gives N."
    return Diagnosis(name, message, line=line)


def _explanations(
    key: AnswerKey, mistakes: Sequence[Mistake], outcomes, failed, passed, n_first: int = 0
) -> list[_Explanation]:
    """All mistakes that explain something and are contradicted by nothing."""
    valued = [i for i in _cheapest_first(key, failed) if outcomes[i].returned]
    raised = [i for i in sorted(failed) if not (outcomes[i].returned or outcomes[i].stopped)]
    views = {i: key.view(outcomes[i], i) for i in valued}
    found, passed = [], _cheapest_first(key, passed)
    for mistake in mistakes if valued else ():
        for function in mistake.functions:
            # Asked first, because nearly every mistake shows there, and the answer is cached.
            if any(key.is_wrong(function, i) for i in passed[:N_ASKED]):
                continue
            first = valued[:n_first]
            if first and not any(key.agrees(views[i], function, i) for i in first):
                continue
            n_probes = N_PROBES_OF_PAIRS if mistake.parts else key.exercise.n_probes
            same, unlike = _compare(key, views, function, n_probes)
            by_chance = len(same) == 1 and len(valued) + len(raised) > 1 and 0 not in same
            if unlike >= len(same) or by_chance:  # such as in the case with K = 1
                continue
            if 0 in raised and not first and not _raises_alike(key, outcomes[0], function):
                continue
            if any(key.is_wrong(function, i) for i in passed):  # the student's function is right
                continue
            # Where both fail with an exception the mistake explains that as well.
            same |= {i for i in raised if not key.outcome_of(function, i).returned}
            found.append(_Explanation(mistake, frozenset(same), unlike))
            if same == failed and not unlike:  # the next ones can explain no more
                return found
    return found


def _cheapest_first(key: AnswerKey, cases) -> list[int]:
    return sorted(cases, key=lambda i: (key.exercise.cost(key.cases[i]), i))


def _raises_alike(key: AnswerKey, outcome: Outcome, mistake: Callable) -> bool:
    """Whether a mistake fails in the ordinary case, and with the same kind of exception."""
    raised, other = outcome.exception, key.outcome_of(mistake, 0).exception
    return raised is not None and other is not None and raised.type == other.type


def _compare(key: AnswerKey, views: dict, mistake: Callable, n_probes: int) -> tuple[set[int], int]:
    """In which cases a mistake returns the same, and in how many it is wrong in another way."""
    same, unlike = set(), 0
    for i, view in views.items():
        if key.agrees(view, mistake, i):
            same.add(i)
        else:
            unlike += key.is_wrong(mistake, i)
        if unlike == n_probes and not same:
            break
    return same, unlike


def _is_main(explanation: _Explanation, valued) -> bool:
    """Whether a mistake explains most of what is wrong; others are only named after it."""
    return 2 * len(explanation.explained & set(valued)) >= len(valued)


def _best(explanations, left) -> _Explanation | None:
    useful = [e for e in explanations if e.explained & left]
    # max() keeps the first of equals, so the order of the mistakes decides.
    return max(useful, key=lambda e: (len(e.explained & left), -e.unlike), default=None)
