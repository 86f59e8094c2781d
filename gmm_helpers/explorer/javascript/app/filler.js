// @ts-nocheck: written anew with issue 17
// Fills the atlas: asks for one run after the other, and waits while somebody is at the controls.

import { rowKey } from "../runs/store.js";

const IDLE = 350; // milliseconds without a change, before the atlas goes on

export class Filler {
  constructor(app, atlas) {
    this.app = app;
    this.atlas = atlas;
    this.key = "";
    this.timer = 0;
  }

  get shown() {
    return !this.atlas.element.hidden;
  }

  toggle() {
    this.atlas.element.hidden = this.shown;
    if (this.shown) this._restart();
    return this.shown;
  }

  close() {
    clearTimeout(this.timer);
    this.atlas.element.hidden = true;
  }

  // Another choice may belong to another table.
  follow() {
    const { n_components, seed } = this.app.config;
    if (this.shown && this.key !== tableKey(this.app.config)) this._restart();
    this.atlas.choose(n_components, seed);
  }

  showRow(config) {
    const row = this.app.store.rows.get(rowKey(config));
    // What was asked for before another choice may arrive after it.
    if (row && this.key === tableKey(config)) this.atlas.showRow(config.n_components, row);
  }

  _restart() {
    const { config } = this.app;
    this.key = tableKey(config);
    const own = config.start === "own start";
    this.atlas.clear(
      own ? "A start of your own fits one K only: there are no other runs to compare it with." : "",
    );
    this._showAll();
    this._fill();
  }

  _showAll() {
    for (const n_components of this.app.options.counts) this.showRow({ ...this.app.config, n_components });
  }

  // The first run not yet judged, the present K first.
  _missing() {
    const { config, options, store } = this.app;
    if (config.start === "own start") return null; // fits one K only
    const here = config.n_components;
    for (const n_components of [here, ...options.counts.filter((count) => count !== here)]) {
      const row = store.rows.get(rowKey({ ...config, n_components }));
      const seed = options.seeds.find((candidate) => !row?.[candidate]);
      if (seed !== undefined) return { ...config, n_components, seed };
    }
    return null;
  }

  _fill() {
    clearTimeout(this.timer);
    const { app, key } = this;
    if (!this.shown) return;
    const wait = app.touched + IDLE - performance.now();
    if (wait > 0 || app.player.playing) {
      this.timer = setTimeout(() => this._fill(), Math.max(wait, IDLE));
      return;
    }
    const config = this._missing();
    if (!config) {
      this._showAll(); // a page on disk unpacks runs at the same time
      return;
    }
    app.source.ask(config, true, (answer) => {
      this.showRow(config);
      if (!answer.problem && key === this.key) this._fill();
    });
  }
}

// Of all runs that are compared in one table.
function tableKey(config) {
  return rowKey({ ...config, n_components: 0 });
}
