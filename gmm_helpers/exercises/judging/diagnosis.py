"""What is wrong with what a function returned: a table of steps, the most certain first.

The first step that knows something is believed; `symptoms` describes what it leaves unexplained.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

import numpy as np

from ..definition import Diagnosis
from ..mistake import Mistake
from ..mistakes.combinations import mistakes_in, pairs_of
from ..mistakes.messages import message_of
from ..running.attempts import Outcome
from ..symptoms.common import result_symptom, size_of, symptoms_of
from ..symptoms.constants import (
    constant_symptom,
    helper_symptom,
    number_symptom,
    unfilled_symptom,
    unused_symptom,
)
from ..symptoms.lost_values import confirmed_slip
from ..symptoms.sizes import of_notebook
from ..symptoms.slips import (
    are_answers,
    certain_slip,
    is_without_result,
    slip_of,
    sum_of_everything,
)
from ..symptoms.source import FunctionSource
from ..symptoms.unfinished import unfinished_symptom
from .answer_key import AnswerKey
from .evidence import Evidence, numbers_in
from .matches import Explanation, best_of, explanations, pairs_among
from .unwritten import unwritten_helper, unwritten_line

__all__ = ["MAX_NAMED", "diagnose"]

MAX_NAMED = 2
DIVIDED_BY_N = "divided by N"
FEW = 1 / 4  # of the failed cases mostly have the same cause as the mistake that was named


class _Found(NamedTuple):
    diagnoses: tuple[Diagnosis, ...]
    explains: frozenset[int]


def diagnose(
    key: AnswerKey,
    outcomes: Sequence[Outcome],
    problems: Sequence[str | None],
    source: FunctionSource | None = None,
    likely: Collection[str] = (),
) -> tuple[Diagnosis, ...]:
    """Name at most two things that explain the failed cases, the one that explains more first.

    There is an outcome and a problem for each case: "" where nothing is wrong, None where the case
    says nothing. The source, where it is known, is read and not run. Mistakes that are `likely`, by
    name, are tried before all others.
    """
    evidence = Evidence(key, outcomes, problems, source, likely)
    if not evidence.failed:
        return ()
    with np.errstate(all="ignore"), warnings.catch_warnings():  # of what known mistakes do
        warnings.simplefilter("ignore")
        found = next(filter(None, (step(evidence) for step in _STEPS)), None)
        if found:
            return _with_the_rest(evidence, found)
    return symptoms_of(key, outcomes, sorted(evidence.failed), sorted(evidence.failed), source)


def _with_the_rest(evidence: Evidence, found: _Found) -> tuple[Diagnosis, ...]:
    """Add what is to be said about the cases that are not explained."""
    said, failed, source = [*found.diagnoses], evidence.failed, evidence.source
    left = failed - found.explains
    if len(said) < MAX_NAMED and len(left) > FEW * len(failed):
        rest = symptoms_of(evidence.key, evidence.outcomes, sorted(left), sorted(failed), source)
        named = {diagnosis.name for diagnosis in said}
        said += [each for each in rest if each.name not in named and not each.quotes_error]
    elif len(said) < MAX_NAMED and source and 0 in failed:
        slip = certain_slip(source) if not said[0].unfinished else None
        said += [slip] if slip and slip.name != said[0].name else []
    return tuple(said)


def _all_of(diagnosis: Diagnosis | None, evidence: Evidence) -> _Found | None:
    return _Found((diagnosis,), evidence.failed) if diagnosis else None


def _unwritten(evidence: Evidence) -> _Found | None:
    if 0 not in evidence.failed:
        return None
    first = evidence.outcomes[0], evidence.source
    return _all_of(unwritten_helper(*first) or unwritten_line(*first), evidence)


def _slip(evidence: Evidence) -> _Found | None:
    outcomes, source = evidence.outcomes, evidence.source
    if source is None or outcomes[0].stopped:
        return None
    slip = confirmed_slip(source, [outcomes[i] for i in sorted(evidence.failed)])
    if slip:
        slip = slip._replace(unfinished=is_without_result(outcomes))
    return _all_of(slip, evidence)


def _begun(evidence: Evidence) -> _Found | None:
    if 0 not in evidence.failed or evidence.outcomes[0].stopped:
        return None
    answers = evidence.source is None and are_answers(evidence.key.expected[0])
    if answers and any(numbers_in(o.value) for o in evidence.outcomes):  # "no" is one
        return None
    return _all_of(unfinished_symptom(evidence.outcomes, evidence.source), evidence)


def _notebook(evidence: Evidence) -> _Found | None:
    outcomes, source = evidence.outcomes, evidence.source
    shown = 0 in evidence.failed and outcomes[0].returned
    if source is None or not shown or not source.variables or not source.unused:
        return None
    return _all_of(certain_slip(source), evidence)


def _same_whatever_is_given(evidence: Evidence) -> _Found | None:
    symptom = constant_symptom(evidence)
    if symptom and evidence.source and evidence.source.variables:
        symptom = certain_slip(evidence.source) or symptom
    return _all_of(symptom, evidence)


def _code_first(symptom: Callable[[Evidence], Diagnosis | None]):
    """A step: a slip that the code shows explains a symptom better than the symptom does."""

    def step(evidence: Evidence) -> _Found | None:
        found = symptom(evidence)
        slip = certain_slip(evidence.source) if found and evidence.source else None
        return _all_of(slip or found, evidence)

    return step


def _certain(symptom: Callable[[Evidence], Diagnosis | None]):
    return lambda evidence: _all_of(symptom(evidence), evidence)


def _everything(mistakes_of: Callable[[Evidence], Sequence[Mistake]]):
    """A step: a mistake that explains all that is wrong."""

    def step(evidence: Evidence) -> _Found | None:
        asked = sorted(mistakes_of(evidence), key=lambda each: each.name not in evidence.likely)
        found = explanations(evidence, asked, whole=True)
        whole = [each for each in found if each.explains == evidence.failed]
        return _named(evidence, whole[:1]) if whole else None

    return step


def _size(evidence: Evidence) -> _Found | None:
    """Some mistakes look like others where there are more components than are counted."""
    sized = size_of(evidence.key, evidence.failed) if 0 in evidence.failed else None
    if sized is None:
        return None
    left = evidence.failed - sized[1]
    beside = best_of(explanations(evidence, _own(evidence), left), left, evidence.valued)
    more = _named(evidence, [beside]) if beside else _Found((), frozenset())
    said = of_notebook(evidence.source) or sized[0]
    return _Found((said, *more.diagnoses), sized[1] | more.explains)


def _most(evidence: Evidence) -> _Found | None:
    """One or two mistakes that explain most of what is wrong."""
    mistakes = [*_own(evidence), *_in_parts(evidence)]
    main: list[Explanation] = []
    left = evidence.failed
    while len(main) < MAX_NAMED and left:
        best = best_of(explanations(evidence, mistakes, left), left, evidence.valued)
        if best is None:
            break
        main.append(best)
        left -= best.explains
        mistakes = [mistake for mistake in mistakes if mistake is not best.mistake]
    return _named(evidence, main) if main else None


def _shape(evidence: Evidence) -> _Found | None:
    outcomes, failed, source = evidence.outcomes, evidence.failed, evidence.source
    shown = source is not None and 0 in failed and not outcomes[0].stopped
    slip = slip_of(source, [outcomes[i] for i in failed]) if source and shown else None
    return _all_of(slip or result_symptom(evidence.key, outcomes, failed), evidence)


def _own(evidence: Evidence) -> Sequence[Mistake]:
    return evidence.key.exercise.mistakes


def _in_parts(evidence: Evidence) -> Sequence[Mistake]:
    return mistakes_in(evidence.key.exercise.parts)


def _pairs(evidence: Evidence) -> Sequence[Mistake]:
    return pairs_among(evidence, _own(evidence), pairs_of(evidence.key.exercise.mistakes))


def _named(evidence: Evidence, found: Sequence[Explanation]) -> _Found:
    said = tuple(_told(evidence, each.mistake) for each in found)
    return _Found(said, frozenset().union(*(each.explains for each in found)))


def _told(evidence: Evidence, mistake: Mistake) -> Diagnosis:
    """A mistake, with the line that shows it where that is known."""
    message, source = message_of(evidence.key.exercise.name, mistake), evidence.source
    line = sum_of_everything(source) if source and mistake.name == DIVIDED_BY_N else None
    if line:
        message += " A sum without an axis adds up the whole table, which gives N."
    return Diagnosis(mistake.name, message, line=line)


_STEPS: tuple[Callable[[Evidence], _Found | None], ...] = (
    _unwritten,  # a function that it calls
    _slip,  # that the code shows, and the results confirm
    _begun,  # None, ..., zero everywhere, a placeholder
    _code_first(unused_symptom),  # no line reads the data
    _notebook,  # a variable of it, in place of an argument
    _certain(number_symptom),  # nothing but NaN or infinity
    _same_whatever_is_given,
    _everything(_own),
    _everything(_in_parts),
    _code_first(unfilled_symptom),  # rows or columns that nothing was written into
    _certain(helper_symptom),  # another function than the one asked for
    _size,  # right for some K, D or N only
    _most,
    _shape,
    _everything(_pairs),
)
