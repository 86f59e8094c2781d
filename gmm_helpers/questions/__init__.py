"""Predictions and self-tests, with a reason for every choice.

Definitions hold data only; `ask` and `predict` show them in a notebook, and keep the answers.
"""

from .answers import Response, respond
from .asking import ask, predict
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
    "slip",
    "wrong",
]
