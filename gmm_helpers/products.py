"""E-step and M-step as two matrix products: a Gaussian is an exponential family.

log pi_k + log N(x | mu_k, Sigma_k) is linear in the features 1, x_i and x_i x_j, so the E-step is
a product of coefficients with features, and the sums that the M-step needs are a product of
responsibilities with the same features. The features are those of standardised data. What is lost
is stated by `Products.digits_lost`: where a component is tiny against its distance from the
centre, large terms cancel.
"""

from __future__ import annotations

import numpy as np

from .density import LOG_2PI, cholesky_factors
from .params import GMMParams
from .workers import Run

__all__ = ["Products"]

CACHE = 2**19  # bytes of a block's features and responsibilities: half of what a core has
SMALLEST, LARGEST = 64, 8192  # samples in a block
NEVER = -1e300  # in place of log 0, which a product with zeros would turn into NaN


class Products:
    """The data as features, and both steps on them.

    Parameters
    ----------
    X : ndarray of shape (n_samples, n_features)
    n_components : int
    portions : list of (int, int)
        First and last sample of each portion that is summed up on its own.
    """

    def __init__(self, X: np.ndarray, n_components: int, portions: list[tuple[int, int]]):
        self.X, self.portions = X, portions
        self.centre, spread = X.mean(axis=0), X.std(axis=0)
        self.scale = np.where(spread > 0, spread, 1.0)
        n_features = X.shape[1]
        self.rows, self.columns = np.triu_indices(n_features)
        self.n_products = 1 + n_features + len(self.rows)
        per_sample = 8 * (self.n_products + n_components + n_features)
        self.block = int(np.clip(CACHE // per_sample, SMALLEST, LARGEST))
        self.squared_extent = self._squared_extent()
        self._kept = self._features(0, len(X)) if len(X) <= self.block else None

    def _squared_extent(self) -> float:
        low, high = self.X.min(axis=0), self.X.max(axis=0)
        reach = np.maximum(high - self.centre, self.centre - low) / self.scale
        return float(reach @ reach)

    def coefficients(self, params: GMMParams) -> tuple[np.ndarray, float]:
        """Coefficients of the features, shape (n_components, n_products), and `digits_lost`."""
        factors = cholesky_factors(params.covariances)
        whiteners = np.linalg.inv(factors) * self.scale
        means = (params.means - self.centre) / self.scale
        precisions = whiteners.transpose(0, 2, 1) @ whiteners
        linear = (precisions @ means[:, :, None])[:, :, 0]
        half_log_dets = np.log(factors.diagonal(axis1=1, axis2=2)).sum(axis=1)
        constant = -0.5 * len(self.centre) * LOG_2PI - half_log_dets
        constant -= 0.5 * (linear * means).sum(axis=1)
        with np.errstate(divide="ignore"):
            constant += np.maximum(np.log(params.weights), NEVER)
        twice = np.where(self.rows == self.columns, -0.5, -1.0)  # x_i x_j stands for x_j x_i too
        quadratic = precisions[:, self.rows, self.columns] * twice
        lost = self.squared_extent * float((whiteners**2).sum(axis=(1, 2)).max())
        return np.concatenate([constant[:, None], linear, quadratic], axis=1), lost

    def e_step(self, coefficients: np.ndarray, run: Run) -> tuple[np.ndarray, float]:
        """Sums of the features weighted by responsibilities, and the negative log-likelihood."""
        parts = run(lambda portion: self._portion(coefficients, *portion), self.portions)
        sums = parts[0][0]
        for part, _ in parts[1:]:
            sums = sums + part
        return sums, -float(sum(total for _, total in parts))

    def m_step(self, sums: np.ndarray, counts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Means and covariances of the components."""
        n_features = len(self.centre)
        shares = sums / counts[:, None]
        means = shares[:, 1 : 1 + n_features]
        covariances = np.empty((len(sums), n_features, n_features))
        covariances[:, self.rows, self.columns] = shares[:, 1 + n_features :]
        covariances[:, self.columns, self.rows] = shares[:, 1 + n_features :]
        covariances -= means[:, :, None] * means[:, None, :]
        covariances *= self.scale[:, None] * self.scale
        return self.centre + self.scale * means, covariances

    def _portion(self, coefficients, start: int, stop: int) -> tuple[np.ndarray, float]:
        sums, total = np.zeros((len(coefficients), self.n_products)), 0.0
        space = None if self._kept is not None else np.empty((self.n_products, self.block))
        logs_space = np.empty((len(coefficients), min(self.block, stop - start)))
        for first in range(start, stop, self.block):
            last = min(first + self.block, stop)
            features = self._kept if space is None else self._features(first, last, space)
            logs = np.matmul(coefficients, features, out=logs_space[:, : last - first])
            total += _normalise(logs)
            sums += logs @ features.T
        return sums, total

    def _features(self, first: int, last: int, space: np.ndarray | None = None) -> np.ndarray:
        """1, x_i and x_i x_j for i <= j of standardised samples, one row a feature."""
        if space is None:
            space = np.empty((self.n_products, last - first))
        features = space[:, : last - first]
        n_features = len(self.centre)
        linear = features[1 : 1 + n_features]
        np.subtract(self.X[first:last].T, self.centre[:, None], out=linear)
        linear /= self.scale[:, None]
        features[0] = 1.0
        row = 1 + n_features
        for i in range(n_features):
            np.multiply(linear[i:], linear[i], out=features[row : row + n_features - i])
            row += n_features - i
        return features


def _normalise(logs: np.ndarray) -> float:
    """Turn logarithms of shape (n_components, n) into responsibilities; return sum log p."""
    largest = logs.max(axis=0)
    logs -= largest
    np.exp(logs, out=logs)
    sums = logs.sum(axis=0)
    logs *= 1.0 / sums
    return float(largest.sum() + np.log(sums, out=sums).sum())
