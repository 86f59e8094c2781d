"""Known mistakes in `negative_log_likelihood`: those of the mixture's density, and in the total."""

from __future__ import annotations

import numpy as np

from .mixture_log_density import PER_SAMPLE, largest_of_all_out
from .recipes.gaussian_terms import CUT_OFF
from .recipes.gaussians import likelihood_recipe, log_sum, rows, same, ways
from .weighted_log_prob import unweighted

__all__ = ["MISTAKES"]


def _log_mean(logs):
    return log_sum(logs) - np.log(len(logs))


def _over_samples(logs):
    return log_sum(logs, axis=0)


_TOTALS = {
    "mean instead of sum": ways("total", np.mean),
    "sign": ways("sign", np.positive),
    # A log-density that is cut off at zero gives the same total as an absolute value, wherever the
    # log-densities of a case are all positive, or all negative.
    "absolute value": (
        *ways("sign", np.abs, lambda total: np.maximum(-total, 0)),
        *ways("each", np.abs, sign=np.positive),
        *CUT_OFF["log-density cut off at zero"],
    ),
    "not summed over the samples": (*ways("total", same), *ways("total", same, sign=np.positive)),
    "logarithm of a sum over samples": (
        *ways("total", log_sum, lambda logs: np.log(np.exp(logs).sum()), _log_mean),
        *ways("total", lambda logs: np.log(np.exp(logs).mean())),
        *ways("total", lambda logs: len(logs) * _log_mean(logs)),
        # Over the samples inside the logarithm, over the components outside.
        *ways("sum", _over_samples, lambda logs: np.log(np.exp(logs).sum(axis=0))),
        *ways("sum", _over_samples, weigh=unweighted),
        *ways("total", log_sum, sign=np.positive),
        *ways("total", log_sum, each=np.negative),
    ),
    "product before the logarithm": ways("total", lambda logs: np.log(np.exp(logs).prod())),
    "logarithm missing": (
        *ways("each", np.exp),
        *ways("total", np.prod, np.mean, same, each=np.exp),
        *ways("total", np.prod, np.sum, same, each=np.exp, sign=np.positive),
        *ways("total", np.prod, each=np.exp, sign=np.reciprocal),
    ),
    "logarithm taken twice": (
        *ways("each", np.log, lambda logs: np.log(-logs), lambda logs: np.log(np.abs(logs))),
        *ways("total", *(lambda logs, of=of: np.log(of(logs)) for of in (np.sum, np.prod))),
        *ways("sign", lambda total: np.log(-total), lambda total: -np.log(-total)),
    ),
    "weighted by the density itself": (
        *ways("each", lambda logs: np.exp(logs) * logs),
        *ways("each", lambda logs: np.exp(logs) * logs, sign=np.positive),
    ),
    "product of the logarithms": (*ways("total", np.prod), *ways("sign", same, total=np.prod)),
    "not all samples": (
        *ways("total", lambda logs: logs[0], lambda logs: logs[-1]),
        *ways("total", lambda logs: logs[1:].sum(), lambda logs: logs[:-1].sum()),
        *ways("total", np.max, np.min),
    ),
}

MISTAKES = rows(
    likelihood_recipe, _TOTALS, *PER_SAMPLE, {"underflow": ways("sum", largest_of_all_out)}
)
