"""What was found out about results is kept for those who return the same."""

import numpy as np
import pytest

from gmm_helpers.exercises import Outcome
from gmm_helpers.exercises.running import recurrences
from gmm_helpers.exercises.running.recurrences import Recurrences
from gmm_helpers.exercises.statuses import CallStatus

ONE = np.array([0.1, 0.2])
OTHERS = {
    "the last digit": [Outcome(np.nextafter(ONE, 1))],
    "the shape": [Outcome(ONE.reshape(1, 2))],
    "the type": [Outcome(ONE.astype(np.float32))],
    "the sign of zero": [Outcome(ONE * 0), Outcome(-ONE * 0)],
    "the number of calls": [Outcome(ONE), Outcome(ONE)],
    "how it ended": [Outcome(status=CallStatus.TIMED_OUT)],
    "what it changed": [Outcome(ONE, changed=("X",))],
    "a tuple": [Outcome((ONE,))],
}


def test_equal_results_share_what_was_found():
    kept = Recurrences()
    assert kept.of([Outcome(ONE)]) is kept.of([Outcome(ONE.copy())])


@pytest.mark.parametrize("outcomes", OTHERS.values(), ids=OTHERS)
def test_what_differs_in_anything_is_looked_at_anew(outcomes):
    kept = Recurrences()
    assert kept.of([Outcome(ONE)]) is not kept.of(outcomes)


def test_what_is_found_may_be_nothing():
    findings, asked = Recurrences().of([]), []
    for _ in range(2):
        assert findings.of("deviation", lambda: asked.append(1)) is None
    assert asked == [1]


def test_what_is_asked_for_least_goes_first(monkeypatch):
    monkeypatch.setattr(recurrences, "MAX_KEPT", 2)
    kept = Recurrences()
    first, second = (kept.of([Outcome(number)]) for number in (1.0, 2.0))
    assert kept.of([Outcome(1.0)]) is first
    kept.of([Outcome(3.0)])
    assert kept.of([Outcome(1.0)]) is first
    assert kept.of([Outcome(2.0)]) is not second
