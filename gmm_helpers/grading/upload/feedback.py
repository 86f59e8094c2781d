"""The pages of feedback as zips, named so that an LMS finds whose each one is.

- Moodle (mod/assign/feedback/file/importziplib.php):
  `name_40000_assignsubmission_file/feedback.html`, split at "_" into a name, the number of the
  participant, and the plugin. Before 4.1 a "_" followed; folders go back as Moodle has named them.
- Canvas (app/models/abstract_assignment.rb, infer_comment_context_from_filename): the first two
  numbers between "_" are the user and the file that was handed in, as in what was downloaded.
- Brightspace: folders as they were downloaded.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from .students import Student
from .tables import n_of

__all__ = ["FOR_CANVAS", "Archive", "archives_of", "pack"]

PAGE = "feedback.html"
FOR_CANVAS = "feedback_canvas.zip"
_TIME = (1980, 1, 1, 0, 0, 0)  # the same files make the same zip
_MOODLE = re.compile(r"(?P<person>.+_\d+_assignsubmission_)[a-z]+(?P<end>_?)", re.DOTALL)
_CANVAS = re.compile(r"(?:_\d+|^anon_[a-z0-9]{5}(?:_LATE)?)_\d+_$")
_FOLDERS = {
    "Moodle": "Moodle: open the assignment, view all submissions, choose 'Upload multiple feedback "
    "files in a zip'. It needs the feedback type 'Feedback files'.",
    "Brightspace": "Brightspace: open the assignment, 'Add Feedback Files', choose this zip. Its "
    "folders are called as they were in the download.",
    "": "One folder per student, with the page that is to be sent.",
}


class Archive(NamedTuple):
    """A zip: whose page is where in it."""

    file: str
    paths: Mapping[str, str]  # by path in the zip, the student
    advice: str
    remarks: Sequence[str] = ()


def archives_of(students: Sequence[Student], names: Mapping[str, str]) -> list[Archive]:
    """`feedback.zip`, and for Canvas a second one.

    `names` are those of folders, one for each student, where no LMS needs another one.
    """
    moodle = any(student.moodle_id for student in students)
    brightspace = any(student.result.person.lms == "Brightspace" for student in students)
    lms = "Moodle" if moodle else "Brightspace" if brightspace else ""
    paths: dict[str, str] = {}
    for student in students:
        folder = _folder(student) or names[student.result.student]
        if f"{folder}/{PAGE}" in paths:
            folder = names[student.result.student]
        paths[f"{folder}/{PAGE}"] = student.result.student
    n_unknown = sum(not student.moodle_id for student in students) if moodle else 0
    unknown = f"Without a number of a participant, which Moodle skips: {n_of(n_unknown)}."
    archives = [Archive("feedback.zip", paths, _FOLDERS[lms], [unknown] if n_unknown else [])]
    canvas = [student for student in students if student.result.person.lms == "Canvas"]
    return archives + ([_for_canvas(canvas)] if canvas else [])


def _folder(student: Student) -> str:
    person = student.result.person
    if person.lms == "Moodle" and (found := _MOODLE.fullmatch(person.stem)):
        return f"{found['person']}file{found['end']}"
    if student.moodle_id:
        name = re.sub(r"[_/\\]", " ", student.name)
        return f"{name}_{student.moodle_id}_assignsubmission_file"
    return person.stem.removesuffix(" - ") if person.lms == "Brightspace" else ""


def _for_canvas(students: Sequence[Student]) -> Archive:
    paths, without = {}, 0
    for student in students:
        stem = student.result.person.stem
        if _CANVAS.search(stem):
            paths[f"{stem}{PAGE}"] = student.result.student
        else:
            without += 1
    advice = (
        "Canvas: open the assignment, 'Upload Submissions' beside 'Download Submissions'. Canvas "
        "shows each page as a comment, under the name of the file that was handed in."
    )
    remarks = [f"Without a file that was handed in: {n_of(without)}."] if without else []
    return Archive(FOR_CANVAS, paths, advice, remarks)


def pack(archive: Archive, page_of: Callable[[str], bytes]) -> bytes:
    """The content of a zip, the same for the same pages; ``page_of(student)`` is a page.

    Names that are not plain ASCII are marked as UTF-8.
    """
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for path, student in sorted(archive.paths.items()):
            info = zipfile.ZipInfo(path, _TIME)
            info.external_attr, info.create_system = 0o644 << 16, 3
            info.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(info, page_of(student))
    return content.getvalue()
