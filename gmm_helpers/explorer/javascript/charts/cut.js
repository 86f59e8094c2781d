// NLL and bound along one line through the parameters: from those before an M-step through those
// after it, or along one parameter while the others stay. Computed bit by bit, coarse at first.

import { entropyOf, nllAndBound, placeOf, rowWith } from "../em/bound.js";
import { mostMoved, nameOfParameter, parameterOf } from "./axis.js";

/** @typedef {import("../runs/trace.js").Trace} Trace */
/** @typedef {import("../em/bound.js").Parameter} Parameter */
/** @typedef {import("../em/gaussians.js").Data} Data */

const POINTS = 97;
const STEPS = [24, 12, 6, 3, 1]; // between the points that are known after each round
const ERRORS = 2; // standard errors of a parameter that hardly moves, for a unit of the axis

/**
 * Where a line is: its place 0 are the parameters from which the responsibilities of this iteration
 * come, its place 1 are those after the M-step, or a like distance where there are none yet.
 * @typedef {object} Line
 * @property {Parameter} parameter on the axis
 * @property {boolean} isAlong whether the others move along
 * @property {[number, number]} places first and last
 * @property {(place: number) => number} valueAt of the parameter
 * @property {(place: number) => Float64Array} rowAt
 */

/**
 * The iteration of a half-step: which parameters an M-step starts from.
 * @param {Trace} trace
 * @param {number} h
 */
export function beforeM(trace, h) {
  return Math.max(trace.responsibilitiesIndex(h), 0);
}

/**
 * The line of a half-step; the same for both half-steps of an iteration if it is that of the M-step.
 * @param {Trace} trace
 * @param {number} h
 * @param {string} [axis] as in axis.js
 * @returns {Line}
 */
export function lineOf(trace, h, axis) {
  const { K, run, data } = trace;
  const { D, N } = data;
  const i = beforeM(trace, h);
  const before = trace.rowAt(i);
  const after = (i + 1) * trace.width < run.params.length ? trace.rowAt(i + 1) : null;
  const chosen = parameterOf(axis, K, D);
  const moved = after && mostMoved(before, after, K, D);
  if (!chosen && after && moved) {
    const at = placeOf(moved, K, D);
    return {
      parameter: moved,
      isAlong: true,
      places: [-1, 3],
      valueAt: (place) => before[at] + place * (after[at] - before[at]),
      rowAt: (place) => before.map((value, j) => value + place * (after[j] - value)),
    };
  }
  const parameter = chosen ?? { kind: "mean", component: 0, feature: 0 };
  const at = placeOf(parameter, K, D);
  const move = after ? after[at] - before[at] : 0;
  const error = ERRORS * standardError(before, K, D, N, parameter);
  const unit = Math.max(Math.abs(move), error) || 1;
  const row = trace.row(h);
  const valueAt = (/** @type {number} */ place) => before[at] + move / 2 + place * unit;
  return {
    parameter,
    isAlong: false,
    places: [-3, 3],
    valueAt,
    rowAt: (place) => rowWith(row, K, D, parameter, valueAt(place)),
  };
}

/**
 * About how well the samples of a component tell a parameter.
 * @param {Float64Array} row
 * @param {number} K
 * @param {number} D
 * @param {number} N
 * @param {Parameter} parameter
 */
function standardError(row, K, D, N, { kind, component, feature }) {
  const weight = row[component];
  if (kind === "weight") return Math.sqrt((weight * (1 - weight)) / N);
  const variance = row[placeOf({ kind: "variance", component, feature }, K, D)];
  const count = Math.max(weight * N, 1);
  return kind === "mean" ? Math.sqrt(variance / count) : variance * Math.sqrt(2 / count);
}

export class Cut {
  /**
   * @param {Trace} trace
   * @param {number} h
   * @param {string} [axis]
   */
  constructor(trace, h, axis) {
    const { data, K } = trace;
    this.key = keyOf(trace, h, axis);
    this.trace = trace;
    this.line = lineOf(trace, h, axis);
    this.name = nameOfParameter(this.line.parameter, data.D);
    this.nll = new Float64Array(POINTS).fill(NaN);
    this.bound = new Float64Array(POINTS).fill(NaN);
    this.scratch = new Float64Array(data.N * K);
    const r = trace.responsibilities(h);
    this.entropy = r ? entropyOf(r) : NaN;
    this.open = STEPS.flatMap((step, round) =>
      Array.from({ length: POINTS }, (_, i) => i).filter(
        (i) => i % step === 0 && !STEPS.slice(0, round).some((wider) => i % wider === 0),
      ),
    );
    const i = beforeM(trace, h);
    const isThere = (i + 1) * trace.width < trace.run.params.length;
    this.at = placeOf(this.line.parameter, K, data.D); // in a row
    this.here = this._at(trace.row(h), r);
    this.before = this._at(trace.rowAt(i), r);
    this.after = isThere ? this._at(trace.rowAt(i + 1), r) : { nll: NaN, bound: NaN };
  }

  /**
   * @param {Trace} trace
   * @param {number} h
   * @param {string} [axis]
   */
  isOf(trace, h, axis) {
    return this.trace === trace && this.key === keyOf(trace, h, axis);
  }

  // The known points, from left to right on the line.
  get known() {
    const open = new Set(this.open);
    return Array.from({ length: POINTS }, (_, i) => i).filter((i) => !open.has(i));
  }

  /** @param {number} i */
  placeOf(i) {
    const [first, last] = this.line.places;
    return first + (i * (last - first)) / (POINTS - 1);
  }

  /**
   * Goes on for some milliseconds; returns whether all is known.
   * @param {number} h of the same line
   * @param {number} milliseconds
   */
  compute(h, milliseconds) {
    if (!this.open.length) return true;
    const until = performance.now() + milliseconds;
    const r = this.trace.responsibilities(h);
    do {
      const i = /** @type {number} */ (this.open.shift());
      ({ nll: this.nll[i], bound: this.bound[i] } = this._at(this.line.rowAt(this.placeOf(i)), r));
    } while (this.open.length && performance.now() < until);
    return !this.open.length;
  }

  /**
   * @param {Float64Array} row
   * @param {ArrayLike<number> | null} r
   */
  _at(row, r) {
    const { data, K } = this.trace;
    const found = nllAndBound(data, row, K, r ?? [], this.scratch, this.entropy);
    return r ? found : { nll: found.nll, bound: NaN };
  }
}

/**
 * @param {Trace} trace
 * @param {number} h
 * @param {string} [axis]
 */
function keyOf(trace, h, axis = "") {
  const { K, data, run, width } = trace;
  const i = beforeM(trace, h);
  const hasNext = (i + 1) * width < run.params.length;
  const isStart = trace.responsibilitiesIndex(h) < 0;
  const others = parameterOf(axis, K, data.D) || !hasNext ? trace.paramsIndex(h) : -1;
  return [axis, i, hasNext, isStart, others].join();
}
