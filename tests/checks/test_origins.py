"""What is said about the run that was judged, or about why none was."""

import pytest

from gmm_helpers.checks.cell_runs import CellRun, Origin, OriginKind
from gmm_helpers.checks.origins import describe_origin
from gmm_helpers.exercises.running.exceptions import CodeLine, RaisedException

RUN = CellRun(
    7, "def f(:", None, RaisedException("SyntaxError", "invalid syntax"), CodeLine(1, "def f(:"), 0
)


@pytest.mark.parametrize(
    ("kind", "run", "end"),
    [
        (OriginKind.JUDGED, CellRun(7, "def f(): 1"), "run its cell again."),
        (
            OriginKind.STOPPED,
            RUN,
            "It raised SyntaxError: invalid syntax. See line 1 of the cell: def f(:",
        ),
        (OriginKind.STOPPED, CellRun(7, "def f(:", reached=0), "run it, and check again."),
        (OriginKind.RENAMED, CellRun(7, "def g(): 1"), "run the cell, and check again."),
        (OriginKind.RENAMED, CellRun(7, "x = 1"), "run the cell, and check again."),
    ],
)
def test_the_run_is_named_and_what_to_do_is_said(kind, run, end):
    said = describe_origin(Origin(kind, run), "f")
    assert "[7]" in said
    assert said.endswith(end)


def test_what_the_cell_defines_now_is_said():
    assert "now defines g," in describe_origin(
        Origin(OriginKind.RENAMED, CellRun(7, "def g(): 1")), "f"
    )
    assert "no longer defines it" in describe_origin(
        Origin(OriginKind.RENAMED, CellRun(7, "x = 1")), "f"
    )


def test_an_older_function_is_spoken_of_only_where_there_is_one():
    for kind in (OriginKind.STOPPED, OriginKind.RENAMED):
        assert "an older one would" in describe_origin(Origin(kind, RUN), "f")
        assert "older" not in describe_origin(Origin(kind, RUN, older=False), "f")


def test_a_newer_definition_that_is_not_judged_is_named():
    said = describe_origin(Origin(OriginKind.ELSEWHERE, CellRun(2, ""), newer=RUN), "f")
    assert said == "This is f as you ran it in [2], not as it stands in [7]."
