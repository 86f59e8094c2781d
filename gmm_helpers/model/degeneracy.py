"""Components that break down: what went wrong, for which component, and when."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from .outliers import FarSample

__all__ = ["Degeneracy", "DegenerateComponentError", "FlatFeature"]


class Degeneracy(Enum):
    """What is wrong with a component."""

    EMPTY = "empty"  # responsible for no sample
    SINGULAR = "singular"  # its covariance is flat in some direction
    ROUNDED = "rounded"  # it is so long that rounding hides its spread in another direction
    NEGATIVE_EIGENVALUE = "negative eigenvalue"  # which no covariance has
    COLLAPSED = "collapsed"  # its spread is no more than rounding


_SENTENCES = {
    Degeneracy.EMPTY: (
        "is empty: its responsibilities sum to {value:.3g} samples, so it has no mean and no "
        "covariance; use fewer components (n_components) or another start."
    ),
    Degeneracy.SINGULAR: (
        "has a covariance that is singular up to rounding: it is flat in some direction, as when a "
        "component has shrunk onto a point or a line, or is far longer than it is wide"
    ),
    Degeneracy.ROUNDED: (
        "cannot be fitted: it is stretched over samples as far apart as {value:.3g}, and beside "
        "such numbers rounding hides its spread in another direction; rescale X, for "
        "instance by taking logarithms, or fit groups of samples one by one."
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

_ADVICE = "; use fewer components (n_components), a larger reg_covar, or another start."

_CONSTANT = (
    "cannot be fitted: feature {feature} is constant, so no component has a spread in it; remove "
    "this column of X."
)
_FAR_FROM_ZERO = (
    "cannot be fitted: feature {feature} is so far from 0, around {level:.3g}, that rounding hides "
    "its spread; subtract its mean from this column of X."
)
_FAR_SAMPLE = (
    "cannot be fitted: sample {sample} is {distance:.3g} away from the median of feature "
    "{feature}, where samples are usually within {usual:.3g} of it, and beside such numbers "
    "rounding hides an ordinary spread; correct or remove this sample, or rescale X, for "
    "instance by taking logarithms."
)


class FlatFeature(NamedTuple):
    """A feature in which rounding leaves no spread.

    Parameters
    ----------
    feature : int
    level : float
        About which value it has.
    constant : bool
        Whether it has no other.
    """

    feature: int
    level: float
    constant: bool


class DegenerateComponentError(ValueError):
    """A component no longer describes data; `str` says so in one sentence.

    Parameters
    ----------
    kind : Degeneracy
    component : int
        Index k of the component.
    value : float, optional
        Its effective count if it is empty, the smallest eigenvalue of its covariance if that is
        not positive definite, how far apart the samples are if rounding hides its spread.
    iteration : int, optional
        The iteration of EM after which its parameters are these; 0 is the start. None outside a
        run.
    far_sample : FarSample, optional
        The sample of the data that has caused it.
    flat_feature : FlatFeature, optional
        The feature of the data that has caused it.

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
        flat_feature: FlatFeature | None = None,
    ):
        # pickled as these six
        super().__init__(kind, component, value, iteration, far_sample, flat_feature)
        self.kind, self.component = kind, component
        self.value, self.iteration = value, iteration
        self.far_sample, self.flat_feature = far_sample, flat_feature

    def at(
        self,
        iteration: int,
        far_sample: FarSample | None = None,
        flat_feature: FlatFeature | None = None,
    ) -> DegenerateComponentError:
        """Return the same error, with the iteration of the run, and what in the data caused it."""
        return type(self)(
            self.kind, self.component, self.value, iteration, far_sample, flat_feature
        )

    def __str__(self) -> str:
        when = {None: "", 0: " in the start of EM"}.get(
            self.iteration, f" in iteration {self.iteration} of EM"
        )
        what = _SENTENCES[self.kind].format(value=self.value)
        if self.kind is Degeneracy.SINGULAR:  # outside a run there is nothing to choose
            what += "." if self.iteration is None else _ADVICE
        if self.flat_feature is not None:
            sentence = _CONSTANT if self.flat_feature.constant else _FAR_FROM_ZERO
            what = sentence.format(**self.flat_feature._asdict())
        elif self.far_sample is not None:
            what = _FAR_SAMPLE.format(**self.far_sample._asdict())
        return f"component {self.component}{when} {what}"
