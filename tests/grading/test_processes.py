"""Several processes: everything once, in spite of one that dies, and resumable."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from gmm_helpers.grading.failures import BrokenWorkerError
from support.handed_in import as_bytes, filled, put, solution, student_copy, submission
from support.standin import InProcess, in_process

from gmm_helpers.grading.judging.exercises import cases_of
from gmm_helpers.grading.processes import grade_all

STEM = "02_e_step"
N_STUDENTS = 40
RIGHT = filled(STEM, e_step=solution("e_step"))
KILLER = filled(STEM, e_step="KILL")
ONCE = filled(STEM, e_step="KILL ONCE")


class Mortal(InProcess):
    """Dies of some submissions, as if memory had run out."""

    def run(self, programs):
        sources = [cell for program in programs for cell in program.cells]
        once = Path(os.environ["DIED_ONCE"])
        if "KILL" in sources or ("KILL ONCE" in sources and not once.exists()):
            once.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return super().run(programs)


def mortal(settings):
    return Mortal({name: cases_of(name, settings.seed) for name in settings.exercises})


def impossible(settings):
    raise OSError("no jail here")


@pytest.fixture
def died_once(tmp_path, monkeypatch):
    monkeypatch.setenv("DIED_ONCE", str(tmp_path / "died"))
    return tmp_path / "died"


def scores(results):
    return {
        each["student"]: sum(row["score"] for row in each["rows"] if row["exercise"] == "e_step")
        for each in results
    }


def test_all_submissions_come_back_once_from_two_processes(settings, grader):
    waiting = [submission(RIGHT, student=f"s{i}") for i in range(5)]
    results = list(grade_all(waiting, settings, 2, in_process))
    assert sorted(each["student"] for each in results) == [f"s{i}" for i in range(5)]
    assert set(scores(results).values()) == {5}
    same = grader.grade(waiting[0])
    (one,) = [each for each in results if each["student"] == "s0"]
    assert one["rows"] == same["rows"]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="processes die otherwise there")
def test_a_process_that_dies_is_replaced_and_its_submission_tried_once_more(settings, died_once):
    waiting = [submission(RIGHT, student="a"), submission(ONCE, student="b")]
    waiting += [submission(KILLER, student="c"), submission(RIGHT, student="d")]
    results = list(grade_all(waiting, settings, 1, mortal))
    assert [each["student"] for each in results] == ["a", "b", "c", "d"]
    assert scores(results) == {"a": 5, "b": 0, "c": 0, "d": 5}
    assert "died, twice" in results[2]["notes"][0]
    assert results[1]["rows"]
    assert died_once.exists()


def test_a_worker_that_can_not_start_is_one_error(settings):
    with pytest.raises(BrokenWorkerError, match="no jail here"):
        list(grade_all([submission(RIGHT)], settings, 1, impossible))


# the command line, in a process of its own

LINE = """\
import sys
sys.path[:0] = {path!r}
from gmm_helpers.grading import cli, workflow
from support.standin import {runner}
if __name__ == "__main__":
    whole = workflow.grade_class
    workflow.grade_class = lambda options: whole(options, {runner})
    sys.exit(cli.main())
"""


@pytest.fixture
def command(tmp_path):
    script = tmp_path / "grade.py"
    tests = str(Path(__file__).parents[1])
    script.write_text(LINE.format(path=[tests], runner="in_process"))
    return [sys.executable, str(script)]


@pytest.fixture
def handed_in(tmp_path):
    return put(tmp_path / "class", **{f"s{i}": {"a": RIGHT} for i in range(N_STUDENTS)}, none={})


def test_a_class_is_graded_stopped_and_resumed(command, handed_in, tmp_path):
    out = tmp_path / "out"
    line = [*command, str(handed_in), "--output", str(out), "--workers", "1", "--seed", "3"]
    running = subprocess.Popen(line, stderr=subprocess.PIPE, text=True)
    results = out / "results"
    deadline = time.monotonic() + 60
    while len(list(results.glob("*.json"))) < 2 and time.monotonic() < deadline:
        assert running.poll() is None
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert said.strip().splitlines()[-1].endswith("go on with the same line and --resume")
    done = {path.name: path.read_bytes() for path in results.glob("*.json")}
    assert 2 <= len(done) < N_STUDENTS
    assert not (out / "grades.csv").exists()
    (handed_in / "s0" / "a.ipynb").write_bytes(as_bytes(student_copy(STEM)))  # handed in again
    finished = subprocess.run([*line, "--resume"], capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stderr
    after = {path.name: path.read_bytes() for path in results.glob("*.json")}
    assert len(after) == N_STUDENTS + 1
    kept = [name for name in done if name != "s0.json"]
    assert all(after[name] == done[name] for name in kept)
    summary = (out / "summary.csv").read_text().splitlines()
    assert summary[0] == "student,score,max_score,status"
    assert summary[1:3] == ["none,0,14,missing", "s0,0,14,not_attempted"]
    assert len(summary) == N_STUDENTS + 2
    report = json.loads((out / "report.json").read_text())
    assert (report["seed"], report["submissions"]) == (3, N_STUDENTS + 1)


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="processes die otherwise there")
@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM", "SIGHUP"])
def test_a_batch_that_is_killed_leaves_no_process(name, command, handed_in, tmp_path):
    out = tmp_path / "out"
    line = [*command, str(handed_in), "--output", str(out), "--workers", "2"]
    running = subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    deadline = time.monotonic() + 60
    while not list(out.glob("results/*.json")) and time.monotonic() < deadline:
        assert running.poll() is None
    running.send_signal(getattr(signal, name))
    running.communicate(timeout=30)  # comes back when nobody holds the pipe any more
    assert running.returncode == -getattr(signal, name)


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ([], "name the submissions and --output"),
        (["{class}"], "name the submissions and --output"),
        (["nowhere", "--output", "{new}"], "nowhere does not exist"),
        (["{class}", "--output", "{class}"], "is not empty"),
        (["{class}", "--output", "{class}/new"], "lies within the submissions"),
        (["{class}", "--output", "{new}", "--workers", "0"], "expected a whole number from 1"),
        (["{class}", "--output", "{new}", "--seed", "x"], "invalid whole number"),
        (["{class}", "--output", "{new}", "--timeout", "-1"], "at least 0.1"),
        (["{class}", "--output", "{new}", "--timeout", "1e-6"], "at least 0.1"),
        (["{class}", "--output", "{new}", "--notebooks", "9"], "no notebook is called 9"),
        (["{class}", "--output", "{new}", "--release", "{class}"], "no notebook with exercises"),
        (["{class}", "--output", "{new}", "--gradebook", "x"], "nbgrader|no address"),
        (["{class}", "--output", "{new}", "--what"], "unrecognized arguments"),
    ],
)
def test_bad_arguments_end_with_two_and_one_line(arguments, why, handed_in, tmp_path, capsys):
    import re

    from gmm_helpers.grading.cli import main

    places = {"class": handed_in, "new": tmp_path / "new"}
    with pytest.raises(SystemExit) as ended:
        main([argument.format(**places) for argument in arguments])
    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert len(said.splitlines()) == 1
    assert re.search(why, said)
    assert not (tmp_path / "new").exists()


def test_another_seed_does_not_go_on_with_old_results(handed_in, tmp_path, capsys):
    from gmm_helpers.grading.cli import main

    out = tmp_path / "out"
    out.mkdir()
    (out / "settings.json").write_text('{"seed": 4}')
    with pytest.raises(SystemExit):
        main([str(handed_in), "--output", str(out), "--resume", "--seed", "5"])
    assert "begun with --seed 4" in capsys.readouterr().err


@pytest.mark.parametrize("package", ["jinja2", "tqdm"])
def test_a_package_that_is_missing_is_one_sentence(package):
    line = f"import sys; sys.modules[{package!r}] = None; from gmm_helpers.grading.cli import main"
    call = "sys.exit(main(['class', '--output', 'out']))"
    ended = subprocess.run(
        [sys.executable, "-c", f"{line}; {call}"], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1
    assert ended.stderr == f"gmm-grade: {package} is missing: pip install 'gmm-helpers[grading]'\n"
