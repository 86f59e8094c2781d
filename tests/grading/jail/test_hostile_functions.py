"""Functions that do harm when they are called: other functions lose nothing by it."""

from dataclasses import replace

import pytest
from support.submitted import MEANS, SHORT, WEIGHTS, Clock, calling, is_unharmed, statuses

from gmm_helpers.grading.jail import JailError, Program, Runner

LOOP = "while True:\n    pass"
ATTACKS = {  # status, then the body
    "never returns": ("timeout", LOOP),
    "ignores signals": ("timeout", f"import signal\nsignal.signal(14, signal.SIG_IGN)\n{LOOP}"),
    "catches everything": (
        "timeout",
        "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
    ),
    "masks the alarm": (
        "timeout",
        f"import signal\nsignal.pthread_sigmask(signal.SIG_BLOCK, {{14}})\n{LOOP}",
    ),
    "sleeps": ("timeout", "import time\ntime.sleep(1000)"),
    "takes 3 GB": ("memory", "import numpy as np\nreturn np.ones(3 * 2**27)"),
    "returns much": ("ran", "import numpy as np\nreturn np.ones(2**22)"),
    "exits": ("ran", "raise SystemExit"),
    "interrupts": ("ran", "raise KeyboardInterrupt"),
    "exits at once": ("crashed", "import os\nos._exit(0)"),
    "crashes": ("crashed", "import ctypes\nctypes.string_at(0)"),
    "aborts": ("crashed", "import os\nos.abort()"),
    "writes to every descriptor": (
        "crashed",
        "import os\nfor fd in range(3, 100):\n    try:\n        os.write(fd, b'full marks' * 99)\n"
        "    except OSError: pass\nreturn responsibilities.mean(axis=0)",
    ),
    "closes every descriptor": ("crashed", "import os\nos.closerange(0, 100)"),
    "is a fork bomb": (
        "timeout",
        "import os\nwhile True:\n    try: os.fork()\n    except OSError: pass",
    ),
    "returns what cannot be read": (
        "ran",
        "class Evil:\n    def __getattribute__(self, name): raise SystemExit\nreturn Evil()",
    ),
    "returns a pickle's trap": (
        "ran",
        "import os\nclass Trap:\n    def __reduce__(self): return os.system, ('touch x',)\n"
        "    def __array__(self, *a, **k): raise SystemExit\nreturn Trap()",
    ),
    "returns objects": ("ran", "import numpy as np\nreturn np.array([object()] * 3)"),
    "returns nests": ("ran", "x = []\nfor _ in range(100_000): x = [x]\nreturn x"),
    "returns itself": ("ran", "x = []\nx.append(x)\nreturn x"),
    "returns text": ("ran", "return '\\ud800<script>'"),
    "raises strange text": ("ran", "raise ValueError('\\ud800\\x00<b>' * 100_000)"),
    "raises what has no words": (
        "ran",
        "class Evil(Exception):\n    def __str__(self): raise SystemExit\nraise Evil",
    ),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_only_the_function_itself_loses(jailed, cases, attack):
    status, body = ATTACKS[attack]
    clock = Clock()
    run = jailed.run([calling(body)])
    weights, means = run.exercises
    assert (weights.status, means.status) == (status, "ran")
    assert bool(weights.message) == (status != "ran")
    assert statuses(run, cases) == {"update_weights": "incorrect", "update_means": "correct"}
    assert clock.seconds < 6
    assert is_unharmed(jailed, cases)


def test_texts_of_errors_are_fit_for_a_page(jailed):
    run = jailed.run([calling(ATTACKS["raises strange text"][1])])
    error = run.exercises[0].outcomes[0].error
    assert len(error) <= 1000
    assert error.isprintable()
    assert error.encode()


def test_the_cases_before_and_after_a_crash_count(jailed, cases):
    """It dies on the third of its cases only."""
    body = (
        "import os\nif len(responsibilities) == 1:\n    os._exit(1)\n"
        "return responsibilities.mean(axis=0)"
    )
    small = [case for case in cases["update_weights"] if len(case.arguments[0]) == 1]
    n = len(cases["update_weights"])
    run = jailed.run([calling(body)])
    weights = run.exercises[0]
    assert len(small) == 1
    assert (weights.status, len(weights.outcomes)) == ("crashed", n)
    assert sum(not outcome.error for outcome in weights.outcomes) == n - 1
    assert statuses(run, cases)["update_weights"] == "partly correct"


def test_after_two_stopped_cases_the_rest_is_not_tried(jailed):
    run = jailed.run([calling(LOOP)])
    assert [outcome.timed_out for outcome in run.exercises[0].outcomes] == [True, True]
    assert run.exercises[0].outcomes[0].line.startswith(("line 2", "line 3"))


def test_no_case_takes_longer_than_its_limit(jailed):
    run = jailed.run([calling(ATTACKS["masks the alarm"][1])])
    assert [outcome.error for outcome in run.exercises[0].outcomes] == [
        "it had not ended after 1 seconds",
        "it had not ended after 0.5 seconds",
    ]


def test_what_is_not_there(jailed):
    cells = ("1 / 0\n" + WEIGHTS, "update_means = 3")
    run = jailed.run([Program(cells, ("update_weights", "update_means", "em_step"))])
    assert [(one.status, one.outcomes) for one in run.exercises] == [
        ("undefined", ()),
        ("not a function", ()),
        ("undefined", ()),
    ]
    assert run.exercises[0].message.startswith("cell 1 raised ZeroDivisionError")
    assert run.exercises[2].message == "no cell defines em_step"


def test_an_unwritten_function_is_called_once(jailed):
    run = jailed.run([calling("raise NotImplementedError('write update_weights here')")])
    assert [outcome.unwritten for outcome in run.exercises[0].outcomes] == [True]


def test_a_notebook_has_a_limit_which_takes_nothing_from_the_next(cases):
    try:
        runner = Runner(cases, replace(SHORT, notebook_seconds=1.0), "bubblewrap")
    except JailError as error:
        pytest.skip(str(error))
    clock = Clock()
    with runner:
        names = ("update_weights", "update_means", "em_step")
        loops = tuple(f"def {name}(*arguments):\n    while True: pass" for name in names)
        run = runner.run([Program(loops, names), Program((MEANS,), ("update_means",))])
    assert clock.seconds < 15
    assert [one.status for one in run.exercises] == ["timeout"] * 3 + ["ran"]
    assert "more than 1 seconds" in run.exercises[2].message


def test_all_calls_of_a_function_have_a_limit_and_what_was_right_before_it_counts(cases):
    try:
        runner = Runner(cases, replace(SHORT, exercise_seconds=1.5), "bubblewrap")
    except JailError as error:
        pytest.skip(str(error))
    slow = "import time\n" + MEANS + "\nfast = update_means\n"
    slow += "def update_means(*arguments):\n    time.sleep(0.6)\n    return fast(*arguments)"
    with runner:
        run = runner.run([Program((slow, WEIGHTS), ("update_means", "update_weights"))])
    assert [one.status for one in run.exercises] == ["timeout", "ran"]
    assert "all its calls took more than 1.5 seconds" in run.exercises[0].message
    assert [outcome.error for outcome in run.exercises[0].outcomes] == [""] * 3
