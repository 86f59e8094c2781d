// The distance to the final NLL on a log axis: its slope is the rate of convergence.

import { compact } from "../drawing/scales.js";
import { colorOf, marker } from "../drawing/marks.js";
import { mark } from "../drawing/axes.js";
import { iterations, shownHalfSteps } from "../drawing/range.js";
import { iterationOf, nameOf } from "../runs/trace.js";
import { Ending, fractionLeft, isSteady } from "./ending.js";
import { clipped, drawHalfSteps, halfStepAt, openFrame } from "./frame.js";
import { nats } from "./words.js";

/** @typedef {import("./frame.js").Shown} Shown */
/** @typedef {import("./frame.js").Framed} Framed */

const MILLISECONDS = 6; // of a frame
const DECADES = 7; // with a mark, at most

export class DistanceCurve {
  /** @param {CanvasRenderingContext2D} context */
  constructor(context) {
    this.context = context;
    this.caption = "";
    /** @type {Ending | null} */
    this.ending = null;
    /** @type {Framed | null} */
    this.framed = null;
  }

  /** @param {number} px */
  halfStepAt(px) {
    return halfStepAt(this.framed, px);
  }

  /** @param {Shown} shown */
  draw({ trace, h, layers, look }) {
    const { context } = this;
    if (!this.ending?.isOf(trace)) this.ending = new Ending(trace);
    const isDone = this.ending.compute(MILLISECONDS);
    const { distances } = this.ending;
    const [from, to] = shownHalfSteps(trace, h, layers);
    const logs = distances.map(Math.log10);
    const seen = [...logs.subarray(from >> 1, (to >> 1) + 1)].filter(Number.isFinite);
    const low = seen.length ? Math.floor(Math.min(...seen)) : -1;
    const high = seen.length ? Math.max(Math.ceil(Math.max(...seen)), low + 1) : 1;
    this.caption = sentence(trace, h, distances);
    const framed = openFrame(context, look, {
      caption: this.caption,
      xs: [from, Math.max(to, from + 1)],
      ys: [low, high],
      bottom: "iteration",
      left: "NLL above its end (log)",
      across: iterations,
      up: decades(low, high),
    });
    this.framed = framed;
    const { box, x, y } = framed;
    const points = Array.from({ length: to - from + 1 }, (_, i) => from + i)
      .map((at) => /** @type {const} */ ([at, logs[trace.paramsIndex(at)]]))
      .filter(([, log]) => Number.isFinite(log));
    clipped(context, box, () => drawHalfSteps(context, framed, points, look));
    const log = logs[trace.paramsIndex(h)];
    context.strokeStyle = colorOf(nameOf(h), look);
    context.lineWidth = look.scale;
    const bottom = box.top + box.height;
    mark(context, x.to(h), bottom, 0, (Number.isFinite(log) ? y.to(log) : box.top) - bottom);
    if (Number.isFinite(log)) marker(context, x.to(h), y.to(log), nameOf(h), look);
    return isDone;
  }
}

/**
 * @param {number} low
 * @param {number} high
 */
export function decades(low, high) {
  const step = Math.ceil((high - low) / DECADES);
  const powers = Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, i) => low + i * step);
  return powers.map((power) => ({ value: power, text: compact(Number(`1e${power}`)) }));
}

/**
 * @param {import("../runs/trace.js").Trace} trace
 * @param {number} h
 * @param {Float64Array} distances
 */
export function sentence(trace, h, distances) {
  const i = trace.paramsIndex(h);
  const at = Number.isNaN(distances[i]) ? "Here the NLL is at its end" : `${nats(distances[i])} to go`;
  const left = i > 0 ? distances[i] / distances[i - 1] : NaN;
  const here = Number.isNaN(left)
    ? ""
    : `; iteration ${iterationOf(2 * i)} left ${left.toFixed(2)} of the distance`;
  const late = trace.isRunning ? NaN : fractionLeft(trace.nll);
  const how = isSteady(trace.nll) ? ": a straight line" : " on average";
  // Where the changes grow, EM does not come nearer to an end yet.
  const end = late < 1 ? ` Each of the last 10 leaves ${late.toFixed(2)}${how}.` : "";
  return `${at}${here}.${end}`;
}
