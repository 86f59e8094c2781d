"""Limits on what a process may use, as far as the platform has them."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping

try:
    import resource
except ImportError:  # Windows has none of this
    resource = None

__all__ = ["limit_resources"]


def limit_resources(limits: Mapping[str, int]) -> None:
    """Set limits that this process and its children cannot raise again.

    Parameters
    ----------
    limits : mapping of str to int
        By the names of the resource module without "RLIMIT_", like ``{"FSIZE": 1000}``.
    """
    for name, value in limits.items():
        number = getattr(resource, f"RLIMIT_{name}", None)
        if number is not None:
            with contextlib.suppress(ValueError, OSError):  # lower ones hold already
                resource.setrlimit(number, (value, value))
