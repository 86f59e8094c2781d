// Draws the two pictures and the lines below them: at most once a frame.

import { RightPicture } from "../charts/right_picture.js";
import { Plane } from "../drawing/plane.js";
import { drawHandles } from "../handles/draw.js";
import { handlesOf } from "../handles/handles.js";
import { NO_POINTS } from "../runs/datasets.js";
import { OWN_POINTS } from "../runs/choice.js";

/** @typedef {import("./scene.js").Scene} Scene */

const FRAME = 1000 / 60;

export class Screen {
  /**
   * @param {import("./layout.js").Layout} layout
   * @param {Scene} scene
   * @param {import("../compare/comparison.js").Comparison} comparison
   * @param {(now: number) => void} advance is told the time before a frame is drawn
   */
  constructor(layout, scene, comparison, advance) {
    this.layout = layout;
    this.scene = scene;
    this.comparison = comparison;
    this.advance = advance;
    this.plane = new Plane(layout.left);
    this.chart = new RightPicture(layout.right);
    /** @type {import("../drawing/look.js").Look | null} */
    this.look = null;
    /** @type {import("../motion/inside.js").Inside | null} */
    this.inside = null;
    /** @type {import("./basins.js").Basins | null} */
    this.map = null; // of where a mean may start
    this.drawn = this.drawnAt = this.frame = 0;
    this.isAsked = false; // for a picture that is not drawn yet
    this.isClosed = false;
  }

  close() {
    this.isClosed = true;
    cancelAnimationFrame(this.frame);
  }

  // What a key asks for is drawn at once, if no frame was just now. What follows of it, such as the
  // rest of a long run, waits for the frame after that: it must not keep this one waiting.
  redraw(atOnce = false) {
    if (!this.look || this.isClosed) return;
    this.isAsked = true;
    if (this.frame) return;
    const isFirst = atOnce && !this.scene.isPlaying && performance.now() - this.drawnAt > FRAME;
    this.frame = requestAnimationFrame((now) => {
      this.frame = 0;
      if (this.isClosed) return;
      if (!isFirst) this._inFrame(now);
      else if (this.isAsked) this.redraw();
    });
    if (isFirst) this._drawAsked();
  }

  /** @param {number} now */
  _inFrame(now) {
    this.advance(now);
    this._drawAsked();
    if (this.scene.isPlaying) this.redraw();
  }

  _drawAsked() {
    this.isAsked = false;
    this.draw();
  }

  draw() {
    const { look, scene, layout, plane, chart, inside } = this;
    if (!look || !layout.left.width) return;
    if (scene.isEmpty) {
      plane.clear(look, layout.own.isAdding ? "Click here to add points" : "");
      chart.clear(look);
      inside?.clear();
      layout.status.clear(NO_POINTS);
      this._drawn(0);
      return;
    }
    const trace = scene.dragged ?? scene.trace;
    if (!scene.data || !trace) return;
    const h = this._h;
    const isPainted = this.paint(plane, chart, look);
    const isSaid = this.comparison.tell(trace, h);
    layout.status.tell(scene, trace, h, chart.caption, inside?.slow.isMoving);
    inside?.tell();
    this._drawn(h);
    if (!isPainted || !isSaid) this.redraw();
  }

  // While a component is dragged, the E-step is seen.
  get _h() {
    return this.scene.dragged ? 1 : this.scene.h;
  }

  /**
   * Draws what is seen, on the screen or for a file; returns whether that is all of it.
   * @param {Plane} plane
   * @param {RightPicture} chart
   * @param {import("../drawing/look.js").Look} look
   */
  paint(plane, chart, look) {
    const { inside, scene } = this;
    const { data, dragged, layers, choice } = scene;
    const trace = dragged ?? scene.trace;
    if (!data || !trace) return true;
    const h = this._h;
    const keep = choice.data === OWN_POINTS;
    const seen = inside?.see(trace, h, look) ?? { trace, look, isMoving: false };
    const others = this.comparison.at(trace, h);
    plane.draw({
      ...{ ...seen, data, h, layers, keep, showsEnd: Boolean(dragged), others },
      under: (image, framed) => this.map?.under(image, framed, look),
      between: inside?.draw.bind(inside),
      over: () => {
        this.map?.over(plane.context, plane.framed, look);
        this._handles(plane, trace, data, look);
      },
    });
    const isDrawn = chart.draw({ trace, h, layers, look, marked: true, ghost: others.ghost });
    return isDrawn && !seen.isMoving;
  }

  /**
   * @param {Plane} plane
   * @param {import("../runs/trace.js").Trace} trace
   * @param {import("../runs/data.js").Data} data
   * @param {import("../drawing/look.js").Look} look
   */
  _handles(plane, trace, data, look) {
    const { component, part, at } = this.scene.held;
    if (component < 0 || component >= trace.K) return;
    const row = trace.row(this._h);
    const { x, y } = plane.placeOfMean(row, trace.K, data, component);
    const handles = handlesOf(plane.framed, row, component, data, look.scale, [x, y], at ?? undefined);
    drawHandles(plane.context, handles, part, row[component], look);
  }

  /** @param {number} h */
  _drawn(h) {
    this.drawn += 1;
    this.drawnAt = performance.now();
    Object.assign(this.layout.element.dataset, { halfStep: String(h), drawn: String(this.drawn) });
  }
}
