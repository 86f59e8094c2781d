// Frames with ticks and titles; the room for labels is measured, so that no digit is cut off.

import { compact, niceStep, offsetOf, tickText, ticks } from "./scales.js";

/** @typedef {import("./look.js").Look} Look */
/** @typedef {import("./scales.js").Scale} Scale */
/** @typedef {import("./scales.js").Box} Box */
/** @typedef {{ value: number, text: string, offset?: number }} Mark */

const LABEL = 0.86; // of the size of text
const TITLE = 1.6; // em on the left, for a title that stands upright

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} x
 * @param {number} y
 * @param {number} dx
 * @param {number} dy
 */
export function mark(context, x, y, dx, dy) {
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + dx, y + dy);
  context.stroke();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Look} look
 */
export function labelFont(context, look) {
  context.font = `${LABEL * look.size * look.scale}px ${look.family}`;
}

/**
 * Round values and their labels, about as many as wanted; `shifted`: without the digits that all
 * of them begin with.
 * @param {number} low
 * @param {number} high
 * @param {number} wanted
 * @param {boolean} shifted
 * @returns {Mark[]}
 */
export function labelled(low, high, wanted, shifted = false) {
  const step = niceStep(high - low, wanted);
  const values = ticks(low, high, wanted);
  const offset = shifted ? offsetOf(values) : 0;
  const largest = Math.max(...values.map((value) => Math.abs(value - offset)));
  return values.map((value) => ({ value, offset, text: tickText(value - offset, step, largest) }));
}

/**
 * "x₁ − 1e9": what the labels show, if not the value itself.
 * @param {string} title
 * @param {Mark[]} marks
 */
function titled(title, marks) {
  const offset = marks[0]?.offset;
  return offset ? `${title} ${offset > 0 ? "−" : "+"} ${compact(Math.abs(offset))}` : title;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Mark[]} marks
 */
function widest(context, marks) {
  return marks.reduce((most, { text }) => Math.max(most, context.measureText(text).width), 0);
}

/**
 * How many ticks there is room for: long labels need more of it.
 * @param {CanvasRenderingContext2D} context
 * @param {number} low
 * @param {number} high
 * @param {number} pixels
 * @param {number} em
 */
function across(context, low, high, pixels, em) {
  let wanted = Math.min(8, pixels / (4.5 * em));
  let marks = labelled(low, high, wanted, true);
  while (wanted > 1 && marks.length * (widest(context, marks) + em) > pixels) {
    wanted /= 1.5;
    marks = labelled(low, high, wanted, true);
  }
  return marks;
}

/**
 * @param {Scale} y
 * @param {number} height
 * @param {number} em
 * @param {number} most
 * @param {boolean} shifted
 */
export function upwards(y, height, em, most = 8, shifted = false) {
  return labelled(y.low, y.high, Math.min(most, height / (3.5 * em)), shifted);
}

/**
 * Room on the left for labels and title; in steps, so that it does not tremble while one plays.
 * @param {CanvasRenderingContext2D} context
 * @param {Mark[]} marks
 * @param {Look} look
 */
export function roomForLabels(context, marks, look) {
  labelFont(context, look);
  const em = look.size * look.scale;
  return Math.ceil((TITLE + 0.7 + widest(context, marks) / em) * 2) * 0.5 * em;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Box} box
 * @param {Look} look
 */
export function drawFrame(context, box, look) {
  context.strokeStyle = look.line;
  context.lineWidth = look.scale;
  context.strokeRect(box.left, box.top, box.width, box.height);
  context.fillStyle = look.soft;
  labelFont(context, look);
}

/**
 * `own`: where there are other round values than those of the scale; `note` follows the title.
 * @param {CanvasRenderingContext2D} context
 * @param {Box} box
 * @param {Scale} x
 * @param {string} title
 * @param {Look} look
 * @param {{ own?: Mark[]; note?: string }} options
 */
export function drawBottom(context, box, x, title, look, { own, note = "" } = {}) {
  const em = look.size * look.scale;
  context.textAlign = "center";
  context.textBaseline = "top";
  const marks = own ?? across(context, x.low, x.high, box.width, em);
  for (const { value, text } of marks) {
    mark(context, x.to(value), box.top + box.height, 0, 0.3 * em);
    context.fillText(text, x.to(value), box.top + box.height + 0.4 * em);
  }
  context.fillText(titled(title, marks) + note, box.left + box.width / 2, box.top + box.height + 1.7 * em);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Box} box
 * @param {Scale} y
 * @param {Mark[]} marks
 * @param {string} title
 * @param {Look} look
 * @param {number} length
 */
export function drawLeft(context, box, y, marks, title, look, length = -0.3 * look.size * look.scale) {
  const em = look.size * look.scale;
  context.textAlign = "right";
  context.textBaseline = "middle";
  for (const { value, text } of marks) {
    mark(context, box.left, y.to(value), length, 0);
    context.fillText(text, box.left - 0.45 * em, y.to(value));
  }
  context.save();
  context.translate(0.75 * em, box.top + box.height / 2);
  context.rotate(-Math.PI / 2);
  context.textAlign = "center";
  context.fillText(titled(title, marks), 0, 0);
  context.restore();
}
