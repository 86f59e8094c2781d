// Sums in numpy's order, so that what depends on them is the same to the last bit.

const BLOCK = 128;
const LANES = 8;

/**
 * The sum of neighbours in memory: pairwise, in eight lanes within a block.
 *
 * @param {Float64Array} values
 * @param {number} [from]
 * @param {number} [count]
 * @returns {number}
 */
export function pairwiseSum(values, from = 0, count = values.length - from) {
  if (count > BLOCK) {
    const half = Math.floor(count / 2);
    const first = half - (half % LANES);
    return pairwiseSum(values, from, first) + pairwiseSum(values, from + first, count - first);
  }
  const end = from + count;
  let sum = 0;
  let at = from;
  if (count >= LANES) {
    const lanes = values.slice(at, at + LANES);
    for (at += LANES; at + LANES <= end; at += LANES) {
      for (let lane = 0; lane < LANES; lane++) lanes[lane] += values[at + lane];
    }
    const [a, b, c, d, e, f, g, h] = lanes;
    sum = a + b + (c + d) + (e + f + (g + h));
  }
  for (; at < end; at++) sum += values[at];
  return sum;
}

/**
 * The sum of each column of a table of N x D: row after row, but for a single column.
 *
 * @param {Float64Array} table
 * @param {number} D
 * @returns {Float64Array}
 */
export function columnSums(table, D) {
  if (D === 1) return Float64Array.of(pairwiseSum(table));
  const sums = new Float64Array(D);
  for (let at = 0; at < table.length; at += D) {
    for (let i = 0; i < D; i++) sums[i] += table[at + i];
  }
  return sums;
}
