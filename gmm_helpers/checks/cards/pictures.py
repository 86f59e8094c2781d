"""Pictures of a wrong answer beside the right one, where a picture helps."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from typing import Any

import numpy as np

from ...drawing import svg
from ...drawing.palette import COLORS, GREY, rgb
from ...exercises import EXERCISES, Failure
from ...exercises.judging.returned_values import Unusable
from ...exercises.judging.samples.draws import Draws

__all__ = ["picture_of"]

MAX_SAMPLES = 400
MAX_DRAWN = 150  # of a sampler's, which are drawn twice
NEAR = 3.0  # times the extent of the data: so far away the origin is still shown


def picture_of(exercise: str, failures: Sequence[Failure]) -> str:
    """Draw the first failure, which is the one that the text describes.

    Returns
    -------
    str
        An ``<img>`` element, or "" where there is nothing to see: the exercise has no picture, or
        the result has another shape.
    """
    draw = _PICTURES.get(exercise)
    if draw is None or not failures:
        return ""
    names = list(inspect.signature(EXERCISES[exercise].reference).parameters)
    arguments = dict(zip(names, failures[0].case.arguments, strict=False))
    got, expected = failures[0].outcome.value, failures[0].expected
    if exercise == "sample_gmm":
        return _samples(arguments, got, expected)
    if not isinstance(got, np.ndarray) or got.shape != expected.shape or not np.isfinite(got).any():
        return ""
    if exercise in _PLANAR and arguments["X"].shape[1] != 2:
        return ""
    return draw(arguments, got, expected)


def _samples(arguments, got, expected) -> str:
    """Samples in the colours of their labels, over the components."""
    if not (isinstance(got, Draws) and isinstance(expected, Draws)):
        return ""
    means = np.asarray(arguments["means"], dtype=float)
    covariances = np.asarray(arguments["covariances"], dtype=float)
    draws, shape = (expected.large, got.large), (arguments["n_samples"], means.shape[1])
    if shape[1] != 2 or not all(_is_draw(draw, shape) for draw in draws):
        return ""
    ellipses = [
        svg.Ellipse(means[k], covariances[k], COLORS[k % len(COLORS)]) for k in range(len(means))
    ]
    panels = []
    for title, (X, labels) in zip(("expected", "yours"), draws, strict=True):
        colors = [_color(label, len(means)) for label in labels[:MAX_DRAWN]]
        panels.append(svg.Panel(title, [svg.Dots(X[:MAX_DRAWN], colors, 2.5), *ellipses]))
    return svg.image(
        panels,
        "Samples in the colours of their labels, over the ellipses of the mixture at two standard "
        "deviations: on the left expected ones, on the right yours. Other labels are grey.",
    )


def _is_draw(draw, shape) -> bool:
    if isinstance(draw, Unusable) or any(isinstance(v, Unusable) for v in draw):
        return False
    X, labels = draw
    return X.shape == shape and labels.shape == shape[:1] and bool(np.isfinite(X).any())


def _color(label: float, n_components: int) -> str:
    known = label in range(n_components)
    return COLORS[int(label) % len(COLORS)] if known else GREY


def _responsibilities(arguments, got, expected) -> str:
    X = np.asarray(arguments["X"], dtype=float)[:MAX_SAMPLES]
    panels = [
        svg.Panel(title, [svg.Dots(X, _blend(values[:MAX_SAMPLES]))])
        for title, values in (("expected", expected), ("yours", got))
    ]
    return svg.image(
        panels,
        "The samples twice, each in the blend of its components' colours: on the left by the "
        "expected responsibilities, on the right by yours.",
    )


def _blend(responsibilities) -> list[str]:
    """Mix colours: towards white where a row sums to less than 1, towards black where to more."""
    shares = np.nan_to_num(np.clip(responsibilities, 0, 1))
    totals = shares.sum(axis=1, keepdims=True)
    mixed = shares @ rgb(shares.shape[1]) + np.maximum(0, 1 - totals)  # the rest is white
    mixed = np.where(totals > 1, mixed / np.maximum(totals, 1) ** 2, mixed)
    return ["#{:02X}{:02X}{:02X}".format(*row) for row in (255 * np.clip(mixed, 0, 1)).astype(int)]


def _means(arguments, got, expected) -> str:
    X = np.asarray(arguments["X"], dtype=float)[:MAX_SAMPLES]
    marks: list[Any] = [svg.Dots(X, [GREY] * len(X), 2.0)]
    for k in range(len(got)):
        color = COLORS[k % len(COLORS)]
        marks += [svg.Sign(expected[k], color, "o"), svg.Sign(got[k], color, "x")]
    alt = (
        "The samples in grey; circles at the expected means, crosses at yours, each component in "
        "its colour."
    )
    if np.abs(X).min(axis=0).max() <= NEAR * np.ptp(X, axis=0).max():
        marks.append(svg.Sign(np.zeros(2), GREY, "+", "origin"))
        alt += " A small cross marks the origin."
    return svg.image([svg.Panel("circles: expected, crosses: yours", marks)], alt)


def _covariances(arguments, got, expected) -> str:
    X = np.asarray(arguments["X"], dtype=float)[:MAX_SAMPLES]
    marks: list[Any] = [svg.Dots(X, [GREY] * len(X), 2.0)]
    for k, mean in enumerate(np.asarray(arguments["means"], dtype=float)):
        color = COLORS[k % len(COLORS)]
        marks.append(svg.Ellipse(mean, expected[k], color, dashed=True))
        if np.isfinite(got[k]).all():
            marks.append(svg.Ellipse(mean, got[k], color))
    return svg.image(
        [svg.Panel("dashed: expected, solid: yours", marks)],
        "The samples in grey, with an ellipse at two standard deviations for each component: "
        "dashed the expected covariance, solid yours.",
    )


def _agreement(arguments, got, expected) -> str:
    if got.size < 2:
        return ""
    ends = np.array([expected.min(), expected.max()])
    marks = [
        svg.Line(np.column_stack([ends, ends]), GREY, dashed=True),
        svg.Dots(np.column_stack([expected, got]), [COLORS[0]] * got.size),
    ]
    return svg.image(
        [svg.Panel("yours (vertical) against expected", marks, ticks=True)],
        "Your values (vertical axis) against the expected ones (horizontal axis). On the dashed "
        "line they are equal.",
    )


_PLANAR = {"e_step", "update_means", "update_covariances"}
_PICTURES = {
    "sample_gmm": _samples,
    "e_step": _responsibilities,
    "update_means": _means,
    "update_covariances": _covariances,
    "gaussian_log_density": _agreement,
    "mixture_log_density": _agreement,
}
