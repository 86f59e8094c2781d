// Signs that several pictures share: dots of half-steps, and legends of lines.

import { labelFont, mark } from "./axes.js";

/** @typedef {import("./look.js").Look} Look */
/** @typedef {import("./scales.js").Box} Box */

/**
 * E-steps are round and M-steps square, here and on the badge.
 * @param {CanvasRenderingContext2D} context
 * @param {number} x
 * @param {number} y
 * @param {number} r
 * @param {string} name
 */
export function dot(context, x, y, r, name) {
  context.beginPath();
  if (name === "M") context.rect(x - 0.88 * r, y - 0.88 * r, 1.76 * r, 1.76 * r);
  else context.arc(x, y, r, 0, 2 * Math.PI);
  context.fill();
}

/**
 * The dot of the half-step where one stands.
 * @param {CanvasRenderingContext2D} context
 * @param {number} x
 * @param {number} y
 * @param {string} name
 * @param {Look} look
 */
export function marker(context, x, y, name, look) {
  const em = look.size * look.scale;
  context.fillStyle = look.paper;
  dot(context, x, y, 0.58 * em, name);
  context.fillStyle = colorOf(name, look);
  dot(context, x, y, 0.42 * em, name);
}

/**
 * @param {string} name
 * @param {Look} look
 */
export function colorOf(name, look) {
  return name === "E" ? look.E : name === "M" ? look.M : look.ink;
}

/**
 * In the upper right corner.
 * @param {CanvasRenderingContext2D} context
 * @param {Box} box
 * @param {Look} look
 * @param {{text: string, color: string, dash: number[]}[]} lines
 */
export function drawLegend(context, box, look, lines) {
  const em = look.size * look.scale;
  labelFont(context, look);
  const width = Math.max(...lines.map(({ text }) => context.measureText(text).width)) + 2.6 * em;
  const left = box.left + box.width - width - 0.4 * em;
  context.fillStyle = look.paper;
  context.fillRect(left, box.top + 0.3 * em, width, (0.1 + 1.3 * lines.length) * em);
  context.textAlign = "left";
  context.textBaseline = "middle";
  lines.forEach(({ text, color, dash }, i) => {
    const y = box.top + (1 + 1.3 * i) * em;
    context.strokeStyle = color;
    context.lineWidth = 2 * look.scale;
    context.setLineDash(dash.map((length) => length * look.scale));
    mark(context, left + 0.2 * em, y, 1.6 * em, 0);
    context.setLineDash([]);
    context.fillStyle = look.soft;
    context.fillText(text, left + 2.2 * em, y);
  });
}
