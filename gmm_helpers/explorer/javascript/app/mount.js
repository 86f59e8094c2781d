// @ts-nocheck: written anew with issue 17
// Where an explorer is put: into a widget, with Python behind it, or into a page on disk.

import { Explorer } from "./explorer.js";
import { unpack } from "../runs/payload.js";
import { watchKernel } from "../../../drawing/static/kernel.js";
import { saveWhatIsShown } from "../../../drawing/static/saving.js";
import { KernelSource, PageSource, Store } from "../runs/store.js";

const CONFIG = ["data", "n_components", "seed", "start", "reg_covar", "own_start", "own_points"];

const MAX_RUNS = 100; // one of 10,000 samples takes up to a megabyte

const sources = new Map();

// For anywidget: the model is the Python side. All its views share what has arrived.
export function initialize({ model }) {
  const source = new KernelSource(model, new Store(MAX_RUNS));
  const first = unpack(model.get("_first"));
  source.kept = first.words.config;
  source.store.take(source.kept, first);
  source.told = first.words.problem ?? first.words.warning;
  sources.set(model.get("options").key, source);
  saveWhatIsShown(model.widget_manager);
  return () => sources.delete(model.get("options").key);
}

export async function render({ model, el }) {
  const read = () => Object.fromEntries(CONFIG.map((name) => [name, model.get(name)]));
  const { key } = model.get("options");
  let explorer = null;
  const kernel = await watchKernel(model, key, (gone) => explorer?.limits.ofKernel(!gone));
  const source = sources.get(key);
  source.canRun = !kernel.isGone();
  const config = source.has(read()) ? read() : source.kept;
  const options = { ...model.get("options"), ...model.get("view") };
  let telling = false;
  const tell = (values) => {
    telling = true;
    for (const [name, value] of Object.entries(values)) model.set(name, value);
    telling = false;
    kernel.ask();
    if (!kernel.isGone()) model.save_changes();
  };
  const onchange = (changed) => tell(Object.fromEntries(CONFIG.map((name) => [name, changed[name]])));
  let seen = ""; // one that is as it began is no change of the notebook
  const onview = (view) => {
    if (JSON.stringify(view) !== seen) tell({ view: JSON.parse((seen = JSON.stringify(view))) });
  };
  explorer = new Explorer(options, config, source, onchange, onview);
  seen = JSON.stringify(explorer.view);
  if (source.told) explorer.problem.textContent = source.told;
  let following = 0;
  const follow = () => {
    if (telling) return;
    clearTimeout(following); // several traits may change together
    following = setTimeout(adopt, 0);
  };
  const adopt = () => {
    const now = read();
    if (JSON.stringify(now) === JSON.stringify(explorer.config)) return;
    explorer.config = now;
    explorer.load();
  };
  for (const name of CONFIG) model.on(`change:${name}`, follow);
  el.classList.add("emx-host");
  el.append(explorer.element);
  explorer.surroundings.resize();
  explorer.limits.ofKernel(!kernel.isGone());
  explorer.element.addEventListener("focusin", kernel.ask);
  return () => {
    kernel.stop();
    clearTimeout(following);
    for (const name of CONFIG) model.off(`change:${name}`, follow);
    explorer.close();
  };
}

// For a page on disk: everything is in it.
export function open(page, el) {
  const source = new PageSource(page, new Store());
  const explorer = new Explorer(page.options, page.config, source);
  el.append(explorer.element);
  explorer.surroundings.resize();
  source.unpackAll();
  return explorer;
}
