"""Stubs of what only an interactive notebook has: widgets, checks, IPython."""

from __future__ import annotations

import importlib
import inspect
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

import tqdm.std

import gmm_helpers

from ....exercises import EXERCISES

__all__ = ["CheckStub", "Stub", "leave_out_answers", "leave_out_displays", "leave_out_pictures"]

# Modules that draw for people, or judge, which is done outside.
_OF_OURS = ("checks", "drawing.sliders", "explorer", "questions")


class Stub:
    """Accepts every call, has every attribute, and does nothing."""

    def __call__(self, *args, **kwargs):
        return self

    def __getattr__(self, name):
        if name.startswith("__"):  # copying, pickling and NumPy ask whether these exist
            raise AttributeError(name)
        return self

    def __getitem__(self, key):
        return self

    def __setitem__(self, key, value):
        pass

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0

    def __enter__(self):
        return self

    def __exit__(self, *raised):
        return False

    def __repr__(self):
        return ""

    def __mro_entries__(self, bases):
        return (_Derived,)  # a class may be derived from it


class CheckStub(Stub):
    """Stands for `check`, and tells `listener` what it was called with, and by which frame."""

    listener: Callable[[Any, Any, Any], None] | None = None

    def __call__(self, function=None, name=None, *args, **kwargs):
        if CheckStub.listener is not None:
            CheckStub.listener(function, name, sys._getframe(1))
        return Stub()


class _Derived(Stub):
    def __init__(self, *args, **kwargs):
        pass


class _StubModule(ModuleType):
    __path__ = ()  # type: ignore[assignment]

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Stub()


def leave_out_displays() -> None:
    """Put stubs into the table of modules, where imports will find them."""
    for name in _OF_OURS:
        module = sys.modules[f"gmm_helpers.{name}"] = _StubModule(f"gmm_helpers.{name}")
        if name == "checks":
            module.check = CheckStub()  # type: ignore[attr-defined]
            module.yours = _helper  # type: ignore[attr-defined]
        room, _, inner = name.rpartition(".")
        setattr(
            importlib.import_module(f"gmm_helpers.{room}") if room else gmm_helpers, inner, module
        )
    sys.modules["ipywidgets"] = _StubModule("ipywidgets")
    for name in ("tqdm.notebook", "tqdm.autonotebook", "tqdm.auto", "tqdm.rich"):  # drawn otherwise
        sys.modules[name] = tqdm.std


def _helper(name):
    """The helper that stands for a student's function in a picture; there are no pictures here."""
    return getattr(gmm_helpers, str(name), Stub())


def leave_out_answers() -> None:
    """Keep of each exercise what is needed to call a function, and nothing to compare it with.

    The helpers are still there, because notebooks import them, but no table says which one
    answers which exercise.
    """
    for exercise in EXERCISES.values():
        unknown = _unknown(inspect.signature(exercise.reference))
        nothing = {"reference": unknown, "mistakes": (), "hints": (), "skeleton": ""}
        nothing |= dict.fromkeys(("cases", "compare", "view", "agree", "symptom"), unknown)
        for name, value in nothing.items():
            object.__setattr__(exercise, name, value)


def _unknown(signature: inspect.Signature) -> Callable:
    def unknown(*args, **kwargs):
        raise LookupError("answers are not compared where student code runs")

    unknown.__signature__ = signature  # type: ignore[attr-defined]
    return unknown


def leave_out_pictures() -> None:
    """Keep code from drawing what nobody sees, and from asking for a backend with a screen."""
    figures: Any = sys.modules.get("gmm_helpers.drawing.figures")
    if figures is not None:
        figures.encode_png = lambda fig: b""
    matplotlib: Any = sys.modules.get("matplotlib")
    if matplotlib is not None:
        matplotlib.pyplot.switch_backend("Agg")  # it is chosen late, by the function replaced here
        matplotlib.use = matplotlib.pyplot.switch_backend = Stub()
