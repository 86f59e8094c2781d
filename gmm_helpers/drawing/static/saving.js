// What JupyterLab saves of the widgets in a notebook.
//
// By itself it saves those whose kernel lives, and all of them. So a notebook that is only opened
// and saved again, or saved after a restart, would lose its pictures, and with each rerun of a cell
// it would grow by a widget that nobody sees. Here it saves what its outputs show.

const ID = /(?:"|IPY_MODEL_)([0-9a-f]{32})"/g;
const OURS = "gmm_helpers.";
const STATE = "application/vnd.jupyter.widget-state+json";
const VIEW = "application/vnd.jupyter.widget-view+json";
const NOT_FOUND = "Error displaying widget: model not found";
const SETTLED = 1000; // milliseconds after the last widget was restored

/** @param {any} manager */
export function saveWhatIsShown(manager) {
  const notebook = manager?.context?.model;
  const known = manager?._modelsSync; // by JupyterLab's manager; others save in other ways
  if (!notebook?.toJSON || !known || Object.hasOwn(manager, "get_state_sync")) return;
  const save = manager.get_state_sync.bind(manager);
  /** @param {any} options */
  manager.get_state_sync = (options) => {
    for (const act of manager.beforeSaving ?? []) act();
    const alone = [...known.values()].filter((model) => !model.comm_live);
    for (const model of alone) model._comm_live = true; // the setter would tell the views
    try {
      const saved = save(options);
      const gone = new Set(alone.map((model) => model.model_id));
      return { ...saved, state: shownOf(saved.state, notebook.toJSON().cells, gone) };
    } finally {
      for (const model of alone) model._comm_live = false;
    }
  };
  whenRestored(manager, async () => {
    showThoseFoundLater(manager, document);
    await takeBackItsMark(manager);
  });
}

/**
 * Has something done each time before the widgets are saved; returns how to end that. The manager
 * keeps it, as there is one of these modules in each kind of widget.
 * @param {any} manager
 * @param {() => void} act
 */
export function beforeSaving(manager, act) {
  if (!manager) return () => false;
  manager.beforeSaving ??= new Set();
  manager.beforeSaving.add(act);
  return () => manager.beforeSaving.delete(act);
}

/**
 * @param {any} manager
 * @param {() => void} act
 */
function whenRestored(manager, act) {
  let timer = 0;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(act, SETTLED);
  };
  manager.restored?.connect(later);
  later();
}

/**
 * JupyterLab restores the widgets of the kernel and of the file at the same time. An output that is
 * drawn between the two says "not found" for ever, so it is drawn again once the widget is there.
 * @param {any} manager
 * @param {any} page
 */
export function showThoseFoundLater(manager, page) {
  const cells = manager.context?.model?.cells;
  for (const node of page.querySelectorAll(".jp-Cell .jp-OutputArea-output.jupyter-widgets")) {
    if (!node.textContent.startsWith(NOT_FOUND)) continue;
    const cell = node.closest("[data-windowed-list-index]");
    const outputs = cell && cells?.get(Number(cell.dataset.windowedListIndex))?.outputs;
    for (let i = 0; i < (outputs?.length ?? 0); i++) {
      const output = outputs.get(i).toJSON();
      if (manager.has_model(output.data?.[VIEW]?.model_id)) outputs.set(i, output);
    }
  }
}

/**
 * JupyterLab calls a notebook changed as soon as it has restored its widgets. Where all that would
 * be saved is in the file already, it is not.
 * @param {any} manager
 */
async function takeBackItsMark(manager) {
  const { context } = manager;
  if (!context?.model?.dirty) return;
  const asked = { type: "notebook", format: "json", content: true };
  const file = await context._manager?.contents?.get(context.path, asked).catch(() => null);
  if (!file?.content || !manager.context?.model) return;
  const now = context.model.toJSON(); // after the file has come, as somebody may be typing
  const widgets = { [STATE]: manager.get_state_sync({ drop_defaults: true }) };
  const saved = { ...now, metadata: { ...now.metadata, widgets } };
  if (inOrder(saved) === inOrder(file.content)) context.model.dirty = false;
}

/**
 * As text that does not depend on the order of keys, nor on whether the file is trusted here.
 * @param {any} content
 */
export function inOrder(content) {
  /**
   * @param {string} key
   * @param {any} value
   */
  const sorted = (key, value) => {
    if (key === "trusted") return undefined;
    if (Object.prototype.toString.call(value) !== "[object Object]") return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  return JSON.stringify(content, sorted);
}

/**
 * Without our own, and those of kernels that are gone, that no output leads to.
 * @param {Record<string, any>} state
 * @param {any[]} cells
 * @param {Set<string>} gone
 */
export function shownOf(state, cells, gone) {
  const shown = new Set();
  const texts = [JSON.stringify(cells)];
  for (const text of texts) {
    for (const [, id] of text.matchAll(ID)) {
      if (!(id in state) || shown.has(id)) continue;
      shown.add(id);
      texts.push(JSON.stringify(state[id].state));
    }
  }
  /** @param {string} id */
  const isOurs = (id) => String(state[id].state._anywidget_id).startsWith(OURS);
  /** @param {[string, any]} entry */
  const kept = ([id]) => shown.has(id) || !(gone.has(id) || isOurs(id));
  return Object.fromEntries(Object.entries(state).filter(kept));
}
