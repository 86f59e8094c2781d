// A half-step in slow motion: what is seen on the way from before it to after it.

import { between, DURATION, mixtureBetween, phaseAt } from "./phases.js";
import { nameOf } from "../runs/trace.js";

/** @typedef {import("../runs/trace.js").Trace} Trace */
/** @typedef {import("../drawing/look.js").Look} Look */
/** @typedef {import("./phases.js").Phase} Phase */
/**
 * What a half-step changes, kept while it is seen: a trace keeps responsibilities of one time only.
 * @typedef {object} Moving
 * @property {Trace} trace
 * @property {number} h
 * @property {number} begun
 * @property {Float64Array} row before
 * @property {Float32Array | Float64Array | null} old responsibilities before
 * @property {Float32Array | Float64Array} fresh and after
 * @property {Float64Array} mixed
 */

export class Slow {
  constructor() {
    this.isOn = false;
    this.calm = matchMedia("(prefers-reduced-motion: reduce)");
    /** @type {Moving | null} */
    this.moving = null;
  }

  get isMoving() {
    return this.moving !== null;
  }

  /**
   * A half-step was taken.
   * @param {Trace} trace
   * @param {number} h
   */
  begin(trace, h) {
    this.moving = null;
    if (!this.isOn || this.calm.matches || h === trace.failed) return;
    const old = trace.responsibilities(h - 1)?.slice() ?? null;
    const fresh = trace.responsibilities(h)?.slice();
    if (!fresh) return;
    const row = trace.row(h - 1).slice();
    const mixed = new Float64Array(fresh.length);
    this.moving = { trace, h, begun: performance.now(), row, old, fresh, mixed };
  }

  finish() {
    this.moving = null;
  }

  /**
   * How far the half-step has come that is seen; it ends where another is.
   * @param {Trace} trace
   * @param {number} h
   * @returns {Phase}
   */
  phase(trace, h) {
    const name = nameOf(h);
    const { moving } = this;
    if (moving && name !== "start") {
      const t = (performance.now() - moving.begun) / DURATION[name];
      if (moving.trace === trace && moving.h === h && t < 1) return phaseAt(name, t);
    }
    this.moving = null;
    return name === "start" ? { line: -1, done: [] } : phaseAt(name, 1);
  }

  /**
   * The trace as it is seen now, and the colours of the samples.
   * @param {Trace} trace
   * @param {Look} look
   * @param {Phase} phase
   */
  seen(trace, look, { done }) {
    const { moving } = this;
    if (!moving) return { trace, look };
    const { h, row, old, fresh, mixed } = moving;
    const seen = /** @type {Trace} */ (Object.create(trace));
    if (nameOf(h) === "M") {
      const now = mixtureBetween(row, trace.row(h), trace.K, trace.data.D, done);
      seen.row = () => now;
      seen.responsibilities = () => fresh;
      seen.paramsIndex = () => trace.paramsIndex(h - 1);
      return { trace: seen, look };
    }
    const t = done[1];
    const now = old ? between(old, fresh, t, mixed) : fresh;
    seen.responsibilities = () => now;
    if (old) return { trace: seen, look };
    // The first E-step colours what was grey.
    const colorBytes = look.colorBytes.map((color) =>
      color.map((c, i) => c * t + look.greyBytes[i] * (1 - t)),
    );
    return { trace: seen, look: { ...look, colorBytes } };
  }
}
