"""Where implementations are put: ``RIGHT[exercise][name]`` and ``WRONG[exercise][name]``."""

from collections import defaultdict

__all__ = ["RIGHT", "WRONG", "right", "wrong"]

RIGHT = defaultdict(dict)
WRONG = defaultdict(dict)


def right(exercise):
    """Decorator: this implementation must be accepted."""
    return _put_into(RIGHT[exercise])


def wrong(exercise):
    """Decorator: this implementation must be rejected."""
    return _put_into(WRONG[exercise])


def _put_into(bank):
    def put(function):
        bank[function.__name__] = function
        return function

    return put
