// PCG64 (O'Neill, 2014: XSL-RR 128/64), the bits behind numpy's `default_rng`.

import { seedWords } from "./seed_sequence.js";

// 128 bits as six limbs of 22: six products of limbs, added up, are exact in a float.
const LIMBS = 6;
const BITS = 22;
const BASE = 2 ** BITS;
const TOP = 2 ** (128 - (LIMBS - 1) * BITS); // of the highest limb
const MULTIPLIER = limbsOf(0x2360ed051fc65da44385df649fccf645n);
const [M0, M1, M2, M3, M4, M5] = MULTIPLIER;

/** A stream of random words. The last one of 64 bits is in `high` and `low`. */
export class PCG64 {
  /** @param {number | bigint} seed an integer of at least 0 */
  constructor(seed) {
    const words = seedWords(seed, 8);
    /** @param {number} i */
    const long = (i) => (BigInt(words[i + 1]) << 32n) | BigInt(words[i]);
    const start = (long(0) << 64n) | long(2);
    const increment = (long(4) << 65n) | (long(6) << 1n) | 1n;
    this.increment = limbsOf(increment);
    this.state = limbsOf(increment + start);
    this.high = 0;
    this.low = 0;
    this.spare = -1; // the half of a word of 64 bits that `next32` has not given out yet
    this._step();
  }

  /** Draw the next word of 64 bits. */
  next64() {
    this._step();
    const s = this.state;
    const [s0, s1, s2, s3, s4, s5] = [s[0], s[1], s[2], s[3], s[4], s[5]];
    const low = s0 ^ (s1 << 22) ^ (s2 >>> 20) ^ (s3 << 2) ^ (s4 << 24);
    const high = (s1 >>> 10) ^ (s2 << 12) ^ (s4 >>> 8) ^ (s5 << 14);
    const turn = (s5 >>> 12) & 63; // the highest six bits
    const [a, b] = turn & 32 ? [low, high] : [high, low];
    const by = turn & 31;
    this.high = by ? ((a >>> by) | (b << (32 - by))) >>> 0 : a >>> 0;
    this.low = by ? ((b >>> by) | (a << (32 - by))) >>> 0 : b >>> 0;
  }

  /** @returns {number} a word of 32 bits: the lower half of one of 64, then its upper half */
  next32() {
    if (this.spare >= 0) {
      const word = this.spare;
      this.spare = -1;
      return word;
    }
    this.next64();
    this.spare = this.high;
    return this.low;
  }

  /** @returns {number} uniform on [0, 1), a multiple of 2^-53 */
  random() {
    this.next64();
    return (this.high * 2 ** 21 + (this.low >>> 11)) * 2 ** -53;
  }

  /** state = state * multiplier + increment, modulo 2^128 */
  _step() {
    const { state, increment } = this;
    const [s0, s1, s2, s3, s4, s5] = [state[0], state[1], state[2], state[3], state[4], state[5]];
    let sum = increment[0] + s0 * M0;
    let carry = Math.floor(sum / BASE);
    state[0] = sum - carry * BASE;
    sum = carry + increment[1] + s0 * M1 + s1 * M0;
    carry = Math.floor(sum / BASE);
    state[1] = sum - carry * BASE;
    sum = carry + increment[2] + s0 * M2 + s1 * M1 + s2 * M0;
    carry = Math.floor(sum / BASE);
    state[2] = sum - carry * BASE;
    sum = carry + increment[3] + s0 * M3 + s1 * M2 + s2 * M1 + s3 * M0;
    carry = Math.floor(sum / BASE);
    state[3] = sum - carry * BASE;
    sum = carry + increment[4] + s0 * M4 + s1 * M3 + s2 * M2 + s3 * M1 + s4 * M0;
    carry = Math.floor(sum / BASE);
    state[4] = sum - carry * BASE;
    sum = carry + increment[5] + s0 * M5 + s1 * M4 + s2 * M3 + s3 * M2 + s4 * M1 + s5 * M0;
    carry = Math.floor(sum / TOP);
    state[5] = sum - carry * TOP;
  }
}

/**
 * @param {bigint} value
 * @returns {Float64Array} its lowest 128 bits
 */
function limbsOf(value) {
  const rest = BigInt.asUintN(128, value);
  return Float64Array.from({ length: LIMBS }, (_, i) =>
    Number((rest >> BigInt(BITS * i)) & BigInt(BASE - 1)),
  );
}
