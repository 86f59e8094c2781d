// The right picture: the negative log-likelihood against the iteration, and its bound.
//
// For any responsibilities, NLL + KL gap is an upper bound of the NLL (minus the lower bound of the
// log-likelihood). An E-step lowers the bound until it touches; an M-step lowers both.

import { drawBottom, drawFrame, drawLeft, labelFont, mark, roomForLabels, upwards } from "./axes.js";
import { drawBound, drawCurve, drawGhostCurve } from "./curves.js";
import { drawLegend } from "./legend.js";
import { colorOf, marker } from "./marks.js";
import { computeGaps, iterations, nllRange, rangeWith, shownHalfSteps } from "./range.js";
import { linear } from "./scales.js";
import { nameOf } from "../runs/trace.js";

const TITLE = "negative log-likelihood";

/** @typedef {import("../runs/trace.js").Trace} Trace */
/** @typedef {import("./scales.js").Scale} Scale */
/** @typedef {import("./scales.js").Box} Box */
/** @typedef {import("./look.js").Look} Look */
/** @typedef {import("./look.js").Layers} Layers */
/** @typedef {{ trace: Trace, h: number, layers: Layers, look: Look, marked: boolean, ghost?: Trace | null }} Shown */

export class Chart {
  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.canvas = canvas;
    this.context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    /** @type {{ box: Box, x: Scale } | null} */
    this.framed = null;
  }

  /**
   * The half-step at a place of the picture, in pixels; null outside of the frame's width.
   * @param {number} px
   */
  halfStepAt(px) {
    if (!this.framed) return null;
    const { box, x } = this.framed;
    const inside = px >= box.left - box.width / 40 && px <= box.left + 1.025 * box.width;
    return inside ? Math.round(x.back(px)) : null;
  }

  /** @param {Look} look */
  clear(look) {
    const { context, canvas } = this;
    this.framed = null;
    context.fillStyle = look.paper;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }

  /**
   * `marked`: whether one stands somewhere. Returns whether all there is to see is drawn: gaps of long runs come bit by bit.
   * @param {Shown} shown
   */
  draw({ trace, h, layers, look, marked, ghost }) {
    const { context, canvas } = this;
    this.clear(look);
    const em = look.size * look.scale;
    const [from, to] = shownHalfSteps(trace, h, layers);
    const end = ghost && !layers.zoom ? Math.max(to, ghost.last) : to;
    const done = !layers.bound || computeGaps(trace, from, to, h);
    const { low, high, clipped } = rangeWith(ghost, nllRange(trace, from, to, layers), from, end);
    const [top, height] = [0.6 * em, canvas.height - 3.7 * em];
    const y = linear([low, high], [top + height - 0.5 * em, top + 0.5 * em]);
    const marks = upwards(y, height, em, 7);
    const left = roomForLabels(context, marks, look);
    const box = { left, top, width: canvas.width - left - 0.8 * em, height };
    const x = linear([from, Math.max(end, from + 1)], [box.left + 0.4 * em, box.left + box.width - 0.6 * em]);
    this.framed = { box, x };
    drawFrame(context, box, look);
    const isRoomy = context.measureText(TITLE).width < height + 2 * top;
    drawLeft(context, box, y, marks, isRoomy ? TITLE : "NLL", look, box.width);
    drawBottom(context, box, x, "iteration", look, { own: iterations(x, box.width / (4 * em)) });
    context.save();
    context.beginPath();
    context.rect(box.left, box.top, box.width, box.height);
    context.clip();
    const place = { from, to, x, y, look };
    if (ghost) drawGhostCurve(context, ghost, { ...place, to: end });
    if (layers.bound) drawBound(context, trace, place);
    drawCurve(context, trace, place, layers.bound);
    context.restore();
    this._events(trace, from, to, x, y, look, box);
    if (clipped && from === 0) this._startNote(trace, box, look);
    if (layers.bound) this._legend(trace, from, to, x, y, look, box);
    if (marked) this._marker(trace, h, x, y, look, layers, box);
    return done;
  }

  /**
   * Where the NLL rises, and where a half-step failed.
   * @param {Trace} trace
   * @param {number} from
   * @param {number} to
   * @param {Scale} x
   * @param {Scale} y
   * @param {Look} look
   * @param {Box} box
   */
  _events(trace, from, to, x, y, look, box) {
    const { context } = this;
    context.fillStyle = context.strokeStyle = look.alarm;
    const size = 5 * look.scale;
    for (const h of trace.run.rises) {
      if (h < from || h > to) continue;
      const py = Math.max(y.to(trace.nllAt(h)), box.top + size);
      context.beginPath();
      context.moveTo(x.to(h), py - 1.4 * size);
      context.lineTo(x.to(h) + size, py + 0.6 * size);
      context.lineTo(x.to(h) - size, py + 0.6 * size);
      context.fill();
    }
    if (trace.failed >= from && trace.failed <= to) {
      const px = x.to(trace.failed);
      context.lineWidth = 2.5 * look.scale;
      context.setLineDash([4 * look.scale, 4 * look.scale]);
      mark(context, px, box.top, 0, box.height);
      context.setLineDash([]);
      const py = y.to(trace.nllAt(trace.failed));
      mark(context, px - size, py - size, 2 * size, 2 * size);
      mark(context, px - size, py + size, 2 * size, -2 * size);
    }
  }

  /**
   * @param {Trace} trace
   * @param {number} h
   * @param {Scale} x
   * @param {Scale} y
   * @param {Look} look
   * @param {Layers} layers
   * @param {Box} box
   */
  _marker(trace, h, x, y, look, layers, box) {
    const { context } = this;
    const name = nameOf(h);
    const px = x.to(h);
    const py = Math.max(y.to(trace.nllAt(h)), box.top);
    context.strokeStyle = colorOf(name, look);
    context.lineWidth = look.scale;
    mark(context, px, box.top + box.height, 0, Math.min(0, py - box.top - box.height));
    if (layers.bound && trace.gap(h) > 0) {
      const top = Math.max(y.to(trace.nllAt(h) + trace.gap(h)), box.top);
      context.lineWidth = 3.5 * look.scale;
      mark(context, px, py, 0, top - py);
    }
    marker(context, px, py, name, look);
  }

  /**
   * @param {Trace} trace
   * @param {number} from
   * @param {number} to
   * @param {Scale} x
   * @param {Scale} y
   * @param {Look} look
   * @param {Box} box
   */
  _legend(trace, from, to, x, y, look, box) {
    const entries = [
      { text: "NLL", color: look.ink, dash: [] },
      { text: "bound (NLL + KL)", color: look.M, dash: [6, 4] },
    ];
    const lines = [0, 1].map((gaps) =>
      Array.from({ length: to - from + 1 }, (_, i) => {
        const nll = trace.nllAt(from + i);
        const value = gaps ? nll + trace.gapIfKnown(from + i) : nll;
        return /** @type {const} */ ([x.to(from + i), y.to(value)]);
      }),
    );
    drawLegend(this.context, box, look, entries, lines);
  }

  /**
   * @param {Trace} trace
   * @param {Box} box
   * @param {Look} look
   */
  _startNote(trace, box, look) {
    const { context } = this;
    const em = look.size * look.scale;
    labelFont(context, look);
    context.textAlign = "left";
    context.textBaseline = "top";
    const text = `↑ start: ${trace.nll[0].toFixed(1)}`;
    const left = box.left + 1.6 * em;
    context.fillStyle = look.paper;
    context.fillRect(
      left - 0.2 * em,
      box.top + 0.3 * em,
      context.measureText(text).width + 0.4 * em,
      1.1 * em,
    );
    context.fillStyle = look.soft;
    context.fillText(text, left, box.top + 0.4 * em);
  }
}
