"""What an instructor may want to look at: the same code twice, the helper that was asked for.

Never a punishment: nothing here changes a score, and students do not read it.
"""

from __future__ import annotations

import ast
import hashlib
import pickle
from collections.abc import Mapping, Sequence
from functools import lru_cache

from ...exercises import EXERCISES
from ..parsing.syntax import Names, names_of, parsed, written
from .lookups import aliases_in, may_reach, reaches

__all__ = ["TOO_LONG", "calls_of", "fingerprint", "helper_uses", "same_solutions"]

FEWEST_NODES = 90  # of a tree: what is shorter, many write alike by themselves
MOST_CHARACTERS = 100_000  # of a notebook; it would take longer to read more than to run it
TOO_LONG = "more code than is looked through"
_ALSO = {"fit_em": {"fit", "fit_restarts"}, "has_converged": {"converged"}}
Binding = dict[str, list[tuple[ast.stmt, Names]]]
_FINDERS = {"getattr", "attrgetter", "import_module", "__import__", "eval", "exec"}


def helper_uses(sources: Sequence[str], exercise: str) -> tuple[str, ...]:
    """Say where an exercise's own code uses the helper that it asks for.

    Parameters
    ----------
    sources : sequence of str
        The student's own cells.
    exercise : str

    Returns
    -------
    tuple of str
        The expressions, as they were written; such as look up in the helpers what they do not
        say are among them.

    Examples
    --------
    >>> code = "import gmm_helpers as g\\ndef e_step(*a):\\n    return g.e_step(*a)"
    >>> helper_uses([code], "e_step")
    ('g.e_step',)
    """
    asked = {exercise, *_ALSO.get(exercise, ())}
    if not any(name in source for source in sources for name in asked) and not may_reach(sources):
        return ()
    if _is_too_long(sources):
        return (TOO_LONG,)
    found: dict[str, None] = {}
    aliases, binding = _read(tuple(sources))
    for statement in _reached(binding, exercise):
        for node in ast.walk(statement):
            if isinstance(node, ast.Attribute) and node.attr in asked and not _is_self(node):
                found[written(node)[:80]] = None
            elif isinstance(node, ast.ImportFrom) and "gmm_helpers" in (node.module or ""):
                if asked & {alias.name for alias in node.names}:
                    found[written(node)[:80]] = None
            elif isinstance(node, (ast.Call, ast.Subscript)) and _finds(node, asked):
                found[written(node)[:80]] = None
            elif reaches(node, aliases):
                found[f"{written(node)[:80]} (reaches into gmm_helpers by name)"] = None
    return tuple(found)


def calls_of(sources: Sequence[str], exercise: str, others: Sequence[str]) -> tuple[str, ...]:
    """Which of some names, bound in the same cells, an exercise's code uses in the end.

    Examples
    --------
    >>> code = ["def e_step(X): return f(X)", "def f(X): return em_step(X)", "em_step = abs"]
    >>> calls_of(code, "e_step", ["em_step", "fit_em"])
    ('em_step',)
    """
    if _is_too_long(sources):
        return ()
    _, binding = _read(tuple(sources))
    used = {name for line in _reached(binding, exercise) for name in names_of(written(line)).uses}
    return tuple(name for name in others if name in used & binding.keys() and name != exercise)


def _is_too_long(sources: Sequence[str]) -> bool:
    return sum(map(len, sources)) > MOST_CHARACTERS


def _is_self(node: ast.Attribute) -> bool:
    return isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")


def _finds(node: ast.Call | ast.Subscript, asked: set[str]) -> bool:
    """Whether something is looked up by its name: ``getattr(g, "e_step")``, ``table["e_step"]``."""
    if isinstance(node, ast.Subscript):
        text = getattr(node.slice, "value", None)
        return isinstance(text, str) and text in asked and text in EXERCISES
    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
    texts = [part.value for part in ast.walk(node) if isinstance(part, ast.Constant)]
    return name in _FINDERS and any(
        isinstance(text, str) and any(word in text for word in asked) for text in texts
    )


@lru_cache(maxsize=4)  # the same cells are asked for each exercise of a notebook
def _read(sources: tuple[str, ...]) -> tuple[set[str], Binding]:
    """Names for the package, and the statements at the top of cells that bind a name."""
    binding: Binding = {}
    for source in sources:
        tree = parsed(source)
        for line in tree.body if tree else ():
            names = names_of(written(line))
            for bound in names.binds:
                binding.setdefault(bound, []).append((line, names))
    return aliases_in(sources), binding


def _reached(binding: Binding, name: str) -> list[ast.stmt]:
    """Statements that bind a name, and those that bind what these use."""
    reached: dict[int, ast.stmt] = {}
    wanted, seen = [name], {name}
    while wanted:
        for line, names in binding.get(wanted.pop(), ()):
            reached[id(line)] = line
            wanted += names.uses - seen
            seen |= names.uses
    return list(reached.values())


def fingerprint(sources: Sequence[str], exercise: str) -> str:
    """A mark that two solutions share if they differ in names, comments and layout only.

    Returns
    -------
    str
        "" for what is too short to tell anything, or too long to be read.
    """
    functions = [
        node
        for source in ([] if _is_too_long(sources) else sources)
        if (tree := parsed(source))
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name == exercise
    ]
    if not functions:
        return ""
    try:
        if sum(1 for _ in ast.walk(functions[-1])) < FEWEST_NODES:
            return ""
        function = _renamed(pickle.loads(pickle.dumps(functions[-1])))  # quicker than a deepcopy
        return hashlib.sha256(ast.dump(function).encode("utf-8", "replace")).hexdigest()[:16]
    except (RecursionError, ValueError):  # ValueError: a number of too many digits
        return ""


def _renamed(function: ast.FunctionDef) -> ast.FunctionDef:
    """Number the local names in the order in which they occur; drop what is for people."""
    texts = [line for line in function.body if isinstance(line, ast.Expr)]
    texts = [line for line in texts if isinstance(line.value, ast.Constant)]
    function.body = [line for line in function.body if line not in texts] or [ast.Pass()]
    function.returns = None
    local = {node.arg for node in ast.walk(function) if isinstance(node, ast.arg)}
    names = [node for node in ast.walk(function) if isinstance(node, ast.Name)]
    local |= {node.id for node in names if isinstance(node.ctx, ast.Store)}
    numbers: dict[str, str] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.arg):
            node.annotation = None
            node.arg = numbers.setdefault(node.arg, f"v{len(numbers)}")
        elif isinstance(node, ast.Name) and node.id in local:
            node.id = numbers.setdefault(node.id, f"v{len(numbers)}")
    return function


def same_solutions(
    prints: Mapping[str, Mapping[str, str]],
) -> list[tuple[str, tuple[str, ...]]]:
    """Groups of students with the same fingerprint of an exercise.

    Parameters
    ----------
    prints : mapping
        Fingerprint by exercise, by student.

    Returns
    -------
    list of (str, tuple of str)
        Exercise and students; the smallest groups first, as what a whole class writes alike is
        just the natural solution.
    """
    groups: dict[tuple[str, str], list[str]] = {}
    for student, own in prints.items():
        for exercise, mark in own.items():
            if mark and exercise in EXERCISES:
                groups.setdefault((exercise, mark), []).append(student)
    found = [(key[0], tuple(sorted(who))) for key, who in groups.items() if len(who) > 1]
    return sorted(found, key=lambda group: (len(group[1]), group[0], group[1]))
