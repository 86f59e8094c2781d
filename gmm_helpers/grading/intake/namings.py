"""How each LMS names what it lets an instructor download. To know another one, add a row.

A folder per student needs no row: its name is the student.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .file_names import WORK_WORDS, chapters_named
from .file_types import FileType, is_spoiled_notebook, may_be_work, type_of

__all__ = ["NAMINGS", "VERSION", "Found", "Naming", "match_files", "match_folder", "surrounds"]

_MAX_NAME = 1_000  # characters; a zip may hold longer names, which no LMS has made
_FLAGS = re.IGNORECASE | re.DOTALL
Found = dict[str, str | None]  # the groups of a pattern, and the "lms"

# A folder of an attempt in Teams, in that of an assignment.
VERSION = re.compile(r"version (?P<number>\d{1,6})", re.IGNORECASE)


@dataclass(frozen=True)
class Naming:
    """How an LMS names a file, or a folder, in a download.

    Groups of a pattern: `person`, the name; or `login`; or `head` if the title of the assignment
    stands before the login, and nothing says where it ends; `id` of the person, where names may be
    equal; `late`, if the LMS says so; `attempt`, which tells files of the same name apart; `time`
    of the attempt; and `file`, the name that the student gave. What has no `file` was written by
    the LMS. `part` is the part of the work that a folder holds. A pattern `around` is that of the
    folder in which all of them lie; its group `title` begins the name of each.
    """

    lms: str
    source: str  # where that is written down
    file: re.Pattern[str] | None = None
    folder: re.Pattern[str] | None = None
    around: re.Pattern[str] | None = None


def _naming(lms: str, source: str, file: str = "", folder: str = "", around: str = "") -> Naming:
    patterns = (re.compile(each, _FLAGS) if each else None for each in (file, folder, around))
    return Naming(lms, source, *patterns)


_DAY_D2L = r"\w+\.? \d{1,2}, \d{4} \d{1,2}:?\d\d\s?[AP]M|\d{1,2} \w+\.?,? \d{4} \d{1,2}:?\d\d"

NAMINGS = (
    _naming(
        # The option "download in folders" gives folders; the "_" at their end is gone since 4.1.
        "Moodle",
        "moodle: mod/assign/locallib.php, download_submissions",
        r"(?P<person>.+?)_(?P<id>\d+)_assignsubmission_[a-z]+_(?P<file>.+)",
        r"(?P<person>.+?)_(?P<id>\d+)_assignsubmission_(?P<part>[a-z]+)_?",
    ),
    _naming(
        # A text of the same name without a file comes with each attempt.
        "Blackboard",
        "Blackboard help: Download assignments; kwurst/bb-file-cleanup, README",
        r"(?P<head>.+?)_attempt_(?P<time>(?P<attempt>\d{4}(-\d\d){5}))(?:_(?P<file>.+)|\.txt)",
    ),
    _naming(
        # If grading is anonymous; before the other one, which would take the id for the name.
        "Canvas",
        "canvas-lms: app/models/content_zipper.rb, for an assignment that is graded anonymously",
        r"(?P<person>anon_(?P<id>[a-z0-9]{5}))(?P<late>_LATE|_late)?_(?:(?P<attempt>\d+)_(?P<file>.+)|"
        r"(?P<text>(?:text|link)\.html))",
    ),
    _naming(
        "Canvas",
        "canvas-lms: app/models/content_zipper.rb, zip_assignment",
        r"(?P<person>[^\W_].*?)(?P<late>_LATE|_late)?_(?P<id>\d+)"
        r"_(?:(?P<attempt>\d+)_(?P<file>.+)|(?P<text>(?:text|link)\.html))",
    ),
    _naming(
        # The second number is that of the assignment's folder; one folder per attempt.
        "Brightspace",
        "Brightspace help: Download assignment submissions; scripts of instructors who rename them",
        rf"(?P<id>\d+)-\d+ - (?P<person>.+) - (?P<time>{_DAY_D2L}) - (?P<file>.+)",
        rf"(?P<id>\d+)-\d+ - (?P<person>.+) - (?P<time>{_DAY_D2L})",
    ),
    _naming(
        # Of the exchange, before `nbgrader collect`; some versions add a random end.
        "nbgrader",
        "nbgrader: exchange/default/submit.py, init_dest; format of the time in coursedir.py",
        folder=r"(?P<login>[^+]+)\+[^+]+\+"
        r"(?P<time>\d{4}-\d\d-\d\d \d\d[:_-]\d\d[:_-]\d\d(\.\d+)?( [^+]+)?)(\+.+)?",
        around="inbound",
    ),
    _naming(
        # `submitted/user/assignment/`: folders of students, which `layouts` finds.
        "nbgrader",
        "nbgrader: docs, user guide, philosophy: directory structure",
        around="submitted",
    ),
    _naming(
        # `submission_123456/`; who that is stands in a file beside it, which `gradescope` reads.
        "Gradescope",
        "Gradescope help: Export submissions; public scripts that read submission_metadata.yml",
        around=r"assignment_.+_export",
    ),
    _naming(
        # `student/assignment/Version 1/`, in the library Student Work of the team's site.
        "Teams",
        "Microsoft Learn: Assignments admin documentation; Teams help: Where files are stored",
        around="submitted files",
    ),
    _naming(
        "GitHub Classroom",
        "github/gh-classroom: cmd/gh-classroom/clone/student-repos",
        around=r"(?P<title>.+)-submissions",
    ),
    _naming(
        # "Make a copy for each student" names the copies so. The widest pattern, so the last one.
        "Google Classroom",
        "Google Classroom help: Create an assignment, copies for students in the class folder",
        r"(?P<person>\S.*?) - (?P<file>.+)",
    ),
)

_NO_PERSON = re.compile(
    rf"\b(?:{WORK_WORDS}|untitled|readme|draft|final|solution|copy|copie|kopie|copia|kopia)s?\b",
    re.IGNORECASE,
)


def match_files(names: Sequence[str]) -> dict[str, Found]:
    """What the names of files at the top say, of those that an LMS has given.

    An LMS that fits more of the names is asked first: a student may have called a file as another
    one would.
    """
    namings = [naming for naming in NAMINGS if naming.file]
    matches = {naming: _matches(naming, names) for naming in namings}
    first = sorted(namings, key=lambda naming: -len(matches[naming]))
    return {
        name: next(matches[naming][name] for naming in first if name in matches[naming])
        for name in names
        if any(name in found for found in matches.values())
    }


def _matches(naming: Naming, names: Sequence[str]) -> dict[str, Found]:
    found: dict[str, Found] = {}
    for name in names:
        match = naming.file.fullmatch(name) if naming.file and len(name) <= _MAX_NAME else None
        if match and (naming.lms != "Google Classroom" or _is_persons(**match.groupdict())):
            found[name] = {**match.groupdict(), "lms": naming.lms}
    return found


def _is_persons(person: str, file: str) -> bool:
    """Whether a name with a dash in it is that of a person's work, and not only of work."""
    if chapters_named(person) or _NO_PERSON.search(person):
        return False
    has_type = type_of((file,)) in (FileType.NOTEBOOK, FileType.ARCHIVE, FileType.PROGRESS)
    return has_type or is_spoiled_notebook(file) or may_be_work(file)


def match_folder(name: str, around: str = "") -> Found | None:
    """The same of a folder, in one that is called `around`."""
    if len(name) > _MAX_NAME:
        return None
    for naming in NAMINGS:
        found = naming.folder.fullmatch(name) if naming.folder else None
        if found:
            return {**found.groupdict(), "lms": naming.lms}
        title = naming.around.fullmatch(_plain(around)) if naming.around and around else None
        if title and "title" in title.groupdict() and _begins(name, title["title"]):
            return {"login": name[len(title["title"]) + 1 :], "lms": naming.lms}
    return None


def _begins(name: str, title: str) -> bool:
    return name.lower().startswith(f"{title.lower()}-") and len(name) > len(title) + 1


def _plain(name: str) -> str:
    """The name of a folder or zip without what a browser adds to a second download."""
    return re.sub(r"[ _-]?\(\d+\)$|\.zip$", "", name)


def surrounds(name: str) -> bool:
    """Whether a folder of this name lies around students' folders or files."""
    names = (naming.around for naming in NAMINGS if naming.around)
    return any(around.fullmatch(_plain(name)) for around in names)
