import json

import pytest

from gmm_helpers.questions import progress_file


@pytest.fixture
def notebook(tmp_path, monkeypatch):
    """As if this were a kernel in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(progress_file, "is_kept", lambda: True)
    return tmp_path / progress_file.FILE


def test_the_last_event_of_a_name_counts(notebook):
    progress_file.keep("check", "e_step", score=0)
    progress_file.keep("check", "e_step", score=5)
    progress_file.keep("check", "em_step", score=1)
    found = progress_file.kept("check")
    assert {name: event["score"] for name, event in found.items()} == {"e_step": 5, "em_step": 1}
    assert progress_file.kept("question") == {}


def test_broken_lines_lose_nothing_else(notebook):
    progress_file.keep_attempts("rows", [[1], [0]], True)
    text = notebook.read_text()
    notebook.write_text(f'{{"kind": "ques\n[1]\nnull\n\n{text}\x00\n{{"kind": "question"')
    assert progress_file.attempts_at("rows") == [[1], [0]]


@pytest.mark.parametrize("attempts", [None, "x", {"a": 1}, 3])
def test_attempts_of_another_kind_are_none(notebook, attempts):
    notebook.write_text(json.dumps({"kind": "question", "name": "rows", "attempts": attempts}))
    assert progress_file.attempts_at("rows") == []


def test_nothing_is_there_at_first(notebook):
    assert progress_file.kept("check") == {}
    assert progress_file.attempts_at("rows") == []


def test_a_folder_that_cannot_be_written_stops_nobody(notebook):
    notebook.mkdir()  # in the way of the file
    progress_file.keep("check", "e_step", score=5)
    assert progress_file.kept("check") == {}


def test_scripts_and_tests_keep_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    progress_file.keep("check", "e_step", score=5)
    assert list(tmp_path.iterdir()) == []
