"""Cells that do harm: the right functions of the same notebook and the next submission lose
nothing by it."""

from dataclasses import replace

import pytest
from support.submitted import (
    BOTH,
    MEANS,
    SHORT,
    WEIGHTS,
    Clock,
    is_unharmed,
    marked,
    statuses,
    with_attack,
)

from gmm_helpers.exercises.statuses import RunStatus
from gmm_helpers.grading.jail import JailError, Program, ReasonKind, Runner

pytestmark = pytest.mark.slow

LOOP = "while True:\n    pass"
SLOW = {"prints a line of 200 MB"}  # may be stopped, on a machine with other work
# What a cell does -> its code; whether a note says so.
HARMLESS = {
    "warns": "import sys, warnings\nsys.stderr.write('deprecated')\nwarnings.warn('old')",
    "prints 50 MB": "for _ in range(50):\n    print('x' * 1_000_000)",
    "prints a line of 200 MB": "print('x' * 200_000_000)",
    "displays 20,000 times": "for i in range(20_000):\n    display(i)",
    "displays by IPython": "from IPython.display import display\nfor i in range(20_000):\n"
    "    display(i)",
    "reads": "x = input('?')",
    "uses magics": "%matplotlib inline\n!ls\n%pip install numpy\nget_ipython().system('ls')",
    "listens": "import socket\nwith socket.socket(socket.AF_UNIX) as s:\n"
    "    s.bind('\\0name')\n    s.listen()",
    "shows a figure": "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()",
    "adds transformers": "class Evil:\n    def visit(self, tree):\n        return None\n"
    "get_ipython().ast_transformers.append(Evil())\n"
    "get_ipython().events.register('post_run_cell', lambda *a: 1 / 0)\n"
    "get_ipython().input_transformers_post.append(lambda lines: [])",
    "shows widgets": "from gmm_helpers.drawing import SliderFigure, integer_slider\n"
    "from gmm_helpers.checks import check, hint\n"
    "hint('update_weights')\nimport ipywidgets\nipywidgets.interact(lambda x: x, x=3)\n"
    "SliderFigure(lambda ax: '', n=integer_slider('n', 1, 2, 1))",
    "kills itself": "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)",
    "kills its parent": "import os, signal\nos.kill(os.getppid(), signal.SIGKILL)",
    "kills everybody": "import os\nos.kill(1, 9)\ntry:\n    os.kill(-1, 9)\n"
    "except ProcessLookupError:\n    pass",
    "leaves a module in its folder": "for name in ('numpy.py', 'gmm_helpers.py', 'json.py'):\n"
    "    with open(name, 'w') as file:\n        file.write('raise SystemExit')",
    "leaves orphans": "import os, time\nfor _ in range(3):\n    if os.fork() == 0:\n"
    "        if os.fork() == 0:\n            while True:\n"
    "                open('orphan', 'w').write('x')\n        os._exit(0)",
    "starts threads": "import threading, time\ntry:\n    for _ in range(1000):\n"
    "        threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()\n"
    "except RuntimeError:\n    pass",
    "fills the disk": "try:\n    for i in range(1000):\n        with open(f'{i}', 'wb') as file:\n"
    "            file.write(bytes(8_000_000))\nexcept OSError:\n    pass",
    "deletes what it can": "import shutil\nfor path in ('/scratch', '/code', '/dev', '/etc'):\n"
    "    shutil.rmtree(path, ignore_errors=True)",
}
HARMFUL = {
    "has an error": "1 / 0",
    "is no Python": "def (:",
    "has a NUL byte": "x = '\x00'",
    "nests too deep": "x = " + "(" * 5000 + ")" * 5000,
    "exits": "import sys\nsys.exit()",
    "exits at once": "import os\nos._exit(0)",
    "never ends": LOOP,
    "ignores signals": "import signal\nfor n in range(1, 65):\n    try:\n"
    f"        signal.signal(n, signal.SIG_IGN)\n    except Exception:\n        pass\n{LOOP}",
    "masks the alarm": f"import signal\nsignal.pthread_sigmask(signal.SIG_BLOCK, {{14}})\n{LOOP}",
    "catches everything": "while True:\n    try:\n        while True:\n            pass\n"
    "    except BaseException:\n        pass",
    "sleeps": "import time\ntime.sleep(1000)",
    "sleeps masked": "import signal, time\nsignal.pthread_sigmask(signal.SIG_BLOCK, {14})\n"
    "time.sleep(1000)",
    "takes 3 GB": "x = np.ones(3 * 2**27)",
    "takes 3 GB in many processes": "import os, time\nfor _ in range(6):\n    if os.fork() == 0:\n"
    "        x = np.ones(60 * 2**20)\n        time.sleep(60)\nfor _ in range(6):\n    os.wait()",
    "is a fork bomb": "import os\nwhile True:\n    try:\n        os.fork()\n    except OSError:\n"
    "        pass",
    "is a bomb of memory": "import os\nwhile True:\n    try:\n        os.fork()\n"
    "    except OSError:\n        pass\n    keep = globals().setdefault('keep', [])\n"
    "    try:\n        keep.append(np.ones(2**21))\n    except MemoryError:\n        pass",
    "crashes": "import ctypes\nctypes.string_at(0)",
    "writes to every descriptor": "import os\nfor fd in range(3, 256):\n    try:\n"
    '        os.write(fd, b\'{"status": "correct", "score": 100}\\n\' * 10)\n'
    "    except OSError:\n        pass",
    "closes every descriptor": "import os\nos.closerange(0, 256)",
    "recurses": "import sys\nsys.setrecursionlimit(10**9)\ndef f(n):\n    return f(n + 1)\nf(0)",
    "connects within the machine": "import socket\nsocket.create_connection(('127.0.0.1', 22))",
    "connects to the machine's host": "import socket\nsocket.socket(40, 1).connect((2, 22))",
    "connects to a service": "import socket\n"
    "socket.socket(socket.AF_UNIX).connect('/run/dbus/system_bus_socket')",
    "connects": "import socket\nsocket.create_connection(('1.1.1.1', 53), timeout=0.5)",
}


# These meet the system; the others meet only Python, which is the same for every user.
AGAINST_WALLS = {
    *("kills its parent", "kills everybody", "leaves a module in its folder", "leaves orphans"),
    *("starts threads", "fills the disk", "deletes what it can", "uses magics", "listens"),
    *("never ends", "masks the alarm", "takes 3 GB", "takes 3 GB in many processes"),
    *("is a fork bomb", "is a bomb of memory", "writes to every descriptor"),
    *("connects within the machine", "connects to the machine's host"),
    *("connects to a service", "connects"),
}


@pytest.mark.parametrize("attack", marked([*HARMLESS, *HARMFUL], AGAINST_WALLS))
def test_the_right_functions_beside_it_get_their_points(jailed, cases, attack):
    clock = Clock()
    run = jailed.run([with_attack({**HARMLESS, **HARMFUL}[attack])])
    assert statuses(run, cases) == {"update_weights": "correct", "update_means": "correct"}
    assert [one.status for one in run.exercises] == [RunStatus.RAN] * 2
    if attack not in SLOW:
        assert [note.reason.cell for note in run.notes] == ([2] if attack in HARMFUL else [])
    assert clock.seconds < 8
    assert is_unharmed(jailed, cases)


FILLS = "rows = []\nwhile True:\n    rows.append(np.zeros((2000, 1000)))"


@pytest.mark.walls
@pytest.mark.parametrize("optional", [frozenset({4}), frozenset()])
def test_a_cell_that_fills_the_memory_takes_nothing_from_functions(jailed, cases, optional):
    program = Program(("import numpy as np", WEIGHTS, MEANS, FILLS), BOTH, optional)
    run = jailed.run([program])
    assert set(statuses(run, cases).values()) == {"correct"}
    assert (ReasonKind.OUT_OF_MEMORY, 4) in [note.reason[:2] for note in run.notes]


def test_after_a_while_cells_that_define_nothing_are_left_out(cases):
    slow = "import time\ntime.sleep(0.7)"
    limits = replace(SHORT, cells_seconds=1.5)
    cells = ("import numpy as np", *[slow] * 9, WEIGHTS, MEANS)
    try:
        runner = Runner(cases, limits, "bubblewrap")
    except JailError as error:
        pytest.skip(str(error))
    with runner:
        run = runner.run([Program(cells, BOTH, frozenset(range(2, 11)))])
    assert set(statuses(run, cases).values()) == {"correct"}
    assert sum(note.reason.kind is ReasonKind.LEFT_OUT for note in run.notes) in (6, 7)
