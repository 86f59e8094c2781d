// A mixture with another covariance of one component, as it is seen in the plane of the picture.

import { componentCount, covarianceAt, covarianceOf } from "../em/gaussians.js";
import { ellipse, projected } from "../drawing/projection.js";

/** @typedef {import("../runs/data.js").Data} Data */
/**
 * Half-axes of the ellipse of one standard deviation, and how far the one of the width is turned
 * anticlockwise from the first axis, in radians. Of one feature there is a width only.
 * @typedef {{width: number, height: number, angle: number}} Axes
 */

const SMALLEST = 1e-3; // of how far the data reach

/**
 * The narrowest a component is made by hand.
 * @param {Data} data
 */
export function smallestWidth(data) {
  let [low, high] = [Infinity, -Infinity];
  for (let n = 0; n < data.N; n++) {
    low = Math.min(low, data.places[2 * n]);
    high = Math.max(high, data.places[2 * n]);
  }
  return SMALLEST * (high - low || 1);
}

/**
 * `units`: how long a unit of each axis is; in the picture they may differ.
 * @param {Float64Array} row
 * @param {number} k
 * @param {Data} data
 * @param {number[]} [units]
 * @returns {Axes}
 */
export function axesOf(row, k, data, [ux, uy] = [1, 1]) {
  const K = componentCount(row.length, data.D);
  const [xx, xy, yy] = projected(row, K, data.plane, k).spread;
  if (data.plane.shown === 1) return { width: ux * Math.sqrt(xx), height: 0, angle: 0 };
  const { long, short, angle } = ellipse([ux * ux * xx, ux * uy * xy, uy * uy * yy]);
  return { width: long, height: short, angle };
}

/**
 * Turns and stretches a component from some axes to others. What is seen in the plane turns with it
 * in the features that are not seen; across the plane, everything stays.
 * @param {Float64Array} row
 * @param {number} k
 * @param {Axes} before
 * @param {Axes} after
 * @param {Data} data
 * @param {number[]} [units] in which the axes are measured
 */
export function withAxes(row, k, before, after, data, units = [1, 1]) {
  const { D, axes, shown } = data.plane;
  const K = componentCount(row.length, D);
  const map = inPlane(before, after, units);
  // The identity, and in the plane the map: T = I + A (map - I) A'.
  const T = new Float64Array(D * D);
  for (let i = 0; i < D; i++) {
    T[i * D + i] = 1;
    for (let j = 0; j < D; j++) {
      for (let a = 0; a < shown; a++) {
        for (let b = 0; b < shown; b++) {
          const change = map[a][b] - (a === b ? 1 : 0);
          T[i * D + j] += axes[i * shown + a] * change * axes[j * shown + b];
        }
      }
    }
  }
  const changed = Float64Array.from(row);
  const turned = product(T, product(covarianceOf(row, K, D, k), transposed(T, D), D), D);
  let at = covarianceAt(K, D, k);
  for (let i = 0; i < D; i++) for (let j = 0; j <= i; j++) changed[at++] = turned[i * D + j];
  return changed;
}

/**
 * The map that takes one ellipse to the other, axis by axis.
 * @param {Axes} before
 * @param {Axes} after
 * @param {number[]} units
 */
function inPlane(before, after, units) {
  const [c, s, C, S] = [before, after].flatMap(({ angle }) => [Math.cos(angle), Math.sin(angle)]);
  const wide = after.width / before.width;
  const high = before.height > 0 ? after.height / before.height : 1;
  const map = [
    [C * wide * c + S * high * s, C * wide * s - S * high * c],
    [S * wide * c - C * high * s, S * wide * s + C * high * c],
  ];
  return map.map((line, a) => line.map((value, b) => (value * units[b]) / units[a]));
}

/**
 * @param {Float64Array} a
 * @param {Float64Array} b
 * @param {number} D
 */
function product(a, b, D) {
  const c = new Float64Array(D * D);
  for (let i = 0; i < D; i++) {
    for (let j = 0; j < D; j++) for (let m = 0; m < D; m++) c[i * D + j] += a[i * D + m] * b[m * D + j];
  }
  return c;
}

/**
 * @param {Float64Array} a
 * @param {number} D
 */
function transposed(a, D) {
  return a.map((_, at) => a[(at % D) * D + Math.floor(at / D)]);
}
