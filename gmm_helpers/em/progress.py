"""A progress bar for long runs of EM."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["ProgressBar", "progress_bar"]


class ProgressBar:
    """A bar that shows nothing; `progress_bar` makes one that does."""

    def show(self, value: float) -> None:
        """Count an iteration; `value` is its negative log-likelihood."""

    def count(self, n_done: int) -> None:
        """Move the bar to this many steps."""

    def finish(self) -> None:
        """Fill the bar: the run has ended, perhaps before `max_iter`."""


@contextmanager
def progress_bar(
    shown: bool, max_iter: int, *, title: str = "EM", unit: str = "iteration"
) -> Iterator[ProgressBar]:
    """Show a bar that is full after `max_iter` steps, or nothing."""
    if not shown:
        yield ProgressBar()
        return
    from tqdm.auto import tqdm  # takes a while to import, and only long runs need it

    with tqdm(total=max_iter, desc=title, unit=unit) as bar:
        yield _TqdmBar(bar)


class _TqdmBar(ProgressBar):
    def __init__(self, bar):
        self._bar = bar

    def show(self, value: float) -> None:
        self._bar.set_postfix_str(f"NLL {value:.6g}", refresh=False)
        self._bar.update()

    def count(self, n_done: int) -> None:
        self._bar.update(n_done - self._bar.n)

    def finish(self) -> None:
        done, begun = self._bar.n, self._bar.start_t
        self._bar.reset(total=done)  # in a notebook the bar is a widget, which this updates
        self._bar.start_t = begun
        self._bar.update(done)
