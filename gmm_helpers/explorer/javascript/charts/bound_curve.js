// The bound as a curve: it touches the NLL after an E-step, and an M-step goes to its lowest point.

import { mark } from "../drawing/axes.js";
import { drawLegend } from "../drawing/legend.js";
import { colorOf, marker } from "../drawing/marks.js";
import { nameOf } from "../runs/trace.js";
import { Cut } from "./cut.js";
import { clipped, openFrame } from "./frame.js";
import { nats } from "./words.js";

/** @typedef {import("./frame.js").Shown} Shown */
/** @typedef {import("./frame.js").Framed} Framed */
/** @typedef {import("../drawing/look.js").Look} Look */

const MILLISECONDS = 4; // of a frame
const TOUCHES = 1e-9; // of the NLL

export class BoundCurve {
  /** @param {CanvasRenderingContext2D} context */
  constructor(context) {
    this.context = context;
    this.caption = "";
    /** @type {Cut | null} */
    this.cut = null;
  }

  halfStepAt() {
    return null; // parameters are on the axis
  }

  /** @param {Shown} shown */
  draw({ trace, h, layers, look }) {
    const axis = layers.along;
    if (trace.data.isPart) {
      this.caption = "The bound is a sum over all samples, and only some of them are here.";
      openFrame(this.context, look, { caption: this.caption, xs: [0, 1], ys: [0, 1], bottom: "", left: "" });
      return true;
    }
    if (!this.cut?.isOf(trace, h, axis)) this.cut = new Cut(trace, h, axis);
    const { cut } = this;
    const isDone = cut.compute(h, MILLISECONDS);
    // Both half-steps of an iteration may have the same curves, but not the same place on them.
    const { here, value } = hereOf(cut, trace, h);
    this.caption = sentence(cut, trace, h, here);
    const [a, b] = cut.line.places.map((place) => cut.line.valueAt(place));
    const framed = openFrame(this.context, look, {
      caption: this.caption,
      xs: [Math.min(a, b), Math.max(a, b)],
      ys: heightsOf(cut),
      bottom: `${cut.name} (${cut.line.isAlong ? "the others move along" : "the others stay"})`,
      left: "nats",
    });
    const curves = [cut.bound, cut.nll].map((values) => pointsOf(framed, cut, values));
    clipped(this.context, framed.box, () => {
      this._curve(curves[0], look.M, [6, 4], look);
      this._curve(curves[1], look.ink, [], look);
    });
    const bound = { text: "bound (NLL + KL)", color: look.M, dash: [6, 4] };
    const entries = [{ text: "NLL", color: look.ink, dash: [] }, ...(h > 0 ? [bound] : [])];
    const [px, { top, height }] = [framed.x.to(value), framed.box];
    const stands = /** @type {const} */ ([
      [px, framed.y.to(Number.isNaN(here.bound) ? here.nll : here.bound)],
      [px, top + height],
    ]);
    drawLegend(this.context, framed.box, look, entries, [...curves, [...stands]]);
    this._here(framed, here, value, nameOf(h), look);
    return isDone;
  }

  /**
   * @param {import("../drawing/legend.js").Line} points
   * @param {string} color
   * @param {number[]} dash
   * @param {Look} look
   */
  _curve(points, color, dash, look) {
    const { context } = this;
    context.strokeStyle = color;
    context.lineWidth = 2 * look.scale;
    context.setLineDash(dash.map((length) => length * look.scale));
    context.beginPath();
    let isDown = false; // where there is no mixture, there is a gap
    for (const [px, py] of points) {
      const isThere = Number.isFinite(py);
      if (isThere) context[isDown ? "lineTo" : "moveTo"](px, py);
      isDown = isThere;
    }
    context.stroke();
    context.setLineDash([]);
  }

  /**
   * @param {Framed} framed
   * @param {{nll: number, bound: number}} here
   * @param {number} value
   * @param {string} name
   * @param {Look} look
   */
  _here({ x, y, box }, here, value, name, look) {
    const { context } = this;
    const px = x.to(value);
    const inBox = (/** @type {number} */ v) => Math.min(Math.max(y.to(v), box.top), box.top + box.height);
    const py = inBox(Number.isNaN(here.bound) ? here.nll : here.bound);
    context.strokeStyle = colorOf(name, look);
    context.lineWidth = look.scale;
    mark(context, px, box.top + box.height, 0, py - box.top - box.height);
    context.lineWidth = 3.5 * look.scale; // the gap
    mark(context, px, py, 0, inBox(here.nll) - py);
    marker(context, px, py, name, look);
  }
}

/**
 * @param {Framed} framed
 * @param {Cut} cut
 * @param {Float64Array} values
 * @returns {import("../drawing/legend.js").Line}
 */
function pointsOf({ x, y }, cut, values) {
  return cut.known.map((i) => [
    x.to(cut.line.valueAt(cut.placeOf(i))),
    Number.isFinite(values[i]) ? y.to(values[i]) : NaN,
  ]);
}

/**
 * NLL and bound where one stands, and the parameter on the axis there.
 * @param {Cut} cut
 * @param {import("../runs/trace.js").Trace} trace
 * @param {number} h
 */
export function hereOf(cut, trace, h) {
  const isAfterM = trace.effective(h) > 0 && trace.effective(h) % 2 === 0;
  const { line } = cut;
  if (!line.isAlong) {
    return { here: cut.here, value: trace.row(h)[cut.at] };
  }
  return { here: isAfterM ? cut.after : cut.before, value: line.valueAt(isAfterM ? 1 : 0) };
}

/**
 * What is to be seen of the curves upwards: the NLL, and the bound near where it touches.
 * @param {Cut} cut
 * @returns {[number, number]}
 */
function heightsOf(cut) {
  const { before, after, line } = cut;
  const stand = line.isAlong ? before : cut.here;
  const seen = [...cut.nll, stand.nll, after.nll].filter(Number.isFinite);
  if (!seen.length || !Number.isFinite(stand.nll)) return [0, 1];
  const low = Math.min(...seen);
  const drop = before.bound - after.bound;
  const room = line.isAlong ? Math.max(drop || 0, 0.35 * (stand.nll - low)) : Math.max(...seen) - stand.nll;
  const high = Math.max(stand.nll + room, stand.bound || -Infinity);
  return high > low ? [low, high] : [low - 0.5, low + 0.5];
}

/**
 * @param {Cut} cut
 * @param {import("../runs/trace.js").Trace} trace
 * @param {number} h
 * @param {{nll: number, bound: number}} here
 */
export function sentence(cut, trace, h, here) {
  const { before, after, line } = cut;
  const name = nameOf(trace.effective(h));
  if (name === "start") return "There are no responsibilities yet, so there is no bound.";
  const gap = here.bound - here.nll;
  const least = TOUCHES * Math.abs(here.nll);
  if (name === "E") {
    if (trace.isOwn(h) && gap > 1e-6) {
      return `The bound stays ${nats(gap)} above the NLL: the E-step is not the posterior.`;
    }
    const done = trace.effective(h) === 1 ? "made a bound that" : "lowered the bound until it";
    const next = line.isAlong ? " The M-step will go to its lowest point." : "";
    return `The E-step has ${done} touches the NLL.${next}`;
  }
  const below = gap > least ? `The NLL is another ${nats(gap)} below.` : "It still touches the NLL.";
  const fall = before.bound - after.bound;
  const lowest = Math.min(...cut.known.map((i) => cut.bound[i]).filter(Number.isFinite), here.bound);
  if (here.bound - lowest > 0.02 * Math.max(before.bound - lowest, 0) + least) {
    const why = trace.regCovar >= 1e-4 ? `: reg_covar = ${trace.regCovar} keeps it off` : "";
    return `The M-step has not gone to the lowest point of the bound${why}. ${below}`;
  }
  if (fall <= least) return `The bound was at its lowest point already. ${below}`;
  const down = line.isAlong ? `, ${nats(fall)} down` : "";
  return `The M-step has gone to the lowest point of the bound${down}. ${below}`;
}
