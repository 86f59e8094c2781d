// Where an explorer is put: into a widget, with Python behind it, or into a page on disk.

import { Explorer } from "./explorer.js";
import { unpack } from "./payload.js";
import { KernelSource, PageSource, Store } from "./store.js";

const CONFIG = ["data", "n_components", "seed", "start", "reg_covar", "own_start", "own_points"];

const MAX_RUNS = 100; // one of 10,000 samples takes up to a megabyte

const sources = new Map();

// For anywidget: the model is the Python side. All its views share what has arrived.
export function initialize({ model }) {
  const source = new KernelSource(model, new Store(MAX_RUNS));
  const first = unpack(model.get("_first"));
  source.store.take(first.words.config, first);
  source.told = first.words.problem ?? first.words.warning;
  sources.set(model.get("options").key, source);
  return () => sources.delete(model.get("options").key);
}

export function render({ model, el }) {
  const read = () => Object.fromEntries(CONFIG.map((name) => [name, model.get(name)]));
  const source = sources.get(model.get("options").key);
  const config = read();
  let telling = false;
  const explorer = new Explorer(model.get("options"), config, source, (changed) => {
    telling = true;
    for (const name of CONFIG) model.set(name, changed[name]);
    telling = false;
    model.save_changes();
  });
  if (source.told) explorer.say(source.told);
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
  return () => {
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
