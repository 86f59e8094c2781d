"""Files beside the notebooks are not read; a notebook that needs them is listed for review."""

import json

import pytest
from support.handed_in import as_bytes, cell_of, code, filled, solution
from support.reports import write_reports

from gmm_helpers.grading.intake.class_folder import collect
from gmm_helpers.grading.intake.student_folder import load
from gmm_helpers.grading.notes.side_files import files_needed, files_written, side_files_of
from gmm_helpers.grading.notices import NoticeKind
from gmm_helpers.grading.parsing.cells import Cell

STEM = "02_e_step"
IMPORTS = "from myhelp import f\ndef e_step(*a):\n    return f(*a)"


def graded(grader, tmp_path, settings, notebook, *beside):
    """The report on a class in which ann hands in a notebook and some files beside it."""
    for name in beside:
        (tmp_path / "class" / "ann" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "class" / "ann" / name).write_bytes(b"x = 1")
    (tmp_path / "class" / "ann").mkdir(parents=True, exist_ok=True)
    (tmp_path / "class" / "ann" / "x.ipynb").write_bytes(as_bytes(notebook))
    (folder,), _ = collect(tmp_path / "class")
    write_reports(tmp_path / "out", [grader.grade(load(folder))], settings)
    return json.loads((tmp_path / "out" / "report.json").read_text())


def entry(kind, **fields):
    """What a list for review or notes says of ann, without sentences."""
    return {"student": "ann", **kind(**fields).as_json()}


def without_sentences(entries):
    return [{k: v for k, v in each.items() if k not in ("what", "why")} for each in entries]


def test_a_module_beside_the_notebook_is_named_and_whoever_imports_it_needs_review(
    grader, tmp_path, settings
):
    notebook = filled(STEM, e_step=IMPORTS)
    report = graded(grader, tmp_path, settings, notebook, "myhelp.py", "x.pdf")
    needs = entry(NoticeKind.NEEDS_UNREAD_FILES, notebook="x.ipynb", files=["myhelp.py"])
    assert needs in without_sentences(report["review"])
    unread = entry(NoticeKind.UNREAD_FILES, files=["x.pdf", "myhelp.py"])
    assert unread in without_sentences(report["notes"])


def test_a_file_that_no_cell_needs_is_a_note_only(grader, tmp_path, settings):
    notebook = filled(STEM, e_step=solution("e_step"))
    report = graded(grader, tmp_path, settings, notebook, "myhelp.py", "gmm_helpers/em.py")
    assert report["review"] == []
    unread = entry(NoticeKind.UNREAD_FILES, files=["myhelp.py"])
    assert without_sentences(report["notes"]) == [unread]


def test_a_module_that_a_cell_writes_is_named_and_its_import_needs_review(
    grader, tmp_path, settings
):
    notebook = filled(STEM, e_step="from mymod import e_step")
    at = notebook["cells"].index(cell_of(notebook, "e_step"))
    notebook["cells"].insert(at, code("%%writefile mymod.py\ndef e_step(*a):\n    return 0"))
    report = graded(grader, tmp_path, settings, notebook)
    where = {"notebook": "x.ipynb", "files": ["mymod.py"]}
    assert entry(NoticeKind.FILES_WRITTEN, **where) in without_sentences(report["notes"])
    assert entry(NoticeKind.NEEDS_WRITTEN_FILES, **where) in without_sentences(report["review"])


@pytest.mark.parametrize(
    ("source", "needed"),
    [
        ("import myhelp", ["myhelp.py"]),
        ("import tools.other as o", ["tools/other.py"]),
        ("import numpy, tools", ["tools/other.py"]),
        ("from . import myhelp", ["myhelp.py"]),
        ("def f():\n    import myhelp", ["myhelp.py"]),
        ("import myhelp\nx = (", ["myhelp.py"]),  # it can't be parsed
        ("%run myhelp.py", ["myhelp.py"]),
        ("np.load('data/a.npy')", ["data/a.npy"]),
        ("np.load(folder / 'a.npy')", ["data/a.npy"]),
        ("np.load('extra.npy')", []),
        ("np.load('data.npy')", []),
        ("myhelp = 1", []),
        ("import gmm_helpers", []),
        ("%%writefile myhelp.py\nx = 1", []),
    ],
)
def test_what_cells_need_is_seen(source, needed):
    paths = ["myhelp.py", "tools/other.py", "data/a.npy", "gmm_helpers/em.py"]
    assert files_needed([Cell("code", source)], paths) == needed


def test_text_needs_and_writes_nothing():
    cells = [Cell("markdown", "import myhelp\n%%writefile myhelp.py")]
    assert files_needed(cells, ["myhelp.py"]) == files_written(cells) == []


def test_all_files_are_kept_in_the_note():
    paths = [f"{n}.py" for n in range(9)]
    assert side_files_of([], paths) == [NoticeKind.UNREAD_FILES(files=paths)]


def test_whatever_a_student_made_is_noted_and_what_is_ours_or_of_a_program_is_not():
    made = ["a.odt", "onlinetext.html", "onlinetext.txt", "photo.jpg", "report.docx", "x.pdf"]
    made += ["answers.md", "notes.txt", "u.py"]
    others = ["README.md", "constraints.txt", "environment.yml", "LICENSE", "gmm_helpers/a.md"]
    others += ["start.py", "run.log", "gmm_progress.jsonl"]
    (note,) = side_files_of([], [*others, *made])
    assert (note.kind, {*note.fields["files"]}) == (NoticeKind.UNREAD_FILES, {*made})
    assert note.fields["files"][-2:] == ["notes.txt", "u.py"]
    assert side_files_of([], others) == []
