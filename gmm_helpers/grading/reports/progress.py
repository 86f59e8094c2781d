"""How far the grading is: a bar on a terminal, a line now and then in a file."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tqdm import tqdm

__all__ = ["PlainLines", "progress_of"]

SECONDS = 30.0  # between two lines


@contextmanager
def progress_of(total: int) -> Iterator[Callable[[], object]]:
    """Tell how many of all submissions are done; what it gives is called after each."""
    if not sys.stderr.isatty():
        yield PlainLines(total).update
        return
    width = min(shutil.get_terminal_size().columns, 100)  # not 0 where a terminal does not say
    with tqdm(total=total, unit=" submissions", smoothing=0.1, ncols=width) as bar:
        yield bar.update


class PlainLines:
    """Lines for a file: one when something is done, but not more often than in `SECONDS`."""

    def __init__(self, total: int, clock: Callable[[], float] = time.monotonic):
        self.total, self.done = total, 0
        self._clock = clock
        self._begun = self._told = clock()

    def update(self) -> None:
        """Count one more."""
        self.done += 1
        now = self._clock()
        if now - self._told < SECONDS or self.done == self.total:
            return
        self._told = now
        line = f"gmm-grade: {self.done} of {self.total} submissions after {now - self._begun:.0f} s"
        print(line, file=sys.stderr, flush=True)
