"""What Codespaces, VS Code and Binder read: files that are there, and install what was tried."""

import json
import os
import re

import pytest
from support.notebook_tools import ROOT

COMMENT = re.compile(r"^\s*//.*$", re.MULTILINE)
SCRIPTS = (".devcontainer/install.sh", ".binder/postBuild")


def test_the_container_is_set_up_by_a_script_of_ours_and_opens_a_notebook():
    text = (ROOT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8")
    container = json.loads(COMMENT.sub("", text))
    assert container["postCreateCommand"] == f"bash {SCRIPTS[0]}"
    assert container["image"].endswith("python:3.12")
    assert not container.get("forwardPorts")
    for path in container["customizations"]["codespaces"]["openFiles"]:
        assert (ROOT / path).is_file()


@pytest.mark.parametrize("path", SCRIPTS)
def test_both_install_the_same_packages_in_the_versions_that_were_tried(path):
    text = (ROOT / path).read_text(encoding="utf-8")
    assert text.rstrip().endswith("-c constraints.txt -r requirements.txt")
    assert "jupyterlab" not in text
    assert os.access(ROOT / path, os.X_OK)


def test_binder_has_a_python_that_the_package_takes():
    runtime = (ROOT / ".binder" / "runtime.txt").read_text(encoding="utf-8")
    assert re.fullmatch(r"python-3\.1[1-9]\n", runtime)
