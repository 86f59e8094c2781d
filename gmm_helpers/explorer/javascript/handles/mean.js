// A mixture with one mean elsewhere.

import { componentCount } from "../em/gaussians.js";

/** @typedef {import("../runs/data.js").Data} Data */

/**
 * The same mixture with one mean moved to a place of the picture.
 * @param {Float64Array} row
 * @param {number} k
 * @param {number[]} place
 * @param {Data} data
 */
export function withMeanAt(row, k, place, data) {
  const moved = Float64Array.from(row);
  const { D, origin, axes, shown } = data.plane;
  const at = componentCount(row.length, D) + k * D;
  for (let a = 0; a < shown; a++) {
    let now = 0;
    for (let i = 0; i < D; i++) now += (row[at + i] - origin[i]) * axes[i * shown + a];
    for (let i = 0; i < D; i++) moved[at + i] += (place[a] - now) * axes[i * shown + a];
  }
  return moved;
}
