// What lies under a run for comparison, in grey: another run, and where k-means cuts.

import { mark } from "./axes.js";
import { MARKER_PATHS } from "./look.js";
import { placeOf } from "./overlay.js";
import { projected } from "./projection.js";

/** @typedef {import("../runs/trace.js").Trace} Trace */
/** @typedef {import("../runs/data.js").Data} Data */
/** @typedef {import("./look.js").Look} Look */
/** @typedef {import("./overlay.js").Framed} Framed */
/** @typedef {import("./overlay.js").Overlay} Overlay */
/**
 * @typedef {object} Others
 * @property {Trace | null} ghost another run on the same data
 * @property {Float64Array | null} means of k-means, one after the other
 */

/**
 * The other run at the same half-step, or at its end; each component has its number.
 * @param {Overlay} overlay
 * @param {Data} data
 * @param {Trace} ghost
 * @param {number} h
 * @param {Look} look
 */
export function drawGhost(overlay, data, ghost, h, look) {
  const { context, framed } = overlay;
  const row = ghost.row(Math.min(h, ghost.last));
  overlay.grey(row, ghost.K, data, look);
  const em = look.size * look.scale;
  context.font = `${0.9 * em}px ${look.family}`;
  context.textAlign = "right";
  context.textBaseline = "top";
  context.lineWidth = 4 * look.scale;
  for (let k = 0; k < ghost.K; k++) {
    const [x, y] = placeOf(framed, projected(row, ghost.K, data.plane, k).place);
    context.strokeStyle = look.paper;
    context.strokeText(String(k), x - 0.6 * em, y + 0.4 * em);
    context.fillStyle = context.strokeStyle = look.soft;
    context.fillText(String(k), x - 0.6 * em, y + 0.4 * em);
    context.lineWidth = 2 * look.scale;
    mark(context, x - 0.4 * em, y, 0.8 * em, 0);
    mark(context, x, y - 0.4 * em, 0, 0.8 * em);
    context.lineWidth = 4 * look.scale;
  }
}

/**
 * The means of k-means, and in the plane the lines between what it gives to each.
 * @param {CanvasRenderingContext2D} context
 * @param {Framed} framed
 * @param {Data} data
 * @param {Float64Array} means
 * @param {Look} look
 */
export function drawKmeans(context, framed, data, means, look) {
  const { D } = data;
  const K = means.length / D;
  context.strokeStyle = look.ink;
  context.lineWidth = 1.6 * look.scale;
  context.setLineDash([7 * look.scale, 4 * look.scale]);
  if (D === 1) for (const cut of cutsOnLine(means)) upright(context, framed, cut);
  if (D === 2) {
    for (const [from, to] of cutsInPlane(means, reachOf(framed))) {
      context.beginPath();
      context.moveTo(...placeOf(framed, from));
      context.lineTo(...placeOf(framed, to));
      context.stroke();
    }
  }
  context.setLineDash([]);
  context.fillStyle = look.paper;
  context.lineWidth = 2 * look.scale;
  const size = 6 * look.scale * Math.sqrt(look.size / 14);
  for (let k = 0; k < K; k++) {
    const [x, y] = placeOf(framed, shownAt(means.subarray(k * D, (k + 1) * D), data));
    context.beginPath();
    MARKER_PATHS[k % MARKER_PATHS.length](context, x, y, size);
    context.fill();
    context.stroke();
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Framed} framed
 * @param {number} at
 */
function upright(context, { box, x }, at) {
  context.beginPath();
  context.moveTo(x.to(at), box.top);
  context.lineTo(x.to(at), box.top + box.height);
  context.stroke();
}

/**
 * @param {Float64Array} mean
 * @param {Data} data
 */
function shownAt(mean, { plane: { D, origin, axes, shown } }) {
  return Array.from({ length: shown }, (_, a) => {
    let sum = 0;
    for (let i = 0; i < D; i++) sum += (mean[i] - origin[i]) * axes[i * shown + a];
    return sum;
  });
}

/**
 * How long a line must be to cross the picture.
 * @param {Framed} framed
 */
function reachOf({ box, x, y }) {
  const width = x.back(box.left + box.width) - x.back(box.left);
  const height = y.back(box.top) - y.back(box.top + box.height);
  return 4 * Math.hypot(width, height);
}

/**
 * Half way between neighbours.
 * @param {Float64Array} means
 */
export function cutsOnLine(means) {
  const sorted = Float64Array.from(means).sort();
  return Array.from(sorted.subarray(1), (mean, i) => (mean + sorted[i]) / 2);
}

/**
 * The edges of the Voronoi diagram of means in the plane: of the line half way between two, the part
 * to which no other mean is nearer.
 * @param {Float64Array} means
 * @param {number} reach how far lines go that do not end
 */
export function cutsInPlane(means, reach) {
  const K = means.length / 2;
  /** @type {[number[], number[]][]} */
  const edges = [];
  for (let i = 0; i < K; i++) {
    for (let j = i + 1; j < K; j++) {
      const [ax, ay, bx, by] = [means[2 * i], means[2 * i + 1], means[2 * j], means[2 * j + 1]];
      const apart = Math.hypot(bx - ax, by - ay);
      if (!(apart > 0)) continue;
      const [mx, my] = [(ax + bx) / 2, (ay + by) / 2];
      const [dx, dy] = [(ay - by) / apart, (bx - ax) / apart];
      let [low, high] = [-reach, reach];
      for (let k = 0; k < K; k++) {
        const [cx, cy] = [means[2 * k], means[2 * k + 1]];
        // |p - a|^2 <= |p - c|^2 with p = m + t d: slope t <= room.
        const slope = 2 * ((cx - ax) * dx + (cy - ay) * dy);
        const room = (mx - cx) ** 2 + (my - cy) ** 2 - (mx - ax) ** 2 - (my - ay) ** 2;
        if (k === i || k === j) continue;
        if (slope > 0) high = Math.min(high, room / slope);
        else if (slope < 0) low = Math.max(low, room / slope);
        else if (room < 0) high = -Infinity;
      }
      if (low < high)
        edges.push([
          [mx + low * dx, my + low * dy],
          [mx + high * dx, my + high * dy],
        ]);
    }
  }
  return edges;
}
