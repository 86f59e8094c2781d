"""The course's own Markdown as HTML, as far as questions and model answers need it."""

from __future__ import annotations

import html
import re

from markupsafe import Markup

from ...drawing.formulas import formula_as_html

__all__ = ["as_html", "model_and_marking"]

_MODEL = "**Model answer.**"
_MARKING = re.compile(r"^\**Marking\b", re.MULTILINE)
_SPAN = re.compile(
    r"\$(?P<formula>[^$\n]+(?:\n[^$\n]+)?)\$|`(?P<code>[^`\n]+)`"
    r"|\*\*(?P<strong>[^*\n]+)\*\*|\*(?P<stress>[^*\n]+)\*"
)
_ELEMENTS = {"code": "code", "strong": "strong", "stress": "em"}


def as_html(text: str) -> Markup:
    """Paragraphs with code, stress and simple formulas; everything else stays as it is written.

    Examples
    --------
    >>> str(as_html("Why is *this* <b>: $N_k - 1$?"))
    '<p>Why is <em>this</em> &lt;b&gt;: <i class="formula">N<sub>k</sub> - 1</i>?</p>'
    """
    paragraphs = re.split(r"\n\s*\n", text.strip())
    return Markup("\n".join(f"<p>{_spans(each)}</p>" for each in paragraphs if each))


def model_and_marking(text: str) -> tuple[str, str]:
    """A model answer without its heading, and the marking points below it.

    Examples
    --------
    >>> model_and_marking("**Model answer.** Because.\\n\\nMarking: 1 point for that.")
    ('Because.', 'Marking: 1 point for that.')
    """
    text = text.strip().removeprefix(_MODEL).strip()
    found = _MARKING.search(text)
    return (text[: found.start()].strip(), text[found.start() :].strip()) if found else (text, "")


def _spans(text: str) -> str:
    parts, end = [], 0
    for match in _SPAN.finditer(text):
        parts.append(html.escape(text[end : match.start()]))
        end = match.end()
        if match["formula"]:
            parts.append(f'<i class="formula">{formula_as_html(match["formula"])}</i>')
        else:
            name = _ELEMENTS[match.lastgroup or "code"]
            parts.append(f"<{name}>{html.escape(match[match.lastgroup or 0])}</{name}>")
    return "".join([*parts, html.escape(text[end:])])
