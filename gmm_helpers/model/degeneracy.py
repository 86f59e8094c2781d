"""Components that break down: what went wrong, for which component, and when."""

from __future__ import annotations

from enum import Enum

from .outliers import FarSample

__all__ = ["Degeneracy", "DegenerateComponentError"]


class Degeneracy(Enum):
    """What is wrong with a component."""

    EMPTY = "empty"  # responsible for no sample
    SINGULAR = "singular"  # its covariance is flat in some direction
    NEGATIVE_EIGENVALUE = "negative eigenvalue"  # which no covariance has
    COLLAPSED = "collapsed"  # its spread is no more than rounding


_SENTENCES = {
    Degeneracy.EMPTY: (
        "is empty: its responsibilities sum to {value:.3g} samples, so it has no mean and no "
        "covariance; use fewer components (n_components) or another start."
    ),
    Degeneracy.SINGULAR: (
        "has a covariance that is not positive definite (smallest eigenvalue {value:.3g}): it is "
        "flat in some direction, as when a component has shrunk onto a single point or onto "
        "copies of one; in a fit use fewer components (n_components), a larger reg_covar, or "
        "another start."
    ),
    Degeneracy.NEGATIVE_EIGENVALUE: (
        "has a covariance that is not positive definite (smallest eigenvalue {value:.3g}): no "
        "covariance has a negative one, so check how it was computed."
    ),
    Degeneracy.COLLAPSED: (
        "has collapsed: it has no spread left beyond rounding, as when it sits on a single point "
        "or on copies of one; use fewer components (n_components), a larger reg_covar, or "
        "another start."
    ),
}

_FAR_SAMPLE = (
    "cannot be fitted: sample {sample} is {distance:.3g} away from the median of feature "
    "{feature}, where samples are usually within {usual:.3g} of it, and beside such numbers "
    "rounding hides the spread of all the others; correct or remove this sample, or rescale X, for "
    "instance by taking logarithms."
)


class DegenerateComponentError(ValueError):
    """A component no longer describes data; `str` says so in one sentence.

    Parameters
    ----------
    kind : Degeneracy
    component : int
        Index k of the component.
    value : float, optional
        Its effective count if it is empty, the smallest eigenvalue of its covariance if that is
        not positive definite.
    iteration : int, optional
        The iteration of EM after which its parameters are these; 0 is the start. None outside a
        run.
    far_sample : FarSample, optional
        The sample of the data that has caused it.

    Examples
    --------
    >>> str(DegenerateComponentError(Degeneracy.COLLAPSED, 1, iteration=12))[:47]
    'component 1 in iteration 12 of EM has collapsed'
    """

    def __init__(
        self,
        kind: Degeneracy,
        component: int,
        value: float | None = None,
        iteration: int | None = None,
        far_sample: FarSample | None = None,
    ):
        super().__init__(kind, component, value, iteration, far_sample)  # pickled as these five
        self.kind, self.component = kind, component
        self.value, self.iteration = value, iteration
        self.far_sample = far_sample

    def at(self, iteration: int, far_sample: FarSample | None = None) -> DegenerateComponentError:
        """Return the same error, with the iteration of the run, and a sample that caused it."""
        return type(self)(self.kind, self.component, self.value, iteration, far_sample)

    def __str__(self) -> str:
        when = {None: "", 0: " in the start of EM"}.get(
            self.iteration, f" in iteration {self.iteration} of EM"
        )
        what = _SENTENCES[self.kind].format(value=self.value)
        if self.far_sample is not None:
            what = _FAR_SAMPLE.format(**self.far_sample._asdict())
        return f"component {self.component}{when} {what}"
