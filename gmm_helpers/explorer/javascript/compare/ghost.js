// Another run, beside the one that is looked at: how their negative log-likelihoods differ.

import { number } from "../controls/words.js";

/** @typedef {import("../runs/trace.js").Trace} Trace */
/** @typedef {import("../runs/choice.js").Choice} Choice */
/**
 * @typedef {object} Ghost
 * @property {Trace} trace
 * @property {Choice} choice
 */

const SAME = 0.01; // nats: what is written with two decimals

/**
 * What of one choice is not as in another.
 * @param {Choice} one
 * @param {Choice} other
 */
export function whatDiffers(one, other) {
  const { data, n_components: K, start, seed, reg_covar: ridge } = one;
  const parts = [
    data !== other.data && data,
    K !== other.n_components && `K = ${K}`,
    start !== other.start && start,
    start === other.start && String(one.own_start) !== String(other.own_start) && "another own start",
    seed !== other.seed && `seed ${seed}`,
    ridge !== other.reg_covar && `reg_covar = ${ridge > 0 && ridge < 1e-3 ? ridge.toExponential() : ridge}`,
  ];
  return parts.filter(Boolean).join(", ") || "this run";
}

/**
 * Where a run ended, or how far it is; nothing if there is no number for it.
 * @param {Trace} trace
 */
export function endOf(trace) {
  const { nll } = trace;
  for (let i = nll.length - 1; i >= 0; i--) if (Number.isFinite(nll[i])) return nll[i];
  return NaN;
}

/**
 * @param {number} difference
 */
function apart(difference) {
  if (Math.abs(difference) < SAME) return "the same";
  return `${number(Math.abs(difference))} nats ${difference > 0 ? "higher (worse)" : "lower (better)"}`;
}

/**
 * @param {Ghost} ghost
 * @param {Choice} choice
 * @param {Trace} trace the run of this choice
 * @param {number} h
 */
export function differenceInWords({ trace: other, choice: pinned }, choice, trace, h) {
  const begin = `Pinned, in grey: ${whatDiffers(pinned, choice)}.`;
  if (other === trace) return begin;
  if (other.data !== trace.data) {
    return `${begin} It is of other data: its NLL cannot be compared with this one.`;
  }
  const [here, there] = [trace.nllAt(h), other.nllAt(Math.min(h, other.last))];
  const parts = [begin];
  if (h > 0 && h < trace.last && Number.isFinite(here - there))
    parts.push(`At this half-step the NLL is ${apart(here - there)}.`);
  const ends = [endOf(trace), endOf(other)];
  const open = trace.isRunning || other.isRunning ? ", so far" : "";
  parts.push(
    `Ends: ${number(ends[0])} here, ${number(ends[1])} pinned${open}: this run's is ${apart(ends[0] - ends[1])}.`,
  );
  if (other.K !== trace.K) parts.push("More components nearly always reach a lower NLL.");
  return parts.join(" ");
}
