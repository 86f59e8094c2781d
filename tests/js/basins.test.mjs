import assert from "node:assert/strict";
import { test } from "node:test";
import { Ends, groupEnds } from "../../gmm_helpers/explorer/javascript/basins/ends.js";
import { cellAt, coarseToFine, filled, placeIn } from "../../gmm_helpers/explorer/javascript/basins/grid.js";
import { endInWords } from "../../gmm_helpers/explorer/javascript/panels/basins.js";
import { classOf } from "../../gmm_helpers/explorer/javascript/drawing/basins.js";
import { startsShared } from "../../gmm_helpers/explorer/javascript/runs/shares.js";
import { wholeRun } from "../../gmm_helpers/explorer/javascript/em/run.js";
import { withMeanAt } from "../../gmm_helpers/explorer/javascript/handles/mean.js";
import { Workbench } from "../../gmm_helpers/explorer/javascript/runs/workbench.js";
import { makeData, MIXTURE, rowOf } from "./helpers.mjs";

const GRID = { nx: 40, ny: 40, xs: [-2, 6], ys: [10, 20] };

test("every place comes once, each level spread over the whole picture", () => {
  const order = coarseToFine(GRID);
  assert.deepEqual(
    [...order].sort((a, b) => a - b),
    Array.from({ length: 1600 }, (_, i) => i),
  );
  for (const [count, side] of [
    [25, 8],
    [100, 4],
    [400, 2],
  ]) {
    const blocks = [...order.slice(0, count)].map((cell) => {
      return `${Math.floor((cell % 40) / side)} ${Math.floor(cell / 40 / side)}`;
    });
    assert.equal(new Set(blocks).size, count, `one place in each of ${count} blocks`);
  }
  const line = coarseToFine({ ...GRID, nx: 160, ny: 1 });
  assert.deepEqual(
    [...line].sort((a, b) => a - b),
    Array.from({ length: 160 }, (_, i) => i),
  );
  assert.equal(new Set([...line.slice(0, 20)].map((cell) => Math.floor(cell / 8))).size, 20);
});

test("what is known stands for its surroundings until they are known themselves", () => {
  const order = coarseToFine(GRID);
  const values = new Int16Array(1600).fill(-1);
  assert.ok(filled(GRID, values).every((value) => value === -1));
  order.forEach((cell, at) => {
    values[cell] = at;
    if (at + 1 === 25) assert.equal(new Set(filled(GRID, values)).size, 25);
    if (at + 1 === 100) assert.equal(new Set(filled(GRID, values)).size, 100);
  });
  assert.deepEqual(filled(GRID, values), values);
});

test("the middle of a cell lies in it, and beyond the grid there is none", () => {
  for (const cell of [0, 39, 40, 777, 1599]) assert.equal(cellAt(GRID, placeIn(GRID, cell)), cell);
  for (const place of [
    [-2.1, 15],
    [6.1, 15],
    [0, 9],
    [0, 21],
  ])
    assert.equal(cellAt(GRID, place), -1);
});

test("ends within 0.1 nats are one, and others are told apart by how they came about", () => {
  const end = (status, nll) => ({ status, nll });
  const { groups, which } = groupEnds([
    end("converged", 20),
    end("failed", NaN),
    end("converged", 10.05),
    undefined,
    end("collapsed", -500),
    end("unfinished", 10.08),
    end("converged", 10),
    end("collapsed", -700),
    end("converged", 20.2),
  ]);
  const seen = groups.map(({ status, level, nll, count }) => [status, level, nll, count]);
  assert.deepEqual(seen, [
    ["converged", 0, 10, 2],
    ["unfinished", 0, 10.08, 1],
    ["converged", 1, 20, 1],
    ["converged", 2, 20.2, 1],
    ["collapsed", -1, -700, 2],
    ["failed", -1, NaN, 1],
  ]);
  assert.deepEqual([...which], [2, 5, 0, -1, 4, 1, 0, 4, 3]);
  assert.equal(new Set(groups.map(classOf)).size, groups.length);
  assert.match(endInWords(end("converged", 20), 10), /NLL 20\.00, 10\.00 above the best/);
  assert.match(endInWords(end("converged", 10.05), 10), /the best of this map/);
  assert.match(endInWords(undefined, 10), /not computed yet/);
});

const SETTINGS = { regCovar: 1e-6, maxIter: 60 };
const data = makeData();
const starts = Array.from({ length: 24 }, (_, i) =>
  withMeanAt(rowOf(MIXTURE), 0, [(i % 6) * 1.4 - 2, Math.floor(i / 6) * 2 - 4], data),
);
const rows = Float64Array.from(starts.flatMap((row) => [...row]));
const NUMBERS = Int32Array.from(starts, (_, i) => i);

test("the ends are those of single runs, in whatever pieces they are computed", () => {
  const work = new Ends(data, rows, 2, SETTINGS);
  const found = [];
  while (!work.isDone) found.push(...work.work(performance.now()));
  const singles = starts.map((row) => wholeRun(data, row, 2, SETTINGS));
  assert.deepEqual(
    found.map(({ nll }) => nll),
    singles.map((run) => run.nll.at(-1)),
  );
  const ended = { converged: "converged", max_iter: "unfinished", failed: "failed" };
  singles.forEach((run, i) => {
    assert.ok(["collapsed", ended[run.ended]].includes(found[i].status), `${run.ended} ${found[i].status}`);
  });
  assert.ok(groupEnds(found).groups.length > 1);
});

test("a map is shared so that each start is one worker's, and its ends have its number", () => {
  const order = { kind: "ends", key: "e", K: 2, rows, numbers: NUMBERS, ...SETTINGS };
  const shares = startsShared(order, 2);
  const told = [];
  for (const share of shares) {
    const bench = new Workbench((message) => told.push(message));
    bench.take({ kind: "data", data });
    bench.take(share);
    while (!bench.isIdle) bench.work(1);
    share.numbers.forEach((number, i) => {
      assert.deepEqual(share.rows.slice(12 * i, 12 * (i + 1)), starts[number]);
    });
  }
  const heard = told.flatMap((message) => [...message.numbers]);
  assert.deepEqual(
    heard.sort((a, b) => a - b),
    [...NUMBERS],
  );
  assert.ok(told.every((message) => message.numbers.length === message.ends.length));
});

test("the atlas is filled while a map of many starts is, and the map while the atlas is", () => {
  const told = [];
  const bench = new Workbench((message) => told.push(message.kind));
  bench.take({ kind: "data", data });
  const many = {
    rows: Float64Array.from({ length: 200 * rows.length }, (_, i) => rows[i % rows.length]),
    numbers: Int32Array.from({ length: 200 * starts.length }, (_, i) => i),
  };
  const choice = { start: "random points", n_components: 2, reg_covar: 0.1 };
  bench.take({ kind: "ends", key: "e", K: 2, ...many, ...SETTINGS });
  bench.take({ kind: "table", key: "t", choice, counts: [1, 2, 3], seeds: [0, 1, 2], maxIter: 60 });
  while (!told.includes("table")) bench.work(0.1);
  assert.ok(!bench.isIdle && told.indexOf("ends") < told.indexOf("table"));
});

test("the workbench tells the ends piece by piece, after a run", () => {
  const told = [];
  const bench = new Workbench((message) => told.push(message));
  bench.take({ kind: "data", data });
  const choice = { start: "random points", n_components: 2, reg_covar: 0.1 };
  bench.take({ kind: "table", key: "t", choice, counts: [2], seeds: [0], maxIter: 9 });
  bench.take({ kind: "ends", key: "e", K: 2, rows, numbers: NUMBERS, ...SETTINGS });
  bench.take({ kind: "run", key: "r", K: 2, row: starts[0], ...SETTINGS });
  while (!bench.isIdle) bench.work(0.1);
  const kinds = told.map(({ kind }) => kind);
  const inOrder = (...some) => [...new Set(kinds.filter((kind) => some.includes(kind)))];
  assert.deepEqual(inOrder("run", "ends"), ["run", "ends"]);
  assert.deepEqual(inOrder("run", "row", "selection", "table"), ["run", "row", "selection", "table"]);
  const ends = told.filter(({ kind }) => kind === "ends").flatMap((message) => message.ends);
  assert.equal(ends.length, starts.length);
  bench.take({ kind: "ends", key: "e", K: 2, rows, numbers: NUMBERS, ...SETTINGS });
  bench.take({ kind: "stop", what: "ends" });
  assert.ok(bench.isIdle);
});
