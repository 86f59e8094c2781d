// An atlas, or a map of where EM ends, shared among workers.

/** @typedef {import("./workbench.js").EndsOrder} EndsOrder */

/**
 * About the same work for each: the largest K takes longest, and is dealt out first.
 * @param {number[]} counts
 * @param {number} n
 */
export function sharesOf(counts, n) {
  /** @type {number[][]} */
  const shares = Array.from({ length: n }, () => []);
  const dealt = [...counts].sort((a, b) => b - a);
  dealt.forEach((count, i) => {
    const at = i % (2 * n);
    shares[at < n ? at : 2 * n - 1 - at].push(count);
  });
  return shares.map((share) => share.sort((a, b) => a - b));
}

/**
 * One in n of the starts for each, so that all go from coarse to fine.
 * @param {EndsOrder} order
 * @param {number} n
 * @returns {EndsOrder[]}
 */
export function startsShared(order, n) {
  const { rows, numbers } = order;
  const width = rows.length / numbers.length;
  return Array.from({ length: n }, (_, at) => {
    const own = numbers.filter((_, i) => i % n === at);
    const ownRows = new Float64Array(own.length * width);
    for (let i = 0; i < own.length; i++) {
      const from = (i * n + at) * width;
      ownRows.set(rows.subarray(from, from + width), i * width);
    }
    return { ...order, rows: ownRows, numbers: own };
  });
}
