// A map below the samples: each place in the colour of the end that EM reaches from there.

import { bytesOf } from "./look.js";

/** @typedef {import("../basins/grid.js").Grid} Grid */
/** @typedef {import("./overlay.js").Framed} Framed */
/** @typedef {import("./look.js").Look} Look */

// The best end, poorer ones, all others that are poorer; collapsed, failed.
const COLORS = {
  light: ["#c7def4", "#fbdba6", "#f2b3a1", "#dcc2ec", "#d2c4ae", "#dedede", "#c4c4c4"],
  dark: ["#163f66", "#5a4413", "#6b2c1c", "#4a2d63", "#46402f", "#34363a", "#4a4c50"],
};
export const LEVELS = 5; // of which the last is all that are left
/** How a class looks: a colour, and perhaps dots for not converged, stripes or a grid. */
/** @typedef {{color: number, mark: "" | "dots" | "stripes" | "grid"}} Style */
/** @type {Record<string, (x: number, y: number) => boolean>} */
const MARKS = {
  "": () => false,
  dots: (x, y) => x % 4 < 1 && y % 4 < 1,
  stripes: (x, y) => (x + y) % 8 < 2,
  grid: (x, y) => x < 1 || y < 1,
};
/** @type {Style[]} */
const STYLES = [
  ...["", "dots"].flatMap((mark) =>
    Array.from({ length: LEVELS }, (_, color) => ({ color, mark: /** @type {Style["mark"]} */ (mark) })),
  ),
  { color: LEVELS, mark: "stripes" },
  { color: LEVELS + 1, mark: "grid" },
];

/**
 * Which of the styles a group of ends has.
 * @param {import("../basins/ends.js").Group} group
 */
export function classOf({ status, level }) {
  if (status === "failed" || status === "collapsed") return 2 * LEVELS + (status === "failed" ? 1 : 0);
  return Math.min(level, LEVELS - 1) + (status === "unfinished" ? LEVELS : 0);
}

const TILE = 8; // CSS pixels

/**
 * What each style repeats, in squares of so many pixels.
 * @param {Look} look
 * @param {number} size
 */
function tilesOf(look, size) {
  const colors = COLORS[look.dark ? "dark" : "light"];
  return STYLES.map(({ color, mark }) => tile(bytesOf(colors[color]), look, size, MARKS[mark]));
}

/**
 * @param {number[]} color
 * @param {Look} look
 * @param {number} size
 * @param {(x: number, y: number) => boolean} isMarked
 */
function tile(color, look, size, isMarked) {
  const [plain, marked] = [color, look.greyBytes].map(
    ([r, g, b]) => ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0,
  );
  const scale = TILE / size;
  return Uint32Array.from({ length: size * size }, (_, at) =>
    isMarked((at % size) * scale, Math.floor(at / size) * scale) ? marked : plain,
  );
}

/** A map as it was painted, which is kept until something of it changes. */
export class MapLayer {
  constructor() {
    /** @type {unknown[]} */
    this.of = [];
    this.words = new Uint32Array(0);
  }

  /** @param {Parameters<typeof paintMap>} about */
  paint(...about) {
    const [{ words }, ...of] = about;
    if (of.every((part, i) => part === this.of[i])) {
      words.set(this.words);
      return;
    }
    paintMap(...about);
    this.words = words.slice();
    this.of = of;
  }
}

/**
 * Paints a map into an image.
 * @param {{words: Uint32Array, width: number, height: number}} image
 * @param {Framed} framed
 * @param {Grid} grid
 * @param {Int16Array} classes of each cell; -1 where none is known
 * @param {Look} look
 */
function paintMap({ words, width, height }, { box, x, y }, { nx, ny, xs, ys }, classes, look) {
  const size = Math.max(Math.round(TILE * look.scale), 1);
  const tiles = tilesOf(look, size);
  const across = cells(width, nx, (px) => (x.back(px + 0.5) - xs[0]) / (xs[1] - xs[0]));
  const upwards = cells(height, ny, (px) => (ny === 1 ? 0 : (y.back(px + 0.5) - ys[0]) / (ys[1] - ys[0])));
  const right = Math.min(Math.floor(box.left + box.width), width);
  const bottom = Math.min(Math.floor(box.top + box.height), height);
  for (let py = Math.ceil(box.top); py < bottom; py++) {
    if (upwards[py] < 0) continue;
    for (let px = Math.ceil(box.left); px < right; px++) {
      const which = across[px] < 0 ? -1 : classes[upwards[py] * nx + across[px]];
      if (which >= 0) words[py * width + px] = tiles[which][(py % size) * size + (px % size)];
    }
  }
}

/**
 * In which of n cells each pixel is; -1 in none.
 * @param {number} length
 * @param {number} n
 * @param {(px: number) => number} share
 */
function cells(length, n, share) {
  return Int32Array.from({ length }, (_, px) => {
    const cell = Math.floor(n * share(px));
    return cell >= 0 && cell < n ? cell : -1;
  });
}

/**
 * What a class looks like, for a legend.
 * @param {HTMLCanvasElement} canvas
 * @param {number} which
 * @param {Look} look
 */
export function paintSwatch(canvas, which, look) {
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const { width, height } = canvas;
  const image = context.createImageData(width, height);
  const tile = tilesOf(look, TILE)[which];
  new Uint32Array(image.data.buffer).forEach((_, at, words) => {
    words[at] = tile[(Math.floor(at / width) % TILE) * TILE + ((at % width) % TILE)];
  });
  context.putImageData(image, 0, 0);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Framed} framed
 * @param {Grid} grid
 * @param {number} cell
 * @param {Look} look
 */
export function outlineCell(context, framed, { nx, ny, xs, ys }, cell, look) {
  const [i, j] = [cell % nx, Math.floor(cell / nx)];
  const x = (/** @type {number} */ at) => framed.x.to(xs[0] + (at / nx) * (xs[1] - xs[0]));
  const y = (/** @type {number} */ at) =>
    ny === 1
      ? framed.box.top + (1 - at) * framed.box.height
      : framed.y.to(ys[0] + (at / ny) * (ys[1] - ys[0]));
  for (const [style, width] of /** @type {[string, number][]} */ ([
    [look.paper, 5],
    [look.ink, 2],
  ])) {
    context.strokeStyle = style;
    context.lineWidth = width * look.scale;
    context.strokeRect(x(i), y(j + 1), x(i + 1) - x(i), y(j) - y(j + 1));
  }
}
