// What of a run the NLL picture shows: which half-steps, which values, and the gaps it needs.

import { niceStep } from "./scales.js";

/** @typedef {import("../runs/trace.js").Trace} Trace */
/** @typedef {import("./look.js").Layers} Layers */
/** @typedef {import("./scales.js").Scale} Scale */

export const WINDOW = 12; // half-steps on either side, when zoomed in
const GAP_MILLISECONDS = 6; // of a frame, for gaps not yet known

/**
 * @param {Trace} trace
 * @param {number} h
 * @param {Layers} layers
 */
export function shownHalfSteps(trace, h, layers) {
  if (!layers.zoom) return [0, Math.max(trace.last, 1)];
  const from = Math.max(0, Math.min(h - WINDOW, trace.last - 2 * WINDOW));
  return [from, Math.max(Math.min(from + 2 * WINDOW, trace.last), from + 1)];
}

/**
 * The start may be so bad that nothing else could be seen: then it is above the frame.
 * @param {Trace} trace
 * @param {number} from
 * @param {number} to
 * @param {Layers} layers
 */
export function nllRange(trace, from, to, layers) {
  let low = Infinity;
  let high = -Infinity;
  /** @param {number} value */
  const seen = (value) => {
    if (!Number.isFinite(value)) return;
    low = Math.min(low, value);
    high = Math.max(high, value);
  };
  const finite = trace.nll.subarray(1).some(Number.isFinite);
  const after = finite ? Math.max(from, 2) : from; // a run may fail in its first half-steps
  for (let h = Math.min(after, to); h <= to; h++) {
    seen(trace.nllAt(h));
    if (layers.bound) seen(trace.nllAt(h) + trace.gapIfKnown(h));
  }
  if (high < low) return { low: 0, high: 1, clipped: false };
  const room = Math.max(high - low, 1e-9 * Math.abs(high), 1e-9);
  const start = from < 2 ? trace.nll[0] : -Infinity;
  const clipped = start - low > 4 * room && to > 2;
  high = clipped ? high + 0.25 * room : Math.max(high, start);
  if (high - low < 1e-6) [low, high] = [low - 0.5, high + 0.5];
  return { low, high, clipped };
}

/**
 * A range that another run fits into, too.
 * @param {Trace | null | undefined} ghost
 * @param {{ low: number, high: number, clipped: boolean }} range
 * @param {number} from
 * @param {number} to
 */
export function rangeWith(ghost, { low, high, clipped }, from, to) {
  if (!ghost || from > ghost.last) return { low, high, clipped };
  const other = nllRange(ghost, from, Math.min(to, ghost.last), { color: "none" });
  return { low: Math.min(low, other.low), high: Math.max(high, other.high), clipped };
}

/**
 * Ticks at whole iterations, of two half-steps each.
 * @param {Scale} x
 * @param {number} wanted
 */
export function iterations(x, wanted) {
  const step = Math.max(1, niceStep((x.high - x.low) / 2, Math.min(8, wanted)));
  const marks = [];
  for (let i = Math.ceil(x.low / 2 / step) * step; 2 * i <= x.high; i += step)
    marks.push({ value: 2 * i, text: String(i) });
  return marks;
}

/**
 * Computes gaps near the marker first, and stops when the frame has no more time.
 * @param {Trace} trace
 * @param {number} from
 * @param {number} to
 * @param {number} h
 */
export function computeGaps(trace, from, to, h) {
  const begun = performance.now();
  trace.gap(h);
  for (let distance = 1; distance <= to - from; distance++) {
    for (const other of [h - distance, h + distance]) {
      if (other < Math.max(from, 1) || other > to || !Number.isNaN(trace.gapIfKnown(other))) continue;
      trace.gap(other);
      if (performance.now() - begun > GAP_MILLISECONDS) return false;
    }
  }
  return true;
}
