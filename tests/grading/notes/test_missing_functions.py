"""What stands in place of a function that no cell defines."""

from gmm_helpers.grading.notes.missing_functions import is_hidden_in, similar_to
from gmm_helpers.grading.parsing.syntax import CellSource


def sources(*texts):
    return [CellSource(text) for text in texts]


def test_a_name_in_other_letters_is_found():
    assert similar_to("e_step", sources("x = 1", "def EStep(X):\n    return X")) == "EStep"
    assert similar_to("e_step", sources("def m_step(X):\n    return X")) == ""


def test_a_text_that_defines_it_is_found():
    assert is_hidden_in("e_step", sources("run('''\n  e_step = 3''')"))
    assert not is_hidden_in("e_step", sources("print('e_step is late')"))


def test_many_empty_lines_in_a_text_are_passed_over():
    long = "T = '''" + "\n" * 40_000 + "'''\nprint(e_step)"
    assert not is_hidden_in("e_step", sources(long))
