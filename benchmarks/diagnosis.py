"""How well mistakes are told apart: right accepted, wrong rejected, mistake named.

    .venv/bin/python benchmarks/diagnosis.py                    200 draws of every exercise
    .venv/bin/python benchmarks/diagnosis.py --draws 20 e_step

The right implementations are those of the bank in tests/support/implementations. The wrong ones
come from two places: the known mistakes, which the diagnosis compares with, and the bank,
where the same mistakes (and others) were written independently, in other ways. The results
belong in docs/measurements.md.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from functools import partial
from multiprocessing import Pool
from pathlib import Path

import numpy as np

from gmm_helpers.exercises import EXERCISES, AnswerKey, Status, attempt, judge

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from support.implementations import NAMED, RIGHT, WRONG

N_TURNS = 20  # there are many pairs of mistakes: each is tried in some draws only
COLUMNS = ("right accepted", "known rejected", "known named", "bank rejected", "bank named")


def main() -> int:
    """Run the command line; exit with 1 if the table is not what it must be."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("exercises", nargs="*", default=list(EXERCISES))
    parser.add_argument("--draws", type=int, default=200)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    begun = time.perf_counter()
    print(f"| exercise | {' | '.join(COLUMNS)} |\n|---|{'---:|' * len(COLUMNS)}")
    total, misses = Counter(), Counter()
    with Pool(options.workers) as pool:
        for name in options.exercises:
            found = Counter()
            for counts, missed in pool.imap_unordered(
                partial(one_draw, name), range(options.draws)
            ):
                found.update(counts)
                misses.update(missed)
            print(row(name, found), flush=True)
            total.update(found)
    print(row("all", total))
    minutes = (time.perf_counter() - begun) / 60
    print(f"\n{options.draws} draws of the cases of each exercise, {minutes:.1f} minutes.")
    for (name, kind, what), times in sorted(misses.items()):
        print(f"{name}: {what}: {kind} in {times} of {options.draws} draws")
    return 0 if _as_it_must_be(total) else 1


def one_draw(name: str, seed: int) -> tuple[Counter, Counter]:
    """Try every implementation on the same cases: counts by column, and what went wrong."""
    exercise = EXERCISES[name]
    key = AnswerKey(exercise, exercise.cases(np.random.default_rng([seed, len(name)])))
    counts, missed = Counter(), Counter()

    def count(column, what, held):
        counts[column, "of"] += 1
        counts[column, "held"] += held
        if not held:
            missed[name, f"not {column}", what] += 1

    def verdict(function):
        return judge(key, [attempt(exercise, function, case) for case in key.cases])

    for style, function in RIGHT[name].items():
        count("right accepted", style, verdict(function).status == Status.CORRECT)
    for mistake in exercise.mistakes:
        # Its variants take turns.
        function = mistake.functions[seed % len(mistake.functions)]
        said = verdict(function)
        count("known rejected", mistake.name, said.status != Status.CORRECT)
        named = mistake.name in {diagnosis.name for diagnosis in said.diagnoses}
        count("known named", mistake.name, named)
    for style, function in WRONG[name].items():
        said = verdict(function)
        count("bank rejected", style, said.status != Status.CORRECT)
        if NAMED[name][style]:  # the others combine mistakes, or are of no known kind
            named = {d.name for d in said.diagnoses} & set(NAMED[name][style])
            count("bank named", style, bool(named))
    return counts, missed


def row(name: str, counts: Counter) -> str:
    """One line of the table."""
    cells = [f"{counts[c, 'held']} of {counts[c, 'of']}" for c in COLUMNS]
    return f"| `{name}` | {' | '.join(cells)} |"


def _as_it_must_be(counts: Counter) -> bool:
    """Nothing wrongly accepted or rejected, and at least nine in ten mistakes named."""
    exact = all(
        counts[column, "held"] == counts[column, "of"]
        for column in ("right accepted", "known rejected", "bank rejected")
    )
    named = [counts[c, "held"] >= 0.9 * counts[c, "of"] for c in ("known named", "bank named")]
    return exact and all(named)


if __name__ == "__main__":
    sys.exit(main())
