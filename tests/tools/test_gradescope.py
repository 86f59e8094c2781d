"""The autograder's zip: what is in it, and what it leaves in `results.json` for any submission.

It is unpacked into a root of its own, laid out as Gradescope's, and run with this Python: what
`setup.sh` would install is installed already.
"""

import importlib
import json
import os
import subprocess
import sys
import tomllib
import zipfile

import pytest
from support.container import in_container, needs_container
from support.handed_in import as_bytes, code, filled
from support.notebook_tools import ROOT
from support.notebooks import E_STEP, LOG_PROB, NLL

from gmm_helpers.grading.parsing.release import read_release

gradescope = importlib.import_module("gradescope")  # in tools/, as notebook_tools has arranged

SEED = 8_391_207
STEM = "02_e_step"
RIGHT = {"negative_log_likelihood": NLL, "weighted_log_prob": LOG_PROB, "e_step": E_STEP}


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    path = tmp_path_factory.mktemp("dist") / "autograder.zip"
    gradescope.make(path, [STEM], SEED)
    return path


@pytest.fixture
def autograder(archive, tmp_path):
    """Hands something in, and returns what is found in `results.json`."""
    root = tmp_path / "autograder"
    for name in ("source", "submission", "results"):
        (root / name).mkdir(parents=True)
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(root / "source")
    script = root / "run_autograder"
    script.write_bytes((root / "source" / "run_autograder").read_bytes())
    users = {"users": [{"name": "Ann Lee", "email": "ann@example.org", "id": 1}]}
    (root / "submission_metadata.json").write_text(json.dumps(users))

    def run(files, around=list, **environment):
        for name, content in files.items():
            (root / "submission" / name).write_bytes(as_bytes(content))
        here = {"AUTOGRADER_ROOT": str(root), "AUTOGRADER_PYTHON": sys.executable}
        done = subprocess.run(
            around(["bash", str(script)]),
            env={**os.environ, **here, **environment},
            cwd=root,
            capture_output=True,
            text=True,
        )
        results = json.loads((root / "results" / "results.json").read_text())
        return results, done.stdout

    run.root = root
    return run


def points(results):
    return {test["name"]: test["score"] for test in results["tests"] if test["max_score"]}


def check_form(results):
    """What Gradescope asks of the file."""
    places = {"visible", "hidden", "after_due_date", "after_published"}
    assert results["visibility"] in places
    assert results["stdout_visibility"] == "hidden"
    assert results["score"] == pytest.approx(sum(test["score"] for test in results["tests"]))
    for test in results["tests"]:
        assert 0 <= test["score"] <= test["max_score"]
        assert test["status"] in ("passed", "failed")
        assert test["visibility"] in places
        assert test["output_format"] == "md"
        assert test["output"]
    assert str(SEED) not in json.dumps(results)


def test_the_zip_holds_what_gradescope_asks_for_and_the_same_files_make_the_same_zip(
    archive, tmp_path
):
    gradescope.make(tmp_path / "again.zip", [STEM], SEED)
    assert (tmp_path / "again.zip").read_bytes() == archive.read_bytes()
    with zipfile.ZipFile(archive) as opened:
        for name in ("setup.sh", "run_autograder"):
            info = opened.getinfo(name)
            assert info.external_attr >> 16 == 0o755
            assert opened.read(name).startswith(b"#!/usr/bin/env bash\n")
        names = opened.namelist()
        settings = json.loads(opened.read("settings.json"))
    assert settings == {"seed": SEED, "notebooks": [STEM], "visibility": "visible"}
    assert {"package/pyproject.toml", f"release/solutions/{STEM}.ipynb"} <= {*names}
    assert f"package/notebooks/{STEM}.ipynb" in names
    assert not [name for name in names if "__pycache__" in name or "javascript/" in name]


def test_the_package_in_it_can_be_built(archive):
    """Whatever `pyproject.toml` puts into a wheel is there."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = [*wheel["force-include"], *project["project"]["license-files"]]
    needed.append(project["project"]["readme"])
    with zipfile.ZipFile(archive) as opened:
        names = opened.namelist()
    for path in needed:
        assert f"package/{path}" in names
    for folder in (*wheel["packages"], *wheel["shared-data"]):
        assert [name for name in names if name.startswith(f"package/{folder}/")]


def test_numbers_choose_chapters_and_a_wrong_name_is_refused(tmp_path, capsys):
    target = tmp_path / "a.zip"
    assert gradescope.main(["--notebooks", "1", "2", "--seed", "5", "--output", str(target)]) == 0
    with zipfile.ZipFile(target) as opened:
        settings = json.loads(opened.read("settings.json"))
    assert settings["notebooks"] == ["01_sampling", "02_e_step"]
    assert "Autograder points: " in capsys.readouterr().out
    with pytest.raises(SystemExit):
        gradescope.main(["--notebooks", "99", "--output", str(target)])
    assert "no notebook is called 99" in capsys.readouterr().err


def test_points_and_chapters_are_those_of_the_release(tmp_path, capsys):
    file, target = tmp_path / "spring.toml", tmp_path / "a.zip"
    file.write_text("chapters = [2]\n[points]\ne_step = 8\nweighted_log_prob = false\n")
    assert gradescope.main(["--file", str(file), "--output", str(target)]) == 0
    assert "Autograder points: 11. " in capsys.readouterr().out
    zipfile.ZipFile(target).extractall(tmp_path)
    by_zip, by_file = (read_release(place) for place in (tmp_path / "release", file))
    assert by_zip.chapters[0].worth == {"negative_log_likelihood": 3, "e_step": 8}
    assert [each.version for each in by_zip.chapters] == [each.version for each in by_file.chapters]
    with pytest.raises(SystemExit):
        gradescope.main(["--file", str(file), "--notebooks", "3", "--output", str(target)])
    assert "choose from 02_e_step" in capsys.readouterr().err


@pytest.mark.slow
def test_a_broken_autograder_and_one_that_is_stopped_leave_results_too(autograder):
    (autograder.root / "source" / "settings.json").write_text("{")
    results, stdout = autograder({"work.ipynb": filled(STEM)})
    check_form(results)
    assert "tell your instructor" in results["output"]
    assert "JSONDecodeError" in stdout
    results, _ = autograder({}, AUTOGRADER_SECONDS="0.1")
    check_form(results)
    assert "took too long" in results["output"]
    results, _ = autograder({}, AUTOGRADER_PYTHON="/not/there")
    check_form(results)
    assert "autograder itself failed" in results["output"]


ATTACK = """
import glob, json, os, pathlib
root = pathlib.Path({root!r})
for path in (root / "results" / "results.json", root / "run_autograder", root / "more"):
    try:
        path.write_text(json.dumps({{"score": 1000}}))
    except OSError:
        pass
    else:
        raise RuntimeError(f"open: {{path}}")
for path in (root / "source" / "settings.json", root / "submission_metadata.json",
             root / "source" / "release" / "solutions" / "02_e_step.ipynb"):
    try:
        path.read_text()
    except OSError:
        pass
    else:
        raise RuntimeError(f"open: {{path}}")
import socket
try:
    socket.create_connection(("127.0.0.1", 9), timeout=1)
except ConnectionRefusedError:
    raise RuntimeError("open: network")
except OSError:
    pass
"""


def hostile(root):
    """A notebook that tries what it should not, and else is right."""
    notebook = filled(STEM, **RIGHT)
    notebook["cells"].insert(0, code(ATTACK.format(root=str(root))))
    return notebook


@pytest.mark.slow
def test_a_right_submission_gets_what_it_earns_whatever_else_it_tries(autograder):
    results, stdout = autograder({"work.ipynb": hostile(autograder.root)})
    check_form(results)
    assert points(results) == {"negative_log_likelihood": 3, "weighted_log_prob": 2, "e_step": 5}
    assert "10 of 10 points" in results["output"]
    assert "Ann Lee: 10 of 10 points" in stdout
    if "by bubblewrap" in stdout:
        assert "open: " not in json.dumps(results)


@pytest.mark.slow
@needs_container
def test_in_a_container_without_bubblewrap_it_gets_no_further(autograder):
    root = autograder.root
    root.chmod(0o777)  # however it was made
    results, stdout = autograder(
        {"work.ipynb": hostile(root)}, around=lambda line: in_container(line, [root])
    )
    check_form(results)
    assert "as a user without rights" in stdout, stdout
    assert sum(points(results).values()) == 10
    assert "open: " not in json.dumps(results)
    assert results["extra_data"] == {"isolation": "a user of its own"}
