import assert from "node:assert/strict";
import { test } from "node:test";
import { saveWhatIsShown, shownOf } from "../../gmm_helpers/drawing/static/saving.js";

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
    const outputs = shown.map((n) => ({ data: { "application/vnd.jupyter.widget-view+json": { model_id: id(n) } } }));
    this.context = { model: { toJSON: () => ({ cells: [{ outputs }], metadata: { widgets: { old: id(4) } } }) } };
  }
  get_state_sync() {
    const live = [...this._modelsSync.values()].filter((model) => model.comm_live);
    return { version: 2, state: Object.fromEntries(live.map(({ model_id, state }) => [model_id, { state }])) };
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

test("other managers are left as they are", () => {
  for (const manager of [undefined, {}, { context: {} }, { _modelsSync: new Map(), context: { model: {} } }]) {
    saveWhatIsShown(manager);
    assert.ok(!manager || !("get_state_sync" in manager));
  }
});

test("an identifier in some other text is none", () => {
  assert.deepEqual(shownOf({ [id(1)]: { state: { _anywidget_id: OURS } } }, [`see ${id(1)}`], new Set()), {});
});
