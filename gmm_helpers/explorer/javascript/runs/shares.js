// An atlas, shared among workers.

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
