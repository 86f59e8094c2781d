// Draws the two pictures and the lines below them: at most once a frame.

import { Chart } from "../drawing/chart.js";
import { Plane } from "../drawing/plane.js";
import { NO_POINTS } from "../runs/datasets.js";
import { OWN_POINTS } from "../runs/choice.js";

/** @typedef {import("./scene.js").Scene} Scene */

const FRAME = 1000 / 60;

export class Screen {
  /**
   * @param {import("./layout.js").Layout} layout
   * @param {Scene} scene
   * @param {(now: number) => void} advance is told the time before a frame is drawn
   */
  constructor(layout, scene, advance) {
    this.layout = layout;
    this.scene = scene;
    this.advance = advance;
    this.plane = new Plane(layout.left);
    this.chart = new Chart(layout.right);
    /** @type {import("../drawing/look.js").Look | null} */
    this.look = null;
    this.drawn = this.drawnAt = this.frame = 0;
    this.isClosed = false;
  }

  close() {
    this.isClosed = true;
    cancelAnimationFrame(this.frame);
  }

  // What a key asks for is drawn at once, if no frame was just now.
  redraw(atOnce = false) {
    if (this.frame || !this.look || this.isClosed) return;
    if (atOnce && !this.scene.isPlaying && performance.now() - this.drawnAt > FRAME) {
      this.draw();
      return;
    }
    this.frame = requestAnimationFrame((now) => {
      this.frame = 0;
      if (this.isClosed) return;
      this.advance(now);
      this.draw();
      if (this.scene.isPlaying) this.redraw();
    });
  }

  draw() {
    const { look, scene, layout, plane, chart } = this;
    if (!look || !layout.left.width) return;
    if (scene.isEmpty) {
      plane.clear(look);
      chart.clear(look);
      layout.status.clear(NO_POINTS);
      this._drawn(0);
      return;
    }
    const trace = scene.dragged ?? scene.trace;
    if (!scene.data || !trace) return;
    const h = scene.dragged ? Math.min(scene.h, 1) : scene.h;
    const isDone = this.paint(plane, chart, look);
    layout.status.tell(scene, trace, h);
    this._drawn(h);
    if (!isDone) this.redraw();
  }

  /**
   * Draws what is seen; returns whether that is all of it.
   * @param {Plane} plane
   * @param {Chart} chart
   * @param {import("../drawing/look.js").Look} look
   */
  paint(plane, chart, look) {
    const { data, dragged, layers, choice } = this.scene;
    const trace = dragged ?? this.scene.trace;
    if (!data || !trace) return true;
    const h = dragged ? Math.min(this.scene.h, 1) : this.scene.h;
    const keep = choice.data === OWN_POINTS;
    plane.draw({ data, trace, h, layers, look, keep, showsEnd: Boolean(dragged) });
    return chart.draw({ trace, h, layers, look, marked: true });
  }

  /** @param {number} h */
  _drawn(h) {
    this.drawn += 1;
    this.drawnAt = performance.now();
    Object.assign(this.layout.element.dataset, { halfStep: String(h), drawn: String(this.drawn) });
  }
}
