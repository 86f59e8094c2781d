"""What an explorer offers, and how it looks at first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import uuid4

from ..em.starts import STARTS
from ..model.validation import as_count, as_number
from .configuration import MAX_COMPONENTS, OWN_POINTS, OWN_START
from .data import NAMES

__all__ = ["COLORINGS", "CONTROLS", "LAYERS", "M_STEP", "PICTURES", "axis_of", "options_of"]

CONTROLS = (
    "data",
    "n_components",
    "seed",
    "start",
    "reg_covar",
    "layers",
    "slow",
    "atlas",
    "stories",
    "compare",
    "own",
    "share",
    "view",
)
LAYERS = ("ellipses", "trails", "contours", "truth", "bound", "zoom")
COLORINGS = ("pie", "blend", "hard", "none")
PICTURES = ("nll", "bound", "distance", "entropy")
M_STEP = "M-step"
REG_COVARS = ("0", "1e-6", "0.0001", "0.01", "0.1", "1")
SEEDS = range(20)


def options_of(
    own_data: Sequence[str],
    controls,
    show,
    coloring: str,
    half_step: int,
    speed,
    large: bool,
    picture: str,
    along: str,
    slow: bool,
    max_iter: int,
    has_own_steps: bool,
) -> dict[str, Any]:
    """Put together what the browser is told once.

    Parameters
    ----------
    own_data : sequence of str
        Names of data of one's own.
    controls, show, coloring, half_step, speed, large, picture, along, slow, max_iter
        As for `EMExplorer`.
    has_own_steps : bool
        Whether runs come from somebody's own functions, by Python.

    Returns
    -------
    dict
        Plain JSON.

    Raises
    ------
    ValueError
        If a value is not among those there are.

    Examples
    --------
    >>> looks = (["seed"], ["truth"], "hard", 0, 4, False, "nll", "M-step", False)
    >>> options_of([], *looks, 9, False)["layers"]["truth"]
    True
    """
    layers = _among(show, LAYERS, "show")
    if "bound" in layers:
        layers.append("zoom")
    return {
        "data": [*own_data, *NAMES, OWN_POINTS],
        "starts": [*STARTS, OWN_START],
        "reg_covars": list(REG_COVARS),
        "counts": list(range(1, MAX_COMPONENTS + 1)),
        "seeds": list(SEEDS),
        "controls": _among(controls, CONTROLS, "controls"),
        "layers": {
            **dict.fromkeys(LAYERS, False),
            **dict.fromkeys(layers, True),
            "color": _among([coloring], COLORINGS, "coloring")[0],
            "picture": _among([picture], PICTURES, "picture")[0],
            "along": along,
        },
        "half_step": as_count(half_step, "half_step", minimum=0),
        "speed": _positive(speed, "speed"),
        "large": bool(large),
        "slow": bool(slow),
        "max_iter": max_iter,
        "has_own_steps": has_own_steps,
        "key": uuid4().hex,  # of its model, by which its views find it and what they share
    }


def axis_of(along: str, n_components: int, n_features: int) -> str:
    """Return what is under the bound as a curve: the M-step, or a parameter of the mixture.

    Raises
    ------
    ValueError
        If the mixture has no such parameter.

    Examples
    --------
    >>> axis_of("mean 2, x1", n_components=3, n_features=2)
    'mean 2, x1'
    >>> axis_of("mean 2", n_components=1, n_features=1)
    Traceback (most recent call last):
    ...
    ValueError: along is 'mean 2': expected 'M-step' or a parameter of the mixture, from 'mean 0' to
    'variance 0'.
    """
    of = [f", x{i + 1}" for i in range(n_features)] if n_features > 1 else [""]
    axes = [
        f"{kind} {k}{feature}"
        for kind in ("mean", "variance")
        for k in range(n_components)
        for feature in of
    ]
    first, last = axes[0], axes[-1]
    if n_components > 1:
        axes += [f"weight {k}" for k in range(n_components)]
    if along not in (M_STEP, *axes):
        raise ValueError(
            f"along is {along!r}: expected {M_STEP!r} or a parameter of the mixture, from "
            f"{first!r} to {last!r}."
        )
    return along


def _among(values: str | Iterable[str], known: Sequence[str], name: str) -> list[str]:
    values = [values] if isinstance(values, str) else list(values)
    for value in values:
        if value not in known:
            raise ValueError(f"{name} holds {value!r}: choose among {', '.join(known)}.")
    return values


def _positive(value, name: str) -> float:
    number = as_number(value, name)
    if number <= 0:
        raise ValueError(f"{name} is {value}: expected a number above 0.")
    return number
