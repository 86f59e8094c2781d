// Runs of EM, as far as they are computed: at once as far as a frame allows, the rest behind.

import { rowLength } from "../em/gaussians.js";
import { advance, beginRun } from "../em/run.js";
import { Background } from "./background.js";
import { runKey, tableKey } from "./choice.js";
import { startRow } from "./starting.js";
import { Trace } from "./trace.js";

/** @typedef {import("./choice.js").Choice} Choice */
/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./workbench.js").Message} Message */

const AT_ONCE = 1; // milliseconds of work before a first picture, so that it comes with the next frame
const MOST = 40; // runs that are kept; one of 500 iterations and K = 8 takes 200 kB

export class Runs {
  /**
   * @param {import("./datasets.js").Datasets} datasets
   * @param {number} maxIter
   * @param {(message: Message) => void} hear is told when a run is longer, or a row of the atlas known
   */
  constructor(datasets, maxIter, hear) {
    this.datasets = datasets;
    this.maxIter = maxIter;
    this.hear = hear;
    /** @type {Map<string, Trace>} */
    this.traces = new Map();
    this.behind = new Background((message) => this._heard(message));
    /** @type {Data | null} */
    this.told = null; // the data that the background has
    this.followed = ""; // the run it works on
    /** @type {{key: string, trace: Trace} | null} */
    this.aside = null; // the run from where a component is dragged to, if it works on that
    this.asides = 0;
  }

  /**
   * The run of a choice as far as it is known now. Throws an Error that says what is wrong.
   * @param {Choice} choice
   */
  of(choice) {
    const key = runKey(choice);
    let trace = this.traces.get(key);
    if (!trace) {
      const data = this.datasets.of(choice);
      trace = this.from(startRow(choice, data), data, choice, AT_ONCE);
    }
    this.traces.delete(key);
    this.traces.set(key, trace); // a Map keeps the order in which they were used
    if (this.traces.size > MOST) this.traces.delete(/** @type {string} */ (this.traces.keys().next().value));
    return trace;
  }

  /**
   * A run from any row of parameters, as far as it comes in some milliseconds.
   * @param {Float64Array} row
   * @param {Data} data
   * @param {{n_components: number, reg_covar: number}} choice
   * @param {number} milliseconds
   */
  from(row, data, choice, milliseconds) {
    const until = performance.now() + milliseconds;
    const settings = { regCovar: choice.reg_covar, maxIter: this.maxIter };
    const run = advance(beginRun(data, row, choice.n_components, settings), until);
    return new Trace(run, data, choice.reg_covar);
  }

  /**
   * Has the rest of a run computed.
   * @param {Choice} choice
   */
  follow(choice) {
    const trace = this.of(choice);
    const key = trace.isRunning ? runKey(choice) : "";
    if (key === this.followed) return;
    this.followed = key;
    this.aside = null;
    if (!trace.isRunning) {
      this.behind.give({ kind: "stop", what: "run" });
      return;
    }
    this._finish(trace, key);
  }

  /**
   * Has the rest of a run computed that is of no choice yet; the other waits.
   * @param {Trace} trace
   */
  followAside(trace) {
    this.aside = { key: `aside ${this.asides++}`, trace };
    this.followed = this.aside.key;
    this._finish(trace, this.aside.key);
  }

  /**
   * Goes on with the run of a choice where another one has kept it waiting.
   * @param {Choice} choice
   */
  endAside(choice) {
    if (this.aside && this.traces.has(runKey(choice))) this.follow(choice);
  }

  /**
   * @param {Trace} trace
   * @param {string} key
   */
  _finish(trace, key) {
    const { K, regCovar, data } = trace;
    this._tellData(data);
    this.behind.give({ kind: "run", key, K, row: trace.rowAt(0).slice(), regCovar, maxIter: this.maxIter });
  }

  /**
   * Has the ends of the runs from many starts found.
   * @param {{key: string, data: Data, K: number, rows: Float64Array, regCovar: number}} order
   */
  findEnds({ key, data, K, rows, regCovar }) {
    this._tellData(data);
    const numbers = Int32Array.from({ length: rows.length / rowLength(K, data.D) }, (_, i) => i);
    this.behind.give({ kind: "ends", key, K, rows, numbers, regCovar, maxIter: this.maxIter });
  }

  stopFindingEnds() {
    this.behind.give({ kind: "stop", what: "ends" });
  }

  /**
   * Has the atlas filled.
   * @param {Choice} choice
   * @param {number[]} counts
   * @param {number[]} seeds
   */
  compare(choice, counts, seeds) {
    this._tellData(this.datasets.of(choice));
    this.behind.give({ kind: "table", key: tableKey(choice), choice, counts, seeds, maxIter: this.maxIter });
  }

  /**
   * Has ten starts judged by the labels that are known.
   * @param {string} key
   * @param {Choice} choice
   * @param {Int8Array} components where each sample came from
   */
  tenStarts(key, choice, components) {
    this._tellData(this.datasets.of(choice));
    this.behind.give({ kind: "ten", key, choice, components, maxIter: this.maxIter });
  }

  stopComparing() {
    this.behind.give({ kind: "stop", what: "table" });
  }

  /** @param {Data} data */
  _tellData(data) {
    if (this.told === data) return;
    this.told = data;
    const { X, N, D, start } = data;
    this.behind.give({ kind: "data", data: { X, N, D, start } });
  }

  /** @param {Message} message */
  _heard(message) {
    if (message.kind === "run") {
      const trace = message.key === this.aside?.key ? this.aside.trace : this.traces.get(message.key);
      if (!trace) return;
      // The one that is here may be the longer one, as it was begun earlier.
      if (message.run.nll.length < trace.nll.length && message.run.ended === "running") return;
      trace.run = message.run;
    }
    this.hear(message);
  }

  // Data have changed.
  forget() {
    this.traces.clear();
    this.told = null;
    this.followed = "";
  }

  close() {
    this.behind.close();
  }
}
