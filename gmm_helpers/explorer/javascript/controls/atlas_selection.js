// How many components: for each K, BIC and the NLL of samples that were left out.

import { make } from "./dom.js";

const TITLES = { bic: "BIC", heldOut: "held-out NLL" };
export const EXPLAINED =
  "BIC is 2 NLL + p log N of the best run of each K, with p free parameters. For the held-out NLL, EM goes on " +
  "from that run with every second sample only; its NLL is that of the other half. The lowest is bold.";

/** @typedef {keyof typeof TITLES} Criterion */

export class SelectionColumns {
  /** @param {number[]} counts */
  constructor(counts) {
    /** @type {Record<Criterion, Map<number, number>>} */
    this.values = { bic: new Map(), heldOut: new Map() };
    /** @type {Map<string, HTMLElement>} */
    this.cells = new Map();
    for (const name of this.names) {
      for (const count of counts) this.cells.set(`${name} ${count}`, make("td", { class: "emx-criterion" }));
    }
    this.heads = this.names.map((name) => make("th", { scope: "col", title: EXPLAINED }, TITLES[name]));
    this.sentence = make("p", { class: "emx-selection" }, EXPLAINED);
  }

  get names() {
    return /** @type {Criterion[]} */ (Object.keys(TITLES));
  }

  /** @param {number} count */
  cellsOf(count) {
    return this.names.map((name) => this.cells.get(`${name} ${count}`));
  }

  clear() {
    for (const name of this.names) this.values[name].clear();
    this._show();
  }

  /**
   * @param {number} count
   * @param {Record<Criterion, number>} found NaN where there is nothing to compare
   */
  show(count, found) {
    for (const name of this.names) this.values[name].set(count, found[name]);
    this._show();
  }

  _show() {
    for (const cell of this.cells.values()) {
      cell.textContent = "";
      delete cell.dataset.lowest;
    }
    /** @type {string[]} */
    const told = [];
    for (const name of this.names) {
      const best = lowest(this.values[name]);
      for (const [count, value] of this.values[name]) {
        const cell = this.cells.get(`${name} ${count}`);
        if (!cell) continue;
        cell.textContent = Number.isFinite(value) ? value.toFixed(1).replace("-", "−") : "–";
        if (count !== best) continue;
        cell.dataset.lowest = "";
        told.push(`the ${TITLES[name]} at K = ${count}`);
      }
    }
    const result = told.length ? ` Lowest so far: ${told.join(", ")}.` : "";
    this.sentence.textContent = EXPLAINED + result;
  }
}

/**
 * @param {Map<number, number>} values
 * @returns {number | null}
 */
export function lowest(values) {
  const known = [...values].filter(([, value]) => Number.isFinite(value));
  return known.length ? known.reduce((best, each) => (each[1] < best[1] ? each : best))[0] : null;
}
