"""Exercises of notebook 01 on densities: of one Gaussian, and of a mixture."""

from __future__ import annotations

from ..model import density
from .cases.gaussians import gaussian_cases
from .cases.mixtures import mixture_cases
from .definition import Exercise
from .mistakes.gaussian_log_density import catalogue as density_mistakes
from .mistakes.mixture_log_density import catalogue as mixture_mistakes
from .symptoms.densities import gaussian_symptom, mixture_symptom, same_mistake

__all__ = ["EXERCISES"]

EXERCISES = (
    Exercise(
        "gaussian_log_density",
        3,
        density.gaussian_log_density,
        gaussian_cases,
        hints=(
            "The formula has three terms. Two of them are the same for all samples: compute "
            "these first. Which one needs x?",
            "The squared distance is one number per sample: x - μ times the inverse of Σ times "
            "x - μ again, summed over the features. What shape has X minus the mean?",
            "Solve L z = x - μ for all samples at once: with the differences as columns z has "
            "shape (D, N). Square it, and sum over the D features.",
            "log det Σ is twice the sum of the logarithms of the diagonal of L. Add D log 2π and "
            "the squared distances, and multiply everything by -1/2. No exponential is needed.",
        ),
        misconceptions=density_mistakes.MISTAKES,
        agree=same_mistake(density.gaussian_log_density),
        symptom=gaussian_symptom,
    ),
    Exercise(
        "mixture_log_density",
        3,
        density.mixture_log_density,
        mixture_cases,
        hints=(
            "For one sample: which K numbers are added up, and where does the logarithm go?",
            "Multiplying by a weight becomes adding its logarithm. That gives a table a_nk with "
            "one row per sample and one column per component, shape (N, K).",
            "log p(x_n) is the log-sum-exp of row n: over the components, so along axis 1.",
            "Subtract the maximum of each row before you exponentiate, sum, take the logarithm, "
            "and add the maximum back. Mind the shapes (N,) and (N, 1).",
        ),
        misconceptions=mixture_mistakes.MISTAKES,
        agree=same_mistake(density.mixture_log_density),
        symptom=mixture_symptom,
    ),
)
