// Where an explorer is put: into a widget, with Python behind it, or into a page on disk.

import { Explorer } from "./explorer.js";
import { unpack } from "./payload.js";
import { saveWhatIsShown } from "../../drawing/static/saving.js";
import { KernelSource, PageSource, Store } from "./store.js";

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
  // The model as ipywidgets has it, which knows whether there is a kernel behind it.
  const whole = await model.widget_manager?.get_model?.(model.get("options").key).catch(() => null);
  const isAlive = () => whole?.comm_live !== false;
  const source = sources.get(model.get("options").key);
  source.canRun = isAlive();
  const config = source.has(read()) ? read() : source.kept;
  const options = { ...model.get("options"), ...model.get("view") };
  let telling = false;
  const tell = (values) => {
    telling = true;
    for (const [name, value] of Object.entries(values)) model.set(name, value);
    telling = false;
    model.save_changes();
  };
  const onchange = (changed) => tell(Object.fromEntries(CONFIG.map((name) => [name, changed[name]])));
  let seen = JSON.stringify(model.get("view"));
  const onview = (view) => {
    if (JSON.stringify(view) !== seen) tell({ view: JSON.parse((seen = JSON.stringify(view))) });
  };
  const explorer = new Explorer(options, config, source, onchange, onview);
  if (source.told) explorer.problem.textContent = source.told;
  const connect = () => explorer.limits.ofKernel(isAlive());
  model.on("comm_live_update", connect);
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
  connect();
  return () => {
    model.off("comm_live_update", connect);
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
