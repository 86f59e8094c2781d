"""What is not data, a mixture or responsibilities is refused by every public function.

Always with a ValueError whose sentence says what is expected.
"""

import numpy as np
import pytest

import gmm_helpers as gmm
from gmm_helpers import Degeneracy

X = np.random.default_rng(0).standard_normal((8, 2))
PAIR = gmm.GMMParams(np.full(2, 0.5), np.zeros((2, 2)), np.array([np.eye(2)] * 2))
SHARES = np.full((8, 2), 0.5)

TAKE_DATA_AND_MIXTURE = {
    "weighted_log_prob": gmm.weighted_log_prob,
    "mixture_log_density": gmm.mixture_log_density,
    "negative_log_likelihood": gmm.negative_log_likelihood,
    "e_step": gmm.e_step,
    "em_step": gmm.em_step,
    "moment_gaps": gmm.moment_gaps,
    "fit": lambda X, *mixture: gmm.fit(X, mixture),
}
TAKE_MIXTURE = {
    **{name: lambda *m, f=f: f(X, *m) for name, f in TAKE_DATA_AND_MIXTURE.items()},
    "sample_gmm": lambda *mixture: gmm.sample_gmm(*mixture, 5, rng=0),
    "sample_equal_counts": lambda *mixture: gmm.sample_equal_counts(*mixture, 5, rng=0),
    "match_components": lambda *mixture: gmm.match_components(mixture, PAIR),
    "match_components (reference)": lambda *mixture: gmm.match_components(PAIR, mixture),
}
NEEDS_NO_DENSITY = ("moment_gaps", "match_components", "match_components (reference)")
TAKE_DATA = {
    **{name: lambda X, f=f: f(X, *PAIR) for name, f in TAKE_DATA_AND_MIXTURE.items()},
    "gaussian_log_density": lambda X: gmm.gaussian_log_density(X, np.zeros(2), np.eye(2)),
    "component_log_prob": lambda X: gmm.component_log_prob(X, *PAIR[1:]),
    "m_step": lambda X: gmm.m_step(X, SHARES),
    "update_means": lambda X: gmm.update_means(X, SHARES),
    "update_covariances": lambda X: gmm.update_covariances(X, SHARES, PAIR.means),
    "fit_restarts": lambda X: gmm.fit_restarts(X, 2, n_init=2, seed=0),
    **{name: lambda X, f=f: f(X, 2, 0) for name, f in gmm.STARTS.items()},
}
TAKE_RESPONSIBILITIES = {
    "effective_counts": gmm.effective_counts,
    "update_weights": gmm.update_weights,
    "m_step": lambda r: gmm.m_step(X, r),
    "update_means": lambda r: gmm.update_means(X, r),
    "update_covariances": lambda r: gmm.update_covariances(X, r, PAIR.means),
}


def spoilt(array, value):
    copy = np.array(array, dtype=np.result_type(array, value))
    copy[(1,) * copy.ndim] = value
    return copy


NOT_NUMBERS = {
    "NaN": (lambda a: spoilt(a, np.nan), "NaN or infinity, first at"),
    "infinity": (lambda a: spoilt(a, -np.inf), "NaN or infinity, first at"),
    "text": (lambda a: np.asarray(a).astype(str), "array of numbers"),
    "complex": (lambda a: np.asarray(a) + 0j, "array of numbers"),
    "ragged": (lambda a: [[1.0, 2.0], [3.0]], "array of numbers.*lists of equal length"),
    "nothing": (lambda a: None, "array of numbers|shape"),
    "a dict": (lambda a: {"a": 1}, "array of numbers|shape"),
}
BAD_DATA = {
    **NOT_NUMBERS,
    "one-dimensional": (lambda X: X[:, 0], r"X has shape \(8,\), expected two dimensions"),
    "three-dimensional": (lambda X: X[None], r"X has shape \(1, 8, 2\), expected two"),
    "no rows": (lambda X: X[:0], "at least one row and one column"),
    "no columns": (lambda X: X[:, :0], "at least one row and one column"),
}
BAD_MIXTURES = {
    "negative weight": (PAIR._replace(weights=[-0.5, 1.5]), "non-negative and sum to 1"),
    "weights above one": (PAIR._replace(weights=[0.5, 0.6]), "non-negative and sum to 1"),
    "weights below one": (PAIR._replace(weights=[0.3, 0.3]), "non-negative and sum to 1"),
    "no weights": (PAIR._replace(weights=[]), r"expected \(n_components,\)"),
    "weights in a column": (PAIR._replace(weights=[[0.5], [0.5]]), r"expected \(n_components,\)"),
    "one weight too many": (PAIR._replace(weights=np.full(3, 1 / 3)), r"expected \(3, n_features"),
    "one mean too few": (PAIR._replace(means=[[0.0, 0.0]]), r"expected \(2, n_features\)"),
    "means in a row": (PAIR._replace(means=[0.0, 0.0]), r"expected \(2, n_features\)"),
    "means of other size": (PAIR._replace(means=np.zeros((2, 3))), r"expected \(2, 3, 3\)"),
    "one covariance": (PAIR._replace(covariances=np.eye(2)), r"expected \(2, 2, 2\)"),
    "variances": (PAIR._replace(covariances=np.ones((2, 2))), r"expected \(2, 2, 2\)"),
    "asymmetric": (PAIR._replace(covariances=[np.eye(2), [[1, 0.1], [0.2, 1]]]), "not symmetric"),
    **{
        f"{what} in {name}": (PAIR._replace(**{name: spoil(getattr(PAIR, name))}), message)
        for name in PAIR._fields
        for what, (spoil, message) in NOT_NUMBERS.items()
    },
}
SINGULAR = {"flat": np.ones((2, 2)), "zero": np.zeros((2, 2)), "negative": -np.eye(2)}


@pytest.mark.parametrize("function", TAKE_DATA)
@pytest.mark.parametrize("case", BAD_DATA)
def test_what_is_not_a_table_of_finite_numbers_is_refused_as_data(function, case):
    spoil, message = BAD_DATA[case]
    with pytest.raises(ValueError, match=message):
        TAKE_DATA[function](spoil(X))


@pytest.mark.parametrize("function", [*TAKE_DATA_AND_MIXTURE, "component_log_prob"])
@pytest.mark.parametrize("n_features", [1, 3])
def test_data_of_another_number_of_features_are_refused(function, n_features):
    with pytest.raises(ValueError, match=f"X has {n_features} columns, .* have 2 features"):
        TAKE_DATA[function](np.ones((8, n_features)))


@pytest.mark.parametrize("function", TAKE_MIXTURE)
@pytest.mark.parametrize("case", BAD_MIXTURES)
def test_what_is_not_a_mixture_is_refused(function, case):
    mixture, message = BAD_MIXTURES[case]
    with pytest.raises(ValueError, match=message):
        TAKE_MIXTURE[function](*mixture)


@pytest.mark.parametrize("function", [f for f in TAKE_MIXTURE if f not in NEEDS_NO_DENSITY])
@pytest.mark.parametrize("case", SINGULAR)
def test_a_covariance_without_a_density_is_refused_and_its_component_named(function, case):
    covariances = [np.eye(2), SINGULAR[case]]
    kind = Degeneracy.NEGATIVE_EIGENVALUE if case == "negative" else Degeneracy.SINGULAR
    with pytest.raises(gmm.DegenerateComponentError) as error:
        TAKE_MIXTURE[function](PAIR.weights, PAIR.means, covariances)
    assert (error.value.kind, error.value.component) == (kind, 1)


@pytest.mark.parametrize("function", TAKE_RESPONSIBILITIES)
@pytest.mark.parametrize(
    ("case", "spoil", "message"),
    [
        *((case, *bad) for case, bad in NOT_NUMBERS.items()),
        ("negative", lambda r: spoilt(r, -0.1), "none may be negative"),
        ("one-dimensional", lambda r: r[:, 0], r"expected \(n_samples, n_components\)"),
        ("no components", lambda r: r[:, :0], r"expected \(n_samples, n_components\)"),
    ],
)
def test_what_are_not_responsibilities_is_refused(function, case, spoil, message):
    with pytest.raises(ValueError, match=message):
        TAKE_RESPONSIBILITIES[function](spoil(SHARES))


@pytest.mark.parametrize("function", ["m_step", "update_means", "update_covariances"])
def test_responsibilities_for_other_data_are_refused(function):
    with pytest.raises(ValueError, match="5 rows but X has 8 samples: expected one row per sample"):
        TAKE_RESPONSIBILITIES[function](SHARES[:5])


@pytest.mark.parametrize("case", NOT_NUMBERS)
@pytest.mark.parametrize("position", [1, 2])
def test_one_gaussian_and_its_components_refuse_what_is_not_a_number(case, position):
    spoil, message = NOT_NUMBERS[case]
    one = [X, np.zeros(2), np.eye(2)]
    one[position] = spoil(one[position])
    with pytest.raises(ValueError, match=message):
        gmm.gaussian_log_density(*one)
    many = [X, *PAIR[1:]]
    many[position] = spoil(many[position])
    with pytest.raises(ValueError, match=message):
        gmm.component_log_prob(*many)


@pytest.mark.parametrize(
    ("mean", "covariance", "message"),
    [
        (np.zeros(3), np.eye(2), r"mean has shape \(3,\), expected \(2,\)"),
        (np.zeros((1, 2)), np.eye(2), r"mean has shape \(1, 2\), expected \(2,\)"),
        (np.zeros(2), np.ones(2), r"covariance has shape \(2,\), expected \(2, 2\)"),
        (np.zeros(2), np.eye(3), r"covariance has shape \(3, 3\), expected \(2, 2\)"),
        (np.zeros(2), [[1.0, 0.1], [0.2, 1.0]], "not symmetric"),
    ],
)
def test_one_gaussian_refuses_shapes_that_disagree(mean, covariance, message):
    with pytest.raises(ValueError, match=message):
        gmm.gaussian_log_density(X, mean, covariance)
