"""What is chosen in an explorer: everything a run depends on, but for the functions."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["MAX_COMPONENTS", "OWN_POINTS", "OWN_START", "Configuration"]

OWN_START = "own start"
OWN_POINTS = "own points"
MAX_COMPONENTS = 8


class Configuration(NamedTuple):
    """What is chosen.

    Parameters
    ----------
    data : str
    n_components, seed : int
    start : str
        A key of `STARTS`, or `OWN_START`.
    reg_covar : float
    own_start : tuple of float
        A row of `params_table`; only for `OWN_START`.
    own_points : tuple of tuple of float
        Only for the data `OWN_POINTS`.
    """

    data: str = "original"
    n_components: int = 3
    seed: int = 0
    start: str = "identity"
    reg_covar: float = 1e-6
    own_start: tuple[float, ...] = ()
    own_points: tuple[tuple[float, ...], ...] = ()

    @classmethod
    def of(cls, request: dict) -> Configuration:
        """Read what the browser sent; what a run does not depend on is left out.

        Examples
        --------
        >>> Configuration.of({"data": "ring", "start": "k-means++", "own_start": [1.0]}).own_start
        ()
        """
        asked = cls(**{name: request[name] for name in cls._fields if name in request})
        return asked._replace(
            own_start=tuple(asked.own_start) if asked.start == OWN_START else (),
            own_points=tuple(map(tuple, asked.own_points)) if asked.data == OWN_POINTS else (),
        )

    def as_json(self) -> dict:
        """Return the values by name, with lists where there are tuples: JSON knows no others."""
        return {k: list(v) if isinstance(v, tuple) else v for k, v in self._asdict().items()}
