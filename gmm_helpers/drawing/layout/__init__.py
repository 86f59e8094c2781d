"""Where the panels of a figure stand, so that no word around them is cut off.

Matplotlib's constrained layout measures every artist of a figure four times, which takes longer
than to draw it. Here margins are fixed, and what needs more than they have is measured once.
"""

from .margins import Margins

__all__ = ["Margins"]
