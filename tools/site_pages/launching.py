"""Where a notebook may be opened: all of it from one address, that of the repository.

`handout.address` says where it stands.
"""

from __future__ import annotations

from typing import NamedTuple

from handout.address import BRANCH, address_in, repository_at

__all__ = ["Launch", "address_in", "launch_line", "launches_of"]


class Launch(NamedTuple):
    """A place where notebooks run; `pattern` has the stem of one in it."""

    label: str
    pattern: str


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
    owner, name = repository_at(address)
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
