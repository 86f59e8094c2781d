"""How people are sorted and compared."""

from gmm_helpers.grading.intake.people.person import Person, fold, sort_key


def names(*people):
    return [person.name for person in sorted(people, key=sort_key)]


def test_people_are_sorted_by_last_name_then_first_name_without_accents():
    listed = [
        ("Zoë Ärger", "Ärger"),
        ("Ann Lee", "Lee"),
        ("Al Lee", "Lee"),
        ("Bo de Vries", "de Vries"),
    ]
    people = [Person(name, last) for name, last in listed]
    assert names(*people[::-1]) == ["Zoë Ärger", "Bo de Vries", "Al Lee", "Ann Lee"]


def test_a_name_with_a_comma_says_which_part_comes_first():
    assert names(Person("Lee, Bob"), Person("Lee, Ann"), Person("Kim, Zoe")) == [
        "Kim, Zoe",
        "Lee, Ann",
        "Lee, Bob",
    ]


def test_capitals_do_not_count_and_numbers_do():
    assert names(*map(Person, ["s10", "S9", "Émile", "eve"])) == ["Émile", "eve", "S9", "s10"]


def test_equal_names_are_sorted_by_id():
    people = [Person("Li", id=number) for number in ("12", "3")]
    assert [person.id for person in sorted(people, key=sort_key)] == ["3", "12"]


def test_letters_are_folded():
    assert fold("Łódź Straße Ægir Đorđe E\u0301") == "lodz strasse aegir dorde e"
