"""Moodle finds its participants, and its own words."""

from support.uploads import lines_of, moodle_reads, pages_of, table_of, uploaded

from gmm_helpers.grading.intake.people.person import Person

STEM = "Ann Lee_40000_assignsubmission_file_"
ANN = Person("Ann Lee", id="40000", lms_id="40000", lms="Moodle", stem=STEM)
EVE = ANN._replace(
    name="Eve Oz", id="40007", lms_id="40007", stem="Eve Oz_40007_assignsubmission_file"
)


def test_numbers_of_participants_from_a_download(tmp_path):
    uploaded(tmp_path, [ANN], "name,id,email\nAnn Lee,s0,alee@x.edu\nIda Kay,s9,ida@x.edu\n")
    content = (tmp_path / "upload" / "moodle.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfIdentifier,")
    assert table_of(tmp_path, "moodle.csv") == [
        {
            **{"Identifier": "Participant 40000", "Full name": "Ann Lee", "ID number": "s0"},
            **{"Email address": "alee@x.edu", "Grade": "0.25", "Maximum grade": "10"},
            **{"Last modified (grade)": "-", "Feedback comments": "0.25 of 10 points."},
        },
        {
            **{"Identifier": "", "Full name": "Ida Kay", "ID number": "s9"},
            **{"Email address": "ida@x.edu", "Grade": "", "Maximum grade": "10"},
            **{"Last modified (grade)": "-", "Feedback comments": ""},
        },
    ]
    text = (tmp_path / "upload" / "README.txt").read_text(encoding="utf-8")
    assert "which Moodle skips: 1 student" in " ".join(text.split())


WORKSHEET = """\
ID,Vollständiger Name,E-Mail-Adresse,Status,Bewertung,Bestwertung,Zuletzt geändert (Bewertung),\
Feedback als Kommentar
Teilnehmer/in40009,Ida Kay,ida@x.edu,,5,100,-,"<p>See
me</p>"
Teilnehmer/in40000,=Ann Lee,alee@x.edu,,-,100,-,
Teilnehmer/in40001,Bob Kim,bkim@x.edu,,-,100,-,=Late
"""


def test_a_worksheet_in_another_language_goes_back_as_it_is(tmp_path):
    bob = ANN._replace(name="Bob Kim", id="40001", lms_id="40001")
    uploaded(tmp_path, [ANN, bob, EVE], WORKSHEET)
    heads, *lines = lines_of(tmp_path, "moodle.csv")
    assert heads == WORKSHEET.splitlines()[0].split(",")
    comment = "<p>See\nme</p>"
    assert lines == [
        ["Teilnehmer/in40009", "Ida Kay", "ida@x.edu", "", "5", "100", "-", comment],
        [
            "Teilnehmer/in40000",
            "'=Ann Lee",
            "alee@x.edu",
            "",
            "0.25",
            "100",
            "-",
            "0.25 of 10 points.",
        ],
        ["Teilnehmer/in40001", "Bob Kim", "bkim@x.edu", "", "1.25", "100", "-", "=Late"],
        ["Teilnehmer/in40007", "Eve Oz", "", "", "2.25", "", "", "2.25 of 10 points."],
    ]


def test_a_worksheet_alone_names_the_folders_of_pages(tmp_path):
    uploaded(tmp_path, [Person("Ann Lee")], WORKSHEET.replace("=Ann", "Ann"), missing="0")
    assert sorted(map(moodle_reads, pages_of(tmp_path))) == ["40000", "40001", "40009"]
    assert table_of(tmp_path, "moodle.csv")[0]["Bewertung"] == "0"


def test_a_list_of_participants_is_imported_by_address(tmp_path):
    roster = "First name,Last name,Email address\nAnn,Lee,alee@x.edu\n"
    uploaded(tmp_path, [Person("Ann Lee")], roster)
    (row,) = table_of(tmp_path, "moodle.csv")
    assert (row["Identifier"], row["Email address"], row["Grade"]) == ("", "alee@x.edu", "0.25")
    assert "Grades, Import, CSV file" in (tmp_path / "upload" / "README.txt").read_text()


def test_another_maximum_in_the_worksheet_is_told(tmp_path):
    _, told = uploaded(tmp_path, [ANN], WORKSHEET.replace(",100,", ',"54,00",'))
    (warning,) = [sentence for sentence in told if "maximum" in sentence]
    assert "the worksheet has the maximum grade 54,00, but there are 10 points" in warning
    text = " ".join((tmp_path / "upload" / "README.txt").read_text(encoding="utf-8").split())
    assert warning in text
    assert "should be 10" not in text


def test_the_right_maximum_needs_no_word(tmp_path):
    _, told = uploaded(tmp_path, [ANN], WORKSHEET.replace(",100,", ',"10,00",'))
    text = (tmp_path / "upload" / "README.txt").read_text(encoding="utf-8")
    assert "maximum grade" not in " ".join([text, *told])
