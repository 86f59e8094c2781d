"""Everything that a class of submissions leaves in the output folder."""

import json

from gmm_helpers.grading.answers.pages import write_answers
from gmm_helpers.grading.notices import NoticeKind
from gmm_helpers.grading.reports.outputs import write_outputs, write_report
from gmm_helpers.grading.reports.results import About, chapters_in, complete


def write_reports(folder, jsons, settings):
    chapters = chapters_in(jsons, settings.release)
    results = [complete(json.loads(json.dumps(each)), chapters) for each in jsons]
    note = NoticeKind.LINK_LEFT(path="odd <b>")
    names = {result.student: f"student{i}" for i, result in enumerate(results)}
    about = About(settings.seed, {"numpy": "2"}, "not isolated", (note,), chapters)
    write_outputs(folder, results, names, about)
    write_answers(folder, results, about)
    write_report(folder, results, names, about)
    return results
