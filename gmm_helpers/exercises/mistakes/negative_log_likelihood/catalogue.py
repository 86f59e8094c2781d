"""Known mistakes in `negative_log_likelihood`."""

from __future__ import annotations

import numpy as np

from ...definition import Misconception
from ..gaussian_log_density.messages import both
from ..mixture_log_density.pairs import PAIRS
from ..mixture_log_density.sums import right
from ..mixture_log_density.terms import ONE_A_SAMPLE
from ..recipes.gaussian import joint, log_sum

__all__ = ["MISTAKES"]

# The same wherever the log-densities of a case are all positive, or all negative.
_TWINS = ("absolute value", "log-density cut off at zero")

# They have many forms, which would take long to try once more.
NEVER_PAIRED = {"small number in the logarithm", "number added to the covariance"}


def _total(density):
    """A mistake in the density of each sample is one in minus their sum."""
    return lambda *given: -np.sum(density(*given))


def _densities(*given):
    return np.exp(right(*given))


def _parts(X, weights, means, covariances):
    """Log-densities of the components without their weights."""
    return joint(X, np.ones_like(weights), means, covariances)


def _exchanged(combined):
    """Over the samples inside the logarithm, over the components outside."""
    return lambda *given: -np.sum(combined(joint(*given)))


_OWN = (
    Misconception(
        "mean for sum",
        "You return the mean over the samples where the total is asked for: your value is N times "
        "too small. The log-likelihood of independent samples is the sum of their log-densities, "
        "so it grows with the number of samples.",
        (
            lambda *given: -right(*given).mean(),
            lambda *given: right(*given).mean(),
            lambda *given: -np.log(_densities(*given)).mean(),
            lambda *given: -right(*given).sum() / given[0].size,
            lambda *given: -right(*given).sum() / len(given[1]),
        ),
    ),
    Misconception(
        "sign",
        "Your result has the wrong sign: it is the log-likelihood itself. The *negative* "
        "log-likelihood is minus that, so that smaller is better. Look for the minus, or for "
        "two of them.",
        (lambda *given: right(*given).sum(),),
    ),
    Misconception(
        "absolute value",
        "Your result can't be negative: an absolute value or a limit takes the place of the minus "
        "sign. Densities above one make the negative log-likelihood of narrow components negative, "
        "and rightly so. It is minus the log-likelihood, whatever sign that has.",
        (
            lambda *given: np.abs(right(*given).sum()),
            lambda *given: np.abs(right(*given)).sum(),
            lambda *given: max(-right(*given).sum(), 0),
        ),
        _TWINS[1:],
    ),
    Misconception(
        "not summed over the samples",
        "Your result has one value for each sample: the sum over the samples is missing. The "
        "likelihood of all data is one number, the product of the samples' densities, and its "
        "logarithm is the sum of theirs.",
        (
            lambda *given: -right(*given),
            lambda *given: right(*given),
            lambda *given: -np.log(_densities(*given)),
        ),
    ),
    Misconception(
        "logarithm of the sum over samples",
        "You sum over the samples inside the logarithm, or over another axis than the components. "
        "Independent samples have the *product* of their densities, so their log-densities are "
        "added up after the logarithm; inside it stands the sum over the components only.",
        (
            lambda *given: -log_sum(right(*given)),
            lambda *given: -np.log(_densities(*given).sum()),
            lambda *given: -log_sum(right(*given)) + np.log(len(given[0])),
            lambda *given: -np.log(_densities(*given).mean()),
            lambda *given: -len(given[0]) * np.log(_densities(*given).mean()),
            _exchanged(lambda logs: log_sum(logs, axis=0)),
            _exchanged(lambda logs: np.log(np.exp(logs).sum(axis=0))),
            lambda *given: -np.sum(log_sum(_parts(*given), axis=0) + np.log(given[1])),
            lambda *given: -np.sum(log_sum(_parts(*given), axis=0)),
            lambda *given: log_sum(right(*given)),
            lambda *given: -log_sum(-right(*given)),
        ),
    ),
    Misconception(
        "product before the logarithm",
        "You multiply the densities of all samples and take the logarithm of the product. On "
        "paper that is right, but the product of many small numbers underflows to 0, and log 0 "
        "is minus infinity. Add the logarithms up instead.",
        (lambda *given: -np.log(_densities(*given).prod()),),
    ),
    Misconception(
        "logarithm missing",
        "The logarithm is missing: you add up or multiply the densities themselves. The "
        "log-likelihood is the sum of the *logarithms* of the samples' densities.",
        (
            lambda *given: -_densities(*given).sum(),
            lambda *given: -_densities(*given).prod(),
            lambda *given: _densities(*given).prod(),
            lambda *given: _densities(*given).sum(),
            lambda *given: _densities(*given),
            lambda *given: -_densities(*given),
            lambda *given: -_densities(*given).mean(),
            lambda *given: 1 / _densities(*given).prod(),
        ),
    ),
    Misconception(
        "logarithm taken twice",
        "The logarithm is taken twice: what you start from already is log p(x_n). Negative numbers "
        "have no logarithm, so the result is often not a number. Look at what the function "
        "you call returns.",
        (
            lambda *given: -np.log(right(*given)).sum(),
            lambda *given: -np.log(right(*given).sum()),
            lambda *given: -np.log(-right(*given)).sum(),
            lambda *given: np.log(-right(*given).sum()),
            lambda *given: -np.log(-right(*given).sum()),
            lambda *given: -np.log(right(*given).prod()),
            lambda *given: -np.log(np.abs(right(*given))).sum(),
        ),
    ),
    Misconception(
        "weighted by the density itself",
        "Each log-density is multiplied with the density itself, as in an entropy. The samples "
        "already come as often as they are probable: each counts once in the likelihood.",
        (
            lambda *given: -(_densities(*given) * right(*given)).sum(),
            lambda *given: (_densities(*given) * right(*given)).sum(),
        ),
    ),
    Misconception(
        "product of the logarithms",
        "You multiply the log-densities of the samples. The densities are multiplied, so their "
        "logarithms are *added*.",
        (lambda *given: -right(*given).prod(), lambda *given: right(*given).prod()),
    ),
    Misconception(
        "not all samples",
        "Not all samples enter your result, or only one. Look for a return line inside the loop, "
        "for an index that does not move, or for a value that each turn of the loop overwrites "
        "instead of adding to it.",
        (
            lambda *given: -right(*given)[0],
            lambda *given: -right(*given)[-1],
            lambda *given: -right(*given)[1:].sum(),
            lambda *given: -right(*given)[:-1].sum(),
            lambda *given: -right(*given).max(),
            lambda *given: -right(*given).min(),
        ),
    ),
)


def _in_total(mistake: Misconception, total=_total, name="", message="") -> Misconception:
    name = name or mistake.name
    functions = tuple(map(total, mistake.functions))
    twins = _TWINS[:1] if name == _TWINS[1] else ()
    return Misconception(name, message or mistake.message, functions, twins)


def _mean(density):
    return lambda *given: -np.mean(density(*given))


def _sum(density):
    return lambda *given: np.sum(density(*given))


_MESSAGES = {mistake.name: mistake.message for mistake in _OWN}
_SINGLE = [mistake for mistake in ONE_A_SAMPLE if mistake.name != "sign"]

MISTAKES = (
    *_OWN,
    *map(_in_total, _SINGLE),
    *(
        _in_total(
            mistake, way, f"{mistake.name}, and {name}", both(mistake.message, _MESSAGES[name])
        )
        for name, way in (("mean for sum", _mean), ("sign", _sum))
        for mistake in _SINGLE
        if mistake.name not in NEVER_PAIRED
    ),
    *(_in_total(mistake) for mistake in PAIRS if "sign" not in mistake.name.split(", and ")),
)
