"""Blackboard finds students by login and a column by its number."""

from support.uploads import lines_of, uploaded

from gmm_helpers.grading.intake.people.person import Person

HEAD = "HW 1 [Total Pts: 10 Score] |12345"
ROSTER = f"Last Name,First Name,Username,Student ID,Last Access,{HEAD}\nÖz,Zoë,zoz,007,x,\n"
ZOE = Person("zoz", login="zoz", lms="Blackboard", stem="HW_zoz_attempt_2026")


def test_the_column_of_its_own_download(tmp_path):
    uploaded(tmp_path, [ZOE], ROSTER, "HW 1")
    assert lines_of(tmp_path, "blackboard.csv") == [
        ["Last Name", "First Name", "Username", "Student ID", HEAD],
        ["Öz", "Zoë", "zoz", "007", "0.25"],
    ]
    assert (tmp_path / "upload" / "blackboard.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_without_its_download_a_new_column(tmp_path):
    uploaded(tmp_path, [ZOE, Person("Ann")])
    assert lines_of(tmp_path, "blackboard.csv") == [
        ["Last Name", "First Name", "Username", "Student ID", "EM notebooks"],
        ["zoz", "", "zoz", "", "0.25"],
    ]
    text = " ".join((tmp_path / "upload" / "README.txt").read_text(encoding="utf-8").split())
    assert "will make a new column 'EM notebooks'" in text
    assert "Left out, without a login: 1 student." in text


def test_a_column_that_its_download_lacks_is_told(tmp_path):
    _, told = uploaded(tmp_path, [ZOE], ROSTER, "HW 2")
    assert told == [
        "blackboard.csv: the gradebook has no column 'HW 2', so that an upload would make a new "
        f"one; name one with --assignment-column: {HEAD}."
    ]


def test_the_name_of_a_column_as_it_is_there(tmp_path):
    uploaded(tmp_path, [ZOE], column=HEAD)
    assert lines_of(tmp_path, "blackboard.csv")[0][-1] == HEAD
