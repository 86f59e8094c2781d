// How many components: BIC and the negative log-likelihood of other samples.

import { covarianceOf, normalise, weightedLogProb } from "./gaussians.js";
import { cholesky } from "../numerics/matrices.js";

/** @typedef {import("./gaussians.js").Data} Data */
/** @typedef {import("./run.js").Run} Run */

/**
 * How many numbers of a mixture can be chosen: the last weight is what the others leave.
 * @param {number} K
 * @param {number} D
 */
export function freeParameters(K, D) {
  return K - 1 + K * D + (K * D * (D + 1)) / 2;
}

/**
 * Bayesian information criterion of the end of a run, 2 NLL + p log N; smaller is better. NaN where
 * there is no NLL.
 * @param {Run} run
 * @param {Data} data
 */
export function bic(run, data) {
  return 2 * run.nll[run.nll.length - 1] + freeParameters(run.K, run.D) * Math.log(data.N);
}

/**
 * Negative log-likelihood of any samples under a mixture, such as those it was not fitted to; NaN
 * if one of its covariances is not positive definite, infinite if a sample has no density.
 * @param {Float64Array} row
 * @param {number} K
 * @param {Data} data
 */
export function heldOutNll(row, K, { X, N, D }) {
  for (let k = 0; k < K; k++) if (!cholesky(covarianceOf(row, K, D, k), D)) return NaN;
  return normalise(weightedLogProb(X, N, D, row, K, new Float64Array(N * K)), N, K);
}
