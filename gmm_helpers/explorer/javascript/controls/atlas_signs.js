// Colours and signs of the atlas, and what they mean.

import { make } from "./dom.js";

/** @typedef {import("../em/verdicts.js").Verdict} Verdict */

const LEVELS = [0.1, 1, 10, 100]; // nats above the best of this K
/** @type {Record<string, string>} */
export const SIGNS = { poor: "▾", collapsed: "×", unfinished: "…", failed: "!", good: "" };
/** @type {Record<string, string>} */
export const MEANINGS = {
  good: "good",
  poor: "poor",
  collapsed: "collapsed",
  unfinished: "not converged",
  failed: "failed",
};

/**
 * Which colour a cell gets: 0 as good as the best, 4 far above it, "none" where nothing compares.
 * @param {Pick<Verdict, "status" | "gap">} verdict
 */
export function levelOf({ status, gap }) {
  if (status === "collapsed" || status === "failed" || Number.isNaN(gap)) return "none";
  const level = LEVELS.findIndex((most) => gap <= most);
  return level < 0 ? LEVELS.length : level;
}

export function legend() {
  /**
   * @param {number} level
   * @param {string} text
   */
  const swatch = (level, text) =>
    make("span", {}, make("i", { "data-level": level, "aria-hidden": "true" }), text);
  /** @param {string} name */
  const sign = (name) =>
    make("span", {}, make("b", { "aria-hidden": "true" }, SIGNS[name]), ` ${MEANINGS[name]}`);
  return make(
    "p",
    { class: "emx-legend" },
    "Final NLL above the best of this K: ",
    swatch(0, "< 0.1"),
    swatch(1, "< 1"),
    swatch(2, "< 10"),
    swatch(3, "< 100"),
    swatch(4, "≥ 100"),
    ...["poor", "collapsed", "unfinished", "failed"].map(sign),
  );
}
