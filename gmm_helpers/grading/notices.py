"""What people are told about files, cells and submissions: kinds with fields, and their sentences.

Every decision looks at the kind; the sentence is made of it when a table or a page is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any, NamedTuple

__all__ = ["Notice", "NoticeKind", "UnreadableError", "join"]

MAX_NAMED = 5  # names in one sentence
_ONE_STUDENT = "Everything is in one folder. {folder} was treated as one student:"


class NoticeKind(Enum):
    """All there is to tell; calling a member with its fields makes a `Notice`.

    A value is the sentence; where it stands in a list for review, also what it is about.
    """

    # Why a file could not be read.
    LINK = "it is a link, which is not followed."
    SPECIAL_FILE = "it is not a regular file."
    UNREADABLE = "it could not be read ({error})."
    NOT_UNPACKED = "it could not be unpacked ({error})."
    PASSWORD = "it is locked with a password."
    DEEP_FOLDER = "this folder was not searched: it lies below {limit} other folders."
    CLOSED_FOLDER = "this folder was not searched: it could not be opened ({error})."
    TOO_LARGE = "it is larger than the {limit} MB that are read."
    NO_ROOM_LEFT = "it is larger than what is left of the {limit} MB that are read per student."
    NESTED_ARCHIVE = "it is an archive within an archive, which is not read."
    OTHER_ARCHIVE = "archives of this kind are not read: hand in the notebooks, or a zip of them."
    CROWDED_ARCHIVE = "it holds more than {limit} files, and archives that large are not read."
    BROKEN_ARCHIVE = "it can't be read as a zip ({error})."
    NOT_IPYNB = "it is not a notebook: hand in the .ipynb file itself."
    PLACEHOLDER = "it only stands for a file on a server: download that file and hand it in."
    WEB_PAGE = "it is a web page, not the notebook: download the notebook itself and hand it in."
    EMPTY = "the file is empty."
    NOT_TEXT = "it is not a text file (UTF-8)."
    NESTED_JSON = "its JSON is nested too deeply to be read."
    INVALID_JSON = "it is not valid JSON: {error}."
    NOT_AN_OBJECT = "it is JSON, but not a notebook: it holds {found}."
    NO_CELLS = "it is JSON, but not a notebook: it has no list of cells."
    TOO_MANY_CELLS = "it has {count} cells; at most {limit} are read."
    TOO_MUCH_CODE = "its code exceeds what is left of the {limit} MB that are read per student."
    SOLVED_NOTEBOOK = "it is the course's own solved notebook, and not a student's work."
    MOSTLY_SOLVED = (
        "it is mostly the course's published solution, with cells that were added to it: please "
        "ask the student."
    )
    NO_EXERCISES = "it holds none of the exercises."

    # How the class was found.
    OUTSIDE_PATH = "{path!r} in {archive} points outside of it and was left out."
    LINK_LEFT = "{path} is a link and was not followed."
    NOBODYS_NOTEBOOKS = "Not in any student's folder, and not graded: {files}."
    BESIDE_FOLDER = "Read with the folders of the same names beside them: {files}."
    LOOSE_ARCHIVES = "Read as submissions of students with these names: {files}."
    CLASS_FOLDER = "Everything is in {folder}: its contents were treated as {count} students."
    NAMED_LIKE_WORK = f"{_ONE_STUDENT} its subfolders are named like notebooks."
    SINGLE_SUBFOLDER = f"{_ONE_STUDENT} it has one subfolder with notebooks."
    DIFFERENT_WORK = f"{_ONE_STUDENT} its subfolders hold different notebooks."
    NOT_LISTED = "Not on the list of the class: {students}."
    UNDECIDED = "Several people on the list of the class may be meant by: {students}."
    SAME_PERSON = "Read as the work of one person on the list of the class: {students}."
    HANDED_OVER = (
        "Some notebooks need Python {needed}, so everybody was graded by Python {running} instead "
        "of Python {usual}."
    )

    # What is unusual about a submission.
    ATTEMPTS = "There were {count} attempts, of which the newest counts: {times}."
    OTHER_VERSION = "Another version than the one handed out, graded all the same: {notebooks}."
    COLAB = "Edited in Colab, and cells that need it were left out: {notebooks}."
    MANY_NOTEBOOKS = "There are {count} notebooks; the first {limit} by name were read."
    NO_NOTEBOOK_INSIDE = "{path} holds no notebook."
    UNREAD_FILES = "Other files were submitted and ignored: {files}."
    FILES_WRITTEN = "{notebook}: a cell writes {files} (%%writefile)."
    OTHER_NOTEBOOK = "{graded} was graded for {exercises}, and not {notebook}, which is older."
    EARLIER_COPY = (
        "{graded} was graded for {exercises}, and not {notebook}, which is not older, but comes "
        "first by name."
    )
    UNWRITTEN_BESIDE = (
        "{graded} was graded for {exercises}, and not {notebook}, where that is not finished."
    )
    LOST_BESIDE = "{graded} was graded for {exercises}: {notebook} has no function that can be run."
    CHECKPOINT_BESIDE = (
        "{graded} was graded for {exercises}, and not {notebook}, which is a copy that JupyterLab "
        "made."
    )
    SOLVED_NOTEBOOK_BESIDE = (
        "{graded} was graded for {exercises}, and not {notebook}, which is the course's own "
        "solution."
    )
    MARKS_GONE = (
        "{notebook}: nbgrader's metadata is missing; exercises were identified by function name."
    )
    CELL_REMOVED = "{notebook}: the cell {cell} or its metadata was removed."
    CELL_REPEATED = "{notebook}: the cell {cell} appears {count} times."
    LOCKED_CELL_EDITED = "{notebook}: the locked cell {cell} was edited."
    POINTS_CHANGED = "{notebook}: points of the cell {cell} were changed; the released ones count."
    CELL_RETYPED = "{notebook}: the cell {cell} has the type {found}, not {released}."
    CELL_RETYPED_AND_RUN = (
        "{notebook}: the cell {cell} has the type {found}, not {released}, and was run as code."
    )
    CELLS_REORDERED = "{notebook}: nbgrader's cells are in a different order."
    UNKNOWN_MARKS = "{notebook}: cells with names that the released notebook lacks: {cells}."
    OTHER_NAME = "{notebook}: {name} was graded as {exercise}."
    COUNTED_EARLIER = (
        "{notebook}: {exercise} counts as it was before code cell {cell} changed {names}; "
        "after the last cell it would earn {end_score} instead of {score} points."
    )
    CHANGED_LATER = (
        "{notebook}: {exercise} counts as its check saw it; a later cell changed something that "
        "it uses, and after the last cell it would earn {end_score} instead of {score} points."
    )
    CARRIED = "{notebook}: {exercise} counts with our {replaced}: {score} points, not {own_score}."
    RUN = "{text}"
    WORKER_STOPPED = (
        "The worker stopped while this submission ran ({error}): grade it again, or by hand."
    )

    # What needs review, and what it is about.
    NEEDS_UNREAD_FILES = (
        "its cells need {files}, and only notebooks are read.",
        "{notebook}: other files",
    )
    NEEDS_WRITTEN_FILES = (
        "its cells need {files}, which a cell writes.",
        "{notebook}: other files",
    )
    EQUALLY_NEW = (
        "it was graded, and not {other}, which is as new: please choose.",
        "{notebook}: {exercises}",
    )
    OUR_FUNCTIONS = (
        "the same, line by line, as the course's own solutions: {exercises}.",
        "{notebook}: solutions of the course",
    )
    REACHES_INSIDE = ("it uses {uses}.", "{notebook}: code that accesses the grader's internals")
    OTHER_SPELLING = (
        "there is {name}, but the exercise asks for {exercise}.",
        "{exercise}: not defined",
    )
    NAME_IN_TEXT = (
        "its name appears in the code, but no definition was found.",
        "{exercise}: not defined",
    )
    METHOD = (
        "it is a method of the class {name}; the exercise asks for a function outside of any "
        "class.",
        "{exercise}: defined in a class",
    )
    INNER_FUNCTION = (
        "it is defined inside of the function {name}, where no other cell can call it.",
        "{exercise}: defined in another function",
    )
    NEWER_PYTHON = (
        "Python {needed} is needed for the syntax of {where}: {cells}. This grader runs Python "
        "{running}, so a result that is wrong may be due to that. To grade the class with a newer "
        "Python, name it with --python.",
        "{notebook}: newer Python",
    )
    NEWER_LIBRARY = (
        "{names}: new in {library} {needed}. This grader runs {library} {running}, so grade what "
        "uses it by hand, or with a newer one.",
        "{notebook}: newer {library}",
    )
    NOTHING_DEFINED = "nothing was submitted for it."

    # Why a submission could not be graded.
    PROCESS_DIED = "It could not be graded: the process that graded it died, twice."
    JAIL_FAILED = "It could not be graded: student code could not be run, twice ({error})."
    GRADER_FAILED = "It could not be graded: the grader itself failed ({error})."
    NO_WORKER = "It could not be graded: no worker could do it ({error})."

    sentence: str
    subject: str

    def __new__(cls, sentence: str, subject: str = ""):
        member = object.__new__(cls)
        member._value_ = len(cls.__members__)  # so that two may have the same words
        member.sentence, member.subject = sentence, subject
        return member

    def __call__(self, **fields: Any) -> Notice:
        return Notice(self, fields)

    @property
    def code(self) -> str:
        """What stands in JSON."""
        return self.name.lower()


class Notice(NamedTuple):
    """One thing to tell; its fields are plain JSON.

    Examples
    --------
    >>> notice = NoticeKind.UNREAD_FILES(files=["a.py", "b.csv"])
    >>> str(notice)
    'Other files were submitted and ignored: a.py, b.csv.'
    >>> Notice.of_json(notice.as_json()) == notice
    True
    """

    kind: NoticeKind
    fields: Mapping[str, Any]

    def __str__(self) -> str:
        return self._fill(self.kind.sentence)

    @property
    def subject(self) -> str:
        """What it is about, in a list for review."""
        return self._fill(self.kind.subject)

    def _fill(self, template: str) -> str:
        fields = {k: join(v) if isinstance(v, (list, tuple)) else v for k, v in self.fields.items()}
        return template.format(**fields)

    def as_json(self) -> dict[str, Any]:
        """What a job returns of it."""
        return {"kind": self.kind.code, **self.fields}

    @classmethod
    def of_json(cls, json: Mapping[str, Any]) -> Notice:
        """Back from what `as_json` gave."""
        fields = {name: value for name, value in json.items() if name != "kind"}
        return cls(NoticeKind[json["kind"].upper()], fields)


class UnreadableError(ValueError):
    """A file can't be read; `problem` is the `Notice` that says why."""

    def __init__(self, problem: Notice):
        super().__init__(str(problem))
        self.problem = problem


def join(names: Iterable[str], limit: int = MAX_NAMED) -> str:
    """The first few names, and how many more there are."""
    names = list(names)
    more = f" and {len(names) - limit} more" if len(names) > limit else ""
    return ", ".join(names[:limit]) + more
