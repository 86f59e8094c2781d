"""Two mistakes at once in the density of a mixture."""

from __future__ import annotations

from ...definition import Misconception
from ..gaussian_log_density.messages import MESSAGES, combine
from ..gaussian_log_density.variants import DENSITY_MISTAKES, pair_mistakes
from ..recipes.gaussians import ignore, joint, log_sum, of_joint
from .terms import PER_SAMPLE_MISTAKES

__all__ = ["PAIRS"]

_MIXTURE_MESSAGES = {mistake.name: mistake.message for mistake in PER_SAMPLE_MISTAKES}
# Mistakes in how the densities are put together, each open to any mistake in the densities.
_SUMS = {
    "weights omitted": (lambda change: of_joint(log_sum, weigh=ignore, **change),),
    "only the largest component": (
        lambda change: of_joint(lambda logs: logs.max(axis=1), **change),
    ),
    "logarithm inside the sum": (
        lambda change: of_joint(lambda logs: logs.sum(axis=1), **change),
        lambda change: lambda X, w, m, C: joint(X, w, m, C, weigh=ignore, **change) @ w,
    ),
    "sign": (lambda change: of_joint(lambda logs: -log_sum(logs), **change),),
}


def _pair(first: str, second: str, messages: tuple[str, str], functions) -> Misconception:
    name, message = f"{first}, and {second}", combine(*messages)
    return Misconception(name, message, tuple(functions), (first, second))


PAIRS = (
    *(
        _pair(
            first,
            second,
            (_MIXTURE_MESSAGES[first], MESSAGES[second]),
            (way(change) for way in ways for change in changes[:2]),
        )
        for first, ways in _SUMS.items()
        for second, changes in DENSITY_MISTAKES.items()
    ),
    *(
        _pair(
            first,
            "sign",
            (_MIXTURE_MESSAGES[first], _MIXTURE_MESSAGES["sign"]),
            (lambda *given, way=way: -way({})(*given) for way in ways),
        )
        for first, ways in _SUMS.items()
        if first != "sign"
    ),
    *(
        _pair(
            first,
            second,
            (MESSAGES[first], MESSAGES[second]),
            (of_joint(log_sum, **change) for change in changes),
        )
        for (first, second), changes in pair_mistakes().items()
    ),
)
