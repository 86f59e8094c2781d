"""A question where it stands in a chapter: readable without a script, and answerable with one."""

from __future__ import annotations

import json
import re

from question_files.page import data_of, joined_scripts

from gmm_helpers.questions import Question
from gmm_helpers.questions.still import as_html

__all__ = ["asked_here", "questions_script"]

EXPORTS = re.compile(r"^export (?:default [^;]*;\n?)?", re.MULTILINE)
START = """\
for (const asked of document.querySelectorAll(".gmm-asked")) {
  const { name, question } = JSON.parse(asked.querySelector(":scope > script").textContent);
  mountArticle(asked, { name, question });
}
for (const button of document.querySelectorAll(".gmm-forget")) {
  button.addEventListener("click", forget);
}
"""


def asked_here(question: Question) -> str:
    """HTML of one question, with its data."""
    data = json.dumps(data_of(question)).replace("<", "\\u003c")
    return (
        f'<div class="gmm-asked" id="{question.key}">{as_html(question)}'
        f'<script type="application/json">{data}</script></div>'
    )


def questions_script() -> str:
    """The script that mounts the questions of a page; no module, as a page on disk loads none."""
    return f"(() => {{\n{EXPORTS.sub('', joined_scripts())}\n{START}}})();\n"
