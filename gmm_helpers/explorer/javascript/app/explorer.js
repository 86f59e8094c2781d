// The explorer: holds what is chosen and where one stands, and has the rest drawn.

import { Layout } from "./layout.js";
import { Limits } from "./limits.js";
import { Surroundings } from "./surroundings.js";
import { Waiting } from "./waiting.js";
import { Drag } from "../controls/drag.js";
import { Keyboard } from "../controls/keys.js";
import { Player } from "../controls/player.js";
import { scrub } from "../controls/scrub.js";
import { Chart } from "../drawing/chart.js";
import { Plane } from "../drawing/plane.js";
import { OWN_POINTS, OWN_START, runKey, tableKey } from "../runs/choice.js";
import { NO_POINTS } from "../runs/datasets.js";
import { MISSING } from "../runs/own_steps.js";
import { Runs } from "../runs/runs.js";

/** @typedef {import("../runs/choice.js").Choice} Choice */
/** @typedef {import("../runs/trace.js").Trace} Trace */
/** @typedef {import("./scene.js").Scene} Scene */

const PATIENCE = 200; // milliseconds without a change, before Python is asked for more of a long run
const FRAME = 1000 / 60;
const WHILE_DRAGGED = 12; // milliseconds of a frame for the run from where a component is dragged to

export class Explorer {
  /**
   * @param {any} options as from options.py
   * @param {Choice} choice
   * @param {{datasets: import("../runs/datasets.js").Datasets, own: import("../runs/own_steps.js").OwnSteps | null}} sources
   * @param {{onchoice?: (choice: Choice) => void, onview?: (view: object) => void}} [tell]
   */
  constructor(options, choice, { datasets, own }, { onchoice = () => {}, onview = () => {} } = {}) {
    this.options = options;
    this.datasets = datasets;
    this.own = own;
    this.onchoice = onchoice;
    this.onview = onview;
    /** @type {Scene} */
    this.scene = {
      choice,
      data: null,
      trace: null,
      h: options.half_step,
      dragged: null,
      layers: { ...options.layers },
      isPlaying: false,
      canRun: true,
    };
    this.runs = new Runs(datasets, options.max_iter, (message) => this._heard(message));
    this.isAtEnd = false;
    this.drawn = this.touched = this.drawnAt = this.frame = this.asking = 0;
    this.startBefore = options.starts.find((/** @type {string} */ start) => start !== OWN_START);
    this.remark = "";
    /** @type {import("../drawing/look.js").Look | null} */
    this.look = null;
    this.compared = ""; // the atlas that is being filled
    this.player = new Player(this, options.speed);
    this.layout = new Layout(options, this);
    this.element = this.layout.element;
    this.waiting = new Waiting(this.element, this.layout.problem);
    this.limits = new Limits(this.layout, () => this.showNote());
    this.plane = new Plane(this.layout.left);
    this.chart = new Chart(this.layout.right);
    this.drag = new Drag(this.layout.left, this);
    scrub(
      this.layout.right,
      (px) => this.chart.halfStepAt(px),
      (h) => this.jump(h),
    );
    this.keyboard = new Keyboard(this.element, this.layout.stage, options, this);
    this.surroundings = new Surroundings(this.layout, this);
    Object.assign(this.element, { explorer: this }); // for those who want to look behind it from a console
    /** @param {Choice} of */
    this.answered = (of) => this._answered(of);
    own?.listeners.add(this.answered);
    this.load();
  }

  close() {
    this.player.pause();
    this.closed = true;
    this.own?.listeners.delete(this.answered);
    this.runs.close();
    this.keyboard.close();
    this.surroundings.close();
    this.layout.status.close();
    this.waiting.end();
    clearTimeout(this.asking);
    cancelAnimationFrame(this.frame);
  }

  // What is chosen.

  get choice() {
    return this.scene.choice;
  }

  /** @param {Partial<Choice>} patch */
  choose(patch) {
    const before = this.choice;
    const choice = { ...before, ...patch };
    this.drag.letGo();
    this.remark = "";
    if (choice.n_components !== before.n_components && choice.start === OWN_START && !patch.own_start) {
      choice.start = this.startBefore;
      this.remark = `Your own start has another K: EM starts from ${choice.start} again.`;
    }
    if (patch.data === OWN_POINTS && !patch.own_points) this.layout.own.fit(choice);
    if (choice.start !== OWN_START) this.startBefore = choice.start;
    this.scene.choice = choice;
    this.load();
    this.onchoice(choice);
  }

  /**
   * Another view, or Python, has chosen.
   * @param {Choice} choice
   */
  adopt(choice) {
    if (JSON.stringify(choice) === JSON.stringify(this.choice)) return;
    this.scene.choice = choice;
    this.load();
  }

  // More samples have come than were kept.
  forget() {
    this.runs.forget();
    this.own?.answers.clear();
    this.compared = "";
    this.load();
  }

  get isEmpty() {
    return this.choice.data === OWN_POINTS && !this.choice.own_points.length;
  }

  // Shows the run of the present choice: at once as far as it is known, then what follows.
  load() {
    const { choice, layout } = this;
    this.touched = performance.now();
    layout.showChoice(choice);
    this.waiting.end();
    clearTimeout(this.asking);
    if (this.isEmpty) {
      this._showNothing();
      return;
    }
    try {
      if (this.own) this._loadOwn();
      else {
        this._show(this.runs.of(choice));
        this.runs.follow(choice);
      }
      this._compare();
    } catch (error) {
      this._showProblem(/** @type {Error} */ (error).message);
    }
  }

  _loadOwn() {
    const { choice } = this;
    const answer = this.own?.of(choice);
    if (answer && "problem" in answer) {
      this._showProblem(answer.problem);
      return;
    }
    if (answer) this._show(answer.trace);
    if (answer && !answer.trace.isRunning && !answer.trace.data.isPart) return;
    if (this.scene.canRun) {
      this.waiting.begin(answer && "This is the run so far.");
      this.own?.ask(choice);
    } else if (!answer) {
      this._showProblem(MISSING);
    }
  }

  // A long run of somebody's own functions comes in pieces, each asked for anew, the second after a
  // moment: so another choice need not wait for the end of this one.
  /** @param {Choice} of */
  _answered(of) {
    if (this.closed || runKey(of) !== runKey(this.choice)) return;
    this.waiting.end();
    const answer = this.own?.of(this.choice);
    if (!answer) return;
    if ("problem" in answer) {
      this._showProblem(answer.problem);
      return;
    }
    this._show(answer.trace);
    if (!answer.trace.isRunning) return;
    this.waiting.begin("This is the run so far.");
    const wait = Math.max(this.touched + PATIENCE - performance.now(), 0);
    this.asking = window.setTimeout(() => this.own?.ask(this.choice), wait);
  }

  /** @param {import("../runs/workbench.js").Message} message */
  _heard(message) {
    if (this.closed) return;
    if (message.kind === "row" && message.key === tableKey(this.choice)) {
      this.layout.atlas.showRow(message.n_components, message.row);
    } else if (message.kind === "run" && message.key === runKey(this.choice) && this.scene.trace) {
      if (!this.own) this._show(this.scene.trace);
    }
  }

  /** @param {Trace} trace */
  _show(trace) {
    const { scene, layout } = this;
    scene.h = this.isAtEnd ? trace.last : Math.min(scene.h, trace.last);
    this.drag.letGo();
    Object.assign(scene, { trace, data: trace.data, dragged: null });
    layout.problem.textContent = "";
    this.showNote();
    layout.layers.show(trace.data);
    this.redraw(true);
  }

  /** @param {string} problem */
  _showProblem(problem) {
    this.player.pause();
    this.drag.letGo();
    this.scene.dragged = null;
    const kept = this.scene.trace ? " Still showing the previous pictures." : "";
    this.layout.problem.textContent = problem[0].toUpperCase() + problem.slice(1) + kept;
    this.redraw();
  }

  _showNothing() {
    this.player.pause();
    Object.assign(this.scene, { trace: null, data: null, dragged: null, h: 0 });
    this.layout.problem.textContent = "";
    this.layout.note.textContent = NO_POINTS;
    this.layout.own.open();
    this.redraw(true);
  }

  showNote() {
    const { trace, data } = this.scene;
    const parts = [this.remark, data?.note, trace?.judged.ridge, this.limits.reason];
    this.layout.note.textContent = parts.filter(Boolean).join(" ");
  }

  // The atlas.

  toggleAtlas() {
    const { atlas } = this.layout;
    atlas.element.hidden = !atlas.element.hidden;
    if (atlas.element.hidden) this.runs.stopComparing();
    this.compared = "";
    this._compare();
    return !atlas.element.hidden;
  }

  _compare() {
    const { choice, options, own } = this;
    const { atlas } = this.layout;
    const key = tableKey(choice);
    if (atlas.element.hidden || key === this.compared) return;
    this.compared = key;
    if (choice.start === OWN_START) {
      this.runs.stopComparing();
      atlas.clear("A start of your own fits one K only: there are no other runs to compare it with.");
      return;
    }
    atlas.clear(own ? "These are the runs of the right E- and M-step." : "");
    this.runs.compare(choice, options.counts, options.seeds);
  }

  // What somebody does.

  /**
   * About what was just tried; a problem of the choice stays.
   * @param {string} text
   */
  say(text) {
    this.layout.said.textContent = text;
  }

  /** @param {Partial<import("../drawing/look.js").Layers>} patch */
  setLayers(patch) {
    Object.assign(this.scene.layers, patch);
    this.redraw();
  }

  /**
   * While a component is dragged, the whole run from there is seen.
   * @param {Float64Array | null} row
   */
  dragTo(row) {
    const { scene, choice } = this;
    if (row && scene.data) scene.dragged = this.runs.from(row, scene.data, choice, WHILE_DRAGGED);
    else scene.dragged = null;
    this.redraw();
  }

  /** @param {Float64Array} row */
  startFrom(row) {
    this.scene.h = Math.min(this.scene.h, 1);
    this.isAtEnd = false;
    this.choose({ start: OWN_START, own_start: Array.from(row) });
  }

  /** @param {number} h */
  go(h) {
    const { scene } = this;
    if (!scene.trace) return;
    this.touched = performance.now();
    scene.h = Math.min(Math.max(h, 0), scene.trace.last);
    this.isAtEnd = scene.h > 1 && scene.h === scene.trace.last;
    this.redraw(true);
  }

  /**
   * From where somebody has put the marker, nothing plays on.
   * @param {number} h
   */
  jump(h) {
    this.player.pause();
    this.go(h);
  }

  /** @param {number} by */
  move(by) {
    this.jump(this.scene.h + by);
  }

  /** @param {number} speed */
  setSpeed(speed) {
    this.player.speed = speed;
    this.layout.transport.showSpeed(speed);
  }

  /** @param {boolean} alive whether there is a kernel */
  setKernel(alive) {
    if (!this.own || alive === this.scene.canRun) return;
    this.scene.canRun = alive;
    this.waiting.end();
    this.limits.ofKernel(alive);
    if (alive || !this.own.of(this.choice)) this.load();
    else this.redraw();
  }

  // What is kept with the notebook, apart from what is chosen.
  get view() {
    const { h, layers } = this.scene;
    return { half_step: h, layers, speed: this.player.speed, large: this.layout.isLarge };
  }

  // Nothing has moved for a moment.
  settled() {
    this.onview(this.view);
    this.limits.keepStills();
  }

  // Drawing: at most once a frame; what a key asks for is drawn at once, if no frame was just now.

  redraw(atOnce = false) {
    if (this.frame || !this.look) return;
    if (atOnce && !this.player.isPlaying && performance.now() - this.drawnAt > FRAME) {
      this.draw();
      return;
    }
    this.frame = requestAnimationFrame((now) => {
      this.frame = 0;
      if (this.closed) return;
      this.player.advance(now);
      this.draw();
      if (this.player.isPlaying) this.redraw();
    });
  }

  draw() {
    const { look, scene, layout } = this;
    if (!look || !layout.left.width) return;
    if (this.isEmpty) {
      this.plane.clear(look);
      this.chart.clear(look);
      layout.status.clear(NO_POINTS);
      this._drawn(0);
      return;
    }
    const { data, dragged, layers } = scene;
    const trace = dragged ?? scene.trace;
    if (!data || !trace) return;
    const h = dragged ? Math.min(scene.h, 1) : scene.h;
    this.plane.draw({
      data,
      trace,
      h,
      layers,
      look,
      keep: this.choice.data === OWN_POINTS,
      showsEnd: Boolean(dragged),
    });
    const done = this.chart.draw({ trace, h, layers, look, marked: true });
    layout.status.tell(scene, trace, h);
    this._drawn(h);
    if (!done) this.redraw();
  }

  /** @param {number} h */
  _drawn(h) {
    this.drawn += 1;
    this.drawnAt = performance.now();
    Object.assign(this.element.dataset, { halfStep: String(h), drawn: String(this.drawn) });
  }
}
