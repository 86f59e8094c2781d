"""What Gradescope writes beside the submissions of an export: who has handed in which folder.

The file is YAML with Ruby's types in it, and may hold every output of every test: of its lines,
only those are read that say who and when.
"""

from __future__ import annotations

import json
import re

from .listing import Entry

__all__ = ["METADATA", "read_metadata"]

METADATA = "submission_metadata.yml"
MAX_BYTES = 64 * 2**20
_KEY = re.compile(
    r"(?P<indent> *(?:- )?)(?P<quote>[\"']?):?(?P<key>[\w.-]+)(?P=quote):(?: (?P<value>.*))?"
)
_FIELDS = {"name": "person", "sid": "id", "email": "email"}


def read_metadata(entry: Entry) -> dict[str, list[dict[str, str | None]]]:
    """The submitters of each folder: `person`, `id`, `email`, and the `time` of the submission."""
    if entry.problem:
        return {}
    try:
        text = entry.read(MAX_BYTES).decode("utf-8", "replace")
    except Exception:  # what a broken zip raises; then the folders' names are all there is
        return {}
    submitters: dict[str, list[dict[str, str | None]]] = {}
    times: dict[str, str] = {}
    folder, is_listed = "", False
    for line in text.splitlines():
        found = _KEY.fullmatch(line.rstrip())
        if not found:
            continue
        depth, key, value = len(found["indent"]), found["key"], _value(found["value"] or "")
        starts = "-" in found["indent"]
        if depth == 0:
            folder, is_listed = key, False
        elif depth == 2 and not starts:
            is_listed = key == "submitters"
            if key == "created_at":
                times[folder] = value
        elif is_listed and key in _FIELDS:
            own = submitters.setdefault(folder, [])
            if starts or not own:
                own.append({})
            own[-1][_FIELDS[key]] = value
    return {
        folder: [{**each, "time": times.get(folder)} for each in own if any(each.values())]
        for folder, own in submitters.items()
    }


def _value(text: str) -> str:
    """A scalar as YAML writes it, on one line."""
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    if len(text) > 1 and text[0] == text[-1] == '"':
        try:
            return str(json.loads(re.sub(r"\\x([0-9A-Fa-f]{2})", r"\\u00\1", text)))
        except ValueError:
            return text[1:-1]
    return "" if text in ("~", "null") else text
