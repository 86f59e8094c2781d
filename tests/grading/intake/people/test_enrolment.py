"""Everybody on the list has a row, and nobody has two."""

import pytest
from support.downloads import LAYOUTS, PEOPLE, download
from support.folders import tree

from gmm_helpers.grading.intake.class_folder import collect
from gmm_helpers.grading.intake.people.enrolment import enrol
from gmm_helpers.grading.intake.people.person import Person
from gmm_helpers.grading.intake.people.roster import Enrolled, read_roster
from gmm_helpers.grading.intake.student_folder import StudentFolder, load
from gmm_helpers.grading.notices import NoticeKind
from gmm_helpers.grading.parsing.release import read_release

RELEASE = read_release()
LINES = ["id,first name,last name,email,login"]
LINES += [
    ",".join([number, *name.split(), f"{login}@x.edu", login])
    for name, (login, number) in PEOPLE.items()
]
LINES.append("50000,Ida,Kay,ida@x.edu,ida")


@pytest.fixture
def roster(tmp_path):
    path = tmp_path / "class.csv"
    path.write_text("\n".join(LINES), encoding="utf-8")
    return read_roster(path)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_rows_of_the_list(layout, roster, tmp_path):
    folders, _ = collect(download(tmp_path / "hw", layout, "zip"), RELEASE)
    enrolled, notes = enrol(folders, roster)
    assert notes == []
    assert [each.person.name for each in enrolled] == ["Ida Kay", "Bob Kim", "Ann Lee", "Zoë Öz"]
    assert [bool(each.entries) for each in enrolled] == [False, True, True, True]
    assert [each.person.email for each in enrolled][2:] == ["alee@x.edu", "zoz@x.edu"]
    assert all(each.person.is_listed for each in enrolled)
    assert enrolled[1].person.is_late == (layout == "canvas")


def listed(*people):
    return [
        Enrolled(person, frozenset([person.id]), frozenset([person.login]), {}) for person in people
    ]


def handed_in(*people):
    return [StudentFolder(person.name, (), False, person) for person in people]


def names(folders):
    return [(each.student, each.person.name, each.person.is_listed) for each in folders]


@pytest.mark.parametrize(
    "name", ["ANN LEE", "Lee, Ann", "Ann  B. Lee", "leeann", "Ánn Lée", "Lee Ann"]
)
def test_a_name_may_be_written_differently(name):
    found, notes = enrol(handed_in(Person(name)), listed(Person("Ann Lee", "Lee", "1")))
    assert (names(found), notes) == ([(name, "Ann Lee", True)], [])


@pytest.mark.parametrize("name", ["vanderbergludwig", "van der Berg, Ludwig"])
def test_a_last_name_may_have_several_words(name):
    person = Person("Ludwig van der Berg", id="7")
    enrolled, notes = enrol(handed_in(Person(name)), listed(person))
    assert notes == []
    assert names(enrolled) == [(name, "Ludwig van der Berg", True)]


def test_who_is_not_on_the_list_is_told():
    found, notes = enrol(handed_in(Person("Eve")), listed(Person("Ann Lee", "Lee", "1")))
    assert names(found) == [("Eve", "Eve", False), ("Ann Lee", "Ann Lee", True)]
    assert notes == [NoticeKind.NOT_LISTED(students=["Eve"])]


def test_of_two_with_one_name_the_number_decides():
    twins = listed(Person("Li", "Li", "1"), Person("Li", "Li", "2"))
    folders = [StudentFolder("Li (2)", (), False, Person("Li", id="2", lms_id="2"))]
    found, notes = enrol(folders, twins)
    assert [(each.student, each.person.id) for each in found] == [("Li", "1"), ("Li (2)", "2")]
    assert notes == []
    found, notes = enrol(handed_in(Person("Li")), twins)
    assert len(found) == 3
    assert notes == [NoticeKind.UNDECIDED(students=["Li"])]


def test_a_number_of_another_kind_is_nobodys():
    found, notes = enrol(
        handed_in(Person("Jane Doe", id="7")), listed(Person("Ann Lee", "Lee", "7"))
    )
    assert len(found) == 2
    assert notes == [NoticeKind.NOT_LISTED(students=["Jane Doe"])]


@pytest.mark.parametrize("name", ["ngstrmsa", "ångströmåsa"])
def test_letters_with_accents_may_be_left_out_beside_the_number(name):
    found, notes = enrol(
        handed_in(Person(name, id="7")), listed(Person("Åsa Ångström", "Ångström", "7"))
    )
    assert (names(found), notes) == ([(name, "Åsa Ångström", True)], [])


def test_folders_of_one_person_are_one_row(tmp_path):
    tree(tmp_path, "ann/02.ipynb", "Ann Lee/02.ipynb", "bob/02.ipynb")
    folders, _ = collect(tmp_path, RELEASE)
    found, notes = enrol(folders, listed(Person("Ann Lee", "Lee", "1", "", "ann")))
    (ann,) = [each for each in found if each.person.is_listed]
    assert [file.path for file in load(ann).files] == ["02.ipynb", "Ann Lee/02.ipynb"]
    assert NoticeKind.SAME_PERSON(students=["ann and Ann Lee"]) in notes


def test_in_a_course_of_nbgrader_people_are_called_by_their_logins():
    folders = [StudentFolder("ann", (), True, Person("ann", login="ann"))]
    found, _ = enrol(
        folders, listed(Person("Ann Lee", "Lee", "1", "", "ann"), Person("Bo", "", "2", "", "bo"))
    )
    assert {each.student for each in found} == {"ann", "bo"}
