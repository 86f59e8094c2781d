// Draws thousands of points into an image, pixel by pixel: a path for each would be too slow.
// A point has the shape of the component that is most responsible for it.

const PART = 4; // each pixel is tried at PART x PART places, for smooth edges

const star = (x, y) => {
  const angle = Math.atan2(x, -y);
  const fold = Math.abs(((angle / (2 * Math.PI)) * 10 + 20) % 2 - 1); // 1 at the tips
  const tipped = 1 - fold;
  return Math.hypot(x, y) < 0.48 + (1 - 0.48) * (1 - tipped) ** 1.6;
};

// In the order of palette.MARKERS: o ^ s D v P X *
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

// How much of each pixel a shape covers; only pixels that are touched.
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
        const turn = (Math.atan2(dx, -dy) / (2 * Math.PI) + 1) % 1;
        pixels.push({ dx, dy, cover: hits / (PART * PART), turn });
      }
    }
  }
  return pixels;
}

export class PointImage {
  constructor(width, height, pixels) {
    this.width = width;
    this.height = height;
    this.bytes = pixels; // RGBA, as in ImageData
    this.words = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
    this.masks = new Map();
  }

  clear([r, g, b]) {
    this.words.fill(((255 << 24) | (b << 16) | (g << 8) | r) >>> 0);
  }

  _mask(shape, radius) {
    const key = `${shape} ${radius}`;
    if (!this.masks.has(key)) this.masks.set(key, mask(shape, radius));
    return this.masks.get(key);
  }

  // Draws all points. `at` holds pixels, two numbers a point; r is N x K or null; colors are
  // triples of bytes. How: "blend", "hard" or "pie"; without responsibilities all are grey.
  draw({ at, r, K, how, colors, grey, paper, radius, strength, halo }) {
    const N = at.length / 2;
    for (let n = 0; n < N; n++) {
      const x = Math.round(at[2 * n]);
      const y = Math.round(at[2 * n + 1]);
      if (!r) {
        if (halo) this._stamp(x, y, this._mask(0, radius + 1), paper, halo);
        this._stamp(x, y, this._mask(0, radius), grey, strength);
        continue;
      }
      const most = largest(r, n * K, K);
      const shape = how === "pie" ? 0 : most;
      if (halo) this._stamp(x, y, this._mask(shape, radius + 1), paper, halo);
      if (how === "pie") this._pie(x, y, this._mask(0, radius), r, n * K, K, colors);
      else {
        const color = how === "hard" ? colors[most] : mixed(r, n * K, K, colors);
        this._stamp(x, y, this._mask(shape, radius), color, strength);
      }
    }
  }

  _stamp(x, y, pixels, color, strength) {
    for (const { dx, dy, cover } of pixels) this._pixel(x + dx, y + dy, color, cover * strength);
  }

  _pie(x, y, pixels, r, at, K, colors) {
    for (const { dx, dy, cover, turn } of pixels) {
      let k = 0;
      for (let sum = r[at]; sum < turn && k < K - 1; sum += r[at + k]) k++;
      this._pixel(x + dx, y + dy, colors[k], cover);
    }
  }

  _pixel(x, y, color, share) {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return;
    const i = 4 * (y * this.width + x);
    const { bytes } = this;
    bytes[i] += (color[0] - bytes[i]) * share;
    bytes[i + 1] += (color[1] - bytes[i + 1]) * share;
    bytes[i + 2] += (color[2] - bytes[i + 2]) * share;
  }
}

export function largest(r, at, K) {
  let most = 0;
  for (let k = 1; k < K; k++) if (r[at + k] > r[at + most]) most = k;
  return most;
}

const mixture = [0, 0, 0];

// The components' colours in the proportions of the responsibilities, as plots.blend does.
export function mixed(r, at, K, colors) {
  mixture.fill(0);
  for (let k = 0; k < K; k++) {
    for (let c = 0; c < 3; c++) mixture[c] += r[at + k] * colors[k][c];
  }
  return mixture;
}
