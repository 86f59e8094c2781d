"""No message is longer than 350 characters; all that stands in the code is read."""

import ast
from pathlib import Path

import pytest

from gmm_helpers import exercises
from gmm_helpers.checks.cards.lines import COSTS
from gmm_helpers.exercises import EXERCISES
from gmm_helpers.exercises.judging.deviations import NOT_EXACT, SINGLE_PRECISION
from gmm_helpers.exercises.mistakes.messages import said_of

MAX_CHARACTERS = 350
FILLED_IN = 4  # characters that stand for a number or a name, at least
ROOT = Path(exercises.__file__).parent
MODULES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.py"))


def said(node, constants):
    """The text of an expression, with a few characters for each part that is filled in."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(said(part, constants) for part in node.values)
    if isinstance(node, ast.FormattedValue):
        return "x" * FILLED_IN
    if isinstance(node, ast.BinOp):
        return said(node.left, constants) + said(node.right, constants)
    return constants.get(node.id, "") if isinstance(node, ast.Name) else ""


def messages_in(module):
    tree = ast.parse((ROOT / module).read_text(encoding="utf-8"))
    constants = {}
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            constants[node.targets[0].id] = said(node.value, constants)
    texts = [*constants.values()]
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Diagnosis":
            texts += [said(part, constants) for part in node.args[1:2]]
        elif isinstance(node, ast.Tuple):  # rows of a table
            texts += [said(part, constants) for part in node.elts]
    return texts


@pytest.mark.parametrize("module", MODULES)
def test_no_message_in_a_module_is_too_long(module):
    assert [text for text in messages_in(module) if len(text) > MAX_CHARACTERS] == []


def test_the_reader_finds_messages():
    assert max(len(text) for module in MODULES for text in messages_in(module)) > 250


def test_no_small_number_is_told_at_length():
    numbers = [small for exercise in EXERCISES.values() for small in exercise.small_numbers]
    messages = [said_of(small.bank, small.name) for small in numbers]
    messages += [NOT_EXACT.message, SINGLE_PRECISION.message]
    longest = max(len(f" {cost}") for cost in COSTS.values())
    too_long = {text for text in messages if len(text) + longest > MAX_CHARACTERS}
    assert not too_long
