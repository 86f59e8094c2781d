"""What a workflow writes: a table in the summary, and points for the reporter of Classroom."""

import base64
import json

import pytest
import yaml
from support.handed_in import filled
from support.notebook_tools import ROOT
from support.notebooks import E_STEP, LOG_PROB, NLL
from support.standin import in_process

from gmm_helpers.grading.services.classroom import main

STEM = "02_e_step"
RIGHT = {"negative_log_likelihood": NLL, "weighted_log_prob": LOG_PROB, "e_step": E_STEP}


@pytest.fixture
def push(hand_in, tmp_path, monkeypatch):
    """Grade a repository; returns the status, the summary and the points."""
    summary, output = tmp_path / "summary.md", tmp_path / "output.txt"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    monkeypatch.setenv("GITHUB_OUTPUT", str(output))
    monkeypatch.setenv("GITHUB_ACTOR", "annlee")

    def run(files, *options, seed="5", make_runner=in_process):
        monkeypatch.setenv("GMM_SEED", seed)
        status = main([str(hand_in(files)), *options], make_runner)
        (line,) = output.read_text().splitlines()
        packed = line.removeprefix("result=")
        return status, summary.read_text(), json.loads(base64.b64decode(packed))

    return run


def points_as_the_reporter_counts_them(results):
    """As src/notify-classroom.js of the reporter: the sum of scores, and the number above."""
    return sum(test["score"] for test in results["tests"]), results["max_score"]


def test_a_right_repository(push, capsys):
    status, summary, results = push(
        {"notebooks/02.ipynb": filled(STEM, **RIGHT)}, "--notebooks", "2"
    )
    assert status == 0
    assert points_as_the_reporter_counts_them(results) == (10, 10)
    assert results["status"] == "pass"
    assert [test["name"] for test in results["tests"]][-1] == "2.3 e_step"
    assert "| 2.3 | e\\_step | correct | 5 of 5 |" in summary
    assert "| by hand |" in summary
    assert "was not isolated" in summary  # as the stand-in says of itself
    assert "10 of 10 points" in capsys.readouterr().out


def test_what_is_wrong_is_said_below_the_table(push):
    wrong = {**RIGHT, "e_step": "def e_step(X, weights, means, covariances):\n    return X.sum()"}
    status, summary, results = push({"02.ipynb": filled(STEM, **wrong)}, "--notebooks", STEM)
    assert status == 0  # it was graded; the reporter makes the job fail
    assert results["status"] == "fail"
    assert points_as_the_reporter_counts_them(results) == (5, 10)
    (test,) = [test for test in results["tests"] if test["status"] == "fail"]
    assert test["message"]
    assert "### 2.3 e\\_step" in summary


def test_an_empty_repository_is_told_what_to_push(push):
    _, summary, results = push({}, "--notebooks", "2")
    assert "No notebook of this assignment was handed in: upload `02_e_step.ipynb`." in summary
    assert "###" not in summary
    assert points_as_the_reporter_counts_them(results) == (0, 10)


@pytest.mark.parametrize(
    ("options", "seed", "words"),
    [
        (("--notebooks", "99"), "5", "no notebook is called 99: choose from 01_sampling, "),
        ((), "seven", "the secret GMM_SEED is not a whole number"),
    ],
)
def test_what_an_instructor_got_wrong_is_said(push, options, seed, words):
    status, summary, results = push({}, *options, seed=seed)
    assert status == 1
    assert results["status"] == "error"
    assert words in results["tests"][0]["message"]
    assert "Nothing was graded: " in summary


def test_without_a_seed_the_cases_are_new_ones(push):
    seeds = set()

    def noted(cases, settings):
        seeds.add(settings.seed)
        return in_process(cases, settings)

    push({}, "--notebooks", "2", seed="", make_runner=noted)
    assert seeds
    assert not seeds & {0, 1, 5}


def test_the_workflow_says_what_the_reporter_asks_for():
    path = ROOT / "tools" / "services" / "classroom.yml"
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    job = workflow["jobs"]["run-autograding-tests"]  # the name Classroom looks for
    by_name = {step.get("name", step.get("uses")): step for step in job["steps"]}
    reporter, grade = by_name["Autograding Reporter"], by_name["Grade"]
    runner = reporter["with"]["runners"]
    assert runner == grade["id"]
    assert reporter["env"] == {
        f"{runner.upper()}_RESULTS": f"${{{{ steps.{runner}.outputs.result }}}}"
    }
    assert "gmm_helpers.grading.services.classroom" in grade["run"]
    assert workflow["permissions"]["checks"] == "write"
