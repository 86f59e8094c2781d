// What is chosen: all that a run of EM depends on.

/**
 * As Python's `Configuration`.
 * @typedef {object} Choice
 * @property {string} data
 * @property {number} n_components
 * @property {number} seed
 * @property {string} start
 * @property {number} reg_covar
 * @property {number[]} own_start a row of parameters, for the start `OWN_START`
 * @property {number[][]} own_points for the data `OWN_POINTS`
 */

export const OWN_START = "own start";
export const OWN_POINTS = "own points";

/**
 * What an explorer begins with.
 * @type {Readonly<Choice>}
 */
export const USUAL = Object.freeze({
  data: "original",
  n_components: 3,
  seed: 0,
  start: "identity",
  reg_covar: 1e-6,
  own_start: [],
  own_points: [],
});

export const FIELDS = /** @type {(keyof Choice)[]} */ ([
  "data",
  "n_components",
  "seed",
  "start",
  "reg_covar",
  "own_start",
  "own_points",
]);

/** @type {WeakMap<number[][], string>} */
const texts = new WeakMap(); // nobody changes points: others are another array

/** @param {Choice} choice */
export function dataKey({ data, own_points: points }) {
  if (data !== OWN_POINTS) return data;
  const text = texts.get(points) ?? JSON.stringify(points);
  texts.set(points, text);
  return `${data} ${text}`;
}

/**
 * Of a row of the atlas: everything but the seed.
 * @param {Choice} choice
 */
export function rowKey(choice) {
  const own = choice.start === OWN_START ? choice.own_start : 0;
  return JSON.stringify([dataKey(choice), choice.n_components, choice.start, choice.reg_covar, own]);
}

/** @param {Choice} choice */
export function runKey(choice) {
  return `${rowKey(choice)} ${choice.seed}`;
}

/**
 * Of the whole atlas.
 * @param {Choice} choice
 */
export function tableKey(choice) {
  return rowKey({ ...choice, n_components: 0 });
}
