// The work of an atlas: runs of all K and seeds from one kind of start, the present K first; then,
// for each K, BIC and the negative log-likelihood of samples that were left out.

import { advance, beginRun } from "../em/run.js";
import { rowLength } from "../em/gaussians.js";
import { bic, heldOutNll } from "../em/selection.js";
import { verdicts } from "../em/verdicts.js";
import { startRow } from "./starting.js";

/** @typedef {import("./starting.js").StartData} StartData */
/** @typedef {import("./workbench.js").TableOrder} TableOrder */
/** @typedef {import("./workbench.js").Message} Message */
/** @typedef {import("../em/gaussians.js").Data} Data */
/** @typedef {import("../em/run.js").Run} Run */
/** @typedef {import("../em/verdicts.js").Verdict} Verdict */

const OFTEN = 100; // milliseconds between two looks at the same row

/**
 * One run of a table, or (without a seed) the one that goes on with half of the samples.
 * @typedef {{K: number, seed?: number, row?: Float64Array, bic?: number}} Task
 */

export class Table {
  /**
   * @param {TableOrder} order
   * @param {StartData} data
   */
  constructor(order, data) {
    this.order = order;
    this.data = data;
    const here = order.choice.n_components;
    const counts = order.counts.filter((K) => K <= data.N).sort((a, b) => +(b === here) - +(a === here));
    /** @type {Task[]} */
    this.open = counts.flatMap((K) => order.seeds.map((seed) => ({ K, seed })));
    this.halves = [0, 1].map((parity) => halfOf(data, parity));
    /** @type {Map<number, Run>} */
    this.ended = new Map(); // of the K that is worked on
    /** @type {Run | null} */
    this.run = null;
    this.toldAt = -Infinity;
  }

  /**
   * Works on the next run; returns what there is to tell.
   * @param {number} until
   * @returns {Message | null}
   */
  work(until) {
    const task = this.open[0];
    this.run ??= this._begin(task);
    const run = advance(this.run, until);
    if (run.ended === "running") return null;
    this.run = null;
    this.open.shift();
    return task.seed === undefined ? this._select(task, run) : this._judge(task.K, task.seed, run);
  }

  /** @param {Task} task */
  _begin({ K, seed, row }) {
    const { order, data, halves } = this;
    const settings = { regCovar: order.choice.reg_covar, maxIter: order.maxIter };
    if (row) return beginRun(halves[0], row, K, settings);
    return beginRun(data, startRow({ ...order.choice, n_components: K, seed: seed ?? 0 }, data), K, settings);
  }

  /**
   * How the runs of a K compare so far.
   * @param {number} K
   * @param {number} seed
   * @param {Run} run
   * @returns {Message | null}
   */
  _judge(K, seed, run) {
    const { order, data, ended } = this;
    ended.set(seed, run);
    const isWhole = ended.size === order.seeds.length;
    if (!isWhole && performance.now() - this.toldAt < OFTEN) return null;
    this.toldAt = performance.now();
    const row = verdicts(ended, data, order.choice.reg_covar);
    const ends = new Map([...ended].map(([each, one]) => [each, lastRow(one)]));
    if (isWhole) {
      const best = bestOf(row, ended);
      if (best) this.open.unshift({ K, row: lastRow(best), bic: bic(best, data) });
      this.ended = new Map();
      this.toldAt = -Infinity;
    }
    return { kind: "row", key: order.key, n_components: K, row, ends };
  }

  /**
   * @param {Task} task
   * @param {Run} run of half of the samples
   * @returns {Message}
   */
  _select({ K, bic: found = NaN }, run) {
    const [fitted, other] = this.halves;
    const canFit = run.ended !== "failed" && K <= fitted.N && other.N > 0;
    const heldOut = canFit ? heldOutNll(lastRow(run), K, other) : NaN;
    return { kind: "selection", key: this.order.key, n_components: K, bic: found, heldOut };
  }
}

/**
 * @param {Run} run
 */
function lastRow({ K, D, params }) {
  return params.slice(params.length - rowLength(K, D));
}

/**
 * The lowest NLL of the good runs, or where there are none, of those that have not converged.
 * @param {Map<number, Verdict>} row
 * @param {Map<number, Run>} runs
 */
export function bestOf(row, runs) {
  for (const wanted of ["good", "unfinished"]) {
    const found = [...row].filter(([, { status }]) => status === wanted);
    found.sort(([, a], [, b]) => a.nll - b.nll);
    if (found.length) return runs.get(found[0][0]) ?? null;
  }
  return null;
}

/**
 * Every other sample.
 * @param {Data} data
 * @param {number} parity of their numbers
 * @returns {Data}
 */
export function halfOf({ X, N, D }, parity) {
  const n = Math.floor((N + 1 - parity) / 2);
  const half = new Float64Array(n * D);
  for (let i = 0; i < n; i++) half.set(X.subarray((2 * i + parity) * D, (2 * i + parity + 1) * D), i * D);
  return { X: half, N: n, D };
}
