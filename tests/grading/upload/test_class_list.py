"""Whose list it is, by its heads."""

import pytest

from gmm_helpers.grading.upload.class_list import ClassList, Writer

LISTS = {
    Writer.CANVAS: ["Student,ID,SIS Login ID,Section"],
    Writer.MOODLE: ["Identifiant,Nom complet,Note", "Participant 12,Ann,-"],
    Writer.BRIGHTSPACE: ["OrgDefinedId,Last Name,First Name"],
    Writer.BLACKBOARD: ["Last Name,First Name,Username,HW [Total Pts: 5 Score] |3"],
    Writer.GITHUB: ["identifier,github_username,github_id,name"],
}


@pytest.mark.parametrize("writer", LISTS)
def test_who_wrote_it(writer):
    assert ClassList([line.split(",") for line in LISTS[writer]]).writer is writer


@pytest.mark.parametrize(
    "lines",
    [
        [],
        [""],
        ["id,name,email,login", "7,Ann,a@x,ann"],
        ["name,grade", "ann1,-", "bob2,-"],
        ["Username,Last Name", "ann,Lee"],
    ],
)
def test_nobody_in_particular(lines):
    assert ClassList([line.split(",") for line in lines]).writer is None


def test_of_two_columns_of_one_name_none_is_guessed():
    names = ClassList([["Student", "ID", "Section", "EM (1)", "EM (2)"]])
    assert names.column(Writer.CANVAS, "EM") == "EM"
    assert names.column(Writer.CANVAS, "EM (2)") == "EM (2)"
    assert names.column(Writer.BLACKBOARD, "EM (2)") == "EM"
