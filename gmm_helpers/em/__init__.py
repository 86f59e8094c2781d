"""The EM algorithm: starts, the two steps, whole runs, restarts, and the record of a run."""

from .bound import elbo, entropy, expected_log_joint
from .custom_steps import CustomStepError
from .differences import Difference, first_difference
from .fitting import ConvergenceWarning, fit
from .moments import moment_gaps
from .restarts import Restarts, fit_many, fit_restarts
from .starts import (
    STARTS,
    equal_means_start,
    identity_start,
    kmeans_plus_plus_start,
    random_points_start,
    random_responsibilities_start,
)
from .steps import e_step, em_step, m_step
from .trace import EMTrace, has_converged
from .updates import effective_counts, update_covariances, update_means, update_weights

__all__ = [
    "STARTS",
    "ConvergenceWarning",
    "CustomStepError",
    "Difference",
    "EMTrace",
    "Restarts",
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
    "has_converged",
    "identity_start",
    "kmeans_plus_plus_start",
    "m_step",
    "moment_gaps",
    "random_points_start",
    "random_responsibilities_start",
    "update_covariances",
    "update_means",
    "update_weights",
]
