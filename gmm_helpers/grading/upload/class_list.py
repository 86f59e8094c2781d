"""The list of a class as its file has it, and which LMS has written it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

__all__ = ["ClassList", "Writer", "is_numbered"]

_POINTS = "points possible"


class Writer(Enum):
    """Who writes lists that take points as they are, and what their columns of points are called.

    Of Canvas, Brightspace and Blackboard that is a pattern, whose first group is the title.
    """

    CANVAS = r"(.*) \(\d+\)"
    BRIGHTSPACE = r"(.*) Points Grade(?: <.*>)?"
    BLACKBOARD = r"(.*) \[Total Pts: [^]]*\] \|\d+"
    MOODLE = ""  # the grading worksheet of an assignment
    GITHUB = " "  # it has no points


@dataclass(frozen=True)
class ClassList:
    """The lines of a list, that of the heads first; none without a list."""

    lines: Sequence[Sequence[str]] = ()

    @cached_property
    def heads(self) -> list[str]:
        """What stands above the columns."""
        return [*self.lines[0]] if self.lines else []

    @cached_property
    def writer(self) -> Writer | None:
        """Who wrote it, by its heads; None if that is nobody known, or there is no list."""
        heads = {*self.heads}
        if "ID" in heads and heads & {"Student", "LastName"}:
            return Writer.CANVAS
        if self.participant_head:
            return Writer.MOODLE
        if heads & {"OrgDefinedId", "End-of-Line Indicator"}:
            return Writer.BRIGHTSPACE
        if "Username" in heads and ("Last Access" in heads or self.columns(Writer.BLACKBOARD)):
            return Writer.BLACKBOARD
        return Writer.GITHUB if "github_username" in heads else None

    @cached_property
    def participant_head(self) -> str:
        """The head of the column in which Moodle calls everybody "Participant 40000", or "".

        Both words are in the language of the site.
        """
        if not self.lines or not self.lines[0]:
            return ""
        first = [line[0] for line in self.lines[1:] if line and line[0].strip()]
        matches = [re.fullmatch(r"([^\W\d].*?)\d+", text) for text in first]
        words = {match[1] if match else "" for match in matches}
        return self.lines[0][0] if len(words) == 1 and "" not in words and self.grade_head else ""

    @cached_property
    def grade_head(self) -> str:
        """The head of the column that Moodle's grading worksheet has for the grade, or ""."""
        return next((head for head in self.heads if head.casefold() in _GRADES), "")

    @cached_property
    def comment_head(self) -> str:
        """The same for its comments."""
        return next((head for head in self.heads if head.casefold() in _COMMENTS), "")

    @cached_property
    def maximum_head(self) -> str:
        """The same for the maximum grade: the column behind the grade, or ""."""
        if not self.grade_head:
            return ""
        return "".join(self.heads[self.heads.index(self.grade_head) + 1 :][:1])

    def as_line(self, cells: Sequence[str]) -> dict[str, str]:
        """The cells of a line by their heads."""
        return dict(zip(self.heads, cells, strict=False))

    def columns(self, writer: Writer) -> dict[str, str]:
        """The titles of all columns of points, by their heads."""
        matches = {head: re.fullmatch(writer.value, head) for head in self.heads}
        return {head: match[1] for head, match in matches.items() if match and match.groups()}

    def column(self, writer: Writer, wanted: str) -> str:
        """The head of the column that is called so, with or without its number.

        It is one of the list, if that has a single one of this name; or else what the LMS takes for
        a new one.
        """
        columns = self.columns(writer) if self.writer is writer else {}
        title = _title(wanted).casefold()
        called = [head for head, own in columns.items() if own.casefold() == title]
        is_whole = is_numbered(writer, wanted)
        if wanted in columns or len(called) != 1 or is_whole:
            return wanted if is_whole else _title(wanted)
        return called[0]

    def points_possible(self, head: str) -> str:
        """What Canvas says a column has at most; "" if it does not."""
        for line in self.lines[1:]:
            if line and line[0].strip().casefold().startswith(_POINTS) and head in self.heads:
                return line[at].strip() if (at := self.heads.index(head)) < len(line) else ""
        return ""


def is_numbered(writer: Writer, head: str) -> bool:
    """Whether a head is that of a column which an LMS has."""
    return re.fullmatch(writer.value, head) is not None


def _title(column: str) -> str:
    """What somebody called a column, without what an LMS puts behind it."""
    matches = (re.fullmatch(w.value, column) for w in Writer if "(" in w.value)
    return next((match[1] for match in matches if match), column)


# Of "grade" in the module's language files: English, German, French, Spanish, Italian, Dutch,
# Portuguese; the same of "feedbackcomments".
_GRADES = {"grade", "bewertung", "note", "calificación", "valutazione", "cijfer", "nota"}
_COMMENTS = {
    *("feedback comments", "feedback als kommentar", "feedback par commentaires"),
    *("comentarios de retroalimentación", "commenti", "feedback als commentaar"),
}
