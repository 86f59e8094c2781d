"""What a progress file holds of answers, whoever wrote it."""

import json

import pytest

from gmm_helpers.grading.intake.submission import File
from gmm_helpers.grading.parsing.progress_files import kept_answers
from gmm_helpers.questions import progress_file


def line(key, attempts, kind="question"):
    return json.dumps({"kind": kind, "name": key, "attempts": attempts, "right": True})


def answers(*contents):
    files = [
        File(f"{i}.jsonl", 0.0, text if isinstance(text, bytes) else text.encode())
        for i, text in enumerate(contents)
    ]
    return {key: each.attempts for key, each in kept_answers(files).items()}


def test_what_a_notebook_writes_is_read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(progress_file, "is_kept", lambda: True)
    progress_file.keep_attempts("rows", [[1]], False)
    progress_file.keep("check", "e_step", score=5)
    progress_file.keep_attempts("rows", [[1], [0]], True)
    assert answers((tmp_path / progress_file.FILE).read_bytes()) == {"rows": ([1], [0])}


def test_the_last_line_counts_and_of_several_files_the_longest():
    again = f"{line('rows', [[1], [2]])}\n{line('rows', [[0]])}"
    assert answers(again) == {"rows": ([0],)}
    assert answers(again, line("rows", [[2], [1]])) == {"rows": ([2], [1])}
    assert answers(line("rows", [[2], [1]]), again) == {"rows": ([2], [1])}


@pytest.mark.parametrize(
    "rubbish",
    [
        b"\xff\xfe\x00",
        b"\x00" * 1000,
        "[" * 90_000,
        '{"kind":' * 9_000,
        "1" * 5_000,
        '{"kind": "question", "name": ' + "9" * 5_000 + "}",
        '{"kind": "question", "name": ["rows"], "attempts": [[0]]}',
        '{"kind": "question", "name": "rows", "attempts": "0"}',
        '{"kind": "question", "name": "rows"}',
        '{"kind": ["question"], "name": "rows", "attempts": [[0]]}',
        line("rows", [[0]], kind="check"),
        line("rows", [[0]] * 100_000),
        "null\n3\n[]\n\n{",
    ],
    ids=range(13),
)
def test_rubbish_is_passed_over_and_loses_nothing_else(rubbish):
    rubbish = rubbish if isinstance(rubbish, bytes) else rubbish.encode()
    good = line("sums", [[0, 3]]).encode()
    assert answers(rubbish + b"\n" + good) == {"sums": ([0, 3],)}


def test_a_mark_of_the_byte_order_is_no_rubbish():
    assert answers(b"\xef\xbb\xbf" + line("rows", [[0]]).encode()) == {"rows": ([0],)}


def test_not_more_is_kept_than_of_a_notebook():
    assert len(answers(line("rows", [[0]] * 5_000))["rows"]) == 1_000
