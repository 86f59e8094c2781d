"""Pyodide's lock file: which package is imported by which name, what it needs, and where it is."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Collection, Iterable
from email.parser import HeaderParser
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

__all__ = ["describe", "needed", "rewrite"]

# In a browser JupyterLite itself draws the widgets.
NOT_IN_A_BROWSER = {"jupyterlab-widgets", "widgetsnbextension"}


def describe(wheel: Path, python: str) -> dict:
    """The entry of a pure wheel.

    Parameters
    ----------
    wheel : Path
        A wheel for any platform.
    python : str
        Version of Python in the browser, such as "3.12.7".
    """
    name, version, _, tags = parse_wheel_filename(wheel.name)
    if "any" not in {tag.platform for tag in tags}:
        raise ValueError(
            f"{wheel.name} is for one platform only: in a browser a wheel has to be pure Python"
        )
    with zipfile.ZipFile(wheel) as archive:
        paths = archive.namelist()
        metadata = archive.read(f"{_information(paths)}/METADATA").decode()
    return {
        "name": str(name),
        "version": str(version),
        "file_name": wheel.name,
        "install_dir": "site",
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
        "package_type": "package",
        "imports": _imports(paths),
        "depends": _depends(metadata, python),
        "unvendored_tests": False,
    }


def needed(packages: dict[str, dict], names: Iterable[str]) -> set[str]:
    """These packages, what they depend on, and so on, by the keys of the lock file."""
    found: set[str] = set()
    waiting = [canonicalize_name(name) for name in names]
    while waiting:
        key = waiting.pop()
        if key in found:
            continue
        if key not in packages:
            raise ValueError(f"the lock file has no package {key}: add its wheel")
        found.add(key)
        waiting += [canonicalize_name(name) for name in packages[key]["depends"]]
    return found


def rewrite(
    lock: dict,
    own: Collection[dict],
    names: Iterable[str],
    elsewhere: str,
    *,
    only_own: bool = False,
) -> dict:
    """A lock file with wheels of our own.

    Parameters
    ----------
    lock : dict
        As it comes with Pyodide.
    own : collection of dict
        Entries that are added, or that replace others.
    names : iterable of str
        Packages that lie beside the lock file, with what they depend on.
    elsewhere : str
        Address of a folder, with a slash at its end, where all others are.
    only_own : bool
        Whether only our own wheels lie there, and what they need is elsewhere.
    """
    packages = lock["packages"] | {canonicalize_name(entry["name"]): entry for entry in own}
    here = needed(packages, names)
    if only_own:
        here = {canonicalize_name(entry["name"]) for entry in own}
    placed = {
        key: entry if key in here else entry | {"file_name": f"{elsewhere}{entry['file_name']}"}
        for key, entry in packages.items()
    }
    return lock | {"packages": dict(sorted(placed.items()))}


def _information(paths: Iterable[str]) -> str:
    return next(path.split("/")[0] for path in paths if path.endswith(".dist-info/METADATA"))


def _imports(paths: Iterable[str]) -> list[str]:
    found = set()
    for path in paths:
        first, _, rest = path.partition("/")
        if rest and first.isidentifier():
            found.add(first)
        elif not rest and path.endswith(".py"):
            found.add(path.removesuffix(".py"))
    return sorted(found)


def _depends(metadata: str, python: str) -> list[str]:
    browser = {
        "extra": "",
        "platform_system": "Emscripten",
        "python_full_version": python,
        "python_version": ".".join(python.split(".")[:2]),
        "sys_platform": "emscripten",
    }
    lines = HeaderParser().parsestr(metadata).get_all("Requires-Dist") or []
    names = {
        canonicalize_name(requirement.name)
        for requirement in map(Requirement, lines)
        if requirement.marker is None or requirement.marker.evaluate(browser)
    }
    return sorted(names - NOT_IN_A_BROWSER)
