// The state of an explorer in the address of a page: #data=ring&K=4&seed=2

import { rounded } from "./rounding.js";
import { DEFAULTS, M_STEP, MAX_COMPONENTS, PARAMETER, featuresOfRow, isSame } from "./state.js";
import { OWN_POINTS, OWN_START } from "../runs/choice.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./state.js").Choices} Choices */

/**
 * @typedef {object} Part of an address
 * @property {keyof State} name of the value in a state
 * @property {(value: any) => string} write
 * @property {(text: string, choices: Choices) => unknown} read undefined if it cannot be read
 * @property {string | ((choices: Choices) => string)} expected
 */

/** @type {Record<string, Part>} */
const PARTS = {
  data: among("data", "data"),
  points: {
    name: "own_points",
    write: (points) => rounded(points).flat().join(","),
    read: (text) => pairsOf(numbersOf(text)),
    expected: "pairs of numbers",
  },
  K: whole("n_components", 1, MAX_COMPONENTS),
  seed: whole("seed", 0, Number.MAX_SAFE_INTEGER),
  start: among("start", "starts"),
  own: { name: "own_start", write: String, read: numbersOf, expected: "the numbers of a mixture" },
  reg_covar: number("reg_covar", (value) => value >= 0, "a number of at least 0"),
  h: whole("half_step", 0, Number.MAX_SAFE_INTEGER),
  show: {
    name: "show",
    write: (layers) => layers.join(","),
    read: (text, { layers }) => {
      const shown = text === "" ? [] : [...new Set(text.split(","))];
      return shown.every((layer) => layers.includes(layer)) ? shown : undefined;
    },
    expected: ({ layers }) => `some of ${layers.join(", ")}`,
  },
  color: among("coloring", "colorings"),
  speed: number("speed", (value) => value > 0, "a number above 0"),
  picture: among("picture", "pictures"),
  along: {
    name: "along",
    write: String,
    read: (text) => (text === M_STEP || PARAMETER.test(text) ? text : undefined),
    expected: `${M_STEP}, or a parameter such as "weight 0" or "mean 1, x2"`,
  },
  slow: {
    name: "slow",
    write: (isSlow) => (isSlow ? "on" : "off"),
    read: (text) => (text === "on" ? true : text === "off" ? false : undefined),
    expected: "on or off",
  },
};

/**
 * @param {State} state
 * @param {Readonly<State>} [defaults] what is left out
 * @returns {string} the part of the address after "#"
 */
export function addressOf(state, defaults = DEFAULTS) {
  return Object.entries(PARTS)
    .filter(([, { name }]) => isMeant(name, state) && !isSame(state[name], defaults[name]))
    .map(([key, { name, write }]) => `${key}=${encoded(write(state[name]))}`)
    .join("&");
}

/**
 * @param {string} address with or without its "#"
 * @param {Choices} choices
 * @param {Readonly<State>} [defaults]
 * @returns {{ state: State, problems: string[] }} a sentence for each part that was passed over
 */
export function stateOf(address, choices, defaults = DEFAULTS) {
  /** @type {Record<string, unknown>} */
  const found = {};
  /** @type {string[]} */
  const problems = [];
  const passOver = (/** @type {string} */ part, /** @type {string} */ reason) =>
    problems.push(`"${shortened(part)}" in the address is passed over: ${reason}.`);
  for (const part of address.replace(/^#/, "").split("&").filter(Boolean)) {
    const [key, ...rest] = part.split("=");
    if (!Object.hasOwn(PARTS, key)) {
      passOver(part, `the parts are ${Object.keys(PARTS).join(", ")}`);
      continue;
    }
    const { name, read, expected } = PARTS[key];
    const text = decoded(rest.join("="));
    const value = text === undefined ? undefined : read(text, choices);
    if (value === undefined) {
      passOver(part, `expected ${typeof expected === "string" ? expected : expected(choices)}`);
    } else found[name] = value;
  }
  const state = /** @type {State} */ ({ ...structuredClone(defaults), ...found });
  requireOwn(state, found, defaults, passOver);
  requireComponent(state, found, passOver);
  return { state, problems };
}

/**
 * A start or points of one's own need their numbers, and numbers need to be asked for.
 *
 * @param {State} state
 * @param {Record<string, unknown>} found in the address
 * @param {Readonly<State>} defaults
 * @param {(part: string, reason: string) => void} passOver
 */
function requireOwn(state, found, defaults, passOver) {
  if (state.start === OWN_START && !featuresOfRow(state.own_start.length, state.n_components)) {
    passOver("start=own start", `"own" does not hold ${state.n_components} components`);
    state.start = defaults.start === OWN_START ? DEFAULTS.start : defaults.start;
  }
  if (state.data === OWN_POINTS && state.own_points.length === 0) {
    passOver("data=own points", '"points" does not hold any');
    state.data = defaults.data === OWN_POINTS ? DEFAULTS.data : defaults.data;
  }
  for (const [key, name, needed] of /** @type {const} */ ([
    ["own", "own_start", `start=${OWN_START}`],
    ["points", "own_points", `data=${OWN_POINTS}`],
  ])) {
    if (isMeant(name, state)) continue;
    if (name in found) passOver(key, `it needs ${needed}`);
    state[name] = [];
  }
}

/**
 * @param {State} state
 * @param {Record<string, unknown>} found in the address
 * @param {(part: string, reason: string) => void} passOver
 */
function requireComponent(state, found, passOver) {
  const [, , ofWeight, , component] = PARAMETER.exec(state.along) ?? [];
  if (Number(ofWeight ?? component ?? 0) < state.n_components) return;
  const last = state.n_components - 1;
  if ("along" in found) passOver(`along=${state.along}`, `components are counted from 0 to ${last}`);
  state.along = M_STEP;
}

/**
 * @param {string} name
 * @param {State} state
 */
function isMeant(name, { start, data }) {
  return (name !== "own_start" || start === OWN_START) && (name !== "own_points" || data === OWN_POINTS);
}

/**
 * @param {keyof State} name
 * @param {keyof Choices} kind
 * @returns {Part}
 */
function among(name, kind) {
  return {
    name,
    write: String,
    read: (text, choices) => (choices[kind].includes(text) ? text : undefined),
    expected: (choices) => `one of ${choices[kind].join(", ")}`,
  };
}

/**
 * @param {keyof State} name
 * @param {(value: number) => boolean} isRight
 * @param {string} expected
 * @returns {Part}
 */
function number(name, isRight, expected) {
  const read = (/** @type {string} */ text) => {
    const [value, ...more] = numbersOf(text) ?? [];
    return more.length === 0 && isRight(value) ? value : undefined;
  };
  return { name, write: String, read, expected };
}

/**
 * @param {keyof State} name
 * @param {number} least
 * @param {number} most
 * @returns {Part}
 */
function whole(name, least, most) {
  const isRight = (/** @type {number} */ value) =>
    Number.isSafeInteger(value) && value >= least && value <= most;
  return number(name, isRight, `a whole number from ${least} to ${most}`);
}

/**
 * @param {string} text
 * @returns {number[] | undefined}
 */
function numbersOf(text) {
  const isNumber = /^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
  const parts = text.split(",");
  const numbers = parts.map(Number);
  return parts.every((part) => isNumber.test(part)) && numbers.every(Number.isFinite) ? numbers : undefined;
}

/** @param {number[] | undefined} numbers */
function pairsOf(numbers) {
  if (!numbers || numbers.length % 2) return undefined;
  return Array.from({ length: numbers.length / 2 }, (_, n) => [numbers[2 * n], numbers[2 * n + 1]]);
}

/** @param {string} text */
function encoded(text) {
  return encodeURIComponent(text).replaceAll("%20", "+").replaceAll("%2C", ",");
}

/**
 * @param {string} text
 * @returns {string | undefined}
 */
function decoded(text) {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined; // a % that stands for nothing
  }
}

/** @param {string} part */
function shortened(part) {
  return part.length > 40 ? `${part.slice(0, 40)}…` : part;
}
