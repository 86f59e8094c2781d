// Width, height, angle and weight of one component as numbers, for those who do not drag.

import { make } from "../controls/dom.js";
import { projected } from "../drawing/projection.js";
import { axesOf, smallestWidth, withAxes } from "../handles/spread.js";
import { withWeight } from "../handles/weight.js";

/** @typedef {import("../handles/spread.js").Axes} Axes */
/** @typedef {"width" | "height" | "angle" | "weight"} Name */
/**
 * What the fields need of the explorer.
 * @typedef {object} Owner
 * @property {import("../app/scene.js").Scene} scene
 * @property {(row: Float64Array) => void} startFrom
 */

/** @type {Record<Name, [string, string]>} */
const ABOUT = {
  width: ["0.1", "standard deviation in the direction of the angle"],
  height: ["0.1", "standard deviation across the angle"],
  angle: ["5", "in degrees, anticlockwise from the horizontal axis"],
  weight: ["0.05", "the other weights keep their proportions"],
};
const DEGREES = 180 / Math.PI;

export class ComponentFields {
  /**
   * @param {Owner} app
   * @param {() => number} which the component
   */
  constructor(app, which) {
    this.app = app;
    this.which = which;
    /** @type {Axes} */
    this.axes = { width: NaN, height: NaN, angle: 0 };
    const names = /** @type {Name[]} */ (Object.keys(ABOUT));
    /** @param {Name} name */
    const field = (name) => {
      const [step, title] = ABOUT[name];
      return make("input", {
        type: "number",
        step,
        title,
        "aria-label": name,
        onchange: () => this._set(name),
      });
    };
    this.fields = /** @type {Record<Name, HTMLInputElement>} */ (
      Object.fromEntries(names.map((name) => [name, field(name)]))
    );
    this.element = make(
      "div",
      { class: "emx-bar" },
      ...names.map((name) => make("label", {}, make("span", {}, name), this.fields[name])),
    );
  }

  // The row that is seen, if the component is in it.
  _row() {
    const { trace, data, choice, h } = this.app.scene;
    const k = this.which();
    if (!trace || !data || trace.K !== choice.n_components || !(k >= 0 && k < trace.K)) return null;
    return { row: trace.row(h), K: trace.K, data, k };
  }

  // Where the mean is seen, of the component; of one feature the second number is 0.
  mean() {
    const at = this._row();
    return at && projected(at.row, at.K, at.data.plane, at.k).place;
  }

  // What is seen; a field that somebody is in stays as it was typed.
  show() {
    const at = this._row();
    const { fields } = this;
    for (const field of Object.values(fields)) field.readOnly = !at;
    if (!at) return;
    const { row, K, data, k } = at;
    const isFlat = data.plane.shown === 1;
    this.axes = likeBefore(axesOf(row, k, data), this.axes);
    const values = { ...this.axes, angle: this.axes.angle * DEGREES, weight: row[k] };
    for (const name of /** @type {Name[]} */ (Object.keys(values))) {
      const isFixed = name === "weight" ? K === 1 : isFlat && name !== "width";
      fields[name].readOnly = isFixed;
      if (!fields[name].matches(":focus")) fields[name].value = isFixed ? "" : short(values[name]);
    }
  }

  /** @param {Name} name */
  _set(name) {
    const at = this._row();
    const value = Number(this.fields[name].value);
    if (!at || this.fields[name].value === "" || !Number.isFinite(value)) return;
    const { row, K, data, k } = at;
    if (name === "weight") {
      this.app.startFrom(withWeight(row, K, k, value));
      return;
    }
    const before = likeBefore(axesOf(row, k, data), this.axes);
    const size = name === "angle" ? value / DEGREES : Math.max(value, smallestWidth(data));
    this.axes = { ...before, [name]: size };
    this.app.startFrom(withAxes(row, k, before, this.axes, data));
  }
}

/**
 * The same ellipse, with its axes named as before: otherwise width and height would change places
 * while one of them is made larger, and angles would jump.
 * @param {Axes} axes
 * @param {Axes} before
 */
export function likeBefore({ width, height, angle }, before) {
  if (width - height <= 1e-9 * width) return { width, height, angle: before.angle };
  const quarters = Math.round((before.angle - angle) / (Math.PI / 2));
  const named = Number.isNaN(before.width) ? 0 : quarters;
  const turned = angle + (named * Math.PI) / 2;
  return named % 2 ? { width: height, height: width, angle: turned } : { width, height, angle: turned };
}

/** @param {number} value */
export function short(value) {
  return String(Number(value.toPrecision(4)));
}
