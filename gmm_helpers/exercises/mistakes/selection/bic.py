"""Known mistakes in `bic`: in the likelihood, the price of a parameter, or how they are joined.

Those in the number of parameters are known to the exercise on it.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..recipes.gaussians import rows, same, ways
from .n_parameters import counted

__all__ = ["MISTAKES", "criterion"]

count = counted()


def criterion(
    *,
    fit: Callable = lambda nll, N: 2 * nll,
    n_parameters: Callable = count,  # with the signature of the exercise on it
    penalty: Callable = lambda p, N, K, D: p * np.log(N),
    join: Callable = np.add,
    sign: Callable = same,
):
    """Make a criterion: twice the NLL and a penalty, or what mistakes make of them."""

    def bic(nll, n_samples, n_components, n_features):
        p = n_parameters(n_components, n_features)
        price = penalty(p, n_samples, n_components, n_features)
        return sign(join(fit(nll, n_samples), price))

    return bic


_ROWS = {
    "sign": ways("sign", np.negative),
    "halved": (
        *ways("sign", lambda value: value / 2),
        *ways("sign", lambda value: -value / 2),
    ),
    "sign of the NLL": ways("fit", lambda nll, N: -2 * nll, lambda nll, N: -nll),
    "penalty subtracted": ways("join", np.subtract),
    "AIC instead": ways("penalty", lambda p, N, K, D: 2 * p),
    "NLL not doubled": ways("fit", lambda nll, N: nll),
    "mean NLL": ways("fit", lambda nll, N: 2 * nll / N, lambda nll, N: nll / N),
    "NLL multiplied by N": ways("fit", lambda nll, N: 2 * nll * N),
    "absolute value": ways("fit", lambda nll, N: 2 * abs(nll)),
    "NLL omitted": ways("fit", lambda nll, N: 0 * nll),
    "penalty omitted": ways("penalty", lambda p, N, K, D: 0 * p),
    "logarithm of another number": ways(
        "penalty",
        lambda p, N, K, D: p * np.log(D),
        lambda p, N, K, D: p * np.log(K),
        lambda p, N, K, D: p * np.log(N * D),
        lambda p, N, K, D: p * np.log(p),
        lambda p, N, K, D: p * np.log(N - p),
        lambda p, N, K, D: p * np.log(N + 1),
        lambda p, N, K, D: p * np.log(N - 1),
    ),
    "logarithm to another base": ways(
        "penalty", lambda p, N, K, D: p * np.log10(N), lambda p, N, K, D: p * np.log2(N)
    ),
    "N and the number of parameters exchanged": ways("penalty", lambda p, N, K, D: N * np.log(p)),
    "logarithm missing": ways("penalty", lambda p, N, K, D: p * N, lambda p, N, K, D: 2 * p * N),
    "price of one parameter only": ways("penalty", lambda p, N, K, D: np.log(N)),
    "logarithm of the product": ways("penalty", lambda p, N, K, D: np.log(p * N)),
    "penalty not multiplied": ways("penalty", lambda p, N, K, D: p + np.log(N)),
    "penalty halved": ways("penalty", lambda p, N, K, D: 0.5 * p * np.log(N)),
    "penalty doubled": ways("penalty", lambda p, N, K, D: 2 * p * np.log(N)),
    "another number in place of the number of parameters": ways(
        "penalty",
        lambda p, N, K, D: K * np.log(N),
        lambda p, N, K, D: D * np.log(N),
        lambda p, N, K, D: K * D * np.log(N),
        lambda p, N, K, D: (K - 1) * np.log(N),
        lambda p, N, K, D: (K + D) * np.log(N),
    ),
}

MISTAKES = rows(criterion, _ROWS)
