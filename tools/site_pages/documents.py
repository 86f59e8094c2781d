"""Documents of the repository as pages: links lead to pages, or to the repository, or nowhere."""

from __future__ import annotations

import posixpath
import re

__all__ = ["as_page", "section_of"]

LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^()\s]+)\)")


def as_page(text: str, folder: str, pages: dict[str, str], address: str | None = None) -> str:
    """Return a document with its links rewritten.

    Parameters
    ----------
    text : str
        Markdown.
    folder : str
        Where the document stands in the repository.
    pages : dict of str to str
        What is on the site, by its path in the repository: pages and pictures.
    address : str, optional
        Of the repository. Without one, a link to a file that is not on the site is its text alone.

    Examples
    --------
    >>> as_page("See [jail](jail.md) and [a](../a.py).", "docs", {"docs/jail.md": "jail.md"})
    'See [jail](jail.md) and a.'
    """

    def rewritten(match: re.Match) -> str:
        mark, label, target = match.groups()
        path, hash_, anchor = target.partition("#")
        if re.match(r"[a-z]+:", target) or not path:
            return match[0]
        inside = posixpath.normpath(posixpath.join(folder, path))
        if inside in pages:
            return f"{mark}[{label}]({pages[inside]}{hash_}{anchor})"
        return f"[{label}]({address.rstrip('/')}/blob/main/{inside})" if address else label

    return LINK.sub(rewritten, text)


def section_of(text: str, heading: str) -> str:
    """The text below a heading of the second level, up to the next one.

    Raises
    ------
    ValueError
        If there is no such heading.
    """
    parts = re.split(r"(?m)^## ", text)
    for part in parts[1:]:
        title, _, body = part.partition("\n")
        if title.strip() == heading:
            return body.strip() + "\n"
    raise ValueError(f"There is no heading {heading!r}.")
