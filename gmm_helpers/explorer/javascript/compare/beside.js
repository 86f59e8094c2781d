// K-means beside EM, from the same means and in step: iteration by iteration.

import { assign, meansOf, shareRight, update } from "../em/kmeans.js";

/** @typedef {import("../runs/trace.js").Trace} Trace */
/** @typedef {import("../runs/ten_starts.js").Best} Best */

const MAX_ITER = 300;

/** K-means as in `runKmeans`, iteration by iteration, so that no frame waits for very many samples. */
export class Beside {
  /** @param {Trace} trace */
  constructor(trace) {
    const { data, K } = trace;
    this.trace = trace;
    this.history = [meansOf(trace.rowAt(0), K, data.D)];
    this.assigned = new Int32Array(data.N); // to the last means
    assign(data, this.history[0], K, this.assigned);
    this.isDone = false;
    this.labels = new Int32Array(data.N);
    /** @type {Map<number, number>} by half-steps of EM, and -1 - i for iterations of k-means */
    this.shares = new Map();
  }

  /**
   * Goes on for some milliseconds, one iteration at least; returns whether it is done.
   * @param {number} milliseconds
   */
  work(milliseconds) {
    const until = performance.now() + milliseconds;
    while (!this.isDone) {
      this._iterate();
      if (performance.now() > until) break;
    }
    return this.isDone;
  }

  _iterate() {
    const { history, assigned, trace } = this;
    const means = update(trace.data, assigned, history[this.iterations], trace.K);
    this.assigned = new Int32Array(assigned.length);
    assign(trace.data, means, trace.K, this.assigned);
    history.push(means);
    this.isDone = this.iterations >= MAX_ITER || this.assigned.every((label, n) => label === assigned[n]);
  }

  // How many iterations it took, so far.
  get iterations() {
    return this.history.length - 1;
  }

  /** @param {number} h */
  iterationAt(h) {
    return Math.min(h >> 1, this.iterations);
  }

  /**
   * Its means when EM is at a half-step, K x D.
   * @param {number} h
   */
  meansAt(h) {
    return this.history[this.iterationAt(h)];
  }

  // Whether it is known where the samples came from, and there are as many components.
  get isKnown() {
    const { data, K } = this.trace;
    return data.components !== null && data.truth?.K === K;
  }

  /**
   * The share of samples that k-means labels right.
   * @param {number} h
   */
  shareAt(h) {
    return this._share(-1 - this.iterationAt(h), () => {
      assign(this.trace.data, this.meansAt(h), this.trace.K, this.labels);
    });
  }

  /**
   * The share that EM does, each sample given to its most responsible component.
   * @param {number} h
   */
  shareOfEM(h) {
    return this._share(Math.max(h, 1), () => {
      const { trace } = this;
      hard(/** @type {Float64Array} */ (trace.responsibilities(Math.max(h, 1))), trace.K, this.labels);
    });
  }

  /**
   * @param {number} key
   * @param {() => void} label
   */
  _share(key, label) {
    let share = this.shares.get(key);
    if (share === undefined) {
      label();
      const { data, K } = this.trace;
      share = shareRight(this.labels, /** @type {Int8Array} */ (data.components), K);
      this.shares.set(key, share);
    }
    return share;
  }

  /**
   * @param {number} h
   * @param {Best | null} best
   */
  inWords(h, best) {
    const { iterations } = this;
    const i = this.iterationAt(h);
    const of = this.isDone ? ` of ${iterations}` : "";
    const done = this.isDone && i === iterations ? `done after ${count(iterations)}` : `iteration ${i}${of}`;
    const begin = `K-means from the same means, dashed: ${done}.`;
    if (!this.isKnown) return begin;
    const now = `Labels right: k-means ${percent(this.shareAt(h))}, EM ${percent(this.shareOfEM(h))}.`;
    const ten = best
      ? ` Best of ten ${best.start} starts: k-means ${percent(best.kmeans)}, EM ${percent(best.em)}.`
      : "";
    return `${begin} ${now}${ten}`;
  }
}

/**
 * @param {Float32Array | Float64Array} responsibilities
 * @param {number} K
 * @param {Int32Array} labels where to put them
 */
export function hard(responsibilities, K, labels) {
  for (let n = 0; n < labels.length; n++) {
    let most = 0;
    for (let k = 1; k < K; k++) if (responsibilities[n * K + k] > responsibilities[n * K + most]) most = k;
    labels[n] = most;
  }
}

/** @param {number} share */
function percent(share) {
  return `${Math.round(100 * share)} %`;
}

/** @param {number} n */
function count(n) {
  return `${n} iteration${n === 1 ? "" : "s"}`;
}
