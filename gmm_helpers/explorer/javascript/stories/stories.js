// One press sets everything a story is about and asks what will happen; after the answer it plays.

import { Card } from "./card.js";
import { STORIES } from "./index.js";
import { choice as selection } from "../controls/dom.js";
import { OWN_START, USUAL, runKey } from "../runs/choice.js";

/** @typedef {import("./story.js").Story} Story */
/** @typedef {import("../runs/choice.js").Choice} Choice */
/** @typedef {import("../drawing/look.js").Layers} Layers */
/**
 * What stories need of the explorer.
 * @typedef {object} Teller
 * @property {{choice: Choice, h: number}} scene
 * @property {(patch: Partial<Choice>) => void} choose
 * @property {(patch: Layers) => void} setLayers
 * @property {{pause: () => void, playTo: (h: number, seconds: number, done: () => void) => void}} player
 * @property {{pin: (ghost: import("../compare/ghost.js").Ghost | null) => void, showKmeans: (isOn: boolean) => void}} comparison
 * @property {{runs: import("../runs/runs.js").Runs, wanted: number, isAtEnd: boolean}} showing
 * @property {{setSlow: (isOn: boolean) => void}} inside
 * @property {{stage: HTMLElement}} layout
 */

const NONE = "Stories…";
const SECONDS = { least: 1, most: 6, each: 0.25 }; // a story plays
/** @type {Layers} */
const LAYERS = {
  color: "pie",
  ellipses: true,
  trails: true,
  contours: false,
  truth: false,
  bound: false,
  zoom: false,
  picture: "nll",
};

/**
 * What is chosen for a story; own points need its data.
 * @param {Story} story
 * @param {(name: string) => {X: Float64Array, D: number}} dataOf
 */
export function choiceOf(story, dataOf) {
  const { own_start, own_points, ...usual } = { ...USUAL, ...story.choice };
  /** @type {Partial<Choice>} */
  const choice = usual;
  if (choice.start === OWN_START) choice.own_start = own_start;
  if (story.points) choice.own_points = pointsOf(story.points, dataOf(story.points.of));
  else if (own_points.length) choice.own_points = own_points;
  return choice;
}

/**
 * @param {NonNullable<Story["points"]>} points
 * @param {{X: Float64Array, D: number}} data
 */
function pointsOf({ every, samples }, { X, D }) {
  const some = [];
  for (let at = 0; at < X.length; at += every * D) {
    some.push(Array.from(X.subarray(at, at + D), (value) => Math.round(100 * value) / 100));
  }
  return [...some, ...samples];
}

export class Stories {
  /** @param {Teller} app */
  constructor(app) {
    this.app = app;
    /** @type {Story | null} */
    this.story = null;
    this.key = ""; // of the run it is about
    this.before = app.scene.choice;
    this.card = new Card({
      answered: () => this._play(),
      next: () => this.begin(STORIES[(this._at() + 1) % STORIES.length]),
      close: () => this.close(),
    });
    const titles = [NONE, ...STORIES.map(({ title }) => title)];
    const { element, select } = selection("stories", titles, (title) => this._chosen(title));
    element.classList.add("emx-stories");
    element.firstElementChild?.remove(); // the first option is label enough
    this.element = element;
    this.select = select;
  }

  _at() {
    return this.story ? STORIES.indexOf(this.story) : -1;
  }

  /** @param {string} title */
  _chosen(title) {
    const story = STORIES.find((each) => each.title === title);
    if (story) this.begin(story);
    else this.leave();
  }

  /** @param {Story} story */
  begin(story) {
    const { app } = this;
    if (!this.story) this.before = app.scene.choice;
    this.story = null; // while another run is chosen
    app.player.pause();
    app.comparison.pin(null);
    app.comparison.showKmeans(false);
    app.setLayers({ ...LAYERS, ...story.layers });
    const patch = choiceOf(story, (name) => this._dataOf(name));
    app.inside.setSlow(false);
    app.showing.wanted = story.from ?? 0;
    app.showing.isAtEnd = false;
    app.choose(patch);
    this.key = runKey({ ...app.scene.choice, ...patch });
    this.story = story;
    this.select.value = story.title;
    this.card.ask(story);
  }

  /** @param {string} name */
  _dataOf(name) {
    return this.app.showing.runs.datasets.of({ ...USUAL, data: name });
  }

  _play() {
    const { app, story } = this;
    if (!story) return;
    if (story.pinned) {
      const other = { ...USUAL, ...story.pinned };
      app.comparison.pin({ trace: app.showing.runs.of(other), choice: other });
    }
    const seconds = SECONDS.each * (story.to - app.scene.h);
    app.player.playTo(story.to, Math.min(Math.max(seconds, SECONDS.least), SECONDS.most), () => {
      if (this.story === story) this.card.tell(story);
    });
  }

  /**
   * Closed by hand: it stops where it is, and own points that it replaced come back.
   * @returns {boolean} whether there was one
   */
  close() {
    const { story, before, app } = this;
    this.leave();
    if (!story) return false;
    app.player.pause();
    app.layout.stage.focus({ preventScroll: true }); // what had it is no longer there
    if (story.points && before.own_points.length) app.choose(before);
    return true;
  }

  leave() {
    this.story = null;
    this.select.value = NONE;
    this.card.clear();
  }

  /**
   * Somebody has chosen something else: the story is over.
   * @param {Choice} choice
   */
  showChoice(choice) {
    if (this.story && runKey(choice) !== this.key) this.leave();
  }
}
