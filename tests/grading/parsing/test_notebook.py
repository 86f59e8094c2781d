"""From bytes to cells: whatever stands there, there are cells or one reason why not."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gmm_helpers.grading.notices import NoticeKind, UnreadableError
from gmm_helpers.grading.parsing import notebook
from gmm_helpers.grading.parsing.notebook import n_characters, read_cells

JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


def cell(**fields):
    return json.dumps({"cells": [fields]}).encode()


@given(st.binary(max_size=200) | JSON.map(lambda value: json.dumps({"cells": value}).encode()))
def test_any_bytes_are_cells_or_unreadable(content):
    problem, cells = None, ()
    try:
        cells = read_cells(content)
    except UnreadableError as error:
        problem = error.problem
    assert problem is None or isinstance(problem.kind, NoticeKind)
    for cell in cells:
        cell.source.encode()


@pytest.mark.parametrize(
    ("fields", "source"),
    [
        ({"source": "a\r\nb"}, "a\nb"),
        ({"source": ["a\n", "b", 3]}, "a\nb"),
        ({"input": "a"}, "a"),
        ({"source": {"a": 1}}, ""),
        ({"source": "\ud800"}, "?"),
    ],
)
def test_a_source_is_text_that_can_be_written(fields, source):
    (read,) = read_cells(cell(cell_type="code", **fields))
    assert read.source == source


@pytest.mark.parametrize(
    ("grading", "points", "locked"),
    [
        ({"points": 3, "locked": True}, 3.0, True),
        ({"points": True, "locked": 1}, 0.0, False),
        ({"points": "3"}, 0.0, False),
        ({"points": 1e9}, 0.0, False),
        ([], 0.0, False),
    ],
)
def test_marks_of_any_kind_are_read(grading, points, locked):
    (read,) = read_cells(cell(metadata={"nbgrader": grading}))
    assert (read.points, read.locked, read.grade_id) == (points, locked, "")


def test_sheets_of_old_formats_are_read():
    old = {"worksheets": [{"cells": [{"cell_type": "code", "input": "x"}]}, 3, {"cells": None}]}
    assert [each.source for each in read_cells(json.dumps(old).encode())] == ["x"]


def test_a_byte_order_mark_is_no_error():
    assert read_cells(b"\xef\xbb\xbf" + cell(source="x"))[0].source == "x"


def test_limits_hold_exactly(monkeypatch):
    monkeypatch.setattr(notebook, "MAX_CELLS", 1)
    content = cell(cell_type="code", source="x" * 5)
    assert n_characters(read_cells(content, 5)) == 5
    with pytest.raises(UnreadableError) as raised:
        read_cells(content, 4)
    assert raised.value.problem.kind == NoticeKind.TOO_MUCH_CODE
    with pytest.raises(UnreadableError) as raised:
        read_cells(b'{"cells": [{}, {}]}')
    assert raised.value.problem == NoticeKind.TOO_MANY_CELLS(count=2, limit=1)


def test_prose_does_not_count_as_code_unless_it_may_be_some():
    (prose,) = read_cells(cell(cell_type="markdown", source="x" * 99))
    (retyped,) = read_cells(cell(cell_type="markdown", source="def f(): pass"))
    assert (n_characters([prose]), n_characters([retyped])) == (0, 13)


def test_cells_as_they_were_given_to_all_share_what_is_read_from_them():
    given_to_all = notebook.sources_of(read_cells(cell(cell_type="code", source="x = 1")))
    (same,) = read_cells(cell(cell_type="code", source=["x ", "= 1"]), given=given_to_all)
    (other,) = read_cells(cell(cell_type="code", source="x = 2"), given=given_to_all)
    assert same.source is given_to_all["x = 1"]
    assert other.source == "x = 2"
    assert other.source.names.binds == {"x"}
