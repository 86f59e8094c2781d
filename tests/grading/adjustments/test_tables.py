"""Tables as people and spreadsheets write them; a bad line is told, and the others count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gmm_helpers.grading.adjustments.problems import ProblemKind
from gmm_helpers.grading.adjustments.tables import plain, read_table
from gmm_helpers.grading.reports.files import table

HEAD = "student,exercise,points,comment\n"


@pytest.fixture
def read(tmp_path):
    def reading(text):
        path = tmp_path / "points.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_table(path, ("student", "exercise"))

    return reading


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "Zoë,e_step,4.5,Good\n",
        "\ufeff" + HEAD + "Zoë,e_step,4.5,Good\n",
        HEAD.replace(",", ";") + "Zoë;e_step;4,5;Good\n",
        "sep=;\r\n" + HEAD.replace(",", ";") + "Zoë;e_step;4,5;Good\r\n",
        HEAD + 'Zoë,e_step,"4,5",Good\n',
        (HEAD + "Zoë,e_step,4.5,Good\n").encode("utf-16"),
        (HEAD + "Zoë,e_step,4.5,Good\n").encode("cp1252"),
        "Points,Comment,Exercise,Student,more\n4.5,Good,e_step,Zoë,x\n\n,,,,\n",
        HEAD.replace("comment", "Comment ") + "Zoë,e_step,4.5,Good\n",
        HEAD + " Zoë , e_step , +4.50 , Good \nAnn,e_step,,\n",
    ],
)
def test_however_it_was_saved_it_is_read(read, text):
    lines, problems = read(text)
    (line,) = lines
    assert problems == []
    assert (line.cells["student"], line.cells["exercise"]) == ("Zoë", "e_step")
    assert (line.points, line.cells["comment"]) == (4.5, "Good")


def test_a_comment_that_was_kept_from_being_a_formula_is_as_it_was(read):
    lines, _ = read(HEAD + "ann,e_step,4,'=Yes\n")
    assert lines[0].cells["comment"] == "=Yes"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("ann,e_step,=1+1,", "NOT_A_NUMBER"),
        ("ann,e_step,four,", "NOT_A_NUMBER"),
        ("ann,e_step,4 of 5,", "NOT_A_NUMBER"),
        ("ann,e_step,nan,", "NOT_A_NUMBER"),
        ("ann,e_step,inf,", "NOT_A_NUMBER"),
        ("ann,e_step,1e0,", "NOT_A_NUMBER"),
        ("ann,e_step,\u0664,", "NOT_A_NUMBER"),
        ("ann,e_step,-1,", "NEGATIVE"),
        ("ann,e_step,,Good", "WITHOUT_POINTS"),
        (",e_step,4,", "EMPTY"),
        ("ann,,4,", "EMPTY"),
        ("ann,e_step,4,5,Good", "MANY_CELLS"),
        ("ann,e_step,4,5", "DECIMAL_COMMA"),
        ("ann,e_step,4,Good, but short", "MANY_CELLS"),
    ],
)
def test_a_bad_line_is_told_and_the_others_count(read, line, kind):
    lines, (problem,) = read(f"{HEAD}a,x,1,\n{line}\nb,x,2,\n")
    assert [each.points for each in lines] == [1, 2]
    assert problem.kind is ProblemKind[kind]
    assert not problem.kind.is_applied
    said = str(problem)
    assert said.startswith("points.csv, line 3: ")
    assert said.endswith(".")
    assert "\n" not in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "has no column student: its first line should be student,exercise,points,comment"),
        ("ann,e_step,4,\n", "has no column student"),
        ("student,exercise\nann,e_step\n", "has no column points"),
        (
            HEAD + 'a,b,1,\nann,e_step,4,"Good\nb,c,2,\n',
            "line 3, can't be read .*: look at its quotes",
        ),
        (HEAD + f"ann,e_step,4,{'x' * 200_000}\n", "line 2, can't be read"),
    ],
)
def test_what_is_no_such_table_is_refused(read, text, said):
    with pytest.raises(ValueError, match=said):
        read(text)


def test_lines_are_counted_as_an_editor_does(read):
    _, (problem,) = read(HEAD + 'ann,e_step,4,"one\ntwo"\n\nann,e_step,x,\n')
    assert problem.line == 5


NAMES = st.text(min_size=1, max_size=20).filter(lambda text: text.strip() and "\0" not in text)


@given(NAMES.filter(lambda text: not any(0xD800 <= ord(c) < 0xE000 for c in text)))
def test_a_name_copied_from_our_tables_is_the_same_name(name):
    written = table(["student"], [[name]])
    cell = written.split("\n", 1)[1].rstrip("\n")
    cell = cell[1:-1].replace('""', '"') if cell.startswith('"') else cell
    assert plain(cell) == plain(name)
