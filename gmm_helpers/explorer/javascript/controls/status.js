// The lines under the pictures: which half-step this is, and what it did; also for screen readers.

import { make } from "./dom.js";
import { PICTURES } from "./right_picture.js";
import { announce, curveInWords, describe, ending, explain, number, position, weightsOf } from "./words.js";
import { nameOf } from "../runs/trace.js";

/** @typedef {import("../app/scene.js").Scene} Scene */
/** @typedef {import("../runs/trace.js").Trace} Trace */

const SETTLED = 250; // milliseconds without a change, before it is read out

export class Status {
  /**
   * @param {{left: HTMLElement, right: HTMLElement}} pictures
   * @param {{show: (state: {h: number, end: number, isPlaying: boolean, text: string, why?: string}) => void}} transport
   * @param {() => void} settled is told when nothing has moved for a moment
   */
  constructor(pictures, transport, settled) {
    this.pictures = pictures;
    this.transport = transport;
    this.settled = settled;
    this.timer = 0;
    /** @type {unknown[]} */
    this.told = [];
    this.isDue = false; // what is told has not been read out yet
    this.badge = make("strong", { class: "emx-badge" });
    this.where = make("span", { class: "emx-where" });
    this.weights = make("span", {
      class: "emx-weights",
      title: "mixture weights of components 0, 1, 2 and so on",
    });
    this.why = make("p", { class: "emx-why" });
    this.live = make("p", { class: "emx-hidden", role: "status" });
    this.line = make("div", { class: "emx-status" }, this.badge, this.where, this.weights);
    this.elements = [this.line, this.why, this.live];
  }

  close() {
    clearTimeout(this.timer);
  }

  /**
   * @param {Scene} scene
   * @param {Trace} trace what is seen: the run, or that from where a component is dragged to
   * @param {number} h
   * @param {string} [caption] of the right picture, if it is not the NLL by iteration
   * @param {boolean} [isMoving] whether this half-step is seen in slow motion, which is waited for
   */
  tell(scene, trace, h, caption = "", isMoving = false) {
    const { badge, where, weights, why } = this;
    const { dragged, isPlaying, canRun, layers } = scene;
    const name = announce(h);
    const text = dragged ? draggedTo(trace, h) : position(trace, h);
    badge.textContent = h === trace.failed ? `${name} failed` : name;
    badge.dataset.name = nameOf(h);
    where.textContent = text + (dragged ? "" : ending(trace, canRun, h));
    weights.textContent = weightsOf(trace, h);
    why.textContent = explain(trace, h, layers.bound);
    const isAlarm = h === trace.failed || (h === 0 && trace.failed > 0) || trace.rises(h);
    why.classList.toggle("emx-alarm", isAlarm);
    this.transport.show({ h, end: trace.last, isPlaying, text: `${name}, ${text}` });
    const now = [trace, h, isPlaying, where.textContent, why.textContent, caption];
    const isSame = now.every((value, at) => value === this.told[at]);
    this.told = now;
    // A map that grows, or k-means, draws the same half-step again and again: it is read out once
    // without waiting for them, and again at their end.
    if (isSame && this.isDue && !isMoving) return;
    clearTimeout(this.timer);
    this.isDue = !isPlaying && (!isSame || this.isDue);
    if (!isPlaying)
      this.timer = window.setTimeout(() => this._readOut(scene, trace, h, text, caption), SETTLED);
  }

  /** @param {string} why there is nothing to see */
  clear(why) {
    for (const part of [this.badge, this.where, this.weights, this.why]) part.textContent = "";
    delete this.badge.dataset.name;
    this.why.classList.remove("emx-alarm");
    this.transport.show({ h: 0, end: 0, isPlaying: false, text: "no points yet", why });
    clearTimeout(this.timer);
    this.told = [];
    this.isDue = false;
    this.live.textContent = why;
  }

  /**
   * @param {Scene} scene
   * @param {Trace} trace
   * @param {number} h
   * @param {string} text
   * @param {string} caption
   */
  _readOut(scene, trace, h, text, caption) {
    const { badge, where, why, live, pictures } = this;
    this.isDue = false;
    live.textContent = `${badge.textContent}, ${where.textContent}. ${why.textContent} ${caption}`.trim();
    pictures.left.setAttribute("aria-label", describe(scene.choice, trace, h, scene.layers));
    if (caption) {
      const name = PICTURES[scene.layers.picture ?? ""];
      pictures.right.setAttribute("aria-label", `${name[0].toUpperCase()}${name.slice(1)}. ${caption}`);
      this.settled();
      return;
    }
    pictures.right.setAttribute("aria-label", curveInWords(trace, text));
    this.settled();
  }
}

/**
 * @param {Trace} trace
 * @param {number} h
 */
function draggedTo(trace, h) {
  const flaw = trace.failed >= 0 ? " fails" : trace.judged.flaw && " collapses";
  const end = flaw || ` ends at ${number(trace.nll[trace.nll.length - 1])}`;
  return `dragged, NLL ${number(trace.nllAt(h))}${trace.isRunning ? "" : `; from here EM${end}`}`;
}
