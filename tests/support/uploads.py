"""What goes back to an LMS: results without grading, and how an LMS reads what it is given."""

import csv
import io
import re
import zipfile
from argparse import Namespace

from gmm_helpers.exercises import Status
from gmm_helpers.grading.intake.people.enrolment import enrol
from gmm_helpers.grading.intake.people.roster import read_roster
from gmm_helpers.grading.intake.student_folder import StudentFolder
from gmm_helpers.grading.reports.files import file_names
from gmm_helpers.grading.reports.results import Result
from gmm_helpers.grading.rows import Row, total_of
from gmm_helpers.grading.upload.outputs import class_list_of, write_upload

MAX_SCORE = 10.0


def result_of(person, student=None, score=0.0, status=Status.PARTIAL, more=()):
    """A result of one exercise, and more rows if there are any."""
    row = Row("02_e_step", "e_step", score, MAX_SCORE, status, "")
    rows = (row, *more)
    nothing = {"files": (), "notes": (), "review": (), "helpers": (), "fingerprints": {}}
    student = student or person.name
    return Result(student, rows, total_of(rows), isolation="", known=person, **nothing)


def results_of(folders, scores):
    """One per folder, of who has handed in something with a score of its own."""
    results = []
    for folder in folders:
        status = Status.PARTIAL if folder.entries else Status.MISSING
        score = scores[folder.student] if folder.entries else 0.0
        results.append(result_of(folder.person, folder.student, score, status))
    return results


def _folder(person, i):
    student = f"{person.name} ({person.id})" if i and person.id else person.name
    return StudentFolder(student, ("a file",), False, person)


def uploaded(out, people, roster=None, column=None, missing="empty", results=None):
    """Write `upload/` of people, or of folders, with a list of the class as text.

    The first of them has 0.25 points, the next 1.25, and so on.
    """
    given = [p if isinstance(p, StudentFolder) else _folder(p, i) for i, p in enumerate(people)]
    scores = {folder.student: i + 0.25 for i, folder in enumerate(given)}
    folders = given
    options = Namespace(roster=None, assignment_column=column, missing=missing)
    listed = ()
    if roster is not None:
        options.roster = out / "class.csv"
        options.roster.write_text(roster, encoding="utf-8")
        listed = read_roster(options.roster)
        folders, _ = enrol(folders, listed)
    results = results or results_of(folders, scores)
    names = file_names(result.student for result in results)
    (out / "feedback").mkdir(exist_ok=True)
    for student, name in names.items():
        (out / "feedback" / f"{name}.html").write_text(f"for {student}", encoding="utf-8")
    told = write_upload(out, results, names, listed, class_list_of(options), options)
    return results, told


def lines_of(out, file):
    """All lines of a table."""
    text = (out / "upload" / file).read_text(encoding="utf-8-sig")
    return [*csv.reader(io.StringIO(text))]


def table_of(out, file):
    """The rows of a table, by its heads."""
    heads, *lines = lines_of(out, file)
    return [dict(zip(heads, line, strict=True)) for line in lines]


def pages_of(out, file="feedback.zip"):
    """What is in a zip, by path."""
    with zipfile.ZipFile(out / "upload" / file) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


def moodle_reads(path):
    """The participant and the rest, as `is_valid_filename_for_import` has them; None if ignored.

    The plugin must be one that there is: "file".
    """
    for part in path.split("/"):
        info = part.split("_", 4)
        if len(info) >= 4 and info[1].isdecimal() and info[2:4] == ["assignsubmission", "file"]:
            return info[1]
    return None


def canvas_reads(path):
    """The user and the file handed in, as `infer_comment_context_from_filename` has them."""
    numbers = [word for word in path.split("/")[-1].split("_") if re.fullmatch(r"\d+", word)]
    return tuple(numbers[:2])
