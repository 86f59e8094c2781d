"""Functions that are right in some cases only: what their right and their wrong cases share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..cases.integers import INTEGERS
from ..definition import Case, Diagnosis
from .shapes import read_sizes
from .slips import first_reading
from .source import FunctionSource

__all__ = ["TOPICS", "of_notebook", "size_symptom", "topic_symptom"]

MIN_RIGHT = 2  # cases that must be right before a number is blamed
_WORDS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}
_NAMES = {("D", 2): "right in two dimensions only"}
_THINGS = {"K": "components", "D": "features", "N": "samples"}
_SIZES = frozenset({"K", "D", "N", "n_components", "n_features", "n_samples"})
_THING = {"K": "component", "D": "feature", "N": "sample"}


def size_symptom(
    names: Sequence[str], cases: Sequence[Case], left: Sequence[int], failed: Sequence[int]
) -> tuple[Diagnosis, frozenset[int]] | None:
    """Find the size that tells right cases from wrong ones: K, D or N.

    Parameters
    ----------
    names : sequence of str
        Those of the arguments.
    left, failed : sequence of int
        Numbers of the cases that are to be explained, and of all that failed.

    Returns
    -------
    tuple or None
        What to say, and the cases that it explains. A wrong case whose size is right must be of
        a kind of its own, of which all cases are wrong.
    """
    sizes = [read_sizes(names, case) for case in cases]
    compared = [
        i for i, case in enumerate(cases) if case.layout != "read-only" and case.topic != INTEGERS
    ]
    right = [i for i in compared if i not in failed]
    for letter in ("K", "D", "N"):
        if len(right) < MIN_RIGHT or any(letter not in sizes[i] for i in compared):
            continue
        good = {sizes[i][letter] for i in right}
        explained = {i for i in left if sizes[i][letter] not in good}
        rest = {i for i in left if i not in explained}
        if not explained or not _is_one_topic(cases, rest, failed):
            continue
        diagnosis = _name(letter, good, {sizes[i][letter] for i in explained})
        if diagnosis:
            return diagnosis, frozenset(explained)
    return None


def of_notebook(source: FunctionSource | None) -> Diagnosis | None:
    """Say that a size is read from the notebook, where it is the same whatever is given."""
    read = source.read & source.names & _SIZES - source.own_names if source else frozenset()
    if source is None or not read:
        return None
    name = min(read)
    return Diagnosis(
        "notebook variable instead of argument",
        f"Your function reads `{name}` from the notebook, where it is the same whatever your "
        "function is given. Take sizes from the shapes of the arguments.",
        line=first_reading(source, {name}),
    )


def _is_one_topic(cases: Sequence[Case], rest: set[int], failed: Sequence[int]) -> bool:
    topics = {cases[i].topic for i in rest}
    if not rest:
        return True
    (topic,) = topics if len(topics) == 1 else ("",)
    return bool(topic) and all(i in failed for i, case in enumerate(cases) if case.topic == topic)


def _name(letter: str, good: set[int], bad: set[int]) -> Diagnosis | None:
    things, top = _THINGS[letter], max(good)
    if len(good) == 1 and top > 1 and len(bad) > 1 and letter != "N":
        word = _WORDS.get(top, str(top))
        return Diagnosis(
            _NAMES.get((letter, top), f"written for {word} {things}"),
            f"Your function is right where there are {word} {things} ({letter} = {top}), and wrong "
            f"wherever there are more or fewer: something in it is written for {word}, such as a "
            f"range, a shape or a list. Look for what should be {letter}, and take {letter} from "
            "the shape of an argument.",
        )
    if bad == {1}:
        return Diagnosis(
            f"fails for one {_THING[letter]}",
            f"Your function fails for a single {_THING[letter]} ({letter} = 1), and only there: "
            "look for something that drops an axis of length one, as squeeze does, or that needs "
            "more than one.",
        )
    if letter != "N" and min(bad) > top > 1:
        word = _WORDS.get(top, str(top))
        return Diagnosis(
            f"written for up to {word} {things}",
            f"Your function is right for up to {word} {things}, and wrong for more: something in "
            f"it stops at {word}. Look for what should be {letter}, and take {letter} from the "
            "shape of an argument.",
        )
    return None


# What it means if cases of one topic fail and the ordinary one does not.
TOPICS = {
    "far": Diagnosis(
        "underflow",
        "Your function is right near the components but fails far away from them. There every "
        "density underflows to 0, so its logarithm is -inf and a ratio becomes 0/0. Work with "
        "logarithms throughout, and subtract the maximum before you exponentiate (log-sum-exp).",
    ),
    "zeros": Diagnosis(
        "0 log 0",
        "Your function fails where a responsibility is exactly 0. The logarithm of 0 is minus "
        "infinity, and 0 times that is NaN, or an error. As r goes to 0, r log r goes to 0 as "
        "well, so such an entry adds nothing: leave it out before you take logarithms.",
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
    "folds": Diagnosis(
        "right for some folds only",
        "Your function is right for some divisions into folds and wrong for others: it assumes how "
        "many folds there are, or how large. Make one round for each label in np.unique(folds); "
        "the samples of a fold are those with folds == label.",
    ),
    "labels": Diagnosis(
        "folds numbered from 0",
        "Your function is right where the folds are numbered 0, 1, 2, ... and wrong for other "
        "labels: they need not begin at 0, may have gaps, and may be negative. Loop over the "
        "labels themselves, np.unique(folds), not over a range.",
    ),
    "layout": Diagnosis(
        "depends on the memory layout",
        "Your function fails if an array is read-only or not contiguous: do not write to your "
        "arguments, and do not rely on their memory layout.",
    ),
}


def topic_symptom(cases: Sequence[Case], left: Sequence[int]) -> Diagnosis | None:
    """What all failed cases are about, if it is not by chance that they failed."""
    topics = Counter(cases[i].topic for i in left)
    ((topic, count),) = topics.most_common(1)
    all_of_them = count == sum(case.topic == topic for case in cases)
    if count < len(left) or not (count > 1 or all_of_them):
        return None
    return TOPICS.get(topic)
