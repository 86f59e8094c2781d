// Data of one's own: a table that is pasted, chosen as a file, or dropped on the picture.

import { make } from "../controls/dom.js";
import { UnreadableTable, readTable, sentenceOf } from "../tables/csv.js";

/**
 * What the panel needs of the explorer.
 * @typedef {object} Taker
 * @property {(points: number[][], about: {labels: string[], note: string}) => void} takePoints
 * @property {number} mostPoints
 */

const MOST_LETTERS = 20; // of a name, along an axis
const MOST_BYTES = 20e6; // of a file

/**
 * @param {string} text
 * @param {number} most samples
 * @returns {{points: number[][], labels: string[], note: string}} throws an Error that says what is wrong
 */
export function pointsOf(text, most) {
  const { X, N, D, names, leftOut } = readTable(text);
  if (N > most) {
    throw new UnreadableTable(
      `The table has ${N} samples, and a notebook keeps at most ${most}: remove some, or use EMExplorer(X).`,
    );
  }
  const points = Array.from({ length: N }, (_, n) => Array.from(X.subarray(n * D, (n + 1) * D)));
  const labels = names.map((name) => (name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS)}…` : name));
  const note = [sentenceOf(leftOut), sentenceOfSame(points, names)].filter(Boolean).join(" ");
  return { points, labels, note };
}

/**
 * @param {number[][]} points
 * @param {string[]} names
 */
function sentenceOfSame(points, names) {
  const same = names.filter(
    (_, i) => points.length > 1 && points.every((point) => point[i] === points[0][i]),
  );
  return same.length
    ? `All samples have the same ${same.join(" and ")}: only reg_covar gives it a variance.`
    : "";
}

export class TablePanel {
  /**
   * @param {Taker} app
   * @param {HTMLElement} stage where files are dropped, too
   */
  constructor(app, stage) {
    this.app = app;
    this.text = make("textarea", {
      rows: "4",
      spellcheck: "false",
      "aria-label": "your data, one sample per line",
      placeholder: "x, y\n1.5, 2.0\n0.3, 1.1",
    });
    this.problem = make("p", { class: "emx-problem", role: "alert" });
    const file = make("input", {
      type: "file",
      accept: ".csv,.tsv,.txt,.dat,text/*",
      onchange: () => {
        if (file.files?.length) this._readFile(file.files[0]);
        file.value = ""; // so that the same file can be chosen again
      },
    });
    this.why = make("p", {});
    this.element = make(
      "details",
      { class: "emx-own" },
      make("summary", {}, "Your own data"),
      make("p", {}, "Paste a table with one sample per line, choose a CSV file, or drop it on the picture."),
      this.text,
      make(
        "div",
        { class: "emx-bar" },
        make("button", { type: "button", onclick: () => this.read(this.text.value) }, "Show these data"),
        make("label", {}, make("span", {}, "CSV file"), file),
      ),
      this.problem,
      this.why,
    );
    this._acceptDrops(stage);
  }

  /** @param {HTMLElement} stage */
  _acceptDrops(stage) {
    /** @param {DragEvent} event */
    const isFile = (event) => !this.why.textContent && event.dataTransfer?.types.includes("Files");
    stage.addEventListener("dragover", (event) => isFile(event) && event.preventDefault());
    stage.addEventListener("drop", (event) => {
      const file = event.dataTransfer?.files[0];
      if (!isFile(event) || !file) return;
      event.preventDefault();
      event.stopPropagation();
      this._readFile(file);
    });
  }

  /** @param {File} file */
  async _readFile(file) {
    if (file.size > MOST_BYTES) this._fail("This file is larger than 20 MB: choose a smaller one.");
    else this.read(await file.text());
  }

  /** @param {string} text */
  read(text) {
    this.problem.textContent = "";
    try {
      if (text.includes("\0") || text.startsWith("PK")) {
        throw new UnreadableTable("This is not a text file: save the table as CSV, and choose that file.");
      }
      const { points, ...about } = pointsOf(text, this.app.mostPoints);
      this.app.takePoints(points, about);
    } catch (error) {
      if (!(error instanceof UnreadableTable)) throw error;
      this._fail(error.message);
    }
  }

  /** @param {string} problem */
  _fail(problem) {
    /** @type {HTMLDetailsElement} */ (this.element).open = true;
    this.problem.textContent = problem;
    this.problem.scrollIntoView({ block: "nearest" });
  }

  /** @param {string} reason why nothing can be changed here, or "" */
  limit(reason) {
    for (const control of this.element.querySelectorAll("input, button, textarea")) {
      control.toggleAttribute("disabled", Boolean(reason));
    }
    this.why.textContent = reason;
  }
}
