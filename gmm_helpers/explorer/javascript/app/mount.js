// Where an explorer is put: into a widget, with Python behind it, or into a page on disk.

import { PageAddress } from "./page_address.js";
import { Explorer } from "./explorer.js";
import { FIELDS } from "../runs/choice.js";
import { fromBase64 } from "../runs/blocks.js";
import { Datasets } from "../runs/datasets.js";
import { OwnSteps } from "../runs/own_steps.js";
import { watchKernel } from "../../../drawing/static/kernel.js";
import { beforeSaving, saveWhatIsShown } from "../../../drawing/static/saving.js";

/** @typedef {import("../runs/choice.js").Choice} Choice */
/** @typedef {{datasets: Datasets, own: OwnSteps | null}} Sources */

// Milliseconds: who goes through many runs tells Python, and the notebook, of the last one only; a
// kernel that is told something makes all of JupyterLab draw its signs of being busy.
const REST = 300;

/** @type {Map<string, Sources>} */
const known = new Map();

/**
 * @param {{datasets: any, own_data: any, own_run: any}} blocks
 * @param {boolean} hasOwnSteps
 * @param {((content: object) => void) | null} send
 * @returns {Sources}
 */
function sourcesOf(blocks, hasOwnSteps, send) {
  const datasets = new Datasets();
  datasets.take(blocks.datasets);
  datasets.take(blocks.own_data);
  const own = hasOwnSteps ? new OwnSteps(datasets, send) : null;
  if (own && blocks.own_run.byteLength) own.takeKept(blocks.own_run);
  return { datasets, own };
}

// For anywidget: the model is the Python side. All its views share what has arrived.
/** @param {{model: any}} about */
export function initialize({ model }) {
  const { key, has_own_steps: hasOwnSteps } = model.get("options");
  const blocks = {
    datasets: model.get("_datasets"),
    own_data: model.get("_own_data"),
    own_run: model.get("_own_run"),
  };
  const sources = sourcesOf(blocks, hasOwnSteps, (content) => model.send(content));
  if (sources.own) model.on("msg:custom", sources.own.hear.bind(sources.own));
  known.set(key, sources);
  saveWhatIsShown(model.widget_manager);
  return () => known.delete(key);
}

/** @param {{model: any, el: HTMLElement}} about */
export async function render({ model, el }) {
  const read = () => /** @type {any} */ (Object.fromEntries(FIELDS.map((name) => [name, model.get(name)])));
  const options = { ...model.get("options"), ...model.get("view") };
  /** @type {Explorer | null} */
  let explorer = null;
  const kernel = await watchKernel(model, options.key, (/** @type {boolean} */ gone) =>
    explorer?.setKernel(!gone),
  );
  const sources = /** @type {Sources} */ (known.get(options.key));
  let telling = false;
  /** @param {object} values */
  const tell = (values) => {
    telling = true;
    for (const [name, value] of Object.entries(values)) model.set(name, value);
    telling = false;
    kernel.ask();
    if (!kernel.isGone()) model.save_changes();
  };
  let waiting = 0;
  /** @type {object | null} */
  let untold = null;
  const tellNow = () => {
    clearTimeout(waiting);
    if (untold) tell(untold);
    untold = null;
  };
  /** @param {object} choice which is seen before Python, and the notebook, are told of it */
  const tellSoon = (choice) => {
    clearTimeout(waiting);
    untold = { ...untold, ...choice };
    waiting = window.setTimeout(tellNow, REST);
  };
  const stopTelling = beforeSaving(model.widget_manager, tellNow);
  let seen = ""; // a view that is as it began is no change of the notebook
  const made = new Explorer(options, read(), sources, {
    onchoice: tellSoon,
    // Nothing has moved for a moment: all that is new is told at once.
    onview: (view) => {
      const text = JSON.stringify(view);
      if (text !== seen) untold = { ...untold, view: JSON.parse((seen = text)) };
      tellNow();
    },
  });
  explorer = made;
  seen = JSON.stringify(made.view);
  if (options.problem) made.layout.problem.textContent = options.problem;
  let following = 0;
  const follow = () => {
    if (telling) return;
    clearTimeout(following); // several traits may change together
    following = window.setTimeout(() => made.adopt(read()), 0);
  };
  for (const name of FIELDS) model.on(`change:${name}`, follow);
  el.classList.add("emx-host");
  el.append(made.element);
  made.surroundings.resize();
  made.setKernel(!kernel.isGone());
  made.element.addEventListener("focusin", kernel.ask);
  const stopFetching = fetchAll(model, sources.datasets, made);
  return () => {
    tellNow();
    stopTelling();
    kernel.stop();
    stopFetching();
    clearTimeout(following);
    for (const name of FIELDS) model.off(`change:${name}`, follow);
    made.close();
  };
}

/**
 * A notebook keeps some of very many samples: where there is Python, it has all of them.
 * @param {any} model
 * @param {Datasets} datasets
 * @param {Explorer} explorer
 */
function fetchAll(model, datasets, explorer) {
  if (!datasets.isPart) return () => {};
  const request = Math.random().toString(36).slice(2);
  /**
   * @param {any} message
   * @param {DataView[]} buffers
   */
  const hear = (message, buffers) => {
    if (message?.request !== request) return;
    datasets.take(buffers[0]);
    explorer.showing.forget();
  };
  model.on("msg:custom", hear);
  try {
    model.send({ client: "", request, what: "data" });
  } catch {
    // There is no kernel: what is there is shown.
  }
  return () => model.off("msg:custom", hear);
}

/**
 * For a page on disk: everything is in it.
 * @param {any} page
 * @param {HTMLElement} el
 */
export function open({ options, config, blocks }, el) {
  const bytes = /** @type {any} */ (
    Object.fromEntries(Object.entries(blocks).map(([name, text]) => [name, fromBase64(text)]))
  );
  const sources = sourcesOf(bytes, options.has_own_steps, null);
  const address = new PageAddress(options, config);
  const { choice, view, problems } = address.read();
  const explorer = new Explorer({ ...options, ...view }, choice, sources, {
    onview: () => address.write(explorer.state),
  });
  if (address.isAlone) explorer.layout.share.setLink((state) => address.linkTo(state));
  if (problems.length) explorer.say(problems.join(" "));
  el.append(explorer.element);
  explorer.surroundings.resize();
  explorer.setKernel(false);
  if (address.isAlone) window.addEventListener("keydown", (event) => explorer.keyboard.takeUp(event));
  return explorer;
}
