"""Errors that end a run; each message is one line for whoever started it."""

__all__ = ["BadArgumentError", "BrokenWorkerError", "UnwritableError"]


class BadArgumentError(ValueError):
    """An argument that can't be followed."""


class BrokenWorkerError(RuntimeError):
    """Nothing can be graded here."""


class UnwritableError(RuntimeError):
    """The output folder can't be written; the message has no full stop."""
