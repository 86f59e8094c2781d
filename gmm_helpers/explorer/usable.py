"""What was asked for, made usable: a bad value is told in one line, and another one is shown."""

from __future__ import annotations

from typing import NamedTuple

from ..em.starts import STARTS
from ..model.validation import as_count, as_number, as_params
from .configuration import MAX_COMPONENTS, OWN_START, Configuration
from .data import NAMES, Shown, shown_array
from .own_runs import OwnRuns
from .table import params_table

__all__ = ["Usable", "make_usable"]

YOUR_DATA = "your data"


class Usable(NamedTuple):
    """What can be shown.

    Parameters
    ----------
    configuration : Configuration
    arrays : dict of str to Shown
        Data of one's own, by name.
    problems : list of str
        A sentence for each value that could not be used, with what is shown instead.
    """

    configuration: Configuration
    arrays: dict[str, Shown]
    problems: list[str]


def make_usable(data, n_components, seed, start, reg_covar) -> Usable:
    """Make the best of what was asked for.

    Parameters
    ----------
    data, n_components, seed, start, reg_covar
        As for `EMExplorer`.

    Returns
    -------
    Usable

    Examples
    --------
    >>> make_usable("ring", 2.5, 0, "identity", 0.0).problems
    ['n_components is 2.5, expected an int of at least 1. Shown instead: 3.']
    """
    found = Usable(Configuration(), {}, [])
    found = _with_data(found, data)
    found = _with_start(found, start)
    checks = {
        "n_components": lambda: as_count(n_components, "n_components"),
        "seed": lambda: as_count(seed, "seed", minimum=0),
        "reg_covar": lambda: as_number(reg_covar, "reg_covar"),
    }
    if found.configuration.start == OWN_START:
        del checks["n_components"]  # the start has its own
    for name, check in checks.items():
        try:
            found = _chosen(found, **{name: check()})
        except ValueError as error:
            _instead(found, error, str(getattr(found.configuration, name)))
    return _with_enough_samples(found)


def _with_data(found: Usable, data) -> Usable:
    if isinstance(data, str):
        if data in NAMES:
            return _chosen(found, data=data)
        choices = f"choose one of {', '.join(NAMES)}, or pass an array"
        _instead(found, f"No data set is called {data!r}: {choices}", "the data original")
        return found
    try:
        found.arrays[YOUR_DATA] = shown_array(data)
    except ValueError as error:
        _instead(found, error, "the data original")
        return found
    return _chosen(found, data=YOUR_DATA)


def _with_start(found: Usable, start) -> Usable:
    if isinstance(start, str):
        if start in STARTS:
            return _chosen(found, start=start)
        choices = f"choose one of {', '.join(STARTS)}, or pass (weights, means, covariances)"
        _instead(found, f"No start is called {start!r}: {choices}", "the start identity")
        return found
    if not isinstance(start, tuple | list) or len(start) != 3:
        kind = type(start).__name__
        problem = (
            f"start is not usable: expected a name or (weights, means, covariances), got {kind}"
        )
        _instead(found, problem, "the start identity")
        return found
    n_features = OwnRuns(found.arrays).data(found.configuration).X.shape[1]
    try:
        weights, means, covariances = start
        params = as_params(weights, means, covariances)
        if params.n_features != n_features:
            raise ValueError(
                f"its means have {params.n_features} features, the data have {n_features}"
            )
    except (TypeError, ValueError) as error:
        _instead(found, f"start is not usable: {error}", "the start identity")
        return found
    row = tuple(params_table((params,))[0].tolist())
    return _chosen(found, start=OWN_START, own_start=row, n_components=params.n_components)


def _with_enough_samples(found: Usable) -> Usable:
    asked = found.configuration.n_components
    n_samples = len(OwnRuns(found.arrays).data(found.configuration).X)
    maximum = min(n_samples, MAX_COMPONENTS)
    if asked <= maximum:
        return found
    samples = "the only sample" if n_samples == 1 else f"the {n_samples} samples"
    which = samples if maximum == n_samples else "the explorer shows"
    _instead(found, f"n_components={asked} is more than {which}.", f"K = {maximum}")
    return _chosen(found, n_components=maximum)


def _chosen(found: Usable, **values) -> Usable:
    return found._replace(configuration=found.configuration._replace(**values))


def _instead(found: Usable, problem, shown: str) -> None:
    sentence = str(problem).rstrip(".")
    found.problems.append(f"{sentence}. Shown instead: {shown}.")
