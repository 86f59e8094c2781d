"""What IPython makes of a cell that is not plain Python: prompts, magics, commands.

Each line stays in its place. Of a cell that is plain Python, nothing is to be changed.
"""

from __future__ import annotations

import ast
import re
import warnings

__all__ = ["plain_python", "without_prompts"]

_MAGIC = re.compile(r"^([ \t]*)([%!?].*|[\w.]+\?{1,2}[ \t]*)$", re.MULTILINE)
_GIVEN = re.compile(r"^([ \t]*[\w., \t]+=[ \t]*)([%!].*)$", re.MULTILINE)  # x = %pwd
# Magics that run the Python on their line, after options of which some have a value.
_OPTION = r"-(?:[slTDfmnrpc][ \t]+\S+|-?\w+)[ \t]+"
_RUNS = re.compile(rf"%{{1,2}}(?:time|timeit|prun|memit|lprun|mprun)[ \t]+(?:{_OPTION})*(.+)")
_TOO_HARD = SyntaxError, ValueError, RecursionError, MemoryError


def without_prompts(source: str) -> str:
    """A cell without what came in by pasting: prompts, indentation, spaces that do not break.

    Examples
    --------
    >>> without_prompts(">>> for i in x:\\n...     f(i)")
    'for i in x:\\n    f(i)'
    """
    from IPython.core.inputtransformer2 import classic_prompt, ipython_prompt, leading_indent

    lines = source.lstrip("\ufeff").replace("\u00a0", " ").splitlines(keepends=True)
    for strip in (leading_indent, classic_prompt, ipython_prompt):
        lines = strip(lines)
    return "".join(lines)


def plain_python(source: str) -> str:
    """A cell with Python in the place of magics: what they run, or nothing.

    Examples
    --------
    >>> plain_python("%time x = f(y)\\nfiles = !ls")
    'x = f(y)\\nfiles = None'
    """
    plain = _MAGIC.sub(lambda found: found[1] + _run_by(found[2], "pass"), source)
    return _GIVEN.sub(lambda found: found[1] + _run_by(found[2], "None", "eval"), plain)


def _run_by(magic: str, nothing: str, mode: str = "exec") -> str:
    """The Python on the line of a magic; `nothing` if there is none."""
    found = _RUNS.fullmatch(magic)
    if found is None:
        return nothing
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about escapes in a student's text
            ast.parse(found[1], mode=mode)
    except _TOO_HARD:
        return nothing
    return found[1].strip() or nothing
