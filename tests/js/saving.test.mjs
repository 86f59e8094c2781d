import assert from "node:assert/strict";
import { test } from "node:test";
import {
  beforeSaving,
  inOrder,
  saveWhatIsShown,
  shownOf,
  showThoseFoundLater,
} from "../../gmm_helpers/drawing/static/saving.js";

globalThis.document ??= { querySelectorAll: () => [] };

const id = (n) => String(n).padStart(32, "0");
const OURS = "gmm_helpers.explorer.widget.EMExplorer";

class Model {
  constructor(n, state, comm_live) {
    Object.assign(this, { model_id: id(n), state, _comm_live: comm_live });
  }
  get comm_live() {
    return this._comm_live;
  }
  set comm_live(_) {
    assert.fail("the views would hear of it");
  }
}

// As JupyterLab's manager: it saves what is alive.
class Manager {
  constructor(models, shown) {
    this._modelsSync = new Map(models.map((model) => [model.model_id, model]));
    const outputs = shown.map((n) => ({
      data: { "application/vnd.jupyter.widget-view+json": { model_id: id(n) } },
    }));
    this.context = {
      model: { toJSON: () => ({ cells: [{ outputs }], metadata: { widgets: { old: id(4) } } }) },
    };
  }
  get_state_sync() {
    const live = [...this._modelsSync.values()].filter((model) => model.comm_live);
    return {
      version: 2,
      state: Object.fromEntries(live.map(({ model_id, state }) => [model_id, { state }])),
    };
  }
}

test("what an output shows is saved with all it needs, also without its kernel", () => {
  const box = new Model(1, { children: [`IPY_MODEL_${id(2)}`] }, false);
  const explorer = new Model(2, { _anywidget_id: OURS, layout: `IPY_MODEL_${id(3)}` }, false);
  const models = [box, explorer, new Model(3, {}, false), new Model(4, { _anywidget_id: OURS }, false)];
  const manager = new Manager(models, [1]);
  assert.deepEqual(manager.get_state_sync().state, {});
  saveWhatIsShown(manager);
  saveWhatIsShown(manager); // by a second explorer
  const saved = manager.get_state_sync({ drop_defaults: true });
  assert.deepEqual(Object.keys(saved.state).toSorted(), [id(1), id(2), id(3)]);
  assert.equal(saved.version, 2);
  assert.ok(models.every((model) => !model.comm_live));
});

test("an explorer of an earlier run of its cell is not saved; widgets of others are", () => {
  const models = [1, 2].map((n) => new Model(n, { _anywidget_id: OURS }, true));
  const manager = new Manager([...models, new Model(3, { value: 1 }, true)], [2]);
  saveWhatIsShown(manager);
  assert.deepEqual(Object.keys(manager.get_state_sync().state), [id(2), id(3)]);
});

test("what a widget has not told yet is saved, until it ends", () => {
  const explorer = new Model(1, { seed: 0 }, true);
  const manager = new Manager([explorer], [1]);
  const end = beforeSaving(manager, () => (explorer.state.seed = 1));
  saveWhatIsShown(manager);
  assert.equal(manager.get_state_sync({}).state[id(1)].state.seed, 1);
  explorer.state.seed = 2;
  end();
  assert.equal(manager.get_state_sync({}).state[id(1)].state.seed, 2);
  assert.equal(beforeSaving(undefined, assert.fail)(), false); // a page without a manager
});

test("other managers are left as they are", () => {
  for (const manager of [
    undefined,
    {},
    { context: {} },
    { _modelsSync: new Map(), context: { model: {} } },
  ]) {
    saveWhatIsShown(manager);
    assert.ok(!manager || !("get_state_sync" in manager));
  }
});

test("an identifier in some other text is none", () => {
  assert.deepEqual(shownOf({ [id(1)]: { state: { _anywidget_id: OURS } } }, [`see ${id(1)}`], new Set()), {});
});

// A notebook as JupyterLab has it after it restored a widget, and its file.
function reopened(change = () => {}) {
  const manager = new Manager([new Model(1, { _anywidget_id: OURS }, false)], [1]);
  saveWhatIsShown(manager);
  const { cells } = manager.context.model.toJSON();
  const metadata = { widgets: { "application/vnd.jupyter.widget-state+json": manager.get_state_sync() } };
  const content = JSON.parse(JSON.stringify({ metadata, cells }));
  delete manager.get_state_sync; // as if it was opened now
  const now = { cells: structuredClone(cells), metadata: { widgets: {} } };
  Object.assign(manager.context, {
    path: "a.ipynb",
    _manager: { contents: { get: async () => ({ content }) } },
  });
  manager.context.model = { dirty: true, toJSON: () => now };
  change(now, content, manager);
  saveWhatIsShown(manager);
  return manager.context.model;
}

test("a notebook is only called changed where its file is another", async () => {
  const models = [
    reopened(),
    reopened((now) => now.cells.push({ source: "1" })),
    reopened((now) => (now.cells[0].outputs = [])),
    reopened((now) => (now.metadata.language = "other")),
    reopened(
      (now, content, manager) => (manager._modelsSync.get(id(1)).state = { _anywidget_id: OURS, value: 2 }),
    ),
    reopened(
      (now, content, manager) => (manager.context._manager.contents.get = async () => assert.fail("no file")),
    ),
  ];
  await new Promise((resolve) => setTimeout(resolve, 1300));
  assert.deepEqual(
    models.map(({ dirty }) => dirty),
    [false, true, true, true, true, true],
  );
});

test("neither trust nor the order of keys is a change", () => {
  assert.equal(inOrder({ a: 1, b: { trusted: true, d: [1], c: 2 } }), inOrder({ b: { c: 2, d: [1] }, a: 1 }));
  assert.notEqual(inOrder({ a: [1, 2] }), inOrder({ a: [2, 1] }));
});

test("what was drawn before its widget was there is drawn again, and nothing else", () => {
  const data = { "application/vnd.jupyter.widget-view+json": { model_id: id(1) } };
  const cellsOf = () => {
    const all = [data, { "application/vnd.jupyter.widget-view+json": { model_id: id(2) } }, undefined];
    return { length: 3, get: (i) => ({ toJSON: () => ({ data: all[i] }) }), set: (i) => drawn.push(i) };
  };
  const drawn = [];
  const manager = {
    has_model: (known) => known === id(1),
    context: { model: { cells: { get: (i) => i === 4 && { outputs: cellsOf() } } } },
  };
  const node = (textContent, index) => ({
    textContent,
    closest: () => ({ dataset: { windowedListIndex: index } }),
  });
  const pageOf = (...nodes) => ({ querySelectorAll: () => nodes });
  showThoseFoundLater(manager, pageOf(node("x", "4"), node("Error displaying widget: model not found", "3")));
  assert.deepEqual(drawn, []);
  showThoseFoundLater(manager, pageOf(node("Error displaying widget: model not found", "4")));
  assert.deepEqual(drawn, [0]);
});
