// What is chosen in an explorer: the names and the defaults of EMExplorer in Python.

import { USUAL } from "../runs/choice.js";
import { rowLength } from "../em/gaussians.js";

/**
 * @typedef {object} State
 * @property {string} data
 * @property {number} n_components
 * @property {number} seed
 * @property {string} start
 * @property {number} reg_covar
 * @property {number[]} own_start a row of parameters; only for `OWN_START`
 * @property {number[][]} own_points pairs; only for `OWN_POINTS`
 * @property {number} half_step
 * @property {string[]} show layers that are on
 * @property {string} coloring
 * @property {number} speed half-steps a second
 * @property {string} picture what the right picture shows
 * @property {string} along the parameter under the bound as a curve: "mean 0, x2", or `M_STEP`
 * @property {boolean} slow whether half-steps are in slow motion
 */

/**
 * @typedef {object} Choices
 * @property {string[]} data
 * @property {string[]} starts
 * @property {string[]} layers
 * @property {string[]} colorings
 * @property {string[]} pictures
 */

export const MAX_COMPONENTS = 8;
export const MAX_FEATURES = 10;
export const M_STEP = "M-step"; // the way of the coming M-step, in place of one parameter
export const PARAMETER = /^(?:(weight) (\d)|(mean|variance) (\d)(?:, x(\d+))?)$/;

/** @type {Readonly<State>} */
export const DEFAULTS = Object.freeze({
  ...USUAL,
  half_step: 0,
  show: ["ellipses", "trails"],
  coloring: "pie",
  speed: 4,
  picture: "nll",
  along: M_STEP,
  slow: false,
});

/**
 * How many features a row of parameters is for; 0 if it is not one.
 *
 * @param {number} length of the row
 * @param {number} K
 * @returns {number}
 */
export function featuresOfRow(length, K) {
  for (let D = 1; D <= MAX_FEATURES; D++) {
    if (rowLength(K, D) === length) return D;
  }
  return 0;
}

/**
 * Whether two states have the same value here; layers have no order.
 *
 * @param {unknown} one
 * @param {unknown} other
 * @returns {boolean}
 */
export function isSame(one, other) {
  const plain = (/** @type {unknown} */ value) =>
    JSON.stringify(Array.isArray(value) && typeof value[0] === "string" ? [...value].sort() : value);
  return plain(one) === plain(other);
}
