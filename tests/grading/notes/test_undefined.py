"""What stands in place of a function that no cell defines."""

from gmm_helpers.grading.notes.undefined import hidden_in, similar_to


def test_a_name_in_other_letters_is_found():
    assert similar_to("e_step", ["x = 1", "def EStep(X):\n    return X"]) == "EStep"
    assert similar_to("e_step", ["def m_step(X):\n    return X"]) == ""


def test_a_text_that_defines_it_is_found():
    assert hidden_in("e_step", ["run('''\n  e_step = 3''')"])
    assert not hidden_in("e_step", ["print('e_step is late')"])


def test_many_empty_lines_in_a_text_are_passed_over():
    long = "T = '''" + "\n" * 40_000 + "'''\nprint(e_step)"
    assert not hidden_in("e_step", [long])
