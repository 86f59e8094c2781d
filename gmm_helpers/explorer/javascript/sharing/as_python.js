// The state of an explorer as a line of Python.

import { meanOf, covarianceOf } from "../em/gaussians.js";
import { DEFAULTS, featuresOfRow, isSame } from "./state.js";
import { OWN_POINTS, OWN_START } from "../runs/choice.js";

/** @typedef {import("./state.js").State} State */

const MOST_POINTS = 300;

/**
 * Data that are not of the course, or of many samples, are called X.
 *
 * @param {State} state
 * @param {string[]} datasets the data sets of the course
 * @returns {string} a call of EMExplorer
 */
export function asPython(state, datasets) {
  /** @type {[keyof State, string][]} */
  const values = [
    ["data", dataOf(state, datasets)],
    ["n_components", String(state.n_components)],
    ["seed", String(state.seed)],
    ["start", state.start === OWN_START ? startOf(state) : JSON.stringify(state.start)],
    ["reg_covar", String(state.reg_covar)],
    ["show", JSON.stringify(state.show).replaceAll(",", ", ")],
    ["coloring", JSON.stringify(state.coloring)],
    ["half_step", String(state.half_step)],
    ["speed", String(state.speed)],
    ["picture", JSON.stringify(state.picture)],
    ["along", JSON.stringify(state.along)],
    ["slow", state.slow ? "True" : "False"],
  ];
  const changed = values.filter(([name]) => !isSame(state[name], DEFAULTS[name]));
  return `EMExplorer(${changed.map(([name, text]) => `${name}=${text}`).join(", ")})`;
}

/**
 * @param {State} state
 * @param {string[]} datasets
 */
function dataOf({ data, own_points }, datasets) {
  if (data === OWN_POINTS) return own_points.length > MOST_POINTS ? "X" : listOf(own_points);
  return datasets.includes(data) ? JSON.stringify(data) : "X";
}

/** @param {State} state */
function startOf({ own_start, n_components: K }) {
  const row = Float64Array.from(own_start);
  const D = featuresOfRow(row.length, K);
  const each = Array.from({ length: K }, (_, k) => k);
  const means = each.map((k) => Array.from(meanOf(row, K, D, k)));
  const covariances = each.map((k) => {
    const full = Array.from(covarianceOf(row, K, D, k));
    return Array.from({ length: D }, (_, i) => full.slice(i * D, (i + 1) * D));
  });
  return `(${[own_start.slice(0, K), means, covariances].map(listOf).join(", ")})`;
}

/** @param {any[]} values */
function listOf(values) {
  return JSON.stringify(values).replaceAll(",", ", ");
}
