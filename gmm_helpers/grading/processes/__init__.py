"""A class graded by several processes of this machine, each with warm workers of its own."""

from .pool import grade_all

__all__ = ["grade_all"]
