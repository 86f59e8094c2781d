"""Where steps of one's own first differ: the browser says what Python's `first_difference` says."""

import base64

import numpy as np
import pytest
from support.javascript import in_node

from gmm_helpers import e_step, first_difference, m_step
from gmm_helpers.em import Difference
from gmm_helpers.explorer.blocks import pack_data, pack_run
from gmm_helpers.explorer.data import shown_array, shown_dataset
from gmm_helpers.explorer.runs import run_em

START = shown_dataset("original").start
X = shown_dataset("original").X
FOUND = """
  const { Datasets } = datasets;
  const all = new Datasets();
  all.take(blocks.fromBase64(value.data));
  const choice = { data: "yours", n_components: 3, seed: 0, start: "identity",
                   reg_covar: value.ridge, own_start: [], own_points: [] };
  const own = new own_steps.OwnSteps(all, null);
  own.take(choice, blocks.fromBase64(value.run));
  const search = new differences.Search(own.of(choice).trace);
  let pieces = 1;
  while (!search.work(0)) pieces += 1;
  const { found } = search;
  const said = found && differences.inWords(found);
  return { said, entry: found?.entry, agreed: search.agreed, pieces };
"""
MODULES = ("runs/datasets", "runs/blocks", "runs/own_steps", "compare/differences")


def later(right, wrong, n):
    """A step that is wrong from its n-th call on."""
    calls = []

    def step(*arguments):
        calls.append(0)
        return (wrong if len(calls) >= n else right)(*arguments)

    return step


def equal_weights(X, r):
    return np.full(3, 1 / 3), *m_step(X, r)[1:]


def shifted(X, r):
    weights, means, covariances = m_step(X, r)
    return weights, means + np.array([[0, 0], [0, 1e-3], [0, 0]]), covariances


def unbiased(X, r):
    weights, means, covariances = m_step(X, r)
    counts = r.sum(axis=0)
    return weights, means, covariances * (counts / (counts - 1))[:, None, None]


def slanted(X, r):
    weights, means, covariances = m_step(X, r)
    covariances = covariances.copy()
    covariances[2, 0, 1] = covariances[2, 1, 0] = 0
    return weights, means, covariances


def without_weights(X, weights, means, covariances):
    return e_step(X, np.full(3, 1 / 3), means, covariances)


def tempered(X, weights, means, covariances):
    r = e_step(X, weights, means, covariances) ** 0.9
    return r / r.sum(axis=1, keepdims=True)


CASES = {
    "right": {"m_step": lambda X, r: m_step(X, r)},
    "both right": {"e_step": lambda *a: e_step(*a), "m_step": lambda X, r: m_step(X, r)},
    "weights": {"m_step": equal_weights},
    "means": {"m_step": shifted},
    "covariances": {"m_step": unbiased},
    "one entry": {"m_step": slanted},
    "e_step": {"e_step": tempered},
    "e_step without weights": {"e_step": without_weights},
    "m_step, later": {"m_step": (m_step, unbiased, 7)},
    "e_step, later": {"e_step": (e_step, tempered, 5)},
}


def fresh(case):
    """Steps that count their calls begin anew."""
    return {name: later(*step) if isinstance(step, tuple) else step for name, step in case.items()}


def found(steps, ridge=0.0):
    *_, run = run_em(X, START, ridge, **fresh(steps))
    blocks = {"data": pack_data({"yours": shown_array(X)}), "run": pack_run(run)}
    asked = {name: base64.b64encode(block).decode() for name, block in blocks.items()}
    return in_node(FOUND, {**asked, "ridge": ridge}, *MODULES), run


@pytest.mark.parametrize("name", CASES)
def test_the_first_difference_is_the_one_that_python_finds(name):
    js, run = found(CASES[name])
    expected = first_difference(X, START, **fresh(CASES[name]))
    assert js["said"] == (expected and str(expected))
    if expected:
        assert tuple(js["entry"]) == expected.entry
    if expected is None:
        assert (js["agreed"], js["pieces"]) == (run.last, run.last)
    else:
        assert js["agreed"] == 2 * expected.iteration - (2 if expected.step == "e_step" else 1)


def test_what_is_added_to_the_covariances_is_no_difference():
    js, run = found(CASES["both right"], ridge=0.1)
    assert (js["said"], js["agreed"]) == (None, run.last)


def test_a_run_that_fails_agrees_up_to_there():
    def broken(X, r):
        raise RuntimeError("no")

    js, run = found({"m_step": (m_step, broken, 3)})
    assert js["said"] is None
    assert (js["agreed"], run.last) == (5, 6)


def test_the_entry_that_differs_is_named():
    js, _ = found(CASES["one entry"])
    right = m_step(X, e_step(X, *START))[2][2, 0, 1]
    said = f"covariance of component 2, yours 0, ours {right:.4g}".replace("-", "\N{MINUS SIGN}")
    assert js["said"] == f"iteration 1, M-step: entry (1, 2) of the {said}"


def test_entries_of_larger_matrices_and_of_a_single_feature_are_named_alike():
    asked = """
      const words = (of) => ({ iteration: 1, step: "M-step", yours: 1, ours: -2e-7, ...of });
      return value.map((of) => differences.inWords(words(of)));
    """
    cases = [
        ("covariances", 0, (2, 9), 10),
        ("covariances", 1, (0, 0), 1),
        ("means", 2, (3,), 4),
        ("means", 2, (0,), 1),
        ("weights", 0, (), 3),
    ]
    names = ("quantity", "component", "entry", "nFeatures")
    said = in_node(
        asked, [dict(zip(names, case, strict=True)) for case in cases], "compare/differences"
    )
    assert said == [str(Difference(1, "m_step", *case, 1.0, -2e-7)) for case in cases]
    assert "entry (3, 10) of the covariance of component 0, yours 1, ours" in said[0]
    assert said[0].endswith("\N{MINUS SIGN}2e\N{MINUS SIGN}07")
    assert "M-step: covariance of component 1, yours" in said[1]
    assert "entry 4 of the mean of component 2" in said[2]
