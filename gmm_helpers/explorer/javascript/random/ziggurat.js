// Normal and exponential numbers by the ziggurat of Marsaglia and Tsang (2000), as in numpy.
//
// The area under a density is covered by 256 layers of equal area. A word chooses the layer and a
// place in it. Nearly always the place is left of the layer above, thus under the density.

import { EXPONENTIAL_WIDTHS, NORMAL_WIDTHS } from "./ziggurat_widths.js";

/** @typedef {import("./pcg64.js").PCG64} PCG64 */

/**
 * @typedef {object} Ziggurat
 * @property {Float64Array} width of each layer, over the number of places in it
 * @property {Float64Array} sure places that are under the density without a look at it
 * @property {Float64Array} height of the density at the end of each layer
 */

const NORMAL_END = 3.6541528853610088;
const NORMAL_END_INVERSE = 0.27366123732975828;
const EXPONENTIAL_END = 7.69711747013105;

const normal = layers(NORMAL_WIDTHS, 2 ** 52, (x) => Math.exp(-0.5 * x * x));
const exponential = layers(EXPONENTIAL_WIDTHS, 2 ** 53, (x) => Math.exp(-x));

/**
 * @param {PCG64} bits
 * @returns {number}
 */
export function standardNormal(bits) {
  for (;;) {
    bits.next64();
    const { high, low } = bits;
    const layer = low & 255;
    const place = (high & 0x1fffffff) * 2 ** 23 + (low >>> 9);
    const x = place * normal.width[layer] * (low & 256 ? -1 : 1);
    if (place < normal.sure[layer]) return x;
    if (layer === 0) return normalTail(bits) * (low & 0x20000 ? -1 : 1);
    if (heightInLayer(normal, layer, bits) < Math.exp(-0.5 * x * x)) return x;
  }
}

/**
 * @param {PCG64} bits
 * @returns {number}
 */
export function standardExponential(bits) {
  for (;;) {
    bits.next64();
    const { high, low } = bits;
    const layer = (low >>> 3) & 255;
    const place = high * 2 ** 21 + (low >>> 11);
    const x = place * exponential.width[layer];
    if (place < exponential.sure[layer]) return x;
    if (layer === 0) return EXPONENTIAL_END - Math.log1p(-bits.random());
    if (heightInLayer(exponential, layer, bits) < Math.exp(-x)) return x;
  }
}

/** @param {PCG64} bits */
function normalTail(bits) {
  for (;;) {
    const x = -NORMAL_END_INVERSE * Math.log1p(-bits.random());
    const y = -Math.log1p(-bits.random());
    if (y + y > x * x) return NORMAL_END + x;
  }
}

/**
 * @param {Ziggurat} ziggurat
 * @param {number} layer
 * @param {PCG64} bits
 */
function heightInLayer({ height }, layer, bits) {
  return (height[layer - 1] - height[layer]) * bits.random() + height[layer];
}

/**
 * All of a ziggurat from its widths. A height or a last sure place may be off by some rounding from
 * numpy's: of 2^50 draws, about one would notice.
 *
 * @param {string} widths
 * @param {number} places in a layer
 * @param {(x: number) => number} density
 * @returns {Ziggurat}
 */
function layers(widths, places, density) {
  const bytes = Uint8Array.from(atob(widths), (letter) => letter.charCodeAt(0));
  const width = new Float64Array(bytes.buffer);
  const height = width.map((w, i) => (i === 0 ? 1 : density(w * places)));
  // The layer at the bottom has the tail as well, and nothing is above the one at the top.
  const above = (/** @type {number} */ i) => (i === 0 ? width[255] : i === 1 ? 0 : width[i - 1]);
  const sure = width.map((w, i) => Math.floor((above(i) / w) * places));
  return { width, sure, height };
}
