// The table of K and seeds: every run at a glance, the best of each K next to the poor ones.

import { make } from "./dom.js";
import { number } from "./words.js";

/** @typedef {import("../em/verdicts.js").Verdict} Verdict */

const LEVELS = [0.1, 1, 10, 100]; // nats above the best of this K
/** @type {Record<string, string>} */
const SIGNS = { poor: "▾", collapsed: "×", unfinished: "…", failed: "!", good: "" };
/** @type {Record<string, string>} */
const MEANINGS = {
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

export class Atlas {
  /**
   * @param {number[]} counts
   * @param {number[]} seeds
   * @param {(count: number, seed: number) => void} onpick
   */
  constructor(counts, seeds, onpick) {
    this.onpick = onpick;
    this.why = "";
    /** @type {Map<string, HTMLButtonElement>} */
    this.cells = new Map();
    /** @type {Map<string, string>} */
    this.sentences = new Map();
    this.chosen = "";
    const head = make(
      "tr",
      {},
      make("th", { scope: "col" }, "K \\ seed"),
      ...seeds.map((seed) => make("th", { scope: "col" }, String(seed))),
    );
    const rows = counts.map((count) =>
      make(
        "tr",
        {},
        make("th", { scope: "row" }, String(count)),
        ...seeds.map((seed) => make("td", {}, this._cell(count, seed))),
      ),
    );
    this.table = make(
      "table",
      { onkeydown: (/** @type {KeyboardEvent} */ event) => this._walk(event, counts, seeds) },
      make("thead", {}, head),
      make("tbody", {}, ...rows),
    );
    this.sentence = make("p", { class: "emx-sentence", role: "status" }, "Choose a cell to load its run.");
    this.element = make(
      "div",
      { class: "emx-atlas" },
      make("div", { class: "emx-scroll" }, this.table),
      legend(),
      this.sentence,
    );
  }

  /**
   * @param {number} count
   * @param {number} seed
   */
  _cell(count, seed) {
    const key = `${count} ${seed}`;
    const known = () =>
      this.sentences.get(key) ?? (this.why || `K = ${count}, seed ${seed}: not computed yet.`);
    const show = () => (this.sentence.textContent = known());
    const button = make("button", {
      type: "button",
      tabindex: "-1",
      "aria-label": `K ${count}, seed ${seed}`,
      onclick: () => this.onpick(count, seed),
      onfocus: show,
      onmouseenter: show,
      onmouseleave: () => this._say(this.chosen),
    });
    this.cells.set(key, button);
    return button;
  }

  /**
   * `why`: what is said where nothing can be compared.
   * @param {string} why
   */
  clear(why = "") {
    this.sentences.clear();
    this.why = why;
    this.sentence.textContent = why || "Choose a cell to load its run.";
    for (const button of this.cells.values()) {
      button.textContent = "";
      delete button.dataset.level;
    }
  }

  /**
   * @param {number} count
   * @param {Map<number, Verdict>} row
   */
  showRow(count, row) {
    for (const [seed, verdict] of row) {
      const key = `${count} ${seed}`;
      const button = this.cells.get(key);
      if (!button) continue;
      const { status, nll, sentence } = verdict;
      button.dataset.level = String(levelOf(verdict));
      button.textContent = SIGNS[status];
      button.setAttribute("aria-label", `K ${count}, seed ${seed}: ${MEANINGS[status]}, NLL ${number(nll)}`);
      this.sentences.set(key, `K = ${count}, seed ${seed}. ${sentence}`);
    }
    if (this.chosen.startsWith(`${count} `)) this._say(this.chosen);
  }

  /**
   * @param {number} count
   * @param {number} seed
   */
  choose(count, seed) {
    this.cells.get(this.chosen)?.removeAttribute("aria-current");
    this.cells.get(this.chosen)?.setAttribute("tabindex", "-1");
    this.chosen = `${count} ${seed}`;
    const button = this.cells.get(this.chosen);
    button?.setAttribute("aria-current", "true");
    button?.setAttribute("tabindex", "0");
    this._say(this.chosen);
  }

  /** @param {string} key */
  _say(key) {
    this.sentence.textContent = this.sentences.get(key) ?? this.sentence.textContent;
  }

  /**
   * Arrow keys walk through the table; only one of its cells is reached by Tab.
   * @param {KeyboardEvent} event
   * @param {number[]} counts
   * @param {number[]} seeds
   */
  _walk(event, counts, seeds) {
    /** @type {Record<string, [number, number]>} */
    const moves = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
    const move = moves[event.key];
    const here = [...this.cells].find(([, button]) => button === event.target);
    if (!move || !here) return;
    event.preventDefault();
    event.stopPropagation();
    const [count, seed] = here[0].split(" ").map(Number);
    const to = `${near(counts, count, move[0])} ${near(seeds, seed, move[1])}`;
    here[1].setAttribute("tabindex", "-1");
    this.cells.get(to)?.setAttribute("tabindex", "0");
    this.cells.get(to)?.focus();
  }
}

/**
 * @param {number[]} values
 * @param {number} value
 * @param {number} by
 */
function near(values, value, by) {
  return values[Math.min(Math.max(values.indexOf(value) + by, 0), values.length - 1)];
}

function legend() {
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
    swatch(0, "below 0.1"),
    swatch(1, "1"),
    swatch(2, "10"),
    swatch(3, "100"),
    swatch(4, "more"),
    ...["poor", "collapsed", "unfinished", "failed"].map(sign),
  );
}
