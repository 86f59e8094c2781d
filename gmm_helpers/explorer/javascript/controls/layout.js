// The elements of an explorer, from top to bottom.

import { Atlas } from "./atlas.js";
import { layerControls, runControls, transport } from "./controls.js";
import { make } from "./dom.js";

const KEYS_HELP =
  "Keys: ← → half-step, ↑ ↓ iteration, Home, End, space plays, K k more or fewer components, " +
  "S s seed, + − speed, f full screen, Esc back to the notebook.";

/** @param {any} app */
export function layout(app) {
  const { options } = app;
  /** @param {string} name */
  const has = (name) => options.controls.includes(name);
  const parts = {
    left: make("canvas", { role: "img", "aria-label": "the data" }),
    right: make("canvas", { role: "img", "aria-label": "the negative log-likelihood" }),
    controls: runControls(options, (patch) => app.change(patch)),
    transport: transport(app),
    layerControls: layerControls(app.layers, (patch) => app.setLayers(patch)),
    note: make("p", { class: "emx-note" }),
    problem: make("p", { class: "emx-problem", role: "alert" }),
    said: make("p", { class: "emx-said", role: "alert" }),
    badge: make("strong", { class: "emx-badge" }),
    where: make("span", { class: "emx-where" }),
    weights: make("span", { class: "emx-weights", title: "mixture weights of components 0, 1, 2 and so on" }),
    why: make("p", { class: "emx-why" }),
    live: make("p", { class: "emx-hidden", role: "status" }),
    atlas: new Atlas(options.counts, options.seeds, (n_components, seed) =>
      app.change({ n_components, seed }),
    ),
    ownPlace: make("div", { hidden: !has("own") }),
  };
  const {
    left,
    right,
    controls,
    layerControls: layers,
    note,
    problem,
    said,
    badge,
    where,
    weights,
    why,
    live,
  } = parts;
  parts.atlas.element.hidden = true;
  parts.transport.showSpeed(app.player.speed);
  const stage = make(
    "div",
    { class: "emx-panels", tabindex: "0", role: "group", "aria-label": `Pictures of EM. ${KEYS_HELP}` },
    make("div", { class: "emx-panel" }, make("img", { hidden: true }), left),
    make("div", { class: "emx-panel" }, make("img", { hidden: true }), right),
  );
  const element = make(
    "div",
    { class: "emx", role: "region", "aria-label": "EM explorer", tabindex: "-1" },
    controls.element,
    problem,
    said,
    stage,
    has("layers") ? make("div", { class: "emx-under" }, layers.left, layers.right) : null,
    parts.transport.element,
    make("div", { class: "emx-status" }, badge, where, weights),
    why,
    live,
    note,
    foot(app, has),
    parts.atlas.element,
    parts.ownPlace,
  );
  return { ...parts, stage, element };
}

/**
 * @param {any} app
 * @param {(name: string) => boolean} has
 */
function foot(app, has) {
  /**
   * @param {string} label
   * @param {() => boolean} action
   * @param {boolean} on
   */
  const toggle = (label, action, on = false) => {
    /** @type {() => void} */
    const press = () => button.setAttribute("aria-pressed", String(action()));
    const button = make("button", { type: "button", "aria-pressed": String(on), onclick: press }, label);
    return button;
  };
  const fullScreen = { type: "button", onclick: () => app.surroundings.toggleFullScreen() };
  return make(
    "div",
    { class: "emx-bar emx-foot" },
    has("atlas") ? toggle("Atlas of K and seeds", () => app.filler.toggle()) : null,
    has("view") ? toggle("Large type", () => app.surroundings.toggleLarge(), app.options.large) : null,
    has("view") ? make("button", fullScreen, "Full screen") : null,
    make("details", { class: "emx-keys" }, make("summary", {}, "Keys"), make("p", {}, KEYS_HELP)),
  );
}
