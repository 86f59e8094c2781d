"""What may be said of the tables for an LMS, on the command line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

__all__ = ["COLUMN", "add_upload_options"]

COLUMN = "EM notebooks"


def add_upload_options(add: Callable[..., Any]) -> None:
    """Add the options to a parser, by its `add_argument`."""
    add(
        "--assignment-column",
        metavar="NAME",
        help="the column for the points in the tables for an LMS, with or without the number that "
        f"the LMS puts behind it, such as 'EM (12345)'; by default {COLUMN!r}",
    )
    add(
        "--missing",
        choices=("empty", "0"),
        default="empty",
        help="what the tables for an LMS say of those who handed in nothing; by default nothing, "
        "so that the LMS keeps it as not handed in",
    )
