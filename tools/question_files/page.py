"""All questions on one page, which needs no Python, no network, and hardly a script."""

from __future__ import annotations

import hashlib
import html
import json
from importlib.resources import files
from pathlib import Path

from gmm_helpers import drawing, questions
from gmm_helpers.questions import Question
from gmm_helpers.questions.as_data import to_data, typeset_texts
from gmm_helpers.questions.record import without_pictures
from gmm_helpers.questions.still import as_html

from .reading import Chapter

__all__ = ["data_of", "joined_scripts", "page_of"]

HERE = Path(__file__).parent
TITLE = "Gaussian mixtures and EM: questions"
SCRIPTS = (
    (drawing, "page_parts.js"),
    (questions, "judge.js"),
    (questions, "inputs.js"),
    (questions, "question.js"),
)
PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<header>
<h1>{title}</h1>
<p>Your answers stay in this browser: nobody else sees them.</p>
</header>
<nav>
<ul>
{contents}
</ul>
</nav>
<main>
{chapters}
</main>
<footer></footer>
<script type="application/json" id="questions">{data}</script>
<script type="module">
{script}</script>
</body>
</html>
"""


def page_of(chapters: list[Chapter]) -> str:
    """The page with the questions of some chapters."""
    asked = [question for chapter in chapters for question in chapter.questions]
    style = [_read(questions, "question.css"), (HERE / "page.css").read_text(encoding="utf-8")]
    data = json.dumps([data_of(question) for question in asked]).replace("<", "\\u003c")
    return PAGE.format(
        title=html.escape(TITLE),
        style="\n".join(style),
        contents="\n".join(_link(chapter) for chapter in chapters),
        chapters="\n".join(_section(chapter) for chapter in chapters),
        data=data,
        script="\n".join([joined_scripts(), (HERE / "page.js").read_text(encoding="utf-8")]),
    )


def joined_scripts() -> str:
    """A module that asks, judges and keeps answers; what mounts the questions comes after it."""
    scripts = [_read(package, name) for package, name in SCRIPTS]
    return "\n".join([*scripts, (HERE / "kept.js").read_text(encoding="utf-8")])


def _read(package, name: str) -> str:
    return (files(package) / "static" / name).read_text(encoding="utf-8")


def data_of(question: Question) -> dict:
    """What the script needs of a question; its pictures are in the page already."""
    data = to_data(question)
    # Answers to an older wording are not looked for.
    version = hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()[:8]
    shown = typeset_texts(without_pictures(data))
    return {"name": f"{question.key}-{version}", "question": shown}


def _link(chapter: Chapter) -> str:
    return f'<li><a href="#{html.escape(chapter.name)}">{html.escape(chapter.title)}</a></li>'


def _section(chapter: Chapter) -> str:
    asked = "\n".join(
        f'<article id="{question.key}">{as_html(question)}</article>'
        for question in chapter.questions
    )
    heading = f"<h2>{html.escape(chapter.title)}</h2>"
    return f'<section id="{html.escape(chapter.name)}">\n{heading}\n{asked}\n</section>'
