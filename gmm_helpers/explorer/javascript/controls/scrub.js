// A click into the NLL picture goes there; with the button held, so does every movement.

/**
 * @param {HTMLCanvasElement} canvas
 * @param {(px: number) => number | null} halfStepAt
 * @param {(h: number) => void} jump
 */
export function scrub(canvas, halfStepAt, jump) {
  /** @type {number | null} */
  let pointer = null;
  /** @param {PointerEvent} event */
  const go = (event) => {
    const h = halfStepAt(pixelsOf(canvas, event)[0]);
    if (h === null) return false; // there is no half-step at that place
    jump(h);
    return true;
  };
  canvas.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !event.isPrimary || !go(event)) return;
    pointer = event.pointerId;
    canvas.setPointerCapture(pointer);
  });
  canvas.addEventListener("pointermove", (event) => event.pointerId === pointer && go(event));
  const end = () => (pointer = null);
  canvas.addEventListener("pointerup", end);
  canvas.addEventListener("pointercancel", end);
}

/**
 * Where on a canvas an event is, in its own pixels.
 * @param {HTMLCanvasElement} canvas
 * @param {{clientX: number, clientY: number}} event
 * @returns {[number, number]}
 */
export function pixelsOf(canvas, event) {
  const bounds = canvas.getBoundingClientRect();
  const scale = canvas.width / bounds.width;
  return [(event.clientX - bounds.left) * scale, (event.clientY - bounds.top) * scale];
}
