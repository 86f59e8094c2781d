// One's own start and data by keyboard, and points that are added by a click.

import { ComponentFields, short } from "./component.js";
import { make, tick } from "../controls/dom.js";
import { withMeanAt } from "../handles/mean.js";
import { OWN_POINTS } from "../runs/choice.js";

/** @typedef {import("../runs/choice.js").Choice} Choice */
/** @typedef {import("../runs/data.js").Data} Data */

/**
 * What the panel needs of the explorer.
 * @typedef {object} Owner
 * @property {import("../app/scene.js").Scene} scene
 * @property {(patch: Partial<Choice>) => void} choose
 * @property {(row: Float64Array) => void} startFrom
 * @property {(text: string) => void} say
 * @property {() => void} redraw
 * @property {{choose: (k: number) => void}} drag
 */

export class OwnPanel {
  /** @param {Owner} app */
  constructor(app) {
    this.app = app;
    this.isAdding = false; // a click adds a point
    this.isOffered = false; // because there were no points, and nobody has ticked it
    this.wanted = this.given = 0; // K: as it was chosen, and as there are points for it
    this.which = numberField("component");
    this.fields = [numberField("x₁"), numberField("x₂")]; // a place: the mean, until another is typed
    this.isTyped = false;
    this.component = new ComponentFields(app, () => Number(this.which.value));
    this.mode = tick(
      "a click adds a point",
      (isOn) => this._setAdding(isOn),
      "otherwise, drag a mean to set the start",
    );
    this.why = make("p", {});
    this.element = /** @type {HTMLDetailsElement} */ (this._panel());
  }

  _panel() {
    const { which, fields } = this;
    const [x, y] = fields;
    for (const field of fields) field.addEventListener("input", () => (this.isTyped = true));
    which.min = "0";
    which.addEventListener("input", () => {
      this.isTyped = false;
      this.show();
      this.app.drag.choose(Number(which.value));
    });
    for (const field of [which, this.component.element]) {
      field.addEventListener("focusin", () => this.app.drag.choose(Number(which.value)));
      field.addEventListener("focusout", () => this.app.drag.choose(-1));
    }
    const place = () => fields.map((field) => (field.value === "" ? NaN : Number(field.value)));
    /**
     * @param {string} label
     * @param {() => void} action
     */
    const button = (label, action) => make("button", { type: "button", onclick: action }, label);
    /**
     * @param {string} label
     * @param {HTMLElement} field
     */
    const named = (label, field) => make("label", {}, make("span", {}, label), field);
    return make(
      "details",
      { class: "emx-own" },
      make("summary", {}, "Your own start and points"),
      make(
        "p",
        {},
        "Drag a mean, a dot at the end of an axis (it stretches and turns the component) or the dashed ring " +
          "(its weight): EM starts from the mixture you see, with that change. Or enter numbers:",
      ),
      make(
        "div",
        { class: "emx-bar" },
        named("x₁", x),
        named("x₂", y),
        named("component", which),
        button("Move its mean there", () => this.setMean(Number(which.value), place())),
        button("Add a point there", () => this.addPoint(place())),
      ),
      this.component.element,
      make(
        "div",
        { class: "emx-bar" },
        this.mode.element,
        button("Remove all points", () => this.removePoints()),
      ),
      this.why,
    );
  }

  // What of the picture is told in numbers.
  show() {
    this.component.show();
    const mean = this.component.mean();
    if (!mean || this.isTyped) return;
    this.fields.forEach((field, a) => {
      if (!field.matches(":focus")) field.value = short(mean[a]);
    });
  }

  /** @param {boolean} isOn */
  _setAdding(isOn, isOffered = false) {
    this.isAdding = this.mode.input.checked = isOn;
    this.isOffered = isOffered;
    this.app.redraw();
  }

  // There are no points: the next click adds one.
  offer() {
    this.element.open = true;
    if (!this.isAdding && !this.mode.input.disabled) this._setAdding(true, true);
  }

  // Other data: what was offered for the points is taken back.
  leave() {
    if (this.isOffered) this._setAdding(false);
  }

  /**
   * Whether a place was typed in whole.
   * @param {number[]} place
   */
  _isPlace(place) {
    const isWhole = place.every(Number.isFinite);
    if (!isWhole) this.app.say("Type a number for x₁ and for x₂.");
    return isWhole;
  }

  /**
   * @param {number} k
   * @param {number[]} place
   */
  setMean(k, place) {
    const { scene } = this.app;
    const { trace, data, choice, h } = scene;
    if (!this._isPlace(place)) return;
    if (!trace || !data || trace.K !== choice.n_components) {
      this.app.say("There is no picture of this choice yet, so there is no mean to move.");
    } else if (!Number.isInteger(k) || !(k >= 0 && k < trace.K)) {
      this.app.say(`There is no component ${k}: the components are 0 to ${trace.K - 1}.`);
    } else {
      this.isTyped = false;
      this.app.startFrom(withMeanAt(trace.row(h), k, place, data));
    }
  }

  /** @param {number[]} place */
  addPoint(place) {
    const { app } = this;
    const { data, choice } = app.scene;
    if (!this._isPlace(place)) return;
    if (data && data.D !== 2) {
      app.say("Points can be added to data of two features: choose another data set.");
      return;
    }
    const have = choice.data === OWN_POINTS ? choice.own_points : pointsOf(data);
    const own_points = [...have, place];
    // No more components than points, and as many as were wanted as soon as there are enough.
    this._remember();
    this.given = Math.min(this.wanted, own_points.length);
    const fewer = this.given === choice.n_components ? {} : { n_components: this.given };
    app.choose({ data: OWN_POINTS, own_points, ...fewer });
  }

  removePoints() {
    this._remember();
    this.app.choose({ data: OWN_POINTS, own_points: [] });
  }

  /**
   * Who comes back to fewer points than components gets as many components as there are points.
   * @param {Choice} choice
   */
  fit(choice) {
    if (!choice.own_points.length) return;
    this.wanted = choice.n_components;
    this.given = choice.n_components = Math.min(this.wanted, choice.own_points.length);
  }

  // The K that somebody has chosen, unless the present one is only what the points allow.
  _remember() {
    const { data, n_components } = this.app.scene.choice;
    if (data !== OWN_POINTS || n_components !== this.given) this.wanted = n_components;
  }

  /** @param {string} reason why nothing can be changed here, or "" */
  limit(reason) {
    for (const control of this.element.querySelectorAll("input, button")) {
      control.toggleAttribute("disabled", Boolean(reason));
    }
    this.why.textContent = reason;
  }
}

/** @param {string} label */
function numberField(label) {
  return make("input", { type: "number", step: "any", value: "0", "aria-label": label });
}

/** @param {Data | null} data */
function pointsOf(data) {
  return data ? Array.from({ length: data.N }, (_, n) => [data.X[2 * n], data.X[2 * n + 1]]) : [];
}
