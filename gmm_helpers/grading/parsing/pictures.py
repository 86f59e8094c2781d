"""Pictures that are attached to cells of text, and links to some that are gone."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any
from urllib.parse import unquote

__all__ = ["attachments_in", "tell_missing"]

_TITLE = re.compile(r"\s+[\"'(].*")
_LINK = re.compile(
    r"!\[[^\]\n]{0,300}\]\(\s*<?attachment:(?P<inline>(?:[^()\n]|\([^()\n]{0,100}\)){0,300})\)"
    r"|^ {0,3}\[[^\]\n]{1,300}\]:[ \t]*<?attachment:(?P<defined>[^\n]{0,300})",
    re.MULTILINE,
)


def attachments_in(cell: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """The pictures of a cell of a notebook, by name: texts by their MIME type.

    Examples
    --------
    >>> attachments_in({"attachments": {"p.png": {"image/png": "aGk="}, "q.png": {}}})
    {'p.png': {'image/png': 'aGk='}}
    """
    attached = cell.get("attachments")
    found = {}
    for name, bundle in attached.items() if isinstance(attached, dict) else ():
        types = bundle.items() if isinstance(bundle, dict) else ()
        pictures = {
            kind: content
            for kind, content in types
            if kind.startswith("image/") and isinstance(content, str) and content
        }
        if pictures:
            found[name] = pictures
    return found


def tell_missing(text: str, attached: Collection[str]) -> str:
    """The same Markdown, with words in place of each link to a picture that is not attached.

    Examples
    --------
    >>> tell_missing("See ![p](attachment:p.png) and ![q](attachment:q.png).", ["q.png"])
    'See (picture p.png, missing in the notebook) and ![q](attachment:q.png).'
    """

    def told(link: re.Match) -> str:
        written = link["inline"] if link["defined"] is None else link["defined"]
        name = _TITLE.sub("", written).strip().rstrip(">")
        if name in attached or unquote(name) in attached:
            return link[0]
        return f"(picture {unquote(name) or 'without a name'}, missing in the notebook)"

    return _LINK.sub(told, text) if "attachment:" in text else text
