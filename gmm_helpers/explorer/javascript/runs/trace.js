// A run of EM, indexed by half-steps: 0 is the start, 2i + 1 the E-step of iteration i + 1, 2i + 2
// its M-step. An E-step changes the responsibilities, an M-step the parameters, so after an M-step
// the responsibilities are still those of the parameters before.

import { klGap, responsibilities, rowLength } from "../drawing/gaussians.js";

/**
 * What is said of a run; `own`: iterations of which the responsibilities came from Python.
 * @typedef {object} Words
 * @property {number} n_components
 * @property {number} last
 * @property {string} ended
 * @property {string} message
 * @property {string} [flaw]
 * @property {string} [ridge]
 * @property {number[]} rises
 * @property {number[]} [ridged]
 * @property {number[]} own
 */
/**
 * @typedef {object} Arrived
 * @property {{ labels: string[], note: string, truth?: number, n_samples?: number }} data
 * @property {Float64Array} X
 * @property {Float64Array} origin
 * @property {Float64Array} axes
 * @property {Float64Array | null} [truth]
 */

/** @param {number} h */
export function nameOf(h) {
  return h === 0 ? "start" : h % 2 ? "E" : "M";
}

/** @param {number} h */
export function iterationOf(h) {
  return Math.ceil(h / 2);
}

/**
 * Which parameters are seen at a half-step, and those of which the responsibilities are.
 * @param {number} h
 */
export function paramsIndex(h) {
  return h >> 1;
}

/** @param {number} h */
export function responsibilitiesIndex(h) {
  return h === 0 ? -1 : (h - 1) >> 1;
}

export class Trace {
  /**
   * @param {{ run: Words, params: Float64Array, nll: Float64Array, own?: Float64Array }} arrived
   * @param {Data} data
   */
  constructor({ run, params, nll, own }, data) {
    this.words = run;
    this.data = data;
    this.K = run.n_components;
    this.nll = nll;
    this.last = run.last;
    this.width = rowLength(this.K, data.D);
    this.params = params;
    /** @type {Map<number, Float64Array>} */
    this.own = new Map();
    const size = data.N * this.K;
    run.own.forEach((i, at) => own && this.own.set(i, own.subarray(at * size, (at + 1) * size)));
    this.gaps = new Float64Array(this.nll.length).fill(NaN);
    this.kept = { index: -1, values: new Float64Array(size) };
    /** @type {Float64Array | null} */
    this.scratch = null;
    this.regCovar = 0; // what EM ran with, for those who tell it
  }

  get failed() {
    return this.words.ended === "failed" ? this.last : -1;
  }

  /**
   * A half-step that failed has changed nothing.
   * @param {number} h
   */
  effective(h) {
    return h === this.failed ? h - 1 : h;
  }

  /** @param {number} i */
  rowAt(i) {
    return this.params.subarray(i * this.width, (i + 1) * this.width);
  }

  /** @param {number} h */
  row(h) {
    return this.rowAt(paramsIndex(this.effective(h)));
  }

  /** @param {number} h */
  nllAt(h) {
    return this.nll[paramsIndex(this.effective(h))];
  }

  /**
   * Responsibilities at a half-step, N x K; null at the start, where there are none yet.
   * @param {number} h
   */
  responsibilities(h) {
    const index = responsibilitiesIndex(this.effective(h));
    if (index < 0) return null;
    return this.own.get(index) ?? this._computed(index);
  }

  /**
   * Whether the E-step before gave others than the posterior.
   * @param {number} h
   */
  isOwn(h) {
    return this.own.has(responsibilitiesIndex(this.effective(h)));
  }

  /** @param {number} index */
  _computed(index) {
    const { X, N, D } = this.data;
    if (this.kept.index !== index) {
      responsibilities(X, N, D, this.rowAt(index), this.K, this.kept.values);
      this.kept.index = index;
    }
    return this.kept.values;
  }

  /**
   * KL gap at a half-step. After an E-step it is zero, unless the E-step is not the right one.
   * @param {number} h
   */
  gap(h) {
    h = this.effective(h);
    if (h === 0 || this.data.isPart) return NaN;
    if (h % 2) return this.isOwn(h) ? this._klGap(h) : 0;
    const i = paramsIndex(h);
    if (Number.isNaN(this.gaps[i])) this.gaps[i] = this._klGap(h);
    return this.gaps[i];
  }

  /** @param {number} h */
  _klGap(h) {
    const { X, N, D } = this.data;
    this.scratch ??= new Float64Array(N * this.K);
    const r = /** @type {Float64Array} */ (this.responsibilities(h));
    return klGap(r, X, N, D, this.row(h), this.K, this.scratch);
  }

  /** @param {number} h */
  rises(h) {
    return this.words.rises.includes(h);
  }
}

export class Data {
  /** @param {Arrived} arrived */
  constructor({ data, X, origin, axes, truth }) {
    this.D = origin.length;
    this.N = X.length / this.D;
    this.X = X;
    this.labels = data.labels;
    this.isPart = this.N < (data.n_samples ?? 0); // a notebook keeps some samples of very many
    this.note = data.note;
    this.plane = { D: this.D, origin, axes, shown: data.labels.length };
    this.truth = truth && data.truth ? { K: data.truth, row: truth } : null;
    this.places = this._places();
  }

  // Where each sample is drawn, two numbers each.
  _places() {
    const { D, origin, axes, shown } = this.plane;
    const places = new Float64Array(2 * this.N);
    for (let n = 0; n < this.N; n++) {
      for (let a = 0; a < shown; a++) {
        let sum = 0;
        for (let i = 0; i < D; i++) sum += (this.X[n * D + i] - origin[i]) * axes[i * shown + a];
        places[2 * n + a] = sum;
      }
    }
    return places;
  }
}
