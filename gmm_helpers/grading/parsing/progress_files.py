"""Answers in `gmm_progress.jsonl`, where the notebook beside it has lost its outputs."""

from __future__ import annotations

from collections.abc import Sequence

from ...questions.progress_file import events_in
from ..intake.submission import File
from .question_answers import MAX_ATTEMPTS, QuestionAnswers

__all__ = ["kept_answers"]


def kept_answers(files: Sequence[File]) -> dict[str, QuestionAnswers]:
    """The answers to each question that progress files hold: nothing of them is believed yet.

    Of several files, the one in which most was answered counts for each question.
    """
    found: dict[str, QuestionAnswers] = {}
    for file in files:
        text = file.content.decode("utf-8", "replace").removeprefix("\ufeff")
        for key, event in events_in(text, "question").items():
            attempts = event.get("attempts")
            known = found[key].attempts if key in found else ()
            if isinstance(attempts, list) and len(attempts) > len(known):
                found[key] = QuestionAnswers(key, tuple(attempts[:MAX_ATTEMPTS]))
    return found
