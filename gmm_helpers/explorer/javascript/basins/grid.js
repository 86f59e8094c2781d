// A grid of places, in an order that shows the whole early: coarse blocks first, then finer ones.

const LEVELS = [8, 4, 2, 1]; // cells along the side of a block
/** @type {Record<number, number>} */
const INSIDE = { 8: 5, 4: 1, 2: 1, 1: 0 }; // which cell stands for its block; it stands for smaller ones, too

/**
 * @typedef {object} Grid
 * @property {number} nx cells across; a multiple of 8
 * @property {number} ny cells upwards; a multiple of 8, or 1
 * @property {[number, number]} xs from where to where it reaches
 * @property {[number, number]} ys
 */

/**
 * The cell that stands for the block of a cell.
 * @param {number} i
 * @param {number} level
 * @param {number} n cells along this side
 */
function standIn(i, level, n) {
  return n === 1 ? 0 : i - (i % level) + INSIDE[level];
}

/**
 * Every cell once, those of coarse blocks first.
 * @param {Grid} grid
 */
export function coarseToFine({ nx, ny }) {
  const order = new Set();
  for (const level of LEVELS) {
    for (let j = 0; j < ny; j += level) {
      for (let i = 0; i < nx; i += level) {
        order.add(standIn(j, level, ny) * nx + standIn(i, level, nx));
      }
    }
  }
  return Int32Array.from(order);
}

/**
 * What is known best of each cell: its own value, or that of the smallest block it is in.
 * @param {Grid} grid
 * @param {Int16Array} values of each cell; -1 where there is none yet
 */
export function filled({ nx, ny }, values) {
  return values.map((_, cell) => {
    const [i, j] = [cell % nx, Math.floor(cell / nx)];
    for (let at = LEVELS.length - 1; at >= 0; at--) {
      const level = LEVELS[at];
      const value = values[standIn(j, level, ny) * nx + standIn(i, level, nx)];
      if (value >= 0) return value;
    }
    return -1;
  });
}

/**
 * The middle of a cell.
 * @param {Grid} grid
 * @param {number} cell
 */
export function placeIn({ nx, ny, xs, ys }, cell) {
  const [i, j] = [cell % nx, Math.floor(cell / nx)];
  return [xs[0] + ((i + 0.5) / nx) * (xs[1] - xs[0]), ys[0] + ((j + 0.5) / ny) * (ys[1] - ys[0])];
}

/**
 * The cell in which a place lies, or -1.
 * @param {Grid} grid
 * @param {number[]} place
 */
export function cellAt({ nx, ny, xs, ys }, place) {
  const i = Math.floor((nx * (place[0] - xs[0])) / (xs[1] - xs[0]));
  const j = ny === 1 ? 0 : Math.floor((ny * (place[1] - ys[0])) / (ys[1] - ys[0]));
  return i >= 0 && i < nx && j >= 0 && j < ny ? j * nx + i : -1;
}
