"""What there is to say about a wrong result that no known misconception explains.

A symptom must hold in every case it is to explain; one that only happens to fit one case
would mislead a student.
"""

from __future__ import annotations

import inspect
from collections import Counter
from collections.abc import Sequence

from ..definition import Case, Diagnosis, Exercise
from ..judging.answer_key import AnswerKey
from ..judging.returned_values import Unusable, UnusableKind
from ..running.attempts import Outcome
from ..running.endings import describe_ending
from ..running.library_messages import shapes_of_misfit
from .shapes import shape_symptom, wrong_shape
from .values import value_symptom

__all__ = ["TOPICS", "symptom_of"]

MIN_SHARE = 2 / 3  # of the results must show a symptom that is particular to the exercise

# What it means if cases of one topic fail and the ordinary one does not.
TOPICS = {
    "far": Diagnosis(
        "underflow",
        "Your function is right near the components but fails far away from them. There every "
        "density underflows to 0, so its logarithm is -inf and a ratio becomes 0/0. Work with "
        "logarithms throughout, and subtract the maximum before you exponentiate (log-sum-exp).",
    ),
    "dimension": Diagnosis(
        "right in two dimensions only",
        "Your function is right for D = 2 features but fails for other D: something in it is "
        "written for two features, such as a 2 by 2 matrix, a constant, or an axis. Look for a 2 "
        "that should be D.",
    ),
    "components": Diagnosis(
        "right for some numbers of components only",
        "Your function is right for some K but fails for others: something in it assumes how many "
        "components there are. Take K from the shape of the arguments.",
    ),
    "unequal": Diagnosis(
        "wrong where components differ",
        "Your function fails where the components are very different from each other: it seems to "
        "treat them as if they had the same weight or size.",
    ),
    "correlated": Diagnosis(
        "correlations treated wrongly",
        "Your function fails where features are strongly correlated: look at how you use the "
        "entries of the covariance off its diagonal.",
    ),
    "units": Diagnosis(
        "wrong in other units",
        "Your function fails if the data are shifted or measured in other units: look for a fixed "
        "number, such as one added to avoid division by zero, or a limit on the values.",
    ),
    "size": Diagnosis(
        "wrong for very few or very many samples",
        "Your function fails for some numbers of samples N: look for a fixed number of samples, "
        "or an operation that drops an axis of length one.",
    ),
    "layout": Diagnosis(
        "depends on the memory layout",
        "Your function fails if an array is read-only or not contiguous: do not write to your "
        "arguments, and do not rely on their memory layout.",
    ),
}


def symptom_of(
    key: AnswerKey, outcomes: Sequence[Outcome], left: Sequence[int], failed: Sequence[int]
) -> Diagnosis | None:
    """Describe what the cases `left` unexplained have in common; `failed` are all that failed."""
    exercise, cases, expected = key.exercise, key.cases, key.expected
    stopped = [i for i in left if outcomes[i].stopped]
    if len(stopped) == len(left):
        return _describe_error(outcomes[stopped[0]])
    # The ordinary case is right: what is special about the others says more than their values.
    if 0 not in failed:
        topic = _topic(cases, left)
        if topic and not outcomes[left[0]].returned:
            there = f"There it {describe_ending(outcomes[left[0]])}"
            return topic._replace(message=f"{topic.message} {_end(there)}")
        if topic:
            return topic
    with_values = [i for i in left if outcomes[i].returned]
    # Where the ordinary case fails with an exception, the values of others mean little.
    if not with_values or not outcomes[left[0]].returned:
        return _describe_error(outcomes[left[0]])
    first = with_values[0]
    value = outcomes[first].value
    parts = value if isinstance(value, tuple) and not isinstance(value, Unusable) else (value,)
    unusable = [part for part in parts if isinstance(part, Unusable)]
    if unusable:
        return _describe_unusable(unusable[0])
    triples = [(cases[i], outcomes[i].value, expected[i]) for i in with_values]
    if any(isinstance(value, (tuple, Unusable)) for _, value, _ in triples):
        return _ask_exercise(exercise, triples)
    names = list(inspect.signature(exercise.reference).parameters)
    return (
        shape_symptom(names, triples)
        or value_symptom(names, triples)
        or _ask_exercise(exercise, triples)
        or wrong_shape(triples)
    )


def _ask_exercise(exercise: Exercise, triples) -> Diagnosis | None:
    """What the exercise itself says of most of the results."""
    found = [diagnosis for triple in triples if (diagnosis := exercise.symptom(*triple))]
    names = Counter(diagnosis.name for diagnosis in found)
    name, count = names.most_common(1)[0] if names else ("", 0)
    if count <= MIN_SHARE * len(triples):
        return None
    return next(diagnosis for diagnosis in found if diagnosis.name == name)


def _topic(cases: Sequence[Case], left: Sequence[int]) -> Diagnosis | None:
    """What all failed cases are about, if it is not by chance that they failed."""
    topics = Counter(cases[i].topic for i in left)
    ((topic, count),) = topics.most_common(1)
    all_of_them = count == sum(case.topic == topic for case in cases)
    if count < len(left) or not (count > 1 or all_of_them):
        return None
    return TOPICS.get(topic)


def _describe_error(outcome: Outcome) -> Diagnosis:
    line = f" It happened at {outcome.line}" if outcome.line else ""
    what = _end(f"Your function {describe_ending(outcome)}")
    if outcome.stopped:
        message = f"{what} Look at what should end its loop.{line}"
        return Diagnosis("does not return", message, quotes_error=True)
    shapes = shapes_of_misfit(outcome.exception) if outcome.exception else None
    if shapes:
        return Diagnosis(
            "incompatible shapes",
            f"You combine arrays of shapes {shapes[0]} and {shapes[1]}, which do not fit together. "
            "NumPy aligns shapes from the right, so a vector meets the last axis of a table: a "
            "vector with one value per row needs a second axis of length one, and a sum along an "
            f"axis can keep that axis.{line}",
            quotes_error=True,
        )
    return Diagnosis("an exception", f"{what}{line}", quotes_error=True)


def _end(sentence: str) -> str:
    """Add a full stop unless the message of an exception has brought one."""
    return sentence if sentence.endswith(".") else f"{sentence}."


def _describe_unusable(value: Unusable) -> Diagnosis:
    if value.kind is UnusableKind.NOTHING:
        return Diagnosis(
            "nothing returned",
            "Your function returned None: either it ends without a return line, or it returns the "
            "result of a method such as list.append or list.sort, which is None.",
        )
    return Diagnosis("wrong kind of result", f"Your function returned {value.describe()}.")
