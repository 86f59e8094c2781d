"""Known mistakes in `negative_log_likelihood`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np

from ...definition import Misconception
from ..gaussian_log_density.messages import combine
from ..mixture_log_density.pairs import PAIRS
from ..mixture_log_density.sums import of_parts, right
from ..mixture_log_density.terms import PER_SAMPLE_MISTAKES
from ..recipes.gaussians import log_sum, of_joint

__all__ = ["MISTAKES"]

# A log-density that is cut off at zero gives the same total as an absolute value, wherever the
# log-densities of a case are all positive, or all negative.
_CUT_OFF, _ABSOLUTE = "log-density cut off at zero", "absolute value"

# These have many variants, which would take too long to try again.
UNPAIRED = {"small number in the logarithm", "number added to the covariance"}


def _total(density):
    """Turn a mistake in the density of each sample into one in minus their sum."""
    return lambda *given: -np.sum(density(*given))


def _find(name: str) -> Misconception:
    return next(mistake for mistake in PER_SAMPLE_MISTAKES if mistake.name == name)


def _densities(*given):
    return np.exp(right(*given))


_OF_TOTAL = (
    Misconception(
        "mean instead of sum",
        "You return the mean over the samples instead of the total: your value is N times too "
        "small. The log-likelihood of independent samples is the sum of their log-densities, so "
        "it grows with the number of samples.",
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
        "log-likelihood is minus that, so that smaller is better. Look for a missing "
        "minus sign, or for one too many.",
        (lambda *given: right(*given).sum(),),
    ),
    Misconception(
        _ABSOLUTE,
        "Your result can't be negative: an absolute value or a bound has taken the place of the "
        "minus sign. Densities above one make the negative log-likelihood of narrow components "
        "negative, and rightly so. It is minus the log-likelihood, whatever sign that has.",
        (
            lambda *given: np.abs(right(*given).sum()),
            lambda *given: np.abs(right(*given)).sum(),
            lambda *given: max(-right(*given).sum(), 0),
            *map(_total, _find(_CUT_OFF).functions),
        ),
    ),
    Misconception(
        "not summed over the samples",
        "Your result has one value per sample: the sum over the samples is missing. The "
        "likelihood of all the data is one number, the product of the samples' densities, and "
        "its logarithm is the sum of theirs.",
        (
            lambda *given: -right(*given),
            lambda *given: right(*given),
            lambda *given: -np.log(_densities(*given)),
        ),
    ),
    Misconception(
        "logarithm of a sum over samples",
        "You sum over the samples inside the logarithm, or over an axis other than the "
        "components. The joint density of independent samples is the *product* of their "
        "densities, so their log-densities are added after the logarithm; inside it, sum over "
        "the components only.",
        (
            lambda *given: -log_sum(right(*given)),
            lambda *given: -np.log(_densities(*given).sum()),
            lambda *given: -log_sum(right(*given)) + np.log(len(given[0])),
            lambda *given: -np.log(_densities(*given).mean()),
            lambda *given: -len(given[0]) * np.log(_densities(*given).mean()),
            # Over the samples inside the logarithm, over the components outside.
            _total(of_joint(lambda logs: log_sum(logs, axis=0))),
            _total(of_joint(lambda logs: np.log(np.exp(logs).sum(axis=0)))),
            _total(of_parts(lambda weights, logs: log_sum(logs, axis=0) + np.log(weights))),
            _total(of_parts(lambda weights, logs: log_sum(logs, axis=0))),
            lambda *given: log_sum(right(*given)),
            lambda *given: -log_sum(-right(*given)),
        ),
    ),
    Misconception(
        "product before the logarithm",
        "You multiply the densities of all samples and take the logarithm of the product. On "
        "paper that is right, but the product of many small numbers underflows to 0, and log 0 "
        "is minus infinity. Add up the logarithms instead.",
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
        "The logarithm is taken twice: what you start from is already log p(x_n). Negative "
        "numbers have no logarithm, so the result is often NaN. Look at what the function you "
        "call returns.",
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
        "Each log-density is multiplied by the density itself, as in an entropy. Probable "
        "samples already occur more often: each sample counts once in the likelihood.",
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
        "Not all samples enter your result, perhaps only one. Look for a return line inside the "
        "loop, for an index that never changes, or for a value that each pass of the loop "
        "overwrites instead of adding to it.",
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


def _mean(density):
    return lambda *given: -np.mean(density(*given))


def _negated_total(density):
    return lambda *given: np.sum(density(*given))


def _totals(mistakes) -> Iterator[Misconception]:
    """Yield mistakes in the density of each sample as mistakes in the total."""
    for mistake in mistakes:
        yield replace(mistake, functions=tuple(map(_total, mistake.functions)))


def _pairs(name: str, way: Callable, mistakes) -> Iterator[Misconception]:
    """Yield mistakes in the density of each sample together with one in the total."""
    (other,) = (mistake for mistake in _OF_TOTAL if mistake.name == name)
    for mistake in mistakes:
        first = _ABSOLUTE if mistake.name == _CUT_OFF else mistake.name
        yield Misconception(
            f"{first}, and {name}",
            combine(mistake.message, other.message),
            tuple(map(way, mistake.functions)),
            (first, name),
        )


_PER_SAMPLE = [mistake for mistake in PER_SAMPLE_MISTAKES if mistake.name != "sign"]
_PAIRED = [mistake for mistake in _PER_SAMPLE if mistake.name not in UNPAIRED]

MISTAKES = (
    *_OF_TOTAL,
    *_totals(mistake for mistake in _PER_SAMPLE if mistake.name != _CUT_OFF),
    *_pairs("mean instead of sum", _mean, _PAIRED),
    *_pairs("sign", _negated_total, _PAIRED),
    *_totals(mistake for mistake in PAIRS if "sign" not in mistake.parts),
)
