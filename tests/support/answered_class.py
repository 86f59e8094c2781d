"""A class that has answered written questions, without anything being graded."""

from gmm_helpers.grading.parsing.release import read_release
from gmm_helpers.grading.reports.results import About, Result
from gmm_helpers.grading.rows import total_of

PRIOR, COLUMNS = "question_prior", "question_columns"
STEM = "02_e_step"


def result_of(student, written):
    """A student's answers by question, each a list of texts; None if there is no notebook."""
    nothing = {"files": (), "notes": (), "review": (), "helpers": (), "fingerprints": {}}
    return Result(student, (), total_of(()), isolation="", written=written or {}, **nothing)


def class_of(**answers):
    """Results and what holds for the class; of each student the answer to `PRIOR`, or both."""
    results = []
    for student, given in answers.items():
        texts = given if isinstance(given, tuple) else (given, "")
        both = zip((PRIOR, COLUMNS), texts, strict=True)
        written = None if given is None else {name: [text] * bool(text) for name, text in both}
        results.append(result_of(student, written))
    chapters = tuple(each for each in read_release().chapters if each.name == STEM)
    return results, About(5, {}, "not isolated", (), chapters)
