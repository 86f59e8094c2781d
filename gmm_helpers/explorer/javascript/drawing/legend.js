// What lines of a picture are called, where none of them is.

import { labelFont, mark } from "./axes.js";

/** @typedef {import("./look.js").Look} Look */
/** @typedef {import("./scales.js").Box} Box */
/** @typedef {(readonly [number, number])[]} Line points in pixels; it is open where one is not finite */
/** @typedef {{text: string, color: string, dash: number[]}} Entry */

const PLACES = 6; // across and upwards

/**
 * Whether a piece of a line lies in a box.
 * @param {readonly [number, number]} from
 * @param {readonly [number, number]} to
 * @param {Box} box
 */
function crosses([x0, y0], [x1, y1], { left, top, width, height }) {
  if (![x0, y0, x1, y1].every(Number.isFinite)) return false;
  let [first, last] = [0, 1]; // of the piece, what is inside so far
  for (const [at, by, low, high] of [
    [x0, x1 - x0, left, left + width],
    [y0, y1 - y0, top, top + height],
  ]) {
    if (by === 0 && (at < low || at > high)) return false;
    if (by === 0) continue;
    const ends = [(low - at) / by, (high - at) / by];
    first = Math.max(first, Math.min(...ends));
    last = Math.min(last, Math.max(...ends));
  }
  return first <= last;
}

/**
 * How many pieces of lines lie in a box.
 * @param {Line[]} lines
 * @param {Box} box
 */
function piecesIn(lines, box) {
  let count = 0;
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) if (crosses(line[i - 1], line[i], box)) count += 1;
  }
  return count;
}

/**
 * The place in a frame where no line is, or fewest are: a corner if one is free, the upper right first.
 * @param {Box} frame
 * @param {{width: number, height: number}} size
 * @param {Line[]} lines
 * @returns {Box}
 */
export function freePlace(frame, { width, height }, lines) {
  const steps = Array.from({ length: PLACES }, (_, i) => i / (PLACES - 1));
  const corners = [
    [1, 0],
    [0, 0],
    [1, 1],
    [0, 1],
  ];
  const others = steps.flatMap((v) => steps.map((u) => [1 - u, v]));
  let [best, least] = [/** @type {Box | null} */ (null), Infinity];
  for (const [u, v] of [...corners, ...others]) {
    const left = frame.left + u * (frame.width - width);
    const box = { left, top: frame.top + v * (frame.height - height), width, height };
    const count = piecesIn(lines, box);
    if (count < least) [best, least] = [box, count];
    if (count === 0) break;
  }
  return /** @type {Box} */ (best);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Box} frame
 * @param {Look} look
 * @param {Entry[]} entries
 * @param {Line[]} lines what is not to be covered
 */
export function drawLegend(context, frame, look, entries, lines) {
  const em = look.size * look.scale;
  labelFont(context, look);
  const width = Math.max(...entries.map(({ text }) => context.measureText(text).width)) + 2.6 * em;
  const size = { width, height: (0.1 + 1.3 * entries.length) * em };
  const gap = 0.4 * em;
  const inner = { left: frame.left + gap, top: frame.top + gap, width: frame.width - 2 * gap };
  const { left, top } = freePlace({ ...inner, height: frame.height - 2 * gap }, size, lines);
  context.fillStyle = look.paper;
  context.fillRect(left, top, size.width, size.height);
  context.textAlign = "left";
  context.textBaseline = "middle";
  entries.forEach(({ text, color, dash }, i) => {
    const y = top + (0.7 + 1.3 * i) * em;
    context.strokeStyle = color;
    context.lineWidth = 2 * look.scale;
    context.setLineDash(dash.map((length) => length * look.scale));
    mark(context, left + 0.2 * em, y, 1.6 * em, 0);
    context.setLineDash([]);
    context.fillStyle = look.soft;
    context.fillText(text, left + 2.2 * em, y);
  });
}
