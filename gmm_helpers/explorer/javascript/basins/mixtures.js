// How far mixtures are from each other, whatever the order of their components.

/**
 * Component behind component, by the first feature of their means: weight, mean, lower triangle of
 * the covariance of each.
 * @param {Float64Array} row
 * @param {number} K
 * @param {number} D
 */
export function inOrder(row, K, D) {
  const order = Array.from({ length: K }, (_, k) => k).sort((a, b) => row[K + a * D] - row[K + b * D]);
  const size = row.length / K;
  const triangle = size - 1 - D;
  const ordered = new Float64Array(row.length);
  order.forEach((k, i) => {
    let at = i * size;
    ordered[at++] = row[k];
    for (let j = 0; j < D; j++) ordered[at++] = row[K + k * D + j];
    for (let j = 0; j < triangle; j++) ordered[at++] = row[K + K * D + k * triangle + j];
  });
  return ordered;
}

/**
 * By what differences are divided: a weight by itself, a mean by the standard deviation of its
 * component, a covariance by the product of two of them.
 * @param {Float64Array} ordered as `inOrder` has it
 * @param {number} K
 * @param {number} D
 */
export function unitsOf(ordered, K, D) {
  const units = new Float64Array(ordered.length);
  const size = ordered.length / K;
  for (let begin = 0; begin < ordered.length; begin += size) {
    const deviation = (/** @type {number} */ i) => Math.sqrt(ordered[begin + 1 + D + (i * (i + 3)) / 2]);
    units[begin] = ordered[begin];
    let at = begin + 1 + D;
    for (let i = 0; i < D; i++) {
      units[begin + 1 + i] = deviation(i);
      for (let j = 0; j <= i; j++) units[at++] = deviation(i) * deviation(j);
    }
  }
  return units;
}

/**
 * The largest difference of a mixture from one between two rows of others, or Infinity beyond a limit.
 * @param {Float64Array} ordered
 * @param {Float64Array} units
 * @param {Float32Array} rows
 * @param {number} at the number of a row, and which share of the way to the next one
 * @param {number} limit
 */
export function distance(ordered, units, rows, at, limit) {
  const width = ordered.length;
  const before = Math.floor(at) * width;
  const share = at - Math.floor(at);
  let largest = 0;
  for (let i = 0; i < width; i++) {
    const from = rows[before + i];
    const off = Math.abs(ordered[i] - from - share * (rows[before + width + i] - from)) / units[i];
    if (off > largest) largest = off;
    if (!(largest <= limit)) return Infinity;
  }
  return largest;
}

/**
 * The way from a mixture to one between two rows of others.
 * @param {Float64Array} ordered
 * @param {Float64Array} units
 * @param {Float32Array} rows
 * @param {number} at
 */
export function difference(ordered, units, rows, at) {
  const before = Math.floor(at) * ordered.length;
  const share = at - Math.floor(at);
  return ordered.map((value, i) => {
    const from = rows[before + i];
    return (from + share * (rows[before + ordered.length + i] - from) - value) / units[i];
  });
}

const OPPOSITE = -0.5; // cosine of the angle between two ways

/**
 * Whether a place lies between the ends of two ways that begin there.
 * @param {Float64Array} one
 * @param {Float64Array} other
 */
export function isOpposite(one, other) {
  let [product, ones, others] = [0, 0, 0];
  for (let i = 0; i < one.length; i++) {
    product += one[i] * other[i];
    ones += one[i] * one[i];
    others += other[i] * other[i];
  }
  return product < OPPOSITE * Math.sqrt(ones * others);
}
