// The ways that runs of EM have gone, to see early where another run will end: an iteration depends on
// nothing but the mixture, in whatever order its components are.
//
// An end is taken over only where earlier runs on either side, and all others around, have ended the same.
// Held against whole runs (20 maps, K from 2 to 5, all data sets with K = 2 and some with more, several starts,
// seeds and components that were moved): 2 of 12,652 ends were wrong. A map takes 3.8 to 4.1 times fewer iterations;
// where a quarter of the runs does not converge, only 1.6 times, as most of those are run to their end.
// With K = 8, none of 450 was wrong, with 1.5 times fewer iterations.

import { rowLength } from "../em/gaussians.js";
import { difference, distance, inOrder, isOpposite, unitsOf } from "./mixtures.js";

/** @typedef {import("./ends.js").End} End */
/**
 * The way of one run, as far as it went by itself.
 * @typedef {object} Path
 * @property {Float64Array} nll of its iterations
 * @property {Float32Array} rows its mixtures, as `inOrder` has them
 * @property {End} end
 * @property {number} length iterations until it has converged or failed, or Infinity if it was not seen
 * @property {Place | null} onto whose way it goes on
 * @property {number} calm the iteration from which on the NLL changes less and less
 */
/** @typedef {{path: Path, at: number}} Place between two iterations of a path */
/** @typedef {Place & {off: number}} Near a place, and how far a mixture is from it */
/** @typedef {{end: End, length: number, onto: Place}} Foreseen */

const NEAR = 0.05; // of what `unitsOf` says
const FIRM = 0.01;
const ON = 0.001; // so near, one path is enough; otherwise others have to be on either side
const MARGIN = 4; // times as far as the nearest path, all others must end the same, ...
const AROUND = 0.02; // ... and so far
const EQUAL = 0.01; // nats
const ALIKE = 0.1; // share by which the lengths of runs that go the same way may differ
const LATE = 0.9; // of the iterations there may be: what ends then may as well not
const EARLY = 0.75; // before that, as well, where it is not so near
const RATES = 2; // how much faster one may be than the other
const OFF = 0.003; // nats, by which the NLL of a run that does not converge may be wrong
const MOST = 2 ** 25; // bytes of rows that are kept; those of later runs are not

export class Paths {
  /**
   * @param {number} K
   * @param {number} D
   * @param {number} maxIter
   */
  constructor(K, D, maxIter) {
    this.K = K;
    this.D = D;
    this.maxIter = maxIter;
    /** @type {Path[]} */
    this.paths = [];
    this.bytes = 0;
  }

  /**
   * @param {import("../em/run.js").Run} run as far as it went
   * @param {End} end
   * @param {Foreseen | null} foreseen
   */
  keep({ params, nll, ended }, end, foreseen) {
    const { K, D } = this;
    const width = rowLength(K, D);
    this.bytes += 4 * params.length;
    if (this.bytes > MOST) return;
    const rows = new Float32Array(nll.length * width);
    for (let at = 0; at < rows.length; at += width) {
      rows.set(inOrder(params.subarray(at, at + width), K, D), at);
    }
    const whole = ended === "max_iter" ? Infinity : nll.length - 1;
    const onto = foreseen?.onto ?? null;
    const length = foreseen?.length ?? whole;
    this.paths.push({ nll: nll.slice(), rows, end, length, onto, calm: calmFrom(nll, onto) });
  }

  /**
   * How a run will end, if that is certain enough.
   * @param {Float64Array} row where it is
   * @param {number} nll
   * @param {number} fall of the NLL in its last iteration
   * @param {number} i its last iteration
   * @returns {Foreseen | null}
   */
  foresee(row, nll, fall, i) {
    const ordered = inOrder(row, this.K, this.D);
    const units = unitsOf(ordered, this.K, this.D);
    const [nearest, ...others] = this._near(ordered, units, nll);
    if (!nearest || nearest.off > NEAR) return null;
    const foreseen = this._endFrom(nearest, fall, i);
    if (!foreseen) return null;
    const around = others.filter(({ off }) => off <= Math.max(MARGIN * nearest.off, AROUND));
    if (nearest.off > ON) {
      const way = difference(ordered, units, nearest.path.rows, nearest.at);
      const isBeyond = (/** @type {Near} */ { path, at }) =>
        isOpposite(way, difference(ordered, units, path.rows, at));
      if (!around.some(isBeyond)) return null;
    }
    const agrees = (/** @type {Near} */ near) => isAlike(this._endFrom(near, fall, i), foreseen);
    return around.every(agrees) ? foreseen : null;
  }

  /**
   * Places where paths have the same NLL and about the same mixture, the nearest first.
   * @param {Float64Array} ordered
   * @param {Float64Array} units
   * @param {number} nll
   */
  _near(ordered, units, nll) {
    /** @type {Near[]} */
    const found = [];
    for (const path of this.paths) {
      const at = whereNll(path.nll, nll);
      const off = at < 0 ? Infinity : distance(ordered, units, path.rows, at, MARGIN * NEAR);
      if (off < Infinity) found.push({ path, at, off });
    }
    return found.sort((a, b) => a.off - b.off);
  }

  /**
   * The end of a run that goes on as a path does from some place.
   * @param {Near} near
   * @param {number} fall
   * @param {number} i
   * @returns {Foreseen | null}
   */
  _endFrom({ path, at, off }, fall, i) {
    const { maxIter } = this;
    const j = Math.floor(at);
    const rate = (path.nll[j] - path.nll[j + 1]) / fall;
    if (!(rate < RATES && rate > 1 / RATES)) return null;
    const length = i + path.length - at;
    const onto = { path, at };
    if (length < (off <= FIRM ? LATE : EARLY) * maxIter) return { end: path.end, length, onto };
    // Where the NLL changes less and less, it is known how low it comes.
    const last = nllAt(path, at + maxIter - i);
    const isSound = path.end.status === "converged" || path.end.status === "unfinished"; // not collapsed by then
    const isKnown = isSound && length > maxIter / LATE && at >= path.calm && off <= FIRM;
    if (!isKnown || !(Math.abs(rate - 1) * (nllAt(path, at) - last) < OFF)) return null;
    return { end: { status: "unfinished", nll: last }, length, onto };
  }
}

/**
 * @param {Foreseen | null} one
 * @param {Foreseen} other
 */
function isAlike(one, other) {
  if (!one || one.end.status !== other.end.status) return false;
  if (other.end.status === "unfinished") return Math.abs(one.end.nll - other.end.nll) < EQUAL;
  if (Math.abs(one.length - other.length) > ALIKE * other.length) return false;
  return other.end.status !== "converged" || Math.abs(one.end.nll - other.end.nll) < EQUAL;
}

/**
 * @param {Float64Array} nll
 * @param {Place | null} onto
 */
function calmFrom(nll, onto) {
  if (onto && onto.at < onto.path.calm) return Infinity;
  const fall = (/** @type {number} */ j) => nll[j] - nll[j + 1];
  let j = nll.length - 2;
  while (j > 0 && fall(j - 1) * 1.01 >= fall(j)) j -= 1;
  return j;
}

/**
 * The NLL of a run somewhere on its way; NaN where it was not seen.
 * @param {Path} path
 * @param {number} at
 */
function nllAt(path, at) {
  while (path.onto && at > path.nll.length - 1) {
    at = path.onto.at + at - (path.nll.length - 1);
    path = path.onto.path;
  }
  const j = Math.floor(at);
  const share = at - j;
  return share ? path.nll[j] + share * (path.nll[j + 1] - path.nll[j]) : (path.nll[j] ?? NaN);
}

/**
 * Where a falling NLL has a value, between two iterations, or -1.
 * @param {Float64Array} values
 * @param {number} nll
 */
function whereNll(values, nll) {
  let [low, high] = [0, values.length - 1];
  if (!(values[low] >= nll && values[high] < nll)) return -1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (values[middle] >= nll) low = middle;
    else high = middle;
  }
  return low + (values[low] - nll) / (values[low] - values[high]);
}
