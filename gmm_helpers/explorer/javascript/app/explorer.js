// The explorer: its parts put together, and what somebody does with them.

import { Basins } from "./basins.js";
import { Choosing } from "./choosing.js";
import { Layout } from "./layout.js";
import { Limits } from "./limits.js";
import { Presenter } from "./presenter.js";
import { Scene } from "./scene.js";
import { Dragging } from "./dragging.js";
import { Screen } from "./screen.js";
import { Showing } from "./showing.js";
import { Surroundings } from "./surroundings.js";
import { Drag } from "../controls/drag.js";
import { Comparison } from "../compare/comparison.js";
import { Inside } from "../motion/inside.js";
import { Keyboard } from "../controls/keys.js";
import { Player } from "../controls/player.js";
import { scrub } from "../controls/scrub.js";
import { Stories } from "../stories/stories.js";
import { OWN_START } from "../runs/choice.js";
import { MISSING } from "../runs/own_steps.js";
import { axisFor } from "../charts/axis.js";
import { stateFrom } from "../sharing/seen.js";

/** @typedef {import("../runs/choice.js").Choice} Choice */
/** @typedef {import("../runs/datasets.js").Datasets} Datasets */
/** @typedef {import("../runs/own_steps.js").OwnSteps} OwnSteps */

const MOST_IN_NOTEBOOK = 5000;

export class Explorer {
  /**
   * @param {any} options as from options.py
   * @param {Choice} choice
   * @param {{datasets: Datasets, own: OwnSteps | null}} sources
   * @param {{onchoice?: (choice: Choice) => void, onview?: (view: object) => void}} [tell]
   */
  constructor(options, choice, sources, { onchoice = () => {}, onview = () => {} } = {}) {
    this.options = options;
    this.onchoice = onchoice;
    this.onview = onview;
    if (options.labels) sources.datasets.describe(choice.own_points, { labels: options.labels, note: "" });
    this.scene = new Scene(choice, options.half_step, options.layers);
    this.choosing = new Choosing(this, options.starts);
    this.player = new Player(this, options.speed);
    this.comparison = new Comparison(this);
    this.stories = new Stories(this);
    this.layout = new Layout(options, this);
    this.element = this.layout.element;
    this.screen = new Screen(this.layout, this.scene, this.comparison, (now) => {
      this.dragging.compute();
      this.player.advance(now);
    });
    this.limits = new Limits(this.layout, () => this.showing.showNote());
    this.drag = new Drag(this.layout.left, this);
    this.inside = this.screen.inside = new Inside(this);
    this.basins = new Basins(this.layout.left, this, options.has_own_steps);
    this.layout.addBasins(this.basins.panel.element);
    this.screen.map = this.basins;
    this.showing = new Showing(this, options, sources);
    this.dragging = new Dragging(this.scene, this.showing.runs, this.screen);
    scrub(
      this.layout.right,
      (px) => this.screen.chart.halfStepAt(px),
      (h) => this.jump(h),
    );
    this.keyboard = new Keyboard(this.element, this.layout.stage, options, this);
    this.surroundings = new Surroundings(this.layout, this.screen, (text) => this.say(text));
    this.presenter = new Presenter(this.layout, () => this.surroundings.resize());
    Object.assign(this.element, { explorer: this }); // for those who want to look behind it from a console
    this.showing.load();
    if (options.slow) this.inside.setSlow(true);
  }

  close() {
    this.player.pause();
    this.dragging.close();
    this.showing.close();
    this.screen.close();
    this.keyboard.close();
    this.surroundings.close();
    this.presenter.close();
    this.layout.status.close();
    this.inside.close();
  }

  // What is chosen.

  /** @param {Partial<Choice>} patch */
  choose(patch) {
    this.choosing.choose(patch);
  }

  /**
   * Goes to where EM ends, of another run.
   * @param {{n_components: number, seed: number}} patch
   */
  toEnd(patch) {
    this.player.pause();
    this.showing.isAtEnd = true;
    this.choose(patch);
  }

  /**
   * A table becomes the data.
   * @param {number[][]} points
   * @param {{labels: string[], note: string}} about
   */
  takePoints(points, about) {
    this.jump(0);
    this.choosing.takePoints(points, about);
  }

  // A notebook keeps one's own points as text.
  get mostPoints() {
    return this.limits.isAlone ? Infinity : MOST_IN_NOTEBOOK;
  }

  /**
   * Another view, or Python, has chosen.
   * @param {Choice} choice
   */
  adopt(choice) {
    this.choosing.adopt(choice);
  }

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
    this.layout.layers.set(this.scene.layers);
    this.layout.picture.fit();
    this.redraw();
  }

  // Where EM starts.

  /**
   * While a component is dragged, the whole run from there is seen.
   * @param {Float64Array | null} row
   */
  dragTo(row) {
    this.dragging.to(row);
  }

  /** @param {Float64Array} row */
  startFrom(row) {
    this.showing.wanted = Math.min(this.scene.h, 1);
    this.showing.isAtEnd = false;
    this.choose({ start: OWN_START, own_start: Array.from(row) });
  }

  // Where one stands.

  /** @param {number} h */
  go(h) {
    const { scene, showing, inside } = this;
    if (!scene.trace) return;
    showing.touched = performance.now();
    const before = scene.h;
    scene.h = showing.wanted = Math.min(Math.max(h, 0), scene.trace.last);
    if (scene.h === before + 1) inside.slow.begin(scene.trace, scene.h);
    showing.isAtEnd = scene.h > 1 && scene.h === scene.trace.last;
    this.screen.redraw(true);
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

  redraw() {
    this.screen.redraw();
  }

  /** @param {boolean} isAlive whether there is a kernel */
  setKernel(isAlive) {
    if (this.limits.isAlone === isAlive) this.redraw(); // then images are kept, or no longer
    this.limits.isAlone = !isAlive;
    const { own, shown } = this.showing;
    if (!own || isAlive === this.scene.canRun) return;
    this.scene.canRun = isAlive;
    this.limits.ofKernel(isAlive);
    this.showing.waiting.end();
    if (isAlive || !shown) this.showing.load();
    else if (own.of(this.scene.choice)) this.redraw();
    else {
      this.choose(shown); // what was chosen last will not be computed any more
      this.say(MISSING);
    }
  }

  // What is kept with the notebook, apart from what is chosen.
  get view() {
    const { h, layers, choice } = this.scene;
    const labels = this.showing.runs.datasets.about.get(choice.own_points)?.labels;
    const named = labels ? { labels } : {};
    const [speed, slow] = [this.player.speed, this.inside.slow.isOn];
    return { half_step: h, layers, speed, slow, large: this.layout.isLarge, ...named };
  }

  // All that can be handed on.
  get state() {
    const { choice, data, layers } = this.scene;
    const along = axisFor(layers.along, choice.n_components, data?.D ?? 0);
    return stateFrom(choice, { ...this.view, layers: { ...layers, along } });
  }

  // The pictures, to be drawn elsewhere; null where there are none.
  seen() {
    const { layout, screen, scene } = this;
    if (!screen.look || !scene.trace) return null;
    return { panels: layout.panels, look: screen.look, paint: screen.paint.bind(screen) };
  }

  // Nothing has moved for a moment.
  settled() {
    this.onview(this.view);
    this.layout.own.show();
    this.layout.numbers.show();
    this.limits.keepStills();
  }
}
