"""EM in a few lines of NumPy and SciPy, fast enough for whole runs; nothing of the package."""

import numpy as np
from scipy.special import logsumexp


def log_terms(X, weights, means, covariances):
    """log(pi_k N(x_n | mu_k, Sigma_k)), of shape (N, K)."""
    differences = X - np.asarray(means)[:, None, :]
    squared = ((differences @ np.linalg.inv(covariances)) * differences).sum(axis=2).T
    log_dets = np.linalg.slogdet(covariances)[1]
    with np.errstate(divide="ignore"):
        return np.log(weights) - (squared + log_dets + X.shape[1] * np.log(2 * np.pi)) / 2


def nll(X, params):
    return -logsumexp(log_terms(X, *params), axis=1).sum()


def responsibilities(X, params):
    logs = log_terms(X, *params)
    return np.exp(logs - logsumexp(logs, axis=1, keepdims=True))


def m_step(X, r, ridge=0.0, around=None):
    """New parameters; `around` takes the place of the new means in the covariances."""
    counts = r.sum(axis=0)
    means = (r.T @ X) / counts[:, None]
    centred = X - (means if around is None else around)[:, None, :]
    weighted = r.T[:, :, None] * centred
    covariances = weighted.transpose(0, 2, 1) @ centred / counts[:, None, None]
    return counts / len(X), means, covariances + ridge * np.eye(X.shape[1])


def fit(X, start, tol=1e-6, max_iter=5000, ridge=1e-6, old_means=False):
    """All parameters of a run, the start's first, and their NLLs."""
    run, history = [tuple(start)], [nll(X, start)]
    while len(run) <= max_iter:
        around = run[-1][1] if old_means else None
        run.append(m_step(X, responsibilities(X, run[-1]), ridge, around))
        history.append(nll(X, run[-1]))
        if abs(history[-1] - history[-2]) < tol:
            break
    return run, np.array(history)
