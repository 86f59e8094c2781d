"""Where a notebook may be opened: all of it from one address, that of the repository.

It stands in pyproject.toml, under ``[project.urls]``, as ``Source``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Launch", "address_in", "launch_line", "launches_of"]

GITHUB = re.compile(r"https://github\.com/(?P<owner>[\w.-]+)/(?P<name>[\w.-]+?)(?:\.git)?/?")
BRANCH = "main"


class Launch(NamedTuple):
    """A place where notebooks run; `pattern` has the stem of one in it."""

    label: str
    pattern: str


def address_in(project: dict) -> str | None:
    """The address of the repository, as pyproject.toml has it."""
    return project.get("urls", {}).get("Source")


def launches_of(address: str | None) -> tuple[Launch, ...]:
    """JupyterLite, Colab and Binder; nothing where there is no address.

    JupyterLite is where GitHub Pages has it, if ``lite/`` is published beside the site.

    Raises
    ------
    ValueError
        If it is no address of a repository on GitHub, which all three need.
    """
    if address is None:
        return ()
    match = GITHUB.fullmatch(address)
    if not match:
        raise ValueError(
            f"[project.urls] Source is {address!r}; Colab and Binder open notebooks from "
            "https://github.com/OWNER/NAME. Write that, or leave Source out."
        )
    owner, name = match["owner"], match["name"]
    file = "notebooks/{stem}.ipynb"
    return (
        Launch(
            "JupyterLite",
            f"https://{owner.lower()}.github.io/{name}/lite/lab/index.html?path={{stem}}.ipynb",
        ),
        Launch(
            "Colab", f"https://colab.research.google.com/github/{owner}/{name}/blob/{BRANCH}/{file}"
        ),
        Launch(
            "Binder", f"https://mybinder.org/v2/gh/{owner}/{name}/{BRANCH}?urlpath=lab/tree/{file}"
        ),
    )


def launch_line(stem: str, launches: tuple[Launch, ...]) -> str:
    """Markdown: the notebook as a file, and where else it may be opened."""
    links = [f"{{download}}`Download the notebook <../notebooks/{stem}.ipynb>`"]
    links += [f"[{launch.label}]({launch.pattern.format(stem=stem)})" for launch in launches]
    return f":::{{container}} gmm-launch\n{' · '.join(links)}\n:::\n"
