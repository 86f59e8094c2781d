"""The folder `upload/`, beside the tables of grades."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..intake.people.roster import Enrolled, read_lines
from ..reports.files import write_bytes, write_text
from ..reports.results import Result
from .blackboard import blackboard_table
from .brightspace import brightspace_table
from .canvas import canvas_table
from .class_list import ClassList
from .feedback import FOR_CANVAS, archives_of, pack
from .guide import open_answers, readme
from .moodle import moodle_table
from .options import COLUMN
from .plain import plain_table
from .students import students_of
from .tables import Class, Lacking, Table

__all__ = ["class_list_of", "write_upload"]

MAKERS = (moodle_table, canvas_table, brightspace_table, blackboard_table, plain_table)
FOLDER, README = "upload", "README.txt"


def class_list_of(options: Namespace) -> ClassList:
    """The list of the class as it stands in its file.

    Raises
    ------
    ValueError
        If it can't be read.
    """
    return ClassList(() if options.roster is None else read_lines(options.roster))


def write_upload(
    out: Path,
    results: Sequence[Result],
    names: Mapping[str, str],
    roster: Sequence[Enrolled],
    class_list: ClassList,
    options: Namespace,
) -> list[str]:
    """Write all that there are the ids for, and what to do with it.

    The feedback is taken from the pages in the output folder. `names` are those of the students'
    files, without a suffix, and the options are as `cli` parses them. Returns what is worth a line
    on the terminal.
    """
    students = students_of(results, roster, class_list)
    most = max((result.total.max_score for result in results), default=0.0)
    column, missing = options.assignment_column, options.missing
    class_ = Class(students, most, column or COLUMN, missing.replace("empty", ""), class_list)
    made = [make(class_) for make in MAKERS]
    tables = [each for each in made if isinstance(each, Table)]
    lacking = [each for each in made if isinstance(each, Lacking)]
    told = [student for student in students if class_.is_told(student)]
    archives = archives_of(told, names)
    folder = out / FOLDER

    def page_of(student: str) -> bytes:
        return (out / "feedback" / f"{names[student]}.html").read_bytes()

    for table in tables:
        write_text(folder / table.file, table.text())
    for archive in archives:
        write_bytes(folder / archive.file, pack(archive, page_of))
    write_text(folder / README, readme(class_, tables, archives, lacking))
    left_out = {each.file for each in lacking}
    if len(archives) == 1:
        left_out.add(FOR_CANVAS)
    for name in left_out:
        (folder / name).unlink(missing_ok=True)  # of an earlier run, with another list
    warnings = [warning for table in tables for warning in table.warnings]
    own = [each.reason for each in lacking if each.file == f"{class_.lms.lower()}.csv"]
    return [sentence for sentence in [open_answers(class_), *own, *warnings] if sentence]
