// Where long work is done: in Web Workers, or in free moments where a page may have none.

/* global theBundle */

import { sharesOf, startsShared } from "./shares.js";
import { Workbench } from "./workbench.js";

/** @typedef {import("./workbench.js").Order} Order */
/** @typedef {import("./workbench.js").TableOrder} TableOrder */
/** @typedef {import("./workbench.js").EndsOrder} EndsOrder */
/** @typedef {import("./workbench.js").Message} Message */

const SLICE = 5; // milliseconds of a frame, where there is no worker
const PAUSE = 12; // milliseconds until the next slice
const MOST = 2; // workers; a machine of two cores draws no slower, as they wait for nothing

let address = "";

// All modules again, as there is no second file; made once for all workers of the page.
function addressOfWorker() {
  const source = () => new Blob([`(${theBundle})({exports:{}}).serve()`], { type: "text/javascript" });
  address ||= URL.createObjectURL(source());
  return address;
}

export class Background {
  /** @param {(message: Message) => void} hear */
  constructor(hear) {
    this.hear = hear;
    /** @type {Map<string, Order>} */
    this.orders = new Map(); // the last ones of each kind, should they have to be given again
    this.bench = new Workbench(hear);
    this.timer = 0;
    /** @type {Worker[]} */
    this.workers = [];
    this.canHire = true;
    this._hire();
  }

  // One more worker, which has what belongs to the orders of others.
  _hire() {
    if (!this.canHire) return;
    try {
      const worker = new Worker(addressOfWorker());
      worker.onmessage = ({ data }) => this.hear(data);
      worker.onerror = () => this._workHere();
      const data = this.orders.get("data");
      if (data) worker.postMessage(data);
      this.workers.push(worker);
    } catch {
      this.canHire = false;
    }
  }

  // Where a page forbids workers, that is told only after one was asked for something.
  _workHere() {
    this.canHire = false;
    for (const worker of this.workers) worker.terminate();
    this.workers = [];
    for (const order of this.orders.values()) this._take(order);
  }

  /** @param {Order} order */
  give(order) {
    if (order.kind === "data") this.orders.clear();
    const name = order.kind === "stop" ? order.what : order.kind;
    this.orders.delete(name);
    this.orders.set(name, order);
    if (order.kind === "table" || order.kind === "ends") {
      const wanted = Math.min(navigator.hardwareConcurrency || 1, MOST);
      while (this.canHire && this.workers.length && this.workers.length < wanted) this._hire();
    }
    if (!this.workers.length) this._take(order);
    else if (order.kind === "run") this.workers[0].postMessage(order);
    else if (order.kind === "table" || order.kind === "ends") this._share(order);
    else if (order.kind === "ten") this.workers[this.workers.length - 1].postMessage(order);
    else for (const worker of this.workers) worker.postMessage(order);
  }

  /** @param {TableOrder | EndsOrder} order */
  _share(order) {
    const n = this.workers.length;
    const shares =
      order.kind === "ends"
        ? startsShared(order, n)
        : sharesOf(order.counts, n).map((counts) => ({ ...order, counts }));
    this.workers.forEach((worker, i) => worker.postMessage(shares[i]));
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
    this.canHire = false;
    for (const worker of this.workers) worker.terminate();
    this.bench.take({ kind: "stop", what: "run" });
    this.bench.take({ kind: "stop", what: "ends" });
    this.bench.take({ kind: "stop", what: "table" });
  }
}
