// What JupyterLab saves of the widgets in a notebook.
//
// By itself it saves those whose kernel lives, and all of them. So a notebook that is only opened
// and saved again, or saved after a restart, would lose its pictures, and with each rerun of a cell
// it would grow by a widget that nobody sees. Here it saves what its outputs show.

const ID = /(?:"|IPY_MODEL_)([0-9a-f]{32})"/g;
const OURS = "gmm_helpers.";

export function saveWhatIsShown(manager) {
  const notebook = manager?.context?.model;
  const known = manager?._modelsSync; // by JupyterLab's manager; others save in other ways
  if (!notebook?.toJSON || !known || Object.hasOwn(manager, "get_state_sync")) return;
  const save = manager.get_state_sync.bind(manager);
  manager.get_state_sync = (options) => {
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
}

// Without our own, and those of kernels that are gone, that no output leads to.
export function shownOf(state, cells, gone) {
  const shown = new Set();
  const texts = [JSON.stringify(cells)];
  while (texts.length) {
    for (const [, id] of texts.pop().matchAll(ID)) {
      if (!(id in state) || shown.has(id)) continue;
      shown.add(id);
      texts.push(JSON.stringify(state[id].state));
    }
  }
  const isOurs = (id) => String(state[id].state._anywidget_id).startsWith(OURS);
  const kept = ([id]) => shown.has(id) || !(gone.has(id) || isOurs(id));
  return Object.fromEntries(Object.entries(state).filter(kept));
}
