"""The two copies of a chapter, read and put side by side."""

import nbformat
import pytest
from site_pages.copies import paired_cells, read_copies


def notebook(*ids, text):
    cells = [nbformat.v4.new_markdown_cell(text, id=id) for id in ids]
    return nbformat.v4.new_notebook(cells=cells)


def test_cells_stand_beside_their_twins(tmp_path):
    (tmp_path / "solutions").mkdir()
    nbformat.write(notebook("one", "two", text="to do"), tmp_path / "01.ipynb")
    nbformat.write(notebook("one", "two", text="done"), tmp_path / "solutions" / "01.ipynb")
    pairs = paired_cells("01", *read_copies(tmp_path, "01"))
    assert [(stub.id, cell.id) for stub, cell in pairs] == [("one", "one"), ("two", "two")]
    assert {(stub.source, cell.source) for stub, cell in pairs} == {("to do", "done")}


@pytest.mark.parametrize("ids", [("one",), ("two", "one"), ("one", "two", "three")])
def test_copies_that_do_not_belong_together_are_refused(ids):
    student = notebook("one", "two", text="to do")
    with pytest.raises(ValueError, match="copies of 01 have different cells: run make notebooks"):
        paired_cells("01", student, notebook(*ids, text="done"))
