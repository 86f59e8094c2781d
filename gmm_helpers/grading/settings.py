"""What a grade depends on, besides the submission."""

from __future__ import annotations

from dataclasses import dataclass, field

from .jail import Limits
from .parsing.release import Release

__all__ = ["PUBLIC_SEED", "Settings"]

PUBLIC_SEED = 1


@dataclass(frozen=True)
class Settings:
    """What a grade depends on, besides the submission."""

    seed: int  # of the hidden cases, which give the points
    release: Release  # what is graded
    limits: Limits = field(default_factory=Limits)
    isolation: str = "auto"  # as for `Runner`
    also: Release = field(default_factory=lambda: Release(()))  # all that students were handed
    helper_counts: bool = False  # whether a call of the helper that solves an exercise earns points
    public_seed: int = PUBLIC_SEED  # of the cases that feedback shows

    @property
    def exercises(self) -> tuple[str, ...]:
        """Names of all exercises there are."""
        return tuple(name for chapter in self.release.chapters for name in chapter.exercises)
