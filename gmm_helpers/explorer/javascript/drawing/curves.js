// The curves of a run against its half-steps: the NLL, its bound, and the NLL of another run.

import { colorOf, dot } from "./marks.js";
import { WINDOW } from "./range.js";
import { nameOf } from "../runs/trace.js";

/** @typedef {import("../runs/trace.js").Trace} Trace */
/** @typedef {import("./scales.js").Scale} Scale */
/** @typedef {import("./look.js").Look} Look */
/**
 * Which half-steps are seen, and where.
 * @typedef {{ from: number, to: number, x: Scale, y: Scale, look: Look }} Stretch
 */

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Trace} trace
 * @param {Stretch} stretch
 * @param {boolean | undefined} withBound
 */
export function drawCurve(context, trace, { from, to, x, y, look }, withBound) {
  context.strokeStyle = look.ink;
  context.lineWidth = 2 * look.scale;
  context.lineJoin = "round";
  context.beginPath();
  for (let h = from; h <= to; h++) context.lineTo(x.to(h), y.to(trace.nllAt(h)));
  context.stroke();
  if (to - from > 4 * WINDOW) return;
  for (let h = from; h <= to; h++) {
    const points = withBound ? [trace.nllAt(h), trace.nllAt(h) + trace.gap(h)] : [trace.nllAt(h)];
    context.fillStyle = colorOf(nameOf(h), look);
    points.forEach((value) => dot(context, x.to(h), y.to(value), 3 * look.scale, nameOf(h)));
  }
}

/**
 * Another run, in grey.
 * @param {CanvasRenderingContext2D} context
 * @param {Trace} ghost
 * @param {Stretch} stretch
 */
export function drawGhostCurve(context, ghost, { from, to, x, y, look }) {
  context.strokeStyle = look.soft;
  context.lineWidth = 2 * look.scale;
  context.setLineDash([2 * look.scale, 3 * look.scale]);
  context.beginPath();
  for (let h = from; h <= Math.min(to, ghost.last); h++) context.lineTo(x.to(h), y.to(ghost.nllAt(h)));
  context.stroke();
  context.setLineDash([]);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Trace} trace
 * @param {Stretch} stretch
 */
export function drawBound(context, trace, { from, to, x, y, look }) {
  /** @type {number[]} */
  const known = [];
  for (let h = Math.max(from, 1); h <= to; h++) if (!Number.isNaN(trace.gapIfKnown(h))) known.push(h);
  /** @param {number} h */
  const bound = (h) => trace.nllAt(h) + trace.gapIfKnown(h);
  context.fillStyle = look.M;
  context.globalAlpha = 0.25;
  context.beginPath();
  known.forEach((h) => context.lineTo(x.to(h), y.to(bound(h))));
  [...known].reverse().forEach((h) => context.lineTo(x.to(h), y.to(trace.nllAt(h))));
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = look.M;
  context.lineWidth = 1.8 * look.scale;
  context.setLineDash([6 * look.scale, 4 * look.scale]);
  context.beginPath();
  known.forEach((h) => context.lineTo(x.to(h), y.to(bound(h))));
  context.stroke();
  context.setLineDash([]);
}
