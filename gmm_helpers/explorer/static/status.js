// The lines under the pictures: which half-step this is, and what it did; also for screen readers.

import { nameOf } from "./trace.js";
import { ENDS, announce, describe, explain, number, position } from "./words.js";

const SETTLED = 250; // milliseconds without a change, before it is read out

export class Status {
  constructor(app) {
    this.app = app;
    this.timer = 0;
  }

  close() {
    clearTimeout(this.timer);
  }

  tell(trace, h) {
    const { badge, where, why, layers, preview, transport, player } = this.app;
    const name = announce(h);
    const text = preview ? `dragged, NLL ${number(trace.nllAt(h))}` : position(trace, h);
    const ended = h === trace.last && !preview ? `, ${ENDS[trace.words.ended]}` : "";
    badge.textContent = h === trace.failed ? `${name} failed` : name;
    badge.dataset.name = nameOf(h);
    where.textContent = text + ended;
    why.textContent = explain(trace, h, layers.bound);
    why.classList.toggle("emx-alarm", h === trace.failed || trace.rises(h));
    const { playing } = player;
    transport.show({ h, end: this.app.trace.last, playing, text: `${name}, ${text}` });
    clearTimeout(this.timer);
    if (!playing) this.timer = setTimeout(() => this._readOut(trace, h, text), SETTLED);
  }

  _readOut(trace, h, text) {
    const { badge, where, why, live, left, right, config, data, layers } = this.app;
    live.textContent = `${badge.textContent}, ${where.textContent}. ${why.textContent}`;
    left.setAttribute("aria-label", describe(config, data, trace, h, layers));
    const [first, last] = [trace.nll[0], trace.nll.at(-1)].map(number);
    right.setAttribute("aria-label",
      `The negative log-likelihood over ${Math.ceil(trace.last / 2)} iterations, from ${first} to ${last}; marked: ${text}.`);
  }
}
