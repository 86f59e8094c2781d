// How one sample is shared: its weighted densities, and their numbers as they are written.

import { weightedLogProb } from "../em/gaussians.js";

/** @typedef {import("../em/gaussians.js").Data} Data */

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * log(pi_k N(x_n | mu_k, Sigma_k)) for all k.
 * @param {Data} data
 * @param {Float64Array} row
 * @param {number} K
 * @param {number} n
 */
export function logsOf({ X, D }, row, K, n) {
  return weightedLogProb(X.subarray(n * D, (n + 1) * D), 1, D, row, K, new Float64Array(K));
}

/**
 * What these are the logarithms of, in units of the largest.
 * @param {Float64Array} logs
 */
export function toLargest(logs) {
  const most = Math.max(...logs);
  return logs.map((log) => (log === most ? 1 : Math.exp(log - most)));
}

/**
 * Values with so many digits that add up as written: what rounding loses goes to those that lost most.
 * @param {ArrayLike<number>} values
 * @param {number} digits
 */
export function rounded(values, digits) {
  const unit = 10 ** -digits;
  const units = Array.from(values, (value) => value / unit);
  const whole = units.map((value) => Math.floor(value + 1e-9));
  const total = Math.round(units.reduce((sum, value) => sum + value, 0));
  const missing = total - whole.reduce((sum, value) => sum + value, 0);
  const byLoss = units.map((_, k) => k).sort((a, b) => units[b] - whole[b] - (units[a] - whole[a]));
  for (const k of byLoss.slice(0, Math.max(missing, 0))) whole[k] += 1;
  return whole.map((value) => (value * unit).toFixed(digits));
}

/**
 * A number of three digits, of which the logarithm is known: it may be smaller than any number.
 * @param {number} log
 */
export function fromLog(log) {
  if (!Number.isFinite(log)) return "0";
  if (log > Math.log(1e-3) && log < Math.log(1e4)) return String(Number(Math.exp(log).toPrecision(3)));
  let power = Math.floor(log / Math.LN10);
  let front = Math.exp(log - power * Math.LN10).toFixed(1);
  if (front === "10.0") [front, power] = ["1.0", power + 1];
  const raised = Array.from(String(Math.abs(power)), (digit) => SUPERSCRIPTS[Number(digit)]).join("");
  return `${front}·10${power < 0 ? "⁻" : ""}${raised}`;
}

/**
 * Log of the sum of what these are the logarithms of.
 * @param {Float64Array} logs
 */
export function logSum(logs) {
  const most = Math.max(...logs);
  return Number.isFinite(most)
    ? most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0))
    : most;
}

/**
 * Effective counts: the sums of the responsibilities (N x K).
 * @param {ArrayLike<number>} r
 * @param {number} K
 */
export function countsOf(r, K) {
  const counts = new Float64Array(K);
  for (let at = 0; at < r.length;) for (let k = 0; k < K; k++) counts[k] += r[at++];
  return counts;
}
