"""The moments at which a function was another one than after the last cell."""

import pytest

from gmm_helpers.grading.jail.inside.moments import HOME, MomentReachedError, Moments
from gmm_helpers.grading.jail.inside.stubs import CheckStub
from gmm_helpers.grading.jail.protocol.records import MAX_MOMENTS

NAME = "e_step"


@pytest.fixture(autouse=True)
def nobody_listens(monkeypatch):
    monkeypatch.setattr(CheckStub, "listener", None)


def notebook():
    return {"__name__": "__main__", "check": CheckStub()}


def test_a_check_of_what_stays_as_it_is_is_no_moment_of_its_own():
    space = notebook()
    moments = Moments(space, {NAME: 1})
    exec("def e_step(X): return X\ncheck(e_step)\ncheck('e_step')", space)
    moments.end_cell(1)
    assert moments.others(NAME) == []


def test_different_states_are_named_the_latest_first_and_not_too_many():
    space = notebook()
    moments = Moments(space, {NAME: 1})
    exec("for k in range(9):\n    n = k // 2\n    e_step = lambda X: n\n    check(e_step)", space)
    assert moments.others(NAME) == [8, 6, 4]  # 9 is as it is now
    exec("del e_step", space)
    assert moments.others(NAME) == [9, 8, 6]
    assert len(moments.others(NAME)) == MAX_MOMENTS


def test_the_cell_that_defines_it_counts_where_no_check_sees_it():
    space = notebook()
    moments = Moments(space, {NAME: 2})
    exec("def e_step(X): return X", space)
    moments.end_cell(1)
    moments.end_cell(2)
    exec("e_step = 3", space)
    assert moments.others(NAME) == [HOME]
    exec("def e_step(X): return 2\ncheck(e_step)\ne_step = 4", space)
    assert moments.others(NAME) == [1]


def test_the_notebook_ends_at_the_moment_that_is_asked_for():
    space = notebook()
    moments = Moments(space, {}, [NAME, 2])  # as JSON gives it
    cell = "def mine(X): return X\ncheck(abs)\ncheck(mine, 'e_step')\ncheck(mine, 'e_step')\nx = 1"
    with pytest.raises(MomentReachedError):
        exec(cell, space)
    assert (moments.reached, moments.found) == (True, space["mine"])
    assert "x" not in space


def test_what_is_no_function_is_no_moment():
    space = notebook()
    moments = Moments(space, {NAME: 1})
    exec("e_step = 3\ncheck(e_step, 'e_step')\ncheck(None)\ncheck()\ncheck([], {})", space)
    moments.end_cell(1)
    assert moments.others(NAME) == moments.others("m_step") == []
