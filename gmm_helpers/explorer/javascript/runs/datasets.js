// The data there are by name, and one's own points.

import { Data } from "./data.js";
import { OWN_POINTS, dataKey } from "./choice.js";
import { unpack } from "./blocks.js";

/** @typedef {import("./choice.js").Choice} Choice */

export const NO_POINTS = "There are no points yet: click in the picture to add them.";

export class Datasets {
  constructor() {
    /** @type {Map<string, Data>} */
    this.named = new Map();
    /** @type {{key: string, data: Data} | null} */
    this.own = null;
    /** @type {WeakMap<number[][], {labels: string[], note: string}>} */
    this.about = new WeakMap(); // of tables: the names of their features, and what was left out
  }

  /**
   * @param {number[][]} points one's own
   * @param {{labels: string[], note: string}} about
   */
  describe(points, about) {
    this.about.set(points, about);
  }

  /**
   * Takes in data as Python packs them.
   * @param {DataView | Uint8Array} block
   */
  take(block) {
    const { words, arrays } = unpack(block);
    for (const { name, D, truth, ...known } of words.data) {
      const row = arrays[`${name} truth`];
      const start = arrays[`${name} start`] ?? null;
      const components = arrays[`${name} components`] ?? null;
      const mixture = row ? { K: truth, row } : null;
      this.named.set(name, new Data(arrays[name], D, { ...known, truth: mixture, start, components }));
    }
  }

  // Whether some data are not here as a whole.
  get isPart() {
    return [...this.named.values()].some((data) => data.isPart);
  }

  /**
   * The data of a choice. Throws an Error that says what is wrong.
   * @param {Choice} choice
   * @returns {Data}
   */
  of(choice) {
    if (choice.data === OWN_POINTS) return this._ownPoints(choice);
    const data = this.named.get(choice.data);
    if (data) return data;
    const names = [...this.named.keys()].join(", ");
    throw new Error(`no data set is called '${choice.data}': choose one of ${names}.`);
  }

  /** @param {Choice} choice */
  _ownPoints(choice) {
    const { own_points: points } = choice;
    if (!points.length) throw new Error(NO_POINTS);
    const key = dataKey(choice);
    if (this.own?.key !== key) {
      const data = new Data(Float64Array.from(points.flat()), points[0].length);
      const { labels, note } = this.about.get(points) ?? { labels: [], note: "" };
      if (labels.length === data.labels.length && data.D <= 2) data.labels = labels;
      data.note = [data.note, note].filter(Boolean).join(" ");
      this.own = { key, data };
    }
    return this.own.data;
  }
}
