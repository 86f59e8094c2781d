"""What an instructor should know of a submission, besides the points."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from ..parsing.candidates import Candidate
from ..parsing.programs import own_sources, renamed
from ..parsing.release import Chapter
from .edits import edits_of
from .internals import machinery_in, stars_in
from .misconduct import calls_of, fingerprint, helper_uses
from .side_files import left_beside, needed_beside, writes_files
from .undefined import hidden_in, similar_to

__all__ = [
    "calls",
    "edits",
    "files_beside",
    "fingerprints",
    "helpers",
    "machinery",
    "missed",
    "older",
    "undefined",
]

# The notebook that is graded, by exercise, by chapter.
Chosen = Mapping[Chapter, Mapping[str, Candidate]]


def older(candidates: Sequence[Candidate], used: set[str]) -> list[str]:
    """Notebooks that hold exercises for which another one was graded."""
    return [
        f"{c.path} holds {', '.join(c.held)} as well, but is older or less clearly marked: "
        "another notebook was graded for them."
        for c in candidates
        if c.held and c.path not in used
    ]


def edits(chosen: Chosen) -> list[str]:
    """What was done to the cells that were handed out."""
    notes = []
    for chapter, found in chosen.items():
        for candidate in {c.path: c for c in found.values()}.values():
            notes += [f"{candidate.path}: {note}" for note in edits_of(candidate.cells, chapter)]
            code = [cell for cell in candidate.cells if cell.kind == "code"]
            others = renamed(code, [name for name in found if found[name] is candidate])
            notes += [
                f"{candidate.path}: {other[:60]} was taken for {name}."
                for name, other in others.items()
            ]
    return notes


def files_beside(candidates: Sequence[Candidate], paths: Sequence[str]) -> list[str]:
    """Files that are not read, and those that cells write."""
    notes = left_beside(paths)
    for candidate in candidates:
        if written := writes_files(candidate.cells):
            notes.append(f"{candidate.path}: a cell writes {', '.join(written)} (%%writefile).")
    return notes


def missed(candidates: Sequence[Candidate], paths: Sequence[str]) -> list[dict[str, str]]:
    """Notebooks whose cells need a file that is not there when they are graded."""
    found = []
    for candidate in candidates:
        beside = needed_beside(candidate.cells, paths)
        written = needed_beside(candidate.cells, writes_files(candidate.cells))
        why = [f"its cells need {', '.join(beside[:5])}, and only notebooks are read"] * bool(
            beside
        )
        why += [f"its cells need {', '.join(written)}, which a cell writes"] * bool(written)
        if why:
            found.append({"what": f"{candidate.path}: other files", "why": f"{'; '.join(why)}."})
    return found


def undefined(chosen: Chosen, names: Collection[str]) -> dict[str, str]:
    """What there is in place of functions that no cell defines, by exercise."""
    found = {}
    for chapter, own in _own_of_chapters(chosen):
        for name in (name for name in chapter.exercises if name in names):
            if near := similar_to(name, own):
                found[name] = f"there is {near}, but the exercise asks for {name}"
            elif hidden_in(name, own):
                found[name] = "its name stands in a text of the code"
    return found


def calls(chosen: Chosen) -> dict[str, tuple[str, ...]]:
    """Exercises whose functions, the student's own, an exercise's code calls, by exercise."""
    others = [name for found in chosen.values() for name in found]
    return {name: calls_of(own, name, others) for name, own in _own(chosen)}


def helpers(chosen: Chosen) -> dict[str, list[str]]:
    """Uses of the helper that is asked for, by exercise; of all helpers, by chapter."""
    uses = {name: list(helper_uses(own, name)) for name, own in _own(chosen)}
    for chapter, own in _own_of_chapters(chosen):
        uses[chapter.name] = list(stars_in(own))
    return {name: found for name, found in uses.items() if found}


def machinery(chosen: Chosen) -> list[dict[str, str]]:
    """Notebooks whose code reaches for what runs or judges it: somebody should look."""
    found = []
    for chapter, own in _own_of_chapters(chosen):
        if uses := machinery_in(own):
            what = f"{chapter.name}: code that reaches for what runs or judges it"
            found.append({"what": what, "why": f"{'; '.join(uses)}."})
    return found


def fingerprints(chosen: Chosen) -> dict[str, str]:
    """Marks by which the same code is recognised, by exercise."""
    marks = {name: fingerprint(own, name) for name, own in _own(chosen)}
    return {name: mark for name, mark in marks.items() if mark}


def _own_of_chapters(chosen: Chosen) -> Iterator[tuple[Chapter, list[str]]]:
    for chapter, found in chosen.items():
        read = {candidate.path: candidate for candidate in found.values()}.values()
        yield chapter, [text for each in read for text in own_sources(each.cells, chapter)]


def _own(chosen: Chosen) -> Iterator[tuple[str, list[str]]]:
    """Each exercise with the student's own cells of its notebook, which are read once."""
    for chapter, found in chosen.items():
        read = {candidate.path: candidate for candidate in found.values()}
        own = {path: own_sources(candidate.cells, chapter) for path, candidate in read.items()}
        yield from ((name, own[candidate.path]) for name, candidate in found.items())
