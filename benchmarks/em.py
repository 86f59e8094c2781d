"""How fast and how exact EM is, next to its peers, in one run on one machine.

    make .venv-peers/.installed                   once: an environment with all peers from PyPI
    .venv-peers/bin/python benchmarks/em.py       both tables and the picture, some 20 minutes
    .venv-peers/bin/python benchmarks/em.py --quick         small sizes only, to check that it runs
    .venv-peers/bin/python benchmarks/em.py --sizes 600,2,3 20000,16,64

Programs (see peers/) that are missing are named and left out. Armadillo and the limit need g++,
and the former its headers (libarmadillo-dev). Every program has a process of its own for each
number of threads, which sees no more processors than that, and they fit in turns, so that noise on
the machine affects all alike: the same data, the same start, the same number of iterations, double
precision, no tolerance. One thread is measured in CPU time, two by the clock. A time is the median
over whole fits, divided by the number of iterations; a ratio is the median of the ratios within a
turn. A program that has used up its budget at a size takes no further turn there.

The tables belong in docs/measurements.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import numpy as np
from peers import PROGRAMS
from peers.picture import draw
from peers.problems import make_problem
from peers.turns import Result, Worker

PICTURE = Path(__file__).with_name("em.png")
# Samples, features, components -> how many turns, and of how many iterations.
SIZES = {
    (600, 2, 3): (25, 100),
    (100_000, 2, 8): (15, 50),
    (1_000_000, 2, 8): (9, 20),
    (200_000, 16, 16): (5, 10),
    (100_000, 64, 16): (3, 10),
    (20_000, 16, 64): (7, 10),
    (20_000, 32, 32): (5, 10),
    (20_000, 128, 8): (3, 10),
    (10_000, 256, 4): (3, 10),
}
GROWTH = [10**3, 10**4, 10**5, 10**6, 10**7]
QUICK_SIZES = {(600, 2, 3): (3, 20), (20_000, 2, 8): (3, 5)}
QUICK_GROWTH = [10**3, 10**4]
PEERS_UP_TO = 10**6  # above this, scikit-learn's tables exceed the memory of small machines
PACKAGES = ("numpy", "scikit-learn", "scikit-learn-intelex", "jax", "numba")
OURS, LIMIT, PEER = "ours", "C++ limit", "scikit-learn"


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="small sizes only, no picture")
    parser.add_argument("--sizes", nargs="+", metavar="N,D,K", help="these sizes only, no picture")
    parser.add_argument("--programs", nargs="+", choices=PROGRAMS, default=list(PROGRAMS))
    parser.add_argument("--budget", type=float, default=15, help="seconds per program and size")
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    options = parser.parse_args()
    sizes, growth = (QUICK_SIZES, QUICK_GROWTH) if options.quick else (SIZES, GROWTH)
    if options.sizes:
        chosen = [tuple(map(int, size.split(","))) for size in options.sizes]
        sizes, growth = {size: SIZES.get(size, (5, 5)) for size in chosen}, []
    programs = list(dict.fromkeys([OURS, *options.programs]))
    print(f"{where()}\n")
    print_row(
        ["N, D, K", "threads", "ours, ms", "with 2"]
        + [f"{program}, ms" for program in programs[1:]]
        + ["times the limit", "parameters differ by", "MB, ours", "MB, scikit-learn"]
    )
    print_row(["---"] + ["---:"] * (len(programs) + 6))
    ratios: dict[tuple, dict[str, float]] = {}
    alone: dict[tuple, float] = {}  # our seconds by the clock with one thread
    missing: dict[str, None] = {}
    for n_threads in options.threads:
        workers = [Worker(program, n_threads) for program in programs]
        for size, (n_rounds, n_iter) in sizes.items():
            results, memory, reasons = measure(workers, size, n_rounds, n_iter, options.budget)
            missing |= dict.fromkeys(reasons)
            row = Comparison(results, n_threads, n_iter)
            ratios[(*size, n_threads)] = row.ratios
            clock = float(np.median([result.seconds for result in results[OURS]]))
            gain = f"{alone[size] / clock:.2f} x" if size in alone else ""
            alone |= {size: clock} if n_threads == 1 else {}
            print_row(
                [f"{size[0]:,}, {size[1]}, {size[2]}", str(n_threads), row.ours, gain]
                + [row.cells.get(program, "-") for program in programs[1:]]
                + [f"{1 / row.ratios[LIMIT]:.2f} x" if LIMIT in row.ratios else "-"]
                + [f"{row.difference:.0e}", *(memory.get(name, "-") for name in (OURS, PEER))]
            )
        for worker in workers:
            worker.close()
    for reason in missing:
        print(f"\nLeft out: {reason}")
    rows = grow(growth)
    if not (options.quick or options.sizes):
        draw(PICTURE, ratios, rows)
        print(f"\nPicture: {PICTURE.name}")
    return 0


def where() -> str:
    """What was measured, and on what."""
    versions = []
    for package in PACKAGES:
        try:
            versions.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            versions.append(f"no {package}")
    return (
        f"{date.today().isoformat()}, {platform.machine()}, {os.cpu_count()} cores, a load of "
        f"{os.getloadavg()[0]:.1f}, Python {platform.python_version()}, {', '.join(versions)}"
    )


def print_row(cells) -> None:
    """Print a row of a Markdown table."""
    print(f"| {' | '.join(cells)} |", flush=True)


def measure(workers: list[Worker], size, n_rounds: int, n_iter: int, budget: float):
    """Results of all programs on one problem, in turn; memory in MB; and what is missing, why."""
    able, memory, missing = [], {}, []
    for worker in workers:
        if worker.prepare(make_problem, *size) and worker.fit(1, 0):
            able.append(worker)
        else:
            missing.append(f"{worker.program} at {size[0]:,}, {size[1]}, {size[2]}: {worker.why}.")
    results: dict[str, list[Result]] = {worker.program: [] for worker in able}
    for turn in range(n_rounds):
        for worker in able:
            own = results[worker.program]
            if sum(result.cpu_seconds for result in own) < budget:
                result = worker.fit(n_iter, turn)
                if result:
                    own.append(result)
    for worker in able:
        if worker.program in (OURS, PEER):
            memory[worker.program] = f"{worker.memory() or np.nan:.1f}"
    return {name: own for name, own in results.items() if own}, memory, missing


class Comparison:
    """A row of the table: medians, and ratios within turns.

    Attributes
    ----------
    ours : str
        Milliseconds per iteration.
    cells : dict of str
        The same for the other programs, and how many times ours.
    ratios : dict of float
        Times of the other programs, relative to ours.
    difference : float
        Largest difference of parameters from ours among all programs, relative to the largest
        parameter of its kind.
    """

    def __init__(self, results: dict[str, list[Result]], n_threads: int, n_iter: int):
        times = {
            name: np.array([r.cpu_seconds if n_threads == 1 else r.seconds for r in own])
            for name, own in results.items()
        }
        medians = {name: 1e3 * float(np.median(own)) / n_iter for name, own in times.items()}
        self.ours = f"{medians.pop(OURS):.3g}"
        self.ratios = {
            name: float(np.median([a / b for a, b in zip(times[name], times[OURS], strict=False)]))
            for name in medians
        }
        self.cells = {
            name: f"{median:.3g} ({self.ratios[name]:.2g} x)" for name, median in medians.items()
        }
        found = results[OURS][0].params
        self.difference = max(
            float(np.abs(a - b).max() / np.abs(b).max())
            for own in results.values()
            for a, b in zip(own[0].params, found, strict=True)
        )


def grow(growth: list[int]) -> list[tuple[int, float, float]]:
    """Print and return our time and scikit-learn's for each number of samples."""
    if not growth:
        return []
    n_threads, rows = os.cpu_count() or 1, []
    ours, peer = Worker(OURS, n_threads), Worker(PEER, n_threads)
    print()
    print_row(["N (D = 2, K = 8)", "ours, ms per iteration", "ns per sample", "scikit-learn, ms"])
    print_row(["---:"] * 4)
    for n_samples in growth:
        times = []
        for worker, up_to, n_iter in ((ours, growth[-1], 10), (peer, PEERS_UP_TO, 5)):
            milliseconds = np.nan
            if n_samples <= up_to and worker.prepare(make_problem, n_samples, 2, 8):
                fits = [worker.fit(n_iter, turn) for turn in range(5 if worker is ours else 1)]
                milliseconds = 1e3 * float(np.median([fit.seconds for fit in fits])) / n_iter
            times.append(milliseconds)
        cells = (
            f"{n_samples:,}",
            f"{times[0]:.3g}",
            f"{1e6 * times[0] / n_samples:.0f}",
            f"{times[1]:.3g}",
        )
        print_row(["-" if cell == "nan" else cell for cell in cells])
        rows.append((n_samples, *times))
    for worker in (ours, peer):
        worker.close()
    return rows


if __name__ == "__main__":
    sys.exit(main())
