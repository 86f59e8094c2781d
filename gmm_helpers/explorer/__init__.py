"""The explorer: watch EM half-step by half-step, in a notebook or in a page on disk."""

from .widget import EMExplorer

__all__ = ["EMExplorer"]
