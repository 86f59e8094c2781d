// A run of EM as it is looked at, by half-steps: 0 is the start, 2i + 1 the E-step of iteration
// i + 1, 2i + 2 its M-step. An E-step changes the responsibilities, an M-step the parameters, so
// after an M-step the responsibilities are still those of the parameters before.

import { collapseInWords, findCollapse } from "../em/collapse.js";
import { explainRidge, risesByRidge } from "../em/ridge.js";
import { rowLength } from "../em/gaussians.js";
import { klGap, posterior } from "../em/gap.js";

/** @typedef {import("../em/run.js").Run} Run */
/** @typedef {import("./data.js").Data} Data */

/** @param {number} h */
export function nameOf(h) {
  return h === 0 ? "start" : h % 2 ? "E" : "M";
}

/** @param {number} h */
export function iterationOf(h) {
  return Math.ceil(h / 2);
}

export class Trace {
  /**
   * @param {Run} run
   * @param {Data} data
   * @param {number} regCovar
   * @param {Map<number, Float32Array> | null} [own] for a run of a student's steps: responsibilities
   *   that the E-step gave, by iteration, where they differ from the posterior
   */
  constructor(run, data, regCovar, own = null) {
    this.run = run;
    this.data = data;
    this.regCovar = regCovar;
    this.own = own ?? new Map();
    this.isOfOwnSteps = Boolean(own);
    this.K = run.K;
    this.width = rowLength(this.K, data.D);
    /** @type {Map<number, number>} */
    this.gaps = new Map();
    this.kept = { index: -1, values: new Float64Array(data.N * this.K) };
    /** @type {Float64Array | null} */
    this.scratch = null;
    /** @type {{flaw: string, ridge: string, ridged: number[]} | null} */
    this.verdict = null;
  }

  get last() {
    return this.run.last;
  }

  get nll() {
    return this.run.nll;
  }

  get isRunning() {
    return this.run.ended === "running";
  }

  // The half-step that failed, or -1.
  get failed() {
    return this.run.ended === "failed" ? this.last : -1;
  }

  // What there is to say of the end: a collapse, and what reg_covar costs.
  get judged() {
    const { run, data, regCovar } = this;
    if (this.isRunning) return { flaw: "", ridge: "", ridged: [] };
    if (!this.verdict) {
      const end = this.rowAt(run.nll.length - 1);
      const collapse = run.ended === "failed" ? null : findCollapse(end, run.K, data, regCovar);
      const isFitted = run.ended !== "failed" && run.nll.length > 1;
      this.verdict = {
        flaw: collapse ? collapseInWords(collapse) : "",
        ridge: isFitted ? explainRidge(end, run.K, data.D, data.N, regCovar) : "",
        ridged: risesByRidge(run, data.N, regCovar),
      };
    }
    return this.verdict;
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
    return this.run.params.subarray(i * this.width, (i + 1) * this.width);
  }

  /**
   * Which parameters are seen at a half-step.
   * @param {number} h
   */
  paramsIndex(h) {
    return this.effective(h) >> 1;
  }

  /** @param {number} h */
  row(h) {
    return this.rowAt(this.paramsIndex(h));
  }

  /** @param {number} h */
  nllAt(h) {
    return this.nll[this.paramsIndex(h)];
  }

  /**
   * Of which parameters the responsibilities are; -1 at the start, where there are none yet.
   * @param {number} h
   */
  responsibilitiesIndex(h) {
    const effective = this.effective(h);
    return effective === 0 ? -1 : (effective - 1) >> 1;
  }

  /**
   * Responsibilities at a half-step, N x K.
   * @param {number} h
   * @returns {Float32Array | Float64Array | null}
   */
  responsibilities(h) {
    const index = this.responsibilitiesIndex(h);
    return index < 0 ? null : (this.own.get(index) ?? this._computed(index));
  }

  /**
   * Whether the E-step before gave others than the posterior.
   * @param {number} h
   */
  isOwn(h) {
    return this.own.has(this.responsibilitiesIndex(h));
  }

  /** @param {number} index */
  _computed(index) {
    if (this.kept.index !== index) {
      posterior(this.data, this.rowAt(index), this.K, this.kept.values);
      this.kept.index = index;
    }
    return this.kept.values;
  }

  /**
   * KL gap at a half-step. After an E-step it is zero, unless the E-step is not the right one.
   * @param {number} h
   */
  gap(h) {
    const effective = this.effective(h);
    if (effective === 0 || this.data.isPart) return NaN;
    if (effective % 2) return this.isOwn(h) ? this._klGap(h) : 0;
    const i = effective >> 1;
    const known = this.gaps.get(i);
    if (known !== undefined) return known;
    const gap = this._klGap(h);
    this.gaps.set(i, gap);
    return gap;
  }

  /**
   * The gap, if it costs nothing.
   * @param {number} h
   */
  gapIfKnown(h) {
    const effective = this.effective(h);
    return effective % 2 || this.own.size ? this.gap(h) : (this.gaps.get(effective >> 1) ?? NaN);
  }

  /** @param {number} h */
  _klGap(h) {
    this.scratch ??= new Float64Array(this.data.N * this.K);
    const r = /** @type {Float64Array} */ (this.responsibilities(h));
    return klGap(r, this.data, this.row(h), this.K, this.scratch);
  }

  /** @param {number} h */
  rises(h) {
    return this.run.rises.includes(h);
  }
}
