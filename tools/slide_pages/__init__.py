"""Lectures as hand-outs: the marked cells of a chapter, as slides that need no Python."""
