"""`results.json`: what Gradescope reads, for whatever is handed in."""

import json
import os

import pytest
from support.handed_in import filled
from support.notebooks import E_STEP, LOG_PROB, NLL
from support.standin import in_process

from gmm_helpers.grading.services.gradescope import close_to_others, main, submitter

STEM = "02_e_step"
SEED = 8_391_207
RIGHT = {"negative_log_likelihood": NLL, "weighted_log_prob": LOG_PROB, "e_step": E_STEP}


@pytest.fixture
def run(tmp_path, hand_in):
    """Hand files in below a root; returns what is in `results.json` then."""

    def run(files, make_runner=in_process, **settings):
        for name in ("source", "results"):
            (tmp_path / name).mkdir(exist_ok=True)
        given = {"seed": SEED, "notebooks": [STEM], **settings}
        (tmp_path / "source" / "settings.json").write_text(json.dumps(given))
        hand_in(files)
        assert main(["--root", str(tmp_path)], make_runner) == 0
        return json.loads((tmp_path / "results" / "results.json").read_text())

    return run


def test_each_exercise_is_a_test_and_instructors_have_one_of_their_own(run, capsys):
    results = run({"a.ipynb": filled(STEM, **{**RIGHT, "e_step": "def f(): pass"})})
    visible = [test for test in results["tests"] if test["visibility"] == "visible"]
    (own,) = [test for test in results["tests"] if test["visibility"] == "hidden"]
    assert results["visibility"] == "visible"
    assert results["stdout_visibility"] == "hidden"
    assert results["execution_time"] > 0
    by_name = {test["name"]: test for test in visible}
    assert by_name["weighted_log_prob"]["status"] == "passed"
    assert by_name["e_step"]["status"] == "failed"
    assert by_name["e_step"]["score"] == 0
    assert {test["output_format"] for test in results["tests"]} == {"md"}
    assert results["score"] == sum(test["score"] for test in results["tests"]) == 5
    assert "not isolated" in own["output"]  # as the stand-in says of itself
    assert own["max_score"] == 0
    assert "not isolated" in capsys.readouterr().out
    assert not [test for test in visible if "isolated" in test["output"]]
    assert str(SEED) not in json.dumps(results)


def test_points_may_stay_hidden_until_the_due_date(run):
    assert run({}, visibility="after_due_date")["visibility"] == "after_due_date"


@pytest.mark.parametrize("seed", ["seven", None])
def test_bad_settings_end_in_a_sentence(run, seed, capsys):
    results = run({"a.ipynb": filled(STEM)}, seed=seed)
    assert results["score"] == 0
    assert results["tests"] == []
    assert "tell your instructor" in results["output"]
    assert "Traceback" in capsys.readouterr().out


def test_a_grader_that_breaks_ends_in_a_sentence_without_its_reason(run, capsys):
    def broken(cases, settings):
        raise RuntimeError("a secret")

    results = run({"a.ipynb": filled(STEM)}, broken)
    assert "a secret" not in json.dumps(results)
    assert "a secret" in capsys.readouterr().out
    assert results["score"] == 0


@pytest.mark.parametrize(
    ("content", "name", "email"),
    [
        ('{"users": [{"name": " Ann  Lee", "email": "a@x.org"}]}', "Ann Lee", "a@x.org"),
        ('{"users": [{"name": "Ann"}, {"name": "Bob"}]}', "Ann and Bob", ""),
        ('{"users": []}', "student", ""),
        ('{"users": [{}]}', "student", ""),
        ('{"users": [7]}', "student", ""),
        ("[]", "student", ""),
        ("{", "student", ""),
        (None, "student", ""),
    ],
)
def test_whoever_handed_it_in_is_read_from_the_metadata(tmp_path, content, name, email):
    path = tmp_path / "submission_metadata.json"
    if content is not None:
        path.write_text(content)
    person = submitter(path)
    assert (person.name, person.email.strip()) == (name, email)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can")
def test_others_can_read_no_secret_and_write_nowhere(tmp_path):
    for folder in ("source/release/solutions", "results", "submission/deep"):
        (tmp_path / folder).mkdir(parents=True)
    secrets = ("source/settings.json", "submission_metadata.json")
    for name in secrets:
        (tmp_path / name).touch()
    for path in (tmp_path, *tmp_path.rglob("*")):
        path.chmod(0o777)
    (tmp_path / "submission" / "link").symlink_to("/tmp", target_is_directory=True)
    before = os.stat("/tmp").st_mode
    close_to_others(tmp_path)

    def mode(name):
        return (tmp_path / name).stat().st_mode & 0o777

    for name in (".", "source", "results", "submission", "submission/deep"):
        assert mode(name) == 0o755
    assert mode("source/release") == 0o700
    assert [mode(name) for name in secrets] == [0o600, 0o600]
    assert os.stat("/tmp").st_mode == before
