// The components of a half-step in numbers.

import { covarianceOf, meanOf } from "../em/gaussians.js";

/** @typedef {import("../runs/trace.js").Trace} Trace */

/**
 * @typedef {object} Component
 * @property {number} weight
 * @property {number | null} count N_k, null before the first E-step
 * @property {number[]} mean one number per feature
 * @property {number[]} deviations standard deviations, one per feature
 * @property {number | null} correlation of the two features, null if there are not two
 * @property {number} moved how far this half-step has moved the mean
 */

/**
 * @param {Trace} trace
 * @param {number} h
 * @returns {Component[]}
 */
export function componentsOf(trace, h) {
  const { K, data } = trace;
  const { D } = data;
  const [row, before] = [trace.row(h), trace.row(Math.max(h - 1, 0))];
  const counts = countsOf(trace, h);
  return Array.from({ length: K }, (_, k) => {
    const mean = Array.from(meanOf(row, K, D, k));
    const covariance = covarianceOf(row, K, D, k);
    const deviations = mean.map((_, i) => Math.sqrt(covariance[i * D + i]));
    const was = meanOf(before, K, D, k);
    return {
      weight: row[k],
      count: counts && counts[k],
      mean,
      deviations,
      correlation: D === 2 ? covariance[1] / (deviations[0] * deviations[1]) : null,
      moved: Math.hypot(...mean.map((value, i) => value - was[i])),
    };
  });
}

/**
 * N_k: the responsibilities summed over the samples.
 * @param {Trace} trace
 * @param {number} h
 */
function countsOf(trace, h) {
  const r = trace.responsibilities(h);
  if (!r) return null;
  const counts = new Float64Array(trace.K);
  for (let at = 0; at < r.length; at++) counts[at % trace.K] += r[at];
  return counts;
}
