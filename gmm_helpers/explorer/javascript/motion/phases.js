// What happens when in a half-step in slow motion: one line of the algorithm after another.

/** @typedef {"E" | "M"} Name */
/**
 * How far each line of a half-step has come, 0 to 1; `line` is the one being executed, -1 at rest.
 * @typedef {{ line: number, done: number[] }} Phase
 */

/** Milliseconds. */
export const DURATION = { E: 1300, M: 2000 };
// Where in that time the lines begin, in the order of lines.js.
const BEGINS = { E: [0, 0.25, 0.9], M: [0, 0.35, 0.7] };

/**
 * @param {Name} name
 * @param {number} t 0 to 1
 * @returns {Phase}
 */
export function phaseAt(name, t) {
  const begins = BEGINS[name];
  const done = begins.map((begin, i) => smooth((t - begin) / ((begins[i + 1] ?? 1) - begin)));
  return { line: t < 1 ? begins.filter((begin) => begin <= t).length - 1 : -1, done };
}

/** @param {number} t */
function smooth(t) {
  const x = Math.min(Math.max(t, 0), 1);
  return x * x * (3 - 2 * x);
}

/**
 * Values on the way from one to the other: shares still sum to one, and a covariance between two
 * positive definite ones is positive definite, too.
 * @template {Float32Array | Float64Array} T
 * @param {ArrayLike<number>} from
 * @param {ArrayLike<number>} to
 * @param {number} t
 * @param {T} out
 * @param {number} [begin]
 * @param {number} [end]
 * @returns {T}
 */
export function between(from, to, t, out, begin = 0, end = to.length) {
  for (let i = begin; i < end; i++) out[i] = (1 - t) * from[i] + t * to[i];
  return out;
}

/**
 * A mixture in an M-step: weights, then means, then covariances move.
 * @param {Float64Array} from
 * @param {Float64Array} to
 * @param {number} K
 * @param {number} D
 * @param {number[]} done
 */
export function mixtureBetween(from, to, K, D, [weights, means, covariances]) {
  const out = new Float64Array(to.length);
  between(from, to, weights, out, 0, K);
  between(from, to, means, out, K, K + K * D);
  return between(from, to, covariances, out, K + K * D);
}
