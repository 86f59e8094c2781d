"""The same code handed in twice."""

from support.handed_in import bank, solution

from gmm_helpers.grading.notes.fingerprints import fingerprint, same_solutions
from gmm_helpers.grading.parsing.syntax import CellSource

FIT = solution("fit_em")


def print_of(source, exercise="fit_em"):
    return fingerprint([CellSource(source)], exercise)


def test_code_that_is_too_long_or_a_number_too_long_has_none():
    assert print_of(FIT + "\nx = 1" * 20_000) == ""
    assert print_of(FIT + "\n    x = 0x" + "f" * 9_000) == ""


def test_names_comments_and_layout_do_not_hide_a_copy():
    copy = FIT.replace("weights", "w").replace("means", "m").replace("    ", "  ")
    copy = copy.replace("history", "h") + "\n# my own work"
    assert copy != FIT
    assert print_of(copy) == print_of(FIT) != ""


def test_different_solutions_differ():
    marks = [print_of(source) for source in bank("right", "fit_em").values()]
    marks = [mark for mark in marks if mark]
    assert len(set(marks)) == len(marks) > 3


def test_what_is_short_says_nothing():
    assert print_of(solution("update_weights"), "update_weights") == ""
    assert print_of("def e_step(*a):\n    raise NotImplementedError", "e_step") == ""


def test_a_few_who_share_come_before_what_many_write():
    prints = {name: {"fit_em": "many"} for name in "abcdef"}
    prints |= {name: {"fit_em": "few"} for name in "xy"} | {"z": {"fit_em": "one"}}
    assert same_solutions(prints) == [("fit_em", ("x", "y")), ("fit_em", tuple("abcdef"))]
