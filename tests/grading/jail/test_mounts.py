"""What is bound into a jail: this Python, and nothing that lies beside it."""

import os
import sys
from pathlib import Path

from gmm_helpers.grading.jail.command import command_line, free_uid
from gmm_helpers.grading.jail.limits import Limits
from gmm_helpers.grading.jail.mounts import PACKAGE, visible

ROOT = Path(__file__).parents[3]


def test_python_and_its_packages_are_there():
    seen = visible()
    numpy = Path(sys.modules["numpy"].__file__)
    for needed in (Path(os.__file__), Path(seen.executable), numpy):
        assert any(needed.is_relative_to(path) for path in seen.paths)
    assert any(numpy.is_relative_to(path) for path in seen.search_path)


def test_no_folder_of_work_is_there(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "path", [str(tmp_path), "", str(ROOT), *sys.path])
    seen = visible()
    for hidden in (tmp_path, ROOT, ROOT / "tests", Path.home()):
        assert not any(hidden.is_relative_to(path) for path in [*seen.paths, *seen.search_path])


def test_nothing_is_bound_twice():
    paths = visible().paths
    assert not [a for a in paths for b in paths if a != b and Path(a).is_relative_to(b)]


def test_of_the_project_only_the_package_is_bound():
    words = command_line("bwrap", Limits(), 3, 4, 5)
    bound = [Path(words[i + 1]) for i, word in enumerate(words) if word == "--ro-bind"]
    assert PACKAGE in bound
    assert ROOT not in bound
    assert "--bind" not in words


def test_each_jail_gets_another_user():
    users = [free_uid() for _ in range(50)]
    assert len(set(users)) == 50
    assert all(2**31 > user > 60_000 for user in users)
