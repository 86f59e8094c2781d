"""The command that builds notebooks: --check sees every drift, and a failure spoils nothing."""

import shutil

import nbformat
import pytest
from support.notebook_tools import EXERCISE, build_notebooks, transform, written

pytestmark = pytest.mark.slow

main = build_notebooks.main
STEM = "00_topic"
STUDENT, SOLVED, SOURCE = f"{STEM}.ipynb", f"solutions/{STEM}.ipynb", f"source/{STEM}.py"

# A source that is quick to run: an exercise of the course, a picture and a slider.
SMALL = """\
# %% [markdown]
# # Small

# %%
from gmm_helpers import update_weights as helper
from gmm_helpers.drawing import SliderFigure, integer_slider
from gmm_helpers.checks import check


# %% exercise="update_weights"
def update_weights(responsibilities):
    ### BEGIN SOLUTION
    return helper(responsibilities)
    ### END SOLUTION


# %% check="update_weights"
check(update_weights)

# %%
SliderFigure(lambda ax, n: f"{n} it is.", height=1, n=integer_slider("n", 0, 9, 3))

# %% [markdown] question="why" points=3
# Because.
"""


@pytest.fixture
def tree(tmp_path):
    """One chapter in step with its source, as a build leaves it, but without a kernel."""
    source = written(tmp_path, SMALL)
    notebook, student = build_notebooks.copies_of(source)
    solved = transform.solved_copy(notebook)
    for count, cell in enumerate((c for c in solved.cells if c.cell_type == "code"), start=1):
        cell.execution_count = count
    build_notebooks.write(student, tmp_path / STUDENT)
    build_notebooks.write(solved, tmp_path / SOLVED)
    return tmp_path


def checked(folder, *options):
    return main(["--check", "--folder", str(folder), *options])


def edited(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def with_code_cell(path, change):
    notebook = nbformat.read(path, 4)
    change([cell for cell in notebook.cells if cell.cell_type == "code"][-1])
    nbformat.write(notebook, path)


def test_the_notebooks_of_the_course_are_in_step(capsys):
    assert main(["--check"]) == 0, capsys.readouterr().out


def test_an_untouched_copy_is_in_step_and_stays_untouched(tree, capsys):
    before = {path: path.read_bytes() for path in tree.rglob("*.*")}
    assert checked(tree) == 0
    assert capsys.readouterr().out == "Notebooks are in step with their sources.\n"
    assert {path: path.read_bytes() for path in tree.rglob("*.*")} == before


def fail(cell):
    cell.outputs = [nbformat.v4.new_output("error", ename="E", evalue="", traceback=[])]


# name -> (what to do to the tree, which notebooks are named)
DRIFT = {
    "student copy edited": (lambda t: edited(t / STUDENT, "Small", "Tiny"), [STUDENT]),
    "student copy run": (
        lambda t: with_code_cell(t / STUDENT, lambda cell: cell.update(execution_count=1)),
        [STUDENT],
    ),
    "prose of the source edited": (
        lambda t: edited(t / SOURCE, "Small", "Tiny"),
        [STUDENT, SOLVED],
    ),
    "solution edited": (lambda t: edited(t / SOURCE, "helper(r", "1 * helper(r"), [SOLVED]),
    "answer edited": (lambda t: edited(t / SOURCE, "Because", "As"), [SOLVED]),
    "points of a question": (
        lambda t: edited(t / SOURCE, "points=3", "points=2"),
        [STUDENT, SOLVED],
    ),
    "student copy missing": (lambda t: (t / STUDENT).unlink(), [STUDENT]),
    "solved copy missing": (lambda t: (t / SOLVED).unlink(), [SOLVED]),
    "solved copy edited": (lambda t: edited(t / SOLVED, "Model answer", "Answer"), [SOLVED]),
    "source missing": (lambda t: (t / SOURCE).unlink(), [STUDENT, STUDENT]),
    "orphan among student copies": (
        lambda t: shutil.copy(t / STUDENT, t / "09_orphan.ipynb"),
        ["09_orphan.ipynb"],
    ),
    "orphan among solutions": (
        lambda t: shutil.copy(t / STUDENT, t / "solutions" / "09_orphan.ipynb"),
        ["09_orphan.ipynb"],
    ),
    "solved cell not executed": (
        lambda t: with_code_cell(t / SOLVED, lambda cell: cell.update(execution_count=None)),
        [SOLVED],
    ),
    "error among the outputs": (lambda t: with_code_cell(t / SOLVED, fail), [SOLVED]),
    "solved copy cut short": (lambda t: (t / SOLVED).write_text("{"), [SOLVED]),
}


@pytest.mark.parametrize(("change", "named"), DRIFT.values(), ids=DRIFT)
def test_every_kind_of_drift_is_seen_and_named(tree, capsys, change, named):
    change(tree)
    assert checked(tree) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == named


def test_a_check_of_one_notebook_says_nothing_about_others(tree, capsys):
    shutil.copy(tree / STUDENT, tree / "09_orphan.ipynb")
    assert checked(tree, "--only", STEM) == 0


def test_an_unknown_notebook_is_refused_by_name(tree, capsys):
    with pytest.raises(SystemExit):
        checked(tree, "--only", "07_nothing")
    assert "07_nothing" in capsys.readouterr().err


@pytest.mark.parametrize("options", [["--check"], []])
def test_a_malformed_source_is_an_error_with_its_place(tmp_path, capsys, options):
    path = written(tmp_path, EXERCISE.replace("one", "e_step").replace("### END", "### FIN"))
    assert main([*options, "--folder", str(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith(f"{path}:6: ")
    assert not list(tmp_path.rglob("*.ipynb"))


@pytest.fixture(scope="module")
def two_builds(tmp_path_factory):
    """The student's and the solved copy of the same source, built twice."""
    folder = tmp_path_factory.mktemp("notebooks")
    written(folder, SMALL)
    builds = []
    for _ in range(2):
        assert main(["--folder", str(folder)]) == 0
        builds.append([(folder / name).read_bytes() for name in (STUDENT, SOLVED)])
    assert len(list(folder.rglob("*.*"))) == 3
    assert checked(folder) == 0
    return builds


def test_a_second_build_gives_the_same_student_copy(two_builds):
    (first, _), (second, _) = two_builds
    assert first == second
    assert b"helper(responsibilities)" not in first


def test_a_second_build_gives_the_same_solved_copy(two_builds):
    """Else every build would look like a change of every notebook with a slider."""
    (_, first), (_, second) = two_builds
    assert first.decode().splitlines() == second.decode().splitlines()


def test_a_build_runs_the_solved_copy(two_builds):
    solved = nbformat.reads(two_builds[0][1].decode(), 4)
    texts = {
        cell.id: output.data["text/plain"]
        for cell in solved.cells
        for output in cell.get("outputs", [])
    }
    assert texts["check_update_weights"].startswith("update_weights: correct, ")
    assert texts["00_topic-04"] == "3 it is."


def test_a_source_that_fails_when_run_changes_no_file(tree):
    edited(tree / SOURCE, "from gmm_helpers.drawing import SliderFigure, integer_slider", "1 / 0")
    before = {path: path.read_bytes() for path in tree.rglob("*.*")}
    with pytest.raises(Exception, match="ZeroDivisionError"):
        main(["--folder", str(tree)])
    assert {path: path.read_bytes() for path in tree.rglob("*.*")} == before
