// What is seen: read by all that draw and tell, changed by the explorer alone.

import { OWN_POINTS } from "../runs/choice.js";

/** @typedef {import("../runs/choice.js").Choice} Choice */
/** @typedef {import("../runs/data.js").Data} Data */
/** @typedef {import("../runs/trace.js").Trace} Trace */
/** @typedef {import("../drawing/look.js").Layers} Layers */

export class Scene {
  /**
   * @param {Choice} choice
   * @param {number} h
   * @param {Layers} layers
   */
  constructor(choice, h, layers) {
    this.choice = choice;
    this.h = h; // the half-step where one stands
    this.layers = { ...layers };
    /** @type {Data | null} */
    this.data = null;
    /** @type {Trace | null} */
    this.trace = null; // the run of the choice
    /** @type {Trace | null} */
    this.dragged = null; // the run from where a component is being dragged to
    /** @type {import("../controls/drag.js").Held} */
    this.held = { component: -1, part: null, at: null };
    this.isPlaying = false;
    this.canRun = true; // whether Python is there, for one's own functions
  }

  get isEmpty() {
    return this.choice.data === OWN_POINTS && !this.choice.own_points.length;
  }
}
