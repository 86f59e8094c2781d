// The picture beside the data, in one of its kinds.

import { Chart } from "../drawing/chart.js";
import { BoundCurve } from "./bound_curve.js";
import { DistanceCurve } from "./distance.js";
import { EntropyCurve } from "./entropy.js";

/** @typedef {import("./frame.js").Picture} Picture */
/** @typedef {import("../drawing/chart.js").Shown} Shown */
/** @typedef {import("../drawing/look.js").Look} Look */

export class RightPicture {
  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.chart = new Chart(canvas);
    const { context } = this.chart;
    /** @type {Record<string, Picture>} */
    this.others = {
      bound: new BoundCurve(context),
      distance: new DistanceCurve(context),
      entropy: new EntropyCurve(context),
    };
    /** @type {Picture | null} */
    this.other = null;
  }

  // What is to be seen, if it is not the NLL by iteration.
  get caption() {
    return this.other?.caption ?? "";
  }

  /** @param {number} px */
  halfStepAt(px) {
    return (this.other ?? this.chart).halfStepAt(px);
  }

  /** @param {Look} look */
  clear(look) {
    this.chart.clear(look);
  }

  /** @param {Shown} shown */
  draw(shown) {
    this.other = this.others[shown.layers.picture ?? ""] ?? null;
    if (!this.other) return this.chart.draw(shown);
    this.clear(shown.look);
    return this.other.draw(shown);
  }
}
