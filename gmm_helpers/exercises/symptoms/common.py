"""What there is to say about a wrong result that no known mistake explains.

A symptom must hold in every case it is to explain; one that only happens to fit one case
would mislead a student.
"""

from __future__ import annotations

import inspect
from collections import Counter
from collections.abc import Collection, Sequence

import numpy as np

from ..definition import Diagnosis, Exercise
from ..judging.answer_key import AnswerKey
from ..judging.returned_values import Unusable, UnusableKind
from ..mistakes.messages import MAX_CHARACTERS
from ..running.attempts import Outcome
from ..running.endings import describe_ending, full_stop
from ..running.library_messages import explained
from .names import name_symptom
from .shapes import answer_symptom, part_symptom, shape_symptom, wrong_shape
from .sizes import of_notebook, size_symptom, topic_symptom
from .slips import are_answers, slip_of, sometimes_nothing
from .source import FunctionSource
from .values import value_symptom

__all__ = ["result_symptom", "size_of", "symptoms_of"]

MIN_SHARE = 2 / 3  # of the results must show a symptom that is particular to the exercise


def symptoms_of(
    key: AnswerKey,
    outcomes: Sequence[Outcome],
    left: Sequence[int],
    failed: Sequence[int],
    source: FunctionSource | None = None,
) -> tuple[Diagnosis, ...]:
    """Describe what the cases `left` unexplained have in common; `failed` are all that failed.

    There are two descriptions if a function is written for one size, and wrong in one kind of
    cases of that size, too; otherwise there is one or none.
    """
    names = _names(key)
    code = _code_symptom(key, outcomes, left, failed, source)
    if code:
        return (code,)
    sized = size_symptom(names, key.cases, left, failed)
    if sized:
        first = min(sized[1])
        others = [i for i in left if i not in sized[1]]
        topic = topic_symptom(key.cases, others) if others else None
        said = of_notebook(source) or _with_ending(sized[0], outcomes[first])
        return (said, *([topic] if topic else []))
    symptom = _symptom_of(key, outcomes, left, failed, names)
    return (symptom,) if symptom else ()


def size_of(key: AnswerKey, failed: Collection[int]) -> tuple[Diagnosis, frozenset[int]] | None:
    """The size that alone tells right cases from wrong ones, and the cases that it explains."""
    return size_symptom(_names(key), key.cases, sorted(failed), sorted(failed))


def result_symptom(
    key: AnswerKey, outcomes: Sequence[Outcome], failed: Collection[int]
) -> Diagnosis | None:
    """The shape, or a relation to the right values, where the ordinary case shows it too."""
    with_values = [i for i in sorted(failed) if outcomes[i].returned]
    if 0 not in with_values:
        return None
    triples = [(key.cases[i], outcomes[i].value, key.expected[i]) for i in with_values]
    if not all(isinstance(got, np.ndarray) for _, got, _ in triples):
        return None
    names = _names(key)
    return shape_symptom(names, triples) or value_symptom(names, triples)


def _names(key: AnswerKey) -> list[str]:
    return list(inspect.signature(key.exercise.reference).parameters)


def _code_symptom(key, outcomes, left, failed, source) -> Diagnosis | None:
    """What the function's own code says, with what came of it."""
    first = outcomes[left[0]]
    if source and first.exception and first.exception.type == "TypeError" and not first.line:
        misfit = _signature_symptom(key, source)
        if misfit:
            return misfit
    unknown = name_symptom(outcomes[left[0]], source)
    if unknown:
        return unknown
    if 0 in failed and source and not outcomes[0].stopped:
        slip = slip_of(source, [outcomes[i] for i in failed])
        if slip:
            return slip
    if any(outcomes[i].returned for i in left):
        return sometimes_nothing(outcomes, key.expected[0])
    return None


def _signature_symptom(key: AnswerKey, source: FunctionSource) -> Diagnosis | None:
    """Say that a function cannot be called with what the exercise gives it."""
    given, asked = source.node.args, _names(key)
    positional = [each.arg for each in (*given.posonlyargs, *given.args)]
    n_needed = len(positional) - len(given.defaults)
    lacks_keyword = any(default is None for default in given.kw_defaults)
    fits = n_needed <= len(asked) and (given.vararg or len(positional) >= len(asked))
    if fits and not lacks_keyword:
        return None
    return Diagnosis(
        "other arguments",
        f"Your function takes ({', '.join(source.parameters)}), but it is called with "
        f"({', '.join(asked)}): write the def line as the exercise gives it.",
        quotes_error=True,
    )


def _with_ending(diagnosis: Diagnosis, outcome: Outcome) -> Diagnosis:
    """Add how a function ended that returned nothing."""
    if outcome.returned or outcome.stopped:
        return diagnosis
    message = f"{diagnosis.message} {full_stop(f'There it {describe_ending(outcome)}')}"
    return diagnosis._replace(message=message) if len(message) <= MAX_CHARACTERS else diagnosis


def _symptom_of(key, outcomes, left, failed, names) -> Diagnosis | None:
    exercise, cases, expected = key.exercise, key.cases, key.expected
    stopped = [i for i in left if outcomes[i].stopped]
    if len(stopped) == len(left):
        return _describe_error(outcomes[stopped[0]])
    # The ordinary case is right: what is special about the others says more than their values.
    if 0 not in failed:
        topic = topic_symptom(cases, left)
        if topic:
            return _with_ending(topic, outcomes[left[0]])
    with_values = [i for i in left if outcomes[i].returned]
    # Where the ordinary case fails with an exception, the values of others mean little; but a
    # wrong part of an iteration may lead to one later.
    led_to_it = exercise.parts and 2 * len(with_values) >= len(left)
    if not with_values or not (outcomes[left[0]].returned or led_to_it):
        return _describe_error(outcomes[left[0]])
    first = with_values[0]
    value = outcomes[first].value
    parts = value if isinstance(value, tuple) and not isinstance(value, Unusable) else (value,)
    unusable = [part for part in parts if isinstance(part, Unusable)]
    if unusable:
        return _describe_unusable(unusable[0], expected[first], is_part=len(parts) > 1)
    triples = [(cases[i], outcomes[i].value, expected[i]) for i in with_values]
    if are_answers(expected[first]):
        return answer_symptom(triples) or _ask_exercise(exercise, triples)
    if any(isinstance(value, (tuple, Unusable)) for _, value, _ in triples):
        return part_symptom(names, triples) or _ask_exercise(exercise, triples)
    return (
        shape_symptom(names, triples)
        or value_symptom(names, triples)
        or _ask_exercise(exercise, triples)
        or wrong_shape(triples, names)
    )


def _ask_exercise(exercise: Exercise, triples) -> Diagnosis | None:
    """What the exercise itself says of most of the cheapest results, else of most of all."""
    costs = [exercise.cost(case) for case, *_ in triples]
    cheapest = [triple for triple, cost in zip(triples, costs, strict=True) if cost == min(costs)]
    return _ask_most(exercise, cheapest) or _ask_most(exercise, triples)


def _ask_most(exercise: Exercise, triples) -> Diagnosis | None:
    found = [diagnosis for triple in triples if (diagnosis := exercise.symptom(*triple))]
    names = Counter(diagnosis.name for diagnosis in found)
    name, count = names.most_common(1)[0] if names else ("", 0)
    if count <= MIN_SHARE * len(triples):
        return None
    return next(diagnosis for diagnosis in found if diagnosis.name == name)


def _describe_error(outcome: Outcome) -> Diagnosis:
    line, name = outcome.line, "an exception"
    what = full_stop(f"Your function {describe_ending(outcome)}")
    found = explained(outcome.exception) if outcome.exception else None
    if outcome.stopped:
        name, what = "does not return", f"{what} Look at what should end its loop."
    elif found:
        name = found.name
        what = found.sentence if found.tells_all else f"{what} {found.sentence}"
    return Diagnosis(name, what, quotes_error=True, line=line)


def _describe_unusable(value: Unusable, expected: object, is_part: bool = False) -> Diagnosis:
    if value.kind is UnusableKind.NOTHING and is_part:
        return Diagnosis(
            "nothing returned",
            "One of the results that you return is None: look at what gives it its value, such as "
            "a method like list.append, which returns None, or a function without a return line.",
        )
    if value.kind is UnusableKind.NOTHING:
        return Diagnosis(
            "nothing returned",
            "Your function returned None: either it ends without a return line, or it returns the "
            "result of a method such as list.append or list.sort, which is None.",
        )
    wanted = ""
    if isinstance(expected, np.ndarray):
        wanted = f" Return {'one array of numbers' if expected.ndim else 'the number'} alone."
    message = f"Your function returned {value.describe()}.{wanted}"
    return Diagnosis("wrong kind of result", message)
