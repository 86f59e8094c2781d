"""What is mounted in a jail: this Python, and nothing that lies beside it."""

import os
import sys
from pathlib import Path

from gmm_helpers.grading.jail.confinement.mounts import PACKAGE, find_mounts

ROOT = Path(__file__).parents[4]


def test_python_and_its_packages_are_there():
    mounts = find_mounts()
    numpy = Path(sys.modules["numpy"].__file__)
    for needed in (Path(os.__file__), Path(mounts.executable), numpy):
        assert any(needed.is_relative_to(path) for path in mounts.paths)
    assert any(numpy.is_relative_to(path) for path in mounts.search_path)


def test_no_folder_of_work_is_there(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "path", [str(tmp_path), "", str(ROOT), *sys.path])
    mounts = find_mounts()
    for hidden in (tmp_path, ROOT, ROOT / "tests", Path.home()):
        assert not any(hidden.is_relative_to(path) for path in [*mounts.paths, *mounts.search_path])


def test_nothing_is_bound_twice():
    paths = find_mounts().paths
    assert not [a for a in paths for b in paths if a != b and Path(a).is_relative_to(b)]


def test_the_package_is_this_one():
    assert PACKAGE == ROOT / "gmm_helpers"
