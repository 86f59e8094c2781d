// Bars with numbers, a row for each component: how the touched sample is shared, and the N_k.

import { make } from "../controls/dom.js";
import { fromLog, logSum, rounded } from "./shares.js";

/**
 * What there is to show; null where there is nothing yet. `logs`: log(pi_k N) of the touched sample;
 * the longest of their bars, `densities`, is 1.
 * @typedef {object} Bars
 * @property {number} K
 * @property {string} title
 * @property {Float64Array | null} logs
 * @property {Float64Array | null} densities
 * @property {ArrayLike<number> | null} shares
 * @property {ArrayLike<number> | null} counts
 * @property {number} N
 */

const HEADS = ["k", "π_k N(x_n |…)", "r_nk", "N_k"];
const DIGITS = { shares: 3, counts: 1 };

/** @param {string} text */
function head(text) {
  return text.split(/_(\w+)/).map((part, i) => (i % 2 ? make("sub", {}, part) : part));
}

export class BarTable {
  constructor() {
    this.caption = make("caption", {});
    this.body = make("tbody", {});
    this.sums = make("tr", {});
    this.table = make(
      "table",
      {},
      this.caption,
      make("thead", {}, make("tr", {}, ...HEADS.map((text) => make("th", { scope: "col" }, ...head(text))))),
      this.body,
      make("tfoot", {}, this.sums),
    );
    this.element = make("div", { class: "emx-bars" }, this.table);
    /** @type {{number: HTMLElement, bar: HTMLElement}[][]} */
    this.cells = [];
    this.colors = "";
  }

  /** @param {string[]} colors of the components */
  _build(colors) {
    if (this.colors === colors.join()) return;
    this.colors = colors.join();
    this.cells = colors.map(() =>
      [0, 1, 2].map(() => ({ number: make("span", {}), bar: make("i", { "aria-hidden": "true" }) })),
    );
    const cellsOf = (/** @type {number} */ k) =>
      this.cells[k].map(({ number, bar }) => {
        bar.style.background = colors[k];
        return make("td", {}, number, bar);
      });
    const rows = colors.map((_, k) => make("tr", {}, make("th", { scope: "row" }, String(k)), ...cellsOf(k)));
    this.body.replaceChildren(...rows);
  }

  /**
   * @param {Bars} bars
   * @param {string[]} colors
   */
  show({ K, title, logs, densities, shares, counts, N }, colors) {
    this._build(Array.from({ length: K }, (_, k) => colors[k % colors.length]));
    if (this.caption.textContent !== title) this.caption.textContent = title;
    const columns = [
      { texts: logs && Array.from(logs, fromLog), lengths: densities },
      { texts: shares && rounded(shares, DIGITS.shares), lengths: shares },
      {
        texts: counts && rounded(counts, DIGITS.counts),
        lengths: counts && Array.from(counts, (count) => count / N),
      },
    ];
    this.cells.forEach((row, k) =>
      row.forEach(({ number, bar }, c) => {
        const { texts, lengths } = columns[c];
        number.textContent = texts ? texts[k] : "";
        bar.style.width = `${100 * Math.min(lengths ? lengths[k] : 0, 1)}%`;
      }),
    );
    const sums = [
      logs ? fromLog(logSum(logs)) : "",
      shares ? String(Number(sum(shares).toFixed(DIGITS.shares))) : "",
      counts ? String(Number(sum(counts).toFixed(DIGITS.counts))) : "",
    ];
    this.sums.replaceChildren(make("th", { scope: "row" }, "∑"), ...sums.map((text) => make("td", {}, text)));
  }

  // The shares of a sample that is touched anew grow out of its densities.
  normalise() {
    const widths = this.cells.map(([, share]) => share.bar.style.width);
    this.still();
    for (const [density, share] of this.cells) share.bar.style.width = density.bar.style.width;
    void this.element.offsetWidth; // from here on
    this.element.classList.add("emx-normalising");
    this.cells.forEach(([, share], k) => (share.bar.style.width = widths[k]));
  }

  still() {
    this.element.classList.remove("emx-normalising");
  }
}

/** @param {ArrayLike<number>} values */
function sum(values) {
  return Array.from(values).reduce((total, value) => total + value, 0);
}
