"""From what was handed in to notebooks, and from these to the programs that are run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..intake.submission import Submission
from ..jail import Program
from ..judging.quoting.student_source import OwnSource
from ..notes.side_files import in_place_of_notebooks
from .candidates import Candidate, held_by
from .cells import MOST_CODE, UnreadableError, code_in, read_cells
from .programs import program_of
from .release import Chapter, Release
from .syntax import names_of

__all__ = ["programs_for", "read", "sources_by_exercise"]


def read(
    submission: Submission, release: Release, also: Release
) -> tuple[list[Candidate], list[dict]]:
    """Read what was handed in.

    Parameters
    ----------
    submission : Submission
    release : Release
        What is graded.
    also : Release
        What else was handed out: a notebook of that is not strange.

    Returns
    -------
    candidates : list of Candidate
        The notebooks that could be read.
    files : list of dict
        Path, status, what it holds and what is wrong with it, of everything.
    """
    candidates, files, left = [], [], MOST_CODE
    for path, modified, content, problem in submission.files:
        status, held = "unreadable", {}
        if not problem:
            try:
                cells = read_cells(content, left)
                left -= code_in(cells)
                held = held_by(cells, release)
                known = held or held_by(cells, also)
                status, problem = "read", "" if known else "It holds none of the exercises."
                candidates.append(Candidate(path, modified, cells, held))
            except UnreadableError as error:
                problem = str(error)
        files.append({"path": path, "status": status, "holds": list(held), "problem": problem})
    return candidates, files or in_place_of_notebooks(submission.beside)


def sources_by_exercise(programs: Sequence[Program]) -> dict[str, OwnSource]:
    """What ran before each exercise was called: that may be quoted."""
    sources = [(program, OwnSource(program.cells)) for program in programs]
    return {name: source for program, source in sources for name in program.exercises}


def programs_for(chapter: Chapter, found: Mapping[str, Candidate]) -> list[Program]:
    """One for each notebook; what no cell that runs may define is not asked for."""
    programs = []
    for candidate in {c.path: c for c in found.values()}.values():
        names = [name for name, other in found.items() if other.path == candidate.path]
        program = program_of(candidate.cells, chapter, names)
        bound = {name for source in program.cells for name in names_of(source).binds}
        asked = tuple(name for name in names if name in bound)
        programs.append(program._replace(exercises=asked, name=candidate.path))
    return programs
