"""Predictions and self-tests, with a reason for every choice.

Definitions hold data only; `ask` and `predict` show them in a notebook, and keep the answers. These
need anywidget, and are imported when they are first asked for.
"""

from importlib import import_module
from typing import Any

from .answers import Response, respond
from .constructors import number, order, place, point, right, slip, wrong
from .definition import (
    Choice,
    Choices,
    Item,
    Number,
    Order,
    Place,
    Point,
    Question,
    QuestionError,
    Slip,
)

__all__ = [
    "Choice",
    "Choices",
    "Item",
    "Number",
    "Order",
    "Place",
    "Point",
    "Question",
    "QuestionError",
    "Response",
    "Slip",
    "ask",
    "number",
    "order",
    "place",
    "point",
    "predict",
    "respond",
    "right",
    "show_question",
    "slip",
    "wrong",
]


def __getattr__(name: str) -> Any:
    if name not in ("ask", "predict", "show_question"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(".asking", __name__), name)
