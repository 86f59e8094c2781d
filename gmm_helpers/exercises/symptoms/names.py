"""Names that mean nothing: what was probably meant."""

from __future__ import annotations

import builtins
import difflib
import math
import re
from collections.abc import Iterable

import numpy as np

from ... import em, model, selection
from ..definition import Diagnosis
from ..running.attempts import Outcome
from ..running.endings import describe_ending, full_stop
from ..running.library_messages import is_not_callable, missing_attribute, undefined_name
from .source import FunctionSource

__all__ = ["closest", "name_symptom"]

_HELPERS = frozenset({*em.__all__, *model.__all__, *selection.__all__})
_MODULES = {
    "np": "import numpy as np",
    "numpy": "import numpy",
    "gmm": "import gmm_helpers as gmm",
    "math": "import math",
    "scipy": "import scipy",
    "plt": "import matplotlib.pyplot as plt",
}
_OWNERS = {
    "numpy": np,
    "numpy.linalg": np.linalg,
    "numpy.random": np.random,
    "math": math,
    "numpy.ndarray": np.ndarray,
    "numpy.float64": np.float64,
    "numpy.random._generator.Generator": np.random.Generator,
    "GMMParams": model.GMMParams,
    "list": list,
    "tuple": tuple,
    "float": float,
    "int": int,
}


def closest(name: str, names: Iterable[str]) -> str | None:
    """The name that was probably meant, if there is one.

    Examples
    --------
    >>> closest("e_stpe", ["em_step", "e_step"])
    'e_step'
    """
    by_folded = {each.lower(): each for each in sorted(names, reverse=True) if each != name}
    found = difflib.get_close_matches(name.lower(), by_folded, n=1, cutoff=0.7)
    return by_folded[found[0]] if found else None


def name_symptom(outcome: Outcome, source: FunctionSource | None) -> Diagnosis | None:
    """Say which name a NameError or an AttributeError is about, and what may be meant."""
    if outcome.exception is None:
        return None
    name, owned = undefined_name(outcome.exception), missing_attribute(outcome.exception)
    sentence = _undefined(name, source) if name else _no_attribute(*owned) if owned else None
    at = outcome.line.text if outcome.line else ""
    if owned and owned[0] != "numpy" and owned[1] in np.__all__ and f"np.{owned[1]}(" in at:
        sentence = (
            "A line of the notebook has given the name `np` another meaning. Delete that line, and "
            "run `import numpy as np` again."
        )
    kind = "unknown name"
    if not sentence and source and is_not_callable(outcome.exception):
        sentence, kind = _rebound(at, source), "name of Python given away"
    if sentence is None:
        return None
    raised = full_stop(f"Your function {describe_ending(outcome)}")
    message = f"{raised} {sentence}"
    return Diagnosis(kind, message, quotes_error=True, line=outcome.line)


def _rebound(line: str, source: FunctionSource) -> str | None:
    """Say that the notebook has given a builtin that a line calls another value."""
    called = re.findall(r"(?<![\w.])(\w+)\s*\(", line)
    found = [n for n in called if hasattr(builtins, n) and n in source.names | source.own_names]
    if len(set(found)) != 1:
        return None
    name = found[0]
    if name in source.own_names:
        return f"Your function gives the name `{name}` another meaning: use another name there."
    return (
        f"A line of the notebook gives the name `{name}` another value, so that it is no longer "
        f"Python's function. Rename that variable, and run `del {name}` or restart the kernel."
    )


def _undefined(name: str, source: FunctionSource | None) -> str:
    if name in _HELPERS:
        return (
            f"It is a helper of the course: call it as `gmm.{name}`, or import it with `from "
            f"gmm_helpers import {name}`."
        )
    if name in _MODULES:
        return f"Run the cell with `{_MODULES[name]}` first."
    own = source.own_names | source.names if source else frozenset()
    meant = closest(name, own) or closest(name, {*dir(builtins)})
    if meant:
        return f"Did you mean `{meant}`?"
    if name in np.__all__:
        return f"Did you mean `np.{name}`?"
    helper = closest(name, _HELPERS)
    if helper:
        return f"Did you mean `gmm.{helper}`?"
    return "It is no argument, and no line gives it a value before it is used."


def _no_attribute(owner: str, name: str) -> str | None:
    if owner == "gmm_helpers":
        meant = closest(name, _HELPERS)
    elif owner in _OWNERS:
        meant = closest(name, {n for n in dir(_OWNERS[owner]) if not n.startswith("_")})
    else:
        return None
    return f"Did you mean `{meant}`?" if meant else None
