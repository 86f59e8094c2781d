// Plays a run: half-steps by the clock.

import { SPEEDS } from "./controls.js";
import { NO_POINTS } from "../runs/datasets.js";

const LATE = 500; // milliseconds; who comes back from another tab does not want to catch up

/**
 * What playing needs of the explorer.
 * @typedef {object} Played
 * @property {import("../app/scene.js").Scene} scene
 * @property {(h: number) => void} go
 * @property {() => void} redraw
 * @property {{slow: {isOn: boolean, isMoving: boolean}}} inside
 * @property {(speed: number) => void} setSpeed
 * @property {(text: string) => void} say
 */

export class Player {
  /**
   * @param {Played} app
   * @param {number} speed half-steps per second
   */
  constructor(app, speed) {
    this.app = app;
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.speed = isCalm ? Math.min(speed, 1) : speed;
    this.stepped = 0;
    this.isCalm = isCalm;
    /** @type {{h: number, speed: number, done: () => void} | null} */
    this.goal = null; // where it is to stop
  }

  get isPlaying() {
    return this.app.scene.isPlaying;
  }

  toggle() {
    if (this.isPlaying) this.pause();
    else this.play();
  }

  play() {
    const { app } = this;
    const { scene } = app;
    if (!scene.trace) {
      if (scene.isEmpty) app.say(NO_POINTS);
      return;
    }
    this.goal = null;
    if (scene.h === scene.trace.last) app.go(0);
    scene.isPlaying = true;
    this.stepped = performance.now();
    app.redraw();
  }

  /**
   * Plays on or back to a half-step, in so many seconds.
   * @param {number} h
   * @param {number} seconds
   * @param {() => void} done is told when it is there, or somebody has paused
   */
  playTo(h, seconds, done) {
    const { app } = this;
    this.play();
    if (this.isCalm || h <= app.scene.h) {
      app.go(h);
      this.pause();
      done();
      return;
    }
    this.goal = { h, speed: (h - app.scene.h) / seconds, done };
  }

  _arrive() {
    const { goal } = this;
    this.goal = null;
    goal?.done();
  }

  pause() {
    if (!this.isPlaying) return;
    this.app.scene.isPlaying = false;
    this._arrive();
    this.app.redraw();
  }

  /** @param {number} by */
  faster(by) {
    const at = SPEEDS.findIndex((speed) => speed >= this.speed);
    this.app.setSpeed(SPEEDS[Math.min(Math.max(at + by, 0), SPEEDS.length - 1)]);
  }

  /**
   * Before a frame is drawn: goes as many half-steps as are due.
   * @param {number} now
   */
  advance(now) {
    if (!this.isPlaying) return;
    const { scene, inside } = this.app;
    const { isOn: isSlow, isMoving } = inside.slow;
    if (isMoving) this.stepped = now; // a half-step in slow motion takes its time
    const { h: end, speed } = this.goal ?? { h: Infinity, speed: this.speed };
    const due = Math.floor(((now - this.stepped) * speed) / 1000 + 0.05);
    if (due < 1) return;
    this.stepped = now - this.stepped > LATE ? now : this.stepped + (due * 1000) / speed;
    this.app.go(Math.min(scene.h + (isSlow ? 1 : due), end));
    const { trace, h, canRun } = scene;
    const isOver = trace && h === trace.last && (!trace.isRunning || !canRun);
    if (h !== end && !isOver) return;
    scene.isPlaying = false;
    this._arrive();
  }
}
