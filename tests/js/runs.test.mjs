import assert from "node:assert/strict";
import { test } from "node:test";
import { seedRemark } from "../../gmm_helpers/explorer/javascript/runs/fitting_start.js";
import { dataKey, rowKey, runKey } from "../../gmm_helpers/explorer/javascript/runs/choice.js";
import { Datasets } from "../../gmm_helpers/explorer/javascript/runs/datasets.js";
import { startRow } from "../../gmm_helpers/explorer/javascript/runs/starting.js";
import { Workbench } from "../../gmm_helpers/explorer/javascript/runs/workbench.js";
import { wholeRun } from "../../gmm_helpers/explorer/javascript/em/run.js";
import { sharesOf } from "../../gmm_helpers/explorer/javascript/runs/shares.js";
import { CHOICE, POINTS, makeData } from "./helpers.mjs";

test("keys tell apart what a run depends on, and nothing else", () => {
  for (const change of [
    { data: "course" },
    { n_components: 4 },
    { seed: 5 },
    { start: "identity" },
    { reg_covar: 0 },
  ]) {
    assert.notEqual(runKey({ ...CHOICE, ...change }), runKey(CHOICE));
  }
  assert.equal(runKey({ ...CHOICE, own_start: [1], own_points: [[1, 2]] }), runKey(CHOICE));
  const own = { ...CHOICE, start: "own start" };
  assert.notEqual(runKey({ ...own, own_start: [1] }), runKey(own));
  const points = { ...CHOICE, data: "own points" };
  assert.notEqual(dataKey({ ...points, own_points: [[1, 2]] }), dataKey(points));
  assert.equal(rowKey({ ...CHOICE, seed: 7 }), rowKey(CHOICE));
});

test("points of one's own are data, and the same data while they are the same", () => {
  const datasets = new Datasets();
  const own = {
    ...CHOICE,
    data: "own points",
    own_points: [
      [1, 2],
      [3, 4],
    ],
  };
  const data = datasets.of(own);
  assert.deepEqual([...data.X, data.D, data.N], [1, 2, 3, 4, 2, 2]);
  assert.equal(datasets.of({ ...own, seed: 9 }), data);
  assert.notEqual(datasets.of({ ...own, own_points: [[1, 2]] }), data);
  assert.throws(() => datasets.of({ ...own, own_points: [] }), /no points yet/);
  assert.throws(() => datasets.of({ ...CHOICE, data: "moon" }), /no data set is called 'moon'/);
});

test("a start of one's own fits as many components as it has", () => {
  const own = { ...CHOICE, start: "own start", n_components: 1, own_start: [1, 0, 0, 1, 0, 1] };
  assert.deepEqual([...startRow(own, makeData())], own.own_start);
  assert.throws(() => startRow({ ...own, n_components: 2 }, makeData()), /2 components of 2 features/);
});

test("the data's own start stands for identity with seed 0, where K fits", () => {
  const start = Float64Array.of(1, 7, 8, 1, 0, 1);
  const data = makeData(POINTS, { start });
  const first = { ...CHOICE, start: "identity", seed: 0, n_components: 1 };
  assert.deepEqual([...startRow(first, data)], [...start]);
  for (const other of [{ seed: 1 }, { n_components: 2 }, { start: "random points" }]) {
    assert.notDeepEqual([...startRow({ ...first, ...other }, data)].slice(0, 3), [1, 7, 8]);
  }
});

function bench() {
  const told = [];
  const made = new Workbench((message) => told.push(message));
  made.take({ kind: "data", data: makeData() });
  return [made, told];
}

const TABLE = { kind: "table", key: "t", choice: CHOICE, counts: [1, 2, 99], seeds: [0, 1, 2], maxIter: 200 };

test("the atlas is filled row by row, the present K first, and K beyond the samples is left out", () => {
  const [made, told] = bench();
  made.take(TABLE);
  while (!made.isIdle) made.work(5);
  const rows = told.filter(({ kind }) => kind === "row");
  assert.deepEqual([...new Set(rows.map((row) => row.n_components))], [2, 1]);
  for (const K of [1, 2]) {
    const sizes = rows.filter((row) => row.n_components === K).map(({ row }) => row.size);
    assert.equal(sizes.at(-1), 3);
    assert.ok(sizes[0] === 1 || K === 1);
  }
  for (const { n_components: K, row, ends } of rows) {
    assert.ok([...row.values()].every(({ sentence }) => sentence));
    assert.deepEqual([...ends.keys()], [...row.keys()]);
    assert.ok([...ends.values()].every((end) => end.length === 6 * K));
  }
  assert.equal(told.at(-1).kind, "table");
});

test("for each K there are BIC and the NLL of samples that EM has not seen", () => {
  const [made, told] = bench();
  made.take(TABLE);
  while (!made.isIdle) made.work(5);
  const found = told.filter(({ kind }) => kind === "selection");
  assert.deepEqual(
    found.map(({ n_components }) => n_components),
    [2, 1],
  );
  const whole = told.filter(({ kind, row }) => kind === "row" && row.size === 3);
  for (const { n_components: K, bic, heldOut } of found) {
    const { row, ends } = whole.find((message) => message.n_components === K);
    const good = [...row].filter(([, { status }]) => status === "good").sort((a, b) => a[1].nll - b[1].nll);
    const [seed, { nll }] = good[0];
    assert.ok(Math.abs(bic - (2 * nll + (6 * K - 1) * Math.log(40))) < 1e-9);
    const even = makeData(POINTS.filter((_, n) => n % 2 === 0));
    const odd = makeData(POINTS.filter((_, n) => n % 2 === 1));
    const run = wholeRun(even, ends.get(seed), K, { regCovar: CHOICE.reg_covar, maxIter: 200 });
    const end = run.params.slice(-6 * K);
    assert.equal(heldOut, wholeRun(odd, end, K, { maxIter: 1 }).nll[0]);
  }
});

test("work is shared so that nobody has all the large K, and nothing is lost or done twice", () => {
  for (const n of [1, 2, 3]) {
    const shares = sharesOf([1, 2, 3, 4, 5, 6, 7, 8], n);
    assert.deepEqual(
      shares.flat().sort((a, b) => a - b),
      [1, 2, 3, 4, 5, 6, 7, 8],
    );
  }
  assert.deepEqual(sharesOf([1, 2, 3, 4, 5, 6, 7, 8], 2), [
    [1, 4, 5, 8],
    [2, 3, 6, 7],
  ]);
});

test("what is looked at comes before the atlas, piece by piece, and is a copy", () => {
  const [made, told] = bench();
  made.take(TABLE);
  const row = startRow(CHOICE, makeData());
  made.take({ kind: "run", key: "r", K: 2, row, regCovar: 0.1, maxIter: 50 });
  while (made.running) made.work(0); // one iteration at a time
  assert.deepEqual([...new Set(told.map(({ kind }) => kind))], ["run"]);
  const lengths = told.map(({ run }) => run.nll.length);
  assert.ok(lengths.length > 3 && lengths.every((n, i) => i === 0 || n > lengths[i - 1]));
  assert.notEqual(told.at(-1).run.ended, "running");
  assert.equal(told[0].run.params.buffer.byteLength, told[0].run.params.byteLength);
});

test("other data, or a stop, end what is being worked on", () => {
  for (const order of [
    { kind: "data", data: makeData() },
    { kind: "stop", what: "table" },
  ]) {
    const [made] = bench();
    made.take(TABLE);
    made.take(order);
    assert.ok(made.isIdle);
  }
});

test("the seed is idle where only it changes, and EM starts from one's own start", () => {
  const own = { ...CHOICE, start: "own start", own_start: [1, 2, 3] };
  assert.ok(seedRemark(own, { ...own, seed: 9 }));
  assert.ok(!seedRemark(own, own));
  assert.ok(!seedRemark(own, { ...own, seed: 9, data: "original" }));
  assert.ok(!seedRemark(own, { ...own, seed: 9, start: "identity" }));
  assert.ok(!seedRemark(own, { ...own, seed: 9, own_start: [1, 2, 4] }));
  assert.ok(!seedRemark(CHOICE, { ...CHOICE, seed: 9 }));
});
