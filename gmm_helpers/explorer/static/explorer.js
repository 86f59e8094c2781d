// The explorer: holds what is chosen and where one stands, and has the rest drawn.

import { Chart } from "./chart.js";
import { SPEEDS } from "./controls.js";
import { Filler } from "./filler.js";
import { actionOf } from "./keys.js";
import { layout } from "./layout.js";
import { lookOf } from "./look.js";
import { Own } from "./own.js";
import { Plane } from "./plane.js";
import { nameOf } from "./trace.js";
import { ENDS, announce, describe, explain, number, position } from "./words.js";

const SETTLED = 250; // milliseconds without a change, before it is read out
const PATIENCE = 200; // milliseconds without a change, before the rest of a long run is computed
const FRAME = 1000 / 60;

export class Explorer {
  constructor(options, config, source, onchange = () => {}) {
    Object.assign(this, { options, config, source, store: source.store, onchange });
    this.layers = { ...options.layers };
    this.h = options.half_step;
    this.trace = this.data = this.preview = null;
    this.playing = false;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.speed = calm ? Math.min(options.speed, 1) : options.speed;
    this.drawn = this.touched = this.drawnAt = this.frame = 0;
    Object.assign(this, layout(this));
    this.plane = new Plane(this.left);
    this.chart = new Chart(this.right);
    this.filler = new Filler(this, this.atlas);
    this.own = new Own(this);
    this.ownPlace.append(this.own.element);
    this.element.classList.toggle("emx-large", options.large);
    this.element.explorer = this; // for those who want to look behind it from a console
    if (!source.canRun) this._limit();
    this._watch();
    this.load();
  }

  // What a page on disk cannot do is switched off, and it says why.
  _limit() {
    const { data, start } = this.config;
    this.reason =
      `This page holds runs of the data ${data} from the start ${start}; other choices, dragging ` +
      "and adding points need Python.";
    this.controls.fix(this.reason);
    this.own.disable(this.reason);
  }

  _watch() {
    this.element.addEventListener("keydown", (event) => this._key(event));
    // After a click the keys should work on the pictures; who uses Tab keeps the focus.
    this.element.addEventListener("click", (event) => {
      const kind = event.target.closest?.("button, canvas, input[type=checkbox], input[type=range]");
      const byMouse = event.detail > 0 && kind && !kind.closest(".emx-atlas, .emx-own");
      if (byMouse) this.stage.focus({ preventScroll: true });
    });
    this.sizes = new ResizeObserver(() => this._resize());
    for (const canvas of [this.left, this.right]) this.sizes.observe(canvas.parentElement);
    this.themes = new MutationObserver(() => this._restyle());
    this.themes.observe(document.body, { attributes: true });
    this.scheme = matchMedia("(prefers-color-scheme: dark)");
    this.restyle = () => this._restyle();
    this.scheme.addEventListener("change", this.restyle);
  }

  close() {
    this.pause();
    this.closed = true;
    this.filler.close();
    this.sizes.disconnect();
    this.themes.disconnect();
    this.scheme.removeEventListener("change", this.restyle);
    cancelAnimationFrame(this.frame);
  }

  _resize() {
    const scale = window.devicePixelRatio || 1;
    for (const canvas of [this.left, this.right]) {
      const { clientWidth, clientHeight } = canvas.parentElement;
      const [width, height] = [Math.round(clientWidth * scale), Math.round(clientHeight * scale)];
      if (!width || !height || (canvas.width === width && canvas.height === height)) continue;
      canvas.width = width;
      canvas.height = height;
    }
    this._restyle();
    if (this.look) this._draw(); // at once: a resized canvas is empty
  }

  _restyle() {
    if (!this.element.isConnected || !this.left.clientWidth) return;
    this.look = lookOf(this.stage, this.left.width / this.left.clientWidth);
    this.element.style.setProperty("--emx-e", this.look.E);
    this.element.style.setProperty("--emx-m", this.look.M);
    this.element.style.setProperty("--emx-badge-ink", this.look.dark ? "#000" : "#fff");
    this.redraw();
  }

  // What is chosen.

  change(patch) {
    const config = { ...this.config, ...patch };
    if (patch.n_components && config.start === "own start") {
      config.start = this.options.starts.find((start) => start !== "own start");
    }
    this.config = config;
    this.load(); // first: what Python is to compute should not wait for what it is told
    this.onchange(config);
  }

  // Shows the run of the present choice: at once if it is here, else when it comes.
  load() {
    const { config } = this;
    this.touched = performance.now();
    this.controls.show(config);
    this.filler.follow();
    const known = this.store.get(config);
    if (known) this._show(known);
    if (known && known.trace.words.ended !== "running") return;
    this.element.setAttribute("aria-busy", "true");
    this._ask(config);
  }

  // A long run comes in pieces, each asked for anew, the second after a moment: so another choice
  // need not wait for the end of this one.
  _ask(config) {
    this.source.ask(config, this.filler.shown, (answer) => {
      if (this.closed || this.config !== config) return;
      this._show(answer);
      this.filler.showRow(config);
      if (answer.trace?.words.ended !== "running") return;
      const wait = Math.max(this.touched + PATIENCE - performance.now(), 0);
      setTimeout(() => this.config === config && !this.closed && this._ask(config), wait);
    });
  }

  _show({ trace, data, problem }) {
    this.element.removeAttribute("aria-busy");
    const kept = this.trace ? " The pictures are still those before." : "";
    this.problem.textContent = problem ? problem + kept : "";
    this.preview = null;
    if (problem) {
      this.pause();
      this.redraw();
      return;
    }
    const atEnd = this.trace && this.h > 1 && this.h === this.trace.last;
    trace.regCovar = this.config.reg_covar;
    this.trace = trace;
    this.data = data;
    this.h = atEnd ? trace.last : Math.min(this.h, trace.last);
    this.note.textContent = [data.note, this.reason].filter(Boolean).join(" ");
    this.layerControls.show(data);
    this.redraw(true);
  }

  say(problem) {
    this.problem.textContent = problem;
  }

  setLayers(patch) {
    Object.assign(this.layers, patch);
    this.redraw();
  }

  showPreview(trace) {
    this.preview = trace;
    this.redraw();
  }

  startFrom(row) {
    this.h = Math.min(this.h, 1);
    this.change({ start: "own start", own_start: Array.from(row) });
  }

  // Where one stands.

  go(h) {
    if (!this.trace) return;
    this.touched = performance.now();
    this.h = Math.min(Math.max(h, 0), this.trace.last);
    this.redraw(true);
  }

  move(by) {
    this.pause();
    this.go(this.h + by);
  }

  toggle() {
    if (this.playing) this.pause();
    else this.play();
  }

  play() {
    if (!this.trace) return;
    if (this.h === this.trace.last) this.h = 0;
    this.playing = true;
    this.stepped = performance.now();
    this.redraw();
  }

  pause() {
    if (!this.playing) return;
    this.playing = false;
    this.redraw();
  }

  setSpeed(speed) {
    this.speed = speed;
    this.transport.showSpeed(speed);
  }

  _advance(now) {
    const due = Math.floor(((now - this.stepped) * this.speed) / 1000 + 0.05);
    if (due < 1) return;
    this.stepped = now - this.stepped > 500 ? now : this.stepped + (due * 1000) / this.speed;
    this.go(this.h + due);
    if (this.h === this.trace.last && this.trace.words.ended !== "running") this.playing = false;
  }

  _key(event) {
    const { tagName, type } = event.target;
    const action = actionOf(event.key, { tag: tagName, type }, event.ctrlKey || event.metaKey || event.altKey);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    const [name, ...rest] = action;
    this[`_on_${name}`](...rest);
  }

  _on_move(by) {
    this.move(by);
  }

  _on_first() {
    this.go(0);
  }

  _on_last() {
    this.go(Infinity);
  }

  _on_play() {
    this.toggle();
  }

  _on_change(name, by) {
    const values = name === "seed" ? this.options.seeds : this.options.counts;
    if (!this.options.controls.includes(name)) return;
    const value = this.config[name] + by;
    if (values.includes(value)) this.change({ [name]: value });
  }

  _on_faster(by) {
    const at = SPEEDS.findIndex((speed) => speed >= this.speed);
    this.setSpeed(SPEEDS[Math.min(Math.max(at + by, 0), SPEEDS.length - 1)]);
  }

  _on_fullscreen() {
    this.toggleFullScreen();
  }

  toggleLarge() {
    const large = this.element.classList.toggle("emx-large");
    requestAnimationFrame(() => this._restyle());
    return large;
  }

  toggleFullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else this.element.requestFullscreen?.().catch(() => this.say("The browser does not allow full screen here."));
  }

  // Drawing: at most once a frame; what a key asks for is drawn at once, if no frame was just now.

  redraw(atOnce = false) {
    if (this.frame || !this.look) return;
    if (atOnce && !this.playing && performance.now() - this.drawnAt > FRAME) {
      this._draw();
      return;
    }
    this.frame = requestAnimationFrame((now) => {
      this.frame = 0;
      if (this.closed) return;
      if (this.playing) this._advance(now);
      this._draw();
      if (this.playing) this.redraw();
    });
  }

  _draw() {
    const { look, layers, data } = this;
    const trace = this.preview ?? this.trace;
    if (!data || !this.left.width) return;
    const h = this.preview ? Math.min(this.h, 1) : this.h;
    this.plane.draw({ data, trace, h, layers, look, keep: this.config.data === "own points" });
    const done = this.chart.draw({ trace: this.trace, h: this.preview ? 0 : this.h, layers, look });
    this._tell(trace, h);
    this.drawn += 1;
    this.drawnAt = performance.now();
    Object.assign(this.element.dataset, { halfStep: h, drawn: this.drawn });
    if (!done) this.redraw();
  }

  _tell(trace, h) {
    const name = announce(h);
    const text = this.preview ? `dragged, NLL ${number(trace.nllAt(h))}` : position(trace, h);
    const ended = h === trace.last && !this.preview ? `, ${ENDS[trace.words.ended]}` : "";
    this.badge.textContent = h === trace.failed ? `${name} failed` : name;
    this.badge.dataset.name = nameOf(h);
    this.where.textContent = text + ended;
    this.why.textContent = explain(trace, h, this.layers.bound);
    this.why.classList.toggle("emx-alarm", h === trace.failed || trace.rises(h));
    this.transport.show({ h, end: this.trace.last, playing: this.playing, text: `${name}, ${text}` });
    clearTimeout(this.telling);
    if (this.playing) return;
    this.telling = setTimeout(() => {
      this.live.textContent = `${this.badge.textContent}, ${this.where.textContent}. ${this.why.textContent}`;
      this.left.setAttribute("aria-label", describe(this.config, this.data, trace, h, this.layers));
      this.right.setAttribute("aria-label", `The negative log-likelihood over ${Math.ceil(trace.last / 2)} iterations, from ${trace.nll[0].toFixed(1)} to ${trace.nll.at(-1).toFixed(1)}; marked: ${text}.`);
    }, SETTLED);
  }
}
