"""What was answered and checked, in a small file beside the notebooks.

A kernel does not know what its notebook holds, so a new one would know nothing of the day before.
Lines are only appended, one per event, so that two notebooks can write at once and a broken line
loses nothing else. The last line about a name counts.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

__all__ = [
    "FILE",
    "attempts_at",
    "events_in",
    "in_notebook",
    "is_kept",
    "keep",
    "keep_attempts",
    "kept",
]

FILE = "gmm_progress.jsonl"
MAX_LINE = 100_000  # characters; no event of ours is as long


def in_notebook() -> bool:
    """Whether a kernel runs this."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    return getattr(shell, "kernel", None) is not None


def is_kept() -> bool:
    """Whether this is a notebook of a reader, and not a script, a build or a test.

    ``GMM_PROGRESS=off`` in the environment keeps nothing, such as on a machine that many use.
    """
    strict = os.environ.get("GMM_CHECKS") == "strict"
    is_off = os.environ.get("GMM_PROGRESS") == "off"
    return in_notebook() and not strict and not is_off


def keep(kind: str, name: str, **what: Any) -> None:
    """Append what happened to a question or an exercise; without rights to write, do nothing."""
    if not is_kept():
        return
    line = json.dumps({"kind": kind, "name": name, **what}) + "\n"
    try:
        with Path(FILE).open("a", encoding="utf-8") as file:
            file.write(line)
    except OSError:
        pass


def kept(kind: str) -> dict[str, dict]:
    """What was kept last of each name, as dicts; broken lines are passed over."""
    if not is_kept():
        return {}
    try:
        text = Path(FILE).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return {}
    return events_in(text, kind)


def events_in(text: str, kind: str) -> dict[str, dict]:
    """The last event of each name in the text of a progress file, whoever wrote it.

    Examples
    --------
    >>> events_in('{"kind": "check", "name": "e_step"}\\n{"kind": "che', "check")
    {'e_step': {'kind': 'check', 'name': 'e_step'}}
    """
    found: dict[str, dict] = {}
    for line in text.splitlines():
        try:
            event = json.loads(line) if len(line) <= MAX_LINE else None
        except (ValueError, RecursionError):
            continue
        if not isinstance(event, dict) or event.get("kind") != kind:
            continue
        if isinstance(event.get("name"), str):
            found[event["name"]] = event
    return found


def keep_attempts(key: str, attempts: list, is_right: bool, is_prediction: bool = False) -> None:
    """Keep all answers to a question."""
    keep("question", key, attempts=attempts, right=is_right, prediction=is_prediction)


def attempts_at(key: str) -> list:
    """The answers to a question that were kept."""
    attempts = kept("question").get(key, {}).get("attempts", [])
    return attempts if isinstance(attempts, list) else []
