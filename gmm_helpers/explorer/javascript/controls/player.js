// Plays a run: half-steps by the clock.

import { SPEEDS } from "./controls.js";

const LATE = 500; // milliseconds; who comes back from another tab does not want to catch up

export class Player {
  /**
   * @param {any} app
   * @param {number} speed
   */
  constructor(app, speed) {
    this.app = app;
    this.playing = false;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.speed = calm ? Math.min(speed, 1) : speed; // half-steps a second
    this.stepped = 0;
  }

  toggle() {
    if (this.playing) this.pause();
    else this.play();
  }

  play() {
    const { app } = this;
    if (!app.trace) return;
    if (app.h === app.trace.last) app.h = 0;
    this.playing = true;
    this.stepped = performance.now();
    app.redraw();
  }

  pause() {
    if (!this.playing) return;
    this.playing = false;
    this.app.redraw();
  }

  /** @param {number} speed */
  setSpeed(speed) {
    this.speed = speed;
    this.app.transport.showSpeed(speed);
  }

  /** @param {number} by */
  faster(by) {
    const at = SPEEDS.findIndex((speed) => speed >= this.speed);
    this.setSpeed(SPEEDS[Math.min(Math.max(at + by, 0), SPEEDS.length - 1)]);
  }

  /**
   * Before a frame is drawn: goes as many half-steps as are due.
   * @param {number} now
   */
  advance(now) {
    if (!this.playing) return;
    const { app } = this;
    const due = Math.floor(((now - this.stepped) * this.speed) / 1000 + 0.05);
    if (due < 1) return;
    this.stepped = now - this.stepped > LATE ? now : this.stepped + (due * 1000) / this.speed;
    app.go(app.h + due);
    if (app.h === app.trace.last && (app.trace.words.ended !== "running" || !app.source.canRun))
      this.playing = false;
  }
}
