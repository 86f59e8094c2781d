// Drawn over the data: the touched sample, the threads of an M-step, and the means before it.

import { mark } from "../drawing/axes.js";
import { MARKER_PATHS } from "../drawing/look.js";
import { placeOf } from "../drawing/overlay.js";
import { projected } from "../drawing/projection.js";

/** @typedef {import("../drawing/look.js").Look} Look */
/** @typedef {import("../drawing/plane.js").Frame} Frame */
/** @typedef {import("../runs/data.js").Plane} DataPlane */
/** @typedef {import("./threads.js").Thread} Thread */
/**
 * @typedef {object} Sketched
 * @property {CanvasRenderingContext2D} context
 * @property {Frame} framed
 * @property {Look} look
 */

const OLD = 0.4; // how much is left of the mean before

/**
 * @param {Sketched} on
 * @param {number} n
 */
export function ring({ context, framed, look }, n) {
  const r = 8.5 * look.scale * Math.sqrt(look.size / 14);
  for (const [color, width] of /** @type {[string, number][]} */ ([
    [look.paper, 5],
    [look.ink, 2.4],
  ])) {
    context.strokeStyle = color;
    context.lineWidth = width * look.scale;
    context.beginPath();
    context.arc(framed.at[2 * n], framed.at[2 * n + 1], r, 0, 2 * Math.PI);
    context.stroke();
  }
}

/**
 * Threads grow from their samples to the new means.
 * @param {Sketched} on
 * @param {Thread[]} threads
 * @param {[number, number][]} means in pixels
 * @param {number} grown
 * @param {boolean} areBold
 */
export function drawThreads({ context, framed, look }, threads, means, grown, areBold) {
  const thickness = look.scale * Math.sqrt(look.size / 14) * (areBold ? 2.2 : 1);
  for (const { n, k, strength } of threads) {
    const [x, y] = [framed.at[2 * n], framed.at[2 * n + 1]];
    context.strokeStyle = look.colors[k % look.colors.length];
    context.globalAlpha = (areBold ? 1 : 0.75) * Math.max(strength, 0.08);
    context.lineWidth = (0.6 + strength) * thickness;
    mark(context, x, y, (means[k][0] - x) * grown, (means[k][1] - y) * grown);
  }
  context.globalAlpha = 1;
}

/**
 * Where the means were, and the way to where they are now.
 * @param {Sketched} on
 * @param {[number, number][]} from
 * @param {[number, number][]} to
 * @param {number} moved
 */
export function drawOldMeans({ context, look }, from, to, moved) {
  const size = 7.5 * look.scale * Math.sqrt(look.size / 14);
  context.strokeStyle = context.fillStyle = look.ink;
  from.forEach(([x, y], k) => {
    context.globalAlpha = 1 - (1 - OLD) * moved;
    context.lineWidth = 1.6 * look.scale;
    context.beginPath();
    MARKER_PATHS[k % MARKER_PATHS.length](context, x, y, size);
    context.stroke();
    context.globalAlpha = moved;
    context.lineWidth = 2 * look.scale;
    mark(context, x, y, (to[k][0] - x) * moved, (to[k][1] - y) * moved);
  });
  context.globalAlpha = 1;
}

/**
 * @param {Frame} framed
 * @param {Float64Array} row
 * @param {number} K
 * @param {DataPlane} plane
 */
export function meansIn(framed, row, K, plane) {
  return Array.from({ length: K }, (_, k) => placeOf(framed, projected(row, K, plane, k).place));
}
