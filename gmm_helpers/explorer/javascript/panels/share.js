// To hand on what is seen: a link, a line of Python, pictures, a film.

import { make } from "../controls/dom.js";
import { Film, canFilm } from "../pictures/film.js";
import { pngOf, svgOf } from "../pictures/stills.js";
import { asPython } from "../sharing/as_python.js";
import { fits } from "../sharing/seen.js";
import { OWN_POINTS } from "../runs/choice.js";

/**
 * What the panel needs of the explorer.
 * @typedef {object} Shared
 * @property {import("../app/scene.js").Scene} scene
 * @property {import("../sharing/state.js").State} state
 * @property {() => import("../pictures/stills.js").Seen | null} seen null before there is a picture
 * @property {{left: HTMLCanvasElement, right: HTMLCanvasElement}} layout
 * @property {{speed: number, play: () => void, pause: () => void}} player
 */

const YOUR_DATA = "your data"; // as Python calls what is not of the course
const REST = 1000; // milliseconds on the last picture
const NOTHING = "There is no picture yet.";
const TOLD = "The text is also here:";

/**
 * @param {number} speed
 * @param {number} last
 * @param {number} h
 */
function filmed(speed, last, h) {
  const seconds = Math.ceil((last - h) / speed + REST / 1000);
  return (
    `Filming what you see, at the speed beside Play: ${speed} half-step${speed === 1 ? "" : "s"} per second. ` +
    `It plays to the end of the run, in ${seconds} seconds or more, or until you stop.`
  );
}

export class SharePanel {
  /**
   * @param {Shared} app
   * @param {{data: string[], has_own_steps: boolean}} options
   */
  constructor(app, options) {
    this.app = app;
    this.options = options;
    /** @type {((state: import("../sharing/state.js").State) => string) | null} */
    this.linkTo = null;
    /** @type {Film | null} */
    this.film = null;
    /** @param {string} label @param {() => unknown} action @param {boolean} [isThere] */
    const button = (label, action, isThere = true) =>
      make("button", { type: "button", hidden: !isThere, onclick: action }, label);
    this.link = button("Copy link", () => this._copyLink(), false);
    this.filming = button("Film to the end (WebM)", () => this._toggleFilm(), canFilm());
    this.said = make("p", { role: "status" });
    /** @type {HTMLTextAreaElement} */
    this.text = make("textarea", { readonly: true, hidden: true, rows: "2", "aria-label": "text to copy" });
    this.element = make(
      "details",
      { class: "emx-share" },
      make("summary", {}, "Share"),
      make(
        "div",
        { class: "emx-bar" },
        this.link,
        button("Copy as Python", () => this._copyPython()),
        button("Save PNG", () => this._save("png")),
        button("Save SVG", () => this._save("svg")),
        this.filming,
      ),
      this.said,
      this.text,
    );
  }

  /**
   * On a page of its own a link leads to what is seen.
   * @param {(state: import("../sharing/state.js").State) => string} linkTo
   */
  setLink(linkTo) {
    this.linkTo = linkTo;
    this.link.hidden = false;
  }

  _copyLink() {
    const { state } = this.app;
    const without = fits(state)
      ? ""
      : " Your own data are too many for a link: it leads to the data of this page.";
    this._copy(this.linkTo?.(state) ?? "", without);
  }

  _copyPython() {
    const { data, has_own_steps: hasOwnSteps } = this.options;
    const course = data.filter((name) => name !== YOUR_DATA && name !== OWN_POINTS);
    const text = asPython(this.app.state, course);
    const parts = [
      text.includes("data=X") ? " X stands for your data." : "",
      hasOwnSteps ? " Add e_step= and m_step= for your own functions." : "",
    ];
    this._copy(text, parts.join(""));
  }

  /**
   * @param {string} text
   * @param {string} remark
   */
  async _copy(text, remark) {
    this.text.value = text;
    this.text.hidden = false;
    try {
      await navigator.clipboard.writeText(text);
      this.said.textContent = `Copied.${remark} ${TOLD}`;
    } catch {
      this.text.select(); // where the browser does not let a page copy
      this.said.textContent = `Press Ctrl+C (or Cmd+C) to copy this.${remark}`;
    }
  }

  /** @param {"png" | "svg"} kind */
  async _save(kind) {
    this.text.hidden = true;
    const seen = this.app.seen();
    if (!seen) {
      this.said.textContent = NOTHING;
      return;
    }
    const title = this.app.layout.left.getAttribute("aria-label") ?? "";
    try {
      this._hand(kind === "png" ? await pngOf(seen) : svgOf(seen, title), kind);
    } catch (error) {
      this.said.textContent = `The picture could not be saved: ${/** @type {Error} */ (error).message}`;
    }
  }

  /**
   * @param {Blob} blob
   * @param {string} kind
   */
  _hand(blob, kind) {
    const { data, n_components: K, seed, half_step: h } = this.app.state;
    const name = `em-${data.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}-K${K}-seed${seed}-${h}.${kind}`;
    const link = make("a", { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    this.said.textContent = `Saved as ${name}.`;
  }

  async _toggleFilm() {
    const { app } = this;
    if (this.film) {
      app.player.pause();
      return;
    }
    const seen = app.seen();
    this.text.hidden = true;
    if (!seen) {
      this.said.textContent = NOTHING;
      return;
    }
    const film = new Film(seen.panels, [app.layout.left, app.layout.right], seen.look.paper);
    this.film = film;
    this.filming.textContent = "Stop filming";
    app.player.play();
    this.said.textContent = filmed(app.player.speed, app.scene.trace?.run.last ?? 0, app.scene.h);
    await new Promise((done) => {
      const wait = () => (app.scene.isPlaying ? requestAnimationFrame(wait) : setTimeout(done, REST));
      requestAnimationFrame(wait);
    });
    this.film = null;
    this.filming.textContent = "Film to the end (WebM)";
    this._hand(await film.stop(), "webm");
  }
}
