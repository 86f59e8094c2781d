"""Right functions for the notebook on the E-step, none of which calls our helpers."""

_JOINT = """
def weighted_log_prob_of(X, weights, means, covariances):
    with np.errstate(divide="ignore"):
        logs = np.log(np.asarray(weights, float))
    columns = []
    for k, (m, S) in enumerate(zip(means, covariances)):
        d = np.asarray(X, float) - m
        q = (d * np.linalg.solve(S, d.T).T).sum(axis=1)
        columns.append(logs[k] - 0.5 * (len(m) * np.log(2 * np.pi) + np.linalg.slogdet(S)[1] + q))
    return np.stack(columns, axis=1)
"""
NLL = (
    """
def negative_log_likelihood(X, weights, means, covariances):
    L = weighted_log_prob_of(X, weights, means, covariances)
    top = L.max(axis=1, keepdims=True)
    return -(top[:, 0] + np.log(np.exp(L - top).sum(axis=1))).sum()
"""
    + _JOINT
)
LOG_PROB = (
    _JOINT
    + """
def weighted_log_prob(X, weights, means, covariances):
    return weighted_log_prob_of(X, weights, means, covariances)
"""
)
E_STEP = """
def e_step(X, weights, means, covariances):
    L = weighted_log_prob(X, weights, means, covariances)
    R = np.exp(L - L.max(axis=1, keepdims=True))
    return R / R.sum(axis=1, keepdims=True)
"""
