"""What students were handed: the notebooks that a submission is compared with.

An installed package holds the student copies it was built with; `--release` names others: a folder,
the zip that students were given, or a ``release.toml`` with the points of one course.
Nothing that a student can edit says what is locked, how many points there are or which cells
were given: the release alone does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile
from pathlib import Path
from typing import NamedTuple

from ...exercises import CHAPTERS, EXERCISES
from ...exercises.syllabus import FILE_NAME
from ...questions import Question
from ..notices import UnreadableError
from .cells import Cell
from .handout.places import contents_of
from .notebook import read_cells, version_of

__all__ = [
    "SELF_TESTS",
    "Chapter",
    "Credit",
    "Release",
    "WrittenQuestion",
    "read_release",
    "with_credit",
]

_PACKAGED = Path(__file__).parents[2] / "student_copies"  # in a wheel
_CHECKOUT = Path(__file__).parents[3] / "notebooks"


SELF_TESTS = "questions"  # what stands in grades.csv for all predictions and self-tests


class WrittenQuestion(NamedTuple):
    """A question that is answered in prose; `stub` stands where the answer should."""

    grade_id: str
    points: float
    stub: str
    text: str = ""  # what is asked, in Markdown, without the heading above it
    model_answer: str = ""  # ours, with the marking points; "" without the solved notebook


class Credit(NamedTuple):
    """What a prediction or self-test earns, if it earns anything."""

    points: float
    for_right: bool  # and not only for being answered


class Chapter(NamedTuple):
    """One notebook as it was handed out; its name is the stem of its file."""

    name: str
    cells: tuple[Cell, ...]
    exercises: tuple[str, ...]
    questions: tuple[WrittenQuestion, ...]
    solutions: tuple[tuple[str, Cell], ...] = ()  # of exercises, as we have solved them
    model_answers: tuple[str, ...] = ()
    self_tests: tuple[tuple[str, Question | None], ...] = ()  # as we have solved them
    credit: Credit | None = None
    code_points: tuple[tuple[str, float], ...] = ()  # of the exercises
    version: str = ""  # of what was handed out

    @property
    def worth(self) -> dict[str, float]:
        """The points of each exercise."""
        given = dict(self.code_points)
        return {name: given.get(name, float(EXERCISES[name].points)) for name in self.exercises}

    @property
    def points(self) -> float:
        """The points that can be earned."""
        by_code = sum(self.worth.values())
        by_text = sum(question.points for question in self.questions)
        return by_code + by_text + self.self_test_points

    @property
    def self_test_points(self) -> float:
        """What all predictions and self-tests earn together."""
        return len(self.self_tests) * self.credit.points if self.credit else 0.0


class Release(NamedTuple):
    """All notebooks of a course as they were handed out."""

    chapters: tuple[Chapter, ...]
    demos: tuple[tuple[Cell, ...], ...] = ()  # notebooks without exercises

    @property
    def cells(self) -> Iterator[Cell]:
        """The cells of all notebooks."""
        for cells in (*(chapter.cells for chapter in self.chapters), *self.demos):
            yield from cells

    def worth(self, exercise: str) -> float:
        """The points of an exercise."""
        given = (each.worth[exercise] for each in self.chapters if exercise in each.exercises)
        return next(given, float(EXERCISES[exercise].points))


def read_release(place: Path | None = None) -> Release:
    """Read the notebooks that hold exercises, by default the course's own.

    Solved ones lie in ``solutions`` below them, or in that of the course; they are known again if
    somebody hands them in.

    Parameters
    ----------
    place : Path, optional
        A folder, the zip that `make release` wrote, or a ``release.toml``: the course's own
        notebooks, with its points. By default that of the checkout, or of a package handed out with
        one, if there is one.

    Raises
    ------
    ValueError
        If there are none, or one can't be read, or two hold the same exercise.
    """
    own = _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT
    if place is None and (own.parent / FILE_NAME).is_file():
        place = own.parent / FILE_NAME
    folder = place or own
    chapters, demos = [], []
    for path, content in sorted(contents_of(folder, own).items()):
        try:
            cells = read_cells(content)
            solved = _solved(folder, path.name)
            chapter = _chapter(path.stem, cells, solved, version_of(content))
        except (OSError, UnreadableError) as error:
            raise ValueError(f"{path} can't be read as a released notebook: {error}") from None
        if chapter.exercises:
            chapters.append(chapter)
        else:
            demos.append(cells)
    if not chapters:
        raise ValueError(f"no notebook with exercises is in {folder}: name another --release.")
    names = [name for chapter in chapters for name in chapter.exercises]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ValueError(f"two notebooks in {folder} hold the exercise {twice[0]}: keep one.")
    return Release(tuple(chapters), tuple(demos))


def with_credit(release: Release, credit: Credit | None) -> Release:
    """Give points for questions.

    Raises
    ------
    ValueError
        If right answers are to count, and it is not known which are.
    """
    if credit is None:
        return release
    unknown = [
        f"{chapter.name}: {key}"
        for chapter in release.chapters
        for key, definition in chapter.self_tests
        if definition is None
    ]
    if credit.for_right and unknown:
        raise ValueError(
            f"which answers are right is not known ({unknown[0]}): name a --release that has the "
            "solved notebooks in solutions/, or use --questions answered."
        )
    chapters = tuple(chapter._replace(credit=credit) for chapter in release.chapters)
    return release._replace(chapters=chapters)


def _solved(folder: Path, name: str) -> tuple[Cell, ...]:
    paths = [each / "solutions" / name for each in (folder, _CHECKOUT)]
    found = next((path for path in paths if path.is_file()), None)
    return read_cells(found.read_bytes()) if found else ()


def _chapter(
    stem: str, cells: tuple[Cell, ...], solved: tuple[Cell, ...], version: str = ""
) -> Chapter:
    marked = {cell.grade_id for cell in cells if cell.grade_id}
    answered = {cell.grade_id: str(cell.source).strip() for cell in solved if cell.grade_id}
    questions = tuple(
        WrittenQuestion(
            *(cell.grade_id, cell.points, cell.source),
            text=_asked(cells[:i]),
            model_answer=answered.get(cell.grade_id, ""),
        )
        for i, cell in enumerate(cells)
        if cell.kind == "markdown" and cell.grade_id and not cell.locked
    )
    own = [name for names in CHAPTERS.values() for name in names if name in marked]
    asked = {question.grade_id for question in questions}
    checks = {cell.grade_id: cell.points for cell in cells if cell.kind == "code"}
    given = {name: checks[f"check_{name}"] for name in own if checks.get(f"check_{name}")}
    return Chapter(
        stem,
        cells,
        tuple(own),
        questions,
        tuple((cell.grade_id, cell) for cell in solved if cell.grade_id in own),
        tuple(str(cell.source).strip() for cell in solved if cell.grade_id in asked),
        _self_tests(cells, solved),
        code_points=tuple((name, given[name]) for name in own if name in given),
        version=version,
    )


def _asked(before: Sequence[Cell]) -> str:
    """The text of the question that the last of some cells asks."""
    lines = before[-1].source.strip().splitlines() if before else []
    return "\n".join(dropwhile(lambda line: not line.strip() or line.startswith("#"), lines))


def _self_tests(
    cells: tuple[Cell, ...], solved: tuple[Cell, ...]
) -> tuple[tuple[str, Question | None], ...]:
    """The questions of a student copy, with the definitions that our solved one was run with."""
    known = {each.key: each.definition for cell in solved for each in cell.answers}
    return tuple((cell.question, known.get(cell.question)) for cell in cells if cell.question)
