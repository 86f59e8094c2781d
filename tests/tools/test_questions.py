"""The command line: from solved notebooks to files."""

import importlib
import zipfile

import pytest
from support import notebook_tools  # which puts tools/ on the path
from support.asked_notebook import FULL, write_solved

assert notebook_tools.ROOT
questions = importlib.import_module("questions")
reading = importlib.import_module("question_files.reading")


@pytest.fixture
def folder(tmp_path):
    solved = tmp_path / "solutions"
    solved.mkdir()
    write_solved(solved, "01_sampling", "Sampling", FULL["one"], FULL["point"])
    write_solved(solved, "02_e_step", "The E-step", FULL["order"])
    return solved


def run(folder, target):
    return questions.main(["--folder", str(folder), "--target", str(target)])


def test_every_chapter_has_its_files_and_the_course_a_page(folder, tmp_path, capsys):
    assert run(folder, tmp_path / "out") == 0
    assert "01_sampling: 2 questions" in capsys.readouterr().out
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "01_sampling.xml",
        "01_sampling.zip",
        "02_e_step.xml",
        "02_e_step.zip",
        "questions.html",
    ]
    with zipfile.ZipFile(tmp_path / "out" / "01_sampling.zip") as archive:
        assert archive.testzip() is None
        assert "imsmanifest.xml" in archive.namelist()  # not in a folder: importers look here


def test_it_says_why_a_question_is_in_the_notebook_only(tmp_path, capsys, monkeypatch):
    left_out = [reading.Chapter("01_sampling", "Sampling", (), ("from_the_picture",))]
    monkeypatch.setattr(questions, "chapters_of", lambda folder: left_out)
    assert run(tmp_path, tmp_path / "out") == 0
    said = capsys.readouterr().out
    assert "in the notebook only: from_the_picture" in said
    assert "need the code or the picture above them" in said


def test_the_same_notebooks_give_the_same_files(folder, tmp_path):
    run(folder, tmp_path / "a")
    run(folder, tmp_path / "b")
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


def test_without_questions_it_says_what_to_do(tmp_path, capsys):
    assert run(tmp_path, tmp_path / "out") == 1
    assert "run make notebooks" in capsys.readouterr().out
    assert not (tmp_path / "out").exists()


def test_a_fault_is_one_sentence(folder, tmp_path, capsys):
    write_solved(folder, "03_m_step", "The M-step", FULL["order"])
    assert run(folder, tmp_path / "out") == 1
    said = capsys.readouterr().err
    assert "'steps' is in 02_e_step.ipynb and in 03_m_step.ipynb" in said
    assert len(said.splitlines()) == 1
