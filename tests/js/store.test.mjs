import assert from "node:assert/strict";
import { test } from "node:test";
import {
  KernelSource,
  Store,
  dataKey,
  rowKey,
  runKey,
} from "../../gmm_helpers/explorer/javascript/runs/store.js";
import { MIXTURE, POINTS, rowOf } from "./helpers.mjs";

const CONFIG = {
  data: "ring",
  n_components: 2,
  seed: 3,
  start: "k-means++",
  reg_covar: 0.1,
  own_start: [],
  own_points: [],
};
const RUN = { n_components: 2, last: 1, ended: "max_iter", message: "", rises: [], own: [] };
const ARRAYS = {
  params: rowOf(MIXTURE),
  nll: Float64Array.of(9),
  X: Float64Array.from(POINTS.flat()),
  origin: new Float64Array(2),
  axes: Float64Array.of(1, 0, 0, 1),
};
const DATA = { labels: ["x₁", "x₂"], note: "", truth: 0 };

test("keys tell apart what a run depends on, and nothing else", () => {
  for (const change of [
    { data: "course" },
    { n_components: 4 },
    { seed: 5 },
    { start: "identity" },
    { reg_covar: 0 },
  ]) {
    assert.notEqual(runKey({ ...CONFIG, ...change }), runKey(CONFIG));
  }
  assert.equal(runKey({ ...CONFIG, own_start: [1], own_points: [[1, 2]] }), runKey(CONFIG));
  const own = { ...CONFIG, start: "own start" };
  assert.notEqual(runKey({ ...own, own_start: [1] }), runKey(own));
  const points = { ...CONFIG, data: "own points" };
  assert.notEqual(dataKey({ ...points, own_points: [[1, 2]] }), dataKey(points));
  assert.equal(rowKey({ ...CONFIG, seed: 7 }), rowKey(CONFIG));
});

test("what has arrived is there from then on", () => {
  const store = new Store();
  assert.equal(store.get(CONFIG), undefined);
  const { trace, data } = store.take(CONFIG, { words: { data: DATA, run: RUN }, arrays: ARRAYS });
  assert.equal(data.N, POINTS.length);
  assert.equal(store.get({ ...CONFIG }).trace, trace);
  assert.equal(store.get({ ...CONFIG, seed: 4 }), undefined);
});

test("of many runs the first to come are the first to go", () => {
  const store = new Store(2);
  const come = (seed) => store.take({ ...CONFIG, seed }, { words: { data: DATA, run: RUN }, arrays: ARRAYS });
  const there = () => [1, 2, 3].filter((seed) => store.get({ ...CONFIG, seed }));
  for (const seed of [1, 2, 1, 3]) come(seed);
  assert.deepEqual(there(), [1, 3]);
  assert.ok(new Store().mostRuns > 1e9);
});

test("a problem is passed on and leaves no trace", () => {
  const store = new Store();
  assert.deepEqual(store.take(CONFIG, { words: { problem: "Too few." }, arrays: {} }), {
    problem: "Too few.",
  });
  assert.equal(store.get(CONFIG), undefined);
});

class Model {
  sent = [];
  listeners = new Set();
  on(_, listener) {
    this.listeners.add(listener);
  }
  send(content) {
    this.sent.push(content);
  }
  answer(message, words) {
    const head = JSON.stringify({ words, arrays: {} });
    const padded = head + " ".repeat((8 - ((head.length + 4) % 8)) % 8);
    const block = Buffer.alloc(4 + padded.length);
    block.writeUInt32LE(padded.length, 0);
    block.write(padded, 4);
    for (const listener of this.listeners) listener(message, [block]);
  }
}

test("data are asked for until they are there", () => {
  const [model, store] = [new Model(), new Store()];
  const source = new KernelSource(model, store);
  source.ask(CONFIG, false, () => {});
  assert.equal(model.sent[0].data, true);
  store.take(CONFIG, { words: { data: DATA, run: RUN }, arrays: ARRAYS });
  source.ask({ ...CONFIG, seed: 9 }, false, () => {});
  assert.equal(model.sent[1].data, false);
});

test("an answer reaches who asked, once, and all who asked the same", () => {
  const [model, first, second] = [new Model(), [], []];
  const source = new KernelSource(model, new Store());
  source.ask(CONFIG, false, (answer) => first.push(answer));
  source.ask({ ...CONFIG }, false, (answer) => second.push(answer));
  source.ask({ ...CONFIG, seed: 8 }, false, () => assert.fail("nobody answered this"));
  assert.deepEqual(
    model.sent.map(({ config }) => config.seed),
    [3, 8],
  );
  const { client, request } = model.sent[0];
  model.answer({ client: "another browser", request }, { problem: "not for us" });
  model.answer({ client, request }, { problem: "no" });
  model.answer({ client, request }, { problem: "again" });
  assert.deepEqual([first, second], [[{ problem: "no" }], [{ problem: "no" }]]);
});

test("what Python never answered can be asked again after a while", (context) => {
  const sent = [];
  const source = new KernelSource({ on() {}, send: (message) => sent.push(message) }, new Store());
  let now = 1000;
  context.mock.method(performance, "now", () => now);
  source.ask(CONFIG, false, () => {});
  source.ask(CONFIG, false, () => {});
  assert.equal(sent.length, 1);
  now += 9000;
  source.ask(CONFIG, false, () => {});
  assert.equal(sent.length, 2);
});

test("a choice waits for the answer to the one before, and gives way to the next", () => {
  const [model, answers] = [new Model(), []];
  const source = new KernelSource(model, new Store());
  for (const seed of [3, 4, 5, 6]) source.ask({ ...CONFIG, seed }, false, () => answers.push(seed), true);
  source.ask({ ...CONFIG, seed: 6 }, false, () => answers.push("another view"), true);
  source.ask({ ...CONFIG, seed: 9 }, true, () => answers.push("the atlas"));
  assert.deepEqual(
    model.sent.map(({ config }) => config.seed),
    [3, 9],
  );
  model.answer(model.sent[1], { problem: "no" });
  model.answer(model.sent[0], { problem: "no" });
  assert.deepEqual(
    model.sent.map(({ config }) => config.seed),
    [3, 9, 6],
  );
  model.answer(model.sent[2], { problem: "no" });
  assert.deepEqual(answers, ["the atlas", 3, 6, "another view"]);
  source.ask(CONFIG, false, () => {}, true);
  assert.equal(model.sent.length, 4);
});

test("a choice does not wait for ever", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const model = new Model();
  const source = new KernelSource(model, new Store());
  for (const seed of [3, 4, 5]) source.ask({ ...CONFIG, seed }, false, () => {}, true);
  context.mock.timers.tick(20000);
  assert.deepEqual(
    model.sent.map(({ config }) => config.seed),
    [3, 5],
  );
});

test("a message that cannot be sent means that there is no kernel", () => {
  const answers = [];
  const send = () => {
    throw new Error("Cannot send");
  };
  const source = new KernelSource({ on() {}, send }, new Store());
  source.ask(CONFIG, false, (answer) => answers.push(answer), true);
  assert.deepEqual(answers, [{ problem: source.missing, isLost: true }]);
});

test("without Python there is what has arrived, and nothing is asked for", () => {
  const [model, store, answers] = [new Model(), new Store(), []];
  const source = new KernelSource(model, store);
  store.take(CONFIG, { words: { data: DATA, run: RUN }, arrays: ARRAYS });
  source.canRun = false;
  const other = { ...CONFIG, seed: 9 };
  assert.deepEqual(
    [CONFIG, other].map((config) => source.has(config)),
    [true, false],
  );
  for (const config of [CONFIG, other]) source.ask(config, false, (answer) => answers.push(answer));
  assert.equal(answers[0].trace, store.get(CONFIG).trace);
  assert.equal(answers[1].problem, source.missing);
  assert.deepEqual(model.sent, []);
});

test("where only some samples were kept, the others are asked for", () => {
  const [model, store] = [new Model(), new Store()];
  store.take(CONFIG, { words: { data: { ...DATA, n_samples: 5000 }, run: RUN }, arrays: ARRAYS });
  new KernelSource(model, store).ask(CONFIG, false, () => {});
  assert.equal(model.sent[0].data, true);
});
