"""Functions that do harm when they are called: other functions lose nothing by it."""

from dataclasses import replace

import pytest
from support.submitted import MEANS, SHORT, WEIGHTS, Clock, calling, is_unharmed, marked, statuses

from gmm_helpers.exercises import CallStatus
from gmm_helpers.exercises.statuses import RunStatus
from gmm_helpers.grading.jail import JailError, Program, ReasonKind, Runner
from gmm_helpers.grading.jail.limits import soft

pytestmark = pytest.mark.slow

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


# These meet the system; the others meet only Python, which is the same for every user.
AGAINST_WALLS = {"masks the alarm", "takes 3 GB", "writes to every descriptor", "is a fork bomb"}


@pytest.mark.parametrize("attack", marked(ATTACKS, AGAINST_WALLS))
def test_only_the_function_itself_loses(jailed, cases, attack):
    status, body = ATTACKS[attack]
    clock = Clock()
    run = jailed.run([calling(body)])
    weights, means = run.exercises
    assert (weights.status, means.status) == (status, "ran")
    assert (weights.reason is not None) == (status != "ran")
    assert statuses(run, cases) == {"update_weights": "incorrect", "update_means": "correct"}
    assert clock.seconds < 6
    assert is_unharmed(jailed, cases)


def test_texts_of_errors_are_fit_for_a_page(jailed):
    run = jailed.run([calling(ATTACKS["raises strange text"][1])])
    exception = run.exercises[0].outcomes[0].exception
    assert exception.type == "ValueError"
    assert 0 < len(exception.message) <= 1000
    assert exception.message.isprintable()
    assert exception.message.encode()


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
    assert (weights.status, len(weights.outcomes)) == (RunStatus.CRASHED, n)
    assert weights.reason.kind is ReasonKind.ENDED_PROCESS
    assert weights.outcomes[weights.reason.case - 1].status is CallStatus.CRASHED
    assert sum(outcome.returned for outcome in weights.outcomes) == n - 1
    assert statuses(run, cases)["update_weights"] == "partly correct"


def test_after_two_stopped_cases_the_rest_is_not_tried(jailed):
    run = jailed.run([calling(LOOP)])
    outcomes = run.exercises[0].outcomes
    assert [outcome.status for outcome in outcomes] == [CallStatus.TIMED_OUT] * 2
    assert [outcome.seconds for outcome in outcomes] == [soft(1.0), soft(0.5)]
    assert outcomes[0].line.number in (2, 3)
    reason = run.exercises[0].reason
    assert (reason.kind, reason.case, reason.seconds) == (ReasonKind.INTERRUPTED, 1, soft(1.0))


def test_no_case_takes_longer_than_its_limit(jailed):
    run = jailed.run([calling(ATTACKS["masks the alarm"][1])])
    outcomes = run.exercises[0].outcomes
    assert [(outcome.status, outcome.seconds) for outcome in outcomes] == [
        (CallStatus.TIMED_OUT, 1.0),
        (CallStatus.TIMED_OUT, 0.5),
    ]
    assert run.exercises[0].reason.kind is ReasonKind.TIMED_OUT


def test_what_is_not_there(jailed):
    cells = ("1 / 0\n" + WEIGHTS, "update_means = 3")
    run = jailed.run([Program(cells, ("update_weights", "update_means", "em_step"))])
    assert [(one.status, one.outcomes) for one in run.exercises] == [
        ("undefined", ()),
        ("not a function", ()),
        ("undefined", ()),
    ]
    cell, kind, missing = (one.reason for one in run.exercises)
    assert (cell.kind, cell.cell, cell.exception.type) == (
        ReasonKind.RAISED,
        1,
        "ZeroDivisionError",
    )
    assert (kind.kind, kind.exercise) == (ReasonKind.NOT_A_FUNCTION, "update_means")
    assert (missing.kind, missing.exercise) == (ReasonKind.UNDEFINED, "em_step")


def test_an_unwritten_function_is_called_once(jailed):
    run = jailed.run([calling("raise NotImplementedError('write update_weights here')")])
    outcomes = run.exercises[0].outcomes
    assert [outcome.status for outcome in outcomes] == [CallStatus.UNWRITTEN]


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
    last = run.exercises[2].reason
    assert (last.kind, last.seconds) == (ReasonKind.NOTEBOOK_OUT_OF_TIME, 1.0)


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
    reason = run.exercises[0].reason
    assert (reason.kind, reason.seconds) == (ReasonKind.EXERCISE_OUT_OF_TIME, 1.5)
    assert [outcome.returned for outcome in run.exercises[0].outcomes] == [True] * 3
