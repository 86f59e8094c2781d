"""Files that an LMS has named after their person: one row per person, and nobody is lost."""

import os
import time
import zipfile

import pytest
from support.folders import NOTEBOOK, zipped

from gmm_helpers.grading.intake.class_folder import collect
from gmm_helpers.grading.intake.namings import NAMINGS
from gmm_helpers.grading.intake.student_folder import load
from gmm_helpers.grading.notices import NoticeKind

TIME = "_attempt_2026-11-20-23-59-00"
LATER = "_attempt_2026-11-21-08-00-00"


@pytest.fixture(params=["zip", "folder"])
def found(request, tmp_path):
    """What is collected of files with these names: paths by student, and notes."""

    def of(*names, **contents):
        path = zipped(tmp_path / f"{len(os.listdir(tmp_path))}.zip", *names, **contents)
        if request.param == "folder":
            with zipfile.ZipFile(path) as archive:
                archive.extractall(path.with_suffix(""))
            path = path.with_suffix("")
        folders, notes = collect(path)
        loaded = [load(folder) for folder in folders]
        return {
            each.student: [file.path for file in each.files] + [*each.other_files]
            for each in loaded
        }, notes

    return of


@pytest.mark.parametrize(
    ("names", "students"),
    [
        (  # Canvas
            [
                "leeann_12345_678910_02_e_step.ipynb",
                "leeann_LATE_12345_678911_03_m_step-1.ipynb",
                "leeann_late_12345_678912_01.ipynb",  # of an older Canvas
                "o-haraboé_LATE_9_10_Untitled 3.ipynb",
            ],
            {
                "leeann": ["01.ipynb", "02_e_step.ipynb", "03_m_step-1.ipynb"],
                "o-haraboé": ["Untitled 3.ipynb"],
            },
        ),
        (  # the same name twice
            ["leeann_1_2_02.ipynb", "leeann_3_4_02.ipynb"],
            {"leeann (1)": ["02.ipynb"], "leeann (3)": ["02.ipynb"]},
        ),
        (  # two files of one name
            ["leeann_1_2_02.ipynb", "leeann_1_3_02.ipynb"],
            {"leeann": ["02.ipynb", "3/02.ipynb"]},
        ),
        (  # Moodle
            [
                "Ann Lee_40000_assignsubmission_file_02_e_step.ipynb",
                "Ann Lee_40000_assignsubmission_file_sketch.pdf",
                "Zoë_d'Ö_40001_assignsubmission_file_02.ipynb",
                "Participant_7_assignsubmission_file_02.ipynb",
                "Participant_8_assignsubmission_file_02.ipynb",
            ],
            {
                "Ann Lee": ["02_e_step.ipynb", "sketch.pdf"],
                "Zoë_d'Ö": ["02.ipynb"],
                "Participant (7)": ["02.ipynb"],
                "Participant (8)": ["02.ipynb"],
            },
        ),
        (  # Moodle, in folders
            [
                "Jane Doe_101_assignsubmission_file_/02_e_step.ipynb",
                "Jane Doe_101_assignsubmission_file_/week 2/03.ipynb",
                "Jane Doe_101_assignsubmission_onlinetext_/onlinetext.html",
                "Jim_b_102_assignsubmission_file/02.ipynb",
                "Jim_b_102_assignsubmission_onlinetext_/",
                "Li_7_assignsubmission_file_/02.ipynb",
                "Li_8_assignsubmission_onlinetext_/onlinetext.html",
                "Li_8_assignsubmission_file_02.ipynb",
            ],
            {
                "Jane Doe": ["02_e_step.ipynb", "onlinetext.html", "week 2/03.ipynb"],
                "Jim_b": ["02.ipynb"],
                "Li (7)": ["02.ipynb"],
                "Li (8)": ["02.ipynb", "onlinetext.html"],
            },
        ),
        (  # Moodle, the same path twice
            [f"Jane_1_assignsubmission_{part}_/02.ipynb" for part in ("comments", "file")],
            {"Jane": ["02.ipynb", "file/02.ipynb"]},
        ),
        (  # Blackboard
            [
                f"HW_alee{TIME}_02.ipynb",
                f"HW_alee{TIME}.txt",
                f"HW_alee{LATER}_02.ipynb",
                f"HW_bkim{TIME}.txt",
                f"HW_c.roe@x.edu{TIME}_02 (1).ipynb",
            ],
            {
                "alee": ["2026-11-20-23-59-00/02.ipynb", "2026-11-21-08-00-00/02.ipynb"],
                "bkim": [],
                "c.roe@x.edu": ["2026-11-20-23-59-00/02 (1).ipynb"],
            },
        ),
        (  # underscores everywhere
            [f"My_EM_sheet_{who}{TIME}.txt" for who in ("j_doe", "k_doe", "ann", "ann_b")],
            {"j_doe": [], "k_doe": [], "ann": [], "ann_b": []},
        ),
        ([f"My_EM_sheet_ann{TIME}.txt"], {"ann": []}),
    ],
    ids=[
        "canvas",
        "twins",
        "twice",
        "moodle",
        "folders",
        "parts",
        "blackboard",
        "underscores",
        "one",
    ],
)
def test_there_is_one_row_per_person(names, students, found):
    around = ["", "download/"] if len(students) > 1 else [""]
    for folder in around:
        assert found(*[folder + name for name in names])[0] == students


def test_one_folder_around_a_download_is_named(found):
    _, notes = found("download/ann_1_2_02.ipynb", "download/bob_3_4_02.ipynb")
    assert notes == [NoticeKind.CLASS_FOLDER(folder="download", count=2)]


@pytest.mark.parametrize("lms", sorted({naming.lms for naming in NAMINGS if naming.file}))
def test_folders_of_students_may_hold_such_names(lms, found):
    name = {
        "Canvas": "leeann_12345_678910_02.ipynb",
        "Moodle": "Ann Lee_40000_assignsubmission_file_02.ipynb",
        "Blackboard": f"HW_alee{TIME}_02.ipynb",
        "Brightspace": "40000-98765 - Ann Lee - Nov 20, 2026 1159 PM - 02.ipynb",
        "Google Classroom": "Ann Lee - 02_e_step.ipynb",
    }[lms]
    assert found(f"ann/{name}", f"bob/{name}")[0] == {"ann": [name], "bob": [name]}


def test_of_a_mixture_nobody_is_lost(found):
    names = ["ann/02.ipynb", "bobkim_1_2_02.ipynb", f"HW_cyd{TIME}.txt"]
    names += ["Dan_9_assignsubmission_file_02.ipynb", "eve.ipynb", "eve.ipynb.txt", "eve.pdf"]
    by_student, notes = found(*names, "ann_5_6_03.ipynb")
    assert by_student == {
        "ann": ["02.ipynb", "03.ipynb"],
        "bobkim": ["02.ipynb"],
        "cyd": [],
        "Dan": ["02.ipynb"],
    }
    assert notes == [NoticeKind.NOBODYS_NOTEBOOKS(files=["eve.ipynb", "eve.ipynb.txt", "eve.pdf"])]


def test_a_folder_around_a_mixture_is_around_everybody(found):
    by_student, _ = found("download/ann/02.ipynb", "download/bobkim_1_2_02.ipynb")
    assert by_student == {"ann": ["02.ipynb"], "bobkim": ["02.ipynb"]}


def test_a_zip_among_them_is_its_persons(found, tmp_path):
    inner = zipped(tmp_path / "inner.zip", "02.ipynb").read_bytes()
    by_student, _ = found("ann_1_2_03.ipynb", **{"bob_3_4_work.zip": inner})
    assert by_student == {"ann": ["03.ipynb"], "bob": ["work.zip/02.ipynb"]}


def test_an_attempt_is_as_old_as_its_name_says(tmp_path):
    for day, when in ((LATER, 1.0), (TIME, 2.0)):
        path = tmp_path / f"HW_ann{day}_02.ipynb"
        path.write_bytes(NOTEBOOK)
        os.utime(path, (when, when))
    (ann,), _ = collect(tmp_path)
    early, late = (file.modified for file in load(ann).files)
    assert time.localtime(late)[:6] == (2026, 11, 21, 8, 0, 0)
    assert early < late


def test_a_very_long_name_is_nobodys(tmp_path):
    long = "a_1" * 20_000 + ".ipynb"
    path = zipped(tmp_path / "class.zip", "ann/02.ipynb", long)
    assert collect(path)[1] == [NoticeKind.NOBODYS_NOTEBOOKS(files=[long])]
