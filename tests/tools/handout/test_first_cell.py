"""The first cell of a notebook: silent with the package, one sentence otherwise."""

import ast
import importlib
import re
import sys
from types import ModuleType

import pytest
from support.notebook_tools import NOTEBOOKS, ROOT, transform

import gmm_helpers
from gmm_helpers.grading.parsing.cells import Cell, is_first_cell
from gmm_helpers.grading.parsing.handout.notebooks import FIRST_CELL
from gmm_helpers.grading.parsing.ipython_syntax import plain_python

tool = importlib.import_module("handout.first_cell")  # in tools/
PROJECT, SOURCE = tool.PROJECT, tool.first_cell_source()


def run(source=SOURCE):
    """As grading does, without installing anything."""
    exec(compile(plain_python(source), "first_cell", "exec"), {})


def without_the_package(monkeypatch):
    monkeypatch.setitem(sys.modules, "gmm_helpers", None)


@pytest.mark.parametrize("path", sorted((NOTEBOOKS / "source").glob("*.py")), ids=lambda p: p.stem)
def test_it_stands_before_all_other_code(path):
    notebook = tool.with_first_cell(transform.read_source(path, dict.fromkeys(names(path), 1)))
    first = next(cell for cell in notebook.cells if cell.cell_type == "code")
    assert first.id == FIRST_CELL
    assert first.source == SOURCE
    assert "%pip install" in first.source
    assert len({cell.id for cell in notebook.cells}) == len(notebook.cells)


def names(path):
    return re.findall(r'exercise="(\w+)"', path.read_text(encoding="utf-8"))


def test_it_is_silent_where_the_package_is(capsys, monkeypatch):
    monkeypatch.setattr(gmm_helpers, "__version__", PROJECT["version"], raising=False)
    run()
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("version", ["99.0", "99.0.1rc1", ""])
def test_it_is_silent_with_a_newer_package_and_with_one_that_is_not_installed(
    version, capsys, monkeypatch
):
    monkeypatch.setattr(gmm_helpers, "__version__", version, raising=False)
    run()
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("version", ["0.0.1", "0.0.99.dev3", "0"])
def test_a_package_that_is_too_old_is_told_in_one_sentence(version, capsys, monkeypatch):
    monkeypatch.setattr(gmm_helpers, "__version__", version, raising=False)
    run()
    out, err = capsys.readouterr()
    assert out.count("\n") == 1
    assert f"needs gmm_helpers {PROJECT['version']} or newer" in out
    assert err == ""


def test_a_package_from_before_there_were_versions_is_too_old(capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "gmm_helpers", ModuleType("gmm_helpers"))
    run()
    assert "or newer: run %pip uninstall" in capsys.readouterr().out


def test_without_package_and_wheel_it_says_what_to_do(monkeypatch, tmp_path):
    without_the_package(monkeypatch)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tool, "PROJECT", without_address())
    with pytest.raises(ImportError, match=r"put gmm_helpers-.*whl.* beside it"):
        run(tool.first_cell_source())


def test_the_one_address_is_what_is_installed_where_no_wheel_is(monkeypatch, tmp_path):
    without_the_package(monkeypatch)
    monkeypatch.chdir(tmp_path)
    with_one = {**PROJECT, "urls": {"Source": "https://github.com/Me/it"}}
    monkeypatch.setattr(tool, "PROJECT", with_one)
    source = tool.first_cell_source()
    assert is_first_cell(Cell("code", source))
    assert installed_by(source) == ["https://github.com/Me/it/archive/refs/heads/main.zip"]


def test_an_old_python_is_told_in_one_sentence(monkeypatch):
    without_the_package(monkeypatch)
    monkeypatch.setattr(sys, "version_info", (3, 9, 1))
    with pytest.raises(ImportError, match=r"needs Python 3\.11 or newer: choose another kernel"):
        run()


def test_it_installs_the_wheel_beside_the_notebooks(monkeypatch, tmp_path):
    """In the zip it lies one folder up; grading itself installs nothing."""
    without_the_package(monkeypatch)
    (tmp_path / "gmm_helpers-0.1.0-py3-none-any.whl").touch()
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path / "notebooks")
    assert installed_by(SOURCE) == ["../gmm_helpers-0.1.0-py3-none-any.whl"]


def test_of_several_wheels_it_takes_the_newest_and_none_that_was_renamed(monkeypatch, tmp_path):
    """A browser that saves the same file again adds a number to its name, which pip refuses."""
    without_the_package(monkeypatch)
    for name in ("0.1.0-py3-none-any", "0.2.0-py3-none-any (1)", "0.2.0-py3-none-any"):
        (tmp_path / f"gmm_helpers-{name}.whl").touch()
    monkeypatch.chdir(tmp_path)
    assert installed_by(SOURCE) == ["gmm_helpers-0.2.0-py3-none-any.whl"]


def test_in_kaggle_it_finds_the_wheel_among_the_inputs(monkeypatch, tmp_path):
    without_the_package(monkeypatch)
    wheel = tmp_path / "input" / "our-course" / "gmm_helpers-0.1.0-py3-none-any.whl"
    wheel.parent.mkdir(parents=True)
    wheel.touch()
    (tmp_path / "working").mkdir()
    monkeypatch.chdir(tmp_path / "working")
    assert installed_by(SOURCE.replace("/kaggle/", f"{tmp_path}/")) == [str(wheel)]


def installed_by(source):
    """What pip is told to install."""
    installed = []
    source = re.sub(r'%pip install -q "{(.*)}"', r"installed.append(\1)", source)
    with pytest.raises(ImportError, match=r"could not be installed.* connect to the internet"):
        exec(source, {"installed": installed})
    return installed


def without_address():
    return {key: value for key, value in PROJECT.items() if key != "urls"}


def test_grading_knows_it_in_any_version():
    assert is_first_cell(Cell("code", SOURCE))
    assert is_first_cell(Cell("code", SOURCE.replace(PROJECT["version"], "0.0.1")))
    assert not is_first_cell(Cell("code", SOURCE + "\ndef e_step(X): return X"))
    assert not is_first_cell(Cell("code", "import gmm_helpers"))


def test_before_it_nothing_is_imported():
    tree = ast.parse(plain_python(SOURCE))
    imported = [n for n in ast.walk(tree) if isinstance(n, (ast.Import, ast.ImportFrom))]
    assert {ast.unparse(each) for each in imported} == {
        "import gmm_helpers",
        "import sys",
        "from glob import glob",
    }
    assert (ROOT / "pyproject.toml").is_file()
