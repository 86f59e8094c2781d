// A start that goes with data: what was chosen for others may be far off, or not fit at all.

import { rowLength } from "../em/gaussians.js";
import { OWN_START, rowKey } from "./choice.js";

/** @typedef {import("./choice.js").Choice} Choice */
/** @typedef {{X: Float64Array, N: number, D: number}} Data */

const IDENTITY = "identity"; // means near 0, variances of 1
const INSTEAD = "random points";
const IDLE_SEED = "The seed changes nothing here: EM starts from your own start.";
const FAR = 10; // root mean square of a feature; below 5 for all that was made for "identity"

/** @param {Data} data */
export function isFarOff({ X, N, D }) {
  // Scaled, so that no square overflows.
  const largest = X.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  const squares = X.reduce((sum, value) => sum + (value / largest) ** 2, 0);
  return largest * Math.sqrt(squares / (N * D)) > FAR;
}

/**
 * What to say if nothing but the seed has changed, and no start is drawn with it.
 * @param {Choice} before
 * @param {Choice} choice
 */
export function seedRemark(before, choice) {
  const isSame = choice.start === OWN_START && rowKey(before) === rowKey(choice);
  return isSame && before.seed !== choice.seed ? IDLE_SEED : "";
}

/**
 * @param {Choice} choice
 * @param {Data} data
 * @param {string} before the last start that had a name
 * @returns {{start: string, remark: string}} what to start from, and what to say if it is another
 */
export function fittingStart({ start, own_start, n_components }, data, before) {
  if (start === OWN_START && own_start.length !== rowLength(n_components, data.D)) {
    const other = before === IDENTITY && isFarOff(data) ? INSTEAD : before;
    return { start: other, remark: `Your own start is for other features: EM starts from ${other} again.` };
  }
  if (start === IDENTITY && isFarOff(data)) {
    const remark = `These data lie far from 0, where the start "identity" puts its means: EM starts from ${INSTEAD}.`;
    return { start: INSTEAD, remark };
  }
  return { start, remark: "" };
}
