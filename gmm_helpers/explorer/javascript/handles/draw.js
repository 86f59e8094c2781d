// Draws the handles of a component.

import { DOT, REACH } from "./handles.js";

/** @typedef {import("./handles.js").Handles} Handles */
/** @typedef {import("../drawing/look.js").Look} Look */

/**
 * A place so many pixels from one to another.
 * @param {[number, number]} a
 * @param {[number, number]} b
 * @param {number} pixels
 * @returns {[number, number]}
 */
function beside(a, b, pixels) {
  const part = Math.min(pixels / 2 / Math.hypot(b[0] - a[0], b[1] - a[1]), 1);
  return [a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])];
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Handles} handles
 * @param {import("./handles.js").Part | null} hot what is dragged, or under the pointer
 * @param {number} weight
 * @param {Look} look
 */
export function drawHandles(context, { k, mean, dots, ring, knob, px }, hot, weight, look) {
  const color = look.colors[k % look.colors.length];
  /**
   * Over a rim of paper, to be seen on samples of any colour.
   * @param {boolean} isHot
   * @param {() => void} path
   */
  const line = (isHot, path) => {
    const width = (isHot ? 3 : 1.5) * px;
    for (const [style, wide] of /** @type {[string, number][]} */ ([
      [look.paper, width + 2 * px],
      [look.ink, width],
    ])) {
      context.strokeStyle = style;
      context.lineWidth = wide;
      context.beginPath();
      path();
      context.stroke();
    }
  };
  /**
   * @param {[number, number]} at
   * @param {boolean} isHot
   */
  const dot = ([x, y], isHot) => {
    context.fillStyle = isHot ? look.ink : color;
    line(false, () => context.arc(x, y, (isHot ? 1.4 : 1) * DOT * px, 0, 2 * Math.PI));
    context.fill();
  };
  if (ring) {
    context.setLineDash([5 * px, 4 * px]);
    line(hot === "weight", () => context.arc(...mean, ring, 0, 2 * Math.PI));
    context.setLineDash([]);
  }
  for (const { at } of dots)
    line(false, () => (context.moveTo(...beside(mean, at, REACH * px)), context.lineTo(...at)));
  for (const { at, part } of dots) dot(at, hot === part);
  if (!ring) return;
  dot(knob, hot === "weight");
  if (hot !== "weight") return;
  context.font = `600 ${0.95 * look.size * look.scale}px ${look.family}`;
  context.textAlign = knob[0] < mean[0] ? "right" : "left";
  context.textBaseline = "middle";
  const at = /** @type {const} */ ([knob[0] + (knob[0] < mean[0] ? -10 : 10) * px, knob[1]]);
  const text = `weight ${weight.toFixed(2)}`;
  context.strokeStyle = look.paper;
  context.lineWidth = 4 * look.scale;
  context.strokeText(text, ...at);
  context.fillStyle = look.ink;
  context.fillText(text, ...at);
}
