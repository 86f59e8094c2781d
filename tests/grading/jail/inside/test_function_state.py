"""The state of a function: what its result may depend on, and nothing else."""

import functools
from types import ModuleType

import numpy as np
import pytest

from gmm_helpers.grading.jail.inside.function_state import FunctionState, state_of

CELL = """
import functools
SCALE, PARTS, TABLE, NUMBERS = 2.0, [1, [2]], {"a": 1}, np.arange(4.0)
NAMES = {"x", "y"}

class Options:
    deep = 3
    def get(self): return self.deep

options = Options()

def inner(x):
    return x + SCALE

def outer(n):
    def closed(x): return inner(x) * n
    return closed

closed, part = outer(3), functools.partial(inner, 4)

@functools.lru_cache
def cached(x): return inner(x)

def f(x, more=(1, 2), *, key=3):
    \"\"\"What it does.\"\"\"
    total = sum(NUMBERS) + TABLE["a"] + len(PARTS) + closed(x) + part() + cached(x)
    return np.linalg.norm(total) + options.get() + len(NAMES) + (lambda: f)().__name__
"""
CHANGES = {
    "a constant": "SCALE = 3.0",
    "its type": "SCALE = 2",
    "a list": "PARTS.append(3)",
    "a list in a list": "PARTS[1][0] = 5",
    "a dict": "TABLE['b'] = 1",
    "an array": "NUMBERS[2] = 7",
    "another type of numbers": "NUMBERS = NUMBERS.astype(int)",
    "a set": "NAMES.add('z')",
    "a builtin": "sum = max",
    "a helper": "def inner(x): return x - SCALE",
    "a closure": "closed = outer(4)",
    "a partial": "part = functools.partial(inner, 5)",
    "an attribute": "options.deep = 4",
    "an attribute of the class": "Options.deep = 4",
    "a method": "Options.get = lambda self: 5",
    "a module": "np = None",
    "a function of a module": "np.linalg.norm = abs",
    "a default": "f.__defaults__ = ((1, 3),)",
    "a keyword's default": "f.__kwdefaults__['key'] = 4",
    "another object": "options = object()",
    "itself": "def f(x): return 1",
    "no helper": "del inner",
}
NO_CHANGES = {
    "nothing": "pass",
    "another name": "unused = 3",
    "the same once more": CELL.split("class")[0],
    "further down": "\n\n" + CELL[CELL.index("def f(") :],
    "an import": "import numpy as np",
    "a local name": "total = x = 3",
    "an attribute of the same name": "class Other: sum = 3",
}


@pytest.fixture
def space(monkeypatch):
    monkeypatch.setattr(np.linalg, "norm", np.linalg.norm)
    names = ModuleType("__main__").__dict__
    names["np"] = np
    exec(CELL, names)
    return names


@pytest.mark.parametrize("what", CHANGES)
def test_it_is_another_after_a_change_of(what, space):
    before = FunctionState(space["f"]).digest
    exec(CHANGES[what], space)
    assert FunctionState(space["f"]).digest != before


@pytest.mark.parametrize("what", NO_CHANGES)
def test_it_is_the_same_after(what, space):
    before = FunctionState(space["f"]).digest
    exec(NO_CHANGES[what], space)
    assert FunctionState(space["f"]).digest == before


def test_objects_of_any_kind_stop_nothing(space):
    class Hostile:
        __slots__ = ()

        def __getattribute__(self, name):
            raise RuntimeError

        def __eq__(self, other):
            raise RuntimeError

        __hash__ = None

    deep = []
    for _ in range(50_000):
        deep = [deep]
    circle = []
    circle.append(circle)
    for value in (Hostile(), deep, circle, [*range(10**6)], "x" * 10**8, np.zeros(10**7), {0: {}}):
        space["SCALE"] = value
        assert state_of(space["f"]) is None or len(FunctionState(space["f"]).digest) == 16


def test_what_a_pool_needs_is_seen(space):
    assert not FunctionState(space["f"]).is_running
    exec("from concurrent.futures import ThreadPoolExecutor as T\noptions.pool = T()", space)
    assert FunctionState(space["f"]).is_running
    assert not FunctionState(functools.partial(abs, 3)).is_running
