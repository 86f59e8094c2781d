"""``progress()``: how far a reader is in this chapter and in the one before."""

from .report import ProgressReport, ProgressRow, progress

__all__ = ["ProgressReport", "ProgressRow", "progress"]
