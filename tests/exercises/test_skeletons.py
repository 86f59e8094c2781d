"""The last hint: a right solution once its two gaps are filled, and not before."""

import ast
import linecache

import numpy as np
import pytest

import gmm_helpers as gmm
from gmm_helpers.checks import check
from gmm_helpers.exercises import EXERCISES
from gmm_helpers.exercises.skeletons import GAP, SKELETONS

PIECES = {
    "sample_gmm": ("weights", '"nij,nj->ni"'),
    "gaussian_log_density": ("(X - mean).T", "(noise**2).sum(axis=0)"),
    "mixture_log_density": ("np.log(weights)", "m[:, None]"),
    "negative_log_likelihood": ("gmm.mixture_log_density", "-log_density.sum()"),
    "weighted_log_prob": ("np.log(weights)", "log_density + log_prior"),
    "e_step": ("np.exp", "evidence[:, None]"),
    "update_weights": ("0", "len(responsibilities)"),
    "update_means": ("responsibilities.T", "counts[:, None]"),
    "update_covariances": ("X - means[k]", "weighted.T @ centred"),
    "has_converged": ("2", "abs(change)"),
    "em_step": ("new_means", "responsibilities"),
    "fit_em": ("gmm.em_step(X, *params)", "gmm.negative_log_likelihood(X, *params)"),
    "entropy": ("responsibilities > 0", "positive * np.log(positive)"),
    "expected_log_joint": ("gmm.weighted_log_prob", "responsibilities"),
    "elbo": ("responsibilities", "gmm.entropy(responsibilities)"),
    "n_parameters": ("n_components - 1", "(n_features * (n_features + 1) // 2)"),
    "bic": ("np.log(n_samples)", "2 * nll"),
    "held_out_nll": ("X[~left_out]", "X[left_out]"),
}


def made_of(name, text, **known):
    namespace, cell = {"np": np, "gmm": gmm, **known}, f"<ipython-input-{name}>"
    linecache.cache[cell] = (len(text), None, text.splitlines(keepends=True), cell)
    exec(compile(text, cell, "exec"), namespace)
    return namespace[name]


def filled(name, pieces):
    first, second, third = SKELETONS[name].split(GAP)
    return first + pieces[0] + second + pieces[1] + third


def test_every_exercise_has_a_skeleton():
    given = {name: exercise.skeleton for name, exercise in EXERCISES.items()}
    assert given == SKELETONS, "pass skeleton=SKELETONS[name], written in exercises/skeletons.py"
    assert {*PIECES} == {*SKELETONS}, "write what fills the two gaps into PIECES of this file"


@pytest.mark.parametrize("name", EXERCISES)
def test_a_skeleton_has_two_gaps_and_is_python(name):
    assert SKELETONS[name].count(GAP) == 2
    gaps = [n for n in ast.walk(ast.parse(SKELETONS[name])) if getattr(n, "id", "") == GAP]
    assert len(gaps) == 2


@pytest.mark.slow
@pytest.mark.parametrize("name", EXERCISES)
def test_a_skeleton_is_right_once_it_is_filled(name):
    result = check(made_of(name, filled(name, PIECES[name])), name)
    assert result.status == "correct", result.text


@pytest.mark.slow
@pytest.mark.parametrize("name", EXERCISES)
@pytest.mark.parametrize("known", [{}, {GAP: ""}, {GAP: 1}], ids=["unknown", "text", "number"])
def test_a_skeleton_with_its_gaps_is_unfinished(name, known):
    """IPython gives the gap a meaning: the third last output, or an empty text."""
    result = check(made_of(name, SKELETONS[name], **known), name)
    assert (result.status, result.score) == ("unfinished", 0), result.text
