"""The list of a class as its file has it, and which LMS has written it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

__all__ = ["ClassList", "Writer"]

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


class ClassList(NamedTuple):
    """The lines of a list, that of the heads first; none without a list."""

    lines: Sequence[Sequence[str]] = ()

    @property
    def heads(self) -> list[str]:
        """What stands above the columns."""
        return [*self.lines[0]] if self.lines else []

    @property
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

    @property
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

    @property
    def grade_head(self) -> str:
        """The head of the column that Moodle's grading worksheet has for the grade, or ""."""
        return next((head for head in self.heads if head.casefold() in _GRADES), "")

    @property
    def comment_head(self) -> str:
        """The same for its comments."""
        return next((head for head in self.heads if head.casefold() in _COMMENTS), "")

    def columns(self, writer: Writer) -> dict[str, str]:
        """The titles of all columns of points, by their heads."""
        matches = {head: re.fullmatch(writer.value, head) for head in self.heads}
        return {head: match[1] for head, match in matches.items() if match and match.groups()}

    def column(self, writer: Writer, wanted: str) -> str:
        """The head of the column that is called so, with or without its number; "" if none is."""
        columns = self.columns(writer)
        called = [head for head, title in columns.items() if title.casefold() == wanted.casefold()]
        if wanted in columns:
            return wanted
        return called[0] if len(called) == 1 else ""

    def points_possible(self, head: str) -> str:
        """What Canvas says a column has at most; "" if it does not."""
        for line in self.lines[1:]:
            if line and line[0].strip().casefold().startswith(_POINTS) and head in self.heads:
                return line[at].strip() if (at := self.heads.index(head)) < len(line) else ""
        return ""


# Of "grade" in the module's language files: English, German, French, Spanish, Italian, Dutch,
# Portuguese; the same of "feedbackcomments".
_GRADES = {"grade", "bewertung", "note", "calificación", "valutazione", "cijfer", "nota"}
_COMMENTS = {
    *("feedback comments", "feedback als kommentar", "feedback par commentaires"),
    *("comentarios de retroalimentación", "commenti", "feedback als commentaar"),
}
