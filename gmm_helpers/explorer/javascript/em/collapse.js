// Which component has collapsed, as in gmm_helpers/explorer/endings.py.

import { covarianceOf } from "./gaussians.js";
import { eigen, inverseOf } from "../numerics/matrices.js";
import { fixed, general } from "../numerics/numbers.js";

/** @typedef {import("./gaussians.js").Data} Data */

/**
 * A component that has collapsed: its effective count, and its standard deviation in its narrowest
 * direction.
 * @typedef {{component: number, nSamples: number, deviation: number}} Collapse
 */

/**
 * How data are spread: standard deviations of the features, which are above 0, the inverse of the
 * covariance of the features divided by them, and the largest standard deviation.
 * @typedef {{deviations: Float64Array, precision: Float64Array, widest: number}} Spread
 */

export const NARROW = 1e-2; // of the ridge, and of the spread of the data: less is nothing
const FLAT = 1e-6; // of the ridge: data with less variance have none
const ROUNDING = 1e-13;
const TINY = 2 ** -1022;

/**
 * Find the component that has collapsed most, if any has: in some direction nothing but the ridge is
 * left of its variance, while the data have one there.
 * @param {Float64Array} row
 * @param {number} K
 * @param {Data} data
 * @param {number} regCovar
 * @param {Spread} [spread] of these data, if it is known
 * @returns {Collapse | null}
 */
export function findCollapse(row, K, data, regCovar, spread = spreadOf(data, regCovar)) {
  const { N, D } = data;
  let found = null;
  for (let k = 0; k < K; k++) {
    const { values, vectors } = eigen(covarianceOf(row, K, D, k), D);
    if (values[D - 1] * ROUNDING > regCovar) continue; // eigenvalues are not as exact as the ridge
    for (let i = 0; i < D; i++) {
      const inData = varianceInData(spread, vectors, D, i);
      const withoutRidge = Math.abs(values[i] - regCovar);
      const isGone = withoutRidge <= NARROW * Math.min(regCovar, NARROW * inData);
      if (!isGone || !(inData > 10 * FLAT * regCovar)) continue;
      if (!found || values[i] < found.variance) found = { variance: values[i], k };
    }
  }
  if (!found) return null;
  return { component: found.k, nSamples: row[found.k] * N, deviation: Math.sqrt(found.variance) };
}

/**
 * A collapse in a sentence.
 * @param {Collapse} collapse
 */
export function collapseInWords({ component, nSamples, deviation }) {
  return (
    `Collapsed: the covariance of component ${component}, which holds ${fixed(nSamples, 1)} samples, has a standard ` +
    `deviation of ${general(deviation, 2)} in its narrowest direction, hardly more than reg_covar adds, so its ` +
    "likelihood is meaningless."
  );
}

/**
 * How data are spread, as `findCollapse` needs it.
 * @param {Data} data
 * @param {number} regCovar
 * @returns {Spread}
 */
export function spreadOf({ X, N, D }, regCovar) {
  const means = new Float64Array(D);
  for (let at = 0; at < N * D; at++) means[at % D] += X[at] / N;
  const covariance = new Float64Array(D * D);
  for (let n = 0; n < N; n++) {
    for (let i = 0; i < D; i++) {
      for (let j = 0; j <= i; j++) {
        covariance[i * D + j] += ((X[n * D + i] - means[i]) * (X[n * D + j] - means[j])) / N;
      }
    }
  }
  const deviations = new Float64Array(D);
  let widest = 0;
  for (let i = 0; i < D; i++) {
    widest = Math.max(widest, Math.sqrt(covariance[i * D + i]));
    deviations[i] = Math.sqrt(Math.max(covariance[i * D + i], FLAT * regCovar + TINY));
  }
  for (let i = 0; i < D; i++) {
    for (let j = 0; j <= i; j++) {
      covariance[i * D + j] = covariance[i * D + j] / deviations[i] / deviations[j] + (i === j ? FLAT : 0);
    }
  }
  return { deviations, precision: inverseOf(covariance, D), widest };
}

/**
 * Of the data, the variance in a direction beside all others: with a little of a wide feature in it,
 * none would be flat.
 * @param {Spread} spread
 * @param {Float64Array} vectors
 * @param {number} D
 * @param {number} column
 */
function varianceInData({ deviations, precision }, vectors, D, column) {
  let sum = 0;
  for (let i = 0; i < D; i++) {
    for (let j = 0; j < D; j++) {
      const product = (vectors[i * D + column] / deviations[i]) * (vectors[j * D + column] / deviations[j]);
      sum += product * precision[i * D + j];
    }
  }
  return 1 / sum;
}
