// From numbers to pixels: ranges, round tick marks, and the scales of a plane.

/** @typedef {{ left: number, top: number, width: number, height: number }} Box */
/**
 * A scale and its inverse.
 * @typedef {{ low: number, high: number, to: (value: number) => number, back: (pixel: number) => number }} Scale
 */

const FLATTEST = 0.25; // of the larger extent: data that are flatter fill the plane by unequal scales
const ROUNDING = 1e-12; // of a number: what differs by less is the same
export const RUG = 0.2; // share of the height in which data of one feature lie
const DIGITS = 1000; // an offset must save as many digits as this has, as in matplotlib

/**
 * @param {number} extent
 * @param {number} wanted
 * @returns {number}
 */
export function niceStep(extent, wanted) {
  const rough = extent / Math.max(wanted, 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= rough) ?? 10 * power;
}

/**
 * @param {number} low
 * @param {number} high
 * @param {number} wanted
 */
export function ticks(low, high, wanted) {
  const step = niceStep(high - low, wanted);
  const isFine = Math.max(Math.abs(low), Math.abs(high)) / step >= Number.MAX_SAFE_INTEGER; // i + 1 may be i
  if (!(high > low) || isFine) return [low];
  const marks = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) {
    marks.push(i * step || 0); // never -0
  }
  return marks;
}

/**
 * `largest` of all marks of the axis, which are written in one way.
 * @param {number} value
 * @param {number} step
 * @param {number} largest
 */
export function tickText(value, step, largest = Math.abs(value)) {
  if (Math.abs(value) < 1e-9 * step) value = 0;
  const below = -Math.floor(Math.log10(step) + 1e-9); // digits behind the point
  const above = Math.floor(Math.log10(Math.abs(value) || 1) + 1e-9); // and before it
  const short = largest < 1e6 && below <= 5;
  if (!short && value === 0) return "0";
  const text = short
    ? value.toFixed(Math.max(0, below))
    : value.toExponential(Math.min(Math.max(above + below, 0), 12));
  return text.replace(/^-(0\.?0*)$/, "$1").replace("-", "−");
}

/**
 * What the labels of an axis leave out, where otherwise all would begin with the same digits; the
 * rule is that of matplotlib's tick labels.
 * @param {number[]} marks
 */
export function offsetOf(marks) {
  const [low, high] = [marks[0], marks[marks.length - 1]];
  if (!(high > low) || (low <= 0 && high >= 0)) return 0;
  const [near, far] = [Math.abs(low), Math.abs(high)].sort((a, b) => a - b);
  /**
   * @param {number} value
   * @param {number} power
   */
  const digits = (value, power) => Math.floor(value / 10 ** power);
  /**
   * @param {number} from
   * @param {(power: number) => boolean} stop
   */
  const down = (from, stop) => {
    let power = from;
    while (!stop(power)) power--;
    return power + 1;
  };
  const whole = Math.ceil(Math.log10(far));
  let power = down(whole, (p) => digits(near, p) !== digits(far, p));
  if ((far - near) / 10 ** power <= 0.01) power = down(whole, (p) => digits(far, p) - digits(near, p) > 1);
  const kept = digits(far, power);
  return kept >= DIGITS ? Math.sign(low) * Number((kept * 10 ** power).toPrecision(15)) : 0;
}

/**
 * A number with no more digits than it needs.
 * @param {number} value
 */
export function compact(value) {
  const long = Math.abs(value) >= 1e6 || (value !== 0 && Math.abs(value) < 1e-3);
  return (long ? value.toExponential().replace("e+", "e") : String(value)).replaceAll("-", "−");
}

/**
 * @param {ArrayLike<number>} values
 * @param {number} stride
 * @param {number} offset
 * @returns {[number, number]}
 */
export function extent(values, stride, offset) {
  let low = Infinity;
  let high = -Infinity;
  for (let i = offset; i < values.length; i += stride) {
    low = Math.min(low, values[i]);
    high = Math.max(high, values[i]);
  }
  return [low, high];
}

/**
 * A scale from [low, high] to [from, to].
 * @param {[number, number]} range
 * @param {[number, number]} pixels
 * @returns {Scale}
 */
export function linear([low, high], [from, to]) {
  const factor = (to - from) / (high - low || 1);
  return {
    low,
    high,
    to: (value) => from + (value - low) * factor,
    back: (pixel) => low + (pixel - from) / factor,
  };
}

/**
 * How far values reach, apart from rounding; 0 where all are the same.
 * @param {[number, number]} range
 */
function reach([low, high]) {
  return high - low > ROUNDING * Math.max(Math.abs(low), Math.abs(high)) ? high - low : 0;
}

/**
 * How much is shown where there is but one place.
 * @param {[number, number][]} ranges
 */
function alone(ranges) {
  return Math.max(1, ...ranges.flat().map((value) => 1e3 * ROUNDING * Math.abs(value)));
}

/**
 * A range with room around it, for a picture of one axis.
 * @param {[number, number]} range
 * @param {number} margin
 * @returns {[number, number]}
 */
export function padded(range, margin = 0.08) {
  const pad = margin * (reach(range) || alone([range]));
  return [range[0] - pad, range[1] + pad];
}

/**
 * Scales for both axes, all of the data inside a box of pixels: with the same length for a unit,
 * unless the data would then be as flat as a line. `units`: pixels for a unit, across and upwards.
 * @param {[number, number]} xs
 * @param {[number, number]} ys
 * @param {Box} box
 * @param {number} margin
 */
export function planeScales(xs, ys, box, margin = 0.08) {
  const reaches = [reach(xs), reach(ys)];
  const [smaller, larger] = [...reaches].sort((a, b) => a - b);
  const equal = !(smaller > 0 && smaller < FLATTEST * larger);
  const shared = larger || alone([xs, ys]);
  const sizes = [box.width, box.height];
  let units = sizes.map((pixels, i) => pixels / (reaches[i] + 2 * margin * (equal ? shared : reaches[i])));
  if (equal) units = units.fill(Math.min(...units));
  const [x, y] = [xs, ys].map(([low, high], i) => {
    const half = sizes[i] / units[i] / 2;
    return /** @type {[number, number]} */ ([low + (high - low) / 2 - half, low + (high - low) / 2 + half]);
  });
  return {
    equal,
    units,
    x: linear(x, [box.left, box.left + box.width]),
    y: linear(y, [box.top + box.height, box.top]),
  };
}

/**
 * Lines of equal value on a grid, by marching squares: [x1, y1, x2, y2] for each piece, in grid
 * coordinates.
 * @param {ArrayLike<number>} values
 * @param {number} nx
 * @param {number} ny
 * @param {number} level
 */
export function contour(values, nx, ny, level) {
  /** @type {number[][]} */
  const pieces = [];
  for (let j = 0; j < ny - 1; j++) {
    for (let i = 0; i < nx - 1; i++) {
      const at = j * nx + i;
      const corners = [values[at], values[at + 1], values[at + nx + 1], values[at + nx]];
      const crossings = [];
      for (let side = 0; side < 4; side++) {
        const a = corners[side] - level;
        const b = corners[(side + 1) % 4] - level;
        if (a < 0 === b < 0) continue;
        const t = a / (a - b);
        crossings.push(
          [
            [i + t, j],
            [i + 1, j + t],
            [i + 1 - t, j + 1],
            [i, j + 1 - t],
          ][side],
        );
      }
      for (let c = 0; c + 1 < crossings.length; c += 2) {
        pieces.push([...crossings[c], ...crossings[c + 1]]);
      }
    }
  }
  return pieces;
}

/**
 * One feature: densities above, the data in a band below.
 * @param {[number, number]} xs
 * @param {Box} box
 */
export function flatScales(xs, box) {
  const range = padded(xs);
  // As high as a Gaussian of an eighth of the range: room for narrow components.
  const top = 8 / (Math.sqrt(2 * Math.PI) * (range[1] - range[0]));
  const floor = box.top + box.height * (1 - RUG);
  return {
    x: linear(range, [box.left, box.left + box.width]),
    y: linear([0, top], [floor, box.top]),
    units: [1, 1],
    equal: true, // a density has a scale of its own anyway
  };
}
