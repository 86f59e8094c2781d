"""Runs of EM in JavaScript and in Python, and how far they are apart."""

from typing import NamedTuple

import numpy as np

from gmm_helpers import STARTS, GMMParams
from gmm_helpers.em import steps
from gmm_helpers.explorer.runs import run_em
from gmm_helpers.explorer.table import params_of_row, params_table, row_length
from support.javascript import in_node

EXACT = 1e-9
EPS = np.finfo(float).eps


class Case(NamedTuple):
    """What is run."""

    name: str
    X: np.ndarray
    start: GMMParams
    reg_covar: float = 1e-6
    max_iter: int = 150


def cases_of(name, X, counts, starts=STARTS, seeds=(0, 1), ridges=(1e-6, 0.0), max_iter=150):
    """Cases of one data set: every K, start, seed and ridge."""
    return [
        Case(f"{name}, {start}, K={K}, seed {seed}, {ridge}", X, found, ridge, max_iter)
        for K in counts
        for start in starts
        for seed in seeds
        for found in [STARTS[start](X, K, seed)]
        for ridge in ridges
    ]


def in_javascript(cases):
    """The runs of `em/run.js`, as plain data."""
    tables = []  # each once
    for case in cases:
        if not any(case.X is table for table in tables):
            tables.append(case.X)
    asked = [
        {
            "data": next(i for i, table in enumerate(tables) if table is case.X),
            "row": params_table([case.start])[0],
            "K": case.start.n_components,
            "options": {"regCovar": case.reg_covar, "maxIter": case.max_iter},
        }
        for case in cases
    ]
    body = """
      const tables = value.tables.map(data);
      return value.asked.map((a) => run.wholeRun(tables[a.data], floats(a.row), a.K, a.options));
    """
    return in_node(body, {"tables": tables, "asked": asked}, "em/run")


def in_python(case):
    *_, run = run_em(case.X, case.start, case.reg_covar, max_iter=case.max_iter)
    return run


def by_helpers(case):
    """The same run by the helpers' own formulas, rather than by the core of `fit`."""
    *_, run = run_em(
        case.X,
        case.start,
        case.reg_covar,
        max_iter=case.max_iter,
        e_step=lambda *args: steps.e_step(*args),
        m_step=lambda *args: steps.m_step(*args),
    )
    return run


def nudged(case):
    """The same case with a start that is off by the last digit."""
    weights, means, covariances = case.start
    start = GMMParams(weights, means * (1 + 2 * EPS), covariances * (1 - 2 * EPS))
    return case._replace(start=start)


def params_of(js):
    rows = np.array(js["params"]).reshape(-1, row_length(js["K"], js["D"]))
    return [params_of_row(row, js["K"], js["D"]) for row in rows]


def distances(ours, theirs):
    """How far two runs are apart, for each iteration that both have.

    Weights relative to themselves, means to themselves or the standard deviation (what is larger),
    covariances to the standard deviations.
    """
    return np.array([distance(p, q) for p, q in zip(ours, theirs, strict=False)])


def distance(p, q):
    deviations = np.sqrt(np.einsum("kii->ki", q.covariances))
    scales = deviations[:, :, None] * deviations[:, None, :]
    apart = [
        np.abs(p.weights - q.weights) / np.maximum(q.weights, 1e-300),
        np.abs(p.means - q.means) / np.maximum(np.abs(q.means), deviations),
        np.abs(p.covariances - q.covariances) / np.maximum(scales, 1e-300),
    ]
    return max(values.max() for values in apart)


def ending(run):
    return (run.ended.value, run.last, list(run.rises), run.message)


def js_ending(js):
    return (js["ended"], js["last"], js["rises"], js["message"])
