"""Cells run as they would in Jupyter, but for what is there to be looked at."""

import builtins
import sys

import pytest

from gmm_helpers.grading.jail import Program, Reason, ReasonKind
from gmm_helpers.grading.jail.inside.interpreter import Notebook

CELLS = {
    "a magic": ("%matplotlib inline\n%load_ext autoreload\nx = 1", "x == 1"),
    "a timed line": ("%time x = 2 + 2", "x == 4"),
    "a timed cell": ("%%time\ndef f():\n    return 3", "f() == 3"),
    "a captured cell": ("%%capture out\nx = 3\nprint(x)", "x == 3"),
    "a page": ("%%html\n<b>bold</b>", "True"),
    "a shell cell": ("%%bash\nrm -rf /", "True"),
    "a shell line": ("!pip install numpy\nx = 1", "x == 1"),
    "files from the shell": ("files = !ls\nx = 1", "x == 1"),
    "a question": ("print?", "True"),
    "an input": ("x = input('how many?')", "x == ''"),
    "what display gives": ("x = display(3)", "x is None"),
    "where it runs": ("x = 'colab' in str(get_ipython())", "x is False"),
    "IPython's own": (
        "from IPython import get_ipython\nget_ipython().run_line_magic('time', 'x = 1')",
        "x == 1",
    ),
    "a dataclass": (
        "from dataclasses import dataclass\n@dataclass\nclass Run:\n    n: int = 3",
        "Run().n == 3 and Run.__module__ == '__main__' == __name__",
    ),
    "annotations": ("from __future__ import annotations\ndef f(x: What): return 3", "f(1) == 3"),
    "a breakpoint": ("breakpoint()\nx = 1", "x == 1"),
    "a warning": ("import warnings\nwarnings.simplefilter('error')\nx = 1", "x == 1"),
    "figures": (
        "import matplotlib.pyplot as plt\nfig, ax = plt.subplots()\nax.plot([1, 2])\nplt.show()",
        "plt.get_backend().lower() == 'agg'",
    ),
    "pictures of the course": (
        "import gmm_helpers as gmm\n"
        "from gmm_helpers.drawing import frame, new_figure, plot_data, show\n"
        "fig, ax = new_figure()\nX = gmm.course_original().X\n"
        "plot_data(frame(ax, X), X)\nshow(fig, alt='x')",
        "True",
    ),
    "checks": (
        "from gmm_helpers.checks import check, hint, progress\n"
        "from gmm_helpers.drawing import SliderFigure, integer_slider\n"
        "result = check(lambda x: x)\nhint('e_step')\nprogress()\n"
        "for row in result.diagnoses: print(row)\n"
        "SliderFigure(None, n=integer_slider('n', 1, 2, 1)).controls['k'].value = 3",
        "True",
    ),
    "options of magics": (
        "%timeit -n 1 -r 1 y = 2\n%prun -l 3 print(1)\nt = %timeit -o -n1 -r1 3\nx = 1",
        "x == 1",
    ),
    "help": ("help(print)\nlicense()\nx = 1", "x == 1"),
    "an await": ("import asyncio\nawait asyncio.sleep(0)\nx = 1", "x == 1"),
    "names of pylab": ("%pylab inline", "mean([1, 3]) == np.mean([1, 3]) == 2"),
    "another backend": (
        "import matplotlib\nmatplotlib.use('TkAgg')\nimport matplotlib.pyplot as plt\n"
        "plt.switch_backend('QtAgg')\nplt.plot([1])",
        "True",
    ),
    "a widget of one's own": (
        "import ipywidgets as widgets\nclass Mine(widgets.VBox):\n    n = 3\nMine([1])\n"
        "from tqdm.notebook import tqdm, trange\nfor i in tqdm(range(2)): pass\n"
        "from tqdm.auto import tqdm\nfor i in tqdm(range(2)): pass",
        "Mine.n == 3",
    ),
    "the source of a helper": (
        "import inspect\nimport gmm_helpers as gmm\nx = inspect.getsource(gmm.e_step)",
        "'def e_step' in x",
    ),
    "widgets": (
        "import ipywidgets as w\nfrom ipywidgets import interact\n"
        "@interact(x=(0, 3))\ndef f(x): 1 / 0\nw.VBox([w.IntSlider()])",
        "True",
    ),
}


@pytest.mark.parametrize("what", CELLS)
def test_a_cell_may_hold(jailed, what):
    cell, holds = CELLS[what]
    after = f"assert {holds}\ndef update_weights(responsibilities): return 1"
    run = jailed.run([Program((cell, after), ("update_weights",))])
    assert run.notes == ()
    assert run.exercises[0].status == "ran"


@pytest.fixture(autouse=True)
def remove_traces(monkeypatch):
    """Of a notebook that runs in this process: what it put into the interpreter."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])
    monkeypatch.setattr("builtins.input", input)
    monkeypatch.setattr("builtins.display", None, raising=False)
    monkeypatch.setattr("builtins.get_ipython", None, raising=False)
    monkeypatch.setattr(sys, "argv", sys.argv)
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.setattr(sys, "displayhook", sys.displayhook)
    monkeypatch.setattr(sys, "breakpointhook", sys.breakpointhook)
    import IPython.display  # noqa: F401  # with all that it imports, before anything is put into it

    for module in [module for name, module in sys.modules.items() if name.startswith("IPython")]:
        for name in ("get_ipython", "display"):
            if name in vars(module):
                monkeypatch.setattr(module, name, vars(module)[name])


@pytest.fixture
def notebook():
    return Notebook()


def test_an_error_is_told_with_the_line_of_the_cell_it_came_from(notebook):
    assert notebook.run(1, "def f():\n    return 1 / 0", 5.0) is None
    reason = notebook.run(2, "f()", 5.0)
    assert (reason.kind, reason.exception.type) == (ReasonKind.RAISED, "ZeroDivisionError")
    assert reason.line == (2, "return 1 / 0")


def test_what_was_defined_before_a_cell_is_stopped_stays(notebook):
    reason = notebook.run(1, "x = 3\nwhile True:\n    pass", 0.2)
    assert reason == Reason(ReasonKind.INTERRUPTED)
    assert notebook.namespace["x"] == 3


@pytest.mark.parametrize("cell", ["import sys\nsys.exit(3)", "exit()", "raise SystemExit"])
def test_an_exit_ends_only_the_cell(notebook, cell):
    assert notebook.run(1, cell, 5.0) == Reason(ReasonKind.EXITED)


@pytest.mark.parametrize("cell", ["def (:", "x = '\x00'", "\ud800", "if True:\nx", "%%time\n1 +"])
def test_what_is_no_python_is_an_error_of_the_cell(notebook, cell):
    """No line of ours, which compiles the cell, is passed off as the student's."""
    reason = notebook.run(1, cell, 5.0)
    assert reason.kind is ReasonKind.RAISED
    assert reason.line is None or reason.line.text in cell.splitlines()


def test_what_a_cell_has_filled_is_freed_when_it_runs_out_of_memory(notebook):
    """Only the type of the exception says that it has; functions stay."""
    cell = (
        "def f():\n    return 1\nrows = [1, 2]\n"
        "class Full(MemoryError): pass\nraise Full('no room')"
    )
    reason = notebook.run(1, cell, 5.0)
    assert (reason.kind, reason.exception) == (ReasonKind.OUT_OF_MEMORY, ("Full", "no room"))
    assert "rows" not in notebook.namespace
    assert notebook.namespace["f"]() == 1
    assert notebook.run(2, "raise ValueError('MemoryError')", 5.0).kind is ReasonKind.RAISED


@pytest.mark.parametrize(
    "first", ["import seaborn_x as sns", "%matplotlib inline\nfrom a_x import b"]
)
def test_a_module_that_is_not_there_takes_nothing_from_the_lines_below(jailed, first):
    cell = f"{first}\nimport other_x\nimport numpy as np\nx = np.pi"
    after = "assert x > 3\ndef update_weights(responsibilities): return 1"
    run = jailed.run([Program((cell, after), ("update_weights",))])
    assert run.exercises[0].status == "ran"
    (note,) = run.notes
    assert note.reason.exception == ("ModuleNotFoundError", "No module named 'other_x'")


def test_other_errors_still_end_a_cell(jailed):
    cells = "def f(): return 1 / 0\nf()\nx = 1", "import numpy.nothing\ny = 1 / 0\nz = 1"
    after = "assert 'x' not in globals() and 'z' not in globals()\ndef update_weights(r): return 1"
    run = jailed.run([Program((*cells, after), ("update_weights",))])
    assert run.exercises[0].status == "ran"
    assert len(run.notes) == 2
    reason = run.notes[1].reason
    assert (reason.exception.type, reason.line.number) == ("ZeroDivisionError", 2)


def test_below_a_line_that_takes_too_long_definitions_still_run(notebook):
    cell = (
        "def f(): return 1\nf = f()\nwhile True:\n    pass\nimport math\nx = 1\n"
        "def g(): return math.pi"
    )
    assert notebook.run(1, cell, 0.3) == Reason(ReasonKind.INTERRUPTED)
    assert notebook.namespace["g"]() > 3
    assert notebook.namespace["f"] == 1
    assert "x" not in notebook.namespace


GIVEN = {
    "a handle": ("h = display(1, display_id=True)\nx = h.update(2) is not None", "x"),
    "a folder": ("import os\nx = %pwd", "x == os.getcwd()"),
    "lines of the shell": ("x = !echo a b\nn = !nproc", "x == ['a b'] and int(n[0]) > 0"),
    "a command that is unknown": ("x = !no_such_command", "x == [] and x.n == ''"),
    "a system call": ("x = get_ipython().system('ls')", "x is None and _exit_code == 0"),
    "names": ("b = a = 3\nx = %who_ls int", "x == ['a', 'b']"),
    "a variable": ("%env MINE=3\nx = %env MINE", "x == '3'"),
    "all variables": ("%set_env OTHER 4\nx = %env", "x['OTHER'] == '4'"),
    "a timed value": ("x = %time 3 + 4", "x == 7"),
    "what was captured": ("%%capture out\nx = 3\nprint(x)", "x == 3 and out.stdout == ''"),
    "a written module": ("%%writefile mine_x.py\nx = 3", "__import__('mine_x').x == 3"),
    "a line of a magic": ("x = get_ipython().run_line_magic('pwd', '')", "isinstance(x, str)"),
    "a run cell": ("get_ipython().run_cell('x = 3')\ny = get_ipython().ev('x')", "y == 3"),
    "a pushed name": ("get_ipython().push({'x': 3})", "x == 3"),
    "a magic of one's own": (
        "from IPython.core.magic import register_cell_magic\n@register_cell_magic\n"
        "def twice(line, cell): get_ipython().run_cell(cell.replace('1', '2'))",
        "get_ipython().run_cell_magic('twice', '', 'x = 1') is None and x == 2",
    ),
    "a shell by its name": (
        "x = get_ipython().__class__.__name__",
        "x == 'ZMQInteractiveShell'",
    ),
    "an await of a task": (
        "import asyncio\nasync def f(): return 3\nx = await asyncio.create_task(f())",
        "x == 3",
    ),
}


@pytest.mark.parametrize("what", GIVEN)
def test_ipython_gives_back(what, jailed):
    cell, holds = GIVEN[what]
    after = f"assert {holds}\ndef update_weights(responsibilities): return 1"
    run = jailed.run([Program((cell, after), ("update_weights",))])
    assert (run.notes, run.exercises[0].status) == ((), "ran")


def test_the_history_is_kept(notebook):
    for number, cell in enumerate(["1 + 1", "x = 3", "x;", "_", "%pwd", "x + _2 if 0 else x"], 1):
        assert notebook.run(number, cell, 5.0) is None
    space = notebook.namespace
    assert space["Out"][1] == space["_1"] == 2
    assert space["Out"][4] == 2
    assert 3 not in space["Out"]
    assert (space["_"], space["___"]) == (3, 2)
    assert space["__"] == space["_5"] == space["_dh"][0]
    assert (space["In"][2], space["_i"], space["_i6"]) == ("x = 3", "%pwd", "x + _2 if 0 else x")
    notebook.run(7, "_ = 9", 5.0)
    notebook.run(8, "5", 5.0)
    assert (space["_"], space["_8"]) == (9, 5)  # a name of the student's own stays


def test_everything_is_reset(notebook):
    notebook.run(1, "x = 1\nimport math", 5.0)
    assert notebook.run(2, "%reset -f", 5.0) is None
    assert not {"x", "math"} & notebook.namespace.keys()
    assert notebook.run(3, "display(3); get_ipython()", 5.0) is None


def test_a_future_holds_for_later_cells(notebook):
    assert notebook.run(1, "from __future__ import annotations", 5.0) is None
    assert notebook.run(2, "x = 1\ndef f(a: not_there): pass", 5.0) is None
    assert notebook.namespace["f"].__annotations__ == {"a": "not_there"}


def test_what_needs_a_missing_module_says_which_one_when_it_is_used(notebook):
    cell = (
        "import torch_x as t\nfrom torch_x import nn\ny = t.ones(3)\nz = y * 2\nold = 1\n"
        "old = t.two()\n@t.jit\ndef f(a: t.Tensor = 3): return a\n"
        "class Net(nn.Module): pass\nclass Plain:\n    x: t.Tensor = 3"
    )
    reason = notebook.run(1, cell, 5.0)
    assert reason.exception == ("ModuleNotFoundError", "No module named 'torch_x'")
    space = notebook.namespace
    assert space["old"] == 1
    assert space["f"]() == space["Plain"].x == 3
    uses = ["t.x", "nn[0]", "y + 1", "-z", "1 @ y", "len(y)", "bool(y)", "Net()", "[*z]", "y < z"]
    for use in uses:
        with pytest.raises(ModuleNotFoundError, match="torch_x"):
            eval(use, space)


@pytest.mark.parametrize(
    "cell",
    [
        "undefined_x\nx = 1",
        "x = [1][2]\nx = 1",
        "from gmm_helpers import nothing_x\nx = 1",
        "raise ValueError\nx = 1",
        "def f(): return undefined_x\nf()\nx = 1",
    ],
)
def test_a_mistake_ends_its_cell(cell, notebook):
    assert notebook.run(1, cell, 5.0).kind is ReasonKind.RAISED
    assert "x" not in notebook.namespace


@pytest.mark.parametrize(
    "cell",
    [
        ">>> def f(x):\n...     return x + 1",
        "In [3]: def f(x):\n   ...:     return x + 1",
        "\ufeffdef f(x):\n    return x + 1",
        "def f(x):\n\u00a0\u00a0\u00a0\u00a0return x\u00a0+ 1",
        "\n\n    def f(x):\n        return x + 1\n    %time f(1)",
    ],
)
def test_what_was_pasted_runs(cell):
    notebook = Notebook()
    assert notebook.run(1, cell, 5) is None
    assert notebook.namespace["f"](1) == 2


def test_what_a_cell_changes_in_builtins_is_changed_for_the_notebook_alone():
    notebook = Notebook()
    before = {name: getattr(builtins, name) for name in dir(builtins)}
    cells = [
        "def f(x):\n    return sum(x), max(x)",
        "import builtins\nbuiltins.sum = lambda *a: 0\ndel builtins.len",
        "__builtins__.max = min\nbuiltins.isinstance = builtins.Exception = None",
    ]
    assert [notebook.run(i, cell, 5) for i, cell in enumerate(cells, start=1)] == [None] * 3
    assert notebook.namespace["f"]([1, 2]) == (0, 1)
    assert {name: getattr(builtins, name) for name in dir(builtins)} == before


@pytest.fixture(autouse=True)
def _same_builtins_afterwards(monkeypatch):
    monkeypatch.setitem(sys.modules, "builtins", builtins)
