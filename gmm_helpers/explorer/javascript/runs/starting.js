// Where a run starts.

import { rowLength } from "../em/gaussians.js";
import { start } from "../em/starts.js";
import { OWN_START } from "./choice.js";

/**
 * @typedef {object} StartData
 * @property {Float64Array} X
 * @property {number} N
 * @property {number} D
 * @property {Float64Array | null} start the start that belongs to these data
 */

/**
 * @param {import("./choice.js").Choice} choice
 * @param {StartData} data
 * @returns {Float64Array} throws an Error that says what is wrong
 */
export function startRow(choice, data) {
  const K = choice.n_components;
  if (choice.start === OWN_START) {
    if (choice.own_start.length === rowLength(K, data.D)) return Float64Array.from(choice.own_start);
    throw new Error(
      `your own start does not have ${K} components of ${data.D} features: drag a mean to make ` +
        "a new one, or choose another start.",
    );
  }
  return start(choice.start, data, K, choice.seed, data.start);
}
