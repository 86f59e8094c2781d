// The pointer on the picture of the data: a component is dragged, or a click adds a point.

import { componentCount } from "../em/gaussians.js";
import { pixelsOf } from "./scrub.js";

/** @typedef {import("../runs/data.js").Data} Data */

/**
 * What dragging needs of the explorer.
 * @typedef {object} Dragged
 * @property {import("../app/scene.js").Scene} scene
 * @property {{plane: import("../drawing/plane.js").Plane}} screen
 * @property {{controls: string[]}} options
 * @property {(row: Float64Array | null) => void} dragTo
 * @property {(row: Float64Array) => void} startFrom
 * @property {{own: {isAdding: boolean, addPoint: (place: number[]) => void}}} layout
 * @property {{pause: () => void}} player
 */

const REACH = 18; // CSS pixels around a mean

/**
 * The same mixture with one mean moved to a place of the picture.
 * @param {Float64Array} row
 * @param {number} k
 * @param {number[]} place
 * @param {Data} data
 */
export function withMeanAt(row, k, place, data) {
  const moved = Float64Array.from(row);
  const { D, origin, axes, shown } = data.plane;
  const at = componentCount(row.length, D) + k * D;
  for (let a = 0; a < shown; a++) {
    let now = 0;
    for (let i = 0; i < D; i++) now += (row[at + i] - origin[i]) * axes[i * shown + a];
    for (let i = 0; i < D; i++) moved[at + i] += (place[a] - now) * axes[i * shown + a];
  }
  return moved;
}

export class Drag {
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {Dragged} app
   */
  constructor(canvas, app) {
    this.canvas = canvas;
    this.app = app;
    this.component = -1;
    /** @type {number | null} */
    this.pointer = null;
    canvas.addEventListener("pointerdown", (event) => this._down(event));
    canvas.addEventListener("pointermove", (event) => this._move(event));
    canvas.addEventListener("pointerup", (event) => event.pointerId === this.pointer && this._drop(true));
    canvas.addEventListener(
      "pointercancel",
      (event) => event.pointerId === this.pointer && this._drop(false),
    );
    // A finger on a mean drags it; elsewhere it scrolls the page.
    const isOnMean = (/** @type {TouchEvent} */ { touches: [touch] }) =>
      this.app.layout.own.isAdding || this._meanAt(pixelsOf(canvas, touch)) >= 0;
    canvas.addEventListener("touchstart", (event) => isOnMean(event) && event.preventDefault(), {
      passive: false,
    });
  }

  // Another choice ends what is being dragged.
  letGo() {
    this.component = -1;
    this.pointer = null;
  }

  /** @param {[number, number]} pixels */
  _place([px, py]) {
    const { x, y, flat } = this.app.screen.plane.framed;
    return [x.back(px), flat ? 0 : y.back(py)];
  }

  /** @param {[number, number]} pixels */
  _meanAt([px, py]) {
    const { scene, screen, options } = this.app;
    const { plane } = screen;
    const { trace, data, h, layers, choice, canRun } = scene;
    // What is not drawn is not grabbed, nor what belongs to another choice than the present one.
    const isAllowed = canRun && options.controls.includes("own") && layers.ellipses;
    if (!trace || !data || !isAllowed || trace.K !== choice.n_components) return -1;
    const reach = REACH * (plane.canvas.width / plane.canvas.clientWidth);
    let best = -1;
    let nearest = reach;
    for (let k = 0; k < trace.K; k++) {
      const { x, y } = plane.placeOfMean(trace.row(h), trace.K, data, k);
      const distance = Math.hypot(x - px, y - py);
      if (distance < nearest) [best, nearest] = [k, distance];
    }
    return best;
  }

  /** @param {PointerEvent} event */
  _down(event) {
    if (event.button !== 0 || !event.isPrimary) return;
    const pixels = pixelsOf(this.canvas, event);
    const { own } = this.app.layout;
    if (own.isAdding) {
      own.addPoint(this._place(pixels));
      return;
    }
    this.component = this._meanAt(pixels);
    if (this.component < 0) return;
    this.pointer = event.pointerId;
    this.canvas.setPointerCapture(event.pointerId);
    this.app.player.pause();
  }

  /** @param {PointerEvent} event */
  _move(event) {
    const pixels = pixelsOf(this.canvas, event);
    const { scene, layout } = this.app;
    if (this.component >= 0 && event.pointerId !== this.pointer) return;
    if (this.component < 0 || !scene.trace || !scene.data) {
      const cursor = this._meanAt(pixels) < 0 ? "" : "grab";
      this.canvas.style.cursor = layout.own.isAdding ? "crosshair" : cursor;
      return;
    }
    const from = scene.dragged?.row(0) ?? scene.trace.row(scene.h);
    this.app.dragTo(withMeanAt(from, this.component, this._place(pixels), scene.data));
  }

  /** @param {boolean} isKept */
  _drop(isKept) {
    if (this.component < 0) return;
    this.letGo();
    const row = this.app.scene.dragged?.row(0).slice();
    if (isKept && row) this.app.startFrom(row);
    else this.app.dragTo(null);
  }
}
