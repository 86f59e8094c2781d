// The best of ten runs of EM, by its NLL, and of k-means, by its inertia: which share of the samples
// they label right. They start from the same means, of the seeds 0 to 9.

import { posterior } from "../em/gap.js";
import { assign, bestKmeans, meansOf, runKmeans, shareRight } from "../em/kmeans.js";
import { advance, beginRun } from "../em/run.js";
import { startRow } from "./starting.js";

/** @typedef {import("./choice.js").Choice} Choice */
/** @typedef {import("./starting.js").StartData} StartData */
/** @typedef {import("../em/run.js").Run} Run */
/** @typedef {{start: string, em: number, kmeans: number}} Best shares of samples */
/** @typedef {{kind: "ten", key: string, choice: Choice, components: Int8Array, maxIter: number}} TenOrder */
/** @typedef {{kind: "ten", key: string, best: Best}} TenMessage */

const SEEDS = 10;

export class TenStarts {
  /**
   * @param {TenOrder} order
   * @param {StartData} data
   */
  constructor(order, data) {
    this.order = order;
    this.data = data;
    /** @type {Run[]} */
    this.runs = [];
    /** @type {Run | null} */
    this.run = null;
  }

  /**
   * Goes on until the time has come; once all is done, returns what was found.
   * @param {number} until
   * @returns {Best | null}
   */
  work(until) {
    const { choice, maxIter } = this.order;
    const { n_components: K, reg_covar: regCovar } = choice;
    while (this.runs.length < SEEDS) {
      const row = () => startRow({ ...choice, seed: this.runs.length }, this.data);
      this.run ??= beginRun(this.data, row(), K, { regCovar, maxIter });
      if (advance(this.run, until).ended === "running") return null;
      this.runs.push(this.run);
      this.run = null;
    }
    return this._judged();
  }

  /** @returns {Best} */
  _judged() {
    const { data, order, runs } = this;
    const { n_components: K, start } = order.choice;
    const size = runs[0].params.length / runs[0].nll.length;
    const end = (/** @type {Run} */ run) => (run.ended === "failed" ? Infinity : run.nll[run.nll.length - 1]);
    const best = runs.reduce((one, other) => (end(other) < end(one) ? other : one));
    const responsibilities = posterior(data, best.params.slice(-size), K, new Float64Array(data.N * K));
    const labels = new Int32Array(data.N);
    for (let n = 0; n < data.N; n++) {
      const row = responsibilities.subarray(n * K, (n + 1) * K);
      labels[n] = row.indexOf(Math.max(...row));
    }
    const em = shareRight(labels, order.components, K);
    const starts = runs.map((run) => meansOf(run.params.subarray(0, size), K, data.D));
    const { means } = bestKmeans(starts.map((means) => runKmeans(data, means, K)));
    assign(data, means.slice(-K * data.D), K, labels);
    return { start, em, kmeans: shareRight(labels, order.components, K) };
  }
}
