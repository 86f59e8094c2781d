"""Questions of a source, and the cells that ask them without giving the answer away."""

from __future__ import annotations

import ast
import copy
import re
import textwrap

import nbformat

from gmm_helpers.questions.packing import pack

__all__ = ["asked_in", "with_packed_questions"]

# Short, as the folded line does not wrap; packed, so that a cell does not give its answer away.
QUESTION_NOTE = "# A question, packed: run this cell."
WIDTH = 92
# What a source makes questions of; in a notebook they are packed.
_IMPORTS = re.compile(r"^from gmm_helpers\.questions import (?:\([^)]*\)|.+)$", re.MULTILINE)


def asked_in(source: str) -> str | None:
    """The name of the question that a cell ends in."""
    try:
        *_, last = ast.parse(source).body or [None]
    except SyntaxError:
        return None  # magics
    match last:
        case ast.Expr(
            ast.Call(func=ast.Name("ask" | "predict"), args=[ast.Constant(str() as key), *_])
        ):
            return key
    return None


def with_packed_questions(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """A copy in which no code gives the answer to a question away."""
    notebook = copy.deepcopy(notebook)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.source = _IMPORTS.sub(
                "from gmm_helpers.questions import show_question", cell.source
            )
        if "gmm" in cell.metadata and not cell.source.startswith(QUESTION_NOTE):
            cell.source = _packed(cell.source)
    return notebook


def _packed(source: str) -> str:
    """The cell in lines of moderate length that tell the question, but nothing about its answer."""
    packed = pack(source)
    lines = [f'    "{packed[i : i + WIDTH]}"' for i in range(0, len(packed), WIDTH)]
    text = [f"# {line}" for line in textwrap.wrap(_text_of(source), WIDTH)]
    return "\n".join([QUESTION_NOTE, *text, "show_question(", *lines, ")"])


def _text_of(source: str) -> str:
    """The text of a question, where it is not computed."""
    call = ast.parse(source).body[-1].value
    text = call.args[1] if len(call.args) > 1 else None
    return text.value if isinstance(text, ast.Constant) else ""
