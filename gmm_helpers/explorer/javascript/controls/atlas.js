// The table of K and seeds: every run at a glance, the best of each K next to the poor ones.

import { SelectionColumns } from "./atlas_selection.js";
import { legend, levelOf, MEANINGS, SIGNS } from "./atlas_signs.js";
import { make } from "./dom.js";
import { showRowByRow } from "./row_by_row.js";
import { number } from "./words.js";

/** @typedef {import("../em/verdicts.js").Verdict} Verdict */

const CHOOSE = "Choose a cell to see the end of its run.";

/**
 * @param {number} count
 * @param {number} seed
 */
const nameOf = (count, seed) => `K ${count}, seed ${seed}`;

export class Atlas {
  /**
   * @param {number[]} counts
   * @param {number[]} seeds
   * @param {(count: number, seed: number) => void} onpick
   * @param {(canvas: HTMLCanvasElement, row: Float64Array, count: number) => void} draw a small picture
   */
  constructor(counts, seeds, onpick, draw) {
    this.onpick = onpick;
    this.draw = draw;
    this.selection = new SelectionColumns(counts);
    this.thumbnail = make("canvas", { class: "emx-thumbnail", "aria-hidden": "true" });
    /** @type {Map<string, Float64Array>} */
    this.ends = new Map();
    this.why = "";
    /** @type {Map<string, HTMLButtonElement>} */
    this.cells = new Map();
    /** @type {Map<string, string>} */
    this.sentences = new Map();
    this.chosen = "";
    this.picked = ""; // by a click; a run may be chosen in other ways
    const head = make(
      "tr",
      {},
      make("th", { scope: "col" }, "K \\ seed"),
      ...seeds.map((seed) => make("th", { scope: "col" }, String(seed))),
      ...this.selection.heads,
    );
    this.rows = counts.map((count) =>
      make(
        "tr",
        {},
        make("th", { scope: "row" }, String(count)),
        ...seeds.map((seed) => make("td", {}, this._cell(count, seed))),
        ...this.selection.cellsOf(count),
      ),
    );
    this.table = make(
      "table",
      { onkeydown: (/** @type {KeyboardEvent} */ event) => this._walk(event, counts, seeds) },
      make("thead", {}, head),
      make("tbody", {}, ...this.rows),
    );
    this.sentence = make("p", { class: "emx-sentence", role: "status" }, CHOOSE);
    this.element = make(
      "div",
      { class: "emx-atlas" },
      make("div", { class: "emx-scroll" }, this.table),
      make("div", { class: "emx-told" }, this.thumbnail, this.sentence),
      legend(),
      this.selection.sentence,
    );
  }

  /**
   * Row by row, so that no frame is late.
   * @param {() => void} shown is called once all are seen
   */
  open(shown) {
    this.element.hidden = false;
    showRowByRow(this.rows, () => !this.element.hidden, shown);
  }

  // What is not seen need not be kept: it is another atlas the next time.
  close() {
    this.element.hidden = true;
    this.clear();
  }

  /**
   * @param {number} count
   * @param {number} seed
   */
  _cell(count, seed) {
    const key = `${count} ${seed}`;
    const unknown = `K = ${count}, seed ${seed}: not computed yet.`;
    const show = () => this._say(key, this.why || unknown);
    const button = make("button", {
      type: "button",
      tabindex: "-1",
      "aria-label": nameOf(count, seed),
      onclick: () => this._pick(count, seed),
      onfocus: show,
      onmouseenter: show,
      onmouseleave: () => this._say(this.chosen),
    });
    this.cells.set(key, button);
    return button;
  }

  /**
   * @param {number} count
   * @param {number} seed
   */
  _pick(count, seed) {
    this.picked = `${count} ${seed}`;
    this.onpick(count, seed);
  }

  /**
   * `why`: what is said where nothing can be compared.
   * @param {string} why
   */
  clear(why = "") {
    this.sentences.clear();
    this.ends.clear();
    this.selection.clear();
    this.why = why;
    this.thumbnail.hidden = true;
    this.sentence.textContent = why || CHOOSE;
    for (const [key, button] of this.cells) {
      if (!button.dataset.level) continue;
      button.textContent = "";
      const [count, seed] = key.split(" ").map(Number);
      button.setAttribute("aria-label", nameOf(count, seed));
      delete button.dataset.level;
    }
  }

  /**
   * @param {number} count
   * @param {Map<number, Verdict>} row
   * @param {Map<number, Float64Array>} ends
   */
  showRow(count, row, ends) {
    const said = this.sentences.get(this.chosen);
    for (const [seed, verdict] of row) {
      const key = `${count} ${seed}`;
      const button = this.cells.get(key);
      if (!button) continue;
      const { status, nll, sentence } = verdict;
      const level = String(levelOf(verdict));
      const label = `${nameOf(count, seed)}: ${MEANINGS[status]}, NLL ${number(nll)}`;
      if (button.dataset.level !== level || button.getAttribute("aria-label") !== label) {
        button.dataset.level = level;
        button.textContent = SIGNS[status];
        button.setAttribute("aria-label", label);
      }
      this.ends.set(key, ends.get(seed) ?? new Float64Array());
      this.sentences.set(key, `K = ${count}, seed ${seed}. ${sentence}`);
    }
    if (this.sentences.get(this.chosen) !== said) this._say(this.chosen);
  }

  /**
   * @param {number} count
   * @param {number} seed
   */
  choose(count, seed) {
    this.cells.get(this.chosen)?.removeAttribute("aria-current");
    this.cells.get(this.chosen)?.setAttribute("tabindex", "-1");
    this.chosen = `${count} ${seed}`;
    if (this.picked !== this.chosen) this.picked = ""; // who comes back may stand elsewhere
    const button = this.cells.get(this.chosen);
    button?.setAttribute("aria-current", "true");
    button?.setAttribute("tabindex", "0");
    this._say(this.chosen);
  }

  /**
   * @param {string} key
   * @param {string} [otherwise]
   */
  _say(key, otherwise = this.sentence.textContent ?? "") {
    const end = this.ends.get(key);
    const went = key === this.picked && key === this.chosen ? " The pictures have gone to its end." : "";
    const known = this.sentences.get(key);
    this.sentence.textContent = known ? known + went : otherwise;
    this.thumbnail.hidden = !end;
    if (end) this.draw(this.thumbnail, end, Number(key.split(" ")[0]));
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
