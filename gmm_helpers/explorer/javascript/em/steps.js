// The E-step and the M-step, as in gmm_helpers/em.

import { DegenerateComponent, StepFailure } from "./failures.js";
import { covarianceAt, covarianceOf, normalise, rowLength, weightedLogProb } from "./gaussians.js";
import { cholesky, eigen } from "../numerics/matrices.js";

/** @typedef {import("./gaussians.js").Data} Data */

const EPS = Number.EPSILON;
const MIN_COUNT = 10 * EPS; // a smaller effective count would be lost to rounding

/**
 * Responsibilities, into out (N x K); returns the negative log-likelihood.
 * @param {Data} data
 * @param {Float64Array} row
 * @param {number} K
 * @param {Float64Array} out
 */
export function eStep(data, row, K, out) {
  const { X, N, D } = data;
  requirePositiveDefinite(row, K, D);
  const nll = normalise(weightedLogProb(X, N, D, row, K, out), N, K);
  if (!Number.isFinite(nll)) requireDensity(weightedLogProb(X, N, D, row, K, out), N, K);
  return nll;
}

/**
 * The parameters that fit best, given the responsibilities (N x K), as a row.
 * @param {Data} data
 * @param {Float64Array} responsibilities
 * @param {number} K
 * @param {number} regCovar added to the diagonal of every covariance
 * @param {Float64Array} [row] where to put them
 */
export function mStep(data, responsibilities, K, regCovar, row = new Float64Array(rowLength(K, data.D))) {
  const { N, D } = data;
  const counts = countsOf(responsibilities, N, K);
  const fit = D === 2 ? fitInPlane : fitComponent;
  for (let k = 0; k < K; k++) {
    row[k] = counts[k] / N;
    fit(data, responsibilities, K, k, counts[k], row);
    let at = covarianceAt(K, D, k);
    for (let i = 0; i < D; i++, at += i + 1) row[at] += regCovar;
  }
  return row;
}

/**
 * Effective counts, none of which may be zero.
 * @param {Float64Array} responsibilities
 * @param {number} N
 * @param {number} K
 */
function countsOf(responsibilities, N, K) {
  const counts = new Float64Array(K);
  for (let at = 0; at < N * K;) for (let k = 0; k < K; k++) counts[k] += responsibilities[at++];
  let fewest = 0;
  for (let k = 1; k < K; k++) if (counts[k] < counts[fewest]) fewest = k;
  if (counts[fewest] < MIN_COUNT) {
    throw new DegenerateComponent({ kind: "empty", component: fewest, value: counts[fewest] });
  }
  return counts;
}

/**
 * Mean and covariance of one component, into the row.
 *
 * A first mean is off by the rounding of large numbers; the second pass is taken around it and
 * finds by how much. So nothing cancels, wherever the data are.
 * @param {Data} data
 * @param {Float64Array} responsibilities
 * @param {number} K
 * @param {number} k
 * @param {number} count
 * @param {Float64Array} row
 */
function fitComponent({ X, N, D }, responsibilities, K, k, count, row) {
  const first = new Float64Array(D);
  for (let n = 0; n < N; n++) {
    const r = responsibilities[n * K + k];
    for (let i = 0; i < D; i++) first[i] += r * X[n * D + i];
  }
  for (let i = 0; i < D; i++) first[i] /= count;
  const difference = new Float64Array(D);
  const shift = new Float64Array(D);
  const scatter = new Float64Array((D * (D + 1)) / 2);
  for (let n = 0; n < N; n++) {
    const r = responsibilities[n * K + k];
    for (let i = 0, at = 0; i < D; i++) {
      difference[i] = X[n * D + i] - first[i];
      const weighted = r * difference[i];
      shift[i] += weighted;
      for (let j = 0; j <= i; j++) scatter[at++] += weighted * difference[j];
    }
  }
  let at = covarianceAt(K, D, k);
  for (let i = 0, from = 0; i < D; i++) {
    shift[i] /= count;
    row[K + k * D + i] = first[i] + shift[i];
    for (let j = 0; j <= i; j++) row[at++] = scatter[from++] / count - shift[i] * shift[j];
  }
}

/**
 * The same for D = 2, where most data are.
 * @type {typeof fitComponent}
 */
function fitInPlane({ X, N }, responsibilities, K, k, count, row) {
  let first0 = 0;
  let first1 = 0;
  for (let n = 0, at = k; n < N; n++, at += K) {
    first0 += responsibilities[at] * X[2 * n];
    first1 += responsibilities[at] * X[2 * n + 1];
  }
  first0 /= count;
  first1 /= count;
  let [shift0, shift1, xx, xy, yy] = [0, 0, 0, 0, 0];
  for (let n = 0, at = k; n < N; n++, at += K) {
    const x = X[2 * n] - first0;
    const y = X[2 * n + 1] - first1;
    const rx = responsibilities[at] * x;
    const ry = responsibilities[at] * y;
    shift0 += rx;
    shift1 += ry;
    xx += rx * x;
    xy += rx * y;
    yy += ry * y;
  }
  shift0 /= count;
  shift1 /= count;
  const at = covarianceAt(K, 2, k);
  row[K + 2 * k] = first0 + shift0;
  row[K + 2 * k + 1] = first1 + shift1;
  row[at] = xx / count - shift0 * shift0;
  row[at + 1] = xy / count - shift0 * shift1;
  row[at + 2] = yy / count - shift1 * shift1;
}

/**
 * Fails for the first component whose covariance is not positive definite but for rounding.
 * @param {Float64Array} row
 * @param {number} K
 * @param {number} D
 */
function requirePositiveDefinite(row, K, D) {
  for (let k = 0; k < K; k++) {
    const full = covarianceOf(row, K, D, k);
    if (isSound(full, D)) continue;
    const { values } = eigen(full, D);
    const smallest = values[0];
    const kind = smallest < -1e-8 * Math.abs(values[D - 1]) ? "negative eigenvalue" : "singular";
    throw new DegenerateComponent({ kind, component: k, value: smallest });
  }
}

/**
 * Whether there is a factor, in which more than rounding is left of each feature's variance once
 * the features before it are known.
 * @param {Float64Array} full
 * @param {number} D
 */
function isSound(full, D) {
  const L = cholesky(full, D);
  if (!L) return false;
  for (let at = 0; at < D * D; at += D + 1) {
    if (!(L[at] * L[at] > 10 * D * EPS * full[at])) return false;
  }
  return true;
}

/**
 * @param {Float64Array} logProb
 * @param {number} N
 * @param {number} K
 */
function requireDensity(logProb, N, K) {
  for (let n = 0; n < N; n++) {
    const values = logProb.subarray(n * K, (n + 1) * K);
    if (!Number.isFinite(Math.max(...values))) {
      throw new StepFailure({ kind: "no density", component: -1, sample: n });
    }
  }
}
