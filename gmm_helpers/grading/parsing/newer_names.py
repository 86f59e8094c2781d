"""Functions and classes of libraries that are newer than those which are installed here."""

from __future__ import annotations

import ast
import importlib
import re
import sys
from collections.abc import Iterable

import numpy as np

__all__ = ["INSTALLED", "is_new_in", "library_names"]

Version = tuple[int, int]
INSTALLED: dict[str, Version] = {
    "Python": sys.version_info[:2],
    "NumPy": tuple(map(int, np.__version__.split(".")[:2])),  # type: ignore[dict-item]
}
_NEW = {
    ("Python", (3, 12)): """
        math.sumprod itertools.batched random.binomialvariate typing.override typing.TypeAliasType
        collections.abc.Buffer types.get_original_bases inspect.markcoroutinefunction
        calendar.Month calendar.Day sys.monitoring threading.setprofile_all_threads
        threading.settrace_all_threads asyncio.eager_task_factory
    """,
    ("Python", (3, 13)): """
        math.fma copy.replace statistics.kde statistics.kde_random warnings.deprecated
        typing.ReadOnly typing.TypeIs typing.NoDefault typing.get_protocol_members
        typing.is_protocol queue.ShutDown glob.translate base64.z85encode base64.z85decode
        os.process_cpu_count re.PatternError pathlib.UnsupportedOperation types.CapsuleType
    """,
    ("Python", (3, 14)): """
        annotationlib compression compression.zstd string.templatelib concurrent.interpreters
        concurrent.futures.InterpreterPoolExecutor functools.Placeholder operator.is_none
        operator.is_not_none heapq.heapify_max heapq.heappop_max heapq.heappush_max
        heapq.heappushpop_max heapq.heapreplace_max uuid.uuid6 uuid.uuid7 uuid.uuid8
    """,
    ("NumPy", (2, 1)): "numpy.unstack numpy.cumulative_sum numpy.cumulative_prod",
    ("NumPy", (2, 2)): "numpy.matvec numpy.vecmat",
}
_SINCE = {
    name: (library, since)
    for (library, since), names in _NEW.items()
    for name in re.findall(r"\S+", names)
}


def is_new_in(name: str) -> tuple[str, Version] | None:
    """The library, and its version that was the first to have a name; None if that is not newer.

    Examples
    --------
    >>> is_new_in("math.prod")
    """
    found = _SINCE.get(name)
    return found if found and found[1] > INSTALLED[found[0]] and not _exists(name) else None


def _exists(name: str) -> bool:
    """Whether something has been added to what is installed, which then works."""
    home, _, last = name.rpartition(".")
    try:
        return hasattr(importlib.import_module(home or last), last) or not home
    except ImportError:
        return False


def library_names(trees: Iterable[ast.AST]) -> set[str]:
    """Names in libraries that code imports, or reads as attributes of what it imports.

    Examples
    --------
    >>> sorted(library_names([ast.parse("import math as m; m.sumprod(x, y)")]))
    ['math', 'math.sumprod']
    """
    nodes = [node for tree in trees for node in ast.walk(tree)]
    stands_for: dict[str, str] = {}
    names: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            for alias in node.names:
                names.add(alias.name)
                top = alias.name.partition(".")[0]
                stands_for[alias.asname or top] = alias.name if alias.asname else top
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
            for alias in node.names:
                names.add(f"{node.module}.{alias.name}")
                stands_for[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    for node in nodes:
        if isinstance(node, ast.Attribute):
            first, *rest = ast.unparse(node).split(".")
            if first in stands_for:
                names.add(".".join([stands_for[first], *rest]))
    return names
