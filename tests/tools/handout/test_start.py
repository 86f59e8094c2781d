"""start.py of the students' zip: what is typed with a wrong Python, or in a wrong folder."""

import ast
import importlib
import re
import shutil
import subprocess
import sys

import pytest
from support.notebook_tools import ROOT

start = importlib.import_module("handout.start")  # in tools/
PROJECT = importlib.import_module("handout.first_cell").PROJECT
PATH = ROOT / "tools" / "handout" / "start.py"


def test_it_asks_for_the_python_of_the_package():
    minimum = re.search(r">=(\d+)\.(\d+)", PROJECT["requires-python"])
    assert tuple(map(int, minimum.groups())) == start.MINIMUM
    classified = {name.removeprefix("python") for name in start.NEWER}
    assert all(tuple(map(int, name.split("."))) >= start.MINIMUM for name in classified)


def test_old_pythons_can_read_it():
    text = PATH.read_text(encoding="utf-8")
    ast.parse(text, feature_version=(3, 4))
    assert not re.search(r"""\bf["']""", text)
    assert text.isascii()


@pytest.mark.parametrize("version", [(2, 7), (3, 6), (3, 10)])
def test_a_wrong_python_ends_in_one_sentence(version, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (*version, 1))
    monkeypatch.setattr(start, "NEWER", ("no-such-python",))
    said = start.main([])
    found = ".".join(map(str, version))
    assert said.startswith(f"These notebooks need Python 3.11 or newer, and this is Python {found}")
    assert "\n" not in said


def test_a_newer_python_is_used_if_there_is_one(monkeypatch):
    calls = []
    monkeypatch.setattr(sys, "version_info", (3, 10, 1))
    monkeypatch.setattr(start, "runs", lambda name: name == "python3.12")
    monkeypatch.setattr(start.subprocess, "call", lambda command: calls.append(command) or 0)
    assert start.main(["--no-browser"]) == 0
    assert calls == [["python3.12", str(PATH), "--no-browser"]]


def test_a_python_runs_if_it_is_new_enough():
    assert start.runs(sys.executable)
    assert not start.runs("no-such-python")


@pytest.mark.skipif(not shutil.which("python3"), reason="there is no python3")
def test_outside_of_the_zip_it_says_what_is_missing(tmp_path):
    copied = shutil.copy(PATH, tmp_path)
    done = subprocess.run([sys.executable, copied], capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.strip().endswith("unpack the whole zip, and start again in its folder.")
    assert done.stderr.count("\n") == 1
