"""The list of a class, as LMS export it and as people write it."""

import pytest

from gmm_helpers.grading.intake.people.roster import read_roster

MOODLE = """\
"First name","Last name","ID number",Institution,"Email address"
Ann,Lee,s1,,ann@x.edu
Zoë,"van Öz",s2,,zoe@x.edu
"""
MOODLE_SHEET = """\
Identifier,"Full name","Email address",Status,Grade
"Participant 40000","Ann Lee",ann@x.edu,"Submitted for grading",
"Participant 40001","Zoë van Öz",zoe@x.edu,"No submission",
"""
CANVAS = """\
Student,ID,SIS User ID,SIS Login ID,Section,"EM (9)"
,,,,,Manual Posting
"    Points Possible",,,,,"20.0"
"Lee, Ann",40000,s1,ann@x.edu,one,
"van Öz, Zoë",40001,s2,zoe@x.edu,one,
"Student, Test",40002,,0a1b2c,one,
"""
BRIGHTSPACE = """\
OrgDefinedId,Username,Last Name,First Name,Email,End-of-Line Indicator
#s1,#ann,Lee,Ann,ann@x.edu,#
#s2,#zoe,van Öz,Zoë,zoe@x.edu,#
"""
PLAIN = "id;name;e-mail;login\ns1;Ann Lee;ann@x.edu;ann\ns2;Zoë van Öz;zoe@x.edu;zoe\n\n;;;\n"
NBGRADER = "id,first_name,last_name,email\ns1,Ann,Lee,ann@x.edu\ns2,Zoë,van Öz,zoe@x.edu\n"
CLASSROOM = (
    '"identifier","github_username","github_id","name"\ns1,ann,7,Ann Lee\ns2,zoe,8,Zoë van Öz\n'
)


def read(tmp_path, text, coding="utf-8"):
    path = tmp_path / "class.csv"
    path.write_bytes(text.encode(coding))
    return read_roster(path)


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize(
    "text",
    [
        MOODLE,
        MOODLE_SHEET,
        CANVAS,
        BRIGHTSPACE,
        PLAIN,
        PLAIN.replace(";", "\t"),
        NBGRADER,
        CLASSROOM,
    ],
    ids=["moodle", "sheet", "canvas", "brightspace", "plain", "tabs", "nbgrader", "github"],
)
def test_columns_are_found_by_their_heads(text, coding, tmp_path):
    ann, zoe = (enrolled.person for enrolled in read(tmp_path, text, coding))
    assert (ann.name, zoe.name) == ("Ann Lee", "Zoë van Öz")
    assert "Last" not in text or zoe.last == "van Öz"
    assert ann.id in ("s1", "40000")
    assert "mail" not in text.lower() or ann.email == "ann@x.edu"
    has_login = "login" in text.lower() or "username" in text.lower()
    assert (ann.login in ("ann", "ann@x.edu")) == has_login


def test_all_numbers_and_the_line_are_kept(tmp_path):
    ann, _ = read(tmp_path, CANVAS)
    assert ann.ids == {"40000", "s1"}
    assert ann.line["Section"] == "one"


def test_who_is_there_twice_counts_once(tmp_path):
    assert len(read(tmp_path, PLAIN + "s1;Ann Lee;;\n")) == 2
    assert len(read(tmp_path, "name\nAnn\nBob\nAnn\n")) == 2


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no column for names"),
        ("a,b\n1,2\n", "no column for names"),
        ("name\n", "names nobody"),
    ],
)
def test_what_is_no_list_is_refused_in_a_sentence(text, why, tmp_path):
    with pytest.raises(ValueError, match=why):
        read(tmp_path, text)


def test_a_list_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ValueError, match=r"--roster .*none\.csv can't be read"):
        read_roster(tmp_path / "none.csv")


def test_a_zip_or_a_spreadsheet_is_no_table(tmp_path):
    path = tmp_path / "class.xlsx"
    path.write_bytes(b"PK\x03\x04id,name\rx\r\ny")
    with pytest.raises(ValueError, match=r"--roster .*class\.xlsx can't be read as a table"):
        read_roster(path)
