// Runs of one K side by side: which fell into a poor basin, collapsed or never settled, and why; as
// in gmm_helpers/explorer/atlas.py.

import { collapseInWords, findCollapse, spreadOf } from "./collapse.js";
import { meanOf, normalise, rowLength, weightedLogProb } from "./gaussians.js";
import { fixed, scientific } from "../numerics/numbers.js";

/** @typedef {import("./gaussians.js").Data} Data */
/** @typedef {import("./run.js").Run} Run */
/** @typedef {"good" | "poor" | "collapsed" | "unfinished" | "failed"} Status */

/**
 * How one run ended, compared with the others of its K.
 * @typedef {object} Verdict
 * @property {Status} status
 * @property {number} nll the last one; NaN where there is none
 * @property {number} gap how far it is above the best, in nats; below 0 only if collapsed
 * @property {number} nIter
 * @property {string} sentence
 */

/** @typedef {{status: Status | null, why: string}} Flaw */

const POOR = 1; // nats above the best run of this K
const EQUAL = 0.1; // nats; two runs this close have found the same
const SAME = 1e-3; // of the spread of the data: means closer than this are one
const SHARED = 0.01; // of a cluster, for a component to count as one that shares it
const ALL_EQUAL =
  "All components are the same Gaussian: equal components get equal responsibilities, and the M-step makes them " +
  "equal again.";

/**
 * Judge all runs of one K.
 *
 * A collapsed component can make the likelihood as large as one likes, so the best run is the best
 * of those in which none collapsed.
 * @param {Map<number, Run>} runs by seed; all with the same number of components
 * @param {Data} data
 * @param {number} regCovar
 * @returns {Map<number, Verdict>} by seed
 */
export function verdicts(runs, data, regCovar) {
  const spread = spreadOf(data, regCovar);
  const flaws = new Map([...runs].map(([seed, run]) => [seed, flawOf(run, data, regCovar, spread)]));
  const flawless = [...runs.keys()].filter((seed) =>
    [null, "unfinished"].includes(flaws.get(seed)?.status ?? null),
  );
  const best = bestOf(runs, flawless.length ? flawless : [...runs.keys()]);
  return new Map(
    [...runs].map(([seed, run]) => {
      const flaw = /** @type {Flaw} */ (flaws.get(seed));
      return [seed, verdictOn(run, /** @type {Run} */ (runs.get(best)), flaw, data, spread.widest)];
    }),
  );
}

/**
 * The seed of the lowest NLL, the first of several; NaN comes last.
 * @param {Map<number, Run>} runs
 * @param {number[]} seeds
 */
function bestOf(runs, seeds) {
  const nllOf = (/** @type {number} */ seed) => runs.get(seed)?.nll.at(-1) ?? NaN;
  const known = (/** @type {number} */ seed) => !Number.isNaN(nllOf(seed));
  return seeds.reduce((best, seed) => {
    if (!known(best)) return known(seed) ? seed : best;
    return nllOf(seed) < nllOf(best) ? seed : best;
  }, seeds[0]);
}

/**
 * @param {Run} run
 * @param {Run} best
 * @param {Flaw} flaw
 * @param {Data} data
 * @param {number} widest standard deviation of a feature
 * @returns {Verdict}
 */
function verdictOn(run, best, { status, why }, data, widest) {
  const nll = run.nll.at(-1) ?? NaN;
  const gap = nll - (best.nll.at(-1) ?? NaN);
  const nIter = run.nll.length - 1;
  const verdict = (/** @type {Status} */ status, /** @type {string} */ sentence) => ({
    status,
    nll,
    gap,
    nIter,
    sentence,
  });
  if (status === "collapsed" || status === "failed") return verdict(status, why);
  if (gap > POOR) {
    const far = `NLL ${fixed(nll, 2)}, ${fixed(gap, 2)} above the best run of this K`;
    const reason = sharing(run, best, data, widest);
    return status ? verdict(status, `${why} ${far}. ${reason}`) : verdict("poor", `Poor: ${far}. ${reason}`);
  }
  if (status) return verdict(status, `${why} NLL ${fixed(nll, 2)}.`);
  // A stationary point, but hardly ever a minimum.
  if (allEqual(run, widest))
    return verdict("poor", `Poor: NLL ${fixed(nll, 2)}, whatever the others are. ${ALL_EQUAL}`);
  const beside = gap <= EQUAL ? "as good as the best" : `${fixed(gap, 2)} above the best`;
  const place = run === best ? `the best run of K = ${run.K} so far` : beside;
  return verdict("good", `Good: NLL ${fixed(nll, 2)}, ${place}; converged after ${nIter} iterations.`);
}

/**
 * @param {Run} run
 * @param {Data} data
 * @param {number} regCovar
 * @param {import("./collapse.js").Spread} spread
 * @returns {Flaw}
 */
function flawOf(run, data, regCovar, spread) {
  if (run.ended === "failed") {
    return { status: run.failure?.kind === "collapsed" ? "collapsed" : "failed", why: run.message };
  }
  const collapse = findCollapse(lastRow(run), run.K, data, regCovar, spread);
  if (collapse) return { status: "collapsed", why: collapseInWords(collapse) };
  if (run.ended === "converged") return { status: null, why: "" };
  const nIter = run.nll.length - 1;
  const change = nIter > 0 ? Math.abs(run.nll[nIter] - run.nll[nIter - 1]) : 0;
  const why = `Not converged after ${nIter} iterations: the NLL still changed by ${scientific(change, 1)} in the last one.`;
  return { status: "unfinished", why };
}

/** @param {Run} run */
function lastRow({ K, D, params }) {
  return params.subarray(params.length - rowLength(K, D));
}

/**
 * Which components share a cluster of the best run, and which covers several.
 * @param {Run} run
 * @param {Run} best
 * @param {Data} data
 * @param {number} widest
 */
function sharing(run, best, data, widest) {
  if (allEqual(run, widest)) return ALL_EQUAL;
  const { K } = run;
  const common = inCommon(best, run, data);
  const ofCluster = common.map((row) => row.map((value) => value / Math.max(total(row), 1e-12)));
  const sums = Array.from({ length: K }, (_, k) => Math.max(total(common.map((row) => row[k])), 1e-12));
  // Who has its samples in a cluster, and many of its samples.
  const groups = common.map((row, j) =>
    indices(K, (k) => row[k] / sums[k] > 0.5 && ofCluster[j][k] > SHARED),
  );
  const sharers = groups.filter((ks) => ks.length > 1);
  const said = new Set(sharers.flat());
  const texts = sharers.map((ks) => `${components(ks)} share one cluster of the best run`);
  for (let k = 0; k < K; k++) {
    const count = ofCluster.filter((row) => row[k] > 0.5).length;
    if (count > 1 && !said.has(k)) texts.push(`component ${k} covers ${count} of its clusters`);
  }
  if (!texts.length) {
    return "No component matches a single cluster of the best run: the data are partitioned differently.";
  }
  return texts.map((text) => `${text[0].toUpperCase()}${text.slice(1)}.`).join(" ");
}

/**
 * How many samples cluster j of one run and component k of another have in common.
 * @param {Run} best
 * @param {Run} run
 * @param {Data} data
 */
function inCommon(best, run, { X, N, D }) {
  const [theirs, ours] = [best, run].map((each) => {
    const out = weightedLogProb(X, N, D, lastRow(each), each.K, new Float64Array(N * each.K));
    normalise(out, N, each.K);
    return out;
  });
  const common = Array.from({ length: best.K }, () => new Array(run.K).fill(0));
  for (let n = 0; n < N; n++) {
    for (let j = 0; j < best.K; j++) {
      for (let k = 0; k < run.K; k++) common[j][k] += theirs[n * best.K + j] * ours[n * run.K + k];
    }
  }
  return common;
}

/**
 * Whether there are several components, all with the same mean.
 * @param {Run} run
 * @param {number} widest
 */
function allEqual(run, widest) {
  const { K, D } = run;
  if (K < 2) return false;
  return (
    indices(K - 1, (k) => {
      const [a, b] = [meanOf(lastRow(run), K, D, k), meanOf(lastRow(run), K, D, k + 1)];
      return a.some((value, i) => !(Math.abs(value - b[i]) <= SAME * widest));
    }).length === 0
  );
}

/** @param {number[]} ks */
function components(ks) {
  return `components ${ks.slice(0, -1).join(", ")} and ${ks[ks.length - 1]}`;
}

/** @param {number[]} values */
function total(values) {
  return values.reduce((sum, value) => sum + value, 0);
}

/**
 * The numbers below n that pass.
 * @param {number} n
 * @param {(i: number) => boolean} test
 */
function indices(n, test) {
  return Array.from({ length: n }, (_, i) => i).filter(test);
}
