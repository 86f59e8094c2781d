// Where an explorer is put: into a widget, with Python behind it, or into a page on disk.

import { Explorer } from "./explorer.js";
import { unpack } from "./payload.js";
import { KernelSource, PageSource, Store } from "./store.js";

const CONFIG = ["data", "n_components", "seed", "start", "reg_covar", "own_start", "own_points"];

// For anywidget: the model is the Python side.
export function render({ model, el }) {
  const read = () => Object.fromEntries(CONFIG.map((name) => [name, model.get(name)]));
  const store = new Store();
  const config = read();
  const first = unpack(model.get("_first"));
  store.take(first.words.config, first);
  const source = new KernelSource(model, store);
  let telling = false;
  const explorer = new Explorer(model.get("options"), config, source, store, (changed) => {
    telling = true;
    for (const name of CONFIG) model.set(name, changed[name]);
    telling = false;
    model.save_changes();
  });
  const told = first.words.problem ?? first.words.warning;
  if (told) explorer.say(told);
  const follow = () => {
    const now = read();
    if (telling || JSON.stringify(now) === JSON.stringify(explorer.config)) return;
    explorer.config = now;
    explorer.load();
  };
  for (const name of CONFIG) model.on(`change:${name}`, follow);
  el.append(explorer.element);
  explorer._resize();
  return () => {
    for (const name of CONFIG) model.off(`change:${name}`, follow);
    explorer.close();
  };
}

// For a page on disk: everything is in it.
export function open(page, el) {
  const store = new Store();
  const source = new PageSource(page, store);
  const explorer = new Explorer(page.options, page.config, source, store);
  el.append(explorer.element);
  explorer._resize();
  source.unpackAll();
  return explorer;
}
