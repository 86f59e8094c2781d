"""How fast and how exact EM is, next to its peers, in one run on one machine.

    .venv/bin/python benchmarks/em.py                 both tables and the picture, about 8 minutes
    .venv/bin/python benchmarks/em.py --quick         small sizes only, to check that it runs

Each program fits each size in turn, several times over, so that noise on the machine affects all
of them alike. A time is the median over whole fits, divided by the number of iterations; a ratio is
the median of the ratios of neighbouring fits. All programs begin at the same start, make the same
number of iterations and have no tolerance. The tables belong in docs/measurements.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
import tracemalloc
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import sklearn
from peers import Problem, course_loop, floor, make_problem, ours, scikit_learn
from threadpoolctl import threadpool_limits

PICTURE = Path(__file__).with_name("em.png")
N_ITER = 20  # after which parameters are compared
# Samples, features, components -> how often each is measured, and with how many iterations.
SIZES = {
    (600, 2, 3): (25, 20),
    (100_000, 2, 8): (7, 20),
    (1_000_000, 2, 8): (5, 10),
    (200_000, 16, 16): (3, 5),
    (100_000, 64, 16): (3, 5),
}
GROWTH = [10**3, 10**4, 10**5, 10**6, 10**7]
QUICK_SIZES = {(600, 2, 3): (3, 20), (20_000, 2, 8): (3, 5)}
QUICK_GROWTH = [10**3, 10**4]
PEERS_UP_TO = 10**6  # above this, scikit-learn's tables exceed the memory of small machines
HEADINGS = (
    "N, D, K",
    "threads",
    "ours",
    "times as fast as with 1",
    "scikit-learn",
    "times as fast as it",
    "course loop",
    "times as fast as it",
    "lower bound",
    "times the lower bound",
    "parameters differ by",
    "NLL differs by",
    "memory, ours",
    "memory, scikit-learn",
)


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="small sizes only, no picture")
    options = parser.parse_args()
    sizes, growth = (QUICK_SIZES, QUICK_GROWTH) if options.quick else (SIZES, GROWTH)
    print(where())
    print("\nTimes in ms per iteration, 5 to 20 iterations per fit; memory in MB beyond X;")
    print(f"differences after {N_ITER} iterations.\n")
    print_row(HEADINGS)
    print_row(["---"] + ["---:"] * (len(HEADINGS) - 1))
    ratios = {}
    for size, (n_rounds, n_iter) in sizes.items():
        problem = make_problem(*size)
        measured = {n: measure(problem, n, n_rounds, n_iter) for n in (1, 2)}
        gain = np.median(measured[1], axis=0)[0] / np.median(measured[2], axis=0)[0]
        peer = scikit_learn(problem, N_ITER)
        for n_threads, times in measured.items():
            cells = cells_of(problem, n_threads, times, peer)
            ratios[(*size, n_threads)] = float(np.median([theirs / us for us, theirs, *_ in times]))
            cells.insert(1, f"{gain:.2f} x" if n_threads == 2 else "")
            print_row([f"{size[0]:,}, {size[1]}, {size[2]}", str(n_threads), *cells])
    print()
    print_row(["N (D = 2, K = 8)", "ours, ms per iteration", "ns per sample", "scikit-learn, ms"])
    print_row(["---:"] * 4)
    rows = [grow(n_samples) for n_samples in growth]
    if not options.quick:
        draw(ratios, rows)
        print(f"\nPicture: {PICTURE.name}")
    return 0


def where() -> str:
    """What was measured, and on what."""
    return (
        f"{date.today().isoformat()}, {platform.machine()}, {os.cpu_count()} cores, Python "
        f"{platform.python_version()}, NumPy {np.__version__}, scikit-learn {sklearn.__version__}"
    )


def print_row(cells) -> None:
    """Print a row of a Markdown table."""
    print(f"| {' | '.join(cells)} |", flush=True)


def measure(problem: Problem, n_threads: int, n_rounds: int, n_iter: int) -> list[tuple]:
    """Times of all programs on one problem, in turn, several times over."""
    with threadpool_limits(n_threads):
        return [one_round(problem, n_threads, n_iter) for _ in range(n_rounds)]


def cells_of(problem: Problem, n_threads: int, times: list[tuple], peer) -> list[str]:
    """The cells of a row: medians, ratios, differences, memory."""
    fused, theirs, loop, least = np.median(times, axis=0)
    over_peer, over_loop, of_floor = np.median(
        [(peer / fused, loop / fused, fused / least) for fused, peer, loop, least in times], axis=0
    )
    return [
        f"{fused:.3g}",
        f"{theirs:.3g}",
        f"{over_peer:.1f} x",
        f"{loop:.3g}",
        f"{over_loop:.1f} x",
        f"{least:.3g}",
        f"{of_floor:.2f} x" if n_threads == 1 else "",  # the lower bound is for one core
        *differences(problem, n_threads, peer),
        f"{peak_memory(lambda: ours(problem, 3, n_threads)):.1f}",
        f"{peak_memory(lambda: scikit_learn(problem, 1)):.1f}",
    ]


def one_round(problem: Problem, n_threads: int, n_iter: int) -> tuple[float, ...]:
    """Milliseconds per iteration: ours, scikit-learn's, the course's loop, the lower bound."""
    slow = problem.X.size * problem.start.n_components > 10**6
    return (
        milliseconds(lambda n: ours(problem, n, n_threads), n_iter),
        milliseconds(lambda n: scikit_learn(problem, n), n_iter),
        milliseconds(lambda n: course_loop(problem, n), 1 if slow else n_iter),
        milliseconds(lambda n: floor(problem, n), n_iter),
    )


def milliseconds(run: Callable[[int], object], n_iter: int) -> float:
    """Time of a run, divided by the number of its iterations."""
    begun = time.perf_counter()
    run(n_iter)
    return 1e3 * (time.perf_counter() - begun) / n_iter


def differences(problem: Problem, n_threads: int, peer) -> tuple[str, str]:
    """Largest difference from scikit-learn, relative to the largest value of its kind."""
    params, nll = ours(problem, N_ITER, n_threads)
    pairs = zip(params, (peer.weights_, peer.means_, peer.covariances_), strict=True)
    largest = max(np.abs(a - b).max() / np.abs(b).max() for a, b in pairs)
    total = -peer.score(problem.X) * len(problem.X)
    return f"{largest:.0e}", f"{abs(nll - total) / abs(total):.0e}"


def peak_memory(run: Callable[[], object]) -> float:
    """Largest amount of memory, in MB, in use beyond what was in use before."""
    tracemalloc.start()
    try:
        run()
        return tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()


def grow(n_samples: int) -> tuple[int, float, float]:
    """Print and return our time and scikit-learn's for this number of samples."""
    problem = make_problem(n_samples, 2, 8)
    n_threads, n_iter = os.cpu_count() or 1, 5 if n_samples > PEERS_UP_TO else N_ITER
    fused = np.median(
        [milliseconds(lambda n: ours(problem, n, n_threads), n_iter) for _ in range(3)]
    )
    peer = np.nan
    if n_samples <= PEERS_UP_TO:
        peer = milliseconds(lambda n: scikit_learn(problem, n), 5)
    cells = f"{n_samples:,}", f"{fused:.3g}", f"{1e6 * fused / n_samples:.0f}", f"{peer:.3g}"
    print_row(["-" if cell == "nan" else cell for cell in cells])
    return n_samples, float(fused), float(peer)


def draw(ratios: dict[tuple, float], rows: list[tuple[int, float, float]]) -> None:
    """Save both tables as a picture: how many times as fast, and time against N."""
    from matplotlib.figure import Figure

    from gmm_helpers.drawing.palette import COLORS, GREY

    figure = Figure(figsize=(11, 4), layout="constrained")
    left, right = figure.subplots(1, 2)
    sizes = list(dict.fromkeys(key[:3] for key in ratios))
    for n_threads, shift in ((1, -0.2), (2, 0.2)):
        heights = [ratios[(*size, n_threads)] for size in sizes]
        places = np.arange(len(sizes)) + shift
        bars = left.barh(places, heights, 0.4, color=COLORS[n_threads - 1], label=str(n_threads))
        left.bar_label(bars, [f" {height:.1f}" for height in heights])
    left.set_yticks(range(len(sizes)), [f"{n:,}, {d}, {k}" for n, d, k in sizes])
    left.invert_yaxis()
    left.margins(x=0.12)
    left.set(xlabel="times as fast as scikit-learn", ylabel="N, D, K")
    left.legend(title="threads")
    n_samples, fused, peer = (np.array(values) for values in zip(*rows, strict=True))
    right.loglog(n_samples, fused, "o-", color=COLORS[0], label="gmm_helpers.fit")
    right.loglog(n_samples, peer, "s--", color=COLORS[1], label="scikit-learn")
    right.loglog(n_samples, fused[-1] * n_samples / n_samples[-1], ":", color=GREY, label="linear")
    right.set(xlabel="samples, N (D = 2, K = 8)", ylabel="milliseconds per iteration")
    right.legend()
    figure.savefig(PICTURE, dpi=110, metadata={"Software": None})


if __name__ == "__main__":
    sys.exit(main())
