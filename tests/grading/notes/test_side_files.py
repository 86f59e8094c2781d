"""Files beside the notebooks are not read: that is told, and whose cells need them is flagged."""

import pytest
from gmm_helpers.grading.intake.collecting import collect
from gmm_helpers.grading.intake.loading import load
from support.handed_in import as_bytes, cell_of, code, filled, solution, submission
from support.reports import written

from gmm_helpers.grading import workflow as run
from gmm_helpers.grading.notes.side_files import left_beside, needed_beside, writes_files
from gmm_helpers.grading.parsing.cells import Cell
from gmm_helpers.grading.reports.summary import summary_of

STEM = "02_e_step"
IMPORTS = "from myhelp import f\ndef e_step(*a):\n    return f(*a)"


def graded(grader, tmp_path, settings, notebook, *beside):
    """The summary of a class in which ann hands in a notebook and some files beside it."""
    for name in beside:
        (tmp_path / "class" / "ann" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "class" / "ann" / name).write_bytes(b"x = 1")
    (tmp_path / "class" / "ann").mkdir(parents=True, exist_ok=True)
    (tmp_path / "class" / "ann" / "x.ipynb").write_bytes(as_bytes(notebook))
    (found,), _ = collect(tmp_path / "class")
    results = written(tmp_path / "out", [grader.grade(load(found))], settings)
    about = type("About", (), {"seed": 1, "versions": {}, "isolation": "", "odd": ()})
    about.chapters = tuple(c for c in settings.release.chapters if c.name == STEM)
    summary = summary_of(results, about, {"ann": "ann"})
    return summary, (tmp_path / "out" / "report.html").read_text(encoding="utf-8")


def test_a_module_beside_the_notebook_is_named_and_whoever_imports_it_flagged(
    grader, tmp_path, settings
):
    notebook = filled(STEM, e_step=IMPORTS)
    summary, report = graded(grader, tmp_path, settings, notebook, "myhelp.py", "x.pdf")
    (look,) = [each for each in summary["look"] if "files" in each["what"]]
    assert look["student"] == "ann"
    assert "its cells need myhelp.py" in look["why"]
    assert look["why"] in report.split('id="look"')[1].split("<details>")[0]
    note = "Files beside the notebooks are not read: myhelp.py."
    assert note in [each["why"] for each in summary["notes"]]


def test_the_last_line_of_a_run_counts_whom_the_report_lists(grader, tmp_path, settings, capsys):
    notebooks = {"ann": filled(STEM, e_step=IMPORTS), "bob": filled(STEM)}
    handed_in = [submission(each, student=name) for name, each in notebooks.items()]
    handed_in = [each._replace(beside=("myhelp.py",)) for each in handed_in]
    results = written(tmp_path, [grader.grade(each) for each in handed_in], settings)
    run._say(results, tmp_path, "not isolated", 1.0)
    assert "1 need somebody to look" in capsys.readouterr().out


def test_a_file_that_no_cell_needs_is_a_note_only(grader, tmp_path, settings):
    notebook = filled(STEM, e_step=solution("e_step"))
    summary, _ = graded(grader, tmp_path, settings, notebook, "myhelp.py", "gmm_helpers/em.py")
    assert summary["look"] == []
    assert [each["why"] for each in summary["notes"]] == left_beside(["myhelp.py"])


def test_a_module_that_a_cell_writes_is_named_and_its_import_flagged(grader, tmp_path, settings):
    notebook = filled(STEM, e_step="from mymod import e_step")
    at = notebook["cells"].index(cell_of(notebook, "e_step"))
    notebook["cells"].insert(at, code("%%writefile mymod.py\ndef e_step(*a):\n    return 0"))
    summary, _ = graded(grader, tmp_path, settings, notebook)
    assert "x.ipynb: a cell writes mymod.py (%%writefile)." in [
        each["why"] for each in summary["notes"]
    ]
    assert any("mymod.py, which a cell writes" in each["why"] for each in summary["look"])


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
    assert needed_beside([Cell("code", source)], paths) == needed


def test_text_needs_and_writes_nothing():
    cells = [Cell("markdown", "import myhelp\n%%writefile myhelp.py")]
    assert needed_beside(cells, ["myhelp.py"]) == writes_files(cells) == []


def test_many_files_are_counted():
    assert left_beside([f"{n}.py" for n in range(9)])[0].endswith("4.py and 4 more.")
