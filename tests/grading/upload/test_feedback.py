"""Pages are where an LMS looks for them, and the zip is the same for the same pages."""

import zipfile

from support.uploads import canvas_reads, moodle_reads, pages_of, uploaded

from gmm_helpers.grading.intake.people.person import Person


def moodle(name, number, stem):
    return Person(name, id=number, lms_id=number, lms="Moodle", stem=stem)


def test_moodle_as_it_named_its_folders(tmp_path):
    people = [
        moodle("Ann Lee", "1", "Ann Lee_1_assignsubmission_file"),
        moodle("Li", "2", "Li_2_assignsubmission_file_"),
        moodle("Li", "3", "Li_3_assignsubmission_onlinetext_"),
        moodle("Zoë Öz", "4", "Zoë Öz_4_assignsubmission_onlinetext"),
    ]
    people[2] = people[2]._replace(name="Li (3)")
    uploaded(tmp_path, people)
    assert {path: moodle_reads(path) for path in pages_of(tmp_path)} == {
        "Ann Lee_1_assignsubmission_file/feedback.html": "1",
        "Li_2_assignsubmission_file_/feedback.html": "2",
        "Li_3_assignsubmission_file_/feedback.html": "3",
        "Zoë Öz_4_assignsubmission_file/feedback.html": "4",
    }


def test_moodle_with_its_worksheet_alone(tmp_path):
    roster = "Identifier,Full name,Grade\nParticipant 7,A_b/c,\n"
    uploaded(tmp_path, [Person("A_b/c")], roster)
    assert {*pages_of(tmp_path)} == {"A b c_7_assignsubmission_file/feedback.html"}


def test_canvas_by_user_and_by_what_was_handed_in(tmp_path):
    stems = {
        "leeann": "leeann_12345_678910_",
        "kimbob": "kimbob_LATE_12346_678911_",
        "ozzoe": "ozzoe_12347_",
        "anon_ab1c2": "anon_ab1c2_678912_",
    }
    people = [Person(n, lms_id="1", lms="Canvas", stem=stem) for n, stem in stems.items()]
    uploaded(tmp_path, people)
    pages = pages_of(tmp_path, "feedback_canvas.zip")
    assert {path: canvas_reads(path) for path in pages} == {
        "leeann_12345_678910_feedback.html": ("12345", "678910"),
        "kimbob_LATE_12346_678911_feedback.html": ("12346", "678911"),
        "anon_ab1c2_678912_feedback.html": ("678912",),
    }
    text = (tmp_path / "upload" / "README.txt").read_text(encoding="utf-8")
    assert "Without a file that was handed in: 1 student." in text


def test_the_same_pages_make_the_same_zip_with_names_in_utf8(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    people = [Person("Zoë Öz"), Person("Ann Lee")]
    uploaded(tmp_path / "a", people)
    uploaded(tmp_path / "b", people[::-1])
    one, other = ((tmp_path / x / "upload" / "feedback.zip").read_bytes() for x in "ab")
    assert one == other
    with zipfile.ZipFile(tmp_path / "a" / "upload" / "feedback.zip") as packed:
        flags = {info.filename: bool(info.flag_bits & 0x800) for info in packed.infolist()}
    assert flags == {"Ann Lee/feedback.html": False, "Zoë Öz/feedback.html": True}
