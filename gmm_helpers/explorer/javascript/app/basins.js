// The map of where EM ends, by where one mean starts: asks for it, shows it, and lets one start there.

import { coarseToFine, cellAt, filled, placeIn } from "../basins/grid.js";
import { groupEnds } from "../basins/ends.js";
import { BasinPanel, endInWords } from "../panels/basins.js";
import { number } from "../controls/words.js";
import { pixelsOf } from "../controls/scrub.js";
import { classOf, MapLayer, outlineCell } from "../drawing/basins.js";
import { withMeanAt } from "../handles/mean.js";
import { dataKey } from "../runs/choice.js";

/** @typedef {import("../basins/grid.js").Grid} Grid */
/** @typedef {import("../basins/ends.js").End} End */
/** @typedef {import("../drawing/plane.js").Frame} Frame */
/** @typedef {import("../drawing/look.js").Look} Look */
/**
 * What the map needs of the explorer.
 * @typedef {object} Mapped
 * @property {import("./scene.js").Scene} scene
 * @property {{redraw: () => void, plane: import("../drawing/plane.js").Plane}} screen
 * @property {{runs: import("../runs/runs.js").Runs}} showing
 * @property {{hasGrabbed: boolean}} drag
 * @property {{own: {isAdding: boolean}}} layout
 * @property {(row: Float64Array) => void} startFrom
 */

const SIDE = 40; // cells
const PAUSE = 100; // milliseconds between pictures of a map that grows
const ALONG = 160; // cells, where there is but one axis

export class Basins {
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {Mapped} app
   * @param {boolean} hasOwnSteps
   */
  constructor(canvas, app, hasOwnSteps) {
    this.app = app;
    this.isOpen = false;
    this.k = 0;
    this.cell = -1; // the one that is looked at
    /** @type {{key: string, grid: Grid, order: Int32Array, ends: (End | undefined)[], known: number} | null} */
    this.map = null;
    /** @type {{classes: Int16Array, best: number} | null} */
    this.seen = null; // what the ends so far look like
    this.layer = new MapLayer();
    this.shownAt = 0;
    this.panel = new BasinPanel({
      onopen: (isOpen) => this._open(isOpen),
      onchoose: (k) => {
        this.k = k;
        app.screen.redraw();
      },
      onwalk: (dx, dy) => this._walk(dx, dy),
      onleave: () => this._look(-1),
      onstart: () => this._start(),
      hasOwnSteps,
    });
    canvas.addEventListener("pointermove", (event) => this.map && this._look(this._cellAt(canvas, event)));
    canvas.addEventListener("pointerleave", () => this._look(-1));
    canvas.addEventListener("click", (event) => {
      if (!this.map || app.drag.hasGrabbed || app.layout.own.isAdding) return;
      this._look(this._cellAt(canvas, event));
      this._start();
    });
  }

  /** @param {boolean} isOpen */
  _open(isOpen) {
    this.isOpen = isOpen;
    if (!isOpen) this._end();
    this.app.screen.redraw();
  }

  _end() {
    if (this.map) this.app.showing.runs.stopFindingEnds();
    this.map = this.seen = null;
    this.cell = -1;
  }

  // Everything a map depends on: the start without the mean that is moved.
  _key() {
    const { trace, dragged, data, choice } = this.app.scene;
    const row = (dragged ?? trace)?.row(0);
    if (!row || !trace || !data) return "";
    // Without the place of the mean; what the picture does not show of it stays in.
    const others = Array.from(withMeanAt(row, this.k, [0, 0], data), (value) => value.toPrecision(9));
    return JSON.stringify([dataKey(choice), data.N, trace.K, choice.reg_covar, this.k, others]);
  }

  /**
   * Before the samples are drawn: asks for another map if it is needed, and paints what there is.
   * @param {import("../drawing/points.js").PointImage} image
   * @param {Frame} framed
   * @param {Look} look
   */
  under(image, framed, look) {
    const { trace, dragged, choice } = this.app.scene;
    if (!this.isOpen || !trace || trace.K !== choice.n_components) return;
    if (this.k >= trace.K) this.k = 0;
    this.panel.showChoice(trace.K, this.k);
    const key = this._key();
    if (key !== this.map?.key) {
      if (dragged) return; // once it is dropped
      this._ask(key, framed);
    }
    const { map } = this;
    if (!map) return;
    if (!this.seen) {
      const { groups, which } = groupEnds(map.ends);
      const classes = filled(
        map.grid,
        which.map((group) => (group < 0 ? -1 : classOf(groups[group]))),
      );
      this.seen = { classes, best: groups[0]?.nll ?? NaN };
      this.panel.showGroups(groups, map.order.length, look);
      this._say();
    }
    this.layer.paint(image, framed, map.grid, this.seen.classes, look);
  }

  /**
   * @param {string} key
   * @param {Frame} framed
   */
  _ask(key, { x, y, flat }) {
    const { trace, data } = this.app.scene;
    if (!trace || !data) return;
    /** @type {Grid} */
    const grid = {
      nx: flat ? ALONG : SIDE,
      ny: flat ? 1 : SIDE,
      xs: [x.low, x.high],
      ys: flat ? [0, 0] : [y.low, y.high],
    };
    const order = coarseToFine(grid);
    const start = trace.row(0);
    const rows = new Float64Array(order.length * start.length);
    order.forEach((cell, at) => {
      rows.set(withMeanAt(start, this.k, placeIn(grid, cell), data), at * start.length);
    });
    this.map = { key, grid, order, ends: new Array(order.length).fill(undefined), known: 0 };
    this.seen = null;
    this.app.showing.runs.findEnds({ key, data, K: trace.K, rows, regCovar: trace.regCovar });
  }

  /** @param {import("../runs/workbench.js").EndsMessage} message */
  hear({ key, numbers, ends }) {
    const { map } = this;
    if (key !== map?.key) return;
    numbers.forEach((number, i) => {
      map.ends[map.order[number]] = ends[i];
    });
    map.known = map.ends.filter(Boolean).length;
    const now = performance.now();
    if (map.known < map.order.length && now - this.shownAt < PAUSE) return;
    this.shownAt = now;
    this.seen = null;
    this.app.screen.redraw();
  }

  /**
   * Above everything: the place that is looked at.
   * @param {CanvasRenderingContext2D} context
   * @param {Frame} framed
   * @param {Look} look
   */
  over(context, framed, look) {
    if (this.map && this.cell >= 0) outlineCell(context, framed, this.map.grid, this.cell, look);
  }

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {MouseEvent} event
   */
  _cellAt(canvas, event) {
    const { x, y } = this.app.screen.plane.framed;
    const [px, py] = pixelsOf(canvas, event);
    return this.map ? cellAt(this.map.grid, [x.back(px), y.back(py)]) : -1;
  }

  /**
   * @param {number} dx
   * @param {number} dy
   */
  _walk(dx, dy) {
    const { map } = this;
    if (!map) return;
    const { nx, ny } = map.grid;
    const from = this.cell < 0 ? Math.floor(ny / 2) * nx + Math.floor(nx / 2) : this.cell;
    const within = (/** @type {number} */ i, /** @type {number} */ n) => Math.min(Math.max(i, 0), n - 1);
    this._look(within(Math.floor(from / nx) + dy, ny) * nx + within((from % nx) + dx, nx));
  }

  /** @param {number} cell */
  _look(cell) {
    if (cell === this.cell) return;
    this.cell = cell;
    this._say();
    this.app.screen.redraw();
  }

  // How EM ends from the place that is looked at.
  _say() {
    const { map, cell, seen } = this;
    const { data } = this.app.scene;
    if (!map || cell < 0 || !data) {
      this.panel.say("");
      return;
    }
    const place = placeIn(map.grid, cell).slice(0, data.labels.length);
    const where = place.map((value, a) => `${data.labels[a]} = ${number(value)}`).join(", ");
    this.panel.say(`Mean ${this.k} at ${where}: ${endInWords(map.ends[cell], seen?.best ?? NaN)}`);
  }

  // From the middle of the cell, so that EM ends as the map says.
  _start() {
    const { map, cell } = this;
    const { trace, data, canRun } = this.app.scene;
    if (!map || cell < 0 || !trace || !data || !canRun) return;
    this.app.startFrom(withMeanAt(trace.row(0), this.k, placeIn(map.grid, cell), data));
  }
}
