// While a component is dragged, the whole run from there is seen: as much of it as a frame allows,
// and once the pointer rests, the remainder.

/** @typedef {import("../runs/runs.js").Runs} Runs */

const IN_A_FRAME = 9; // milliseconds
const REST = 120; // milliseconds without a movement

export class Dragging {
  /**
   * @param {import("./scene.js").Scene} scene
   * @param {Runs} runs
   * @param {{redraw: () => void}} screen
   */
  constructor(scene, runs, screen) {
    this.scene = scene;
    this.runs = runs;
    this.screen = screen;
    /** @type {Float64Array | null} */
    this.wanted = null; // where a component has been dragged to since the last frame
    this.timer = 0;
  }

  /** @param {Float64Array | null} row null: nothing is dragged any more */
  to(row) {
    clearTimeout(this.timer);
    this.wanted = row;
    if (!row) {
      this.scene.dragged = null;
      this.runs.endAside(this.scene.choice);
    }
    this.screen.redraw();
  }

  // Before a frame is drawn.
  compute() {
    const { scene, runs, wanted } = this;
    if (!wanted || !scene.data) return;
    this.wanted = null;
    const trace = runs.from(wanted, scene.data, scene.choice, IN_A_FRAME);
    scene.dragged = trace;
    if (trace.isRunning) this.timer = window.setTimeout(() => runs.followAside(trace), REST);
  }

  close() {
    clearTimeout(this.timer);
  }
}
