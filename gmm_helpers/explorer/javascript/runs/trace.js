// A run of EM, indexed by half-steps: 0 is the start, 2i + 1 the E-step of iteration i + 1, 2i + 2
// its M-step. An E-step changes the responsibilities, an M-step the parameters, so after an M-step
// the responsibilities are still those of the parameters before.

import { klGap, responsibilities, rowLength } from "../drawing/gaussians.js";

export function nameOf(h) {
  return h === 0 ? "start" : h % 2 ? "E" : "M";
}

export function iterationOf(h) {
  return Math.ceil(h / 2);
}

// Which parameters are seen at a half-step, and those of which the responsibilities are.
export function paramsIndex(h) {
  return h >> 1;
}

export function responsibilitiesIndex(h) {
  return h === 0 ? -1 : (h - 1) >> 1;
}

export class Trace {
  constructor({ run, params, nll, own }, data) {
    this.words = run;
    this.data = data;
    this.K = run.n_components;
    this.nll = nll;
    this.last = run.last;
    this.width = rowLength(this.K, data.D);
    this.params = params;
    this.own = new Map();
    const size = data.N * this.K;
    run.own.forEach((i, at) => this.own.set(i, own.subarray(at * size, (at + 1) * size)));
    this.gaps = new Float64Array(this.nll.length).fill(NaN);
    this.kept = { index: -1, values: new Float64Array(size) };
    this.scratch = null;
  }

  get failed() {
    return this.words.ended === "failed" ? this.last : -1;
  }

  // A half-step that failed has changed nothing.
  effective(h) {
    return h === this.failed ? h - 1 : h;
  }

  rowAt(i) {
    return this.params.subarray(i * this.width, (i + 1) * this.width);
  }

  row(h) {
    return this.rowAt(paramsIndex(this.effective(h)));
  }

  nllAt(h) {
    return this.nll[paramsIndex(this.effective(h))];
  }

  // Responsibilities at a half-step, N x K; null at the start, where there are none yet.
  responsibilities(h) {
    const index = responsibilitiesIndex(this.effective(h));
    if (index < 0) return null;
    return this.own.get(index) ?? this._computed(index);
  }

  // Whether the E-step before gave others than the posterior.
  isOwn(h) {
    return this.own.has(responsibilitiesIndex(this.effective(h)));
  }

  _computed(index) {
    const { X, N, D } = this.data;
    if (this.kept.index !== index) {
      responsibilities(X, N, D, this.rowAt(index), this.K, this.kept.values);
      this.kept.index = index;
    }
    return this.kept.values;
  }

  // KL gap at a half-step. After an E-step it is zero, unless the E-step is not the right one.
  gap(h) {
    h = this.effective(h);
    if (h === 0 || this.data.isPart) return NaN;
    if (h % 2) return this.isOwn(h) ? this._klGap(h) : 0;
    const i = paramsIndex(h);
    if (Number.isNaN(this.gaps[i])) this.gaps[i] = this._klGap(h);
    return this.gaps[i];
  }

  _klGap(h) {
    const { X, N, D } = this.data;
    this.scratch ??= new Float64Array(N * this.K);
    return klGap(this.responsibilities(h), X, N, D, this.row(h), this.K, this.scratch);
  }

  rises(h) {
    return this.words.rises.includes(h);
  }
}

export class Data {
  constructor({ data, X, origin, axes, truth }) {
    this.D = origin.length;
    this.N = X.length / this.D;
    this.X = X;
    this.labels = data.labels;
    this.isPart = this.N < (data.n_samples ?? 0); // a notebook keeps some samples of very many
    this.note = data.note;
    this.plane = { D: this.D, origin, axes, shown: data.labels.length };
    this.truth = truth ? { K: data.truth, row: truth } : null;
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
