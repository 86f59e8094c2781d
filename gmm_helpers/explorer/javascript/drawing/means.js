// The means of the components: markers with numbers, inside the frame even where a mean is not.

import { MARKER_PATHS } from "./look.js";
import { placeOf } from "./overlay.js";
import { projected } from "./projection.js";

/** @typedef {import("../runs/trace.js").Trace} Trace */
/** @typedef {import("../runs/data.js").Data} Data */
/** @typedef {import("./look.js").Look} Look */
/** @typedef {import("./overlay.js").Framed} Framed */

/**
 * Where a mean is drawn: inside the frame, even if it is not.
 * @param {Framed} framed
 * @param {Float64Array} row
 * @param {number} K
 * @param {Data} data
 * @param {number} k
 */
export function placeOfMean(framed, row, K, data, k) {
  const { box } = framed;
  const [x, y] = placeOf(framed, projected(row, K, data.plane, k).place);
  /**
   * @param {number} value
   * @param {number} low
   * @param {number} size
   */
  const within = (value, low, size) => Math.min(Math.max(value, low), low + size);
  const [cx, cy] = [within(x, box.left, box.width), within(y, box.top, box.height)];
  return { x: cx, y: cy, outside: cx !== x || cy !== y };
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Framed} framed
 * @param {Data} data
 * @param {Trace} trace
 * @param {number} h
 * @param {Look} look
 */
export function drawMeans(context, framed, data, trace, h, look) {
  const row = trace.row(h);
  const size = 7.5 * look.scale * Math.sqrt(look.size / 14);
  const places = Array.from({ length: trace.K }, (_, k) => placeOfMean(framed, row, trace.K, data, k));
  context.font = `600 ${0.95 * look.size * look.scale}px ${look.family}`;
  context.textAlign = "left";
  context.textBaseline = "bottom";
  places.forEach(({ x, y, outside }, k) => {
    context.beginPath();
    MARKER_PATHS[k % MARKER_PATHS.length](context, x, y, size);
    context.strokeStyle = look.paper;
    context.lineWidth = 5 * look.scale;
    context.stroke();
    context.strokeStyle = outside ? look.colors[k % look.colors.length] : look.ink;
    context.lineWidth = 1.6 * look.scale;
    context.fillStyle = outside ? look.paper : look.colors[k % look.colors.length];
    context.fill();
    context.stroke();
  });
  // Above all markers, and together where they would cover one another.
  for (const { x, y, text } of labelsOf(places, 1.5 * size)) {
    const at = besideMean(framed, x, y, size, context.measureText(text).width);
    context.strokeStyle = look.paper;
    context.lineWidth = 4 * look.scale;
    context.strokeText(text, ...at);
    context.fillStyle = look.ink;
    context.fillText(text, ...at);
  }
}

/**
 * A number stands to the upper right, or where there is room.
 * @param {Framed} framed
 * @param {number} x
 * @param {number} y
 * @param {number} size
 * @param {number} width
 * @returns {[number, number]}
 */
function besideMean({ box }, x, y, size, width) {
  const right = x + 1.2 * size + width < box.left + box.width ? x + 0.8 * size : x - size - width;
  return [right, y - 3 * size > box.top ? y - 0.6 * size : y + 2.8 * size];
}

/**
 * The numbers of means; those of means that lie within reach of one another are one label.
 * @param {{ x: number; y: number }[]} places
 * @param {number} reach
 */
export function labelsOf(places, reach) {
  /** @type {{ x: number, y: number, text: string }[]} */
  const labels = [];
  places.forEach(({ x, y }, k) => {
    const near = labels.find((label) => Math.hypot(label.x - x, label.y - y) < reach);
    if (near) near.text += `, ${k}`;
    else labels.push({ x, y, text: String(k) });
  });
  return labels;
}
