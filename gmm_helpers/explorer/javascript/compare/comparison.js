// What is shown beside the run that is looked at: a run that was pinned, the right one beside that of
// somebody's own functions, and k-means.

import { Beside } from "./beside.js";
import { Search, inWords } from "./differences.js";
import { differenceInWords, endOf } from "./ghost.js";
import { make } from "../controls/dom.js";
import { number } from "../controls/words.js";
import { advance } from "../em/run.js";
import { OWN_START, runKey } from "../runs/choice.js";

/** @typedef {import("../runs/choice.js").Choice} Choice */
/** @typedef {import("../runs/trace.js").Trace} Trace */
/** @typedef {import("../runs/ten_starts.js").Best} Best */
/** @typedef {import("../drawing/beside.js").Others} Others */
/**
 * What is needed of the explorer.
 * @typedef {object} Compared
 * @property {{choice: Choice, trace: Trace | null}} scene
 * @property {{runs: import("../runs/runs.js").Runs, own: object | null}} showing
 * @property {() => void} redraw
 */

const AT_ONCE = 5; // milliseconds of a frame, for the search of a difference or a run
const PAUSE = 20; // milliseconds until the next ones
/** @type {Others} */
const NOTHING = { ghost: null, means: null };

export class Comparison {
  /** @param {Compared} app */
  constructor(app) {
    this.app = app;
    /** @type {import("./ghost.js").Ghost | null} */
    this.pinned = null;
    /** @type {{key: string, trace: Trace, search: Search} | null} */
    this.right = null; // beside one's own steps
    /** @type {Beside | null} */
    this.kmeans = null;
    this.hasKmeans = false;
    /** @type {Map<string, Best>} */
    this.best = new Map(); // by what it depends on
    this.asked = "";
    this.pinButton = make("button", { type: "button", onclick: () => this.togglePin() }, "Pin this run");
    this.pinButton.title = "keep its ellipses and its curve in grey, while another run is shown";
    this.kmeansButton = make("button", { type: "button", "aria-pressed": "false" }, "k-means");
    this.kmeansButton.title = "k-means from the same means, in step with EM";
    this.kmeansButton.onclick = () => this.showKmeans(!this.hasKmeans);
    this.line = make("p", { class: "emx-compared" });
  }

  togglePin() {
    const { trace, choice } = this.app.scene;
    if (this.pinned) this.pin(null);
    else if (trace) this.pin({ trace, choice });
  }

  /** @param {import("./ghost.js").Ghost | null} ghost */
  pin(ghost) {
    this.pinned = ghost;
    this.pinButton.textContent = ghost ? "Unpin" : "Pin this run";
    this._finish(ghost);
    this.app.redraw();
  }

  /**
   * A run that is not looked at any more is not computed elsewhere.
   * @param {import("./ghost.js").Ghost | null} ghost
   */
  _finish(ghost) {
    if (!ghost?.trace.isRunning || ghost !== this.pinned) return;
    const { run } = ghost.trace;
    const before = run.nll.length;
    advance(run, performance.now() + AT_ONCE);
    if (run.nll.length === before) return; // a copy, which cannot go on
    this.app.redraw();
    setTimeout(() => this._finish(ghost), PAUSE);
  }

  /** @param {boolean} isOn */
  showKmeans(isOn) {
    this.hasKmeans = isOn;
    this.asked = "";
    this.kmeansButton.setAttribute("aria-pressed", String(isOn));
    if (!isOn) this.kmeans = null;
    this.app.redraw();
  }

  /**
   * Another run is shown, or more of it.
   * @param {Trace} trace
   */
  load(trace) {
    const { showing, scene } = this.app;
    if (!showing.own || trace.data.isPart) {
      this.right = null;
      return;
    }
    const key = runKey(scene.choice);
    if (this.right?.key === key && this.right.trace.data === trace.data) {
      this.right.search.trace = trace;
      return;
    }
    this.right = { key, trace: showing.runs.of(scene.choice), search: new Search(trace) };
    showing.runs.follow(scene.choice);
  }

  /**
   * What is to be drawn beside a half-step.
   * @param {Trace} trace
   * @param {number} h
   * @returns {Others}
   */
  at(trace, h) {
    if (trace !== this.app.scene.trace) return NOTHING; // a component is being dragged
    const ghost = this.pinned?.trace ?? this.right?.trace ?? null;
    if (this.hasKmeans && this.kmeans?.trace !== trace) this.kmeans = new Beside(trace);
    this.kmeans?.work(AT_ONCE);
    return {
      ghost: ghost?.data === trace.data ? ghost : null,
      means: this.kmeans?.meansAt(h) ?? null,
    };
  }

  /**
   * Says how they differ. Returns whether all there is to say is said.
   * @param {Trace} trace
   * @param {number} h
   */
  tell(trace, h) {
    const isShown = trace === this.app.scene.trace;
    const isSearched = !isShown || !this.right || this.right.search.work(AT_ONCE);
    const isDone = isSearched && (this.kmeans?.isDone ?? true);
    const parts = [
      isShown && this.pinned && differenceInWords(this.pinned, this.app.scene.choice, trace, h),
      isShown && this.right && this._ofOwnSteps(trace),
      isShown && this.kmeans?.inWords(h, this._bestOfTen()),
    ];
    const text = parts.filter(Boolean).join(" ");
    if (this.line.textContent !== text) this.line.textContent = text;
    return isDone;
  }

  /** @param {Trace} trace */
  _ofOwnSteps(trace) {
    const { search, trace: ours } = /** @type {{search: Search, trace: Trace}} */ (this.right);
    if (!search.found) {
      const { agreed, isDone } = search;
      const all = isDone && !trace.isRunning && trace.failed < 0 ? "All" : "The first";
      if (agreed === 1) return "The first half-step agrees with ours.";
      return agreed > 0 ? `${all} ${agreed} half-steps agree with ours.` : "";
    }
    const grey = this.pinned ? "" : " In grey: the right run";
    const ends =
      grey && !ours.isRunning
        ? `${grey}, which ${ours.failed < 0 ? "ends" : "fails"} at NLL ${number(endOf(ours))}.`
        : "";
    return `Your steps first differ from ours in ${inWords(search.found)}.${ends}`;
  }

  // Asks for it, if it is not known.
  _bestOfTen() {
    const { choice, trace } = this.app.scene;
    const key = runKey({ ...choice, seed: -1 });
    const components = trace?.data.components;
    if (this.asked !== key) this.asked = ""; // other data end what was asked: who comes back asks again
    if (this.asked !== key && !this.best.has(key) && components && choice.start !== OWN_START) {
      this.asked = key;
      if (this.kmeans?.isKnown) this.app.showing.runs.tenStarts(key, choice, components);
    }
    return this.best.get(key) ?? null;
  }

  /** @param {import("../runs/ten_starts.js").TenMessage} message */
  heard({ key, best }) {
    this.best.set(key, best);
    this.app.redraw();
  }
}
