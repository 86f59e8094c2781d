"""What it means if a function is wrong for one kind of cases only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..definition import Case, Diagnosis

__all__ = ["TOPICS", "topic_symptom"]

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


def topic_symptom(cases: Sequence[Case], left: Sequence[int]) -> Diagnosis | None:
    """What all failed cases are about, if it is not by chance that they failed."""
    topics = Counter(cases[i].topic for i in left)
    ((topic, count),) = topics.most_common(1)
    all_of_them = count == sum(case.topic == topic for case in cases)
    if count < len(left) or not (count > 1 or all_of_them):
        return None
    return TOPICS.get(topic)
