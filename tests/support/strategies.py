"""Hypothesis strategies. Hypothesis draws sizes and a seed; a Generator does the rest, fast."""

from typing import NamedTuple

import numpy as np
from hypothesis import strategies as st

from gmm_helpers import GMMParams

SEEDS = st.integers(0, 2**32 - 1)


class Problem(NamedTuple):
    """Data, the mixture they came from, another mixture to start from, and a generator."""

    X: np.ndarray
    params: GMMParams
    start: GMMParams
    rng: np.random.Generator

    @property
    def n_samples(self):
        return len(self.X)

    def random_responsibilities(self):
        """Any distributions over the components at all, not those of an E-step."""
        concentration = np.full(self.params.n_components, 0.5)
        return self.rng.dirichlet(concentration, size=self.n_samples)


def random_covariance(rng, n_features):
    """Symmetric, in a random direction, with eigenvalues between 0.3 and 3."""
    axes, _ = np.linalg.qr(rng.standard_normal((n_features, n_features)))
    covariance = (axes * rng.uniform(0.3, 3.0, n_features)) @ axes.T
    return (covariance + covariance.T) / 2


def random_mixture(rng, n_features, n_components):
    return GMMParams(
        rng.dirichlet(np.full(n_components, 5.0)),
        3 * rng.standard_normal((n_components, n_features)),
        np.array([random_covariance(rng, n_features) for _ in range(n_components)]),
    )


def random_samples(rng, params, n_samples):
    """Samples of a mixture, without the package's own sampling."""
    labels = rng.choice(params.n_components, size=n_samples, p=params.weights)
    return np.array(
        [rng.multivariate_normal(params.means[k], params.covariances[k]) for k in labels]
    )


@st.composite
def mixtures(draw, max_features=5, max_components=6):
    """Well-conditioned mixtures of every small size."""
    n_features = draw(st.integers(1, max_features))
    n_components = draw(st.integers(1, max_components))
    return random_mixture(np.random.default_rng(draw(SEEDS)), n_features, n_components)


@st.composite
def problems(draw, max_features=5, max_components=6):
    """A mixture, enough data from it that EM does not collapse, and a start among the data."""
    params = draw(mixtures(max_features, max_components))
    rng = np.random.default_rng(draw(SEEDS))
    n_samples = 12 * params.n_components * (params.n_features + 1)
    X = random_samples(rng, params, n_samples)
    other = random_mixture(rng, params.n_features, params.n_components)
    chosen = rng.choice(n_samples, size=params.n_components, replace=False)
    start = other._replace(means=X[chosen], covariances=3 * other.covariances)
    return Problem(X, params, start, rng)
