// How undecided the responsibilities are: their entropy, summed over the samples, by half-step.

import { mark } from "../drawing/axes.js";
import { colorOf, marker } from "../drawing/marks.js";
import { iterations, shownHalfSteps } from "../drawing/range.js";
import { entropyOf } from "../em/bound.js";
import { nameOf } from "../runs/trace.js";
import { clipped, drawHalfSteps, halfStepAt, openFrame } from "./frame.js";

/** @typedef {import("./frame.js").Shown} Shown */
/** @typedef {import("./frame.js").Framed} Framed */
/** @typedef {import("../runs/trace.js").Trace} Trace */

const MILLISECONDS = 6; // of a frame

/** @type {WeakMap<Trace, Map<number, number>>} */
const kept = new WeakMap();

/**
 * Entropy at a half-step, in nats; NaN at the start, where there are no responsibilities yet.
 * @param {Trace} trace
 * @param {number} h
 */
export function entropyAt(trace, h) {
  const known = knownOf(trace);
  const index = trace.responsibilitiesIndex(h);
  if (index < 0) return NaN;
  let found = known.get(index);
  if (found === undefined) {
    found = entropyOf(trace.responsibilities(h) ?? []);
    known.set(index, found);
  }
  return found;
}

/** @param {Trace} trace */
function knownOf(trace) {
  const known = kept.get(trace) ?? new Map();
  kept.set(trace, known);
  return known;
}

/**
 * Near the marker first; returns whether all are known.
 * @param {Trace} trace
 * @param {number} from
 * @param {number} to
 * @param {number} h
 */
function computeEntropies(trace, from, to, h) {
  const until = performance.now() + MILLISECONDS;
  const known = knownOf(trace);
  entropyAt(trace, h);
  for (let distance = 1; distance <= to - from; distance++) {
    for (const other of [h - distance, h + distance]) {
      if (other < Math.max(from, 1) || other > to || known.has(trace.responsibilitiesIndex(other))) continue;
      if (performance.now() > until) return false;
      entropyAt(trace, other);
    }
  }
  return true;
}

export class EntropyCurve {
  /** @param {CanvasRenderingContext2D} context */
  constructor(context) {
    this.context = context;
    this.caption = "";
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
    const [from, to] = shownHalfSteps(trace, h, layers);
    const isDone = computeEntropies(trace, from, to, h);
    const known = knownOf(trace);
    /** @type {[number, number][]} */
    const points = [];
    for (let at = Math.max(from, 1); at <= to; at++) {
      const value = known.get(trace.responsibilitiesIndex(at));
      if (value !== undefined && Number.isFinite(value)) points.push([at, value]);
    }
    this.caption = sentence(trace, h);
    this.framed = openFrame(context, look, {
      caption: this.caption,
      xs: [from, Math.max(to, from + 1)],
      ys: rangeOf(points.map(([, value]) => value)),
      bottom: "iteration",
      left: "entropy in nats",
      across: iterations,
    });
    const { box, x, y } = this.framed;
    clipped(context, box, () => drawHalfSteps(context, { box, x, y }, points, look));
    const here = entropyAt(trace, h);
    const isThere = Number.isFinite(here);
    const bottom = box.top + box.height;
    context.strokeStyle = colorOf(nameOf(h), look);
    context.lineWidth = look.scale;
    mark(context, x.to(h), bottom, 0, (isThere ? y.to(here) : box.top) - bottom);
    if (isThere) marker(context, x.to(h), y.to(here), nameOf(h), look);
    return isDone;
  }
}

/**
 * @param {number[]} values
 * @returns {[number, number]}
 */
function rangeOf(values) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (!values.length) return [0, 1];
  return high - low > 1e-9 * Math.max(1, high) ? [low, high] : [low - 0.5, low + 0.5];
}

/**
 * @param {Trace} trace
 * @param {number} h
 */
export function sentence(trace, h) {
  const entropy = entropyAt(trace, h);
  if (Number.isNaN(entropy)) return "There are no responsibilities yet, so they have no entropy.";
  const { N } = trace.data;
  const most = Math.log(trace.K);
  const each = `${(entropy / N).toFixed(3)} per sample`;
  return trace.K === 1
    ? "With one component nothing is undecided: the entropy is 0."
    : `The responsibilities have ${entropy.toFixed(2)} nats of entropy: ${each}, where log ${trace.K} = ${most.toFixed(2)} is undecided.`;
}
