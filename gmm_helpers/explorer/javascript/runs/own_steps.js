// Runs of somebody's own functions, which only Python can compute.

import { rowLength } from "../em/gaussians.js";
import { runKey } from "./choice.js";
import { Trace } from "./trace.js";
import { unpack } from "./blocks.js";

/** @typedef {import("./choice.js").Choice} Choice */
/** @typedef {import("./data.js").Data} Data */
/** @typedef {{trace: Trace} | {problem: string}} Answer */

const MOST = 40; // runs that are kept
const FORGOTTEN = 8000; // milliseconds; Python may have been interrupted or restarted

// What is not kept.
export const MISSING = "That run of your functions was not kept, and Python no longer holds this explorer.";

export class OwnSteps {
  /**
   * @param {import("./datasets.js").Datasets} datasets
   * @param {((content: object) => void) | null} send to Python, where there is one
   */
  constructor(datasets, send) {
    this.datasets = datasets;
    this.send = send;
    /** @type {Map<string, Answer>} */
    this.answers = new Map();
    /** @type {{key: string, choice: Choice, request: number, at: number} | null} */
    this.asked = null;
    /** @type {{key: string, choice: Choice} | null} */
    this.next = null;
    this.client = Math.random().toString(36).slice(2); // of several browsers at one kernel
    this.requests = 0;
    /** @type {Set<(choice: Choice) => void>} */
    this.listeners = new Set();
  }

  /** @param {Choice} choice */
  of(choice) {
    return this.answers.get(runKey(choice));
  }

  /**
   * Takes in a run that was packed for a choice.
   * @param {Choice} choice
   * @param {DataView | Uint8Array} block
   */
  take(choice, block) {
    const { words, arrays } = unpack(block);
    const key = runKey(choice);
    this.answers.delete(key);
    this.answers.set(
      key,
      words.problem ? words : { trace: traced(words.run, arrays, this.datasets.of(choice), choice) },
    );
    if (this.answers.size > MOST)
      this.answers.delete(/** @type {string} */ (this.answers.keys().next().value));
  }

  // What was kept with the notebook, or is in the page; returns of which choice it is.
  /** @param {DataView | Uint8Array} block */
  takeKept(block) {
    const { words } = unpack(block);
    this.take(words.config, block);
    return words.config;
  }

  /**
   * Asks Python for a run, or for more of it. Python answers in turn: what is chosen while it is busy
   * gives way to the next choice.
   * @param {Choice} choice
   */
  ask(choice) {
    const key = runKey(choice);
    const isBusy = this.asked && performance.now() - this.asked.at < FORGOTTEN;
    if (isBusy) {
      this.next = this.asked?.key === key ? null : { key, choice };
      if (this.next) setTimeout(() => this._askNext(), FORGOTTEN);
      return;
    }
    this._ask(key, choice);
  }

  /**
   * @param {string} key
   * @param {Choice} choice
   */
  _ask(key, choice) {
    this.next = null;
    const request = ++this.requests;
    this.asked = { key, choice, request, at: performance.now() };
    try {
      this.send?.({ client: this.client, request, what: "run", config: choice });
    } catch {
      this.asked = null; // there is no kernel any more
    }
  }

  _askNext() {
    if (this.next) this._ask(this.next.key, this.next.choice);
  }

  /**
   * @param {any} message
   * @param {DataView[]} buffers
   */
  hear({ client, request }, buffers) {
    const { asked } = this;
    if (!asked || client !== this.client || request !== asked.request) return;
    this.asked = null;
    this.take(asked.choice, buffers[0]);
    this._askNext();
    for (const listener of this.listeners) listener(asked.choice);
  }
}

/**
 * @param {any} about
 * @param {Record<string, any>} arrays
 * @param {Data} data
 * @param {Choice} choice
 */
function traced(about, arrays, data, choice) {
  const K = about.n_components;
  const own = new Map();
  const size = data.N * K;
  for (const [at, i] of about.own.entries()) own.set(i, arrays.own.subarray(at * size, (at + 1) * size));
  const run = { ...about, K, D: data.D, failure: null, params: arrays.params, nll: arrays.nll };
  if (run.params.length !== run.nll.length * rowLength(K, data.D))
    throw new Error("That run is of other data.");
  return new Trace(run, data, choice.reg_covar, own);
}
