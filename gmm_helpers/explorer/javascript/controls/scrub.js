// A click into the NLL picture goes there; with the button held, so does every movement.

export class Scrub {
  /** @param {any} app */
  constructor(app) {
    this.app = app;
    /** @type {number | null} */
    this.pointer = null;
    /** @type {HTMLCanvasElement} */
    const canvas = app.right;
    canvas.addEventListener("pointerdown", (event) => this._down(event));
    canvas.addEventListener("pointermove", (event) => event.pointerId === this.pointer && this._go(event));
    for (const end of ["pointerup", "pointercancel"])
      canvas.addEventListener(end, () => (this.pointer = null));
  }

  /** @param {PointerEvent} event */
  _down(event) {
    if (event.button !== 0 || !event.isPrimary || !this._go(event)) return;
    this.pointer = event.pointerId;
    this.app.right.setPointerCapture(event.pointerId);
  }

  /**
   * Whether there is a half-step at that place.
   * @param {PointerEvent} event
   */
  _go(event) {
    const { app } = this;
    const h = app.trace && app.chart.halfStepAt(pixelsOf(app.right, event)[0]);
    if (h == null) return false;
    app.jump(h);
    return true;
  }
}

/**
 * Where on a canvas an event is, in its own pixels.
 * @param {HTMLCanvasElement} canvas
 * @param {{ clientX: number; clientY: number }} event
 * @returns {[number, number]}
 */
export function pixelsOf(canvas, event) {
  const bounds = canvas.getBoundingClientRect();
  const scale = canvas.width / bounds.width;
  return [(event.clientX - bounds.left) * scale, (event.clientY - bounds.top) * scale];
}
