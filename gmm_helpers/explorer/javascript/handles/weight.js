// A mixture with another weight of one component.

const LEAST = 0.01;

/**
 * The others keep their proportions.
 * @param {Float64Array} row
 * @param {number} K
 * @param {number} k
 * @param {number} weight
 */
export function withWeight(row, K, k, weight) {
  if (K === 1) return row;
  const changed = Float64Array.from(row);
  const [now, rest] = [Math.min(Math.max(weight, LEAST), 1 - LEAST), 1 - row[k]];
  for (let j = 0; j < K; j++) {
    if (j !== k) changed[j] = rest > 0 ? (row[j] * (1 - now)) / rest : (1 - now) / (K - 1);
  }
  changed[k] = now;
  return changed;
}
