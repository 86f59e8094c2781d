"""Numbers in any wrapping: lists, other types, other layouts, read-only. The answer is the same."""

import numpy as np
import pytest

import gmm_helpers as gmm

# Every number here is exact in single precision; all but the weights are whole.
X = np.array([[0, 0], [1, 3], [2, 1], [7, 5], [8, 9], [9, 6], [-5, 4], [-6, 2], [-4, 3]], float)
WEIGHTS = np.array([0.25, 0.25, 0.5])
MEANS = np.array([[1, 1], [8, 7], [-5, 3]], float)
COVARIANCES = np.array([[[2, 1], [1, 3]], [[4, 0], [0, 1]], [[2, -1], [-1, 2]]], float)
MIXTURE = (WEIGHTS, MEANS, COVARIANCES)
SHARES = np.array([[0.25, 0.25, 0.5], [0.5, 0.5, 0.0], [0.125, 0.125, 0.75]] * 3)
ONE_EACH = np.repeat(np.eye(3), 3, axis=0)


def last_params(trace):
    return (*trace.params[-1], trace.negative_log_likelihood)


def quick_restarts(X):
    options = {"n_init": 2, "seed": 0, "max_iter": 30, "reg_covar": 0.5}
    return last_params(gmm.fit_restarts(X, 2, **options).best)


def shuffled_match(*mixture):
    order = [2, 0, 1]
    return gmm.match_components(tuple(np.asarray(a)[order] for a in MIXTURE), mixture)


CALLS = {
    "gaussian_log_density": (gmm.gaussian_log_density, (X, MEANS[0], COVARIANCES[0])),
    "component_log_prob": (gmm.component_log_prob, (X, MEANS, COVARIANCES)),
    "weighted_log_prob": (gmm.weighted_log_prob, (X, *MIXTURE)),
    "mixture_log_density": (gmm.mixture_log_density, (X, *MIXTURE)),
    "negative_log_likelihood": (gmm.negative_log_likelihood, (X, *MIXTURE)),
    "log_sum_exp": (gmm.log_sum_exp, (X,)),
    "e_step": (gmm.e_step, (X, *MIXTURE)),
    "em_step": (gmm.em_step, (X, *MIXTURE)),
    "moment_gaps": (gmm.moment_gaps, (X, *MIXTURE)),
    "m_step": (gmm.m_step, (X, SHARES)),
    "m_step of whole responsibilities": (gmm.m_step, (X, ONE_EACH)),
    "update_weights": (gmm.update_weights, (SHARES,)),
    "update_weights of whole responsibilities": (gmm.update_weights, (ONE_EACH,)),
    "effective_counts": (gmm.effective_counts, (SHARES,)),
    "effective_counts of whole responsibilities": (gmm.effective_counts, (ONE_EACH,)),
    "update_means": (gmm.update_means, (X, SHARES)),
    "update_covariances": (gmm.update_covariances, (X, SHARES, MEANS)),
    "sample_gmm": (lambda *m: gmm.sample_gmm(*m, 20, rng=0), MIXTURE),
    "sample_equal_counts": (lambda *m: gmm.sample_equal_counts(*m, 20, rng=0), MIXTURE),
    "match_components": (lambda *m: gmm.match_components(m, MIXTURE), MIXTURE),
    "match_components (reference)": (shuffled_match, MIXTURE),
    "fit": (lambda X, *m: last_params(gmm.fit(X, m, reg_covar=0.5)), (X, *MIXTURE)),
    "fit_restarts": (quick_restarts, (X,)),
    **{name: (lambda X, f=f: f(X, 3, 0), (X,)) for name, f in gmm.STARTS.items()},
}


def as_integers(array):
    """Weights between 0 and 1 stay as they are; everything else here is whole."""
    return array.astype(int) if (array == array.astype(int)).all() else array


def every_other_entry(array):
    """The same numbers with gaps between them in memory."""
    wide = np.full(tuple(2 * n for n in array.shape), np.nan)
    view = wide[(slice(None, None, 2),) * array.ndim]
    view[...] = array
    return view


def read_only(array):
    copy = array.copy()
    copy.flags.writeable = False
    return copy


FORMS = {
    "lists": lambda array: array.tolist(),
    "tuples of rows": lambda array: tuple(array),
    "integers": as_integers,
    "small integers": lambda a: a.astype(np.int8) if as_integers(a) is not a else a,
    "single precision": lambda array: array.astype(np.float32),
    "half precision": lambda array: array.astype(np.float16),
    "objects": lambda array: array.astype(object),
    "columns first": np.asfortranarray,
    "with gaps": every_other_entry,
    "backwards": lambda array: array[::-1].copy()[::-1],
    "read-only": read_only,
    "other byte order": lambda array: array.astype(">f8"),
}


def parts(result):
    return result if isinstance(result, tuple) else (result,)


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("form", FORMS)
def test_the_answer_does_not_depend_on_the_wrapping(call, form):
    function, arguments = CALLS[call]
    expected = parts(function(*arguments))
    actual = parts(function(*(FORMS[form](argument) for argument in arguments)))
    for a, b in zip(actual, expected, strict=True):
        np.testing.assert_allclose(a, b, rtol=1e-10, atol=1e-12)
        assert np.asarray(a).dtype == np.asarray(b).dtype


@pytest.mark.parametrize("call", CALLS)
def test_arguments_are_left_as_they_were(call):
    function, arguments = CALLS[call]
    copies = [argument.copy() for argument in arguments]
    function(*copies)
    for copy, argument in zip(copies, arguments, strict=True):
        np.testing.assert_array_equal(copy, argument)
        assert copy.flags.writeable


class Tensor:
    """What a tensor of an automatic differentiation looks like."""

    requires_grad = True

    def __array__(self, dtype=None, copy=None):
        raise RuntimeError("Can't call numpy() on Tensor that requires grad.")


MISTAKEN = {
    "data.X": gmm.course_original(),
    "the parameters of a mixture": gmm.course_original().start,
    "rows of different lengths": [[1, 2], [3]],
    "too large for a float": [[10**400, 1]],
    "X.detach().numpy()": Tensor(),
}


@pytest.mark.parametrize("said", MISTAKEN)
def test_what_was_passed_by_mistake_is_named(said):
    start = gmm.course_original().start
    for call in (gmm.fit, lambda X, start: gmm.e_step(X, *start)):
        with pytest.raises(ValueError, match="could not be read as an array") as error:
            call(MISTAKEN[said], start)
        assert said in str(error.value)
        assert "inhomogeneous" not in str(error.value)


@pytest.mark.parametrize("seed", [-1, 1.5, "a", np.random])
def test_a_seed_that_is_none_is_named(seed):
    data = gmm.course_original()
    calls = {
        "rng": (
            lambda: gmm.sample_gmm(*data.start, 5, seed),
            lambda: gmm.sample_equal_counts(*data.start, 5, seed),
            lambda: gmm.random_points_start(data.X, 3, seed),
        ),
        "seed": (lambda: gmm.fit_restarts(data.X, 3, n_init=2, seed=seed),),
    }
    for name, each in calls.items():
        for call in each:
            with pytest.raises(ValueError, match=f"^{name} is .*, expected a numpy.random"):
                call()


def test_mixtures_histories_and_single_gaussians_that_are_none_are_named():
    data = gmm.course_original()
    with pytest.raises(ValueError, match=r"^params must be GMMParams"):
        gmm.match_components(data.X, data.start)
    for history in (None, 3):
        with pytest.raises(ValueError, match=r"^nll_history is"):
            gmm.has_converged(history, 1)
    with pytest.raises(gmm.DegenerateComponentError) as error:
        gmm.gaussian_log_density(data.X, [0, 0], np.ones((2, 2)))
    assert "reg_covar" not in str(error.value)
