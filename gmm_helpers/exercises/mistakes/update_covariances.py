"""Known mistakes in `update_covariances`."""

from __future__ import annotations

import numpy as np

from .recipes.moments import moment, outer, ways
from .recipes.updates import GUARDS, HARD, harden, mistakes_of, repeat, shared

__all__ = ["MISTAKES"]


def _mean_of_all(g):
    return g.X.mean(axis=0)


def _mean_by(weights):
    """Make centres: averages with spoilt responsibilities."""
    return lambda g: weights(g.r).T @ g.X / weights(g.r).sum(axis=0)[:, None]


def _diagonal(rows):
    return rows[..., None] * np.eye(rows.shape[-1])


def _in_every_row(rows):
    return np.repeat(rows[..., None, :], rows.shape[-1], axis=-2)


def _spherical(pool):
    """Make one variance per sample: a multiple of the identity, a number, or a full matrix."""
    return (
        lambda d: _diagonal(0 * d + pool(d**2, axis=-1, keepdims=True)),
        lambda d: pool(d**2, axis=-1),
        lambda d: _in_every_row(0 * d + pool(d**2, axis=-1, keepdims=True)),
    )


def _tied(pool):
    """Make one matrix of all matrices, repeated or alone."""
    return lambda m: repeat(pool(m, axis=0), len(m)), lambda m: pool(m, axis=0)


def _root(matrices):
    values, vectors = np.linalg.eigh(matrices)
    return vectors * np.sqrt(np.maximum(values, 0))[:, None] @ vectors.swapaxes(1, 2)


def _correlation(matrices):
    return matrices / outer(np.sqrt(np.diagonal(matrices, axis1=1, axis2=2)))


def _between_samples(count):
    """Multiply in the wrong order: matrices with a row and a column per sample."""
    return lambda X, r, means: [
        (X - mean) @ (X - mean).T / count(column) for column, mean in zip(r.T, means, strict=True)
    ]


_ROWS = {
    # Centres come first, as they explain most.
    "second moment not centred": ways(centre=lambda g: 0 * g.means),
    "global mean": ways(centre=(_mean_of_all, lambda g: g.means.mean(axis=0))),
    "mean of another component": ways(
        centre=(
            *(lambda g: g.means[0], lambda g: g.means[::-1]),
            *(lambda g, step=step: np.roll(g.means, step, axis=0) for step in (1, -1)),
        )
    ),
    "centre other than the given means": ways(
        centre=(
            *(lambda g: np.median(g.X, axis=0), _mean_by(harden), _mean_by(np.square)),
            *(lambda g: g.r.T @ g.X / g.N, lambda g: np.round(g.means), lambda g: -g.means),
        )
    ),
    "centred again and again": ways(centre=lambda g: g.means.cumsum(axis=0)),
    **shared("divided by N", "divided by N_k - 1"),
    "unbiased divisor of np.cov": (
        *ways(
            divisor=(
                lambda g: g.N_k - (g.w**2).sum(axis=0) / g.N_k,
                *(lambda g: g.N - 1, lambda g: g.N_k * (g.N - 1) / g.N),
            )
        ),
        # As it comes, without a matrix for a single feature.
        lambda X, r, means: np.array([np.cov(X.T, aweights=column) for column in r.T]),
    ),
    "counts along the wrong axis": ways(divisor=(lambda g: g.N_k[None], lambda g: g.N_k[:, None])),
    **shared("not divided by N_k", "divided twice", "divided by the wrong count"),
    **shared("divided by the weight", "normalised inside the loop over k"),
    **shared("divided inside the loop over the samples"),
    **shared("small number in the denominator"),
    "responsibilities missing": (
        *ways(
            weights=np.ones_like,
            divisor=(None, "plain", lambda g: g.N - 1, lambda g: g.plain - 1, 1),
            centre=(None, _mean_of_all),
        ),
        lambda X, r, means: np.cov(X.T),
        lambda X, r, means: np.cov(X.T, ddof=0),
    ),
    "hard labels": (
        *shared("hard labels")["hard labels"],
        *(
            way
            for spoil in HARD
            for way in ways(
                weights=spoil, centre=_mean_by(spoil), divisor=(None, lambda g: g.N_k - 1)
            )
        ),
    ),
    **shared("responsibilities squared", "square root of the responsibilities"),
    **shared("responsibilities of another component", "responsibilities of another sample"),
    **shared("responsibilities exponentiated", "running total not reset"),
    **shared("one sample left out"),
    "expanded product": tuple(
        lambda X, r, means, c=c: moment(2, centre=lambda g: 0)(X, r, means) + c * outer(means)
        for c in (-2, 1)
    ),
    "product after averaging": ways(
        centre=(lambda g: 0 * g.means, _mean_of_all), term=lambda d: d, post=outer
    ),
    "diagonal only": ways(term=(lambda d: _diagonal(d**2), np.square)),
    "variances in every row": ways(
        term=(lambda d: _in_every_row(d**2), lambda d: _in_every_row(d**2).swapaxes(2, 3))
    ),
    "one variance per component": ways(
        term=(*_spherical(np.mean), *_spherical(np.sum)), post=(None, np.sqrt)
    ),
    "one covariance for all components": (
        *ways(post=(*_tied(np.sum), *_tied(np.mean)), divisor=("N", None, 1, lambda g: g.N - g.K)),
        *ways(total=lambda terms, axis: repeat(terms.sum(axis=(0, 1)), terms.shape[1])),
    ),
    "standard deviations returned": ways(
        post=(
            *(_root, np.sqrt, lambda m: np.sqrt(np.abs(m)), lambda m: np.sqrt(np.maximum(m, 0))),
            lambda m: np.sign(m) * np.sqrt(np.abs(m)),
        )
    ),
    "Cholesky factor returned": ways(
        post=(np.linalg.cholesky, lambda m: np.linalg.cholesky(m).swapaxes(1, 2))
    ),
    "correlation matrix": (
        *ways(post=_correlation),
        *ways(post=_correlation, weights=np.ones_like, centre=_mean_of_all),
    ),
    "inverse returned": ways(post=(np.linalg.inv, np.reciprocal)),
    "matrix squared": ways(post=(lambda m: m @ m, np.square)),
    "absolute deviations": (
        *ways(term=(lambda d: outer(np.abs(d)), np.abs, lambda d: _diagonal(np.abs(d)))),
        *ways(post=np.abs),
        *ways(term=np.abs, post=np.square),
    ),
    "ridge added": ways(post=tuple(lambda m, c=c: m + c * np.eye(m.shape[1]) for c in GUARDS)),
    "a constant added to every entry": ways(post=tuple(lambda m, c=c: m + c for c in GUARDS)),
    **shared("one component only", "one component for all"),
    "axes in the wrong order": ways(
        post=(lambda m: m.transpose(1, 2, 0), lambda m: m.transpose(1, 0, 2))
    ),
    "stacked into one table": ways(post=(np.vstack, np.hstack, lambda m: m.reshape(len(m), -1))),
    "one triangle only": ways(post=(np.tril, np.triu, lambda m: np.triu(m) + np.triu(m, 1))),
    "diagonal missing": ways(
        post=(lambda m: m * (1 - np.eye(m.shape[1])), lambda m: m * (1 + np.eye(m.shape[1])))
    ),
    "two features only": ways(post=lambda m: m[:, :2, :2]),
    "samples and features exchanged": (
        *map(_between_samples, (len, np.sum, lambda column: 1)),
        lambda X, r, means: np.cov(X),
        lambda X, r, means: repeat(np.cov(X), len(means)),
    ),
    **shared("not summed over the samples", "maximum instead of sum", "rounded"),
    "determinant returned": ways(post=(np.linalg.det, lambda m: np.linalg.slogdet(m).logabsdet)),
}
MISTAKES = mistakes_of("update_covariances", _ROWS)
