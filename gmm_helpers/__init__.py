"""Tested helpers for teaching Gaussian mixture models and the EM algorithm.

The maths is imported here; what draws or needs a notebook is imported from its own package
(``from gmm_helpers.drawing import plot_data``), so that this import stays fast.
"""

from importlib import import_module

from .em import (
    STARTS,
    ConvergenceWarning,
    CustomStepError,
    Difference,
    EMTrace,
    Restarts,
    e_step,
    effective_counts,
    elbo,
    em_step,
    entropy,
    equal_means_start,
    expected_log_joint,
    first_difference,
    fit,
    fit_many,
    fit_restarts,
    has_converged,
    identity_start,
    kmeans_plus_plus_start,
    m_step,
    moment_gaps,
    random_points_start,
    random_responsibilities_start,
    update_covariances,
    update_means,
    update_weights,
)
from .model import (
    DATASETS,
    MEASUREMENTS,
    Dataset,
    Degeneracy,
    DegenerateComponentError,
    GMMParams,
    Measurements,
    component_log_prob,
    course_original,
    course_params,
    gaussian_log_density,
    load_dataset,
    load_measurements,
    load_old_faithful,
    log_sum_exp,
    match_components,
    mixture_log_density,
    negative_log_likelihood,
    sample_equal_counts,
    sample_gmm,
    weighted_log_prob,
)
from .selection import (
    Selection,
    aic,
    bic,
    held_out_nll,
    icl,
    n_parameters,
    select_components,
)

__all__ = [
    "DATASETS",
    "MEASUREMENTS",
    "STARTS",
    "ConvergenceWarning",
    "CustomStepError",
    "Dataset",
    "Degeneracy",
    "DegenerateComponentError",
    "Difference",
    "EMTrace",
    "GMMParams",
    "Measurements",
    "Restarts",
    "Selection",
    "aic",
    "bic",
    "component_log_prob",
    "course_original",
    "course_params",
    "e_step",
    "effective_counts",
    "elbo",
    "em_step",
    "entropy",
    "equal_means_start",
    "expected_log_joint",
    "first_difference",
    "fit",
    "fit_many",
    "fit_restarts",
    "gaussian_log_density",
    "has_converged",
    "held_out_nll",
    "icl",
    "identity_start",
    "kmeans_plus_plus_start",
    "load_dataset",
    "load_measurements",
    "load_old_faithful",
    "log_sum_exp",
    "m_step",
    "match_components",
    "mixture_log_density",
    "moment_gaps",
    "n_parameters",
    "negative_log_likelihood",
    "random_points_start",
    "random_responsibilities_start",
    "sample_equal_counts",
    "sample_gmm",
    "select_components",
    "update_covariances",
    "update_means",
    "update_weights",
    "weighted_log_prob",
]


def __getattr__(name: str):
    if name == "__version__":
        return _version()
    # Notebooks that were handed out earlier say `from gmm_helpers import pictures, plots, sliders`.
    if name in ("pictures", "plots", "sliders"):
        return import_module(".drawing", __name__)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _version() -> str:
    """The version that is installed; "" where the package is found without being installed."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("gmm-helpers")
    except PackageNotFoundError:
        return ""
