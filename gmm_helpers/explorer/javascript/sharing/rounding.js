// Points in few digits.

const DIGITS = 4; // over the range that the points fill

/**
 * @param {number[][]} points pairs
 * @returns {number[][]}
 */
export function rounded(points) {
  if (points.length === 0) return [];
  const decimals = [0, 1].map((i) => {
    const values = points.map((point) => point[i]);
    const low = values.reduce((a, b) => Math.min(a, b));
    const high = values.reduce((a, b) => Math.max(a, b));
    const range = high - low || Math.abs(high) || 1;
    return DIGITS - 1 - Math.floor(Math.log10(range));
  });
  return points.map((point) => point.map((value, i) => toDecimals(value, decimals[i])));
}

/**
 * @param {number} value
 * @param {number} decimals negative to round tens, hundreds, ...
 */
function toDecimals(value, decimals) {
  const magnitude = Math.floor(Math.log10(Math.abs(value) || 1));
  const digits = magnitude + 1 + decimals;
  return digits < 1 ? 0 : Number(value.toPrecision(Math.min(digits, 17)));
}
