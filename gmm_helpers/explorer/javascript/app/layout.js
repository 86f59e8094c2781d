// The elements of an explorer, from top to bottom.

import { drawThumbnail } from "../charts/thumbnail.js";
import { Atlas } from "../controls/atlas.js";
import { layerControls, runControls, transport } from "../controls/controls.js";
import { make } from "../controls/dom.js";
import { SharePanel } from "../panels/share.js";
import { NumbersPanel } from "../panels/numbers.js";
import { OwnPanel } from "../panels/points.js";
import { pictureControls } from "../controls/right_picture.js";
import { TablePanel } from "../panels/tables.js";
import { Status } from "../controls/status.js";

const KEYS_HELP =
  "Keys: ← → half-step, ↑ ↓ iteration, Home, End, space plays, K k more or fewer components, " +
  "S s seed, + − speed, . , next or previous sample, p present, f full screen, Esc back.";
const PRESENTS = "only the two pictures, as large as the screen allows (p); Esc leaves";
const LARGE = "large letters and marks; everything stays where it is";
const FULL = "the whole explorer, with all its controls, fills the screen (f)";
const WHOLE = 500; // iterations

export class Layout {
  /**
   * @param {any} options
   * @param {import("./explorer.js").Explorer} app
   */
  constructor(options, app) {
    /** @param {string} name */
    const has = (name) => options.controls.includes(name);
    /** @param {string} label */
    const canvas = (label) =>
      /** @type {HTMLCanvasElement} */ (make("canvas", { role: "img", "aria-label": label }));
    this.left = canvas("the data");
    this.right = canvas("the negative log-likelihood");
    this.controls = runControls(options, (patch) => app.choose(patch));
    this.transport = transport(app);
    this.transport.showSpeed(app.player.speed);
    this.presents = make(
      "button",
      { type: "button", "aria-pressed": "false", "aria-keyshortcuts": "p", title: PRESENTS },
      "Present",
    );
    if (has("view")) this.transport.element.append(this.presents);
    this.layers = layerControls(app.scene.layers, (patch) => app.setLayers(patch));
    this.picture = pictureControls(app.scene.layers, (patch) => app.setLayers(patch), this.layers.boxes);
    this.layers.right.prepend(...this.picture.elements);
    this.note = make("p", { class: "emx-note" });
    this.problem = make("p", { class: "emx-problem", role: "alert" });
    this.said = make("p", { class: "emx-said", role: "alert" });
    this.status = new Status(this, this.transport, () => app.settled());
    this.atlas = new Atlas(
      options.counts,
      options.seeds,
      (n_components, seed) => app.toEnd({ n_components, seed }),
      (canvas, row, K) => app.scene.data && drawThumbnail(canvas, row, K, app.scene.data),
    );
    this.atlas.element.hidden = true;
    this.own = new OwnPanel(app);
    this.stories = app.stories;
    // What they tell is true of whole runs of the right steps.
    if (has("stories") && !options.has_own_steps && options.max_iter >= WHOLE)
      this.controls.element.append(app.stories.element);
    this.share = new SharePanel(app, options);
    this.numbers = new NumbersPanel(app);
    this.panels = [this.left, this.right].map((picture) =>
      make("div", { class: "emx-panel" }, make("img", { hidden: true }), picture),
    );
    this.stage = make(
      "div",
      { class: "emx-panels", tabindex: "0", role: "group", "aria-label": `Pictures of EM. ${KEYS_HELP}` },
      ...this.panels,
      app.stories.card.element,
    );
    this.foot = foot(app, has, options.large);
    this.table = new TablePanel(app, this.stage);
    /** @type {HTMLElement} */
    this.element = make(
      "div",
      { class: "emx", role: "region", "aria-label": "EM explorer", tabindex: "-1" },
      this.controls.element,
      this.problem,
      this.said,
      this.stage,
      this.transport.element,
      ...this.status.elements,
      app.comparison.line,
      has("layers") ? make("div", { class: "emx-under" }, this.layers.left, this.layers.right) : null,
      this.note,
      this.foot,
      this.atlas.element,
      make(
        "div",
        { class: "emx-folds" },
        this.numbers.element,
        (this.starts = make("div", { hidden: !has("own") }, this.own.element, this.table.element)),
        has("share") ? this.share.element : null,
      ),
    );
    this.element.classList.toggle("emx-large", options.large);
  }

  /** @param {HTMLElement} panel */
  addBasins(panel) {
    this.starts.append(panel);
  }

  /** @param {import("../runs/choice.js").Choice} choice */
  showChoice(choice) {
    this.controls.show(choice);
    this.stories.showChoice(choice);
    this.said.textContent = "";
    this.atlas.choose(choice.n_components, choice.seed);
  }

  get isLarge() {
    return this.element.classList.contains("emx-large");
  }
}

/**
 * @param {import("./explorer.js").Explorer} app
 * @param {(name: string) => boolean} has
 * @param {boolean} isLarge
 */
function foot(app, has, isLarge) {
  /**
   * @param {string} label
   * @param {() => boolean} action
   * @param {boolean} [isOn]
   * @param {string} [title]
   */
  const toggle = (label, action, isOn = false, title = "") => {
    /** @type {HTMLElement} */
    const button = make("button", { type: "button", "aria-pressed": String(isOn), title }, label);
    button.onclick = () => button.setAttribute("aria-pressed", String(action()));
    return button;
  };
  const fullScreen = { type: "button", title: FULL, onclick: () => app.surroundings.toggleFullScreen() };
  return make(
    "div",
    { class: "emx-bar emx-foot" },
    has("atlas") ? toggle("Atlas of K and seeds", () => app.showing.toggleAtlas()) : null,
    ...(has("compare") ? [app.comparison.pinButton, app.comparison.kmeansButton] : []),
    has("view") ? toggle("Large type", () => app.surroundings.toggleLarge(), isLarge, LARGE) : null,
    has("view") ? make("button", fullScreen, "Full screen") : null,
    make("details", { class: "emx-keys" }, make("summary", {}, "Keys"), make("p", {}, KEYS_HELP)),
  );
}
