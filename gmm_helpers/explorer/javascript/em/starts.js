// Ways to start EM, as in gmm_helpers/em/starts.py: the same seed gives the same start.

import { generator } from "../random/generator.js";
import { componentCount, rowLength } from "./gaussians.js";
import { mStep } from "./steps.js";
import { pairwiseSum } from "../numerics/sums.js";
import { variancesOf } from "./variances.js";

/** @typedef {import("./gaussians.js").Data} Data */
/** @typedef {import("../random/generator.js").Generator} Generator */

/**
 * Each of them takes input that has been checked, and returns a row of parameters.
 *
 * @type {Record<string, (data: Data, K: number, rng: Generator) => Float64Array>}
 */
export const STARTS = {
  "random points": randomPointsStart,
  "k-means++": kmeansPlusPlusStart,
  "random responsibilities": randomResponsibilitiesStart,
  identity: identityStart,
  "all means equal": equalMeansStart,
};

/**
 * Where a run starts. A data set may bring a start of its own, the first of its kind: it stands for
 * "identity" with seed 0, if it has as many components as are asked for.
 *
 * @param {string} name a key of `STARTS`
 * @param {Data} data
 * @param {number} K
 * @param {number} seed
 * @param {Float64Array | null} [startOfData] the row of the data set's own start
 * @returns {Float64Array} a row of parameters
 */
export function start(name, data, K, seed, startOfData = null) {
  requireCount(K, "n_components", 1);
  if (!Object.hasOwn(STARTS, name)) {
    throw new RangeError(`no start is called '${name}': choose one of ${Object.keys(STARTS).join(", ")}.`);
  }
  requireCount(seed, "seed", 0);
  if (K > data.N) {
    throw new RangeError(
      `n_components=${K} is more than the ${data.N} samples: use at most ${data.N} components or more data.`,
    );
  }
  const isOfData = startOfData && name === "identity" && seed === 0;
  if (isOfData && componentCount(startOfData.length, data.D) === K) return startOfData.slice();
  return STARTS[name](data, K, generator(seed));
}

/**
 * @param {number} value
 * @param {string} name
 * @param {number} minimum
 */
function requireCount(value, name, minimum) {
  if (Number.isSafeInteger(value) && value >= minimum) return;
  throw new RangeError(`${name} is ${value}, expected an int of at least ${minimum}.`);
}

/**
 * Means on randomly chosen, distinct samples.
 *
 * @param {Data} data
 * @param {number} K
 * @param {Generator} rng
 */
function randomPointsStart(data, K, rng) {
  return withVariancesOfData(data, samplesOf(data, rng.permutation(data.N).subarray(0, K)));
}

/**
 * Means on samples that are far from each other: each is drawn with probability proportional to its
 * squared distance from the nearest so far (Arthur and Vassilvitskii, 2007).
 *
 * @param {Data} data
 * @param {number} K
 * @param {Generator} rng
 */
function kmeansPlusPlusStart(data, K, rng) {
  const { X, N, D } = data;
  const deviations = variancesOf(data).map(Math.sqrt);
  const scaled = X.map((value, at) => value / deviations[at % D]); // distances without units
  const chosen = [rng.integers(N)];
  const nearest = new Float64Array(N).fill(Infinity);
  const squares = new Float64Array(D);
  while (chosen.length < K) {
    const last = chosen[chosen.length - 1] * D;
    for (let n = 0; n < N; n++) {
      for (let i = 0; i < D; i++) squares[i] = (scaled[n * D + i] - scaled[last + i]) ** 2;
      nearest[n] = Math.min(nearest[n], pairwiseSum(squares));
    }
    const sum = pairwiseSum(nearest);
    if (sum > 0) {
      const p = nearest.map((value) => value / sum);
      chosen.push(rng.choice(N, p));
    } else {
      // Only copies of the chosen samples are left.
      const rest = Array.from({ length: N }, (_, n) => n).filter((n) => !chosen.includes(n));
      chosen.push(rest[rng.integers(rest.length)]);
    }
  }
  return withVariancesOfData(data, samplesOf(data, chosen));
}

/**
 * An M-step on random responsibilities, uniform over all distributions.
 *
 * @param {Data} data
 * @param {number} K
 * @param {Generator} rng
 */
function randomResponsibilitiesStart(data, K, rng) {
  const row = mStep(data, rng.dirichletOfOnes(K, data.N), K, 0);
  const variances = variancesOf(data);
  // So that few or duplicated samples give a usable start, too.
  addToDiagonals(row, K, data.D, (i) => 1e-3 * variances[i]);
  return row;
}

/**
 * As the original course notebook did: N(0, I) means, identity covariances.
 *
 * @param {Data} data
 * @param {number} K
 * @param {Generator} rng
 */
function identityStart({ D }, K, rng) {
  return withEqualWeights(rng.standardNormal(K * D), new Float64Array(D).fill(1));
}

/**
 * All means on one randomly chosen sample.
 *
 * @param {Data} data
 * @param {number} K
 * @param {Generator} rng
 */
function equalMeansStart(data, K, rng) {
  const n = rng.integers(data.N);
  return withVariancesOfData(data, samplesOf(data, Array(K).fill(n)));
}

/**
 * @param {Data} data
 * @param {ArrayLike<number>} chosen
 */
function samplesOf({ X, D }, chosen) {
  return Float64Array.from(
    { length: chosen.length * D },
    (_, at) => X[chosen[Math.floor(at / D)] * D + (at % D)],
  );
}

/**
 * @param {Data} data
 * @param {Float64Array} means
 */
function withVariancesOfData(data, means) {
  return withEqualWeights(means, variancesOf(data));
}

/**
 * @param {Float64Array} means K x D
 * @param {Float64Array} variances of each component
 */
function withEqualWeights(means, variances) {
  const D = variances.length;
  const K = means.length / D;
  const row = new Float64Array(rowLength(K, D)).fill(1 / K, 0, K);
  row.set(means, K);
  addToDiagonals(row, K, D, (i) => variances[i]);
  return row;
}

/**
 * @param {Float64Array} row
 * @param {number} K
 * @param {number} D
 * @param {(feature: number) => number} amount
 */
function addToDiagonals(row, K, D, amount) {
  let at = K + K * D;
  for (let k = 0; k < K; k++) {
    for (let i = 0; i < D; i++) {
      row[at + i] += amount(i);
      at += i + 1;
    }
  }
}
