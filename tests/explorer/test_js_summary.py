"""What the pictures show, in numbers: components, groups, the flat part of the curve."""

import json

import numpy as np
import pytest
from support.javascript import node

from gmm_helpers import STARTS, course_original, effective_counts, fit, load_dataset
from gmm_helpers.explorer.table import params_table

SEEN = """
  import { wholeRun } from "./em/run.js";
  import { Data } from "./runs/data.js";
  import { Trace } from "./runs/trace.js";
  import { componentsOf } from "./summary/components.js";
  import { groupsOf } from "./summary/groups.js";
  import { plateauOf } from "./summary/plateau.js";
  import { groupsInWords, plateauInWords } from "./panels/numbers.js";
  const { X, row, K, labels, at } = JSON.parse(input.toString());
  const components = labels && Int8Array.from(labels);
  const data = new Data(Float64Array.from(X.flat()), X[0].length, { components });
  const run = wholeRun(data, Float64Array.from(row), K, { regCovar: 1e-6, maxIter: 500 });
  const trace = new Trace(run, data, 1e-6);
  console.log(JSON.stringify(at.map((n) => Math.min(n, trace.last)).map((h) => ({
    components: componentsOf(trace, h), groups: groupsOf(trace, h), plateau: plateauOf(trace.nll),
    words: [groupsInWords(trace, h), plateauInWords(trace)],
  }))));
"""
PLATEAU = """
  import { plateauOf } from "./summary/plateau.js";
  console.log(JSON.stringify(JSON.parse(input.toString()).map((nll) => plateauOf(nll))));
"""


def seen(X, start, at, labels=None):
    row = params_table([start])[0].tolist()
    labels = None if labels is None else labels.tolist()
    value = {"X": X.tolist(), "row": row, "K": len(start.weights), "labels": labels, "at": at}
    return node(SEEN, json.dumps(value).encode())


@pytest.mark.parametrize("n_features", [1, 2, 3])
def test_components_in_numbers(n_features):
    X = np.random.default_rng(3).normal(size=(60, n_features)) * [1, 5, 0.01][:n_features]
    start = STARTS["random points"](X, 2, 0)
    trace = fit(X, start, reg_covar=1e-6)
    begin, e_step, m_step = (shown["components"] for shown in seen(X, start, [0, 3, 4]))
    assert [one["count"] for one in begin] == [None, None]
    assert [one["moved"] for one in begin + e_step] == [0] * 4
    counts = effective_counts(trace.responsibilities(1))
    moved = np.linalg.norm(trace.params[2].means - trace.params[1].means, axis=1)
    for shown, params in ((e_step, trace.params[1]), (m_step, trace.params[2])):
        for k, one in enumerate(shown):
            deviations = np.sqrt(np.diag(params.covariances[k]))
            assert one["weight"] == pytest.approx(params.weights[k], rel=1e-9)
            assert one["count"] == pytest.approx(counts[k], rel=1e-9)
            assert one["mean"] == pytest.approx(params.means[k], rel=1e-9)
            assert one["deviations"] == pytest.approx(deviations, rel=1e-9)
            if n_features == 2:
                expected = params.covariances[k][0, 1] / deviations.prod()
                assert one["correlation"] == pytest.approx(expected, rel=1e-9)
            else:
                assert one["correlation"] is None
    assert [one["moved"] for one in m_step] == pytest.approx(moved, rel=1e-6)


def test_groups_that_are_shared_or_joined_are_named():
    found = load_dataset("well separated")
    three = STARTS["k-means++"](found.X, 3, 0)
    [start, right] = seen(found.X, three, [0, 1000], found.labels)
    assert start["groups"] is None
    assert right["groups"] == {"shared": [], "joined": []}
    assert right["words"][0] == "No group is shared, and no component holds two groups."
    [one] = seen(found.X, STARTS["k-means++"](found.X, 1, 0), [1000], found.labels)
    assert one["groups"]["joined"] == [{"component": 0, "groups": [0, 1, 2]}]
    assert one["words"][0] == "Component 0 holds groups 0, 1 and 2."
    equal = STARTS["all means equal"](found.X, 3, 0)
    [same] = seen(found.X, equal, [1000], found.labels)
    assert [each["components"] for each in same["groups"]["shared"]] == [[0, 1, 2]] * 3
    assert "Components 0, 1 and 2 share group 1." in same["words"][0]
    [unknown] = seen(found.X, three, [1000])
    assert (unknown["groups"], unknown["words"][0]) == (None, "")


def test_the_plateau_of_the_original_run_is_told():
    course = course_original()
    nll = fit(course.X, course.start, reg_covar=1e-6).negative_log_likelihood
    falls = -np.diff(nll)
    [shown] = seen(course.X, course.start, [0])
    found = shown["plateau"]
    flat = falls[found["from"] - 1 : found["to"]]
    assert (flat < 1).all()
    assert falls[found["from"] - 2] >= 1 <= falls[found["to"]]
    assert found["steepest"] == pytest.approx(flat.max())
    assert falls[found["falls"] - 1] == pytest.approx(falls[found["to"] :].max())
    assert shown["words"][1].startswith(f"From iteration {found['from']} to {found['to']} the")


def test_a_curve_without_a_plateau_has_none():
    curves = [[], [5.0], [5.0, 4.0], [100, 50, 20, 10, 9.9, 9.89, 9.889], [3.0] * 20]
    assert node(PLATEAU, json.dumps(curves).encode()) == [None] * len(curves)
