"""A mixture of Gaussians: its parameters, checks of input, densities, sampling, data sets."""

from .datasets import DATASETS, Dataset, course_original, course_params, load_dataset
from .degeneracy import Degeneracy, DegenerateComponentError
from .density import (
    component_log_prob,
    gaussian_log_density,
    mixture_log_density,
    weighted_log_prob,
)
from .likelihood import negative_log_likelihood
from .log_sums import log_sum_exp
from .matching import match_components
from .measurements import MEASUREMENTS, Measurements, load_measurements, load_old_faithful
from .params import GMMParams
from .sampling import sample_equal_counts, sample_gmm

__all__ = [
    "DATASETS",
    "MEASUREMENTS",
    "Dataset",
    "Degeneracy",
    "DegenerateComponentError",
    "GMMParams",
    "Measurements",
    "component_log_prob",
    "course_original",
    "course_params",
    "gaussian_log_density",
    "load_dataset",
    "load_measurements",
    "load_old_faithful",
    "log_sum_exp",
    "match_components",
    "mixture_log_density",
    "negative_log_likelihood",
    "sample_equal_counts",
    "sample_gmm",
    "weighted_log_prob",
]
