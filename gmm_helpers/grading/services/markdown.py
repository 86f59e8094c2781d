"""Plain text as Markdown that shows it letter by letter, whatever a student has put into it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

__all__ = ["code_block", "escape", "paragraphs", "table"]

_SPECIAL = re.compile(r"[\\`*_{}\[\]|~$]")
_FIRST = re.compile(r"^([#+\-=>]|\d+(?=[.)]))")  # what begins a heading, a list, a quotation
_INDENT = "    "  # of lines of code in a message


def escape(text: str) -> str:
    """A line in which no sign means anything.

    Examples
    --------
    >>> print(escape("a_k * <b> | $x$"))
    a\\_k \\* &lt;b> \\| \\$x\\$
    """
    line = " ".join(str(text).split()).replace("&", "&amp;").replace("<", "&lt;")
    line = _SPECIAL.sub(r"\\\g<0>", line)
    first = _FIRST.match(line)
    if first is None:
        return line
    end = first.end() - (not first[1].isdecimal())
    return f"{line[:end]}\\{line[end:]}"  # 1\. or \#


def paragraphs(message: str) -> str:
    """A message of several lines; those that are indented are code.

    Examples
    --------
    >>> print(paragraphs("To repeat it:\\n    check(e_step)"))
    To repeat it:
    <BLANKLINE>
    ```
    check(e_step)
    ```
    """
    parts: list[str] = []
    block: list[str] = []
    for line in [*message.splitlines(), ""]:
        if line.startswith(_INDENT):
            block.append(line.removeprefix(_INDENT))
            continue
        if block:
            parts.append(code_block("\n".join(block)))
            block = []
        if line.strip():
            parts.append(escape(line))
    return "\n\n".join(parts)


def code_block(text: str) -> str:
    """Text between fences that it can't close."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are Markdown already."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
