// What in the data made a component break down in a run, as in gmm_helpers/em/half_steps.py.

import { covarianceAt, covarianceOf, meanOf } from "./gaussians.js";
import { eigen } from "../numerics/matrices.js";

/** @typedef {import("./gaussians.js").Data} Data */
/** @typedef {import("./failures.js").Failure} Failure */
/** @typedef {import("./failures.js").FarSample} FarSample */
/** @typedef {import("./failures.js").FlatFeature} FlatFeature */

const EPS = Number.EPSILON;
const ROUNDING = 32 * EPS; // of samples at a mean, relative to it
const HIDDEN = 100; // a range of less than this many roundings holds no spread to speak of
const FAR = 1e4; // beside the square of it, a ridge or a spread is small enough to be lost
const TOO_FAR = 1e7; // squares of numbers in this ratio have few digits in common

/**
 * The first component that has no spread beyond rounding in some feature; -1 if there is none.
 * Negative variances pass: what is wrong with them is found where the factor is taken.
 * @param {Float64Array} row
 * @param {number} K
 * @param {number} D
 */
export function collapsedComponent(row, K, D) {
  for (let k = 0; k < K; k++) {
    for (let i = 0; i < D; i++) if (isFlat(row, K, D, k, i)) return k;
  }
  return -1;
}

/**
 * Whether a component has no spread beyond rounding in a feature.
 * @param {Float64Array} row
 * @param {number} K
 * @param {number} D
 * @param {number} k
 * @param {number} i
 */
function isFlat(row, K, D, k, i) {
  return Math.abs(varianceOf(row, K, D, k, i)) <= (ROUNDING * row[K + k * D + i]) ** 2;
}

/**
 * @param {Float64Array} row
 * @param {number} K
 * @param {number} D
 * @param {number} k
 * @param {number} i
 */
function varianceOf(row, K, D, k, i) {
  return row[covarianceAt(K, D, k) + (i * (i + 3)) / 2];
}

/**
 * The failure of a half-step, with its iteration and what in the data has caused it.
 * @param {Failure} failure
 * @param {Data} data
 * @param {Float64Array} row the parameters that fail
 * @param {number} K
 * @param {number} iteration
 * @returns {Failure}
 */
export function failureInRun(failure, data, row, K, iteration) {
  if (failure.kind === "no density") return failure;
  const farSample = findFarSample(data) ?? stretching(failure, data, row, K);
  const found = { ...failure, iteration, farSample };
  if (farSample) return found;
  if (hidesSpread(failure, data, row, K)) {
    return { ...found, kind: "rounded", value: Math.max(...ranges(data).map(([low, high]) => high - low)) };
  }
  return { ...found, flatFeature: findFlatFeature(failure, data, row, K) };
}

/**
 * The sample that is far from all others; null if none is too far for arithmetic.
 * @param {Data} data
 * @param {number} [ratio] of its distance to the usual one
 * @returns {FarSample | null}
 */
export function findFarSample({ X, N, D }, ratio = TOO_FAR) {
  /** @type {FarSample | null} */
  let farthest = null;
  for (let feature = 0; feature < D; feature++) {
    const column = Float64Array.from({ length: N }, (_, n) => X[n * D + feature]);
    const median = lowerMedian(column);
    const distances = column.map((x) => Math.abs(x - median));
    const moved = distances.filter((distance) => distance > 0);
    if (moved.length === 0) continue;
    const usual = lowerMedian(moved);
    const sample = distances.reduce((best, distance, n) => (distance > distances[best] ? n : best), 0);
    const distance = distances[sample];
    const isFarthest = farthest === null || distance / usual > farthest.distance / farthest.usual;
    if (distance > ratio * usual && isFarthest) farthest = { sample, feature, distance, usual };
  }
  return farthest;
}

/** @param {Float64Array} values */
function lowerMedian(values) {
  return Float64Array.from(values).sort()[Math.floor((values.length - 1) / 2)];
}

/**
 * The far sample for which a component is so long that it is flat beside that.
 * @param {Failure} failure
 * @param {Data} data
 * @param {Float64Array} row
 * @param {number} K
 */
function stretching(failure, data, row, K) {
  const found = failure.kind === "singular" ? findFarSample(data, FAR) : null;
  if (!found) return null;
  const variance = varianceOf(row, K, data.D, failure.component, found.feature);
  return variance > (FAR * found.usual) ** 2 ? found : null;
}

/**
 * Whether samples do have a spread where a covariance, which is long, has none.
 * @param {Failure} failure
 * @param {Data} data
 * @param {Float64Array} row
 * @param {number} K
 */
function hidesSpread(failure, { X, N, D }, row, K) {
  if (failure.kind !== "singular") return false;
  const covariance = covarianceOf(row, K, D, failure.component);
  if (!covariance.every(Number.isFinite)) return false;
  const { values, vectors } = eigen(covariance, D);
  const mean = meanOf(row, K, D, failure.component);
  const across = new Float64Array(N);
  let largest = 0;
  for (let n = 0; n < N; n++) {
    for (let i = 0; i < D; i++) {
      across[n] += (X[n * D + i] - mean[i]) * vectors[i * D];
      largest = Math.max(largest, Math.abs(X[n * D + i]));
    }
    across[n] = Math.abs(across[n]);
  }
  across.sort();
  const median = (across[Math.floor((N - 1) / 2)] + across[Math.ceil((N - 1) / 2)]) / 2;
  return ROUNDING * largest < median && median <= Math.sqrt(HIDDEN * ROUNDING * Math.abs(values[D - 1]));
}

/**
 * The feature that has no spread in a component because it has none in the data.
 * @param {Failure} failure
 * @param {Data} data
 * @param {Float64Array} row
 * @param {number} K
 * @returns {FlatFeature | null}
 */
function findFlatFeature(failure, data, row, K) {
  if (failure.kind !== "collapsed") return null;
  /** @type {FlatFeature | null} */
  let found = null;
  ranges(data).forEach(([low, high], feature) => {
    const level = Math.max(Math.abs(low), Math.abs(high));
    const constant = high - low <= 4 * spacing(level);
    const hidden = high - low <= HIDDEN * ROUNDING * level;
    if (!(constant || hidden) || !isFlat(row, K, data.D, failure.component, feature)) return;
    // The first one that is constant, or else the first one.
    if (!found || (constant && !found.constant)) found = { feature, level: low, constant };
  });
  return found;
}

/**
 * Lowest and highest value of each feature.
 * @param {Data} data
 */
function ranges({ X, N, D }) {
  return Array.from({ length: D }, (_, i) => {
    let [low, high] = [X[i], X[i]];
    for (let at = i; at < N * D; at += D) {
      low = Math.min(low, X[at]);
      high = Math.max(high, X[at]);
    }
    return [low, high];
  });
}

/**
 * How far a number above 0 is from the next larger one.
 * @param {number} value
 */
function spacing(value) {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  bits.setBigInt64(0, bits.getBigInt64(0) + 1n);
  return bits.getFloat64(0) - value;
}
