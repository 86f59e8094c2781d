"""Notebooks as students leave them, graded in a jail: what worked in their kernel counts."""

import sys

import pytest
from support.handed_in import code, filled, submission
from support.notebooks import E_STEP, LOG_PROB, NLL

from gmm_helpers.grading.grader import Grader

pytestmark = pytest.mark.slow

STEM = "02_e_step"
RIGHT = {"negative_log_likelihood": NLL, "weighted_log_prob": LOG_PROB, "e_step": E_STEP}


@pytest.fixture(scope="module")
def jailed_grader(settings):
    with Grader(settings) as made:
        yield made


@pytest.fixture
def grade(jailed_grader):
    """Grade the solved notebook with other cells before, behind, or in place of some."""

    def grade(first=(), last=(), **sources):
        notebook = filled(STEM, **{**RIGHT, **sources})
        notebook["cells"] = [*map(code, first), *notebook["cells"], *map(code, last)]
        result = jailed_grader.grade(submission(notebook))
        return {row["exercise"]: row for row in result["rows"]}, result

    return grade


# A cell at the end; every check above it has said "correct".
LATER = {
    "another helper": "def gauss(x, m, S):\n    return 0.0",
    "a builtin": "sum = 0.0\nfor t in range(3): sum += t",
    "a star import": "from numpy import *\nfrom math import *",
    "a constant": "TWO_PI = 6",
    "a constant by another name": "globals()['TWO_PI'] = 6",
    "a list that grows": "TERMS.append(100)",
    "an array that is changed": "HALF[0] = 3",
    "a dict": "OPTIONS.update(sign=1)",
    "np": "np = None",
    "a function of NumPy": "np.log = np.exp",
    "the function itself": "negative_log_likelihood = negative_log_likelihood(X, *start)",
    "a deletion": "del negative_log_likelihood",
    "a scratch version": "def negative_log_likelihood(X, *params):\n    return X.sum()",
    "everything": "%reset -f",
    "a helper of a helper": "def square(x):\n    return x",
    "a number that was a module": "for np in range(3): pass",
    "an exception's name": "def gauss(*a): raise gauss",
}
FRAGILE = """
TWO_PI, TERMS, HALF, OPTIONS = 2 * np.pi, [], np.array([0.5]), {"sign": -1}

def square(d, S):
    return d @ np.linalg.solve(S, d)

def gauss(x, m, S):
    d = x - m
    return -HALF[0] * (len(m) * np.log(TWO_PI) + np.linalg.slogdet(S)[1] + square(d, S))

def negative_log_likelihood(X, weights, means, covariances):
    total = 0.0
    for x in np.asarray(X, float):
        t = [np.log(w) + gauss(x, m, S) for w, m, S in zip(weights, means, covariances)]
        top = max(t)
        total += OPTIONS["sign"] * (top + np.log(sum([np.exp(v - top) for v in t], 0.0)))
    return total + sum(TERMS)
"""


@pytest.mark.parametrize("what", LATER)
def test_a_function_counts_as_its_check_saw_it(what, grade):
    rows, result = grade(negative_log_likelihood=FRAGILE, last=[LATER[what]])
    row = rows["negative_log_likelihood"]
    assert (row["score"], row["status"]) == (3, "correct")
    assert "It counts as it was before" in row["message"] or "as its check saw it" in row["message"]
    assert "It counts as" in row["card"]
    told = [note for note in result["notes"] if note.get("exercise") == "negative_log_likelihood"]
    assert [note["score"] for note in told] == ["3"]
    assert float(told[0]["end_score"]) < 3


def without_checks(notebook):
    for cell in notebook["cells"]:
        if cell["source"] == "check(negative_log_likelihood)":
            cell["source"] = "pass"


@pytest.mark.parametrize("what", [what for what in LATER if what != "a scratch version"])
def test_without_a_check_it_counts_as_its_cell_left_it(what, jailed_grader):
    notebook = filled(STEM, **{**RIGHT, "negative_log_likelihood": FRAGILE})
    without_checks(notebook)
    notebook["cells"].append(code(LATER[what]))
    rows = {row["exercise"]: row for row in jailed_grader.grade(submission(notebook))["rows"]}
    assert rows["negative_log_likelihood"]["score"] == 3


WRONG = "def negative_log_likelihood(*arguments):\n    return 1.0"
# Cells that take the place of the one of the exercise, and the points they are worth.
CHECKS = {
    "in the same cell": (FRAGILE + "check(negative_log_likelihood)\ndef gauss(*a): return 0", 3),
    "in the same cell, between two versions": (
        f"{FRAGILE}check(negative_log_likelihood)\n{WRONG}\ncheck(negative_log_likelihood)",
        3,
    ),
    "by its name": (FRAGILE + 'check("negative_log_likelihood")\ndel gauss', 3),
    "under another name": (
        FRAGILE.replace("def negative_", "def my_")
        + 'check(my_log_likelihood, "negative_log_likelihood")\n'
        "negative_log_likelihood = 3\ndef gauss(*a): return 0",
        3,
    ),
    "in a loop": (FRAGILE + "for f in (negative_log_likelihood,):\n    check(f)\ndel gauss", 3),
    "through map": (FRAGILE + "list(map(check, [negative_log_likelihood]))\ndel gauss", 3),
    "in a try": (
        f"{FRAGILE}try:\n    check(negative_log_likelihood)\nexcept BaseException: pass\n{WRONG}",
        3,
    ),
    "of a lambda": (
        FRAGILE.replace("def negative_", "def my_")
        + "negative_log_likelihood = lambda *a: my_log_likelihood(*a)\n"
        "check(negative_log_likelihood)\ndel my_log_likelihood",
        3,
    ),
    "before it is corrected": (f"{WRONG}\ncheck(negative_log_likelihood)\n{FRAGILE}", 3),
    "wrong ones alone": (f"{WRONG}\ncheck(negative_log_likelihood)\nX = 1", 0),
}


@pytest.mark.parametrize("how", CHECKS)
def test_a_check_may_stand(how, grade):
    source, points = CHECKS[how]
    rows, _ = grade(negative_log_likelihood=source)
    assert rows["negative_log_likelihood"]["score"] == points
    assert rows["e_step"]["score"] == 5


def test_what_changes_nothing_is_run_once(grade, jailed_grader, monkeypatch):
    """Later definitions of the same, a second import, other exercises: one worker does."""
    started, start = [], jailed_grader._workers._hidden._start
    monkeypatch.setattr(
        jailed_grader._workers._hidden, "_start", lambda p: started.append(1) or start(p)
    )
    again = "import numpy as np", f"# once more\n{FRAGILE}", "check(e_step)", "x = 1"
    rows, result = grade(negative_log_likelihood=FRAGILE, last=again)
    assert rows["negative_log_likelihood"]["score"] == 3
    assert len(started) == 1
    assert not [note for note in result["notes"] if note["kind"] == "counted_earlier"]


def test_an_error_is_carried_forward_once(grade):
    """In a jail, with a check that saw the function, and a cell that breaks it later."""
    wrong = LOG_PROB.replace("def weighted_log_prob", "def right") + (
        "\ndef weighted_log_prob(*arguments):\n    return np.exp(right(*arguments))"
    )
    mine = E_STEP.replace("gmm.weighted_log_prob", "weighted_log_prob")
    for last in ([], ["e_step = 3"]):
        rows, result = grade(weighted_log_prob=wrong, e_step=mine, last=last)
        assert rows["weighted_log_prob"]["score"] == 0
        assert (rows["e_step"]["score"], rows["e_step"]["status"]) == (5, "correct")
        assert "graded with the course's weighted_log_prob" in rows["e_step"]["message"]
        assert "carried" in [note["kind"] for note in result["notes"]]
    assert "It counts as it was before" in rows["e_step"]["message"]


NEEDED = "from scipy.special import logsumexp"
LOGSUMEXP = (
    "def e_step(X, weights, means, covariances):\n"
    "    L = weighted_log_prob(X, weights, means, covariances)\n"
    "    return np.exp(L - logsumexp(L, axis=1, keepdims=True))"
)
# Lines that work where a student has the module, the network, the file or the page.
LACKING = {
    "an option": "import pandas_x as pd\npd.set_option('display.precision', 3)",
    "a theme": "import seaborn_x as sns\nsns.set_theme(style='ticks')\nsns.set()",
    "a device": "import torch_x\ndevice = torch_x.device('cpu')\nz = device.type + 'x'",
    "a part of it": "from drive_x import drive\ndrive.mount('/content')\nfiles = drive.ls()[0]",
    "a loop over it": "import pandas_x as pd\nfor row in pd.read_csv('x.csv'):\n    print(row)",
    "a context": "import torch_x\nwith torch_x.no_grad():\n    y = torch_x.ones(3)",
    "a class": "import torch_x.nn as nn\nclass Net(nn.Module):\n    pass\nnet = Net()",
    "everything of it": "from pylab_x import *\nfigure_x(3)",
    "a call of one's own": "def f():\n    import torch_x\n    return 3\nx = f()\ny = x + 1",
    "a file": "data = np.loadtxt('data.csv')\nprint(data.mean())",
    "the network": "from urllib.request import urlopen\npage = urlopen('http://x.invalid').read()",
    "pip": "import subprocess, sys\nsubprocess.check_call([sys.executable, '-m', 'pip', 'x'])",
    "a handle": "h = display(3, display_id=True)\nh.update(4)\nh.display(5)",
    "IPython's own display": (
        "from IPython.display import display, update_display, clear_output, HTML\n"
        "h = display(HTML('x'), display_id='a')\nh.update(3)\nclear_output(wait=True)"
    ),
    "folders": "where = %pwd\nwhere.upper()\n%cd ..\nprint(_dh[0].upper())",
    "the shell": "n = !nproc\nint(n[0]) + 1\nfiles = !find .\nfiles.n.upper()\nfirst = files[0]",
    "the history": "In[0] + ''\nOut[99]\nprint(_99, _i.upper(), _ii, _iii)",
    "names": "names = %who_ls\n'np' in names\n%who\n%whos",
    "a captured cell's end": "%env X=1\nx = %env X\nx.upper()\n%lsmagic\n%load_ext autoreload",
    "keys": "k = int(input('How many? '))\nfor i in range(k): print(i)",
    "widgets": "import ipywidgets as w\ns = w.IntSlider(3)\nprint(s.value + 1, 3 * s.value)",
    "a result of a check": "from gmm_helpers.checks import check\nprint(check(print).score + 1)",
    "a timed line": "t = %timeit -o -n1 -r1 3\nprint(t.average * 1000)",
    "what it runs in": "get_ipython().config['IPKernelApp']\nget_ipython().kernel.shell_port + 1",
    "a script": "%run helpers_x.py\nhelper_x(3)\nexec(open('more_x.py').read())\nmore_x()",
    "a variable": "import os\nname = os.environ['USERNAME_X']\nname.upper()",
    "another version": "np.trapz_x([1, 2])\nimport scipy\nscipy.misc_x.face()",
    "a style": "import matplotlib.pyplot as plt\nplt.style.use('seaborn_x')",
    "threads": "import threading, time\nfor _ in range(50):\n    threading.Thread("
    "target=time.sleep, args=(99,)).start()",
    "a pool": "from multiprocessing import Pool\nwith Pool(4) as p:\n    p.map(abs, [1])",
    "a task": "import asyncio\nasync def f(): pass\ntask = asyncio.create_task(f())\nawait task",
}


@pytest.mark.parametrize("what", LACKING)
def test_what_the_grader_lacks_takes_no_other_line(what, grade):
    before = "import numpy as np\n" if "np." in LACKING[what] else ""
    rows, _ = grade(first=[f"{before}{LACKING[what]}\n{NEEDED}"], e_step=LOGSUMEXP)
    assert rows["e_step"]["score"] == 5


def test_annotations_of_an_earlier_cell_hold(grade):
    typed = LOGSUMEXP.replace("e_step(X,", "e_step(X: not_there.Array,").replace("):", ") -> What:")
    first = ["from __future__ import annotations", NEEDED]
    assert grade(first=first, e_step=typed)[0]["e_step"]["score"] == 5
    assert grade(first=[NEEDED], e_step=typed)[0]["e_step"]["score"] == 0


@pytest.mark.parametrize(
    "head",
    [
        "import numba_x\n@numba_x.njit",
        "from numba_x import njit\n@njit(cache=True)",
        "import jaxtyping_x as jt\n@jt.jaxtyped\n@jt.other",
    ],
)
def test_a_decorator_that_is_missing_costs_nothing(head, grade):
    source = LOGSUMEXP.replace("def ", f"{NEEDED}\n{head}\ndef ")
    source = source.replace("weights,", "weights: numba_x.float64[:],", 1)
    assert grade(e_step=source)[0]["e_step"]["score"] == 5


def test_a_module_that_a_function_needs_is_named(grade):
    source = "import torch_x\ndef e_step(*arguments):\n    return torch_x.softmax(arguments[0])"
    row = grade(e_step=source)[0]["e_step"]
    assert (row["status"], row["score"]) == ("error", 0)
    assert "It uses the module torch_x" in row["message"]
    assert "line 3 of the cell" in row["message"]
    assert row["message"].count("torch_x,") == 1
    inherited = "import torch_x\ne_step = torch_x.compile(lambda *a: 1)"
    assert "torch_x" in grade(e_step=inherited)[0]["e_step"]["message"]


@pytest.mark.parametrize(
    ("first", "line"),
    [
        ("from icecream_x import ic", "ic(1)"),
        ("import wandb_x", "wandb_x.log({'a': 1})"),
        ("import bar_x\npbar = bar_x.bar(total=9)", "pbar.update()"),
        ("from tqdm.rich import trange", "for i in trange(2): pass"),
        ("from rich.progress import track", "for i in track(range(2)): pass"),
    ],
)
def test_what_a_missing_module_is_only_called_for_costs_nothing(first, line, grade):
    head, *body = LOGSUMEXP.split("\n")
    source = "\n".join([NEEDED, first, head, f"    {line}", *body])
    assert grade(e_step=source)[0]["e_step"]["score"] == 5


def test_a_mistake_of_ones_own_ends_its_cell_as_in_a_kernel(grade):
    rows, _ = grade(e_step=f"{NEEDED}\n1 / 0\n{LOGSUMEXP}")
    assert rows["e_step"]["score"] == 0
    assert "ZeroDivisionError" in rows["e_step"]["message"]


# What takes the place of a part of the function, and the Python that knows it.
NEWER = {
    "nested quotes": ("    L =", '    note = f"{dict(a=1)["a"]:>{3}} x"\n    L =', (3, 12)),
    "nested strings": ("    L =", "    note = f'{f'{X}'} and {'a' + 'b'}'\n    L =", (3, 12)),
    "an alias": ("    L =", "    type Array = np.ndarray\n    L =", (3, 12)),
    "no parentheses": (
        "    L =",
        "    try: pass\n    except KeyError, np.linalg.LinAlgError: pass\n    L =",
        (3, 14),
    ),
    "a type parameter": ("e_step(X", "e_step[T](X: list[T]", (3, 12)),
    "several": ("e_step(X", "e_step[T: (int, float), *Ts](X: dict[T, int]", (3, 12)),
    "a default": ("e_step(X", "e_step[T = np.ndarray](X: T", (3, 13)),
}


@pytest.mark.parametrize("what", NEWER)
def test_newer_syntax_is_named_and_read_in_older_syntax(what, grade):
    old, new, version = NEWER[what]
    if sys.version_info >= version:
        pytest.skip("this Python knows it")
    rows, result = grade(first=[NEEDED], e_step=LOGSUMEXP.replace(old, new, 1))
    assert rows["e_step"]["score"] == 5
    (notice,) = result["review"]
    assert (notice["kind"], notice["needed"]) == ("newer_python", "{}.{}".format(*version))
    assert notice["running"] == "{}.{}".format(*sys.version_info)
    assert len(notice["cells"]) == 1


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="this Python knows it")
def test_newer_syntax_that_has_no_older_one_is_an_error_that_names_it(grade):
    source = LOGSUMEXP.replace("    L =", '    note = f"{"\\n".join("ab")}"\n    L =', 1)
    row = grade(first=[NEEDED], e_step=source)[0]["e_step"]
    assert (row["status"], row["score"]) == ("error", 0)
    assert "written for Python 3.12" in row["message"]


def test_a_newer_notebook_may_be_why_a_cell_can_not_be_read(jailed_grader):
    notebook = filled(STEM, e_step="def e_step(X) given X > 0:\n    return X")
    for version, named in (("3.99.1", True), ("3.8.1", False)):
        notebook["metadata"]["language_info"]["version"] = version
        result = jailed_grader.grade(submission(notebook))
        (row,) = [row for row in result["rows"] if row["exercise"] == "e_step"]
        assert row["status"] == "error"
        assert ("Python 3.99" in row["message"]) is named


BODY = LOGSUMEXP.replace("\n", "\n    ")
PLACES = {
    "in a class": (f"class GMM:\n    n = 3\n    {BODY}", "a method of the class GMM"),
    "static": (f"class Mix:\n    @staticmethod\n    {BODY}", "a method of the class Mix"),
    "in a function": (f"def run(X):\n    {BODY}\n    return e_step", "inside of the function run"),
    "an async method": (f"class A:\n    async {BODY}", "a method of the class A"),
}


@pytest.mark.parametrize("where", PLACES)
def test_a_function_in_another_place_is_told_and_needs_review(where, grade):
    source, words = PLACES[where]
    rows, result = grade(first=[NEEDED], e_step=source)
    assert (rows["e_step"]["status"], rows["e_step"]["score"]) == ("error", 0)
    assert words in rows["e_step"]["message"]
    assert [each["exercise"] for each in result["review"]] == ["e_step"]


def test_a_method_beside_the_stub_is_told_as_well(jailed_grader):
    notebook = filled(STEM)
    notebook["cells"].append(code(PLACES["in a class"][0]))
    result = jailed_grader.grade(submission(notebook))
    rows = {row["exercise"]: row for row in result["rows"]}
    assert rows["e_step"]["status"] == "error"
    assert rows["weighted_log_prob"]["status"] == "not_attempted"


def test_a_method_beside_the_function_is_nothing_to_be_told(grade):
    rows, result = grade(last=[PLACES["in a class"][0]])
    assert rows["e_step"]["score"] == 5
    assert result["review"] == []


KINDS = {
    "a coroutine": f"{NEEDED}\nasync {LOGSUMEXP}",
    "a generator": f"{NEEDED}\n{LOGSUMEXP.replace('return', 'yield')}",
    "a class": "class e_step:\n    def __init__(self, *arguments):\n        self.value = arguments",
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_plain_function_is_told_as_what_it_is(kind, grade):
    row = grade(e_step=KINDS[kind])[0]["e_step"]
    assert row["score"] == 0
    assert row["named"][0] == kind
    assert kind.split()[1] in row["message"]


def test_a_lambda_is_a_function_and_an_inner_generator_is_none(grade):
    inner = LOGSUMEXP.replace("    L =", "    def two(): yield 2\n    L =", 1)
    assert grade(e_step=f"{NEEDED}\n{inner}")[0]["e_step"]["score"] == 5
    plain = (
        "e_step = lambda X, w, m, c: np.exp((L := weighted_log_prob(X, w, m, c)) "
        "- logsumexp(L, axis=1, keepdims=True))"
    )
    assert grade(e_step=f"{NEEDED}\n{plain}")[0]["e_step"]["score"] == 5
