"""What is missing says so where it is used; a call whose result is dropped does nothing."""

import ast

import pytest

from gmm_helpers.grading.jail.inside.absence import Absences, Absent


@pytest.fixture
def space():
    missing = Absent(ModuleNotFoundError("No module named 'wandb'", name="wandb"))
    return {"wandb": missing, "ic": missing, "pbar": missing, "done": [], "xs": [1, 2]}


@pytest.mark.parametrize(
    "line",
    [
        "ic(x)",
        "ic(x, key=len(xs))",
        "ic(*xs, **{})",
        "ic()",
        "pbar.update()",
        "pbar.update(1).refresh()",
        "wandb.run.log({'a': x})",
        "wandb.init()['a'].log(x)",
        "for i in xs: pbar.update(i); done.append(i)",
        "if x: ic('yes')",
        "a = 1; ic(a); b = 2",
        "getattr(done, 'append')(0); ic(x)",
        "local = pbar\n    local.update(1)",
    ],
)
def test_a_call_whose_result_is_dropped_does_nothing(line, space):
    exec(f"def f(x):\n    {line}\n    done.append('end')\n    return x + 1", space)
    assert [space["f"](i) for i in (1, 2)] == [2, 3]
    assert space["done"][-1] == "end"
    assert not any(isinstance(each, Absent) for each in space["done"])


@pytest.mark.parametrize(
    "line",
    [
        "y = ic(x)",
        "return ic(x)",
        "return wandb.config.lr",
        "x += pbar.n",
        "x = 1 + ic(x)",
        "print(ic(x))",
        "done.append(ic(x))",
        "done.append(wandb.x)",
        "done.extend(map(ic, xs))",
        "xs.sort(key=ic)",
        "if ic(x): pass",
        "for i in pbar(xs): done.append(i)",
        "with wandb.init() as run: pass",
        "wandb.x = 1",
        "wandb['a'] = 1",
        "wandb.log",
        "[ic(i) for i in xs]",
        "ic(x) + 1",
        "pbar += 1",
        "assert ic(x)",
        "@ic\n    def g(): pass",
        "class C(wandb.Base): pass",
        "(lambda: ic(x))()",
    ],
)
def test_where_it_is_used_it_says_what_is_missing(line, space):
    head = "global pbar\n    " if line.startswith("pbar +=") else ""
    exec(f"def f(x):\n    {head}{line}\n    return x + 1", space)
    with pytest.raises(ModuleNotFoundError, match="wandb"):
        space["f"](1)
    assert not any(isinstance(each, Absent) for each in space["done"])


@pytest.mark.parametrize("name", ["track", "bar"])
def test_a_bar_that_is_missing_gives_what_it_is_given(name):
    space = {}
    line = "from rich.progress import track" + (f" as {name}" if name != "track" else "")
    (statement,) = ast.parse(line).body
    Absences(space).note(ModuleNotFoundError("No module named 'rich'", name="rich"), statement)
    assert [*space[name](range(3), description="x")] == [0, 1, 2]


def test_other_names_of_the_same_module_are_missing():
    space = {}
    (statement,) = ast.parse("from rich.progress import Progress, track").body
    Absences(space).note(ModuleNotFoundError("No module named 'rich'", name="rich"), statement)
    with pytest.raises(ModuleNotFoundError, match="rich"):
        space["Progress"](1).x  # noqa: B018


def test_what_failed_for_another_reason_is_never_left_out():
    space = {"fix": Absent(FileNotFoundError("x.pkl"))}
    exec("def f(x):\n    fix(x)\n    return x", space)
    with pytest.raises(FileNotFoundError):
        space["f"](1)
