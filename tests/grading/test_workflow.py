"""A class from the command line to the reports: stopped, resumed, and without leftovers."""

import csv
import json
import signal
import subprocess
import sys
import time
from argparse import Namespace
from pathlib import Path

import pytest
from support.handed_in import as_bytes, code, filled, put, solution, solved, student_copy
from support.standin import in_process

from gmm_helpers.grading import cli, workflow
from gmm_helpers.grading.errors import BadArgumentError
from gmm_helpers.grading.settings import PUBLIC_SEED
from gmm_helpers.grading.workflow import grade_class

pytestmark = pytest.mark.slow

STEM = "02_e_step"
N_STUDENTS = 16
RIGHT = filled(STEM, e_step=solution("e_step"))

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
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    _, printed = running.communicate(timeout=60)
    assert running.returncode == 130
    assert (
        printed.strip().splitlines()[-1].endswith("run the same command with --resume to continue")
    )
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
    assert summary[0] == "student,score,max_score,status,name,id,email,login,late,time,adjusted"
    assert summary[1:3] == ["none,0,14,missing,none,,,,,,0", "s0,0,14,not_attempted,s0,,,,,,0"]
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
        time.sleep(0.02)
    running.send_signal(getattr(signal, name))
    running.communicate(timeout=30)  # comes back when nobody holds the pipe any more
    assert running.returncode == -getattr(signal, name)


# in this process


@pytest.fixture
def options(tmp_path):
    """Arguments of a run with one worker, which may be changed."""

    def parse(*arguments):
        line = [tmp_path / "class", "--output", tmp_path / "out", "--seed", "3", *arguments]
        return cli._parser().parse_args([*map(str, line), "--workers", "1"])

    return parse


def test_what_is_graded_already_is_not_graded_again(options, here, tmp_path):
    put(tmp_path / "class", ann={"a": RIGHT}, bob={"a": RIGHT})
    assert grade_class(options()) == 0
    summary = tmp_path / "out" / "summary.csv"
    first = summary.read_text().splitlines()
    put(tmp_path / "class", eve={"a": RIGHT})
    assert grade_class(options("--resume")) == 0
    assert here == ["ann", "bob", "eve"]
    assert set(first) < set(summary.read_text().splitlines())


def test_a_result_that_is_not_whole_is_graded_again(options, here, tmp_path):
    put(tmp_path / "class", ann={"a": RIGHT})
    grade_class(options())
    (tmp_path / "out" / "results" / "ann.json").write_text('{"student": "ann"')
    grade_class(options("--resume"))
    assert here == ["ann", "ann"]


def test_the_last_line_counts_whom_the_report_lists(options, here, tmp_path, capsys):
    notebook = filled(STEM)
    notebook["cells"].append(code("import ctypes"))
    put(tmp_path / "class", ann={"a": notebook}, bob={"a": filled(STEM)})
    grade_class(options())
    report = json.loads((tmp_path / "out" / "report.json").read_text())
    assert {entry["student"] for entry in report["review"]} == {"ann"}
    line = capsys.readouterr().out.splitlines()[-1]
    assert line.startswith("2 of 2 handed in; ")
    assert f"1 needs review. See {tmp_path / 'out' / 'report.html'}" in line


def test_needs_review_means_the_same_everywhere(options, here, tmp_path, capsys):
    """On the terminal, in both tables, and in the report: written answers are another thing."""
    inside = filled(STEM, e_step=solution("e_step"))
    inside["cells"].append(code("import ctypes"))
    put(
        tmp_path / "class",
        right={"a": RIGHT},
        answer={"a": filled(STEM, question_prior="Because.")},
        broken={"a": b"{"},
        inside={"a": inside},
        one_of_two={"a": filled(STEM), "b": b"{"},
        ours={"a": solved(STEM)},
        raising={"a": filled(STEM, e_step="def e_step(*a):\n    return unknown")},
    )
    grade_class(options())
    out = tmp_path / "out"
    with (out / "summary.csv").open() as file:
        statuses = {row["student"]: row["status"] for row in csv.DictReader(file)}
    listed = {each["student"] for each in json.loads((out / "report.json").read_text())["review"]}
    assert {name for name, status in statuses.items() if status == "needs_review"} == listed
    assert listed == {"broken", "inside", "one_of_two", "ours"}
    assert (statuses["answer"], statuses["raising"]) == ("to_be_graded", "error")
    assert f"; {len(listed)} need review. See" in capsys.readouterr().out
    page = (out / "report.html").read_text(encoding="utf-8")
    assert f'<a href="#review">{len(listed)} students</a>' in page


def test_only_the_notebooks_that_count_have_rows(options, here, tmp_path):
    put(tmp_path / "class", ann={"a": RIGHT, "b": filled("03_m_step")})
    grade_class(options("--notebooks", "03_m_step.ipynb"))
    report = json.loads((tmp_path / "out" / "report.json").read_text())
    assert report["notebooks"] == ["03_m_step"]


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["--notebooks", "9"], "no notebook is called 9"),
        (["--release", "{class}"], "no notebook with exercises"),
    ],
)
def test_a_bad_argument_is_refused_before_anything_is_written(
    arguments, problem, options, tmp_path
):
    put(tmp_path / "class", ann={"a": RIGHT})
    places = {"class": tmp_path / "class"}
    with pytest.raises(BadArgumentError, match=problem):
        grade_class(options(*[each.format(**places) for each in arguments]), in_process)
    assert not (tmp_path / "out").exists()


def test_the_seed_of_the_public_cases_is_printed_and_used_again(options, here, tmp_path):
    put(tmp_path / "class", ann={"a": RIGHT})
    out = tmp_path / "out"

    def seed_after(*arguments):
        grade_class(options(*arguments))
        (page,) = (out / "feedback").glob("*.html")
        seed = json.loads((out / "report.json").read_text())["public_seed"]
        assert f"<code>check(e_step, seed={seed})</code>" in page.read_text()
        return seed

    assert seed_after() == PUBLIC_SEED
    assert seed_after("--resume", "--public-seed", "5") == 5
    assert seed_after("--resume") == 5


def test_a_seed_is_drawn_stored_and_used_again(options, here, tmp_path):
    put(tmp_path / "class", ann={"a": RIGHT})
    drawn = Namespace(**{**vars(options()), "seed": None})
    grade_class(drawn)
    seed = json.loads((tmp_path / "out" / "settings.json").read_text())["seed"]
    grade_class(Namespace(**{**vars(drawn), "resume": True}))
    assert json.loads((tmp_path / "out" / "report.json").read_text())["seed"] == seed
    assert here == ["ann"]


@pytest.mark.parametrize(
    ("kept_in", "weakest"),
    [
        ([], "nothing ran"),
        ([""], "nothing ran"),
        (["bubblewrap", ""], "bubblewrap"),
        (["bubblewrap", "a user of its own"], "a user of its own"),
        (["a user of its own", "not isolated", "bubblewrap"], "not isolated"),
    ],
)
def test_a_class_is_as_isolated_as_its_weakest_submission(kept_in, weakest):
    results = [Namespace(isolation=isolation) for isolation in kept_in]
    assert workflow._isolation(results).value == weakest
