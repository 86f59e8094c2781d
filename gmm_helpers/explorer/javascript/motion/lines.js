// The lines of the algorithm; those that the present half-step executes are lit.

import { make } from "../controls/dom.js";
import { nameOf } from "../runs/trace.js";

/** @typedef {{ formula: string, words: string }} Line */

/** @type {[("E" | "M"), string, Line[]][]} */
const STEPS = [
  [
    "E",
    "E-step: each sample is shared",
    [
      { formula: "p_nk = π_k N(x_n | μ_k, Σ_k)", words: "weight times density" },
      { formula: "r_nk = p_nk / ∑_j p_nj", words: "responsibilities: shares that sum to 1" },
      { formula: "NLL = −∑_n log ∑_k p_nk", words: "negative log-likelihood" },
    ],
  ],
  [
    "M",
    "M-step: fitted to the shares",
    [
      { formula: "N_k = ∑_n r_nk, π_k = N_k / N", words: "effective counts and weights" },
      { formula: "μ_k = ∑_n r_nk x_n / N_k", words: "means" },
      { formula: "Σ_k = ∑_n r_nk (x_n−μ_k)(x_n−μ_k)ᵀ / N_k", words: "covariances, plus reg_covar" },
    ],
  ],
];

/**
 * "x_n" with its index below the line.
 * @param {string} formula
 */
function written(formula) {
  return formula.split(/_(\w+)/).map((part, i) => (i % 2 ? make("sub", {}, part) : part));
}

export class Lines {
  constructor() {
    /** @type {Record<string, HTMLElement[]>} */
    this.items = {};
    this.element = make(
      "div",
      { class: "emx-lines" },
      ...STEPS.map(([name, title, lines]) => {
        this.items[name] = lines.map(({ formula, words }) =>
          make("li", { title: words }, ...written(formula)),
        );
        return make(
          "div",
          { "data-name": name },
          make("strong", {}, title),
          make("ol", {}, ...this.items[name]),
        );
      }),
    );
    this.shown = "";
  }

  /**
   * @param {number} h
   * @param {number} line the one being executed, or -1 for all of the half-step
   */
  light(h, line) {
    const lit = `${nameOf(h)} ${line}`;
    if (lit === this.shown) return;
    this.shown = lit;
    for (const [name, items] of Object.entries(this.items)) {
      items.forEach((item, i) => {
        const isLit = name === nameOf(h) && (line < 0 || line === i);
        if (isLit) item.setAttribute("aria-current", "step");
        else item.removeAttribute("aria-current");
      });
    }
  }
}
