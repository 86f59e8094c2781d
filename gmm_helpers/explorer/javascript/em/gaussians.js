// Gaussian mixtures on flat arrays: the formulas of gmm_helpers/model/density.py.
//
// A mixture is one row of numbers: weights, means, lower triangles of the covariances, row by row.

import { cholesky, invertLower } from "../numerics/matrices.js";

export { cholesky };

export const LOG_2PI = Math.log(2 * Math.PI);

/**
 * Data, sample by sample.
 * @typedef {{X: Float64Array, N: number, D: number}} Data
 */

/**
 * How many numbers a mixture is.
 * @param {number} K
 * @param {number} D
 */
export function rowLength(K, D) {
  return K * (1 + D + (D * (D + 1)) / 2);
}

/**
 * How many components a row of this length has.
 * @param {number} length
 * @param {number} D
 */
export function componentCount(length, D) {
  return length / rowLength(1, D);
}

/**
 * The mean of a component, as a view.
 * @param {Float64Array} row
 * @param {number} K
 * @param {number} D
 * @param {number} k
 */
export function meanOf(row, K, D, k) {
  return row.subarray(K + k * D, K + (k + 1) * D);
}

/**
 * Where the lower triangle of a component's covariance begins.
 * @param {number} K
 * @param {number} D
 * @param {number} k
 */
export function covarianceAt(K, D, k) {
  return K + K * D + (k * D * (D + 1)) / 2;
}

/**
 * The full covariance of a component, row by row, as a copy.
 * @param {Float64Array} row
 * @param {number} K
 * @param {number} D
 * @param {number} k
 */
export function covarianceOf(row, K, D, k) {
  const full = new Float64Array(D * D);
  let at = covarianceAt(K, D, k);
  for (let i = 0; i < D; i++) {
    for (let j = 0; j <= i; j++) full[i * D + j] = full[j * D + i] = row[at++];
  }
  return full;
}

/**
 * log pi_k + log N(x_n | mu_k, Sigma_k), into out (N x K). Minus infinity where a covariance is not
 * positive definite.
 * @param {Float64Array} X
 * @param {number} N
 * @param {number} D
 * @param {Float64Array} row
 * @param {number} K
 * @param {Float64Array} out
 */
export function weightedLogProb(X, N, D, row, K, out) {
  for (let k = 0; k < K; k++) {
    const L = cholesky(covarianceOf(row, K, D, k), D);
    let constant = L ? Math.log(row[k]) - 0.5 * D * LOG_2PI : -Infinity;
    for (let i = 0; L && i < D; i++) constant -= Math.log(L[i * D + i]);
    if (constant === -Infinity) {
      for (let at = k; at < N * K; at += K) out[at] = -Infinity;
    } else {
      const whitener = invertLower(/** @type {Float64Array} */ (L), D);
      const fill = D === 2 ? fillInPlane : fillColumn;
      fill(X, N, D, meanOf(row, K, D, k), whitener, constant, K, k, out);
    }
  }
  return out;
}

/**
 * constant - |W (x_n - mu)|^2 / 2 of every sample, into column k.
 * @param {Float64Array} X
 * @param {number} N
 * @param {number} D
 * @param {Float64Array} mean
 * @param {Float64Array} whitener
 * @param {number} constant
 * @param {number} K
 * @param {number} k
 * @param {Float64Array} out
 */
function fillColumn(X, N, D, mean, whitener, constant, K, k, out) {
  const difference = new Float64Array(D);
  for (let n = 0; n < N; n++) {
    let squared = 0;
    for (let i = 0; i < D; i++) {
      difference[i] = X[n * D + i] - mean[i];
      let z = 0;
      for (let j = 0; j <= i; j++) z += whitener[i * D + j] * difference[j];
      squared += z * z;
    }
    out[n * K + k] = constant - 0.5 * squared;
  }
}

/**
 * The same for D = 2, where most data are.
 * @type {typeof fillColumn}
 */
function fillInPlane(X, N, D, mean, whitener, constant, K, k, out) {
  const [mean0, mean1] = mean;
  const [w00, , w10, w11] = whitener;
  for (let n = 0, at = k; n < N; n++, at += K) {
    const x = X[2 * n] - mean0;
    const y = X[2 * n + 1] - mean1;
    const z0 = w00 * x;
    const z1 = w10 * x + w11 * y;
    out[at] = constant - 0.5 * (z0 * z0 + z1 * z1);
  }
}

/**
 * Turns weighted log-densities into responsibilities, in place; returns the negative
 * log-likelihood, which is not finite where a sample has no density.
 * @param {Float64Array} logProb
 * @param {number} N
 * @param {number} K
 */
export function normalise(logProb, N, K) {
  let shifts = 0;
  let logs = 0;
  let product = 1; // of several sums, each from 1 to K: one logarithm for all of them
  for (let at = 0; at < N * K; at += K) {
    let largest = logProb[at];
    for (let k = 1; k < K; k++) if (logProb[at + k] > largest) largest = logProb[at + k];
    let sum = 0;
    for (let k = 0; k < K; k++) {
      const value = logProb[at + k];
      sum += logProb[at + k] = value === largest ? 1 : exponential(value - largest);
    }
    const factor = 1 / sum;
    for (let k = 0; k < K; k++) logProb[at + k] *= factor;
    shifts += largest;
    product *= sum;
    if (product > 1e200) {
      logs += Math.log(product);
      product = 1;
    }
  }
  return -(shifts + logs + Math.log(product));
}

// exp(x) = 2^m 2^(j / 32) exp(rest), with a rest so small that a few terms of the series are exact.
const PARTS = 32;
const PARTS_PER_UNIT = PARTS / Math.LN2;
const PART = 6.9314718036912381649e-1 / PARTS; // ln 2, of which few digits are taken, ...
const PART_REST = 1.90821492927058770002e-10 / PARTS; // ... and the others
const ROOTS = Float64Array.from({ length: PARTS }, (_, j) => 2 ** (j / PARTS));
const POWERS = Float64Array.from({ length: 1023 }, (_, m) => 2 ** -m);

/**
 * exp(x) for x below 0, to the last digit or two. A fifth of the time of a run is saved by it, as half of
 * that goes into Math.exp.
 * @param {number} x
 */
export function exponential(x) {
  if (!(x > -708)) return Math.exp(x); // below, digits are lost; NaN stays
  const part = (x * PARTS_PER_UNIT - 0.5) | 0;
  const r = x - part * PART - part * PART_REST;
  const square = r * r;
  const series =
    1 + r + square * (1 / 2 + r * (1 / 6) + square * (1 / 24 + r * (1 / 120) + square * (1 / 720)));
  return POWERS[-(part >> 5)] * (ROOTS[part & 31] * series);
}
