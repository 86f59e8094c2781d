// @ts-nocheck: written anew with issue 17
// Data and runs that have arrived, and two places they may come from: a kernel, or the page itself.

import { decompress, fromBase64, unpack } from "./payload.js";
import { Data, Trace } from "./trace.js";

const FORGOTTEN = 8000; // milliseconds

export function dataKey(config) {
  return JSON.stringify([config.data, config.data === "own points" ? config.own_points : 0]);
}

// Of the row of an atlas: everything but the seed.
export function rowKey(config) {
  const own = config.start === "own start" ? config.own_start : 0;
  return JSON.stringify([dataKey(config), config.n_components, config.start, config.reg_covar, own]);
}

export function runKey(config) {
  return `${rowKey(config)} ${config.seed}`;
}

export class Store {
  // What is computed anew when it is asked for need not be kept for ever.
  constructor(mostRuns = Infinity) {
    this.mostRuns = mostRuns;
    this.data = new Map();
    this.traces = new Map();
    this.rows = new Map();
  }

  // Takes in what was packed for a configuration; returns it, or the problem in words.
  take(config, { words, arrays }) {
    if (words.row) this.rows.set(rowKey(config), words.row);
    if (words.problem) return { problem: words.problem };
    const key = dataKey(config);
    if (words.data) this.data.set(key, new Data({ data: words.data, ...arrays }));
    const data = this.data.get(key);
    if (words.run && data) this._keep(runKey(config), new Trace({ run: words.run, ...arrays }, data));
    return this.get(config);
  }

  _keep(key, trace) {
    this.traces.delete(key);
    this.traces.set(key, trace); // a Map keeps the order in which they came
    if (this.traces.size > this.mostRuns) this.traces.delete(this.traces.keys().next().value);
  }

  get(config) {
    const trace = this.traces.get(runKey(config));
    return trace && { trace, data: trace.data };
  }
}

export class KernelSource {
  constructor(model, store) {
    this.model = model;
    this.store = store;
    this.waiting = new Map();
    this.next = null;
    this.client = Math.random().toString(36).slice(2); // of several browsers at one kernel
    this.asked = 0;
    this.canRun = true;
    this.missing = "That run was not kept, and Python no longer holds this explorer.";
    model.on("msg:custom", (message, buffers) => this._answered(message, buffers));
  }

  has(config) {
    return this.canRun || Boolean(this.store.get(config));
  }

  // `row` asks for the finished run, compared with the others of its K. What several views ask for
  // at the same time is asked for once. What was `chosen` waits until the choice before is answered,
  // and gives way to the next one: Python answers in turn, and need not compute what nobody wants.
  ask(config, row, answered, chosen = false) {
    if (!this.canRun) {
      answered(this.store.get(config) ?? { problem: this.missing });
      return;
    }
    const what = `${runKey(config)} ${row}`;
    const now = performance.now();
    // Python may have been interrupted or restarted: what was asked long ago is asked anew.
    const open = [...this.waiting.values()].filter((asked) => now - asked.at < FORGOTTEN);
    const same = [...open, chosen && this.next].find((asked) => asked?.what === what);
    if (same) {
      same.listeners.push(answered);
      return;
    }
    const asked = { what, at: now, config, row, chosen, listeners: [answered] };
    this.next = chosen ? asked : this.next;
    if (!chosen) this._send(asked);
    else if (!open.some((other) => other.chosen)) this._sendNext(asked);
    else setTimeout(() => this._sendNext(asked), FORGOTTEN);
  }

  // What is next, if that is still this.
  _sendNext(asked = this.next) {
    if (!asked || asked !== this.next) return;
    this.next = null;
    this._send({ ...asked, at: performance.now() });
  }

  _send(asked) {
    const { config, row, listeners } = asked;
    const request = ++this.asked;
    const known = this.store.data.get(dataKey(config));
    this.waiting.set(request, asked);
    try {
      this.model.send({ client: this.client, request, config, data: !known || known.isPart, row });
    } catch {
      // There is no kernel any more.
      this.waiting.delete(request);
      for (const listener of listeners) listener({ problem: this.missing, isLost: true });
    }
  }

  _answered({ client, request }, buffers) {
    const asked = this.waiting.get(request);
    if (!asked || client !== this.client) return;
    this.waiting.delete(request);
    const answer = this.store.take(asked.config, unpack(buffers[0]));
    if (asked.chosen) this._sendNext();
    for (const listener of asked.listeners) listener(answer);
  }
}

// Everything is in the page: the data, the runs of a grid, and the rows of its atlas.
export class PageSource {
  constructor(page, store) {
    this.page = page;
    this.store = store;
    this.canRun = false;
    this.isPage = true;
    this.missing = "This page holds no such run: open the notebook to compute it.";
  }

  has(config) {
    const { grid } = this.page;
    const same = ["data", "start", "reg_covar"].every((name) => config[name] === this.page.config[name]);
    return same && `${config.n_components} ${config.seed}` in grid;
  }

  async ask(config, _row, answered) {
    if (!this.has(config)) {
      answered({ problem: this.missing });
      return;
    }
    if (!this.store.data.has(dataKey(config))) this.store.take(config, unpack(fromBase64(this.page.data)));
    const packed = this.page.grid[`${config.n_components} ${config.seed}`];
    const content = await decompress(fromBase64(packed));
    content.words.row = this.page.rows[config.n_components];
    answered(this.store.take(config, content));
  }

  // Beforehand, so that every run of the grid is there when it is chosen.
  async unpackAll() {
    for (const cell of Object.keys(this.page.grid)) {
      const [n_components, seed] = cell.split(" ").map(Number);
      const config = { ...this.page.config, n_components, seed };
      if (!this.store.get(config)) await this.ask(config, true, () => {});
    }
  }
}
