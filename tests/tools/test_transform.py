"""From a source to the student's and the solved copy: nothing malformed and no solution passes."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.notebook_tools import (
    BEGIN,
    END,
    EXERCISE,
    POINTS,
    QUESTION,
    handed_out,
    read,
    transform,
)
from support.notebook_tools import written as write_source

from gmm_helpers.exercises import EXERCISES

PLAIN = '# %% [markdown]\n# # Title\n\n# %% tags=["nbval-check-output"]\nprint(1)\n\n'
WHOLE = PLAIN + EXERCISE + "\n" + QUESTION


def cells(notebook):
    return {cell.id: cell for cell in notebook.cells}


def test_a_source_becomes_cells_with_fixed_ids(tmp_path):
    notebook = read(tmp_path, WHOLE)
    expected = ["00_topic-00", "00_topic-01", "one", "check_one", "why"]
    assert [cell.id for cell in notebook.cells] == expected
    assert [cell.cell_type for cell in notebook.cells] == ["markdown", *["code"] * 3, "markdown"]
    assert notebook == read(tmp_path, WHOLE)


def test_marked_cells_keep_their_ids_when_others_come_before_them(tmp_path):
    marked = {"one", "check_one", "why"}
    assert marked <= set(cells(read(tmp_path, PLAIN + PLAIN + WHOLE)))


def test_marks_become_the_metadata_of_nbgrader(tmp_path):
    found = cells(read(tmp_path, WHOLE))
    common = {"schema_version": 3, "task": False}
    assert found["one"].metadata.nbgrader == {
        **common,
        "grade_id": "one",
        "grade": False,
        "solution": True,
        "locked": False,
    }
    assert found["check_one"].metadata.nbgrader == {
        **common,
        "grade_id": "check_one",
        "grade": True,
        "solution": False,
        "locked": True,
        "points": 1,
    }
    assert found["why"].metadata.nbgrader == {
        **common,
        "grade_id": "why",
        "grade": True,
        "solution": True,
        "locked": False,
        "points": 3,
    }
    assert "nbgrader" not in found["00_topic-01"].metadata


def tagged(notebook):
    found = cells(notebook).items()
    return {i for i, cell in found if "nbval-check-output" in cell.metadata.get("tags", [])}


def test_outputs_are_compared_to_the_letter_in_the_solved_copy_only(tmp_path):
    """A student may hand in without outputs; checks are compared by nobody, they raise."""
    notebook = read(tmp_path, WHOLE)
    assert tagged(transform.solved_copy(notebook)) == {"00_topic-01"}
    assert tagged(transform.student_copy(notebook)) == set()


def test_students_get_a_stub_that_can_be_run(tmp_path):
    student = transform.student_copy(read(tmp_path, WHOLE))
    namespace = {}
    exec(cells(student)["one"].source, namespace)
    assert namespace["one"].__doc__ == "Return 1."
    with pytest.raises(NotImplementedError, match="write one here"):
        namespace["one"](0)
    assert cells(student)["why"].source == "*Write your answer here.*"


def test_students_cannot_change_a_check(tmp_path):
    found = cells(transform.student_copy(read(tmp_path, WHOLE)))
    fixed = {i for i, cell in found.items() if cell.metadata.get("editable") is False}
    assert fixed == {"check_one"}
    assert found["check_one"].metadata.deletable is False


def test_students_get_no_outputs(tmp_path):
    notebook = read(tmp_path, WHOLE)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [{"output_type": "stream", "text": "SECRET"}], 3
    for cell in transform.student_copy(notebook).cells:
        assert cell.get("outputs", []) == []
        assert cell.get("execution_count") is None


def test_what_stands_around_a_region_stays(tmp_path):
    text = EXERCISE.replace(f"    {BEGIN}", f"    x = x + 1\n    {BEGIN}")
    text = text.replace(f"{END}\n", f"{END}\n    # the end\n")
    lines = handed_out(tmp_path, text).splitlines()
    start = lines.index("    x = x + 1")
    stub = '    raise NotImplementedError("write one here")'
    assert lines[start : start + 3] == ["    x = x + 1", stub, "    # the end"]


def test_the_solved_copy_has_the_solution_and_calls_answers_model_answers(tmp_path):
    notebook = read(tmp_path, WHOLE)
    solved = cells(transform.solved_copy(notebook))
    assert solved["one"].source == cells(notebook)["one"].source
    assert solved["why"].source == "**Model answer.** Because SECRET."


@pytest.mark.parametrize("make", [transform.student_copy, transform.solved_copy])
def test_copies_leave_the_notebook_as_it_is(tmp_path, make):
    notebook = read(tmp_path, WHOLE)
    before = copy.deepcopy(notebook)
    make(notebook)
    assert notebook == before


def test_solution_lines_are_those_of_regions_and_answers(tmp_path):
    lines = transform.solution_lines(read(tmp_path, WHOLE))
    assert lines == ["return 1  # SECRET", "Because SECRET."]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_line_ends_of_the_source_make_no_difference(tmp_path, line_end):
    path = write_source(tmp_path, WHOLE)
    path.write_bytes(WHOLE.replace("\n", line_end).encode())
    assert transform.read_source(path, POINTS) == read(tmp_path, WHOLE)


# Lines of plain code and prose; those of solutions carry a number that stands nowhere else.
CODE = st.sampled_from(
    ["x = 1", "", "# a comment", "for i in range(3):", "    print(i)", "'''x'''"]
)
PROSE = st.sampled_from(["text", "", "- item", "`x = 1`", "$\\mu_k$", "# heading"])
NAMES = st.permutations(list(EXERCISES)).flatmap(
    lambda names: st.integers(0, 4).map(lambda n: names[:n])
)


@st.composite
def sources(draw):
    """A well-formed source of random cells, and the lines no student may see."""
    blocks, secrets = [], []

    def secret(indent, comment=""):
        secrets.append(f"secret_{len(secrets)} = {draw(st.integers(0, 9))}")
        return f"{comment}{indent}{secrets[-1]}"

    for name in draw(NAMES):
        indent = draw(st.sampled_from(["    ", "        ", "\t"]))
        hidden = [secret(indent) for _ in range(draw(st.integers(0, 4)))]
        hidden = [line for s in hidden for line in (s, indent + draw(CODE))]
        around = [f"    {draw(CODE)}" for _ in range(2)]
        region = [f"{indent}{BEGIN}", *hidden, f"{indent}{END}"]
        body = [f'# %% exercise="{name}"', "def f():", around[0], *region, around[1], ""]
        blocks += [body, [f'# %% check="{name}"', f"check({name})", ""]]
    for i in range(draw(st.integers(0, 3))):
        answer = [secret("", "# ") for _ in range(draw(st.integers(1, 3)))]
        blocks.append([f'# %% [markdown] question="q{i}" points={i}', *answer, ""])
    for _ in range(draw(st.integers(0, 4))):
        blocks.append(["# %%", draw(CODE), draw(CODE), ""])
        blocks.append(["# %% [markdown]", f"# {draw(PROSE)}", f"# {draw(PROSE)}", ""])
    order = draw(st.permutations(blocks))
    return "\n".join(line for block in order for line in block), secrets


@given(sources())
def test_no_line_of_a_solution_reaches_a_student(tmp_path_factory, drawn):
    text, secrets = drawn
    path = write_source(tmp_path_factory.mktemp("notebooks"), text)
    points = {name: exercise.points for name, exercise in EXERCISES.items()}
    notebook = transform.read_source(path, points)
    student = transform.student_copy(notebook)
    assert "secret_" not in str(student)
    assert all(secret in str(transform.solved_copy(notebook)) for secret in secrets)
    assert set(secrets) <= set(transform.solution_lines(notebook))
    assert str(student).count("NotImplementedError") == text.count("exercise=")


ASKED = """\
# %% folded=true
from gmm_helpers.questions import (
    ask,
    right,
)
plotted = 3

# %%
n = plotted - 1

ask(
    "two",
    "1 + 1?",
    right("2", "Count.", fact=n == 2),
)

"""


def test_a_question_is_folded_and_has_its_name(tmp_path):
    cell = cells(read(tmp_path, ASKED + WHOLE))["ask_two"]
    assert cell.metadata.gmm == {"question": "two"}
    assert cell.metadata.jupyter == {"source_hidden": True}
    assert cell.metadata.tags == ["folded"]


def test_a_folded_cell_stays_as_it_is_otherwise(tmp_path):
    first, *_ = read(tmp_path, ASKED + WHOLE).cells
    assert first.metadata == {
        "jupyter": {"source_hidden": True},
        "transient": {"remove_source": True},
        "tags": ["folded"],
        "slideshow": {"slide_type": "skip"},
    }
    assert first.source.endswith("plotted = 3")


@pytest.mark.parametrize("make", [transform.student_copy, transform.solved_copy])
def test_what_a_question_answers_is_packed_in_both_copies(tmp_path, make):
    copied = make(read(tmp_path, ASKED + WHOLE))
    first, asked, *_ = copied.cells
    assert first.source.splitlines() == [
        "from gmm_helpers.questions import show_question",
        "plotted = 3",
    ]
    assert "Count" not in asked.source
    assert max(map(len, asked.source.splitlines())) <= 100
    assert "# 1 + 1?" in asked.source
    names = {}
    exec(first.source, names)
    # One choice only is no question: the call that comes back is the one that was written.
    with pytest.raises(ValueError, match="at least two choices"):
        exec(asked.source, names)
    assert names["n"] == 2


def test_a_copy_of_a_copy_is_packed_once(tmp_path):
    solved = transform.solved_copy(read(tmp_path, ASKED + WHOLE))
    assert transform.student_copy(solved).cells[1].source == solved.cells[1].source


@pytest.mark.parametrize(
    "source",
    ["x = ask", 'print(ask("two"))', 'ask("two")\nprint(1)', "ask(key)", "ask()", "%matplotlib"],
)
def test_other_cells_are_no_questions(tmp_path, source):
    notebook = read(tmp_path, f"# %%\n{source}\n\n" + WHOLE)
    assert "gmm" not in notebook.cells[0].metadata
    assert transform.student_copy(notebook).cells[0].source == notebook.cells[0].source
