"""The JSON of one submission, graded or not."""

import json

from support.handed_in import filled, submission

from gmm_helpers.grading.notices import NoticeKind
from gmm_helpers.grading.reports.results import complete
from gmm_helpers.grading.submission_result import graded_result, ungraded_result


def test_a_result_without_a_worker_names_every_file_and_is_marked(release):
    handed_in = submission(filled("02_e_step"), student="ann")._replace(
        notes=(NoticeKind.NO_NOTEBOOK_INSIDE(path="a.zip"),)
    )
    result = ungraded_result(handed_in, NoticeKind.JAIL_FAILED(error="no jail"))
    assert result["ungraded"]
    assert [note["kind"] for note in result["notes"]] == ["no_notebook_inside", "jail_failed"]
    assert [file["status"] for file in result["files"]] == ["crashed"]
    summed = complete(json.loads(json.dumps(result)), release.chapters)
    assert summed.total.status == "needs review"
    assert {row.status for row in summed.rows} == {"crashed"}
    assert summed.total.score == 0


def test_graded_and_ungraded_results_have_the_same_keys(grader):
    handed_in = submission(filled("02_e_step"))
    graded = grader.grade(handed_in)
    assert graded.keys() == graded_result(handed_in, (), (), ()).keys()
    assert not graded["ungraded"]
    assert json.loads(json.dumps(graded))["digest"] == graded["digest"]
