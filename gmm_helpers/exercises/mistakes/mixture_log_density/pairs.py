"""Two mistakes at once in the density of a mixture."""

from __future__ import annotations

from ...definition import Misconception
from ..gaussian_log_density.messages import SLIP_MESSAGES, both
from ..gaussian_log_density.variants import DENSITY_SLIPS, paired
from ..recipes.gaussian import joint, log_sum
from .sums import of_logs, unweighted
from .terms import ONE_A_SAMPLE

__all__ = ["PAIRS"]

_BY_NAME = {mistake.name: mistake.message for mistake in ONE_A_SAMPLE}
# How the densities are put together, each with any slip in the densities themselves.
_FORMS = {
    "weights omitted": (lambda slip: of_logs(log_sum, weigh=unweighted, **slip),),
    "only the largest component": (lambda slip: of_logs(lambda logs: logs.max(axis=1), **slip),),
    "logarithm inside the sum": (
        lambda slip: of_logs(lambda logs: logs.sum(axis=1), **slip),
        lambda slip: lambda X, w, m, C: joint(X, w, m, C, weigh=unweighted, **slip) @ w,
    ),
    "sign": (lambda slip: of_logs(lambda logs: -log_sum(logs), **slip),),
}

PAIRS = (
    *(
        Misconception(
            f"{form}, and {name}",
            both(_BY_NAME[form], SLIP_MESSAGES[name]),
            tuple(way(slip) for way in ways for slip in slips[:2]),
        )
        for form, ways in _FORMS.items()
        for name, slips in DENSITY_SLIPS.items()
    ),
    *(
        Misconception(
            f"{form}, and sign",
            both(_BY_NAME[form], _BY_NAME["sign"]),
            tuple(lambda *given, way=way: -way({})(*given) for way in ways),
        )
        for form, ways in _FORMS.items()
        if form != "sign"
    ),
    *(
        Misconception(
            f"{first}, and {second}",
            both(SLIP_MESSAGES[first], SLIP_MESSAGES[second]),
            tuple(of_logs(log_sum, **slip) for slip in slips),
        )
        for (first, second), slips in paired().items()
    ),
)
