// Data, and the plane in which they are drawn.

import { eigen } from "../numerics/matrices.js";

/**
 * @typedef {object} Plane
 * @property {number} D features of the data
 * @property {Float64Array} origin
 * @property {Float64Array} axes D x shown: a sample is drawn at (x - origin) @ axes
 * @property {number} shown 2, or 1 for data of one feature
 *
 * @typedef {object} Known what is known of data besides their numbers
 * @property {string[]} [labels]
 * @property {string} [note]
 * @property {{K: number, row: Float64Array} | null} [truth] the mixture they were drawn from
 * @property {Float64Array | null} [start] the start that belongs to them
 * @property {number} [n_samples] how many there are, where these are only some of them
 */

export class Data {
  /**
   * @param {Float64Array} X N x D
   * @param {number} D
   * @param {Known} [known]
   */
  constructor(X, D, known = {}) {
    this.X = X;
    this.D = D;
    this.N = X.length / D;
    const { plane, labels, note } = planeOf(X, this.N, D);
    const { truth = null, start = null, n_samples = 0 } = known;
    this.plane = plane;
    this.labels = known.labels ?? labels;
    this.note = known.note ?? note;
    this.truth = truth;
    this.start = start;
    this.isPart = this.N < n_samples; // a notebook keeps some samples of very many
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

/**
 * @param {Float64Array} X
 * @param {number} N
 * @param {number} D
 */
function planeOf(X, N, D) {
  if (D > 2) return principalPlane(X, N, D);
  const axes = new Float64Array(D * D);
  for (let i = 0; i < D; i++) axes[i * D + i] = 1;
  const plane = { D, origin: new Float64Array(D), axes, shown: D };
  const note =
    D > 1 ? "" : "The data have one feature: it lies on the horizontal axis, and curves show the densities.";
  return { plane, labels: ["x₁", "x₂"].slice(0, D), note };
}

/**
 * The two directions in which the data vary most.
 * @param {Float64Array} X
 * @param {number} N
 * @param {number} D
 */
function principalPlane(X, N, D) {
  const origin = new Float64Array(D);
  for (let at = 0; at < X.length; at++) origin[at % D] += X[at] / N;
  const scatter = new Float64Array(D * D);
  for (let n = 0; n < N; n++) {
    for (let i = 0; i < D; i++) {
      const a = X[n * D + i] - origin[i];
      for (let j = 0; j < D; j++) scatter[i * D + j] += a * (X[n * D + j] - origin[j]);
    }
  }
  const { values, vectors } = eigen(scatter, D); // ascending; vectors in columns
  const axes = new Float64Array(2 * D);
  for (let a = 0; a < 2; a++) {
    const column = D - 1 - a;
    let largest = 0;
    for (let i = 0; i < D; i++) {
      const value = vectors[i * D + column];
      if (Math.abs(value) > Math.abs(largest)) largest = value;
    }
    // Each axis points where its largest entry is positive, so that the picture is always the same.
    for (let i = 0; i < D; i++) axes[2 * i + a] = vectors[i * D + column] * Math.sign(largest);
  }
  const total = values.reduce((sum, value) => sum + Math.max(value, 0), 0);
  const seen = Math.max(values[D - 1], 0) + Math.max(values[D - 2], 0);
  const percent = Math.round(100 * (total > 0 ? seen / total : 1));
  const note =
    `The data have ${D} features: EM uses all of them, the picture shows the first two ` +
    `principal axes, with ${percent}% of the variance.`;
  const plane = { D, origin, axes, shown: 2 };
  return { plane, labels: ["first principal axis", "second principal axis"], note };
}
