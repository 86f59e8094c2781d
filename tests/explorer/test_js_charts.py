"""The pictures beside the data say what chapter 4 says of the same run."""

import numpy as np
import pytest
from scipy.special import entr
from support.javascript import in_node

from gmm_helpers import course_original, e_step, fit
from gmm_helpers.explorer.table import params_table

BODY = """
  const { X, row, K } = value;
  const points = data(X);
  const found = run.wholeRun(points, floats(row), K, { regCovar: 0 });
  const seen = new trace.Trace(found, points, 0);
  const end = new ending.Ending(seen);
  while (!end.compute(1000));
  const { distances } = end;
  return {
    distances,
    left: ending.fractionLeft(found.nll),
    entropies: [1, 99].map((h) => entropy.entropyAt(seen, h)),
    said: distance.sentence(seen, seen.last, distances),
  };
"""


@pytest.fixture(scope="module")
def original():
    course = course_original()
    trace = fit(course.X, course.start, reg_covar=0, max_iter=500)
    value = {"X": course.X, "row": params_table([course.start])[0], "K": 3}
    modules = ("em/run", "runs/trace", "charts/ending", "charts/entropy", "charts/distance")
    return course.X, trace, in_node(BODY, value, *modules)


def test_each_late_iteration_leaves_as_much_as_in_the_chapter(original):
    _, trace, found = original
    changes = np.abs(np.diff(trace.negative_log_likelihood))
    assert found["left"] == pytest.approx((changes[-1] / changes[-11]) ** (1 / 10), rel=1e-4)
    assert f"{found['left']:.2f}" == "0.66"
    assert (
        "iteration 89 left 0.66 of the distance. Each of the last 10 leaves 0.66" in found["said"]
    )


def test_the_distance_is_to_where_the_run_would_end(original):
    X, trace, found = original
    longer = fit(X, trace.params[-1], tol=1e-10, reg_covar=0, max_iter=5000)
    distances = trace.negative_log_likelihood - longer.negative_log_likelihood[-1]
    np.testing.assert_allclose(found["distances"], distances, rtol=1e-4, atol=1e-9)


def test_entropies_are_those_of_the_responsibilities(original):
    X, trace, found = original
    expected = [entr(e_step(X, *trace.params[i])).sum() for i in (0, 49)]
    np.testing.assert_allclose(found["entropies"], expected, rtol=1e-7)
