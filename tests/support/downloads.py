"""A small class as each LMS lets one download it: paths and what lies there."""

import unicodedata
import zipfile

EARLY, LATE_TIME = "2026-11-20-23-59-00", "2026-11-21-08-00-00"
PEOPLE = {  # name: login, id
    "Ann Lee": ("alee", "40000"),
    "Bob Kim": ("bkim", "40001"),
    "Zoë Öz": ("zoz", "40002"),
}
METADATA = "".join(
    f"""\
submission_{i}:
  :submitters:
  - :name: {name}
    :sid: '{number}'
    :email: {login}@x.edu
  :created_at: {"2026-11-21 08:00" if i == 9 else "2026-11-20 23:59"}:00.000000000 Z
  :score: 3.0
  :results: !ruby/hash:ActiveSupport::HashWithIndifferentAccess
    :name: nobody
    tests:
    - :name: nobody either
  :history:
  - :id: 1
    :created_at: 2020-01-01 00:00:00 Z
"""
    for i, (name, (login, number)) in [
        *enumerate(PEOPLE.items()),
        (9, ("Ann Lee", PEOPLE["Ann Lee"])),
    ]
)


def _pairs(file):
    """``file(name, login, id)`` for everybody, with what they handed in."""
    return {file(name, *about): name.encode() for name, about in PEOPLE.items()}


def _twice(file):
    """The same, and a first attempt of Ann's: ``file(name, login, id, attempt)``."""
    late = _pairs(lambda *about: file(*about, 1))
    login, number = PEOPLE["Ann Lee"]
    return {file("Ann Lee", login, number, 0): b"first", **late}


def _squashed(name):
    first, last = name.split()
    return f"{last}{first}".lower()


STAMPS = EARLY, LATE_TIME
D2L = "Nov 20, 2026 1159 PM", "Nov 21, 2026 800 AM"
NBGRADER = "2026-11-20 23:59:00.000001 UTC", "2026-11-21 08:00:00.000001 UTC"

# By layout: what was downloaded, and how a student is called there: by "name", "login" or "canvas".
LAYOUTS = {
    "folders": (_pairs(lambda name, login, i: f"{name}/02.ipynb"), "name"),
    "moodle folders": (
        {
            **_pairs(lambda name, login, i: f"{name}_{i}_assignsubmission_file_/02.ipynb"),
            "Ann Lee_40000_assignsubmission_onlinetext_/onlinetext.html": b"<p>See file.</p>",
        },
        "name",
    ),
    "moodle 4.1": (
        {
            **_pairs(lambda name, login, i: f"{name}_{i}_assignsubmission_file/02.ipynb"),
            "Ann Lee_40000_assignsubmission_onlinetext/onlinetext.html": b"<p>See file.</p>",
        },
        "name",
    ),
    "moodle flat": (
        {
            **_pairs(lambda name, login, i: f"{name}_{i}_assignsubmission_file_02.ipynb"),
            "Ann Lee_40000_assignsubmission_onlinetext_onlinetext.html": b"<p>See file.</p>",
        },
        "name",
    ),
    "canvas": (
        _pairs(
            lambda name, login, i: (
                f"{_squashed(name)}{'_LATE' * (login == 'bkim')}_{i}_678910_02_e_step-1.ipynb"
            )
        ),
        "canvas",
    ),
    "blackboard": (
        {
            **_twice(lambda name, login, i, k: f"HW_{login}_attempt_{STAMPS[k]}_02.ipynb"),
            **_pairs(lambda name, login, i: f"HW_{login}_attempt_{LATE_TIME}.txt"),
        },
        "login",
    ),
    "google classroom": (_pairs(lambda name, login, i: f"{name} - 02_e_step.ipynb"), "name"),
    "gradescope": (
        {
            "assignment_5_export/submission_metadata.yml": METADATA.encode(),
            "assignment_5_export/submission_0/02.ipynb": b"first",
            "assignment_5_export/submission_9/02.ipynb": b"Ann Lee",
            "assignment_5_export/submission_1/02.ipynb": b"Bob Kim",
            "assignment_5_export/submission_2/02.ipynb": "Zoë Öz".encode(),
        },
        "name",
    ),
    "brightspace": (
        {
            **_twice(lambda name, login, i, k: f"{i}-98765 - {name} - {D2L[k]}/02.ipynb"),
            "index.html": b"<html></html>",
        },
        "name",
    ),
    "teams": (_twice(lambda name, login, i, k: f"{name}/EM/Version {k + 1}/02.ipynb"), "name"),
    "nbgrader submitted": (
        _pairs(lambda name, login, i: f"submitted/{login}/em/02.ipynb"),
        "login",
    ),
    "nbgrader inbound": (
        _twice(lambda name, login, i, k: f"inbound/{login}+em+{NBGRADER[k]}/02.ipynb"),
        "login",
    ),
    "github classroom": (
        _pairs(lambda name, login, i: f"em-submissions/em-{login}/02.ipynb"),
        "login",
    ),
    "one folder around": (_pairs(lambda name, login, i: f"class/{login}/02.ipynb"), "login"),
}


def called(kind):
    """How the people are called where the layout knows no more than that, in the same order."""
    return {
        "name": [*PEOPLE],
        "login": [login for login, _ in PEOPLE.values()],
        "canvas": [_squashed(name) for name in PEOPLE],
    }[kind]


def download(path, layout, form, contents=lambda content: content, around=""):
    """Write a layout as a zip or a folder; ``contents`` replaces what a person has handed in."""
    return written(
        path, form, {around + n: contents(content) for n, content in LAYOUTS[layout][0].items()}
    )


def written(path, form, files):
    """Write files as a zip or a folder, and return where it is."""
    if form == "folder":
        for name, content in files.items():
            (path / name).parent.mkdir(parents=True, exist_ok=True)
            (path / name).write_bytes(content)
        return path
    with zipfile.ZipFile(path.with_suffix(".zip"), "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path.with_suffix(".zip")


def decomposed(text):
    return unicodedata.normalize("NFD", text)
