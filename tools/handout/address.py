"""The one address of the course: that of its repository, and what follows from it.

It stands in pyproject.toml, as `Source` under ``[project.urls]``, and nowhere else. Without one,
whatever asks for an address gets None or "".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

__all__ = ["BRANCH", "Repository", "address_in", "package_address", "repository_at"]

BRANCH = "main"
_GITHUB = re.compile(r"https://github\.com/(?P<owner>[\w.-]+)/(?P<name>[\w.-]+?)(?:\.git)?/?")


class Repository(NamedTuple):
    """A repository on GitHub."""

    owner: str
    name: str


def address_in(project: Mapping[str, Any]) -> str | None:
    """The address of the repository, as pyproject.toml has it."""
    return project.get("urls", {}).get("Source")


def repository_at(address: str) -> Repository:
    """Whose repository an address is, and its name.

    Raises
    ------
    ValueError
        If it is no address of a repository on GitHub, from where Colab and Binder take notebooks.

    Examples
    --------
    >>> repository_at("https://github.com/me/gmm.git")
    Repository(owner='me', name='gmm')
    """
    match = _GITHUB.fullmatch(address)
    if not match:
        raise ValueError(
            f"[project.urls] Source is {address!r}; Colab and Binder open notebooks from "
            "https://github.com/OWNER/NAME. Write that, or leave Source out."
        )
    return Repository(match["owner"], match["name"])


def package_address(address: str | None) -> str:
    """What pip installs the package from, without git; "" where there is no address.

    Raises
    ------
    ValueError
        If it is no address of a repository on GitHub.

    Examples
    --------
    >>> package_address("https://github.com/me/gmm")
    'https://github.com/me/gmm/archive/refs/heads/main.zip'
    >>> package_address(None)
    ''
    """
    if address is None:
        return ""
    owner, name = repository_at(address)
    return f"https://github.com/{owner}/{name}/archive/refs/heads/{BRANCH}.zip"
