// Signs that several pictures share: dots of half-steps.

/** @typedef {import("./look.js").Look} Look */

/**
 * E-steps are round and M-steps square, here and on the badge.
 * @param {CanvasRenderingContext2D} context
 * @param {number} x
 * @param {number} y
 * @param {number} r
 * @param {string} name
 */
export function dot(context, x, y, r, name) {
  context.beginPath();
  if (name === "M") context.rect(x - 0.88 * r, y - 0.88 * r, 1.76 * r, 1.76 * r);
  else context.arc(x, y, r, 0, 2 * Math.PI);
  context.fill();
}

/**
 * The dot of the half-step where one stands.
 * @param {CanvasRenderingContext2D} context
 * @param {number} x
 * @param {number} y
 * @param {string} name
 * @param {Look} look
 */
export function marker(context, x, y, name, look) {
  const em = look.size * look.scale;
  context.fillStyle = look.paper;
  dot(context, x, y, 0.58 * em, name);
  context.fillStyle = colorOf(name, look);
  dot(context, x, y, 0.42 * em, name);
}

/**
 * @param {string} name
 * @param {Look} look
 */
export function colorOf(name, look) {
  return name === "E" ? look.E : name === "M" ? look.M : look.ink;
}
