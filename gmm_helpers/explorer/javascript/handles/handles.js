// The handles of a component: one at the end of each half-axis of its ellipse, for its covariance,
// and a ring around its mean, for its weight. In pixels of the canvas.

import { componentCount } from "../em/gaussians.js";
import { withMeanAt } from "./mean.js";
import { axesOf, withAxes } from "./spread.js";
import { withWeight } from "./weight.js";

/** @typedef {import("../runs/data.js").Data} Data */
/** @typedef {import("../drawing/overlay.js").Framed} Framed */
/** @typedef {import("./spread.js").Axes} Axes */
/** @typedef {"mean" | "width" | "height" | "weight"} Part */
/** @typedef {[number, number]} Pixel */
/**
 * @typedef {object} Handles
 * @property {number} k
 * @property {Pixel} mean
 * @property {Axes} axes
 * @property {{part: "width" | "height", at: Pixel, sign: number}[]} dots
 * @property {number} ring its radius; 0 where there is but one component
 * @property {Pixel} knob a place of the ring
 * @property {number} px pixels for a CSS pixel
 */

// All in CSS pixels.
export const DOT = 4.5;
const HIT = DOT * Math.sqrt(10); // ten times the area of the dot
export const REACH = 18; // around a mean
const RING = { least: 22, most: 92, hit: 7 };
const ROOM = 18; // a dot is no nearer to the mean than this
const SMALLEST = 1; // half-axis

// Where the dot of a half-axis is: at its end, or outside where a mean would cover it.
const outside = (/** @type {number} */ length) => (length >= 2 * ROOM ? length : ROOM + length / 2);
const inside = (/** @type {number} */ distance) => (distance >= 2 * ROOM ? distance : 2 * (distance - ROOM));

/**
 * @param {Framed} framed
 * @param {Float64Array} row
 * @param {number} k
 * @param {Data} data
 * @param {number} px
 * @param {Pixel} mean where it is drawn
 * @param {Pixel} [towards] of the two ends of an axis, the one nearer to this
 * @returns {Handles}
 */
export function handlesOf(framed, row, k, data, px, mean, towards) {
  const { box } = framed;
  const axes = axesOf(row, k, data, unitsOf(framed));
  const isIn = ([x, y] = mean) =>
    x >= box.left && x <= box.left + box.width && y >= box.top && y <= box.top + box.height;
  /** @param {"width" | "height"} part */
  const dot = (part) => {
    const [dx, dy] = directionOf(axes, part);
    const distance = outside(axes[part] / px) * px;
    const end = (/** @type {number} */ sign) =>
      /** @type {Pixel} */ ([mean[0] + sign * distance * dx, mean[1] + sign * distance * dy]);
    const isOther = towards
      ? apart(end(-1), towards) < apart(end(1), towards)
      : !isIn(end(1)) && isIn(end(-1));
    const sign = isOther ? -1 : 1;
    return { part, at: end(sign), sign };
  };
  const K = componentCount(row.length, data.D);
  const ring = K > 1 ? (RING.least + (RING.most - RING.least) * row[k]) * px : 0;
  const dots = framed.flat ? [dot("width")] : [dot("width"), dot("height")];
  // Away from the dots.
  let [dx, dy] = [0, 0];
  for (const { at } of dots)
    [dx, dy] = [dx + (mean[0] - at[0]) / apart(at, mean), dy + (mean[1] - at[1]) / apart(at, mean)];
  if (framed.flat) dy = -1;
  const length = Math.hypot(dx, dy);
  return {
    k,
    mean,
    axes,
    dots,
    ring,
    knob: [mean[0] + (ring * dx) / length, mean[1] + (ring * dy) / length],
    px,
  };
}

/**
 * What is grabbed at a place, and how far it is away: 1 is the edge of its hit area.
 * @param {Handles} handles
 * @param {Pixel} at
 * @returns {{part: Part | null, far: number}}
 */
export function partAt({ mean, dots, ring, knob, px }, at) {
  /** @type {{part: Part, place: Pixel, reach: number}[]} */
  const places = [
    { part: "mean", place: mean, reach: ring ? RING.least - RING.hit : REACH },
    ...dots.map((dot) => ({ part: dot.part, place: dot.at, reach: HIT })),
  ];
  if (ring) places.push({ part: "weight", place: knob, reach: HIT });
  const far = places.map(({ place, reach }) => apart(place, at) / (reach * px));
  const nearest = far.indexOf(Math.min(...far));
  if (far[nearest] < 1) return { part: places[nearest].part, far: far[nearest] };
  const isOnRing = ring && Math.abs(apart(mean, at) - ring) < RING.hit * px;
  return { part: isOnRing ? "weight" : null, far: 1 };
}

/**
 * Whether a place belongs to these handles, so that they stay on the way to one of them.
 * @param {Handles} handles
 * @param {Pixel} at
 */
export function isAround(handles, at) {
  const { mean, ring, px } = handles;
  return (
    partAt(handles, at).part !== null || sigmasTo(handles, at) <= 1 || apart(mean, at) < ring + RING.hit * px
  );
}

/**
 * How many standard deviations a place is away from the mean.
 * @param {Handles} handles
 * @param {Pixel} at
 */
export function sigmasTo({ mean, axes, dots }, at) {
  const [x, y] = [at[0] - mean[0], at[1] - mean[1]];
  return Math.hypot(
    ...dots.map(({ part }) => {
      const [dx, dy] = directionOf(axes, part);
      return (x * dx + y * dy) / axes[part];
    }),
  );
}

/**
 * The mixture once a handle has been dragged.
 * @param {Handles} handles as they were when it was grabbed
 * @param {Part} part
 * @param {Pixel} from where it was grabbed
 * @param {Pixel} to
 * @param {Float64Array} row of that time
 * @param {Data} data
 * @param {Framed} framed
 */
export function dragged({ k, mean, axes, dots, ring, px }, part, from, to, row, data, framed) {
  if (part === "mean")
    return withMeanAt(row, k, [framed.x.back(to[0]), framed.flat ? 0 : framed.y.back(to[1])], data);
  if (part === "weight") {
    const radius = (ring + apart(to, mean) - apart(from, mean)) / px;
    const weight = (radius - RING.least) / (RING.most - RING.least);
    return withWeight(row, componentCount(row.length, data.D), k, weight);
  }
  const { at, sign } = dots.find((dot) => dot.part === part) ?? dots[0];
  // The hit area is larger than the dot: nothing jumps when it is grabbed beside it. And a dot that
  // left the picture could not be grabbed again.
  const { left, top, width, height } = framed.box;
  const x = sign * (within(at[0] + to[0] - from[0], left, width) - mean[0]);
  const y = framed.flat ? 0 : sign * (within(at[1] + to[1] - from[1], top, height) - mean[1]);
  const length = Math.max(inside(Math.hypot(x, y) / px), SMALLEST) * px;
  const turned = framed.flat ? 0 : Math.atan2(-y, x) - (part === "height" ? Math.PI / 2 : 0);
  return withAxes(row, k, axes, { ...axes, [part]: length, angle: turned }, data, unitsOf(framed));
}

/**
 * @param {number} value
 * @param {number} low
 * @param {number} size
 */
function within(value, low, size) {
  return Math.min(Math.max(value, low), low + size);
}

/** @param {Framed} framed */
function unitsOf({ x, y }) {
  return [x.to(1) - x.to(0), y.to(0) - y.to(1)];
}

/**
 * On the screen, where y points downwards.
 * @param {Axes} axes
 * @param {"width" | "height"} part
 */
function directionOf({ angle }, part) {
  const turned = part === "width" ? angle : angle + Math.PI / 2;
  return [Math.cos(turned), -Math.sin(turned)];
}

/**
 * @param {Pixel} a
 * @param {Pixel} b
 */
function apart(a, b) {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
