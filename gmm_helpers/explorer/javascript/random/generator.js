// What the starts need of numpy's `default_rng(seed)`, number for number.

import { PCG64 } from "./pcg64.js";
import { standardExponential, standardNormal } from "./ziggurat.js";

/**
 * @param {number | bigint} seed an integer of at least 0
 * @returns {Generator}
 */
export function generator(seed) {
  return new Generator(seed);
}

export class Generator {
  /** @param {number | bigint} seed */
  constructor(seed) {
    this.bits = new PCG64(seed);
  }

  /** @returns {number} uniform on [0, 1) */
  random() {
    return this.bits.random();
  }

  /**
   * Lemire's method (2019): a product instead of a division.
   *
   * @param {number} n from 1 to 2^32 - 1
   * @returns {number} one of 0 to n - 1
   */
  integers(n) {
    if (n === 1) return 0; // takes no bits
    let word = this.bits.next32();
    let low = Math.imul(word, n) >>> 0;
    if (low < n) {
      const rejected = 2 ** 32 % n;
      while (low < rejected) {
        word = this.bits.next32();
        low = Math.imul(word, n) >>> 0;
      }
    }
    return Math.round((word * n - low) / 2 ** 32);
  }

  /**
   * By the shuffle of Fisher and Yates. Here, places are drawn by rejection.
   *
   * @param {number} n
   * @returns {Int32Array} 0 to n - 1, shuffled
   */
  permutation(n) {
    const order = Int32Array.from({ length: n }, (_, i) => i);
    for (let i = n - 1; i > 0; i--) {
      const mask = 2 ** (32 - Math.clz32(i)) - 1;
      let j = i + 1;
      while (j > i) j = this.bits.next32() & mask;
      [order[i], order[j]] = [order[j], order[i]];
    }
    return order;
  }

  /**
   * @param {number} n
   * @param {ArrayLike<number>} p probabilities of 0 to n - 1
   * @returns {number}
   */
  choice(n, p) {
    const cumulative = new Float64Array(n);
    let sum = 0;
    for (let i = 0; i < n; i++) cumulative[i] = sum += p[i];
    const u = this.random();
    return cumulative.findIndex((value) => value / sum > u); // the last of them is 1
  }

  /**
   * @param {number} n
   * @returns {Float64Array}
   */
  standardNormal(n) {
    return new Float64Array(n).map(() => standardNormal(this.bits));
  }

  /**
   * @param {number} n
   * @returns {Float64Array}
   */
  standardExponential(n) {
    return new Float64Array(n).map(() => standardExponential(this.bits));
  }

  /**
   * Draws of a Dirichlet distribution that is uniform over all distributions of K parts.
   *
   * @param {number} K
   * @param {number} n
   * @returns {Float64Array} n x K, each row sums to 1
   */
  dirichletOfOnes(K, n) {
    const draws = this.standardExponential(n * K);
    for (let at = 0; at < draws.length; at += K) {
      let sum = 0;
      for (let k = 0; k < K; k++) sum += draws[at + k];
      const factor = 1 / sum;
      for (let k = 0; k < K; k++) draws[at + k] *= factor;
    }
    return draws;
  }
}
