"""Files are whole, tables hold no formulas, names of files are safe and differ."""

import csv
import io
import json
import os
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gmm_helpers.grading.reports.files import file_names, table, write_json, write_text

NAMES = st.text(min_size=1, max_size=200)


@given(st.lists(st.tuples(NAMES, NAMES), max_size=5))
def test_a_table_reads_back_and_no_cell_begins_a_formula(rows):
    rows = [[part.encode("utf-8", "replace").decode() for part in row] for row in rows]
    read = list(csv.reader(io.StringIO(table(["a", "b"], rows))))
    assert len(read) == len(rows) + 1
    for row in read:
        assert len(row) == 2
        assert not any(cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t")) for cell in row)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\uff1d1", " =1"])
def test_text_that_a_spreadsheet_would_compute_gets_an_apostrophe(text):
    assert table(["a"], [[text]]).splitlines()[1].lstrip('"').startswith("'")


def test_numbers_stay_numbers():
    assert table(["a", "b"], [[-1.5, 4.0]]).splitlines()[1] == "-1.5,4"


@given(st.lists(NAMES, unique=True, max_size=20))
def test_names_of_files_are_safe_and_never_collide(students):
    names = file_names(students)
    assert set(names) == set(students)
    assert len({name.casefold() for name in names.values()}) == len(students)
    for name in names.values():
        assert 0 < len(name.encode("utf-8", "replace")) < 200
        assert not set(name) & set('/\\:*?"<>|\0\n')
        assert name.strip(". ") == name


@pytest.mark.parametrize(
    "student", ["..", "con", "NUL.txt", "a/b", "x" * 500, "a\nb", " ", "日" * 90]
)
def test_odd_names_do_not_leave_the_folder(student, tmp_path):
    (name,) = file_names([student]).values()
    write_text(tmp_path / f"{name}.html", "x")
    assert [path.parent for path in tmp_path.rglob("*.html")] == [tmp_path]


@pytest.mark.parametrize("student", ["a|b", "ann", "x" * 500])
def test_nobody_gets_the_file_of_another_by_being_called_like_it(student):
    others = [file_names([student])[student], "ANN", file_names(["ANN", student])[student]]
    names = file_names([student, *others])
    assert len({name.casefold() for name in names.values()}) == len({student, *others})


def test_two_ways_to_write_a_letter_are_two_files_on_any_disk():
    names = file_names(["Ren\u00e9", "Rene\u0301", "REN\u00c9"])
    seen = {unicodedata.normalize("NFD", name).casefold() for name in names.values()}
    assert len(seen) == 3


def test_plain_names_are_kept():
    assert file_names(["Ann O'Hara", "zoë"]) == {"Ann O'Hara": "Ann O'Hara", "zoë": "zoë"}


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "a.json"
    write_json(path, {"old": True})

    def full(_descriptor):
        raise OSError("no space left")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        write_json(path, {"new": True})
    assert json.loads(path.read_text()) == {"old": True}
    assert [each.name for each in tmp_path.iterdir()] == ["a.json"]


def test_what_can_not_be_encoded_is_replaced(tmp_path):
    write_text(tmp_path / "a", "a\ud800b")
    assert (tmp_path / "a").read_text(encoding="utf-8") == "a?b"
