// Components as they are seen in the plane of the picture.

import { covarianceOf, meanOf } from "../em/gaussians.js";

/**
 * @typedef {import("../runs/data.js").Plane} Plane
 * @typedef {{weight: number, place: [number, number], spread: [number, number, number]}} Part mean and
 *   covariance (xx, xy, yy) in the plane
 */

/**
 * @param {Float64Array} row
 * @param {number} K
 * @param {Plane} plane
 * @param {number} k
 * @returns {Part}
 */
export function projected(row, K, plane, k) {
  const { D, origin, axes, shown } = plane;
  const mean = meanOf(row, K, D, k);
  const full = covarianceOf(row, K, D, k);
  /** @type {[number, number]} */
  const place = [0, 0];
  /** @type {[number, number, number]} */
  const spread = [0, 0, 0]; // xx, xy, yy
  for (let i = 0; i < D; i++) {
    for (let a = 0; a < shown; a++) place[a] += (mean[i] - origin[i]) * axes[i * shown + a];
    for (let j = 0; j < D; j++) {
      const value = full[i * D + j];
      const x = axes[i * shown];
      const y = shown > 1 ? axes[i * shown + 1] : 0;
      spread[0] += x * value * axes[j * shown];
      if (shown > 1) {
        spread[1] += x * value * axes[j * shown + 1];
        spread[2] += y * value * axes[j * shown + 1];
      }
    }
  }
  return { weight: row[k], place, spread };
}

/**
 * Half-axes (of one standard deviation) and the angle of the longer one.
 * @param {[number, number, number]} spread
 */
export function ellipse([xx, xy, yy]) {
  const middle = (xx + yy) / 2;
  const radius = Math.hypot((xx - yy) / 2, xy);
  return {
    long: Math.sqrt(Math.max(middle + radius, 0)),
    short: Math.sqrt(Math.max(middle - radius, 0)),
    angle: 0.5 * Math.atan2(2 * xy, xx - yy),
  };
}

/**
 * Density of the mixture in the plane, from projected components.
 * @param {Part[]} parts
 * @param {number} x
 * @param {number} y
 */
export function planarDensity(parts, x, y) {
  let sum = 0;
  for (const { weight, place, spread } of parts) {
    const [xx, xy, yy] = spread;
    const determinant = xx * yy - xy * xy;
    if (!(determinant > 0)) continue;
    const dx = x - place[0];
    const dy = y - place[1];
    const squared = (yy * dx * dx - 2 * xy * dx * dy + xx * dy * dy) / determinant;
    sum += (weight * Math.exp(-0.5 * squared)) / (2 * Math.PI * Math.sqrt(determinant));
  }
  return sum;
}

/**
 * @param {Part} part
 * @param {number} x
 */
export function lineDensity({ weight, place, spread }, x) {
  const squared = (x - place[0]) ** 2 / spread[0];
  return (weight * Math.exp(-0.5 * squared)) / Math.sqrt(2 * Math.PI * spread[0]);
}
