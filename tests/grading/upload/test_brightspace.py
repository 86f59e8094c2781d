"""Brightspace takes ids or logins, and nothing that people are called."""

import pytest
from support.uploads import lines_of, uploaded

from gmm_helpers.grading.intake.people.person import Person

ANN = Person("Ann Lee", id="7", lms_id="7", lms="Brightspace", stem="7-9 - Ann Lee - May 1")
END = "End-of-Line Indicator"


def test_its_own_export_with_its_signs_and_its_column(tmp_path):
    head = "EM Points Grade <Numeric MaxPoints:10 Weight:5>"
    roster = f"OrgDefinedId,Username,Last Name,First Name,{head},{END}\n#01,#alee,Lee,Ann,,#\n"
    uploaded(tmp_path, [ANN], roster + "#02,#ikay,Kay,Ida,4,#\n", "em")
    assert lines_of(tmp_path, "brightspace.csv") == [
        ["OrgDefinedId", "Username", head, END],
        ["#01", "#alee", "0.25", "#"],
        ["#02", "#ikay", "4", "#"],
    ]
    assert not (tmp_path / "upload" / "brightspace.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_column_that_its_export_lacks_is_told(tmp_path):
    _, told = uploaded(tmp_path, [ANN], f"OrgDefinedId,Last Name,First Name,{END}\n1,Lee,Ann,#\n")
    assert told == [
        "brightspace.csv: the gradebook has no column 'EM notebooks Points Grade', so that an "
        "upload would make a new one; name one with --assignment-column: none."
    ]


@pytest.mark.parametrize("column", ["EM", "EM Points Grade", "EM (12)"])
def test_the_item_is_called_as_asked(column, tmp_path):
    uploaded(tmp_path, [ANN, Person("Eve")], "name,id\nAnn Lee,s1\n", column)
    assert lines_of(tmp_path, "brightspace.csv") == [
        ["OrgDefinedId", "EM Points Grade", END],
        ["s1", "0.25", "#"],
    ]
    text = " ".join((tmp_path / "upload" / "README.txt").read_text(encoding="utf-8").split())
    assert "Left out, without an id and a login: 1 student." in text
