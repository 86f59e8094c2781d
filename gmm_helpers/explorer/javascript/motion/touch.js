// Which sample is touched: under the pointer, tapped, or stepped to by keys from left to right.

import { pixelsOf } from "../controls/scrub.js";

/** @typedef {import("../runs/data.js").Data} Data */
/**
 * What touching needs to know of the picture.
 * @typedef {object} Touched
 * @property {() => {data: Data | null, at: Float64Array}} framed where the samples are, in pixels
 * @property {() => boolean} isTaken whether the pointer is used for something else
 * @property {(isNew: boolean) => void} changed
 */

const REACH = { mouse: 9, pen: 14, touch: 22 }; // CSS pixels
const STILL = 6; // a press that moves further is no tap

/**
 * @param {ArrayLike<number>} at two numbers a sample
 * @param {[number, number]} pixels
 * @param {number} reach
 */
export function nearestTo(at, [px, py], reach) {
  let best = -1;
  let least = reach * reach;
  for (let n = 0; 2 * n < at.length; n++) {
    const distance = (at[2 * n] - px) ** 2 + (at[2 * n + 1] - py) ** 2;
    if (distance < least) [best, least] = [n, distance];
  }
  return best;
}

/**
 * The sample beside another, in the picture from left to right; -1 beyond the ends.
 * @param {ArrayLike<number>} at
 * @param {number} n -1: none yet
 * @param {number} by 1 or -1
 */
export function besides(at, n, by) {
  const order = Array.from({ length: at.length / 2 }, (_, i) => i).sort(
    (a, b) => at[2 * a] - at[2 * b] || a - b,
  );
  if (n < 0) return (by > 0 ? order[0] : order[order.length - 1]) ?? -1;
  return order[order.indexOf(n) + by] ?? -1;
}

export class Touch {
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {Touched} about
   */
  constructor(canvas, about) {
    this.canvas = canvas;
    this.about = about;
    this.under = -1; // the pointer
    this.kept = -1;
    /** @type {Data | null} */
    this.data = null; // of which these are samples
    /** @type {[number, number] | null} */
    this.pressed = null;
    canvas.addEventListener("pointermove", (event) => this._hover(event));
    canvas.addEventListener("pointerleave", () => this._set({ under: -1 }));
    canvas.addEventListener("pointerdown", ({ clientX, clientY }) => {
      this.pressed = about.isTaken() ? null : [clientX, clientY];
    });
    canvas.addEventListener("click", (event) => this._tap(/** @type {PointerEvent} */ (event)));
  }

  /** The sample to show, or -1. */
  get sample() {
    if (this.data !== this.about.framed().data) this.under = this.kept = -1;
    return this.under >= 0 ? this.under : this.kept;
  }

  /** @param {PointerEvent} event */
  _at(event) {
    const kind = /** @type {keyof typeof REACH} */ (event.pointerType);
    const scale = this.canvas.width / this.canvas.clientWidth;
    return nearestTo(
      this.about.framed().at,
      pixelsOf(this.canvas, event),
      (REACH[kind] ?? REACH.mouse) * scale,
    );
  }

  /** @param {PointerEvent} event */
  _hover(event) {
    if (event.pointerType !== "touch") {
      this._set({ under: event.buttons || this.about.isTaken() ? -1 : this._at(event) });
    }
  }

  /** @param {PointerEvent} event */
  _tap(event) {
    const { pressed } = this;
    this.pressed = null;
    if (!pressed || Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]) > STILL) return;
    const n = this._at(event);
    this._set({ kept: n === this.kept ? -1 : n });
  }

  /** @param {number} by */
  step(by) {
    const { at, data } = this.about.framed();
    if (data) this._set({ under: -1, kept: besides(at, this.sample, by) });
  }

  // Returns whether there was one to let go.
  letGo() {
    const had = this.sample >= 0;
    this._set({ under: -1, kept: -1 });
    return had;
  }

  /** @param {{under?: number, kept?: number}} patch */
  _set({ under = this.under, kept = this.kept }) {
    const before = this.sample;
    this.data = this.about.framed().data;
    Object.assign(this, { under, kept });
    if (this.sample !== before) this.about.changed(this.sample >= 0);
  }
}
