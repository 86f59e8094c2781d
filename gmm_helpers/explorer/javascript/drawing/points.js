// Draws thousands of points into an image, pixel by pixel: a path for each would be too slow.
// A point has the shape of the component that is most responsible for it.

/** @typedef {ReturnType<typeof mask>} Stamp */
/**
 * @typedef {object} Points
 * @property {ArrayLike<number>} at
 * @property {ArrayLike<number> | null} [r]
 * @property {number} K
 * @property {string} how
 * @property {number[][]} colors
 * @property {number[]} grey
 * @property {number[]} paper
 * @property {number} radius
 * @property {number} halo
 */

const PART = 4; // each pixel is tried at PART x PART places, for smooth edges

const FIRST_TURN = 0.01;
export const PIE = 1.35; // how much larger a pie is
export const PURE = 0.97; // a share of which the rest of the pie could not be seen
const INVISIBLE = 1e-4; // of a colour; and to reckon with numbers near 1e-310 takes very long

/**
 * @param {number} x
 * @param {number} y
 */
const star = (x, y) => {
  const angle = Math.atan2(x, -y);
  const fold = Math.abs((((angle / (2 * Math.PI)) * 10 + 20) % 2) - 1); // 1 at the tips
  const tipped = 1 - fold;
  return Math.hypot(x, y) < 0.48 + (1 - 0.48) * (1 - tipped) ** 1.6;
};

/**
 * In the order of palette.MARKERS: o ^ s D v P X *
 * @type {((x: number, y: number) => boolean)[]}
 */
const SHAPES = [
  (x, y) => x * x + y * y < 0.8,
  (x, y) => y < 0.72 && y > 1.9 * Math.abs(x) - 1.05,
  (x, y) => Math.max(Math.abs(x), Math.abs(y)) < 0.78,
  (x, y) => Math.abs(x) + Math.abs(y) < 1.05,
  (x, y) => y > -0.72 && -y > 1.9 * Math.abs(x) - 1.05,
  (x, y) => Math.min(Math.abs(x), Math.abs(y)) < 0.34 && Math.max(Math.abs(x), Math.abs(y)) < 0.95,
  (x, y) => Math.min(Math.abs(x + y), Math.abs(x - y)) < 0.46 && Math.max(Math.abs(x), Math.abs(y)) < 0.85,
  star,
];

/**
 * How much of each pixel a shape covers; only pixels that are touched, as a clock's hand passes them.
 * @param {number} shape
 * @param {number} radius
 */
export function mask(shape, radius) {
  const inside = SHAPES[shape % SHAPES.length];
  const reach = Math.ceil(radius);
  const pixels = [];
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      let hits = 0;
      for (let i = 0; i < PART * PART; i++) {
        const x = dx - 0.5 + ((i % PART) + 0.5) / PART;
        const y = dy - 0.5 + (Math.floor(i / PART) + 0.5) / PART;
        if (inside(x / radius, y / radius)) hits++;
      }
      if (hits) {
        // From the top to the right; the very top belongs to whoever comes first there.
        const turn = (Math.atan2(dx, -dy) / (2 * Math.PI) + 1) % 1 || FIRST_TURN;
        pixels.push({ dx, dy, cover: hits / (PART * PART), turn });
      }
    }
  }
  pixels.sort((one, other) => one.turn - other.turn);
  return {
    n: pixels.length,
    reach,
    dx: Int32Array.from(pixels, ({ dx }) => dx),
    dy: Int32Array.from(pixels, ({ dy }) => dy),
    cover: Float64Array.from(pixels, ({ cover }) => cover),
    turn: Float64Array.from(pixels, ({ turn }) => turn),
  };
}

/** @type {Map<number, Stamp[]>} */
const masks = new Map();
const MOST_RADII = 32; // a few for each size of the explorer

/**
 * Those of all shapes.
 * @param {number} radius
 */
function masksOf(radius) {
  const known = masks.get(radius) ?? SHAPES.map((_, shape) => mask(shape, radius));
  if (masks.size >= MOST_RADII) masks.clear();
  masks.set(radius, known);
  return known;
}

export class PointImage {
  /**
   * @param {number} width
   * @param {number} height
   * @param {Uint8ClampedArray} pixels
   */
  constructor(width, height, pixels) {
    this.width = width;
    this.height = height;
    this.bytes = pixels; // RGBA, as in ImageData
    this.words = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  }

  /** @param {number[]} color */
  clear([r, g, b]) {
    this.words.fill(((255 << 24) | (b << 16) | (g << 8) | r) >>> 0);
  }

  /**
   * Draws all points. `at` holds pixels, two numbers a point; r is N x K or null; colors are
   * triples of bytes. How: "blend", "hard" or "pie", which is a pie only where components share the
   * sample; without responsibilities all are grey.
   * @param {Points} points
   */
  draw({ at, r, K, how, colors, grey, paper, radius, halo }) {
    const N = at.length / 2;
    const stamps = masksOf(radius);
    const halos = masksOf(radius + 1);
    const isPie = r && how === "pie";
    const [pie, pieHalo] = isPie ? [PIE * radius, PIE * radius + 1].map((size) => masksOf(size)[0]) : [];
    for (let n = 0; n < N; n++) {
      const x = Math.round(at[2 * n]);
      const y = Math.round(at[2 * n + 1]);
      const most = r ? largest(r, n * K, K) : 0;
      const shape = r ? most % SHAPES.length : 0;
      if (isPie && pie && pieHalo && r[n * K + most] < PURE) {
        if (halo) this._stamp(x, y, pieHalo, paper, halo);
        this._pie(x, y, pie, r, n * K, K, colors);
        continue;
      }
      if (halo) this._stamp(x, y, halos[shape], paper, halo);
      if (!r) this._stamp(x, y, stamps[0], grey, 1);
      else if (how !== "blend") this._stamp(x, y, stamps[shape], colors[most], 1);
      else this._stamp(x, y, stamps[shape], mixed(r, n * K, K, colors), 1);
    }
  }

  /**
   * The innermost loop of all: flat arrays, the edges looked at once a point, and pixels that are
   * covered fully are written as one number.
   * @param {number} x
   * @param {number} y
   * @param {Stamp} stamp
   * @param {ArrayLike<number>} color
   * @param {number} strength
   */
  _stamp(x, y, stamp, color, strength) {
    if (!this._reaches(x, y, stamp)) return;
    const { bytes, words } = this;
    const { n, dx, dy, cover } = stamp;
    const { 0: r, 1: g, 2: b } = color;
    const full = ((255 << 24) | (Math.round(b) << 16) | (Math.round(g) << 8) | Math.round(r)) >>> 0;
    for (let p = 0; p < n; p++) {
      const at = (y + dy[p]) * this.width + x + dx[p];
      if (words[at] === full) continue; // most of a halo lies on paper
      const share = cover[p] * strength;
      if (share === 1) {
        words[at] = full;
        continue;
      }
      const i = 4 * at;
      bytes[i] += (r - bytes[i]) * share;
      bytes[i + 1] += (g - bytes[i + 1]) * share;
      bytes[i + 2] += (b - bytes[i + 2]) * share;
    }
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {Stamp} stamp
   * @param {ArrayLike<number>} r
   * @param {number} at
   * @param {number} K
   * @param {number[][]} colors
   */
  _pie(x, y, stamp, r, at, K, colors) {
    if (!this._reaches(x, y, stamp)) return;
    const { bytes, width } = this;
    const { n, dx, dy, cover, turn } = stamp;
    let k = 0;
    let sum = r[at];
    for (let p = 0; p < n; p++) {
      while (sum <= turn[p] && k < K - 1) sum += r[at + ++k]; // the pixels are in the order of their turn
      const color = colors[k];
      const i = 4 * ((y + dy[p]) * width + x + dx[p]);
      bytes[i] += (color[0] - bytes[i]) * cover[p];
      bytes[i + 1] += (color[1] - bytes[i + 1]) * cover[p];
      bytes[i + 2] += (color[2] - bytes[i + 2]) * cover[p];
    }
  }

  /**
   * Points are within the frame; what would be cut by the edge of the image is not drawn at all.
   * @param {number} x
   * @param {number} y
   * @param {Stamp} stamp
   */
  _reaches(x, y, { reach }) {
    return x >= reach && y >= reach && x < this.width - reach && y < this.height - reach;
  }
}

/**
 * @param {ArrayLike<number>} r
 * @param {number} at
 * @param {number} K
 */
export function largest(r, at, K) {
  let most = 0;
  for (let k = 1; k < K; k++) if (r[at + k] > r[at + most]) most = k;
  return most;
}

const mixture = new Float64Array(3);

/**
 * The components' colours in the proportions of the responsibilities, as drawing.blend does.
 * @param {ArrayLike<number>} r
 * @param {number} at
 * @param {number} K
 * @param {number[][]} colors
 */
export function mixed(r, at, K, colors) {
  mixture.fill(0);
  for (let k = 0; k < K; k++) {
    if (r[at + k] < INVISIBLE) continue;
    for (let c = 0; c < 3; c++) mixture[c] += r[at + k] * colors[k][c];
  }
  return mixture;
}
