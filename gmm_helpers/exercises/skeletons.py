"""The last hint of every exercise: the common solution with two gaps, ``___``."""

from __future__ import annotations

__all__ = ["GAP", "SKELETONS"]

GAP = "___"

SKELETONS = {
    "sample_gmm": """
def sample_gmm(weights, means, covariances, n_samples, rng):
    n_components, n_features = means.shape
    labels = rng.choice(n_components, size=n_samples, p=___)
    noise = rng.standard_normal((n_samples, n_features))
    factors = np.linalg.cholesky(covariances)
    X = means[labels] + np.einsum(___, factors[labels], noise)
    return X, labels
""",
    "gaussian_log_density": """
def gaussian_log_density(X, mean, covariance):
    factor = np.linalg.cholesky(covariance)
    noise = np.linalg.solve(factor, ___)
    log_det = 2 * np.log(np.diag(factor)).sum()
    return -0.5 * (X.shape[1] * np.log(2 * np.pi) + log_det + ___)
""",
    "mixture_log_density": """
def mixture_log_density(X, weights, means, covariances):
    a = ___ + gmm.component_log_prob(X, means, covariances)
    m = a.max(axis=1)
    return m + np.log(np.exp(a - ___).sum(axis=1))
""",
    "negative_log_likelihood": """
def negative_log_likelihood(X, weights, means, covariances):
    log_density = ___(X, weights, means, covariances)  # one number per sample
    return ___
""",
    "weighted_log_prob": """
def weighted_log_prob(X, weights, means, covariances):
    log_prior = ___  # shape (K,)
    log_density = gmm.component_log_prob(X, means, covariances)  # shape (N, K)
    return ___
""",
    "e_step": """
def e_step(X, weights, means, covariances):
    numerator = gmm.weighted_log_prob(X, weights, means, covariances)
    evidence = gmm.mixture_log_density(X, weights, means, covariances)
    return ___(numerator - ___)
""",
    "update_weights": """
def update_weights(responsibilities):
    counts = responsibilities.sum(axis=___)
    return counts / ___
""",
    "update_means": """
def update_means(X, responsibilities):
    counts = responsibilities.sum(axis=0)
    return ___ @ X / ___
""",
    "update_covariances": """
def update_covariances(X, responsibilities, means):
    counts = responsibilities.sum(axis=0)
    covariances = []
    for k in range(len(means)):
        centred = ___
        weighted = responsibilities[:, k, None] * centred
        covariances.append(___ / counts[k])
    return np.array(covariances)
""",
    "has_converged": """
def has_converged(nll_history, tol):
    if len(nll_history) < ___:
        return False
    change = nll_history[-1] - nll_history[-2]
    return ___ < tol
""",
    "em_step": """
def em_step(X, weights, means, covariances):
    responsibilities = gmm.e_step(X, weights, means, covariances)
    new_means = gmm.update_means(X, responsibilities)
    new_covariances = gmm.update_covariances(X, responsibilities, ___)
    return gmm.update_weights(___), new_means, new_covariances
""",
    "fit_em": """
def fit_em(X, weights, means, covariances, tol, max_iter):
    params = (weights, means, covariances)
    nll_history = [gmm.negative_log_likelihood(X, *params)]
    for _ in range(max_iter):
        params = ___
        nll_history.append(___)
        if gmm.has_converged(nll_history, tol):
            break
    return (*params, nll_history)
""",
    "entropy": """
def entropy(responsibilities):
    positive = responsibilities[___]
    return -np.sum(___)
""",
    "expected_log_joint": """
def expected_log_joint(X, responsibilities, weights, means, covariances):
    log_joint = ___(X, weights, means, covariances)  # shape (N, K)
    return np.sum(___ * log_joint)
""",
    "elbo": """
def elbo(X, responsibilities, weights, means, covariances):
    expected = gmm.expected_log_joint(X, ___, weights, means, covariances)
    return expected + ___
""",
    "n_parameters": """
def n_parameters(n_components, n_features):
    weights = ___  # they sum to one
    means = n_components * n_features
    covariances = n_components * ___  # a symmetric matrix each
    return weights + means + covariances
""",
    "bic": """
def bic(nll, n_samples, n_components, n_features):
    count = gmm.n_parameters(n_components, n_features)
    price = ___  # of one parameter
    return ___ + count * price
""",
    "held_out_nll": """
def held_out_nll(X, folds, n_components, fit):
    total = 0.0
    for fold in np.unique(folds):
        left_out = folds == fold
        params = fit(___, n_components)
        total += gmm.negative_log_likelihood(___, *params)
    return total
""",
}
