// Everything that is pressed or chosen, apart from the atlas and one's own data.

import { allow, choice, make, sign, stepper, tick } from "./dom.js";

/** @typedef {import("../runs/data.js").Data} Data */
/** @typedef {import("../drawing/look.js").Layers} Layers */
/**
 * @typedef {Exclude<keyof Layers, "color" | "picture" | "along">} LayerName
 * @typedef {object} Options
 * @property {string[]} controls
 * @property {string[]} data
 * @property {string[]} starts
 * @property {string[]} reg_covars
 * @property {number[]} counts
 * @property {number[]} seeds
 */

export const SPEEDS = [1, 2, 4, 8, 15, 30, 60]; // half-steps a second
export const COLORINGS = { pie: "pies", blend: "blended", hard: "hard", none: "grey" };
const CHOICES = /** @type {const} */ (["data", "start", "reg_covar"]);
const SIGNS = {
  first: "M2 2h2v12H2zM14 2v12L5 8z",
  back: "M3 2h2v12H3zM13 3v10L6 8z",
  play: "M4 2l10 6-10 6z",
  pause: "M3 2h4v12H3zM9 2h4v12H9z",
  on: "M13 2h-2v12h2zM3 3v10l7-5z",
  last: "M14 2h-2v12h2zM2 2v12l9-6z",
};
/** @type {[LayerName, string, string][]} */
const LAYERS = [
  ["ellipses", "ellipses", "1 and 2 standard deviations of each component"],
  ["trails", "trails", "the path that each mean has taken"],
  ["contours", "density", "contours of the mixture's density"],
  ["truth", "truth", "the mixture the data were drawn from"],
];
/** @type {[LayerName, string, string][]} */
const CHART_LAYERS = [
  ["bound", "bound", "the upper bound NLL + KL gap (minus the lower bound of the log-likelihood)"],
  ["zoom", "zoom in", "only the half-steps near the marker"],
];

/**
 * Data, K, seed, start, reg_covar.
 * @param {Options} options
 * @param {(patch: Record<string, any>) => void} change
 */
export function runControls(options, change) {
  /** @param {string} name */
  const has = (name) => options.controls.includes(name);
  const parts = {
    data: choice("data", options.data, (data) => change({ data })),
    n_components: stepper("K", options.counts[0], options.counts[options.counts.length - 1], (n_components) =>
      change({ n_components }),
    ),
    seed: stepper("seed", options.seeds[0], options.seeds[options.seeds.length - 1], (seed) =>
      change({ seed }),
    ),
    start: choice("start", options.starts, (start) => change({ start })),
    reg_covar: choice("reg_covar", options.reg_covars, (value) => change({ reg_covar: Number(value) })),
  };
  const element = make(
    "div",
    { class: "emx-bar" },
    ...Object.entries(parts).map(([name, part]) => (has(name) ? part.element : null)),
  );
  /** @param {Record<string, any>} config */
  const show = (config) => {
    parts.n_components.show(config.n_components);
    parts.seed.show(config.seed);
    for (const name of CHOICES) parts[name].choose(config[name]);
  };
  return { element, show };
}

/**
 * @param {{go: (h: number) => void, move: (by: number) => void, jump: (h: number) => void,
 *   setSpeed: (speed: number) => void, player: {toggle: () => void}}} app
 */
export function transport(app) {
  /**
   * @param {keyof typeof SIGNS} name
   * @param {string} label
   * @param {string} keys
   * @param {() => void} action
   */
  const button = (name, label, keys, action) =>
    make(
      "button",
      {
        type: "button",
        "aria-label": label,
        title: `${label} (${keys})`,
        "aria-keyshortcuts": keys,
        onclick: action,
      },
      sign(SIGNS[name]),
    );
  const first = button("first", "First", "Home", () => app.go(0));
  const back = button("back", "Half-step back", "ArrowLeft", () => app.move(-1));
  const play = button("play", "Play", "Space", () => app.player.toggle());
  const on = button("on", "Half-step forward", "ArrowRight", () => app.move(1));
  const last = button("last", "Last", "End", () => app.go(Infinity));
  const range = make("input", {
    type: "range",
    min: "0",
    step: "1",
    "aria-label": "half-step",
    oninput: () => app.jump(Number(range.value)),
  });
  const speed = choice("speed", SPEEDS.map(String), (value) => app.setSpeed(Number(value)));
  speed.element.title = "half-steps per second (+ and −)";
  play.classList.add("emx-play");
  const element = make(
    "div",
    { class: "emx-transport", role: "group", "aria-label": "transport" },
    first,
    back,
    play,
    on,
    last,
    range,
    speed.element,
  );
  /**
   * @param {{ h: number, end: number, isPlaying: boolean, text: string, why?: string }} shown `why` is
   *   a reason why nothing can be played
   */
  const show = ({ h, end, isPlaying, text, why = "" }) => {
    range.max = String(end);
    range.value = String(h);
    range.setAttribute("aria-valuetext", text);
    for (const button of [first, back]) allow(button, h > 0);
    for (const button of [on, last]) allow(button, h < end);
    const label = isPlaying ? "Pause" : "Play";
    play.title = why || `${label} (Space)`;
    allow(play, why === ""); // its title tells why
    if (play.getAttribute("aria-label") === label) return;
    play.setAttribute("aria-label", label);
    play.replaceChildren(sign(SIGNS[isPlaying ? "pause" : "play"]));
  };
  return { element, show, showSpeed: (/** @type {number} */ value) => speed.choose(value) };
}

/**
 * @param {Layers} layers
 * @param {(patch: Partial<Layers>) => void} change
 */
export function layerControls(layers, change) {
  const coloring = choice("samples", Object.values(COLORINGS), (text) => {
    const names = /** @type {(keyof typeof COLORINGS)[]} */ (Object.keys(COLORINGS));
    change({ color: names.find((name) => COLORINGS[name] === text) });
  });
  coloring.select.value = COLORINGS[layers.color];
  /** @type {Record<string, ReturnType<typeof tick>>} */
  const boxes = {};
  /**
   * @param {keyof Layers} name
   * @param {boolean} on
   */
  const turn = (name, on) => {
    change({ [name]: on });
    // Over a whole run the gap is thinner than the line.
    if (name === "bound" && on && !boxes.zoom.input.checked) boxes.zoom.input.click();
  };
  /** @param {[LayerName, string, string]} layer */
  const box = ([name, label, title]) => {
    boxes[name] = tick(label, (on) => turn(name, on), title);
    boxes[name].input.checked = Boolean(layers[name]);
    return boxes[name].element;
  };
  const left = make(
    "div",
    { class: "emx-layers", role: "group", "aria-label": "data picture" },
    coloring.element,
    ...LAYERS.map(box),
  );
  const right = make(
    "div",
    { class: "emx-layers", role: "group", "aria-label": "right picture" },
    ...CHART_LAYERS.map(box),
  );
  /** @param {Data | null} data */
  const show = (data) => {
    boxes.bound.input.disabled = Boolean(data?.isPart); // it is a sum over all samples
    boxes.truth.input.disabled = !data?.truth;
    boxes.truth.element.title = data?.truth
      ? LAYERS[3][2]
      : "the mixture these data were drawn from is not known";
  };
  /** @param {Layers} values */
  const set = (values) => {
    coloring.select.value = COLORINGS[values.color];
    for (const [name, { input }] of Object.entries(boxes)) {
      input.checked = Boolean(values[/** @type {keyof Layers} */ (name)]);
    }
  };
  return { left, right, boxes, show, set };
}
