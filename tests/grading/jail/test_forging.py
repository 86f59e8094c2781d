"""No point without a right result: what runs in the jail is a claim, judged outside of it."""

import pytest
from support.submitted import BOTH, MEANS, is_unharmed, statuses

from gmm_helpers.exercises.statuses import RunStatus
from gmm_helpers.grading.jail import Program, ReasonKind

WRONG = "def update_weights(responsibilities):\n    return responsibilities.sum(axis=0)"
TRICKS = {
    "comparisons that always agree": "import numpy as np\nimport builtins\n"
    "np.allclose = np.array_equal = np.isclose = lambda *a, **k: True\n"
    "np.testing.assert_allclose = lambda *a, **k: None\n"
    "builtins.all = builtins.any = lambda *a: True\nbuiltins.abs = lambda x: 0",
    "a judge of its own": "import gmm_helpers.exercises as e\n"
    "import gmm_helpers.exercises.judging.verdicts as v\n"
    "v.judge = e.judge = lambda *a, **k: 'correct'\n"
    "for exercise in e.EXERCISES.values():\n"
    "    object.__setattr__(exercise, 'compare', lambda *a: None)",
    "transformers": "import ast, sys\n"
    "get_ipython().ast_transformers.append(ast.NodeTransformer())\n"
    "sys.settrace(lambda *a: None)",
    "a worker that lies": "import gmm_helpers.grading.jail.inside.worker as w\n"
    "w.attempt = lambda *a: w.Outcome(value=None)",
    "the reference for the function": "import gmm_helpers.grading.jail.inside.worker as w\n"
    "own = w.attempt\n"
    "w.attempt = lambda ex, f, case, s=None: own(ex, ex.reference, case, s)",
    "the reference for every call": "import gmm_helpers.exercises as e\n"
    "for x in e.EXERCISES.values():\n"
    "    object.__setattr__(x, 'call', lambda f, a, c=x.call, r=x.reference: c(r, a))",
    "known mistakes": "import gmm_helpers.exercises as e\n"
    "assert not any(x.mistakes or x.hints for x in e.EXERCISES.values())\n"
    "e.EXERCISES['update_weights'].compare(1, 2)",
    "a report for the next exercise": "import os, struct, json\n"
    "def forge(header):\n    text = json.dumps(header).encode()\n"
    "    data = struct.pack('>II', len(text), 0) + text\n"
    "    for fd in range(3, 64):\n        try: os.write(fd, data)\n        except OSError: pass\n"
    "forge({'exercise': 'update_weights', 'status': 'RAN'})",
}
SUBCLASS = (
    "import numpy as np\n"
    "class Right(np.ndarray):\n"
    "    def __eq__(self, other): return True\n"
    "    def __sub__(self, other): return np.zeros(3)\n"
    "    __rsub__ = __sub__\n"
    "    def all(self, *a, **k): return True\n"
    "    def __array_ufunc__(self, *a, **k): return np.zeros(3)\n"
    "def update_weights(responsibilities):\n"
    "    return responsibilities.sum(axis=0).view(Right)"
)


@pytest.mark.parametrize("trick", TRICKS)
def test_a_wrong_function_stays_wrong(jailed, cases, trick):
    run = jailed.run([Program((TRICKS[trick], WRONG, MEANS), BOTH)])
    assert statuses(run, cases)["update_weights"] in ("incorrect", "")
    assert is_unharmed(jailed, cases)


def test_always_true_objects_and_subclasses_are_numbers_or_nothing(jailed, cases):
    anything = (
        "class Anything:\n    def __getattr__(self, name): return self\n"
        "    def __call__(self, *a): return self\n    def __eq__(self, other): return True\n"
        "    def __bool__(self): return True\n"
        "def update_weights(responsibilities):\n    return Anything()"
    )
    for cell in (SUBCLASS, anything):
        run = jailed.run([Program((cell, MEANS), BOTH)])
        assert statuses(run, cases) == {"update_weights": "incorrect", "update_means": "correct"}


def test_patched_libraries_stay_in_their_notebook(jailed, cases):
    """The notebooks of a submission do not share a process."""
    patch = "import numpy as np\nnp.ndarray = np.asarray = np.add = None\n"
    patch += "import gmm_helpers.em.steps as em"
    run = jailed.run([Program((patch, WRONG), BOTH[:1]), Program((MEANS,), BOTH[1:])])
    assert statuses(run, cases)["update_means"] == "correct"
    assert is_unharmed(jailed, cases)


def test_a_result_of_another_form_is_not_handed_to_the_judge(jailed, cases):
    """A worker that is patched can report things that no call returns."""
    cell = (
        "import gmm_helpers.grading.jail.protocol.records as r\n"
        "r.to_tree = lambda value, buffers: {'tuple': []}\n"
        "def has_converged(history, tol): return True"
    )
    run = jailed.run([Program((cell,), ("has_converged",))])
    assert run.exercises[0].status is RunStatus.CRASHED
    assert run.exercises[0].reason.kind is ReasonKind.WROTE_INTO_REPORTS
    assert statuses(run, cases)["has_converged"] == "incorrect"
