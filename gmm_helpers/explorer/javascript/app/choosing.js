// What is chosen: a choice that fits together, shown, and told to whoever else wants to know.

import { OWN_POINTS, OWN_START } from "../runs/choice.js";
import { fittingStart, seedRemark } from "../runs/fitting_start.js";
import { MISSING } from "../runs/own_steps.js";

/** @typedef {import("../runs/choice.js").Choice} Choice */

/**
 * What is needed of the explorer.
 * @typedef {object} Chooser
 * @property {import("./scene.js").Scene} scene
 * @property {import("./layout.js").Layout} layout
 * @property {import("./showing.js").Showing} showing
 * @property {(choice: Choice) => void} onchoice
 * @property {(text: string) => void} say
 */

export class Choosing {
  /**
   * @param {Chooser} app
   * @param {string[]} starts
   */
  constructor(app, starts) {
    this.app = app;
    this.startBefore = /** @type {string} */ (starts.find((start) => start !== OWN_START));
  }

  /** @param {Partial<Choice>} patch */
  choose(patch) {
    const { scene, layout, showing } = this.app;
    const before = scene.choice;
    const choice = { ...before, ...patch };
    let remark = "";
    if (choice.n_components !== before.n_components && choice.start === OWN_START && !patch.own_start) {
      choice.start = this.startBefore;
      remark = `Your own start has another K: EM starts from ${choice.start} again.`;
    }
    if (patch.data === OWN_POINTS && !patch.own_points) layout.own.fit(choice);
    if (patch.data && patch.data !== OWN_POINTS) layout.own.leave();
    if (patch.data) remark = this._fitStart(choice) || remark;
    remark ||= seedRemark(before, choice);
    if (!showing.has(choice)) {
      layout.showChoice(before);
      this.app.say(MISSING);
      return;
    }
    if (choice.start !== OWN_START) this.startBefore = choice.start;
    scene.choice = choice;
    showing.load(remark);
    this.app.onchoice(choice);
  }

  /**
   * @param {Choice} choice is given a start that goes with its data
   * @returns {string} a remark, if that is another one
   */
  _fitStart(choice) {
    const isEmpty = choice.data === OWN_POINTS && !choice.own_points.length;
    const { datasets } = this.app.showing.runs;
    if (isEmpty || !(choice.data === OWN_POINTS || datasets.named.has(choice.data))) return "";
    const { start, remark } = fittingStart(choice, datasets.of(choice), this.startBefore);
    choice.start = start;
    return remark;
  }

  /**
   * @param {number[][]} points
   * @param {{labels: string[], note: string}} about
   */
  takePoints(points, about) {
    const { scene, layout, showing } = this.app;
    showing.runs.datasets.describe(points, about);
    const K = Math.min(scene.choice.n_components, points.length);
    layout.own.leave();
    this.choose({ data: OWN_POINTS, own_points: points, n_components: K });
  }

  /** @param {Choice} choice */
  adopt(choice) {
    const { scene, showing } = this.app;
    const before = scene.choice;
    if (JSON.stringify(choice) === JSON.stringify(before)) return;
    scene.choice = choice;
    showing.load(seedRemark(before, choice));
  }
}
