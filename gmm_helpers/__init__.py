"""Tested helpers for teaching Gaussian mixture models and the EM algorithm.

The maths is imported here; what draws or needs a notebook is imported by name
(``from gmm_helpers import plots, sliders``), so that this import stays fast.
"""

from .datasets import DATASETS, Dataset, course_original, course_params, load_dataset
from .density import (
    component_log_prob,
    gaussian_log_density,
    mixture_log_density,
    negative_log_likelihood,
    weighted_log_prob,
)
from .em import e_step, em_step, m_step
from .fit import ConvergenceWarning, fit
from .init import (
    STARTS,
    equal_means_start,
    identity_start,
    kmeans_plus_plus_start,
    random_points_start,
    random_responsibilities_start,
)
from .log_sums import log_sum_exp
from .matching import match_components
from .moments import moment_gaps
from .params import DegenerateComponentError, GMMParams
from .restarts import Restarts, fit_restarts
from .sampling import sample_equal_counts, sample_gmm
from .trace import EMTrace, has_converged
from .updates import effective_counts, update_covariances, update_means, update_weights

__all__ = [
    "DATASETS",
    "STARTS",
    "ConvergenceWarning",
    "Dataset",
    "DegenerateComponentError",
    "EMTrace",
    "GMMParams",
    "Restarts",
    "component_log_prob",
    "course_original",
    "course_params",
    "e_step",
    "effective_counts",
    "em_step",
    "equal_means_start",
    "fit",
    "fit_restarts",
    "gaussian_log_density",
    "has_converged",
    "identity_start",
    "kmeans_plus_plus_start",
    "load_dataset",
    "log_sum_exp",
    "m_step",
    "match_components",
    "mixture_log_density",
    "moment_gaps",
    "negative_log_likelihood",
    "random_points_start",
    "random_responsibilities_start",
    "sample_equal_counts",
    "sample_gmm",
    "update_covariances",
    "update_means",
    "update_weights",
    "weighted_log_prob",
]
