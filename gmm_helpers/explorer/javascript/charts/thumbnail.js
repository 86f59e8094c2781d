// A small picture of a mixture: two standard deviations of each component, nothing else.

import { lookOf } from "../drawing/look.js";
import { ellipse, projected } from "../drawing/projection.js";
import { extent, planeScales } from "../drawing/scales.js";

/** @typedef {import("../runs/data.js").Data} Data */

const ROOM = 0.1; // around the data, of their extent
const LEVELS = [0.75, 0.25]; // of the height, where data have one feature: components take turns

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Float64Array} row
 * @param {number} K
 * @param {Data} data
 */
export function drawThumbnail(canvas, row, K, data) {
  const { clientWidth, clientHeight } = canvas;
  const scale = window.devicePixelRatio || 1;
  canvas.width = Math.round(clientWidth * scale);
  canvas.height = Math.round(clientHeight * scale);
  const context = canvas.getContext("2d");
  if (!context || !canvas.width) return;
  const look = lookOf(canvas, scale);
  const box = { left: 0, top: 0, width: canvas.width, height: canvas.height };
  const isFlat = data.plane.shown === 1;
  const ys = isFlat ? /** @type {[number, number]} */ ([0, 0]) : extent(data.places, 2, 1);
  const { x, y, units } = planeScales(extent(data.places, 2, 0), ys, box, ROOM);
  context.lineWidth = 1.6 * scale;
  for (let k = 0; k < K; k++) {
    const { place, spread } = projected(row, K, data.plane, k);
    context.strokeStyle = look.colors[k % look.colors.length];
    context.beginPath();
    if (isFlat) {
      const reach = 2 * Math.sqrt(spread[0]);
      const level = canvas.height * LEVELS[k % 2];
      context.moveTo(x.to(place[0] - reach), level);
      context.lineTo(x.to(place[0] + reach), level);
    } else {
      const [ux, uy] = units;
      const { long, short, angle } = ellipse([spread[0] * ux * ux, spread[1] * ux * uy, spread[2] * uy * uy]);
      if (!Number.isFinite(long + place[0] + place[1])) continue;
      context.ellipse(x.to(place[0]), y.to(place[1]), 2 * long, 2 * short, -angle, 0, 2 * Math.PI);
    }
    context.stroke();
  }
}
