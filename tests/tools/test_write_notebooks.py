"""Notebooks are written whole or not at all."""

import nbformat
import pytest
from support.notebook_tools import build_notebooks


def broken_notebook():
    """Not valid, so it cannot be serialised."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("x = 1")])
    notebook.cells[0].outputs = "none"
    return notebook


@pytest.fixture
def old_file(tmp_path):
    path = tmp_path / "old.ipynb"
    build_notebooks.write(nbformat.v4.new_notebook(), path)
    return path


def test_a_notebook_that_cannot_be_serialised_leaves_the_old_file(old_file):
    before = old_file.read_bytes()
    with pytest.raises(nbformat.ValidationError):
        build_notebooks.write(broken_notebook(), old_file)
    assert old_file.read_bytes() == before


def test_a_failed_write_leaves_no_litter(old_file):
    with pytest.raises(nbformat.ValidationError):
        build_notebooks.write(broken_notebook(), old_file)
    assert list(old_file.parent.iterdir()) == [old_file]


def test_a_write_replaces_the_file_and_others_may_read_it(old_file):
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("µ", id="a")])
    build_notebooks.write(notebook, old_file)
    assert nbformat.read(old_file, 4) == notebook
    assert old_file.read_bytes().endswith(b"}\n")
    assert list(old_file.parent.iterdir()) == [old_file]
    ordinary = old_file.with_name("ordinary")
    ordinary.touch()
    assert old_file.stat().st_mode == ordinary.stat().st_mode  # not private, as temporary files are
