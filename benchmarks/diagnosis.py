"""How well mistakes are told apart: right accepted, wrong rejected, and named rightly.

    .venv/bin/python benchmarks/diagnosis.py                    200 draws of every exercise
    .venv/bin/python benchmarks/diagnosis.py --draws 20 e_step
    .venv/bin/python benchmarks/diagnosis.py --verdicts         right or wrong only: much faster

Wrong answers come from three places: the known mistakes, which the diagnosis compares with
("rows"); tests/support/implementations, where the same mistakes (and others) were written
independently ("bank"); and tests/support/held_out, written before it was known what is said of
them ("held out"). Each has the names that are true of it. A false name is one that is said and
not among them; descriptions that name no mistake ("wrong values") are not counted as names. The
results belong in docs/measurements.md.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from functools import partial
from multiprocessing import Pool
from pathlib import Path

import numpy as np

from gmm_helpers.exercises import (
    EXERCISES,
    AnswerKey,
    Outcome,
    Status,
    attempt,
    attempt_next,
    judge,
)
from gmm_helpers.exercises.cases.integers import INTEGERS
from gmm_helpers.exercises.symptoms.source import source_of

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from support.held_out import HELD_OUT
from support.implementations import NAMED, RIGHT, WRONG

COLUMNS = (
    *("right accepted", "wrong rejected", "rows named", "bank named", "held out named"),
    *("false names", "characters"),
)
MAX_CHARACTERS = 350
# Descriptions of a result: true of it, whatever the mistake was.
VAGUE = {
    *("wrong values", "wrong shape", "an exception", "incompatible shapes", "wrong terms"),
    *("not the sum of its terms", "wrong log-densities", "rows do not sum to one"),
    *("identity I1 fails", "identity I2 fails", "spread distributed wrongly", "nearly right"),
    *("samples distributed wrongly", "samples do not fit the mixture", "fails for integers"),
    *("weights do not sum to one", "negative weights", "returned parameters wrong"),
    *("history does not belong to the parameters", "wrong after the first iteration"),
    *("first iteration wrong", "different stopping rule", "parameters of another iteration"),
    *("history does not start with the NLL of the start", "history is not finite"),
    *("history is not a list of numbers", "wrong weights, means and covariances"),
    *("wrong weights", "wrong means", "wrong covariances", "wrong kind of result"),
    *("wrong means and covariances", "wrong weights and covariances", "wrong weights and means"),
    *(
        "all NaN",
        "partly NaN",
        "infinite",
        "not finite",
        "arguments modified",
        "wrong in some cases only",
    ),
}


def main() -> int:
    """Run the command line; exit with 1 if the table is not what it must be."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("exercises", nargs="*", default=list(EXERCISES))
    parser.add_argument("--draws", type=int, default=200)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--verdicts", action="store_true", help="name no mistakes")
    options = parser.parse_args()
    draw = one_draw_of_verdicts if options.verdicts else one_draw
    begun = time.perf_counter()
    print(f"| exercise | {' | '.join(COLUMNS)} |\n|---|{'---:|' * len(COLUMNS)}")
    total, misses = Counter(), Counter()
    with Pool(options.workers) as pool:
        for name in options.exercises or EXERCISES:
            found = Counter()
            for counts, missed in pool.imap_unordered(partial(draw, name), range(options.draws)):
                found = _added(found, counts)
                misses.update(missed)
            print(row(f"`{name}`", found), flush=True)
            total = _added(total, found)
    print(row("all", total))
    minutes = (time.perf_counter() - begun) / 60
    print(f"\n{options.draws} draws of the cases of each exercise, {minutes:.1f} minutes.")
    for (name, what, kind), times in sorted(misses.items()):
        print(f"{name}: {what}: {kind} in {times} of {options.draws} draws")
    return 0 if _as_it_must_be(total) else 1


def one_draw_of_verdicts(name: str, seed: int) -> tuple[Counter, Counter]:
    """Count as `one_draw` does, but try a function only until it fails."""
    exercise, counts, missed = EXERCISES[name], Counter(), Counter()
    key = AnswerKey(exercise, exercise.cases(np.random.default_rng([seed, len(name)])))
    counting = [i for i, case in enumerate(key.cases) if case.topic != INTEGERS]

    def fails(function) -> bool:
        outcomes = ((i, attempt(exercise, function, key.cases[i])) for i in counting)
        return any(
            bool(outcome.changed) or bool(key.problem(i, outcome)) for i, outcome in outcomes
        )

    tried = [("right accepted", style, f, False) for style, f in RIGHT[name].items()]
    tried += [("wrong rejected", style, f, True) for _, style, f, *_ in _wrong_answers(name, seed)]
    for column, style, function, expected in tried:
        held = fails(function) == expected
        counts[column, "of"] += 1
        counts[column, "held"] += held
        if not held:
            missed[name, style, f"not {column}"] += 1
    return counts, missed


def _wrong_answers(name: str, seed: int) -> Iterator[tuple]:
    """Column, name, function, true names and source of each; variants of a row take turns."""
    for mistake in EXERCISES[name].mistakes:
        function = mistake.functions[seed % len(mistake.functions)]
        yield "rows named", mistake.name, function, {mistake.name}, None
    for style, function in WRONG[name].items():
        yield "bank named", style, function, set(NAMED[name][style]), None
    for style, (function, names) in HELD_OUT[name].items():
        yield "held out named", style, function, set(names), source_of(function)


def one_draw(name: str, seed: int) -> tuple[Counter, Counter]:
    """Try every implementation on the same cases: counts by column, and what went wrong."""
    exercise = EXERCISES[name]
    key = AnswerKey(exercise, exercise.cases(np.random.default_rng([seed, len(name)])))
    counts, missed = Counter(), Counter()

    def count(column, what, held, why):
        counts[column, "of"] += 1
        counts[column, "held"] += held
        if not held:
            missed[name, what, f"not {column}{why}"] += 1

    def verdict(function, source=None):
        outcomes: list[Outcome] = []
        for _ in key.cases:
            outcomes.append(attempt_next(exercise, function, key.cases, outcomes))
        return judge(key, outcomes, source)

    for style, function in RIGHT[name].items():
        count("right accepted", style, verdict(function).status == Status.CORRECT, "")
    for column, style, function, true, source in _wrong_answers(name, seed):
        verdict_on = verdict(function, source)
        count("wrong rejected", style, verdict_on.status != Status.CORRECT, "")
        said = [diagnosis.name for diagnosis in verdict_on.diagnoses]
        for each in verdict_on.diagnoses:
            length = len(each.message)
            counts["characters", "of"] += 1
            counts["characters", "held"] += length
            counts["characters", "most"] = max(counts["characters", "most"], length)
            if length > MAX_CHARACTERS:
                missed[name, style, f"{length} characters ({each.name})"] += 1
        if true:  # the others combine mistakes, or are of no known kind
            count(column, style, bool({*said} & true), f" ({', '.join(said)})")
            if column != "rows named":  # two rows may come to the same
                false = {*said} - true - VAGUE
                counts["false names", "of"] += 1
                counts["false names", "held"] += bool(false)
                for each in false:
                    missed[name, style, f"false name ({each})"] += 1
    return counts, missed


def _added(one: Counter, other: Counter) -> Counter:
    most = max(one["characters", "most"], other["characters", "most"])
    added = one + other
    added["characters", "most"] = most
    return added


def row(name: str, counts: Counter) -> str:
    """One line of the table."""
    cells = [f"{counts[c, 'held']} of {counts[c, 'of']}" for c in COLUMNS[:-1]]
    mean = counts["characters", "held"] / max(counts["characters", "of"], 1)
    most = counts["characters", "most"]
    return f"| {name} | {' | '.join(cells)} | {mean:.0f}, at most {most} |"


def _as_it_must_be(counts: Counter) -> bool:
    """Nothing wrongly accepted or rejected, 95 % named, and at most 1 % falsely."""
    exact = all(
        counts[column, "held"] == counts[column, "of"]
        for column in ("right accepted", "wrong rejected")
    )
    named = all(counts[c, "held"] >= 0.95 * counts[c, "of"] for c in COLUMNS[2:5])
    false = counts["false names", "held"] <= 0.01 * counts["false names", "of"]
    return exact and named and false and counts["characters", "most"] <= MAX_CHARACTERS


if __name__ == "__main__":
    sys.exit(main())
