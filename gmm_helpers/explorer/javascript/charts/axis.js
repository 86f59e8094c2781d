// What the curves of NLL and bound are drawn over: one parameter, or the way of the coming M-step.

import { placeOf } from "../em/bound.js";
import { M_STEP, PARAMETER } from "../sharing/state.js";

/** @typedef {import("../em/bound.js").Parameter} Parameter */

const ROUNDING = 1e-12; // of a mean, which has not moved

/**
 * Axes as they are kept: "mean 1, x1" is the first coordinate of mean 1.
 * @param {number} K
 * @param {number} D
 */
export function axesOf(K, D) {
  const axes = [M_STEP];
  const features = D > 1 ? Array.from({ length: D }, (_, i) => `, x${i + 1}`) : [""];
  for (let k = 0; k < K; k++) {
    for (const feature of features) axes.push(`mean ${k}${feature}`);
    if (K > 1) axes.push(`weight ${k}`);
    for (const feature of features) axes.push(`variance ${k}${feature}`);
  }
  return axes;
}

/**
 * @param {string | undefined} axis
 * @param {number} K
 * @param {number} D
 * @returns {Parameter | null} null along the M-step
 */
export function parameterOf(axis, K, D) {
  const found = axis && axesOf(K, D).includes(axis) ? PARAMETER.exec(axis) : null;
  if (!found) return null;
  const [, weight, ofWeight, kind, component, feature = "1"] = found;
  if (weight) return { kind: "weight", component: Number(ofWeight) };
  const known = /** @type {"mean" | "variance"} */ (kind);
  return { kind: known, component: Number(component), feature: Number(feature) - 1 };
}

/**
 * The axis that is seen: that of the M-step if a mixture has no such parameter.
 * @param {string | undefined} axis
 * @param {number} K
 * @param {number} D
 */
export function axisFor(axis, K, D) {
  return parameterOf(axis, K, D) && axis ? axis : M_STEP;
}

/**
 * @param {Parameter} parameter
 * @param {number} D
 */
export function nameOfParameter({ kind, component, feature = 0 }, D) {
  if (kind === "weight") return `weight ${component}`;
  if (D === 1) return `${kind} ${component}`;
  const digits = String(feature + 1).replace(/\d/g, (digit) => String.fromCharCode(0x2080 + Number(digit)));
  return `${kind} ${component}, x${digits}`;
}

/**
 * The coordinate that moves most, of the mean that moves most.
 * @param {Float64Array} before
 * @param {Float64Array} after
 * @param {number} K
 * @param {number} D
 * @returns {Parameter | null} null if no mean moves
 */
export function mostMoved(before, after, K, D) {
  let best = null;
  let most = 0;
  for (let component = 0; component < K; component++) {
    const moves = Array.from({ length: D }, (_, feature) => {
      const at = placeOf({ kind: "mean", component, feature }, K, D);
      const move = Math.abs(after[at] - before[at]);
      return move > ROUNDING * Math.abs(before[at]) ? move : 0;
    });
    const far = Math.hypot(...moves);
    if (!(far > most)) continue;
    most = far;
    best = { kind: /** @type {const} */ ("mean"), component, feature: moves.indexOf(Math.max(...moves)) };
  }
  return best;
}
