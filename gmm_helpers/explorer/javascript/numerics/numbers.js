// Numbers as Python's format writes them: ties go to the even digit.

/**
 * As `{:.2f}`, for any number of digits.
 * @param {number} value
 * @param {number} digits
 */
export function fixed(value, digits) {
  if (!Number.isFinite(value)) return special(value);
  return roundHalfEven(value, value.toFixed(digits), (more) => value.toFixed(digits + more));
}

/**
 * As `{:.1e}`, for any number of digits.
 * @param {number} value
 * @param {number} digits
 */
export function scientific(value, digits) {
  if (!Number.isFinite(value)) return special(value);
  const exact = (/** @type {number} */ more) => value.toExponential(digits + more);
  const [mantissa, exponent] = roundHalfEven(value, exact(0), exact).split("e");
  const size = exponent.slice(1).padStart(2, "0");
  return `${mantissa}e${exponent[0]}${size}`;
}

/**
 * As `{:.3g}`, for any number of digits; `{:g}` has 6.
 * @param {number} value
 * @param {number} [digits]
 */
export function general(value, digits = 6) {
  if (!Number.isFinite(value)) return special(value);
  const text = scientific(value, digits - 1);
  const [mantissa, exponent] = text.split("e");
  const size = Number(exponent);
  if (size < -4 || size >= digits) return `${withoutZeros(mantissa)}e${exponent}`;
  return withoutZeros(fixed(value, digits - 1 - size));
}

/** @param {string} text */
function withoutZeros(text) {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** @param {number} value */
function special(value) {
  return Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
}

/**
 * JavaScript takes the larger one of two that are equally near.
 * @param {number} value
 * @param {string} rounded
 * @param {(more: number) => string} exact
 */
function roundHalfEven(value, rounded, exact) {
  if (Math.abs(value) >= 1e21) return rounded;
  const [kept, exponent] = rounded.split("e");
  const [digits] = exact(30).split("e");
  if (!/^50+$/.test(digits.slice(digits.length - 30))) return rounded;
  // Cut off what is a tie: the even one of the two neighbours ends in an even digit.
  const cut = digits.slice(0, digits.length - 30).replace(/\.$/, "");
  const even = Number(cut.at(-1)) % 2 === 0 ? cut : kept;
  return exponent === undefined ? even : `${even}e${exponent}`;
}
