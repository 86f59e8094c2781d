// Work that may take long, piece by piece: the rest of a run that is looked at, a map of where EM ends
// from many starts, and the atlas.
// It is done in a Web Worker, or where there is none in moments when nothing else happens.

import { Ends } from "../basins/ends.js";
import { advance, beginRun } from "../em/run.js";
import { Table } from "./table.js";
import { TenStarts } from "./ten_starts.js";

/** @typedef {import("./choice.js").Choice} Choice */
/** @typedef {import("./starting.js").StartData} StartData */
/** @typedef {import("../em/run.js").Run} Run */
/** @typedef {import("../em/verdicts.js").Verdict} Verdict */

/**
 * What is asked of the workbench. A new order of a kind takes the place of the one before, and new
 * data end all.
 * @typedef {{kind: "data", data: StartData}} DataOrder
 * @typedef {{kind: "run", key: string, K: number, row: Float64Array, regCovar: number, maxIter: number}} RunOrder
 * @typedef {{kind: "table", key: string, choice: Choice, counts: number[], seeds: number[], maxIter: number}} TableOrder
 * @typedef {{kind: "ends", key: string, K: number, rows: Float64Array, numbers: Int32Array, regCovar: number,
 *   maxIter: number}} EndsOrder with the numbers of these starts
 * @typedef {{kind: "stop", what: "run" | "ends" | "ten" | "table"}} StopOrder
 * @typedef {import("./ten_starts.js").TenOrder} TenOrder
 * @typedef {DataOrder | RunOrder | EndsOrder | TenOrder | TableOrder | StopOrder} Order
 *
 * What it tells: how far a run is, more ends of runs from many starts, the best of ten starts, how the
 * runs of one K compare, how good that K is, that all are compared.
 * @typedef {{kind: "run", key: string, run: Run}} RunMessage
 * @typedef {{kind: "ends", key: string, numbers: Int32Array, ends: import("../basins/ends.js").End[]}} EndsMessage
 * @typedef {{kind: "row", key: string, n_components: number, row: Map<number, Verdict>,
 *   ends: Map<number, Float64Array>}} RowMessage with the mixtures at the ends
 * @typedef {{kind: "selection", key: string, n_components: number, bic: number, heldOut: number}}
 *   SelectionMessage
 * @typedef {{kind: "table", key: string}} TableMessage
 * @typedef {RunMessage | EndsMessage | RowMessage | SelectionMessage | TableMessage | import("./ten_starts.js").TenMessage} Message
 */

const SLOTS = /** @type {const} */ ({ run: "running", ends: "mapping", ten: "ten", table: "table" });

export class Workbench {
  /** @param {(message: Message) => void} tell */
  constructor(tell) {
    this.tell = tell;
    /** @type {StartData | null} */
    this.data = null;
    /** @type {{key: string, run: Run} | null} */
    this.running = null;
    /** @type {{key: string, numbers: Int32Array, ends: Ends} | null} */
    this.mapping = null;
    /** @type {Table | null} */
    this.table = null;
    /** @type {TenStarts | null} */
    this.ten = null;
    this.turn = 0;
  }

  /** @param {Order} order */
  take(order) {
    if (order.kind === "data") {
      this.data = order.data;
      this.running = this.mapping = this.ten = this.table = null;
    } else if (order.kind === "stop") {
      this[SLOTS[order.what]] = null;
    } else if (this.data && order.kind === "ten") {
      this.ten = new TenStarts(order, this.data);
    } else if (this.data && order.kind === "run") {
      const { key, K, row, regCovar, maxIter } = order;
      this.running = { key, run: beginRun(this.data, row, K, { regCovar, maxIter }) };
    } else if (this.data && order.kind === "ends") {
      const { key, K, rows, numbers, regCovar, maxIter } = order;
      this.mapping = { key, numbers, ends: new Ends(this.data, rows, K, { regCovar, maxIter }) };
    } else if (this.data && order.kind === "table") {
      this.table = new Table(order, this.data);
    }
  }

  get isIdle() {
    return !this.running && !this.mapping && !this.ten && !this.table;
  }

  /**
   * Works for some milliseconds: on the run that is looked at first; then the map, the ten starts and
   * the atlas take turns, as somebody looks at each of them.
   * @param {number} milliseconds
   */
  work(milliseconds) {
    const until = performance.now() + milliseconds;
    if (this.running) this._workOnRun(until);
    do {
      const { running, mapping, ten, table } = this;
      if (running) return;
      const wanted = [];
      if (mapping) wanted.push(this._workOnEnds);
      if (ten) wanted.push(this._workOnTen);
      if (table) wanted.push(this._workOnTable);
      wanted[this.turn++ % wanted.length]?.call(this, until);
    } while (!this.isIdle && performance.now() < until);
  }

  /** @param {number} until */
  _workOnRun(until) {
    if (!this.running) return;
    const { key, run } = this.running;
    advance(run, until);
    if (run.ended !== "running") this.running = null;
    this.tell({ kind: "run", key, run: copyOf(run) });
  }

  /** @param {number} until */
  _workOnEnds(until) {
    if (!this.mapping) return;
    const { key, numbers, ends } = this.mapping;
    const begin = ends.next;
    const found = ends.work(until);
    if (ends.isDone) this.mapping = null;
    if (found.length) this.tell({ kind: "ends", key, numbers: numbers.slice(begin, ends.next), ends: found });
  }

  /** @param {number} until */
  _workOnTen(until) {
    const best = this.ten?.work(until);
    if (!this.ten || !best) return;
    const { key } = this.ten.order;
    this.ten = null;
    this.tell({ kind: "ten", key, best });
  }

  /** @param {number} until */
  _workOnTable(until) {
    const { table } = this;
    if (!table) return;
    const { key } = table.order;
    if (!table.open.length) {
      this.table = null;
      this.tell({ kind: "table", key });
      return;
    }
    const found = table.work(until);
    if (found) this.tell(found);
  }
}

/**
 * What is sent to another thread must not share memory with a run that goes on.
 * @param {Run} run
 * @returns {Run}
 */
function copyOf(run) {
  return { ...run, params: run.params.slice(), nll: run.nll.slice(), rises: [...run.rises] };
}
