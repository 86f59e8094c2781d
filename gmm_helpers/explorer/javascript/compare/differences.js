// Where steps of one's own first do something else than those of the course, as in
// gmm_helpers/em/differences.py: each is held against ours, given what it was given.

import { mStep } from "../em/steps.js";
import { posterior } from "../em/gap.js";
import { general } from "../numerics/numbers.js";

/** @typedef {import("../runs/trace.js").Trace} Trace */
/**
 * @typedef {object} Difference
 * @property {number} iteration counted from 1
 * @property {"E-step" | "M-step"} step
 * @property {"responsibilities" | "weights" | "means" | "covariances"} quantity
 * @property {number} component where the largest difference is
 * @property {number[]} entry and in which entry of it, counted from 0: the sample of a
 *   responsibility, the feature of a mean, both of a covariance
 * @property {number} nFeatures
 * @property {number} yours
 * @property {number} ours
 */

const CLOSE = 1e-6; // of the largest entry: the same, but for rounding

const OF_ONE = {
  responsibilities: "responsibility",
  weights: "weight",
  means: "mean",
  covariances: "covariance",
};

/** A search, half-step by half-step, so that long runs can be looked through in free moments. */
export class Search {
  /** @param {Trace} trace a run of somebody's own functions; it may become longer */
  constructor(trace) {
    this.trace = trace;
    this.next = 1; // the half-step to be compared
    /** @type {Difference | null} */
    this.found = null;
    this.isStuck = false; // where ours fails
  }

  // The half-steps up to here agree.
  get agreed() {
    return this.next - 1;
  }

  get isDone() {
    const { trace } = this;
    return Boolean(this.found) || this.isStuck || this.next > trace.effective(trace.last);
  }

  /**
   * Goes on for some milliseconds, one half-step at least; returns whether it is done.
   * @param {number} milliseconds
   */
  work(milliseconds) {
    const until = performance.now() + milliseconds;
    do {
      if (this.isDone) return true;
      this._compare(this.next);
      if (!this.found && !this.isStuck) this.next += 1;
    } while (performance.now() < until);
    return this.isDone;
  }

  /** @param {number} h */
  _compare(h) {
    const { data, K, regCovar } = this.trace;
    const i = (h - 1) >> 1;
    /** @type {{iteration: number, step: Difference["step"]}} */
    const about = { iteration: i + 1, step: h % 2 ? "E-step" : "M-step" };
    const yours = /** @type {Float64Array} */ (this.trace.responsibilities(2 * i + 1));
    if (h % 2) {
      if (!this.trace.isOwn(h)) return;
      const ours = posterior(data, this.trace.rowAt(i), K, new Float64Array(data.N * K));
      const at = largest(yours, ours);
      if (at >= 0) {
        const entry = [Math.floor(at / K)];
        this._say(about, "responsibilities", at % K, entry, yours[at], ours[at]);
      }
      return;
    }
    const row = this.trace.rowAt(i + 1);
    try {
      this._compareRows(about, row, mStep(data, yours, K, regCovar));
    } catch {
      this.isStuck = true;
    }
  }

  /**
   * @param {{iteration: number, step: "E-step" | "M-step"}} about
   * @param {Float64Array} yours
   * @param {Float64Array} ours
   */
  _compareRows(about, yours, ours) {
    const { K, data } = this.trace;
    const { D } = data;
    /** @type {["weights" | "means" | "covariances", number, number][]} */
    const parts = [
      ["weights", 0, 1],
      ["means", K, D],
      ["covariances", K + K * D, (D * (D + 1)) / 2],
    ];
    for (const [quantity, from, width] of parts) {
      const to = from + K * width;
      const at = largest(yours.subarray(from, to), ours.subarray(from, to));
      if (at < 0) continue;
      const entry = { weights: [], means: [at % width], covariances: placeIn(at % width) }[quantity];
      this._say(about, quantity, Math.floor(at / width), entry, yours[from + at], ours[from + at]);
      return;
    }
  }

  /**
   * @param {{iteration: number, step: "E-step" | "M-step"}} about
   * @param {Difference["quantity"]} quantity
   * @param {number} component
   * @param {number[]} entry
   * @param {number} yours
   * @param {number} ours
   */
  _say(about, quantity, component, entry, yours, ours) {
    const nFeatures = this.trace.data.D;
    this.found = { ...about, quantity, component, entry, nFeatures, yours, ours };
  }
}

/**
 * Where two arrays differ most, the first such place; -1 if they do not, but for rounding.
 * @param {ArrayLike<number>} yours
 * @param {ArrayLike<number>} ours
 */
function largest(yours, ours) {
  let [at, most, size] = [0, -1, 0];
  for (let i = 0; i < ours.length; i++) {
    const off = Math.abs(yours[i] - ours[i]);
    if (off > most) [at, most] = [i, off];
    size = Math.max(size, Math.abs(ours[i]));
  }
  return most <= CLOSE * size ? -1 : at;
}

/**
 * Column and row of a number in a lower triangle.
 * @param {number} at
 */
function placeIn(at) {
  let row = 0;
  while (at > row) at -= ++row;
  return [at, row];
}

/**
 * In the words of Python.
 * @param {Difference} difference
 */
export function inWords({ iteration, step, quantity, component, entry, nFeatures, yours, ours }) {
  let where = `${OF_ONE[quantity]} of component ${component}`;
  if (quantity === "responsibilities") where += ` for sample ${entry[0]}`;
  else if (entry.length && nFeatures > 1) {
    const numbers = entry.map((i) => i + 1).join(", "); // as in formulas
    where = `entry ${entry.length > 1 ? `(${numbers})` : numbers} of the ${where}`;
  }
  const [mine, right] = [yours, ours].map((value) => general(value, 4).replaceAll("-", "−"));
  return `iteration ${iteration}, ${step}: ${where}, yours ${mine}, ours ${right}`;
}
