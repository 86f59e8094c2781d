"""From what a class earned to what it is given: by hand first, then in Formgrader, then by rule."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ...exercises import Status
from ..rows import Adjusted, Row, Source
from .given_points import Key, PointsByHand, key_of, match_points, read_points
from .problems import Problem, ProblemKind
from .rules import Rule, match_rules, read_rules, rules_for
from .tables import Line

__all__ = ["POINTS", "RULES", "Files", "FormgraderGrade", "adjust", "read_files"]

POINTS, RULES = "points.csv", "rules.csv"
# What 0 points do not change; with points somebody has looked at it, whatever it was.
_NOTHING_THERE = (Status.MISSING, Status.NOT_ATTEMPTED, Status.UNFINISHED)
# What a rule changes; elsewhere a person should look, or the row tells how the function ended.
_JUDGED = (Status.PARTIAL, Status.INCORRECT, Status.UNFINISHED, Status.NOT_ATTEMPTED)


class Files(NamedTuple):
    """What stands in both files, before it is known whom and what it is about."""

    points: Sequence[Line] = ()
    rules: Sequence[Line] = ()
    problems: Sequence[Problem] = ()


class FormgraderGrade(NamedTuple):
    """What a person gave for a row in Formgrader."""

    manual: float | None = None  # instead of what the row has
    extra: float = 0.0  # besides
    comment: str = ""
    max_score: float = 0.0  # in the gradebook, where it may be another than here

    def in_points_of(self, row: Row) -> FormgraderGrade:
        """The same, where the points of a row are those it has here."""
        scale = row.max_score / self.max_score if self.max_score else 1.0
        manual = None if self.manual is None else round(self.manual * scale, 2)
        return FormgraderGrade(manual, round(self.extra * scale, 2), self.comment, row.max_score)


def read_files(options: Namespace) -> Files:
    """Read ``--points`` and ``--rules``, or what lies in the output folder by these names.

    Raises
    ------
    ValueError
        If a file can't be read, or is no such table; the message is one sentence.
    """
    points, unread_points = _read(options.points, options.output / POINTS, read_points)
    rules, unread_rules = _read(options.rules, options.output / RULES, read_rules)
    return Files(points[0], rules[0], [*points[1], *rules[1], *unread_points, *unread_rules])


def _read(named: Path | None, usual: Path, read):
    unread: list[Problem] = []
    if named is not None and usual.is_file() and named.resolve() != usual.resolve():
        unread = [Problem(str(usual), 0, ProblemKind.NOT_READ, {})]
    if named is None and not usual.exists():
        return ([], []), unread
    return read(named or usual), unread


def adjust(
    rows: Mapping[str, Sequence[Row]],
    files: Files,
    in_formgrader: Mapping[Key, FormgraderGrade] | None = None,
    names: Mapping[str, Sequence[str]] | None = None,
) -> tuple[dict[str, tuple[Row, ...]], list[Problem]]:
    """Apply everything to the rows of each student; what was graded is not changed by it.

    Points by hand count whatever else there is. A rule gives points to rows with its mistake, never
    takes any, and leaves full points alone; of two rules for one row that with fewer points counts.
    `names` are other names of each student.
    """
    formgrader = in_formgrader or {}
    points, wrong_points = match_points(files.points, rows, names)
    rules, wrong_rules = match_rules(files.rules, rows)
    problems = [*files.problems, *wrong_points, *wrong_rules]
    met: dict[tuple[int, int], list[str]] = {}
    adjusted: dict[str, tuple[Row, ...]] = {}
    for student, own in rows.items():
        changed = []
        for row in own:
            key = key_of(student, row)
            by_hand, given = points.get(key), formgrader.get(key)
            given = given.in_points_of(row) if given else None
            found = rules_for(row, rules)
            if by_hand:
                changed.append(_by_hand(row, by_hand, given))
                problems += _against(student, row, by_hand, given)
                continue
            if len(found) > 1 and max(found[0].points, row.score) < found[1].points:
                met.setdefault((found[0].line.number, found[1].line.number), []).append(student)
            ruled = _by_rule(row, found[0]) if found else row
            changed.append(_as_in_formgrader(row, ruled, given) if given else ruled)
        adjusted[student] = tuple(changed)
    lines = {rule.line.number: rule.line for rule in rules.values()}
    for (fewer, more), students in met.items():
        fields = {"other": more, "where": students}
        problems.append(lines[fewer].problem(ProblemKind.TWO_RULES, **fields))
    return adjusted, problems


def _by_hand(row: Row, given: PointsByHand, formgrader: FormgraderGrade | None) -> Row:
    comment = given.comment or (formgrader.comment if formgrader else "")
    return _looked_at(row, given.points, _before(row, Source.BY_HAND, comment))


def _by_rule(row: Row, rule: Rule) -> Row:
    if row.score >= row.max_score or rule.points <= row.score:
        return row
    status = _status_by(row, rule.points) if row.status in _JUDGED else row.status
    adjusted = _before(row, Source.BY_RULE, rule.comment)._replace(mistake=rule.mistake)
    return row._replace(score=rule.points, status=status, adjusted=adjusted)


def _as_in_formgrader(row: Row, ruled: Row, given: FormgraderGrade) -> Row:
    """Extra credit comes on top of what a rule gives; a comment changes no points."""
    if given.manual is None and (not given.extra or row.status == Status.TO_BE_GRADED):
        if not given.comment:
            return ruled
        adjusted = ruled.adjusted or _before(row, Source.IN_FORMGRADER)
        return ruled._replace(adjusted=adjusted._replace(comment=given.comment))
    score = (ruled.score if given.manual is None else given.manual) + given.extra
    adjusted = _before(row, Source.IN_FORMGRADER, given.comment)
    return _looked_at(row, round(score, 2), adjusted)


def _looked_at(row: Row, points: float, adjusted: Adjusted) -> Row:
    status = _status_by(row, points)
    return row._replace(score=points, status=status, out_of_time=False, adjusted=adjusted)


def _before(row: Row, source: Source, comment: str = "") -> Adjusted:
    points = None if row.status == Status.TO_BE_GRADED else row.score
    return Adjusted(points, source, comment, row.status)


def _status_by(row: Row, points: float) -> Status:
    if points >= row.max_score:
        return Status.CORRECT
    if points > 0:
        return Status.PARTIAL
    return row.status if row.status in _NOTHING_THERE else Status.INCORRECT


def _against(
    student: str, row: Row, by_hand: PointsByHand, given: FormgraderGrade | None
) -> list[Problem]:
    if given is None or (given.manual is None and not given.extra):
        return []
    other = round((by_hand.points if given.manual is None else given.manual) + given.extra, 2)
    if other == by_hand.points:
        return []
    fields = {"name": row.exercise, "student": student, "other": other, "max_score": row.max_score}
    return [by_hand.line.problem(ProblemKind.BEFORE_FORMGRADER, **fields)]
