"""From the source of a cell to code that runs: statement by statement, as IPython compiles it."""

from __future__ import annotations
import __future__

import ast
import contextlib
from collections.abc import Iterator, Sequence
from types import CodeType

from ...parsing.ipython_syntax import without_prompts
from ...parsing.newer_python import in_older_syntax

__all__ = ["CellCompiler", "has_annotations", "without_decorators"]

_FUTURE = [getattr(__future__, name).compiler_flag for name in __future__.all_feature_names]
_LAZY = __future__.annotations.compiler_flag
_DEFINITIONS = ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef


class CellCompiler:
    """Compiles cells; what one imports from ``__future__`` holds for all later ones."""

    def __init__(self):
        self._flags = 0

    def parse(self, source: str, filename: str) -> list[ast.stmt]:
        """The statements of a cell; what is not Python, like magics, is written as IPython does."""
        try:
            return self._parse(source, filename)
        except SyntaxError:
            from IPython.core.inputtransformer2 import TransformerManager

            plain = TransformerManager().transform_cell(without_prompts(source))
            n_empty = len(source) - len(source.lstrip("\n"))  # which it takes away
            plain = "\n" * n_empty + plain
            try:
                return self._parse(plain, filename)
            except SyntaxError:
                older = in_older_syntax(plain)
                if older is None:
                    raise
                self._flags |= _LAZY  # annotations may use type parameters, which are gone
                with contextlib.suppress(SyntaxError):
                    return self._parse(older.text, filename)
                raise

    def _parse(self, source: str, filename: str) -> list[ast.stmt]:
        flags = self._flags | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        tree = compile(source, filename, "exec", flags | ast.PyCF_ONLY_AST, dont_inherit=True)
        return tree.body

    def compile(self, statements: Sequence[ast.stmt], filename: str) -> Iterator[CodeType]:
        """Code of some statements; an expression at the end is displayed."""
        *body, last = statements
        if not isinstance(last, ast.Expr):
            body.append(last)
        flags = self._flags | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        if body:
            module = ast.Module([*body], [])
            code = compile(module, filename, "exec", flags, dont_inherit=True)
            self._flags |= sum(flag for flag in _FUTURE if code.co_flags & flag)
            yield code
        if isinstance(last, ast.Expr):
            yield compile(ast.Interactive([last]), filename, "single", flags, dont_inherit=True)

    def compile_lazily(self, statement: ast.stmt, filename: str) -> CodeType:
        """Code of a statement whose annotations are not evaluated."""
        flags = self._flags | _LAZY
        return compile(ast.Module([statement], []), filename, "exec", flags, dont_inherit=True)


def without_decorators(statement: ast.stmt, names: set[str]) -> ast.stmt | None:
    """A definition without the decorators that use one of the names; None if it is none."""
    if not isinstance(statement, _DEFINITIONS):
        return None
    kept = [each for each in statement.decorator_list if not names & _used(each)]
    fields = {**dict(ast.iter_fields(statement)), "decorator_list": kept}
    return ast.copy_location(type(statement)(**fields), statement)


def has_annotations(statement: ast.stmt) -> bool:
    """Whether a statement may evaluate annotations."""
    return isinstance(statement, (*_DEFINITIONS, ast.AnnAssign))


def _used(node: ast.AST) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
