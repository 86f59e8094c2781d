"""Where implementations are put: ``RIGHT[exercise][name]`` and ``WRONG[exercise][name]``.

``NAMED[exercise][name]`` holds the diagnoses that name the mistake of a wrong implementation.
"""

from collections import defaultdict

__all__ = ["NAMED", "RIGHT", "WRONG", "right", "wrong"]

RIGHT = defaultdict(dict)
WRONG = defaultdict(dict)
NAMED = defaultdict(dict)


def right(exercise):
    """Decorator: this implementation must be accepted."""

    def put(function):
        RIGHT[exercise][function.__name__] = function
        return function

    return put


def wrong(exercise, *named):
    """Decorator: this implementation must be rejected, and named as one of these."""

    def put(function):
        WRONG[exercise][function.__name__] = function
        NAMED[exercise][function.__name__] = named
        return function

    return put
