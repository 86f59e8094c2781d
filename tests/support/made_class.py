"""A class of results as grading would have made them, without grading: for reports alone."""

import ast
from itertools import cycle, islice

import numpy as np

from gmm_helpers.exercises import EXERCISES, Status
from gmm_helpers.exercises.mistakes.messages import message_of
from gmm_helpers.exercises.statuses import FileStatus, Isolation
from gmm_helpers.grading.intake.people.person import Person
from gmm_helpers.grading.judging.examples import anonymous_code
from gmm_helpers.grading.judging.question_outcomes import Outcome
from gmm_helpers.grading.notices import NoticeKind
from gmm_helpers.grading.parsing.candidates import FileReport
from gmm_helpers.grading.parsing.release import read_release
from gmm_helpers.grading.reports.results import About, Result, review_of
from gmm_helpers.grading.rows import Row, total_of
from gmm_helpers.questions.definition import Choices
from gmm_helpers.questions.wrong_answers import wrong_in
from support.handed_in import bank

FIRST = [
    "Ada",
    "Émile",
    "Noël",
    "Jürgen",
    "Zoë",
    "Łukasz",
    "Nguyễn",
    "Siobhán",
    "Mehmet",
    "Wei",
    "Aïcha",
    "José",
]
LAST = [
    "Okafor",
    "Müller",
    "O'Brien",
    "Nováková",
    "Sato",
    "Ångström",
    "Rossi",
    "García",
    "Kim",
    "Öztürk",
    "Ivanova",
    "Smith",
]
MORE = {
    Status.ERROR: "It raised NameError: name 'multivariat_normal' is not defined, in every case.",
    Status.TIMEOUT: "It took longer than the 6 seconds that are allowed and was stopped.",
    Status.NOT_ATTEMPTED: "Nothing was submitted for it.",
    Status.UNFINISHED: "It returns None.",
}


def made_class(n_students, seed=0):
    """Results of a class with everything in it, and what holds for all of it."""
    rng = np.random.default_rng(seed)
    chapters = read_release().chapters
    codes = {name: _codes(name) for name in EXERCISES}
    results = [_result(i, chapters, codes, rng) for i in range(n_students)]
    about = About(7, {"numpy": "2"}, Isolation.BUBBLEWRAP, (), chapters)
    return results, about, {each.student: each.student for each in results}


def _codes(name):
    """Code without comments for each mistake of an exercise: some wrong answer of the bank."""
    sources = list(bank("wrong", name).values()) or ["def f():\n    return 0"]
    codes = [anonymous_code(ast.parse(each).body[-1], name) for each in sources]
    mistakes = EXERCISES[name].mistakes
    return list(zip(mistakes, islice(cycle(codes), len(mistakes)), strict=True))


def _result(i, chapters, codes, rng):
    name = f"{FIRST[rng.integers(12)]} {LAST[rng.integers(12)]}"
    student = f"{name} {i}"
    person = Person(
        student,
        id=str(40_000 + i),
        email=f"{i}@example.org",
        login=f"u{i}",
        is_late=bool(rng.random() < 0.1),
        time=f"2026-11-{1 + i % 28:02} 23:{i % 60:02}",
    )
    rows, examples, prints, skill = [], {}, {}, rng.beta(4, 2)
    for chapter in chapters:
        for exercise in chapter.exercises:
            row, code = _row(chapter.name, exercise, codes[exercise], skill, rng)
            rows.append(row)
            if code:
                examples[exercise] = code
            prints[exercise] = f"print {rng.integers(4000)}"
        rows += [_written(chapter.name, question) for question in chapter.questions]
    odd = rng.random()
    result = Result(
        student,
        tuple(rows),
        total_of(rows),
        (FileReport("05.ipynb", FileStatus.UNREADABLE, (), NoticeKind.EMPTY()),)
        if odd < 0.08
        else (),
        (NoticeKind.LOCKED_CELL_EDITED(notebook="02_e_step.ipynb", cell="check_e_step"),)
        if odd > 0.9
        else (),
        (),
        ("e_step",) if odd > 0.98 else (),
        prints,
        Isolation.BUBBLEWRAP,
        answers=tuple(_answers(chapters, rng)),
        examples=examples,
        known=person,
    )
    total = result.total
    status = Status.NEEDS_REVIEW if review_of(result) else total.status
    return result._replace(total=total._replace(status=status))


def _row(notebook, name, mistakes, skill, rng):
    points = float(EXERCISES[name].points)
    luck = rng.random()
    if luck < skill:
        return Row(notebook, name, points, points, Status.CORRECT, "All cases are right."), ""
    if luck < skill + 0.6 * (1 - skill) and mistakes:
        mistake, code = mistakes[min(rng.geometric(0.25) - 1, len(mistakes) - 1)]
        said = message_of(name, mistake)
        score = float(rng.integers(0, int(points)))
        status = Status.PARTIAL if score else Status.INCORRECT
        row = Row(notebook, name, score, points, status, said, named=(mistake.name,))
        return row._replace(said=(said,)), code
    status = list(MORE)[rng.integers(len(MORE))]
    return Row(notebook, name, 0.0, points, status, MORE[status]), ""


def _written(notebook, question):
    status = Status.TO_BE_GRADED
    return Row(notebook, question.grade_id, 0.0, question.points, status, "To be graded by hand.")


def _answers(chapters, rng):
    for chapter in chapters:
        for key, question in chapter.self_tests:
            if question is None or rng.random() < 0.2:
                continue
            wrong = ()
            if isinstance(question.answer, Choices) and rng.random() < 0.4:
                wrong = wrong_in(question, [int(rng.integers(len(question.answer.choices)))])
            yield Outcome(chapter.name, key, True, not wrong, tuple(wrong))
