// What the ridge, regCovar, costs a run, as in gmm_helpers/em/ridge.py.

import { NARROW } from "./collapse.js";
import { covarianceOf, meanOf, rowLength } from "./gaussians.js";
import { cholesky, eigen, inverseOf } from "../numerics/matrices.js";
import { general } from "../numerics/numbers.js";

const NOTICEABLE = 1; // nats
const COLLAPSED = 1e-3; // of the spread of the data: what is flatter, the ridge is there to hold up
const FULL = 1 - Number.EPSILON / 2; // the largest share of the ridge whose loss is finite
const FLAT = 1e-9; // where the variance is all but the ridge, there is no spread

/**
 * Say what the ridge costs a finished run, if that is noticeable.
 * @param {Float64Array} row the last one
 * @param {number} K
 * @param {number} D
 * @param {number} nSamples
 * @param {number} regCovar
 */
export function explainRidge(row, K, D, nSamples, regCovar) {
  const lost = natsLostToRidge(row, K, D, nSamples, regCovar);
  if (lost <= NOTICEABLE) return "";
  return (
    `reg_covar = ${general(regCovar)} is not small beside the covariances here and costs about ` +
    `${general(lost, 3)} nats or more: choose a smaller one, or rescale the data.`
  );
}

/**
 * Which M half-steps may have raised the negative log-likelihood by their ridge alone.
 * @param {import("./run.js").Run} run
 * @param {number} nSamples
 * @param {number} regCovar
 */
export function risesByRidge({ K, D, params, nll, rises }, nSamples, regCovar) {
  const size = rowLength(K, D);
  return rises.filter((h) => {
    const i = h / 2;
    const row = params.subarray(i * size, (i + 1) * size);
    const lost = natsLostToRidge(row, K, D, nSamples, regCovar, true);
    return nll[i] - nll[i - 1] <= lost * (1 + NARROW);
  });
}

/**
 * How many nats the ridge costs a mixture, given its responsibilities.
 *
 * An M-step returns S + lambda I where S would fit best. In a direction in which S has the variance
 * s, that costs N_k / 2 (log(1 + lambda / s) - lambda / (s + lambda)). Directions in which a
 * component has collapsed do not count, nor do those in which the data are flat: there the ridge
 * does what it is for.
 * @param {Float64Array} row
 * @param {number} K
 * @param {number} D
 * @param {number} nSamples
 * @param {number} regCovar
 * @param {boolean} [collapsed] whether all directions count, also those
 */
export function natsLostToRidge(row, K, D, nSamples, regCovar, collapsed = false) {
  const inData = ridgeShares(covarianceOfMixture(row, K, D), D, regCovar);
  const inComponents = Array.from({ length: K }, (_, k) =>
    ridgeShares(covarianceOf(row, K, D, k), D, regCovar),
  );
  if (!inData || !inComponents.every((shares) => shares)) return 0; // flat up to rounding
  const flattest = Math.max(0, ...inData.filter((share) => share < 1 - FLAT));
  // s of a component is COLLAPSED times s of the data, where s = lambda (1 / share - 1)
  const most = Math.min(flattest / (flattest + COLLAPSED * (1 - flattest)), 1 - FLAT);
  let lost = 0;
  inComponents.forEach((shares, k) => {
    for (let share of shares ?? []) {
      if (collapsed) share = Math.min(share, FULL);
      else if (!(share < most)) share = 0;
      lost += row[k] * (-Math.log1p(-share) - share);
    }
  });
  return (nSamples / 2) * lost;
}

/**
 * lambda / (s + lambda) in the directions that matter, for features in any units; null if the
 * covariance is flat.
 * @param {Float64Array} covariance
 * @param {number} D
 * @param {number} regCovar
 */
function ridgeShares(covariance, D, regCovar) {
  if (!cholesky(covariance, D)) return null;
  const { values } = eigen(inverseOf(covariance, D), D);
  return Array.from(values, (value) => Math.min(Math.max(regCovar * value, 0), 1));
}

/**
 * The covariance of data drawn from a mixture.
 * @param {Float64Array} row
 * @param {number} K
 * @param {number} D
 */
function covarianceOfMixture(row, K, D) {
  const centre = new Float64Array(D);
  for (let k = 0; k < K; k++) meanOf(row, K, D, k).forEach((value, i) => (centre[i] += row[k] * value));
  const sum = new Float64Array(D * D);
  for (let k = 0; k < K; k++) {
    const mean = meanOf(row, K, D, k);
    const covariance = covarianceOf(row, K, D, k);
    for (let i = 0; i < D; i++) {
      for (let j = 0; j < D; j++) {
        const between = (mean[i] - centre[i]) * (mean[j] - centre[j]);
        sum[i * D + j] += row[k] * (between + covariance[i * D + j]);
      }
    }
  }
  return sum;
}
