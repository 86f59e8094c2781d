"""Make a class of submissions: right, wrong and partly done ones, and some that do harm.

    .venv/bin/python benchmarks/class_of.py FOLDER                  100 students, 10 of them hostile
    .venv/bin/python benchmarks/class_of.py FOLDER --students 200 --hostile 0.05 --seed 3

Everybody starts from the student copies of all notebooks. The right and wrong functions are the
source of those in the banks in tests/support/implementations. How much a student has done, and
how much of it is right, differs from one student to the next. The name of a hostile student's
folder says what was done, so that you can see what became of it.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from support.handed_in import ANSWER, OURS, as_bytes, bank, cell_of, student_copy

from gmm_helpers.exercises import EXERCISES
from gmm_helpers.grading.parsing.release import Chapter, read_release

SOLVED = Path(__file__).resolve().parents[1] / "notebooks" / "solutions"
LOOP = "def e_step(*arguments):\n    while True:\n        pass"
# The content of the cell of e_step, in a submission that is otherwise right.
HARM = {
    "endless loop": LOOP,
    "loop that cannot be interrupted": "import signal\n"
    "signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))\n" + LOOP,
    "memory": "import numpy as np\ndef e_step(*arguments):\n    return np.ones((60_000, 60_000))",
    "exit of the process": "import os\ndef e_step(*arguments):\n    os._exit(0)",
    "exit in a cell": "import os\nos._exit(0)",
    "kill": "import os\ndef e_step(*arguments):\n    os.kill(os.getpid(), 9)",
    "fork bomb": "import os\ndef e_step(*arguments):\n    while True:\n        os.fork()",
    "much output": "print('x' * 50_000_000)\ndef e_step(*arguments):\n    print('y' * 10**7)",
    "patched comparisons": "import numpy as np\n"
    "np.allclose = np.array_equal = np.isclose = lambda *a, **k: True\n"
    "def e_step(*arguments):\n    return 0.0",
    "forged reports": "import os\nfor fd in range(64):\n    try:\n"
    "        os.write(fd, b'{\"score\": 5}' * 99)\n    except OSError:\n        pass\n"
    "def e_step(*arguments):\n    return 0.0",
}
FILES = {
    "half a file": lambda notebook: as_bytes(notebook)[:2000],
    "no notebook": lambda notebook: b"[1, 2, 3]",
    "bytes": lambda notebook: bytes(range(256)) * 40,
    "nothing": lambda notebook: None,
}


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--students", type=int, default=100)
    parser.add_argument("--hostile", type=float, default=0.1, help="share of the class")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--chapters", type=int, help="only the first so many; default: all")
    options = parser.parse_args()
    write(options.folder, options.students, options.hostile, options.seed, options.chapters)
    print(f"{options.students} submissions in {options.folder}")
    return 0


def write(
    folder: Path,
    n_students: int,
    hostile: float = 0.1,
    seed: int = 0,
    n_chapters: int | None = None,
) -> None:
    """Write a class into a new folder, one folder per student.

    Parameters
    ----------
    folder : Path
    n_students : int
    hostile : float, default=0.1
        Share of the class that does harm.
    seed : int, default=0
    n_chapters : int, optional
        Only the notebooks of the first so many chapters are handed in.
    """
    handed_in = [chapter.name for chapter in read_release().chapters[:n_chapters]]
    for student, notebooks in class_of(n_students, hostile, seed):
        own = folder / student
        own.mkdir(parents=True)
        for name in [name for name in notebooks if name in handed_in]:
            (own / f"{name}.ipynb").write_bytes(notebooks[name])


def write_solved(folder: Path, n_students: int) -> None:
    """Write a class in which everybody hands in the solved notebooks.

    Parameters
    ----------
    folder : Path
    n_students : int
    """
    solved = [SOLVED / f"{chapter.name}.ipynb" for chapter in read_release().chapters]
    for i in range(n_students):
        own = folder / f"s{i + 1:03}"
        own.mkdir(parents=True)
        for path in solved:
            (own / path.name).write_bytes(path.read_bytes())


def class_of(
    n_students: int, hostile: float = 0.1, seed: int = 0
) -> Iterator[tuple[str, dict[str, bytes]]]:
    """Name and notebooks of every student; the hostile ones are evenly spaced.

    Parameters
    ----------
    n_students : int
    hostile : float, default=0.1
    seed : int, default=0

    Yields
    ------
    tuple of (str, dict)
    """
    rng = np.random.default_rng(seed)
    harm = [*HARM, *FILES]
    n_done = 0
    for i in range(n_students):
        if int((i + 1) * hostile) == n_done:
            yield f"s{i + 1:03}", honest(rng)
        else:
            kind = harm[n_done % len(harm)]
            n_done += 1
            yield f"s{i + 1:03} {kind}", spoilt(rng, kind)


def honest(rng: np.random.Generator, ability: float | None = None) -> dict[str, bytes]:
    """The notebooks of a student who tried; an abler one does more, and more of it is right."""
    ability = rng.beta(4, 1.5) if ability is None else ability
    last = rng.binomial(len(EXERCISES), min(1.0, ability + 0.2))  # the others are left as they are
    begun = list(EXERCISES)[: max(last, 1)]
    notebooks = {}
    for chapter in read_release().chapters:
        if set(begun) & set(chapter.exercises):
            notebooks[chapter.name] = _filled(chapter, begun, lambda name: _try(rng, name, ability))
    return {name: as_bytes(notebook) for name, notebook in notebooks.items()}


def spoilt(rng: np.random.Generator, kind: str) -> dict[str, bytes]:
    """A submission that is right except for one thing, which does harm."""
    chapters = read_release().chapters
    done = {c.name: _filled(c, EXERCISES, lambda name: _one(rng, "right", name)) for c in chapters}
    if kind in HARM:
        cell_of(done["02_e_step"], "e_step")["source"] = HARM[kind]
        return {name: as_bytes(notebook) for name, notebook in done.items()}
    made = {name: FILES[kind](notebook) for name, notebook in done.items()}
    return {name: content for name, content in made.items() if content is not None}


def _filled(chapter: Chapter, begun, source: Callable[[str], str | None]) -> dict:
    """A student copy with functions and answers written into it."""
    notebook = student_copy(chapter.name)
    for name in chapter.exercises:
        if name in begun and (text := source(name)):
            cell_of(notebook, name)["source"] = text
    for question in chapter.questions:
        cell_of(notebook, question.grade_id)["source"] = ANSWER
    return notebook


def _try(rng: np.random.Generator, name: str, ability: float) -> str | None:
    if rng.random() < 0.04:
        return None  # left out
    return _one(rng, "right" if rng.random() < ability else "wrong", name)


def _one(rng: np.random.Generator, kind: str, name: str) -> str:
    """A function from the bank; some mistakes are far more common than others."""
    sources = _bank(kind, name)
    at = rng.integers(len(sources)) if kind == "right" else rng.geometric(0.15) % len(sources)
    return sources[at]


@cache
def _bank(kind: str, name: str) -> list[str]:
    """Sources from the bank, shuffled: the first ones there are not the most common."""
    ours = re.compile(rf"^import ({'|'.join(OURS)})", re.MULTILINE)  # no student has these
    sources = [source for source in bank(kind, name).values() if not ours.search(source)]
    return [sources[i] for i in np.random.default_rng(len(sources)).permutation(len(sources))]


if __name__ == "__main__":
    sys.exit(main())
