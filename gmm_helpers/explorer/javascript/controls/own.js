// One's own start and data: dragging a mean, clicking points, and the same by keyboard.

import { componentCount, responsibilities } from "../drawing/gaussians.js";
import { make, tick } from "./dom.js";
import { pixelsOf } from "./scrub.js";
import { Trace } from "../runs/trace.js";

/** @typedef {import("../runs/trace.js").Data} Data */

const REACH = 18; // CSS pixels around a mean

/**
 * A run of no iterations: what dragging shows before the kernel has run EM from there.
 * @param {Float64Array} row
 * @param {Data} data
 */
export function preview(row, data) {
  const K = componentCount(row.length, data.D);
  const nll = responsibilities(data.X, data.N, data.D, row, K, new Float64Array(data.N * K));
  const run = { n_components: K, last: 1, ended: "running", message: "", rises: [], own: [] };
  return new Trace({ run, params: row, nll: Float64Array.of(nll) }, data);
}

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

export class Own {
  /** @param {any} app */
  constructor(app) {
    this.app = app;
    this.adding = false;
    this.wanted = this.given = 0; // K: as it was chosen, and as there are points for it
    this.dragged = -1;
    /** @type {number | null} */
    this.pointer = null;
    /** @type {HTMLCanvasElement} */
    const canvas = app.left;
    canvas.addEventListener("pointerdown", (event) => this._down(event));
    canvas.addEventListener("pointermove", (event) => this._move(event));
    canvas.addEventListener("pointerup", (event) => event.pointerId === this.pointer && this._drop(true));
    canvas.addEventListener(
      "pointercancel",
      (event) => event.pointerId === this.pointer && this._drop(false),
    );
    /**
     * A finger on a mean drags it; elsewhere it scrolls the page.
     * @param {TouchEvent} event
     */
    const onMean = ({ touches: [touch] }) => this.adding || this._meanAt(pixelsOf(canvas, touch)) >= 0;
    canvas.addEventListener("touchstart", (event) => onMean(event) && event.preventDefault(), {
      passive: false,
    });
    this.why = make("p", {});
    this.element = this._panel();
  }

  _panel() {
    /** @param {string} label */
    const number = (label) => make("input", { type: "number", step: "any", value: "0", "aria-label": label });
    const [x, y, which] = [number("x₁"), number("x₂"), number("component")];
    which.min = "0";
    const place = () => [x, y].map((field) => (field.value === "" ? NaN : Number(field.value)));
    this.mode = tick(
      "a click adds a point",
      (on) => (this.adding = on),
      "otherwise, drag a mean to set the start",
    );
    /**
     * @param {string} label
     * @param {() => void} action
     */
    const button = (label, action) => make("button", { type: "button", onclick: action }, label);
    return make(
      "details",
      { class: "emx-own" },
      make("summary", {}, "Your own start and data"),
      make(
        "p",
        {},
        "Drag a mean: EM starts from the mixture you see, with that mean moved. Or enter numbers:",
      ),
      make(
        "div",
        { class: "emx-bar" },
        make("label", {}, make("span", {}, "x₁"), x),
        make("label", {}, make("span", {}, "x₂"), y),
        make("label", {}, make("span", {}, "component"), which),
        button("Move its mean there", () => this.setMean(Number(which.value), place())),
        button("Add a point there", () => this.addPoint(place())),
      ),
      make(
        "div",
        { class: "emx-bar" },
        this.mode.element,
        button("Remove all points", () => this.removePoints()),
      ),
      this.why,
    );
  }

  /** @param {[number, number]} pixels */
  _place([px, py]) {
    const { x, y, flat } = this.app.plane.framed;
    return [x.back(px), flat ? 0 : y.back(py)];
  }

  /** @param {[number, number]} pixels */
  _meanAt([px, py]) {
    const { trace, data, h, plane } = this.app;
    const allowed = this.app.source.canRun && this.app.options.controls.includes("own");
    // What is not drawn is not grabbed, nor what belongs to another choice than the present one.
    if (!trace || !allowed || !this.app.layers.ellipses || !this._fits(trace)) return -1;
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
    const pixels = pixelsOf(this.app.left, event);
    if (this.adding) {
      this.addPoint(this._place(pixels));
      return;
    }
    this.dragged = this._meanAt(pixels);
    if (this.dragged < 0) return;
    this.pointer = event.pointerId;
    this.app.left.setPointerCapture(event.pointerId);
    this.app.player.pause();
  }

  /** @param {PointerEvent} event */
  _move(event) {
    const pixels = pixelsOf(this.app.left, event);
    const { app } = this;
    if (this.dragged >= 0 && event.pointerId !== this.pointer) return;
    if (this.dragged < 0) {
      app.left.style.cursor = this.adding ? "crosshair" : this._meanAt(pixels) < 0 ? "" : "grab";
      return;
    }
    const from = app.preview?.row(0) ?? app.trace.row(app.h);
    app.showPreview(preview(withMeanAt(from, this.dragged, this._place(pixels), app.data), app.data));
  }

  /** @param {boolean} kept */
  _drop(kept) {
    if (this.dragged < 0) return;
    this.dragged = -1;
    this.pointer = null;
    const row = this.app.preview?.row(0);
    if (kept && row) this.app.startFrom(row);
    else this.app.showPreview(null);
  }

  open() {
    this.element.open = true;
  }

  /**
   * Whether a run is one of the K that is chosen: while another is waited for, it is not.
   * @param {Trace} trace
   */
  _fits(trace) {
    return trace.K === this.app.config.n_components && !this.app.element.hasAttribute("aria-busy");
  }

  // Another choice ends what is being dragged.
  letGo() {
    this.dragged = -1;
    this.pointer = null;
  }

  /**
   * Whether a place was typed in whole.
   * @param {number[]} place
   */
  _isPlace(place) {
    const whole = place.every(Number.isFinite);
    if (!whole) this.app.say("Type a number for x₁ and for x₂.");
    return whole;
  }

  /**
   * @param {number} k
   * @param {number[]} place
   */
  setMean(k, place) {
    const { app } = this;
    if (!this._isPlace(place)) return;
    if (!app.trace || !this._fits(app.trace)) {
      app.say("There is no picture of this choice yet, so there is no mean to move.");
      return;
    }
    if (!Number.isInteger(k) || !(k >= 0 && k < app.trace.K)) {
      app.say(`There is no component ${k}: the components are 0 to ${app.trace.K - 1}.`);
      return;
    }
    app.startFrom(withMeanAt(app.trace.row(app.h), k, place, app.data));
  }

  /** @param {number[]} place */
  addPoint(place) {
    const { app } = this;
    if (!this._isPlace(place)) return;
    if (app.data && app.data.D !== 2) {
      app.say("Points can be added to data of two features: choose another data set.");
      return;
    }
    const have = app.config.data === "own points" ? app.config.own_points : pointsOf(app.data);
    const own_points = [...have, place];
    // No more components than points, and as many as were wanted as soon as there are enough.
    this._remember();
    this.given = Math.min(this.wanted, own_points.length);
    const fewer = this.given === app.config.n_components ? {} : { n_components: this.given };
    app.change({ data: "own points", own_points, ...fewer });
  }

  removePoints() {
    this._remember();
    this.app.change({ data: "own points", own_points: [] });
  }

  /**
   * Who comes back to fewer points than components gets as many components as there are points.
   * @param {{ own_points: number[][], n_components: number }} config
   */
  fit(config) {
    if (!config.own_points.length) return;
    this.wanted = config.n_components;
    this.given = config.n_components = Math.min(this.wanted, config.own_points.length);
  }

  // The K that somebody has chosen, unless the present one is only what the points allow.
  _remember() {
    const { data, n_components } = this.app.config;
    if (data !== "own points" || n_components !== this.given) this.wanted = n_components;
  }

  /** @param {string} reason */
  limit(reason) {
    /** @type {NodeListOf<HTMLInputElement | HTMLButtonElement>} */
    const controls = this.element.querySelectorAll("input, button");
    for (const control of controls) control.disabled = Boolean(reason);
    this.why.textContent = reason;
    this.letGo();
  }
}

/** @param {Data | null} data */
function pointsOf(data) {
  return data ? Array.from({ length: data.N }, (_, n) => [data.X[2 * n], data.X[2 * n + 1]]) : [];
}
