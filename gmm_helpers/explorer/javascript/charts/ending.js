// Where a run would end if it went on, and how fast it comes nearer: linear convergence leaves the
// same fraction of the distance in each iteration.

import { advance, beginRun } from "../em/run.js";

/** @typedef {import("../runs/trace.js").Trace} Trace */

const TOL = 1e-10; // nats; less than that is rounding
const ROUNDING = 1e-13; // of the NLL
const MOST = 5000; // iterations
const LATE = 10; // iterations, of which the fraction is the average
const STEADY = 0.02; // fractions that differ by less are the same

export class Ending {
  /** @param {Trace} trace */
  constructor(trace) {
    this.trace = trace;
    this.length = trace.nll.length;
    this.ended = trace.run.ended;
    const { data, run, K, regCovar } = trace;
    const last = trace.nll[this.length - 1];
    const canGoOn = !trace.isRunning && run.ended !== "failed" && !data.isPart && !trace.isOfOwnSteps;
    const options = { regCovar, tol: Math.max(TOL, ROUNDING * Math.abs(last)), maxIter: MOST };
    const row = trace.rowAt(this.length - 1).slice();
    this.longer = canGoOn ? beginRun(data, row, K, options) : null;
  }

  /** @param {Trace} trace */
  isOf(trace) {
    return this.trace === trace && this.length === trace.nll.length && this.ended === trace.run.ended;
  }

  /**
   * Goes on for some milliseconds; returns whether the end is known.
   * @param {number} milliseconds
   */
  compute(milliseconds) {
    const { longer } = this;
    if (longer?.ended === "running") advance(longer, performance.now() + milliseconds);
    return longer?.ended !== "running";
  }

  // The lowest NLL that was seen: where a collapse begins there is no other end.
  get nll() {
    const seen = [...this.trace.nll, ...(this.longer?.nll ?? [])].filter(Number.isFinite);
    return Math.min(...seen);
  }

  // How far the NLL of each iteration is above the end; NaN where that is less than rounding.
  get distances() {
    const end = this.nll;
    const least = 10 * ROUNDING * Math.abs(end);
    return Float64Array.from(this.trace.nll, (nll) => (nll - end > least ? nll - end : NaN));
  }
}

/**
 * What each of the last iterations leaves of the distance, on average; NaN in short runs. If a
 * fraction of the distance is left, so it is of the change.
 * @param {ArrayLike<number>} nll
 * @param {number} [late] how many iterations
 * @param {number} [n] the last of them
 */
export function fractionLeft(nll, late = LATE, n = nll.length - 1) {
  if (n <= late) return NaN;
  const change = (/** @type {number} */ i) => Math.abs(nll[i] - nll[i - 1]);
  return (change(n) / change(n - late)) ** (1 / late);
}

/**
 * Whether the last iterations all leave about the same.
 * @param {ArrayLike<number>} nll
 */
export function isSteady(nll) {
  const [n, half] = [nll.length - 1, LATE / 2];
  return Math.abs(fractionLeft(nll, half) - fractionLeft(nll, half, n - half)) < STEADY;
}
