// The scale of each feature.

import { columnSums } from "../numerics/sums.js";

/** @typedef {import("./gaussians.js").Data} Data */

const ROUNDING = 4 * Number.EPSILON; // of values that are meant to be equal, relative to them

/**
 * Variance of each feature; 1 for a constant one, which has no scale of its own.
 *
 * @param {Data} data
 * @returns {Float64Array}
 */
export function variancesOf({ X, N, D }) {
  const means = columnSums(X, D).map((sum) => sum / N);
  const squares = X.map((value, at) => (value - means[at % D]) ** 2);
  const low = X.slice(0, D);
  const high = X.slice(0, D);
  for (let at = 0; at < N * D; at++) {
    low[at % D] = Math.min(low[at % D], X[at]);
    high[at % D] = Math.max(high[at % D], X[at]);
  }
  return columnSums(squares, D).map((sum, i) => {
    const isConstant = high[i] - low[i] <= ROUNDING * Math.max(Math.abs(low[i]), Math.abs(high[i]));
    return !isConstant && sum / N > 0 ? sum / N : 1;
  });
}
