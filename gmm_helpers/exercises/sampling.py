"""Exercises of notebook 01: sampling and densities."""

from __future__ import annotations

from ..model import density, sampling
from .cases.gaussians import gaussian_cases
from .cases.mixtures import FAR_SHARE, mixture_cases
from .cases.sampling import sample_cases
from .definition import Case, Exercise
from .judging.samples.agreement import agree_on_sampling, summarize
from .judging.samples.doubts import is_large_spared
from .judging.samples.draws import as_asked, draw_all, draw_often
from .judging.samples.glances import differs, glance
from .judging.samples.statistics import find_problem
from .mistakes import gaussian_log_density as density_mistakes
from .mistakes import mixture_log_density as mixture_mistakes
from .mistakes import sample_gmm as sampling_mistakes
from .mistakes.recipes.small_numbers import SMALL_NUMBERS
from .skeletons import SKELETONS
from .symptoms.densities import gaussian_symptom, mixture_symptom, same_mistake
from .symptoms.sampling import sampling_symptom

__all__ = ["EXERCISES"]


def _compare(case: Case, got, _expected) -> str | None:
    """Random results are not compared with the reference's: the parameters alone judge them."""
    problem = find_problem(case, got)
    return problem.sentence if problem else None


EXERCISES = (
    Exercise(
        "sample_gmm",
        4,
        sampling.sample_gmm,
        sample_cases,
        hints=(
            "The recipe has two steps for every sample: choose a component, then draw from it. "
            "Which arguments does the first step need, and which does the second?",
            "Choose all labels at once, with replacement and with the weights as probabilities; "
            "rng has a method for that. The labels decide what each row of X is made from.",
            "A sample with label k is the mean of component k plus noise with its covariance. "
            "Either rng draws it for you, or you multiply standard normal noise by a root of Σ_k.",
            "With the Cholesky factor L of Σ_k, each row of noise ε becomes μ_k + L ε. If the "
            "noise lies in rows, look twice at which index of L is summed over. Return X first, "
            "then the labels.",
        ),
        skeleton=SKELETONS["sample_gmm"],
        mistakes=sampling_mistakes.MISTAKES,
        compare=_compare,
        call=draw_often,
        call_known=draw_all,
        view=summarize,
        agree=agree_on_sampling,
        glance=glance,
        differs=differs,
        asked=as_asked,
        is_spared=is_large_spared,
        symptom=sampling_symptom,
    ),
    Exercise(
        "gaussian_log_density",
        3,
        density.gaussian_log_density,
        gaussian_cases,
        shares={"far": FAR_SHARE},
        hints=(
            "The formula has three terms. Two of them are the same for all samples: compute "
            "these first. Which one needs x?",
            "The squared distance is one number per sample: x - μ times the inverse of Σ times "
            "x - μ again, summed over the features. What shape has X minus the mean?",
            "Solve L ε = x - μ for all samples at once: with the differences as columns ε has "
            "shape (D, N). Square it, and sum over the D features.",
            "log det Σ is twice the sum of the logarithms of the diagonal of L. Add D log 2π and "
            "the squared distances, and multiply everything by -1/2. No exponential is needed.",
        ),
        skeleton=SKELETONS["gaussian_log_density"],
        small_numbers=SMALL_NUMBERS["gaussian_log_density"],
        mistakes=density_mistakes.MISTAKES,
        agree=same_mistake(density.gaussian_log_density),
        symptom=gaussian_symptom,
    ),
    Exercise(
        "mixture_log_density",
        3,
        density.mixture_log_density,
        mixture_cases,
        shares={"far": FAR_SHARE},
        hints=(
            "For one sample: which K numbers are added up, and where does the logarithm go?",
            "Multiplying by a weight becomes adding its logarithm. That gives a table a_nk with "
            "one row per sample and one column per component, shape (N, K).",
            "log p(x_n) is the log-sum-exp of row n: over the components, so along axis 1.",
            "Subtract the maximum of each row before you exponentiate, sum, take the logarithm, "
            "and add the maximum back. Mind the shapes (N,) and (N, 1).",
        ),
        skeleton=SKELETONS["mixture_log_density"],
        small_numbers=SMALL_NUMBERS["mixture_log_density"],
        mistakes=mixture_mistakes.MISTAKES,
        agree=same_mistake(density.mixture_log_density),
        symptom=mixture_symptom,
    ),
)
