"""Functions that are only begun, for every exercise: nothing, zeros, a constant, NaN, ``...``."""

import numpy as np

from gmm_helpers.exercises import EXERCISES

from .bank import UNFINISHED, answer

_CONSTANT = (*UNFINISHED, "same result whatever the arguments", "always the same answer")
_SHAPES = {
    "sample_gmm": lambda w, m, c, n, rng: (np.empty((n, m.shape[1])), np.empty(n)),
    "gaussian_log_density": lambda X, *_: np.empty(len(X)),
    "mixture_log_density": lambda X, *_: np.empty(len(X)),
    "negative_log_likelihood": lambda *_: np.empty(()),
    "weighted_log_prob": lambda X, w, *_: np.empty((len(X), len(w))),
    "e_step": lambda X, w, *_: np.empty((len(X), len(w))),
    "update_weights": lambda r: np.empty(r.shape[1]),
    "update_means": lambda X, r: np.empty((r.shape[1], X.shape[1])),
    "update_covariances": lambda X, r, m: np.empty((r.shape[1], X.shape[1], X.shape[1])),
    "has_converged": lambda *_: np.empty(()),
    "em_step": lambda X, w, m, c: tuple(map(np.empty_like, (w, m, c))),
    "fit_em": lambda X, w, m, c, tol, n: (*map(np.empty_like, (w, m, c)), np.empty(1)),
    "entropy": lambda *_: np.empty(()),
    "expected_log_joint": lambda *_: np.empty(()),
    "elbo": lambda *_: np.empty(()),
    "n_parameters": lambda *_: np.empty(()),
    "bic": lambda *_: np.empty(()),
    "held_out_nll": lambda *_: np.empty(()),
}


def _filled(exercise, number):
    def begun(*arguments):
        made = _SHAPES[exercise](*arguments)
        if isinstance(made, tuple):
            return tuple(np.full_like(part, number) for part in made)
        return np.full_like(made, number)

    return begun


def _nothing(*_):
    return None


def _dots(*_):
    return ...


for _exercise in EXERCISES:
    for _name, _function, _names in (
        ("nothing", _nothing, UNFINISHED),
        ("dots", _dots, UNFINISHED),
        ("zeros", _filled(_exercise, 0.0), _CONSTANT),
        ("ones", _filled(_exercise, 1.0), _CONSTANT),
        ("nans", _filled(_exercise, np.nan), (*UNFINISHED, "all NaN")),
    ):
        _function.__name__ = _name
        answer(_exercise, *_names)(_function)
