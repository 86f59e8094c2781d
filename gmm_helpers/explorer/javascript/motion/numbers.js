// The numbers of a half-step, for the bars and for those who cannot see them.

import { nameOf } from "../runs/trace.js";
import { between } from "./phases.js";
import { fromLog, logsOf, logSum, rounded, toLargest } from "./shares.js";

/** @typedef {import("../runs/trace.js").Trace} Trace */
/** @typedef {import("./phases.js").Phase} Phase */
/** @typedef {import("./table.js").Bars} Bars */

const UNTOUCHED = "Point at a sample, or press . and ,";

/**
 * The parameters by which a sample is shared at a half-step: after an M-step still those before it.
 * @param {Trace} trace
 * @param {number} h
 */
function sharingRow(trace, h) {
  return trace.rowAt(Math.max(trace.responsibilitiesIndex(h), 0));
}

/**
 * The shares that the next E-step gives, where there are none yet.
 * @param {Float64Array} logs
 */
function sharesOf(logs) {
  const total = logSum(logs);
  return logs.map((log) => Math.exp(log - total));
}

/**
 * @param {Trace} trace
 * @param {number} h
 * @param {number} n
 */
function titleOf(trace, h, n) {
  if (n < 0) return UNTOUCHED;
  if (h === 0) return `Sample ${n}, in the E-step to come`;
  if (trace.isOwn(h)) return `Sample ${n}, by your e_step`;
  return `Sample ${n}, in ${nameOf(h) === "E" && h !== trace.failed ? "this" : "the last"} E-step`;
}

/**
 * @param {Trace} trace
 * @param {Trace} seen the same on the way, in slow motion
 * @param {number} h
 * @param {number} n the touched sample, or -1
 * @param {Float64Array | null} counts
 * @param {Phase} phase
 * @returns {Bars}
 */
export function barsOf(trace, seen, h, n, counts, { line, done }) {
  const { K, data } = trace;
  const bars = { K, title: titleOf(trace, h, n), N: data.N, logs: null, densities: null, shares: null };
  const grown = counts && (line < 0 ? counts : counts.map((count) => count * done[0]));
  if (n < 0) return { ...bars, counts: grown };
  const row = sharingRow(trace, h);
  const logs = logsOf(data, row, K, n);
  const r = seen.responsibilities(h);
  let densities = toLargest(logs);
  if (line >= 0 && nameOf(h) === "E") {
    const before = h > 1 ? toLargest(logsOf(data, sharingRow(trace, h - 1), K, n)) : new Float64Array(K);
    densities = between(before, densities, done[0], densities);
  }
  const shares = r ? r.subarray(n * K, (n + 1) * K) : sharesOf(logs);
  const isFirst = line >= 0 && h === 1; // there were no shares before
  return {
    ...bars,
    logs,
    densities,
    shares: isFirst ? Float64Array.from(shares, (share) => share * done[1]) : shares,
    counts: grown,
  };
}

/**
 * @param {Trace} trace
 * @param {number} h
 * @param {number} n
 */
export function inWords(trace, h, n) {
  const { data, K } = trace;
  const { logs, shares, title } = barsOf(trace, trace, h, n, null, { line: -1, done: [] });
  if (!logs || !shares) return "";
  const written = rounded(shares, 3);
  const place = [0, 1].slice(0, data.plane.shown).map((a) => data.places[2 * n + a].toPrecision(3));
  const each = Array.from({ length: K }, (_, k) => {
    return `component ${k}: weight times density ${fromLog(logs[k])}, responsibility ${written[k]}`;
  });
  return `${title}, at ${place.join(", ")}. ${each.join("; ")}.`;
}
