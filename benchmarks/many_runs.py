"""Many runs of EM at once, and narrow components, beside the same without them, in one run.

    .venv/bin/python benchmarks/many_runs.py            both tables, about a minute
    .venv/bin/python benchmarks/many_runs.py --quick    small sizes only, to check that it runs

Times are CPU time, so that other programs matter less. What is compared takes turns; a time is the
smallest, a ratio the median of the ratios of neighbours. The tables belong in docs/measurements.md.
"""

from __future__ import annotations

import argparse
import sys
import time
import warnings
from collections.abc import Callable

import numpy as np
from peers.problems import make_narrow_problem

import gmm_helpers as gmm


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="small sizes only")
    quick = parser.parse_args().quick
    warnings.simplefilter("ignore")
    print(
        "| runs | one by one, s | at once, s | times as fast | iterations differ | NLL differs by |"
    )
    print("|---:|---:|---:|---:|---:|---:|")
    for n_runs in [10] if quick else [1, 10, 200]:
        many_runs(n_runs, 2 if quick else 9)
    print("\n| N, D, K | narrow | none, ms | with them, ms | times as long |")
    print("|---|---:|---:|---:|---:|")
    for size in [(2000, 4, 8)] if quick else [(20_000, 16, 64), (20_000, 32, 32)]:
        for n_narrow in (1, size[2] // 8, size[2]):
            narrow_components(size, n_narrow, 2 if quick else 5)
    return 0


def many_runs(n_runs: int, n_rounds: int) -> None:
    """Print a row: the original data from this many starts, as in chapter 4."""
    X = gmm.course_original().X
    starts = [gmm.identity_start(X, 3, seed) for seed in range(n_runs)]
    one, many = in_turn(
        [lambda: [gmm.fit(X, start) for start in starts], lambda: gmm.fit_many(X, starts)],
        n_rounds,
    )
    pairs = list(zip([gmm.fit(X, start) for start in starts], gmm.fit_many(X, starts), strict=True))
    longer = sum(a.n_iter != b.n_iter for a, b in pairs)
    nll = [(a.negative_log_likelihood[-1], b.negative_log_likelihood[-1]) for a, b in pairs]
    apart = max(abs(a - b) / abs(a) for a, b in nll)
    print(
        f"| {n_runs} | {min(one):.3g} | {min(many):.3g} | {np.median(one / many):.1f} x "
        f"| {longer} | {apart:.0e} |",
        flush=True,
    )


def narrow_components(size: tuple[int, int, int], n_narrow: int, n_rounds: int) -> None:
    """Print a row: iterations in which some components are narrow."""
    n_iter = 4
    problems = [make_narrow_problem(*size, n) for n in (0, n_narrow)]
    none, some = in_turn(
        [
            lambda X=X, start=start: gmm.fit(
                X, start, tol=0, max_iter=n_iter, reg_covar=0, n_threads=1
            )
            for X, start in problems
        ],
        n_rounds,
    )
    per_iteration = 1e3 / (n_iter + 1)  # the start has an E-step, too
    print(
        f"| {size[0]:,}, {size[1]}, {size[2]} | {n_narrow} | {per_iteration * min(none):.1f} "
        f"| {per_iteration * min(some):.1f} | {np.median(some / none):.2f} x |",
        flush=True,
    )


def in_turn(calls: list[Callable[[], object]], n_rounds: int) -> np.ndarray:
    """CPU times of calls that take turns: one row per call."""
    return np.array([[cpu_seconds(call) for call in calls] for _ in range(n_rounds)]).T


def cpu_seconds(call: Callable[[], object]) -> float:
    """CPU time of a call."""
    begun = time.process_time()
    call()
    return time.process_time() - begun


if __name__ == "__main__":
    sys.exit(main())
