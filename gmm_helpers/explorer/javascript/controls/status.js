// The lines under the pictures: which half-step this is, and what it did; also for screen readers.

import { nameOf } from "../runs/trace.js";
import { announce, describe, ending, explain, number, position, weightsOf } from "./words.js";

/** @typedef {import("../runs/trace.js").Trace} Trace */

const SETTLED = 250; // milliseconds without a change, before it is read out

export class Status {
  /** @param {any} app */
  constructor(app) {
    this.app = app;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  close() {
    clearTimeout(this.timer);
  }

  /**
   * @param {Trace} trace
   * @param {number} h
   */
  tell(trace, h) {
    const { badge, where, weights, why, layers, preview, transport, player } = this.app;
    const name = announce(h);
    const text = preview ? `dragged, NLL ${number(trace.nllAt(h))}` : position(trace, h);
    const ended = preview ? "" : ending(trace, this.app.source.canRun, h);
    badge.textContent = h === trace.failed ? `${name} failed` : name;
    badge.dataset.name = nameOf(h);
    where.textContent = text + ended;
    weights.textContent = weightsOf(trace, h);
    why.textContent = explain(trace, h, layers.bound);
    why.classList.toggle("emx-alarm", h === trace.failed || (h === 0 && trace.failed > 0) || trace.rises(h));
    const { playing } = player;
    transport.show({ h, end: this.app.trace.last, playing, text: `${name}, ${text}` });
    clearTimeout(this.timer);
    if (!playing) this.timer = setTimeout(() => this._readOut(trace, h, text), SETTLED);
  }

  clear() {
    const { badge, where, weights, why, live, transport, note } = this.app;
    for (const part of [badge, where, weights, why]) part.textContent = "";
    delete badge.dataset.name;
    why.classList.remove("emx-alarm");
    transport.show({ h: 0, end: 0, playing: false, text: "no points yet" });
    clearTimeout(this.timer);
    live.textContent = note.textContent;
  }

  /**
   * @param {Trace} trace
   * @param {number} h
   * @param {string} text
   */
  _readOut(trace, h, text) {
    const { badge, where, why, live, left, right, config, data, layers } = this.app;
    live.textContent = `${badge.textContent}, ${where.textContent}. ${why.textContent}`;
    left.setAttribute("aria-label", describe(config, data, trace, h, layers));
    const [first, last] = [trace.nll[0], trace.nll[trace.nll.length - 1]].map(number);
    right.setAttribute(
      "aria-label",
      `The negative log-likelihood over ${Math.floor(trace.last / 2)} iterations, from ${first} to ${last}; marked: ${text}.`,
    );
    this.app.settled();
  }
}
