"""A bar for long runs of EM."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["progress_bar"]


@contextmanager
def progress_bar(wanted: bool, max_iter: int) -> Iterator[Callable[[float], None]]:
    """Show a bar, if it is wanted.

    Parameters
    ----------
    wanted : bool
    max_iter : int
        Iterations of a full bar.

    Yields
    ------
    callable
        To be called with the negative log-likelihood after each iteration.

    Examples
    --------
    >>> with progress_bar(False, max_iter=100) as show:
    ...     show(2295.07)
    """
    if not wanted:
        yield lambda value: None
        return
    from tqdm.auto import tqdm  # takes a while to import, and only long runs need it

    with tqdm(total=max_iter, desc="EM", unit="iteration") as bar:

        def show(value: float) -> None:
            bar.set_postfix_str(f"NLL {value:.6g}", refresh=False)
            bar.update()

        yield show
        bar.total = bar.n  # it ended earlier than it might have
