// Finds the run of what is chosen, and has it shown: at once as far as it is known, then what follows.

import { Waiting } from "./waiting.js";
import { OWN_START, runKey, tableKey } from "../runs/choice.js";
import { NO_POINTS } from "../runs/datasets.js";
import { MISSING } from "../runs/own_steps.js";
import { Runs } from "../runs/runs.js";

/** @typedef {import("../runs/choice.js").Choice} Choice */
/** @typedef {import("../runs/trace.js").Trace} Trace */

/**
 * What is needed of the explorer.
 * @typedef {object} Shower
 * @property {import("./scene.js").Scene} scene
 * @property {import("./layout.js").Layout} layout
 * @property {import("./screen.js").Screen} screen
 * @property {import("./limits.js").Limits} limits
 * @property {import("../compare/comparison.js").Comparison} comparison
 * @property {{letGo: () => void}} drag
 * @property {import("./basins.js").Basins} basins
 * @property {{pause: () => void}} player
 */

const PATIENCE = 200; // milliseconds without a change, before Python is asked for more of a long run
const AFTER = 20; // milliseconds after a first picture, before the rest of its run is asked for
const SO_FAR = "This is the run so far.";
const ONE_K = "A start of your own fits one K only: there are no other runs to compare it with.";

export class Showing {
  /**
   * @param {Shower} app
   * @param {{max_iter: number, counts: number[], seeds: number[]}} options
   * @param {{datasets: import("../runs/datasets.js").Datasets, own: import("../runs/own_steps.js").OwnSteps | null}} sources
   */
  constructor(app, options, { datasets, own }) {
    this.app = app;
    this.options = options;
    this.own = own;
    this.runs = new Runs(datasets, options.max_iter, (message) => this._heard(message));
    this.waiting = new Waiting(app.layout.element, app.layout.problem);
    this.remark = "";
    this.compared = ""; // the atlas that is being filled
    /** @type {Choice | null} */
    this.shown = null; // of which the pictures are
    this.wanted = app.scene.h; // where to stand, once a run is long enough
    this.isAtEnd = false; // who stands at the end of a run stays there
    this.touched = this.asking = this.following = 0;
    this.isClosed = false;
    /** @param {Choice} of */
    this.answered = (of) => this._answered(of);
    own?.listeners.add(this.answered);
  }

  close() {
    this.isClosed = true;
    this.own?.listeners.delete(this.answered);
    this.runs.close();
    this.waiting.end();
    clearTimeout(this.asking);
    clearTimeout(this.following);
  }

  /** @param {string} [remark] about what was just chosen */
  load(remark = "") {
    const { scene, layout, drag } = this.app;
    this.remark = remark;
    this.touched = performance.now();
    drag.letGo();
    this.waiting.end();
    layout.problem.textContent = ""; // of another choice; what follows of the same run leaves it
    clearTimeout(this.asking);
    if (scene.isEmpty) this._showNothing();
    else this._showChoice();
    // After the pictures: a font is set into a canvas at once only while no element has changed.
    layout.showChoice(scene.choice);
  }

  _showChoice() {
    const { scene } = this.app;
    try {
      if (this.own) this._loadOwn(this.own);
      else {
        this._show(this.runs.of(scene.choice));
        this._followSoon(scene.choice);
      }
      this.compare();
    } catch (error) {
      this._showProblem(/** @type {Error} */ (error).message);
    }
  }

  /**
   * Has the rest of a run computed; what is dragged meanwhile comes first.
   * @param {Choice} choice
   */
  _followSoon(choice) {
    const { scene } = this.app;
    clearTimeout(this.following);
    this.following = window.setTimeout(() => {
      if (scene.dragged) this._followSoon(choice);
      else if (scene.choice === choice) this.runs.follow(choice);
    }, AFTER);
  }

  /**
   * Whether a choice can be shown: without Python there are no other runs of one's own functions.
   * @param {Choice} choice
   */
  has(choice) {
    return !this.own || this.app.scene.canRun || this.own.of(choice) !== undefined;
  }

  // More samples have come than were kept.
  forget() {
    this.runs.forget();
    this.own?.answers.clear();
    this.compared = "";
    this.load();
  }

  /** @param {import("../runs/own_steps.js").OwnSteps} own */
  _loadOwn(own) {
    const { choice, canRun } = this.app.scene;
    const answer = own.of(choice);
    if (answer && "problem" in answer) {
      this._showProblem(answer.problem);
      return;
    }
    if (answer) this._show(answer.trace);
    if (answer && !answer.trace.isRunning && !answer.trace.data.isPart) return;
    if (canRun) {
      this.waiting.begin(answer && SO_FAR);
      own.ask(choice);
    } else if (!answer) {
      this._showProblem(MISSING);
    }
  }

  /**
   * A long run of somebody's own functions comes in pieces, each asked for anew, the second after a
   * moment: so another choice need not wait for the end of this one.
   * @param {Choice} of
   */
  _answered(of) {
    const { choice } = this.app.scene;
    if (this.isClosed || runKey(of) !== runKey(choice)) return;
    this.waiting.end();
    const answer = this.own?.of(choice);
    if (!answer) return;
    if ("problem" in answer) {
      this._showProblem(answer.problem);
      return;
    }
    this._show(answer.trace);
    if (!answer.trace.isRunning) return;
    this.waiting.begin(SO_FAR);
    const wait = Math.max(this.touched + PATIENCE - performance.now(), 0);
    this.asking = window.setTimeout(() => this.own?.ask(this.app.scene.choice), wait);
  }

  /** @param {import("../runs/workbench.js").Message} message */
  _heard(message) {
    const { scene, layout, screen, comparison } = this.app;
    if (this.isClosed) return;
    if (message.kind === "ten") comparison.heard(message);
    else if (message.kind === "row" && message.key === tableKey(scene.choice)) {
      layout.atlas.showRow(message.n_components, message.row, message.ends);
    } else if (message.kind === "selection" && message.key === tableKey(scene.choice)) {
      layout.atlas.selection.show(message.n_components, message);
    } else if (message.kind === "run" && message.key === runKey(scene.choice) && !this.own && scene.trace) {
      this._show(scene.trace, false);
    } else if (message.kind === "ends") {
      this.app.basins.hear(message);
    } else if (message.kind === "run") screen.redraw(); // from where one drags, or beside one's own steps
  }

  /**
   * @param {Trace} trace
   * @param {boolean} [atOnce] whether somebody has just asked for it
   */
  _show(trace, atOnce = true) {
    const { scene, layout, screen, comparison } = this.app;
    scene.h = this.isAtEnd ? trace.last : Math.min(this.wanted, trace.last);
    if (!trace.isRunning) this.wanted = scene.h;
    scene.trace = trace;
    scene.data = trace.data;
    this.shown = scene.choice;
    comparison.load(trace);
    screen.redraw(atOnce);
    layout.layers.show(trace.data);
    layout.picture.show(trace.K, trace.data.D);
    this.showNote();
  }

  /** @param {string} problem */
  _showProblem(problem) {
    const { scene, layout, screen, player } = this.app;
    player.pause();
    scene.dragged = null;
    const kept = scene.trace ? " Still showing the previous pictures." : "";
    layout.problem.textContent = problem[0].toUpperCase() + problem.slice(1) + kept;
    screen.redraw();
  }

  _showNothing() {
    const { scene, layout, screen, player } = this.app;
    player.pause();
    scene.trace = scene.data = scene.dragged = null;
    scene.h = this.wanted = 0;
    layout.note.textContent = NO_POINTS;
    layout.own.offer();
    screen.redraw(true);
    this.compare();
  }

  showNote() {
    const { scene, layout, limits } = this.app;
    const parts = [this.remark, scene.data?.note, scene.trace?.judged.ridge, limits.reason];
    layout.note.textContent = parts.filter(Boolean).join(" ");
  }

  // Fills the atlas, where it is open.
  compare() {
    const { scene, layout } = this.app;
    const { atlas } = layout;
    const key = tableKey(scene.choice);
    if (atlas.element.hidden || key === this.compared) return;
    this.compared = key;
    if (scene.isEmpty || scene.choice.start === OWN_START) {
      this.runs.stopComparing();
      atlas.clear(scene.isEmpty ? NO_POINTS : ONE_K);
      return;
    }
    atlas.clear(this.own ? "These are the runs of the right E- and M-step." : "");
    this.runs.compare(scene.choice, this.options.counts, this.options.seeds);
  }

  // Opens or closes the atlas; returns whether it is open.
  toggleAtlas() {
    const { atlas } = this.app.layout;
    this.compared = "";
    if (atlas.element.hidden) {
      atlas.open(() => this.compare()); // its workers would keep the first frames waiting
    } else {
      atlas.close();
      this.runs.stopComparing();
    }
    return !atlas.element.hidden;
  }
}
