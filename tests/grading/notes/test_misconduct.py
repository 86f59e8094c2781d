"""The same code twice, and the helper that was asked for."""

import pytest
from gmm_helpers.grading.notes.misconduct import TOO_LONG, fingerprint, helper_uses, same_solutions
from support.handed_in import bank, solution

from gmm_helpers.exercises import EXERCISES

IMPORT = "import gmm_helpers as gmm"
FIT = solution("fit_em")


@pytest.mark.parametrize(
    "source",
    [
        "def e_step(*a):\n    return gmm.e_step(*a)",
        "e_step = gmm.e_step",
        "from gmm_helpers.em.steps import e_step",
        "from gmm_helpers import e_step as mine\ndef e_step(*a):\n    return mine(*a)",
        "def e_step(*a):\n    from gmm_helpers.em import steps\n    return steps.e_step(*a)",
        "def e_step(*a):\n    return getattr(gmm, 'e_step')(*a)",
        "helper = gmm.e_step\ndef e_step(*a):\n    return helper(*a)",
        "def other(*a):\n    return gmm.em.e_step(*a)\ndef e_step(*a):\n    return other(*a)",
        "def e_step(*a):\n    return eval('gmm.e_step')(*a)",
        "from gmm_helpers.exercises import EXERCISES\n"
        "def e_step(*a):\n    return EXERCISES['e_step'].reference(*a)",
    ],
)
def test_the_helper_is_seen_however_it_is_reached(source):
    assert helper_uses([IMPORT, source], "e_step")


@pytest.mark.parametrize(
    "source",
    [
        "def e_step(*a):\n    return getattr(gmm, 'e_' + 'step')(*a)",
        "def e_step(*a):\n    return getattr(gmm.em, name)(*a)",
        "def e_step(*a):\n    return [v for k, v in vars(gmm).items() if k[::-1] == 'p'][0](*a)",
        "def e_step(*a):\n    return gmm.__dict__['e_' + 'step'](*a)",
        "h = gmm.em\ndef e_step(*a):\n    return getattr(h, 'e_' + 'step')(*a)",
        "import gmm_helpers.em.steps as h\ndef e_step(*a):\n    return vars(h)['e_' + 'step'](*a)",
        "def e_step(*a):\n    return vars(import_module('gmm_helpers.em'))['e_' + 'step'](*a)",
        "def e_step(*a):\n    return next(iter(vars(__import__('gmm_' + 'helpers'))))",
        "def e_step(*a):\n    return sys.modules['gmm_helpers.em.steps']",
        "def e_step(*a):\n    return globals()['gmm']",
        "f = gmm.density.log_sum_exp.__globals__\ndef e_step(*a):\n    return f['e_' + 'step'](*a)",
    ],
)
def test_looking_into_the_helpers_for_what_is_not_said_is_seen(source):
    # The import is one of the cells that were handed out, and so none of the student's own.
    assert "reaches into gmm_helpers by name" in " ".join(helper_uses([source], "e_step"))


@pytest.mark.parametrize(
    "source",
    [
        solution("e_step"),
        "def e_step(*a):\n    return getattr(gmm, 'weighted_log_prob')(*a)",
        "def e_step(*a):\n    return getattr(np, 'ex' + 'p')(*a) + globals()['x'] + vars(x)['y']",
        "x = vars(gmm)\ndef e_step(*a):\n    return 0",
        "import importlib\ndef e_step(*a):\n    return importlib.import_module('scipy.special')",
        "def e_step(*a):\n    return softmax(gmm.weighted_log_prob(*a), axis=1)",
        "def e_step(*a):\n    'Not gmm.e_step.'\n    return 0  # gmm.e_step",
        "def e_step(*a):\n    return 0\nprint(e_step(1) - gmm.e_step(1))",
    ],
)
def test_what_is_allowed_is_not_suspected(source):
    assert helper_uses([IMPORT, source], "e_step") == ()


def test_code_that_is_too_long_or_too_deep_is_not_looked_through_but_told():
    use = "def e_step(*a):\n    return gmm.e_step(*a)\n"
    assert helper_uses([IMPORT, use + "x = 1\n" * 20_000], "e_step") == (TOO_LONG,)
    assert fingerprint([FIT + "\nx = 1" * 20_000], "fit_em") == ""
    assert helper_uses([IMPORT, use + "x = " + "-" * 900 + "1"], "e_step") == ("gmm.e_step",)
    assert fingerprint([FIT + "\n    x = 0x" + "f" * 9_000], "fit_em") == ""


@pytest.mark.parametrize("name", EXERCISES)
def test_the_solutions_themselves_are_not_suspected(name):
    assert helper_uses([IMPORT, solution(name)], name) == ()


def test_names_comments_and_layout_do_not_hide_a_copy():
    copy = FIT.replace("weights", "w").replace("means", "m").replace("    ", "  ")
    copy = copy.replace("history", "h") + "\n# my own work"
    assert copy != FIT
    assert fingerprint([copy], "fit_em") == fingerprint([FIT], "fit_em") != ""


def test_different_solutions_differ():
    marks = [fingerprint([source], "fit_em") for source in bank("right", "fit_em").values()]
    marks = [mark for mark in marks if mark]
    assert len(set(marks)) == len(marks) > 3


def test_what_is_short_says_nothing():
    assert fingerprint([solution("update_weights")], "update_weights") == ""
    assert fingerprint(["def e_step(*a):\n    raise NotImplementedError"], "e_step") == ""


def test_a_few_who_share_come_before_what_many_write():
    prints = {name: {"fit_em": "many"} for name in "abcdef"}
    prints |= {name: {"fit_em": "few"} for name in "xy"} | {"z": {"fit_em": "one"}}
    assert same_solutions(prints) == [("fit_em", ("x", "y")), ("fit_em", tuple("abcdef"))]
