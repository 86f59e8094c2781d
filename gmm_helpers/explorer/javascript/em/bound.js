// The negative log-likelihood and its upper bound, as curves over one parameter of a mixture.
//
// For fixed responsibilities r the bound is sum_nk r_nk (log r_nk - log pi_k N(x_n | mu_k, Sigma_k)).
// It touches the NLL where r are the responsibilities given the parameters, and an M-step goes to
// its minimum.

import { covarianceAt, covarianceOf, meanOf, normalise, weightedLogProb } from "./gaussians.js";
import { cholesky, inverseOf } from "../numerics/matrices.js";

/** @typedef {import("./gaussians.js").Data} Data */

/**
 * One number of a mixture: the weight of a component (the other weights keep their ratios), a
 * coordinate of its mean, or the variance of a feature.
 * @typedef {{kind: "weight" | "mean" | "variance", component: number, feature?: number}} Parameter
 */

/**
 * Where the number is in a row.
 * @param {Parameter} parameter
 * @param {number} K
 * @param {number} D
 */
export function placeOf({ kind, component, feature = 0 }, K, D) {
  if (kind === "weight") return component;
  if (kind === "mean") return K + component * D + feature;
  return covarianceAt(K, D, component) + (feature * (feature + 3)) / 2;
}

/**
 * The same mixture with another value of one parameter.
 * @param {Float64Array} row
 * @param {number} K
 * @param {number} D
 * @param {Parameter} parameter
 * @param {number} value
 */
export function rowWith(row, K, D, parameter, value) {
  const changed = Float64Array.from(row);
  if (parameter.kind === "weight") {
    const others = 1 - row[parameter.component];
    // Where there is nothing to keep in ratio, all get the same.
    for (let k = 0; k < K; k++) changed[k] = (1 - value) * (others > 0 ? row[k] / others : 1 / (K - 1));
  }
  changed[placeOf(parameter, K, D)] = value;
  return changed;
}

/**
 * NLL and bound of a mixture, given responsibilities; NaN where there is no such mixture.
 * @param {Data} data
 * @param {Float64Array} row
 * @param {number} K
 * @param {ArrayLike<number>} responsibilities
 * @param {Float64Array} scratch N x K
 * @param {number} [entropy] of the responsibilities, if it is known
 */
export function nllAndBound(
  { X, N, D },
  row,
  K,
  responsibilities,
  scratch,
  entropy = entropyOf(responsibilities),
) {
  if (!isMixture(row, K, D)) return { nll: NaN, bound: NaN };
  weightedLogProb(X, N, D, row, K, scratch);
  let bound = -entropy;
  for (let at = 0; at < N * K; at++) {
    const r = responsibilities[at];
    if (r > 0) bound -= r * scratch[at];
  }
  return { nll: normalise(scratch, N, K), bound };
}

/**
 * Entropy of responsibilities, summed over the samples, in nats.
 * @param {ArrayLike<number>} responsibilities
 */
export function entropyOf(responsibilities) {
  let sum = 0;
  for (let at = 0; at < responsibilities.length; at++) {
    const r = responsibilities[at];
    if (r > 0) sum -= r * Math.log(r);
  }
  return sum;
}

/**
 * NLL and bound as functions of one parameter; NaN where there is no mixture with this value.
 * @param {Data} data
 * @param {Float64Array} row
 * @param {number} K
 * @param {Float64Array} responsibilities
 * @param {Parameter} parameter
 * @param {ArrayLike<number>} values
 */
export function curves(data, row, K, responsibilities, parameter, values) {
  const nll = new Float64Array(values.length);
  const bound = new Float64Array(values.length);
  const scratch = new Float64Array(data.N * K);
  const entropy = entropyOf(responsibilities);
  for (let i = 0; i < values.length; i++) {
    const changed = rowWith(row, K, data.D, parameter, values[i]);
    const found = nllAndBound(data, changed, K, responsibilities, scratch, entropy);
    nll[i] = found.nll;
    bound[i] = found.bound;
  }
  return { nll, bound };
}

/**
 * Where the bound is lowest, all other parameters as they are.
 * @param {Data} data
 * @param {Float64Array} row
 * @param {number} K
 * @param {Float64Array} responsibilities
 * @param {Parameter} parameter
 */
export function minimumOfBound(data, row, K, responsibilities, parameter) {
  const { N, D } = data;
  const { kind, component: k, feature: i = 0 } = parameter;
  const { count, shift, scatter } = momentsOf(data, row, K, responsibilities, k);
  if (kind === "weight") return count / N;
  const precision = inverseOf(covarianceOf(row, K, D, k), D);
  const value = row[placeOf(parameter, K, D)];
  if (kind === "mean") {
    // d/dmu_i of the squared distances is 0.
    let sum = 0;
    for (let j = 0; j < D; j++) sum += precision[i * D + j] * shift[j];
    return value + sum / precision[i * D + i];
  }
  // With t added to the variance, log det and trace are log(1 + t p) and -t q / (1 + t p) more.
  const p = precision[i * D + i];
  let q = 0;
  for (let a = 0; a < D; a++) {
    for (let b = 0; b < D; b++) q += precision[i * D + a] * scatter[a * D + b] * precision[b * D + i];
  }
  return value + (q / p - 1) / p;
}

/**
 * Effective count of a component, and mean and second moments of its samples around its mean.
 * @param {Data} data
 * @param {Float64Array} row
 * @param {number} K
 * @param {Float64Array} responsibilities
 * @param {number} k
 */
function momentsOf({ X, N, D }, row, K, responsibilities, k) {
  const mean = meanOf(row, K, D, k);
  const shift = new Float64Array(D);
  const scatter = new Float64Array(D * D);
  let count = 0;
  for (let n = 0; n < N; n++) {
    const r = responsibilities[n * K + k];
    count += r;
    for (let a = 0; a < D; a++) {
      const weighted = r * (X[n * D + a] - mean[a]);
      shift[a] += weighted;
      for (let b = 0; b < D; b++) scatter[a * D + b] += weighted * (X[n * D + b] - mean[b]);
    }
  }
  const divided = (/** @type {Float64Array} */ sums) => sums.map((sum) => sum / count);
  return { count, shift: divided(shift), scatter: divided(scatter) };
}

/**
 * @param {Float64Array} row
 * @param {number} K
 * @param {number} D
 */
function isMixture(row, K, D) {
  for (let k = 0; k < K; k++) {
    if (!(row[k] >= 0 && row[k] <= 1) || !cholesky(covarianceOf(row, K, D, k), D)) return false;
  }
  return true;
}
