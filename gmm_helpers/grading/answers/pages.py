"""The pages in ``answers/``: they work from disk, and hold all that they need."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from ..intake.people.roster import text_of
from ..reports.files import file_names, harmless, write_text
from ..reports.pages import templates_of
from ..reports.results import About, Result
from .groups import PREFIX, Answered, answered
from .prose import as_html, model_and_marking

__all__ = ["FOLDER", "POINTS", "write_answers"]

FOLDER = "answers"
POINTS = "points.csv"
_SCRIPTS = {
    "question.html": ("table.js", "kept.js", "files.js", "cards.js", "panel.js", "marking.js"),
    "index.html": ("table.js", "kept.js", "files.js", "overview.js"),
}
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
_IMPORT = re.compile(r"^import [^;]*;\n", re.MULTILINE)


def write_answers(out: Path, results: Sequence[Result], about: About) -> None:
    """Write a page for each written question, and ``index.html``, which lists them.

    Points that were given before, in ``points.csv`` of the same folder, are on the pages.
    """
    folder = out / FOLDER
    asked = [
        answered(chapter, question, results, about.seed)
        for chapter in about.chapters
        for question in chapter.questions
    ]
    stems = file_names(each.stem for each in asked)
    pages = {each.question.grade_id: f"{PREFIX}{stems[each.stem]}.html" for each in asked}
    common = {"session": _session(out, about.seed), "folder": out.resolve().name}
    common["earlier"] = _earlier(out / POINTS)
    for each in asked:
        write_text(folder / pages[each.question.grade_id], _question_page(each, results, common))
    if asked:
        write_text(folder / "index.html", _index_page(asked, pages, common))
    for path in folder.glob(f"{PREFIX}*.html"):
        if path.name not in pages.values():  # of a question that does not count any more
            path.unlink()


def _question_page(asked: Answered, results: Sequence[Result], common: Mapping[str, Any]) -> str:
    question, place = asked.question, {r.student: i for i, r in enumerate(results)}
    model, marking = model_and_marking(question.model_answer)
    data = {
        **common,
        "exercise": question.grade_id,
        "most": question.points,
        "students": [[harmless(r.student), _label(r)] for r in results],
        "groups": [
            [each.key, each.text, each.pictures, [place[s] for s in each.students], each.is_model]
            for each in asked.groups
        ],
        "empty": [place[student] for student in asked.empty],
    }
    texts = {"text": question.text, "model": model, "marking": marking}
    about: dict[str, Any] = {name: as_html(text) for name, text in texts.items()}
    return _render("question.html", data, {**about, "asked": asked})


def _index_page(
    asked: Sequence[Answered], pages: Mapping[str, str], common: Mapping[str, Any]
) -> str:
    data = {**common, "exercises": [each.question.grade_id for each in asked]}
    about = {"questions": [(each, pages[each.question.grade_id]) for each in asked]}
    return _render("index.html", data, {**about, "folder": common["folder"]})


def _label(result: Result) -> str:
    name = result.person.name
    return name if name == result.student else f"{name} ({result.student})"


def _session(out: Path, seed: int) -> str:
    """What the browser keeps marks under: the same for all pages of a class, and for no other."""
    return hashlib.sha256(f"{seed} {out.resolve()}".encode("utf-8", "replace")).hexdigest()[:12]


def _earlier(path: Path) -> str:
    try:
        return text_of(path.read_bytes())
    except OSError:
        return ""


def _render(name: str, data: Mapping[str, Any], about: Mapping[str, Any]) -> str:
    script = _script(name)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        _templates()
        .get_template(name)
        .render(
            **about,
            data=_as_json(data),
            script=Markup(script),
            digest=digest,
            style=Markup(_static("answers.css")),
        )
    )


def _as_json(data: Mapping[str, Any]) -> Markup:
    """JSON that ends no script and begins no comment, whatever a student wrote."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_ESCAPES))


@cache
def _script(name: str) -> str:
    """The modules of a page, one after the other: a page on disk can't import from its folder."""
    return "\n".join(["", *(_IMPORT.sub("", _static(each)) for each in _SCRIPTS[name])])


@cache
def _static(name: str) -> str:
    return (files(__package__) / "static" / name).read_text(encoding="utf-8")


@cache
def _templates() -> Environment:
    return templates_of("answers")
