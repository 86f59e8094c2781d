// Inside a half-step: slow motion, the touched sample, and beside the pictures the lines of the
// algorithm with their numbers.

import { make, tick } from "../controls/dom.js";
import { nameOf } from "../runs/trace.js";
import { Lines } from "./lines.js";
import { barsOf, inWords } from "./numbers.js";
import { drawOldMeans, drawThreads, meansIn, ring } from "./sketch.js";
import { Slow } from "./slow.js";
import { BarTable } from "./table.js";
import { threadsFrom, threadsOf } from "./threads.js";
import { countsOf } from "./shares.js";
import { Touch } from "./touch.js";

/** @typedef {import("../runs/trace.js").Trace} Trace */
/** @typedef {import("../drawing/look.js").Look} Look */
/** @typedef {import("../drawing/plane.js").Frame} Frame */
/** @typedef {import("./phases.js").Phase} Phase */
/**
 * What is needed of the explorer.
 * @typedef {object} Outside
 * @property {{isPlaying: boolean, h: number}} scene
 * @property {{left: HTMLCanvasElement, panels: HTMLElement[], stage: HTMLElement, foot: HTMLElement,
 *   element: HTMLElement, own: {isAdding: boolean}, transport: {element: HTMLElement}}} layout
 * @property {{plane: {framed: Frame}}} screen
 * @property {{component: number}} drag
 * @property {{controls: string[]}} options
 * @property {() => void} redraw
 */

const FORWARD = '[aria-keyshortcuts="ArrowRight"]';
const SETTLED = 300; // milliseconds without another sample, before it is read out

export class Inside {
  /** @param {Outside} app */
  constructor(app) {
    this.app = app;
    const { layout, drag, options } = app;
    this.slow = new Slow();
    this.touch = new Touch(layout.left, {
      framed: () => app.screen.plane.framed,
      isTaken: () => layout.own.isAdding || drag.component >= 0,
      changed: () => this._touched(),
    });
    this.lines = new Lines();
    this.bars = new BarTable();
    this.live = make("p", { class: "emx-hidden", role: "status" });
    this.card = make("div", { class: "emx-card", hidden: true });
    this.panel = make("div", { class: "emx-inside", hidden: true }, this.lines.element);
    this.toggleButton = make(
      "button",
      { type: "button", "aria-pressed": "false", onclick: () => this.open(!this.isOpen) },
      "Lines of the algorithm",
    );
    this.tick = tick("slow motion", (isOn) => this.setSlow(isOn), "what a half-step does, line by line");
    this.isNew = false;
    this.timer = 0;
    /** @type {{trace: Trace | null, h: number, counts: Float64Array, threads: import("./threads.js").Thread[]}} */
    this.known = { trace: null, h: -1, counts: new Float64Array(0), threads: [] };
    /** @type {{trace: Trace, seen: Trace, h: number, look: Look, phase: Phase} | null} */
    this.now = null;
    layout.panels[0].append(this.card);
    layout.stage.append(this.panel);
    layout.element.append(this.live);
    if (options.controls.includes("slow")) {
      layout.transport.element.append(this.tick.element);
      layout.foot.prepend(this.toggleButton);
    }
    for (const kind of ["keydown", "click"]) {
      layout.element.addEventListener(kind, (event) => this._skip(event), true);
    }
    this.open(false);
  }

  close() {
    clearTimeout(this.timer);
  }

  get isOpen() {
    return !this.panel.hidden;
  }

  /** @param {boolean} isOn */
  setSlow(isOn) {
    this.slow.isOn = isOn;
    this.slow.finish();
    if (isOn) this.open(true);
    this.app.redraw();
  }

  /** @param {boolean} isOpen */
  open(isOpen) {
    this.panel.hidden = !isOpen;
    this.toggleButton.setAttribute("aria-pressed", String(isOpen));
    this.app.layout.element.classList.toggle("emx-beside", isOpen);
    (isOpen ? this.panel : this.card).append(this.bars.element);
    this.app.redraw();
  }

  /**
   * Any key or click ends what moves; a step forward does no more than that.
   * @param {Event} event
   */
  _skip(event) {
    if (!this.slow.isMoving) return;
    this.slow.finish();
    this.app.redraw();
    const target = /** @type {Element} */ (event.target);
    const isForward = "key" in event ? event.key === "ArrowRight" : false;
    if (this.app.scene.isPlaying || !(isForward || target.closest(FORWARD))) return;
    event.preventDefault();
    event.stopPropagation();
  }

  _touched() {
    this.isNew = true;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this._readOut(), SETTLED);
    this.app.redraw();
  }

  _readOut() {
    const n = this.touch.sample;
    this.live.textContent = this.now && n >= 0 ? inWords(this.now.trace, this.now.h, n) : "";
  }

  /**
   * What is seen of a half-step at this moment.
   * @param {Trace} trace
   * @param {number} h
   * @param {Look} look
   */
  see(trace, h, look) {
    const phase = this.slow.phase(trace, h);
    const seen = this.slow.seen(trace, look, phase);
    this.now = { trace, seen: seen.trace, h, look, phase };
    return { ...seen, isMoving: this.slow.isMoving };
  }

  // There is nothing to see.
  clear() {
    this.now = null;
    this.card.hidden = true;
  }

  /**
   * The effective counts of an M-step, and the threads that are drawn.
   * @param {Trace} trace
   * @param {number} h
   */
  _fitted(trace, h) {
    if (this.known.trace !== trace || this.known.h !== h) {
      const r = trace.responsibilities(h) ?? [];
      const counts = countsOf(r, trace.K);
      this.known = { trace, h, counts, threads: threadsOf(r, trace.K, counts) };
    }
    return this.known;
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {Frame} framed
   */
  draw(context, framed) {
    if (!this.now) return;
    const { trace, seen, h, look, phase } = this.now;
    const { K, data } = trace;
    const on = { context, framed, look };
    const n = this.touch.sample;
    if (this.slow.isOn && nameOf(h) === "M" && h !== trace.failed) {
      const [from, to] = [h - 1, h].map((at) => meansIn(framed, trace.row(at), K, data.plane));
      const [grown, moved] = phase.done;
      drawThreads(on, this._fitted(trace, h).threads, to, grown, false);
      const r = seen.responsibilities(h);
      if (n >= 0 && r) drawThreads(on, threadsFrom(r, K, n), to, grown, true);
      drawOldMeans(on, from, to, moved);
    }
    if (n >= 0) ring(on, n);
  }

  // The lines and the numbers, once the pictures are drawn.
  tell() {
    if (!this.now) return;
    const { trace, seen, h, look, phase } = this.now;
    const n = this.touch.sample;
    const { isOpen } = this;
    this.card.hidden = isOpen || n < 0;
    if (this.card.hidden && !isOpen) return;
    this.lines.light(h, phase.line);
    const counts = isOpen && nameOf(h) === "M" && h !== trace.failed ? this._fitted(trace, h).counts : null;
    this.bars.show(barsOf(trace, seen, h, n, counts, phase), look.colors);
    if (this.slow.isMoving) this.bars.still();
    else if (this.isNew && n >= 0) this.bars.normalise();
    this.isNew = false;
    if (!isOpen && n >= 0) this._placeCard(n);
  }

  /**
   * In the corner that is farthest from the sample.
   * @param {number} n
   */
  _placeCard(n) {
    const { framed } = this.app.screen.plane;
    const { at, box } = framed;
    this.card.dataset.x = at[2 * n] < box.left + box.width / 2 ? "right" : "left";
    this.card.dataset.y = at[2 * n + 1] < box.top + box.height / 2 ? "bottom" : "top";
  }
}
