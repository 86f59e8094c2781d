"""A class with syntax of a newer Python is graded by one, if there is one; by what, is tried."""

import json
import os
import subprocess
import sys
import tomllib
from argparse import Namespace
from pathlib import Path

import pytest
from support.handed_in import filled, put, solution

from gmm_helpers.grading import handover
from gmm_helpers.grading.errors import BadArgumentError
from gmm_helpers.grading.handover import OLDEST, PACKAGES, RUNNING, examine, find_newer, hand_over

STEM = "02_e_step"
HOME = str(Path(handover.__file__).resolve().parents[2])
NEXT = (RUNNING[0], RUNNING[1] + 1)
NEWER = "lazy import math\n" + solution("e_step")  # of Python 3.15, which knows all the others


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """Make programs that say of themselves what they are asked; they alone are on PATH."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("GMM_GRADE_GIVEN_BY", raising=False)

    def make(name, version, home=HOME, then="exit 0", **packages):
        known = {name: "{}.{}.1".format(*oldest) for name, oldest in PACKAGES.items()} | packages
        about = {"python": version}
        lines = [about, {**about, "packages": known, "home": f"{home}/gmm_helpers/__init__.py"}]
        says = "\n".join(map(json.dumps, lines if home else lines[:1]))
        program = folder / name
        program.write_text(f"#!/bin/sh\n[ -n \"$GMM_GRADE_GIVEN_BY\" ] || echo '{says}'\n{then}\n")
        program.chmod(0o755)
        return str(program)

    return make


def test_the_newest_that_can_grade_is_chosen(programs):
    programs("python3.97", [3, 97], home="")  # without the packages
    programs("python3.96", [3, 96], numpy="1.26.4")
    programs("python3.95", list(RUNNING))  # a name is no version
    programs("python3.9", [3, 99])
    names = [f"python3.{RUNNING[1] + i}" for i in (1, 2, 3)]
    programs(names[2], [3, RUNNING[1] + 3], home="")
    wanted = programs(names[1], [3, RUNNING[1] + 2])
    programs(names[0], [3, RUNNING[1] + 1])
    assert find_newer({NEXT}) == (wanted, (3, RUNNING[1] + 2))
    assert find_newer({(3, RUNNING[1] + 9), NEXT}).path == wanted  # it knows a part of it
    assert find_newer({(3, RUNNING[1] + 9)}) is None


def test_no_newer_one_is_no_error(programs):
    assert find_newer({NEXT}) is None


@pytest.mark.parametrize(
    ("how", "problem"),
    [
        ({}, "is no program"),
        ({"version": [3, 9]}, f"is Python 3.9: gmm-grade needs {OLDEST[0]}.{OLDEST[1]}"),
        ({"version": [3, 13], "home": ""}, "can't run the grader .it did not say why.: run .* pip"),
        ({"version": [3, 13], "numpy": "1.26.4"}, "has numpy 1.26.4, and 2.0 or newer"),
        ({"version": [3, 13], "home": "/elsewhere"}, "another copy of gmm-helpers"),
    ],
)
def test_a_python_that_will_not_do_is_one_sentence(how, problem, programs):
    path = programs("some", **how) if how else "nowhere"
    with pytest.raises(BadArgumentError, match=problem) as raised:
        examine(path)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("body", ["echo hello", "exit 127", "echo '{'"])
def test_what_is_no_python_is_said(body, tmp_path):
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\n{body}\n")
    program.chmod(0o755)
    with pytest.raises(BadArgumentError, match="is no Python 3: name"):
        examine(str(program))


def test_the_oldest_packages_are_those_of_the_project():
    project = tomllib.loads((Path(HOME) / "pyproject.toml").read_text())["project"]
    for name, oldest in PACKAGES.items():
        assert f"{name}>={'.'.join(map(str, oldest))}" in project["dependencies"]
    assert project["requires-python"] == ">={}.{}".format(*OLDEST)


@pytest.fixture
def called(monkeypatch):
    calls = []
    monkeypatch.setattr(handover.os, "execve", lambda *call: calls.append(call))
    return calls


def options(submissions, **more):
    usual = dict.fromkeys(("python", "scheduler", "gradebook", "release"))
    return Namespace(**{"submissions": submissions, "doctor": False, **usual, **more})


def test_only_a_class_that_needs_it_is_handed_over(programs, called, tmp_path, capsys, monkeypatch):
    newer = programs(f"python3.{RUNNING[1] + 9}", [3, 15 + RUNNING[1]])
    plain = put(tmp_path / "plain", ann={"a": filled(STEM, e_step=solution("e_step"))})
    hand_over(options(plain), ["plain"])
    hand_over(options(tmp_path / "nowhere"), ["x"])  # the grader itself says what is wrong
    assert called == []
    class_ = put(tmp_path / "class", ann={"a": filled(STEM, e_step=NEWER)})
    hand_over(options(class_, scheduler="tcp://x:1"), ["class"])
    assert called == []
    hand_over(options(class_), ["class", "--seed", "3"])
    ((path, arguments, environment),) = called
    assert (path, arguments[0], arguments[-3:]) == (newer, newer, ["class", "--seed", "3"])
    assert f"Python {3}.{15 + RUNNING[1]}" in capsys.readouterr().err
    monkeypatch.setattr(os, "environ", environment)
    hand_over(options(class_), ["class"])  # never twice
    assert len(called) == 1


def test_a_python_that_was_asked_for_is_taken(programs, called):
    older = programs("mine", list(OLDEST))
    hand_over(options(None, python=older), ["--python", older])
    assert [call[0] for call in called] == [older]
    hand_over(options(None, python=sys.executable), [])  # this one
    assert len(called) == 1


def grade(class_, out, path, *more):
    line = [sys.executable, "-m", "gmm_helpers.grading", str(class_), "--output", str(out)]
    environment = {**os.environ, "PATH": f"{path}{os.pathsep}{os.environ['PATH']}"}
    ended = subprocess.run(
        [*line, "--workers", "1", "--isolation", "none", *more],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        cwd=HOME,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stderr


@pytest.mark.slow
def test_the_other_python_is_called_with_the_same_arguments(programs, tmp_path, monkeypatch):
    calls = tmp_path / "calls"
    then = f'[ -z "$GMM_GRADE_GIVEN_BY" ] && exit\necho "$@" >> {calls}\nexec {sys.executable} "$@"'
    folder = Path(programs(f"python3.{RUNNING[1] + 9}", [3, 99], then=then)).parent
    monkeypatch.undo()
    class_ = put(tmp_path / "class", ann={"a": filled(STEM, e_step=NEWER)})
    stderr = grade(class_, tmp_path / "out", folder, "--seed", "3")
    assert "some notebooks need Python 3.15" in stderr
    assert calls.read_text().strip().endswith("--seed 3")
    assert "everybody was graded by" in (tmp_path / "out" / "report.html").read_text()


@pytest.mark.slow
@pytest.mark.skipif(find_newer({NEXT}) is None, reason="no newer Python with the packages on PATH")
def test_a_newer_python_grades_what_this_one_cannot_read(tmp_path):
    newer = find_newer({NEXT})
    source = solution("e_step").replace("### BEGIN", "type Rows[T = int] = list[T]\n    ### BEGIN")
    source = source.replace("### BEGIN", "label = f\"{'\\n'.join(['a'])}\"  # BEGIN")
    class_ = put(tmp_path / "class", ann={"a": filled(STEM, e_step=source)})
    assert "is graded by" in grade(class_, tmp_path / "out", Path(newer.path).parent)
    (result,) = (tmp_path / "out" / "results").glob("*.json")
    graded = json.loads(result.read_text())
    (row,) = [row for row in graded["rows"] if row["exercise"] == "e_step"]
    assert (row["status"], graded["review"]) == ("correct", [])
