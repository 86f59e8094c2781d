// Plain, slow formulas to hold the explorer against, and small runs to try it with.

import { Data, Trace } from "../../gmm_helpers/explorer/javascript/runs/trace.js";

// Density of a Gaussian in the plane, by the inverse matrix.
export function density([x, y], [mx, my], [xx, xy, yy]) {
  const determinant = xx * yy - xy * xy;
  const [dx, dy] = [x - mx, y - my];
  const squared = (yy * dx * dx - 2 * xy * dx * dy + xx * dy * dy) / determinant;
  return Math.exp(-squared / 2) / (2 * Math.PI * Math.sqrt(determinant));
}

export const MIXTURE = {
  weights: [0.3, 0.7],
  means: [
    [0, 1],
    [2, -1],
  ],
  covariances: [
    [1, 0.3, 0.5],
    [0.4, -0.1, 2],
  ],
};

export function rowOf({ weights, means, covariances }) {
  return Float64Array.from([...weights, ...means.flat(), ...covariances.flat()]);
}

export function joint({ weights, means, covariances }, point) {
  return weights.map((weight, k) => weight * density(point, means[k], covariances[k]));
}

// Reproducible numbers between 0 and 1 (a linear congruential generator).
export function numbers(n, seed = 1) {
  const values = [];
  for (let state = seed; values.length < n;) {
    state = (1664525 * state + 1013904223) % 2 ** 32;
    values.push(state / 2 ** 32);
  }
  return values;
}

export const POINTS = Array.from({ length: 40 }, (_, n) => {
  const values = numbers(80);
  return [6 * values[2 * n] - 2, 6 * values[2 * n + 1] - 3];
});

export function makeData(points = POINTS, truth = null) {
  const words = { labels: ["x₁", "x₂"], note: "", truth: truth ? 2 : 0 };
  return new Data({
    data: words,
    X: Float64Array.from(points.flat()),
    origin: new Float64Array(2),
    axes: Float64Array.of(1, 0, 0, 1),
    truth,
  });
}

// A run of two iterations whose parameters are wherever we like.
export function makeTrace(words = {}, own = undefined) {
  const rows = [0, 0.4, 0.9].map((shift) => {
    const means = MIXTURE.means.map(([x, y]) => [x + shift, y - shift]);
    return rowOf({ ...MIXTURE, means });
  });
  const run = { n_components: 2, last: 4, ended: "converged", message: "", rises: [], own: [], ...words };
  const params = Float64Array.from(rows.flatMap((row) => [...row]));
  return new Trace({ run, params, nll: Float64Array.of(300, 200, 150), own }, makeData());
}
