import assert from "node:assert/strict";
import { test } from "node:test";
import { OwnSteps } from "../../gmm_helpers/explorer/javascript/runs/own_steps.js";
import { CHOICE, MIXTURE, makeData, rowOf } from "./helpers.mjs";

const DATASETS = { of: () => makeData() };

function block(words, params = new Float64Array(0)) {
  const arrays = {
    params: { dtype: "f8", shape: [params.length], offset: 0 },
    nll: { dtype: "f8", shape: [params.length ? 1 : 0], offset: params.byteLength },
  };
  const head = JSON.stringify({ words, arrays });
  const padded = head + " ".repeat((8 - ((head.length + 4) % 8)) % 8);
  const bytes = new Uint8Array(4 + padded.length + params.byteLength + 8);
  new DataView(bytes.buffer).setUint32(0, padded.length, true);
  bytes.set(new TextEncoder().encode(padded), 4);
  bytes.set(new Uint8Array(params.buffer), 4 + padded.length);
  return bytes;
}

const RUN = { run: { n_components: 2, last: 1, ended: "max_iter", message: "", rises: [], own: [] } };
const GOOD = block(RUN, rowOf(MIXTURE));

function asking() {
  const sent = [];
  return [new OwnSteps(DATASETS, (content) => sent.push(content)), sent];
}

test("a run that has come is there from then on, and who listens is told", () => {
  const [own, sent] = asking();
  const told = [];
  own.listeners.add((choice) => told.push(choice.seed));
  own.ask(CHOICE);
  assert.equal(own.of(CHOICE), undefined);
  own.hear({ ...sent[0], client: "another browser" }, [GOOD]);
  assert.deepEqual(told, []);
  own.hear(sent[0], [GOOD]);
  own.hear(sent[0], [GOOD]);
  assert.deepEqual(told, [3]);
  assert.equal(own.of({ ...CHOICE }).trace.K, 2);
  assert.equal(own.of({ ...CHOICE, seed: 4 }), undefined);
});

test("a problem is kept as one", () => {
  const [own, sent] = asking();
  own.ask(CHOICE);
  own.hear(sent[0], [block({ problem: "Too few." })]);
  assert.equal(own.of(CHOICE).problem, "Too few.");
});

test("a choice waits for the answer to the one before, and gives way to the next", () => {
  const [own, sent] = asking();
  for (const seed of [3, 4, 5, 6]) own.ask({ ...CHOICE, seed });
  assert.deepEqual(
    sent.map(({ config }) => config.seed),
    [3],
  );
  own.hear(sent[0], [GOOD]);
  assert.deepEqual(
    sent.map(({ config }) => config.seed),
    [3, 6],
  );
  own.hear(sent[1], [GOOD]);
  assert.equal(sent.length, 2);
});

test("a choice does not wait for ever", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const [own, sent] = asking();
  for (const seed of [3, 4, 5]) own.ask({ ...CHOICE, seed });
  context.mock.timers.tick(20000);
  assert.deepEqual(
    sent.map(({ config }) => config.seed),
    [3, 5],
  );
});

test("what Python never answered can be asked again after a while", (context) => {
  let now = 1000;
  context.mock.method(performance, "now", () => now);
  const [own, sent] = asking();
  own.ask(CHOICE);
  own.ask(CHOICE);
  assert.equal(sent.length, 1);
  now += 9000;
  own.ask(CHOICE);
  assert.equal(sent.length, 2);
});

test("where there is no kernel, nothing waits", () => {
  const own = new OwnSteps(DATASETS, () => {
    throw new Error("Cannot send");
  });
  own.ask(CHOICE);
  assert.equal(own.asked, null);
});

test("what was kept with the notebook is the run of its choice", () => {
  const [own] = asking();
  own.takeKept(block({ ...RUN, config: CHOICE }, rowOf(MIXTURE)));
  assert.deepEqual([...own.of(CHOICE).trace.row(0)], [...rowOf(MIXTURE)]);
});
