// Numbers in sentences.

/** @param {number} value */
export function nats(value) {
  const size = Math.abs(value);
  const text = size !== 0 && size < 0.01 ? value.toExponential(1) : value.toFixed(2);
  return `${text.replace(/-/g, "−")} nats`;
}
