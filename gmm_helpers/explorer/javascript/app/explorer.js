// @ts-nocheck: written anew with issue 17
// The explorer: holds what is chosen and where one stands, and has the rest drawn.

import { Chart } from "../drawing/chart.js";
import { Filler } from "./filler.js";
import { Keyboard } from "../controls/keys.js";
import { layout } from "../controls/layout.js";
import { Limits } from "./limits.js";
import { Own } from "../controls/own.js";
import { Plane } from "../drawing/plane.js";
import { Player } from "../controls/player.js";
import { Scrub } from "../controls/scrub.js";
import { Status } from "../controls/status.js";
import { Surroundings } from "./surroundings.js";
import { Waiting } from "./waiting.js";

const PATIENCE = 200; // milliseconds without a change, before the rest of a long run is computed
const SO_FAR = "This is the run so far.";
const FRAME = 1000 / 60;

export class Explorer {
  constructor(options, config, source, onchange = () => {}, onview = () => {}) {
    Object.assign(this, { options, config, source, store: source.store, onchange, onview });
    this.layers = { ...options.layers };
    this.h = options.half_step;
    this.trace = this.data = this.preview = null;
    this.drawn = this.touched = this.drawnAt = this.frame = 0;
    this.player = new Player(this, options.speed);
    Object.assign(this, layout(this));
    this.status = new Status(this);
    this.waiting = new Waiting(this);
    this.startBefore = options.starts.find((start) => start !== "own start");
    this.remark = "";
    this.plane = new Plane(this.left);
    this.chart = new Chart(this.right);
    this.filler = new Filler(this, this.atlas);
    this.own = new Own(this);
    this.scrub = new Scrub(this);
    this.ownPlace.append(this.own.element);
    this.element.classList.toggle("emx-large", options.large);
    this.element.explorer = this; // for those who want to look behind it from a console
    this.limits = new Limits(this);
    if (source.isPage) this.limits.ofPage();
    this.keyboard = new Keyboard(this);
    this.surroundings = new Surroundings(this);
    this.load();
  }

  close() {
    this.player.pause();
    this.closed = true;
    this.filler.close();
    this.keyboard.close();
    this.surroundings.close();
    this.status.close();
    this.waiting.end();
    cancelAnimationFrame(this.frame);
  }

  // What is chosen.

  change(patch) {
    const config = { ...this.config, ...patch };
    if (!this.source.has(config)) {
      this.controls.show(this.config);
      this.say(this.source.missing);
      return;
    }
    this.own.letGo();
    this.remark = "";
    if (config.n_components !== this.config.n_components && config.start === "own start") {
      config.start = this.startBefore;
      this.remark = `Your own start has another K: EM starts from ${config.start} again.`;
    }
    if (patch.data === "own points" && !patch.own_points) this.own.fit(config);
    if (config.start !== "own start") this.startBefore = config.start;
    this.config = config;
    this.load(); // first: what Python is to compute should not wait for what it is told
    this.onchange(config);
  }

  get isEmpty() {
    return this.config.data === "own points" && !this.config.own_points.length;
  }

  // Shows the run of the present choice: at once if it is here, else when it comes.
  load() {
    const { config } = this;
    this.touched = performance.now();
    this.controls.show(config);
    this.said.textContent = "";
    this.filler.follow();
    this.waiting.end();
    if (this.isEmpty) {
      this._showNothing();
      return;
    }
    const known = this.store.get(config);
    if (known) this._show(known);
    const whole = known && known.trace.words.ended !== "running" && !known.data.isPart;
    if (whole || (known && !this.source.canRun)) return;
    this.waiting.begin(known && SO_FAR);
    this._ask(config);
  }

  // A long run comes in pieces, each asked for anew, the second after a moment: so another choice
  // need not wait for the end of this one.
  _ask(config) {
    this.source.ask(
      config,
      this.filler.shown,
      (answer) => {
        if (this.closed || this.config !== config) return;
        if (answer.isLost) this.limits.ofKernel(false);
        else this._show(answer);
        this.filler.showRow(config);
        if (answer.trace?.words.ended !== "running") return;
        this.waiting.begin(SO_FAR);
        const wait = Math.max(this.touched + PATIENCE - performance.now(), 0);
        setTimeout(() => this.config === config && !this.closed && this._ask(config), wait);
      },
      true,
    );
  }

  _show({ trace, data, problem }) {
    this.waiting.end();
    const kept = this.trace ? " Still showing the previous pictures." : "";
    this.problem.textContent = problem ? problem + kept : "";
    this.preview = null;
    this.own.letGo();
    if (problem) {
      this.player.pause();
      this.redraw();
      return;
    }
    const atEnd = this.trace && this.h > 1 && this.h === this.trace.last;
    trace.regCovar = this.config.reg_covar;
    Object.assign(this, { trace, data, shown: this.config });
    this.h = atEnd ? trace.last : Math.min(this.h, trace.last);
    this.showNote();
    this.layerControls.show(data);
    this.redraw(true);
  }

  showNote() {
    const ridge = this.trace?.words.ridge;
    this.note.textContent = [this.remark, this.data?.note, ridge, this.limits.reason]
      .filter(Boolean)
      .join(" ");
  }

  _showNothing() {
    this.player.pause();
    this.trace = this.data = this.preview = null;
    this.problem.textContent = "";
    this.note.textContent =
      'There are no points yet: tick "a click adds a point" below, then click the picture.';
    this.h = 0;
    this.own.open();
    this.redraw(true);
  }

  // About what was just tried; a problem of the choice stays.
  say(text) {
    this.said.textContent = text;
  }

  // What is kept with the notebook, apart from what is chosen.
  get view() {
    const large = this.element.classList.contains("emx-large");
    return { half_step: this.h, layers: this.layers, speed: this.player.speed, large };
  }

  // Nothing has moved for a moment.
  settled() {
    this.onview(this.view);
    this.limits.keepStills();
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

  // From where somebody has put the marker, nothing plays on.
  jump(h) {
    this.player.pause();
    this.go(h);
  }

  move(by) {
    this.jump(this.h + by);
  }

  // Drawing: at most once a frame; what a key asks for is drawn at once, if no frame was just now.

  redraw(atOnce = false) {
    if (this.frame || !this.look) return;
    if (atOnce && !this.player.playing && performance.now() - this.drawnAt > FRAME) {
      this.draw();
      return;
    }
    this.frame = requestAnimationFrame((now) => {
      this.frame = 0;
      if (this.closed) return;
      this.player.advance(now);
      this.draw();
      if (this.player.playing) this.redraw();
    });
  }

  draw() {
    const { look, layers, data } = this;
    if (!this.left.width) return;
    if (this.isEmpty) {
      this.plane.clear(look);
      this.chart.draw({ trace: null, look });
      this.status.clear();
      this._drawn(0);
      return;
    }
    if (!data) return;
    const trace = this.preview ?? this.trace;
    const h = this.preview ? Math.min(this.h, 1) : this.h;
    this.plane.draw({ data, trace, h, layers, look, keep: this.config.data === "own points" });
    const marked = !this.preview; // what is dragged has no place in the run before
    const done = this.chart.draw({ trace: this.trace, h: this.h, layers, look, marked });
    this.status.tell(trace, h);
    this._drawn(h);
    if (!done) this.redraw();
  }

  _drawn(h) {
    this.drawn += 1;
    this.drawnAt = performance.now();
    Object.assign(this.element.dataset, { halfStep: h, drawn: this.drawn });
  }
}
