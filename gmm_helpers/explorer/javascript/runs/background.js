// Where long work is done: in a Web Worker, or in free moments where a page may have none.

/* global theBundle */

import { Workbench } from "./workbench.js";

/** @typedef {import("./workbench.js").Order} Order */
/** @typedef {import("./workbench.js").Message} Message */

const SLICE = 5; // milliseconds of a frame, where there is no worker
const PAUSE = 12; // milliseconds until the next slice

export class Background {
  /** @param {(message: Message) => void} hear */
  constructor(hear) {
    this.hear = hear;
    /** @type {Map<string, Order>} */
    this.orders = new Map(); // the last ones of each kind, should they have to be given again
    this.bench = new Workbench(hear);
    this.timer = 0;
    this.worker = this._makeWorker();
  }

  /** @returns {Worker | null} */
  _makeWorker() {
    try {
      const source = `(${theBundle})({exports:{}}).serve()`; // all modules again: there is no second file
      const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
      const worker = new Worker(address);
      URL.revokeObjectURL(address);
      worker.onmessage = ({ data }) => this.hear(data);
      worker.onerror = () => this._workHere();
      return worker;
    } catch {
      return null;
    }
  }

  // Where a page forbids workers, that is told only after one was asked for something.
  _workHere() {
    this.worker = null;
    for (const order of this.orders.values()) this._take(order);
  }

  /** @param {Order} order */
  give(order) {
    if (order.kind === "data") this.orders.clear();
    const name = order.kind === "stop" ? order.what : order.kind;
    this.orders.delete(name);
    this.orders.set(name, order);
    if (this.worker) this.worker.postMessage(order);
    else this._take(order);
  }

  /** @param {Order} order */
  _take(order) {
    this.bench.take(order);
    if (!this.timer && !this.bench.isIdle) this._later();
  }

  _later() {
    this.timer = window.setTimeout(() => {
      this.bench.work(SLICE);
      this.timer = 0;
      if (!this.bench.isIdle) this._later();
    }, PAUSE);
  }

  close() {
    this.worker?.terminate();
    this.bench.take({ kind: "stop", what: "run" });
    this.bench.take({ kind: "stop", what: "ends" });
    this.bench.take({ kind: "stop", what: "table" });
  }
}
