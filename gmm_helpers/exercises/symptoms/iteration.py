"""Which part of an iteration of EM is wrong, where no known mistake explains it."""

from __future__ import annotations

import numpy as np

from ...em.steps import e_step, m_step
from ...em.updates import update_covariances
from ...model.params import GMMParams
from ..definition import Diagnosis
from ..judging.comparison import describe_difference, is_close

__all__ = ["step_symptom"]

_ALL = (
    "Weights, means and covariances are all wrong, from the first iteration on. What they have in "
    "common are the responsibilities, so look at your E-step first."
)
_E_STEP = (
    "Your E-step is wrong, from the first iteration on: weights, means and covariances fit "
    "together (identities I1 and I2 hold), but belong to other responsibilities than those of the "
    "parameters you were given. Look at what the E-step is computed from, and how."
)


def step_symptom(X, start, got) -> Diagnosis | None:
    """Say which of weights, means and covariances are wrong after one iteration from `start`."""
    shares = e_step(X, *start)
    right = m_step(X, shares)
    wrong = [
        name
        for name, values, expected in zip(GMMParams._fields, got, right, strict=True)
        if describe_difference(values, expected)
    ]
    if not wrong:
        return None
    if len(wrong) == len(right):
        if _is_m_step(X, got, right):
            return Diagnosis("wrong E-step", _E_STEP)
        return Diagnosis("wrong weights, means and covariances", _ALL)
    fine = [name for name in GMMParams._fields if name not in wrong]
    said = f"Your {' and '.join(fine)} are right"
    if wrong == ["means", "covariances"] and _are_around(X, shares, got, right):
        wrong, said = ["means"], f"{said}, and your covariances are right for your means"
    names = " and ".join(wrong)
    return Diagnosis(
        f"wrong {names}",
        f"{said}; your {names} are wrong, from the first iteration on. Look at how they are "
        "computed, from what, and which of the inputs must be new.",
    )


def _is_m_step(X, got, right) -> bool:
    """Whether identities I1 and I2 hold, as they do with whatever responsibilities."""
    if any(np.shape(values) != expected.shape for values, expected in zip(got, right, strict=True)):
        return False
    weights, means, covariances = got
    moments = covariances + means[:, :, None] * means[:, None]
    return bool(
        is_close(weights.sum(), 1.0)
        and is_close(weights @ means, X.mean(axis=0)).all()
        and is_close(np.tensordot(weights, moments, 1), X.T @ X / len(X)).all()
    )


def _are_around(X, shares, got, right) -> bool:
    """Whether the covariances are right for the means that were returned."""
    means = got[1]
    if np.shape(means) != right.means.shape or not np.isfinite(means).all():
        return False
    return not describe_difference(got[2], update_covariances(X, shares, means))
