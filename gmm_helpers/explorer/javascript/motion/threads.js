// Which samples have a thread to a new mean: some that stand for all.

/** @typedef {{ n: number, k: number, strength: number }} Thread */

const MOST = 96; // of all components together
const FAINT = 0.02; // responsibilities that nobody would see

/**
 * For each component, samples in the proportion of their responsibilities: each stands for an equal
 * part of the effective count.
 * @param {ArrayLike<number>} r N x K
 * @param {number} K
 * @param {ArrayLike<number>} counts
 * @returns {Thread[]}
 */
export function threadsOf(r, K, counts) {
  /** @type {Thread[]} */
  const threads = [];
  for (let k = 0; k < K; k++) {
    const part = counts[k] / Math.min(Math.floor(MOST / K), Math.max(Math.round(counts[k]), 1));
    let sum = 0;
    let next = part / 2;
    for (let at = k, n = 0; at < r.length; at += K, n++) {
      sum += r[at];
      if (sum < next) continue;
      while (next <= sum) next += part;
      if (r[at] >= FAINT) threads.push({ n, k, strength: r[at] });
    }
  }
  return threads;
}

/**
 * All threads of one sample.
 * @param {ArrayLike<number>} r
 * @param {number} K
 * @param {number} n
 * @returns {Thread[]}
 */
export function threadsFrom(r, K, n) {
  return Array.from({ length: K }, (_, k) => ({ n, k, strength: r[n * K + k] })).filter(
    ({ strength }) => strength >= FAINT,
  );
}
