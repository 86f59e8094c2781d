"""Exercises of notebook 02: the negative log-likelihood and the E-step."""

from __future__ import annotations

from .. import density, em
from .definition import Exercise
from .inputs import mixture_cases

__all__ = ["EXERCISES"]

EXERCISES = (
    Exercise("negative_log_likelihood", 3, density.negative_log_likelihood, mixture_cases),
    Exercise("e_step", 5, em.e_step, mixture_cases),
)
