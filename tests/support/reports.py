"""Everything that a class of submissions leaves in the output folder."""

import json

from gmm_helpers.grading.reports.outputs import About, write_outputs
from gmm_helpers.grading.reports.results import chapters_in, completed


def written(folder, jsons, settings):
    chapters = chapters_in(jsons, settings.release)
    results = [completed(json.loads(json.dumps(each)), chapters) for each in jsons]
    names = {result.student: f"student{i}" for i, result in enumerate(results)}
    about = About(settings.seed, {"numpy": "2"}, "not isolated", ("odd <b>",), chapters)
    write_outputs(folder, results, names, about)
    return results
