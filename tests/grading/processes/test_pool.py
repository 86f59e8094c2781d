"""Several processes: everything is graded once, in spite of one that dies."""

import os
import signal
from pathlib import Path

import pytest
from support.handed_in import filled, solution, submission
from support.standin import InProcess, in_process

from gmm_helpers.grading.errors import BrokenWorkerError
from gmm_helpers.grading.jail import JailError
from gmm_helpers.grading.notices import NoticeKind
from gmm_helpers.grading.processes import grade_all

pytestmark = pytest.mark.slow

STEM = "02_e_step"
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


def mortal(cases, settings):
    return Mortal(cases)


def impossible(cases, settings):
    raise OSError("no jail here")


class Failing(InProcess):
    """Some submissions break the jail, or make it return what no jail would."""

    def run(self, programs):
        sources = [cell for program in programs for cell in program.cells]
        if "KILL" in sources:
            raise JailError("no namespaces")
        return None if "KILL ONCE" in sources else super().run(programs)


def failing(cases, settings):
    return Failing(cases)


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
    assert results[2]["notes"] == [NoticeKind.PROCESS_DIED().as_json()]
    assert results[1]["rows"]
    assert died_once.exists()


def test_whatever_fails_the_next_submission_is_graded(settings):
    waiting = [submission(KILLER, student="a"), submission(ONCE, student="b")]
    waiting.append(submission(RIGHT, student="c"))
    broken, odd, right = grade_all(waiting, settings, 1, failing)
    assert broken["notes"] == [NoticeKind.JAIL_FAILED(error="no namespaces").as_json()]
    assert odd["notes"] == [NoticeKind.GRADER_FAILED(error="AttributeError").as_json()]
    assert [each["ungraded"] for each in (broken, odd, right)] == [True, True, False]
    assert scores([right]) == {"c": 5}


def test_a_worker_that_can_not_start_is_one_error(settings):
    with pytest.raises(BrokenWorkerError, match="no jail here"):
        list(grade_all([submission(RIGHT)], settings, 1, impossible))
