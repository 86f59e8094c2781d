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
 * @typedef {{status: Status, level: number, nll: number, count: number}} Group
 */

const SAME = 0.1; // nats
const FLAWED = ["collapsed", "failed"];

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
 * The ends there are, the best first. Those whose NLL is the same have the same level, 0 the best,
 * also where some of them have not converged; those that collapsed or failed have none, and come last.
 * @param {(End | undefined)[]} ends
 * @returns {{groups: Group[], which: Int16Array}} `which` group each is in; -1: not known
 */
export function groupEnds(ends) {
  const which = new Int16Array(ends.length).fill(-1);
  const known = [...ends].flatMap((end, i) => (end ? [{ ...end, i, flaw: FLAWED.indexOf(end.status) }] : []));
  known.sort((a, b) => a.flaw - b.flaw || a.nll - b.nll || 0);
  /** @type {Group[]} */
  const groups = [];
  let [level, lowest] = [-1, -Infinity];
  for (const { status, nll, i, flaw } of known) {
    if (flaw < 0 && nll - lowest > SAME) [level, lowest] = [level + 1, nll];
    const own = flaw < 0 ? level : -1;
    let at = groups.findIndex((group) => group.status === status && group.level === own);
    if (at < 0) at = groups.push({ status, level: own, nll, count: 0 }) - 1;
    groups[at].count += 1;
    which[i] = at;
  }
  return { groups, which };
}
