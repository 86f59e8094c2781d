// Where EM ends from each of many starts, and which of these ends are the same.

import { spreadOf } from "../em/collapse.js";
import { rowLength } from "../em/gaussians.js";
import { advance, beginRun } from "../em/run.js";
import { flawOf } from "../em/verdicts.js";

/** @typedef {import("../em/gaussians.js").Data} Data */
/** @typedef {import("../em/run.js").Run} Run */
/** @typedef {"converged" | "unfinished" | "collapsed" | "failed"} Status */
/** @typedef {{status: Status, nll: number}} End */
/**
 * Ends that count as one; `nll` is the lowest of them.
 * @typedef {{status: Status, nll: number, count: number}} Group
 */

const SAME = 0.1; // nats
/** @type {Status[]} */
const ORDER = ["converged", "unfinished", "collapsed", "failed"];

/** The runs from many starts, one by one and piece by piece. */
export class Ends {
  /**
   * @param {Data} data
   * @param {Float64Array} rows the starts, one behind the other
   * @param {number} K
   * @param {{regCovar: number, maxIter: number}} settings
   */
  constructor(data, rows, K, settings) {
    this.data = data;
    this.rows = rows;
    this.K = K;
    this.settings = settings;
    this.width = rowLength(K, data.D);
    this.spread = spreadOf(data, settings.regCovar);
    this.next = 0;
    /** @type {Run | null} */
    this.run = null;
  }

  get isDone() {
    return this.next * this.width >= this.rows.length;
  }

  /**
   * Works until the time has come; returns the ends that were found, in the order of the starts.
   * @param {number} until
   */
  work(until) {
    /** @type {End[]} */
    const found = [];
    while (!this.isDone) {
      const { data, rows, K, settings, spread, width, next } = this;
      this.run ??= beginRun(data, rows.slice(next * width, (next + 1) * width), K, settings);
      const run = advance(this.run, until);
      if (run.ended !== "running") {
        const status = flawOf(run, data, settings.regCovar, spread).status ?? "converged";
        found.push({ status: /** @type {Status} */ (status), nll: run.nll.at(-1) ?? NaN });
        this.run = null;
        this.next += 1;
      }
      if (performance.now() >= until) break;
    }
    return found;
  }
}

/**
 * The ends there are. Those that converged come first, the best before the poorer ones, and are told
 * apart by their NLL; those that did not are one group of each kind.
 * @param {(End | undefined)[]} ends
 * @returns {{groups: Group[], which: Int16Array}} `which` group each is in; -1: not known
 */
export function groupEnds(ends) {
  /** @type {Group[]} */
  const groups = [];
  const which = new Int16Array(ends.length).fill(-1);
  const known = [...ends].flatMap((end, i) => (end ? [{ ...end, i }] : []));
  known.sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || a.nll - b.nll || 0);
  for (const { status, nll, i } of known) {
    const last = groups.at(-1);
    const isSame = last?.status === status && (status !== "converged" || nll - last.nll <= SAME);
    if (!isSame) groups.push({ status, nll, count: 0 });
    groups[groups.length - 1].count += 1;
    which[i] = groups.length - 1;
  }
  return { groups, which };
}
