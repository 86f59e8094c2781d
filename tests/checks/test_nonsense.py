"""Nonsense in place of an answer: incorrect or unfinished, and described in sentences."""

import numpy as np
import pytest
from support.judged import outcomes_of, short_key_of

from gmm_helpers.checks.cards import as_html, as_text
from gmm_helpers.exercises import EXERCISES, judge

pytestmark = pytest.mark.slow


NONSENSE = {
    "None": None,
    "text": "text",
    "an empty list": [],
    "a dictionary": {"a": 1},
    "a ragged list": [[1.0], [1.0, 2.0]],
    "objects": np.array([object()]),
    "NaN": float("nan"),
    "infinity": float("inf"),
    "a complex number": 1j,
    "no rows": np.zeros((0, 3)),
    "two texts": ("a", "b"),
    "three times None": (None, None, None),
    "three texts and a history": ("a", "b", "c", [1.0]),
    "a history with too many dimensions": (None, None, None, [[1.0]]),
    "four empty lists": ([], [], [], []),
    "labels that are NaN": (np.zeros((5_000, 2)), np.full(5_000, np.nan)),
    "samples that are text": (np.full((5_000, 2), "x"), np.zeros(5_000)),
}


@pytest.mark.parametrize("name", EXERCISES)
@pytest.mark.parametrize("value", NONSENSE.values(), ids=NONSENSE)
def test_nonsense_is_never_right_and_described_in_sentences(name, value):
    key = short_key_of(name)
    found = judge(key, outcomes_of(key, lambda *arguments: value))
    assert found.status in ("incorrect", "unfinished")
    assert found.score == 0
    assert as_html(found).endswith("</div>")
    lines = as_text(found, hinted=False).splitlines()
    assert len(lines) > (found.status == "incorrect")
    assert all(line.endswith((".", "?")) for line in lines), lines
