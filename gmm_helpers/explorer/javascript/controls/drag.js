// The pointer on the picture of the data: a component is dragged by its mean or one of its handles,
// or a click adds a point.

import { dragged, handlesOf, isAround, partAt, REACH, sigmasTo } from "../handles/handles.js";
import { pixelsOf } from "./scrub.js";

/** @typedef {import("../runs/data.js").Data} Data */
/** @typedef {import("../handles/handles.js").Handles} Handles */
/** @typedef {import("../handles/handles.js").Part} Part */
/**
 * The component whose handles are seen, or -1; what of it the pointer is on; and where that is.
 * @typedef {{component: number, part: Part | null, at: [number, number] | null}} Held
 */
/**
 * A component in the hand: as it was when it was grabbed, and as it is now.
 * @typedef {{pointer: number, handles: Handles, part: Part, from: [number, number], before: Float64Array,
 *   now: Float64Array | null}} Grabbed
 */

/**
 * What dragging needs of the explorer.
 * @typedef {object} Dragged
 * @property {import("../app/scene.js").Scene} scene
 * @property {{plane: import("../drawing/plane.js").Plane, redraw: () => void}} screen
 * @property {{controls: string[]}} options
 * @property {(row: Float64Array | null) => void} dragTo
 * @property {(row: Float64Array) => void} startFrom
 * @property {{own: {isAdding: boolean, addPoint: (place: number[]) => void}}} layout
 * @property {{pause: () => void}} player
 */

const NOTHING = { component: -1, part: null, at: null };

export class Drag {
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {Dragged} app
   */
  constructor(canvas, app) {
    this.canvas = canvas;
    this.app = app;
    /** @type {Grabbed | null} */
    this.grabbed = null;
    this.hasGrabbed = false; // whether the pointer that is down, or was last, has grabbed something
    this.chosen = -1; // whose handles are seen while no pointer is near a component
    canvas.addEventListener("pointerdown", (event) => this._down(event));
    canvas.addEventListener("pointermove", (event) => this._move(event));
    /** @param {boolean} isKept */
    const end = (isKept) => (/** @type {PointerEvent} */ event) =>
      event.pointerId === this.grabbed?.pointer && this._drop(isKept);
    canvas.addEventListener("pointerup", end(true));
    canvas.addEventListener("pointercancel", end(false));
    // A finger leaves the picture whenever it is lifted.
    canvas.addEventListener("pointerleave", (event) => {
      if (!this.grabbed && event.pointerType !== "touch") this._hold(this._rest());
    });
    // A finger on a mean or a handle drags it; elsewhere it scrolls the page.
    const isTaken = (/** @type {TouchEvent} */ { touches: [touch] }) =>
      this.app.layout.own.isAdding || this._holdAt(pixelsOf(canvas, touch)).part;
    canvas.addEventListener("touchstart", (event) => isTaken(event) && event.preventDefault(), {
      passive: false,
    });
  }

  // Another choice, or Esc, ends what is being dragged. Returns whether something was.
  letGo() {
    if (!this.grabbed) return false;
    this.grabbed = null;
    this.app.dragTo(null);
    return true;
  }

  /**
   * By keyboard: the handles of a component are seen; of none at -1.
   * @param {number} k
   */
  choose(k) {
    this.chosen = k;
    if (!this.grabbed) this._hold(this._rest());
  }

  /** @returns {Held} */
  _rest() {
    return { ...NOTHING, component: this._isAllowed() ? this.chosen : -1 };
  }

  /** @param {Held} held */
  _hold(held) {
    const { scene, screen } = this.app;
    const { component, part } = scene.held;
    if (component === held.component && part === held.part) return;
    scene.held = held;
    screen.redraw();
  }

  // What is not drawn is not grabbed, nor what belongs to another choice than the present one.
  _isAllowed() {
    const { scene, options } = this.app;
    const { trace, layers, choice, canRun } = scene;
    return canRun && options.controls.includes("own") && layers.ellipses && trace?.K === choice.n_components;
  }

  /** @param {number} k */
  _handles(k) {
    const { plane } = this.app.screen;
    const { trace, data, h } = this.app.scene;
    if (!trace || !data || k < 0 || k >= trace.K) return null;
    const row = trace.row(h);
    const { x, y } = plane.placeOfMean(row, trace.K, data, k);
    return handlesOf(plane.framed, row, k, data, this._px(), [x, y]);
  }

  // Pixels for a CSS pixel.
  _px() {
    return this.canvas.width / this.canvas.clientWidth;
  }

  /**
   * What is at a place. The handles that are seen stay on the way to them; otherwise it is the
   * component with the nearest mean, or in whose ellipse one is.
   * @param {[number, number]} at
   * @returns {Held}
   */
  _holdAt(at) {
    const { trace, held } = this.app.scene;
    if (!this._isAllowed() || !trace) return NOTHING;
    const seen = this._handles(held.component);
    const { part, far } = seen ? partAt(seen, at) : { part: null, far: 1 };
    const all = Array.from({ length: trace.K }, (_, k) => /** @type {Handles} */ (this._handles(k)));
    const reaches = all.map(({ mean: [x, y] }) => Math.hypot(x - at[0], y - at[1]) / (REACH * this._px()));
    const nearest = reaches.indexOf(Math.min(...reaches));
    if (seen && part && far <= reaches[nearest]) return { component: seen.k, part, at: null };
    if (reaches[nearest] < 1) return { component: nearest, part: "mean", at: null };
    if (seen && isAround(seen, at)) return { component: seen.k, part: null, at: null };
    const sigmas = all.map((handles) => sigmasTo(handles, at));
    const inside = sigmas.indexOf(Math.min(...sigmas));
    return sigmas[inside] <= 1 ? { component: inside, part: null, at: null } : this._rest();
  }

  /** @param {PointerEvent} event */
  _down(event) {
    if (event.button !== 0 || !event.isPrimary) return;
    const at = pixelsOf(this.canvas, event);
    const { layout, screen, scene, player } = this.app;
    this.hasGrabbed = false;
    if (layout.own.isAdding) {
      const { x, y, flat } = screen.plane.framed;
      layout.own.addPoint([x.back(at[0]), flat ? 0 : y.back(at[1])]);
      return;
    }
    const held = this._holdAt(at);
    this._hold(held);
    const handles = this._handles(held.component);
    if (!held.part || !handles || !scene.trace) return;
    const before = scene.trace.row(scene.h).slice();
    this.grabbed = { pointer: event.pointerId, handles, part: held.part, from: at, before, now: null };
    this.hasGrabbed = true;
    this.canvas.setPointerCapture(event.pointerId);
    player.pause();
  }

  /** @param {PointerEvent} event */
  _move(event) {
    const at = pixelsOf(this.canvas, event);
    const { grabbed, canvas } = this;
    const { scene, layout, screen } = this.app;
    if (grabbed && scene.data) {
      if (event.pointerId !== grabbed.pointer) return;
      const { handles, part, from, before } = grabbed;
      grabbed.now = dragged(handles, part, from, at, before, scene.data, screen.plane.framed);
      scene.held = { component: handles.k, part, at };
      this.app.dragTo(grabbed.now);
      return;
    }
    if (event.pointerType === "touch") return;
    const held = layout.own.isAdding ? NOTHING : this._holdAt(at);
    this._hold(held);
    canvas.style.cursor = layout.own.isAdding ? "crosshair" : held.part ? "grab" : "";
  }

  /** @param {boolean} isKept */
  _drop(isKept) {
    const now = this.grabbed?.now;
    this.letGo();
    this.app.scene.held = { ...this.app.scene.held, at: null };
    if (isKept && now) this.app.startFrom(now);
  }
}
