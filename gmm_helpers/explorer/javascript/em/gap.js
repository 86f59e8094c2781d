// How far given responsibilities are from the posterior, and the bound from the NLL.

import { normalise, weightedLogProb } from "./gaussians.js";

/** @typedef {import("./gaussians.js").Data} Data */

const SMALLEST = 5e-324; // a posterior below it counts as that

/**
 * The posterior under a mixture, N x K. Nothing is checked: where a mixture has no density there
 * is NaN.
 * @param {Data} data
 * @param {Float64Array} row
 * @param {number} K
 * @param {Float64Array} out
 */
export function posterior({ X, N, D }, row, K, out) {
  normalise(weightedLogProb(X, N, D, row, K, out), N, K);
  return out;
}

/**
 * KL divergence of the posterior under a mixture from given responsibilities, summed over the
 * samples: how far the lower bound of the log-likelihood lags behind it. Never below zero.
 * @param {Float32Array | Float64Array} responsibilities
 * @param {Data} data
 * @param {Float64Array} row
 * @param {number} K
 * @param {Float64Array} scratch N x K
 */
export function klGap(responsibilities, data, row, K, scratch) {
  posterior(data, row, K, scratch);
  let sum = 0;
  for (let i = 0; i < data.N * K; i++) {
    const r = responsibilities[i];
    if (r > 0) sum += r * (Math.log(r) - Math.log(Math.max(scratch[i], SMALLEST)));
  }
  return Math.max(sum, 0);
}
