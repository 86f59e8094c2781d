// Plain, slow formulas to hold the explorer against, and small runs to try it with.

import { Data } from "../../gmm_helpers/explorer/javascript/runs/data.js";
import { Trace } from "../../gmm_helpers/explorer/javascript/runs/trace.js";

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

export function makeData(points = POINTS, known = {}) {
  return new Data(Float64Array.from(points.flat()), points[0].length, known);
}

// A run of two iterations whose parameters are wherever we like.
export function makeTrace(about = {}, own = new Map(), known = {}) {
  const rows = [0, 0.4, 0.9].map((shift) => {
    const means = MIXTURE.means.map(([x, y]) => [x + shift, y - shift]);
    return rowOf({ ...MIXTURE, means });
  });
  const params = Float64Array.from(rows.flatMap((row) => [...row]));
  const nll = Float64Array.of(300, 200, 150);
  const run = {
    K: 2,
    D: 2,
    params,
    nll,
    last: 4,
    ended: "converged",
    message: "",
    failure: null,
    rises: [],
    ...about,
  };
  return new Trace(run, makeData(POINTS, known), 1e-6, own);
}

export const CHOICE = {
  data: "ring",
  n_components: 2,
  seed: 3,
  start: "k-means++",
  reg_covar: 0.1,
  own_start: [],
  own_points: [],
};
