// A frame with axes and a sentence over it, for the pictures that may stand beside the data.

import { drawBottom, drawFrame, drawLeft, labelFont, roomForLabels, upwards } from "../drawing/axes.js";
import { colorOf, dot } from "../drawing/marks.js";
import { WINDOW } from "../drawing/range.js";
import { linear } from "../drawing/scales.js";
import { nameOf } from "../runs/trace.js";

/** @typedef {import("../drawing/look.js").Look} Look */
/** @typedef {import("../drawing/look.js").Layers} Layers */
/** @typedef {import("../drawing/scales.js").Scale} Scale */
/** @typedef {import("../drawing/scales.js").Box} Box */
/** @typedef {import("../drawing/axes.js").Mark} Mark */
/** @typedef {import("../runs/trace.js").Trace} Trace */

/**
 * @typedef {{ trace: Trace, h: number, layers: Layers, look: Look }} Shown
 * @typedef {{ box: Box, x: Scale, y: Scale }} Framed
 * @typedef {object} Axes
 * @property {string} caption
 * @property {[number, number]} xs
 * @property {[number, number]} ys
 * @property {string} bottom title
 * @property {string} left title
 * @property {(x: Scale, wanted: number) => Mark[]} [across] marks, if they are not those of the scale
 * @property {Mark[]} [up]
 *
 * A picture beside the data. `caption` says what there is to see; `draw` returns whether all of it is.
 * @typedef {object} Picture
 * @property {string} caption
 * @property {(shown: Shown) => boolean} draw
 * @property {(px: number) => number | null} halfStepAt
 */

const LINES = 2; // for the sentence

/**
 * Draws the axes on an empty picture, and returns where values are.
 * @param {CanvasRenderingContext2D} context
 * @param {Look} look
 * @param {Axes} axes
 * @returns {Framed}
 */
export function openFrame(context, look, { caption, xs, ys, bottom, left: title, across, up }) {
  const { canvas } = context;
  const em = look.size * look.scale;
  drawCaption(context, look, caption);
  const top = (0.7 + 1.25 * LINES) * em;
  const height = canvas.height - top - 3.1 * em;
  const y = linear(ys, [top + height - 0.5 * em, top + 0.5 * em]);
  const marks = up ?? upwards(y, height, em, 7, true);
  const left = roomForLabels(context, marks, look);
  const box = { left, top, width: canvas.width - left - 0.8 * em, height };
  const x = linear(xs, [box.left + 0.4 * em, box.left + box.width - 0.6 * em]);
  drawFrame(context, box, look);
  drawLeft(context, box, y, marks, title, look, box.width);
  drawBottom(context, box, x, bottom, look, { own: across?.(x, box.width / (4 * em)) });
  return { box, x, y };
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Look} look
 * @param {string} caption
 */
function drawCaption(context, look, caption) {
  const em = look.size * look.scale;
  labelFont(context, look);
  context.fillStyle = look.ink;
  context.textAlign = "left";
  context.textBaseline = "top";
  const width = context.canvas.width - 1.2 * em;
  wrapped(caption, (text) => context.measureText(text).width <= width).forEach((line, i) =>
    context.fillText(line, 0.6 * em, (0.3 + 1.2 * i) * em),
  );
}

/**
 * @param {string} text
 * @param {(line: string) => boolean} fits
 */
export function wrapped(text, fits) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(" ")) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Box} box
 * @param {() => void} draw
 */
export function clipped(context, box, draw) {
  context.save();
  context.beginPath();
  context.rect(box.left, box.top, box.width, box.height);
  context.clip();
  draw();
  context.restore();
}

/**
 * A curve over half-steps; with dots where there is room for them.
 * @param {CanvasRenderingContext2D} context
 * @param {Framed} framed
 * @param {(readonly [number, number])[]} points half-steps and values
 * @param {Look} look
 */
export function drawHalfSteps(context, { x, y }, points, look) {
  context.strokeStyle = look.ink;
  context.lineWidth = 2 * look.scale;
  context.lineJoin = "round";
  context.beginPath();
  for (const [h, value] of points) context.lineTo(x.to(h), y.to(value));
  context.stroke();
  if (points.length > 4 * WINDOW) return;
  for (const [h, value] of points) {
    context.fillStyle = colorOf(nameOf(h), look);
    dot(context, x.to(h), y.to(value), 3 * look.scale, nameOf(h));
  }
}

/**
 * Which half-step is at a place of a picture with half-steps on its axis.
 * @param {Framed | null} framed
 * @param {number} px
 */
export function halfStepAt(framed, px) {
  if (!framed) return null;
  const { box, x } = framed;
  const inside = px >= box.left - box.width / 40 && px <= box.left + 1.025 * box.width;
  return inside ? Math.round(x.back(px)) : null;
}
