// A state put together from what is chosen and how it is looked at, and taken apart again.

import { OWN_POINTS, OWN_START } from "../runs/choice.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("../runs/choice.js").Choice} Choice */
/** @typedef {{half_step: number, layers: Record<string, any>, speed: number, slow: boolean}} View */

const MOST_POINTS = 300; // in an address

/**
 * @param {Choice} choice
 * @param {View} view
 * @returns {State}
 */
export function stateFrom(choice, { half_step, layers, speed, slow }) {
  const { color, picture, along, ...shown } = layers;
  const show = Object.keys(shown).filter((name) => shown[name]);
  return { ...choice, half_step, show, coloring: color, speed, picture, along, slow };
}

/**
 * @param {State} state
 * @param {string[]} layers all there are
 * @returns {{choice: Choice, view: View}}
 */
export function takenApart(state, layers) {
  const { half_step, show, coloring, speed, picture, along, slow, ...choice } = state;
  const shown = Object.fromEntries(layers.map((name) => [name, show.includes(name)]));
  const view = { half_step, speed, slow, layers: { ...shown, color: coloring, picture, along } };
  return { choice, view };
}

/**
 * Whether an address can hold it all.
 * @param {State} state
 */
export function fits({ data, own_points }) {
  const isShort = own_points.length <= MOST_POINTS && own_points.every((point) => point.length === 2);
  return data !== OWN_POINTS || isShort;
}

/**
 * What an address can hold of it.
 * @param {State} state
 * @param {Readonly<State>} defaults
 * @returns {State}
 */
export function fitting(state, defaults) {
  if (fits(state)) return state;
  const start = state.start === OWN_START ? defaults.start : state.start;
  return { ...state, start, data: defaults.data, own_points: defaults.own_points };
}
