"""Run a sampler several times, so that its randomness can be judged from the raw draws."""

from __future__ import annotations

import pickle
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import numpy as np

from ...definition import Case
from ..returned_values import Unusable, as_plain

__all__ = [
    *("FEW", "LARGE", "N_REPEATS", "REPEATED_SIZE", "Draws", "as_asked", "draw_all"),
    *("draw_often", "fewer", "is_usable"),
]

FEW = 30  # samples of a draw that is only compared with other draws
# From this many samples on, counts of the components are also compared over many draws.
LARGE = 2_500
N_REPEATS, REPEATED_SIZE = 10, 151
SLOW = 3e-5  # seconds of computing per sample, from which on fewer are drawn


class Draws(NamedTuple):
    """What a sampler returned: each draw is ``(X, labels)``, or `Unusable`.

    All but the large draw, which has as many samples as the case asks for, or `fewer`, are small.
    """

    large: Any
    pair: tuple  # from generators in the same state, under different global states
    elsewhere: Any  # from a generator with another seed
    later: Any  # from the generator that made the large draw
    repeats: tuple  # more of those, if the case asks for many samples; otherwise none
    asked: Any = np.zeros(())  # how many samples the large draw was asked for

    @property
    def drawn(self) -> tuple:
        """All draws, without what they were asked for."""
        return self[:-1]


def draw_all(function: Callable, arguments: tuple) -> Any:
    """Draw as `draw_often` does, but all samples, however long that takes."""
    return draw_often(function, arguments, slow=np.inf)


def draw_often(function: Callable, arguments: tuple, slow: float = SLOW) -> Any:
    """Call a sampler on a case's arguments and on copies of them.

    Only the large draw is made from the arguments themselves, ``(weights, means, covariances,
    n_samples, rng)``: a function that changes them must not spoil the other draws. A slow function
    is asked for fewer samples, if one takes it more than `slow` seconds of computing. The result is
    `Draws`, or `Unusable` if the function does not return two results.
    """
    *mixture, n_samples, rng = arguments
    untouched = [np.copy(values) for values in mixture]
    start = pickle.dumps(rng)  # with its seed sequence; quicker than copying it every time
    elsewhere = np.random.default_rng(pickle.loads(start).integers(2**62))
    few = min(n_samples, FEW)

    def draw(size, rng):
        return as_plain(function(*map(np.copy, untouched), size, rng), n_results=2)

    with _restore_global_states():
        begun = time.process_time()
        first = _draw_with_seed(1, draw, few, pickle.loads(start))
        between = time.process_time()
        pair = first, _draw_with_seed(2, draw, few, pickle.loads(start))
        # The quicker of two: a first call may have to import something.
        seconds = min(between - begun, time.process_time() - between)
        size = fewer(n_samples) if few == FEW and seconds > slow * few else n_samples
        large = as_plain(function(*mixture, size, rng), n_results=2)
        if isinstance(large, Unusable):
            return large
        n_repeats = N_REPEATS if n_samples >= LARGE else 0
        return Draws(
            large,
            pair,
            draw(few, elsewhere),
            draw(few, rng),
            tuple(draw(REPEATED_SIZE, rng) for _ in range(n_repeats)),
            np.array(size, dtype=float),
        )


def fewer(n_samples: int) -> int:
    """How many samples a slow function is asked for; no multiple of a number of components.

    Examples
    --------
    >>> fewer(5003), fewer(1202), fewer(301)
    (2503, 401, 301)
    """
    return min(n_samples, 2_503 if n_samples >= LARGE else 401)


def as_asked(case: Case, draws: Any) -> Case:
    """The case that a function was tried on: with fewer samples if it is slow."""
    *mixture, n_samples, rng = case.arguments
    few = fewer(n_samples)
    if isinstance(draws, Unusable) or few == n_samples or not np.array_equal(draws[-1], few):
        return case
    return case._replace(arguments=(*mixture, few, rng))


def is_usable(draw: Any) -> bool:
    """Whether a draw consists of two arrays."""
    return not isinstance(draw, Unusable) and not any(isinstance(v, Unusable) for v in draw)


def _draw_with_seed(seed: int, draw: Callable, *arguments) -> Any:
    np.random.seed(seed)
    random.seed(seed)
    return draw(*arguments)


@contextmanager
def _restore_global_states() -> Iterator[None]:
    states = np.random.get_state(), random.getstate()
    try:
        yield
    finally:
        np.random.set_state(states[0])
        random.setstate(states[1])
