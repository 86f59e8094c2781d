import assert from "node:assert/strict";
import { test } from "node:test";
import { Ends, groupEnds } from "../../gmm_helpers/explorer/javascript/basins/ends.js";
import { cellAt, coarseToFine, filled, placeIn } from "../../gmm_helpers/explorer/javascript/basins/grid.js";
import { endInWords } from "../../gmm_helpers/explorer/javascript/panels/basins.js";
import { classOf } from "../../gmm_helpers/explorer/javascript/drawing/basins.js";
import { distance, inOrder, unitsOf } from "../../gmm_helpers/explorer/javascript/basins/mixtures.js";
import { spreadOf } from "../../gmm_helpers/explorer/javascript/em/collapse.js";
import { flawOf } from "../../gmm_helpers/explorer/javascript/em/verdicts.js";
import { startsShared } from "../../gmm_helpers/explorer/javascript/runs/shares.js";
import { startRow } from "../../gmm_helpers/explorer/javascript/runs/starting.js";
import { wholeRun } from "../../gmm_helpers/explorer/javascript/em/run.js";
import { withMeanAt } from "../../gmm_helpers/explorer/javascript/handles/mean.js";
import { Workbench } from "../../gmm_helpers/explorer/javascript/runs/workbench.js";
import { CHOICE, makeData, MIXTURE, numbers, rowOf } from "./helpers.mjs";

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

function endsOf(rows, K, settings, data, milliseconds = 0) {
  const work = new Ends(data, rows, K, settings);
  const found = [];
  while (!work.isDone) found.push(...work.work(performance.now() + milliseconds));
  return [found, work.paths.paths.reduce((sum, { nll }) => sum + nll.length - 1, 0)];
}

test("the ends are those of single runs, in whatever pieces they are computed", () => {
  const [found] = endsOf(rows, 2, SETTINGS, data);
  const singles = starts.map((row) => wholeRun(data, row, 2, SETTINGS));
  const ended = { converged: "converged", max_iter: "unfinished", failed: "failed" };
  singles.forEach((run, i) => {
    assert.ok(["collapsed", ended[run.ended]].includes(found[i].status), `${run.ended} ${found[i].status}`);
    if (run.ended === "converged") assert.ok(Math.abs(found[i].nll - run.nll.at(-1)) < 0.01);
  });
  assert.ok(groupEnds(found).groups.length > 1);
  assert.deepEqual(endsOf(rows, 2, SETTINGS, data, 1e6)[0], found);
});

const BLOBS = makeData(
  Array.from({ length: 180 }, (_, n) => {
    const [r, angle] = numbers(2, 7 * n + 1);
    const [x, y] = [
      [0, 0],
      [4, 1],
      [1, 5],
    ][n % 3];
    const radius = Math.sqrt(-2 * Math.log(r + 1e-9));
    return [x + radius * Math.cos(7 * angle), y + radius * Math.sin(7 * angle)];
  }),
);

for (const [K, maxIter] of [
  [2, 500],
  [3, 500],
  [3, 40],
  [4, 500],
]) {
  test(`a map of K = ${K} is that of whole runs, of ${maxIter} iterations at most, with fewer`, () => {
    const choice = { ...CHOICE, n_components: K, seed: 1, start: "random points" };
    const grid = { nx: 16, ny: 16, xs: [-3, 8], ys: [-3, 8] };
    const first = startRow(choice, BLOBS);
    const all = [...coarseToFine(grid)].map((cell) => withMeanAt(first, K - 1, placeIn(grid, cell), BLOBS));
    const settings = { regCovar: 1e-3, maxIter };
    const [found, worked] = endsOf(Float64Array.from(all.flatMap((row) => [...row])), K, settings, BLOBS);
    let whole = 0;
    const spread = spreadOf(BLOBS, settings.regCovar);
    const expected = all.map((row) => {
      const run = wholeRun(BLOBS, row, K, settings);
      whole += run.nll.length - 1;
      const { status } = flawOf(run, BLOBS, settings.regCovar, spread);
      return { status: status ?? "converged", nll: run.nll.at(-1) };
    });
    const classes = (ends) => {
      const { groups, which } = groupEnds(ends);
      return Array.from(which, (group) => `${groups[group].status} ${groups[group].level}`);
    };
    assert.deepEqual(classes(found), classes(expected));
    assert.ok(worked < whole * (maxIter < 500 ? 1 : 0.75), `${worked} of ${whole} iterations`);
  });
}

test("mixtures are compared in the units of their components, whatever the order of these", () => {
  const row = rowOf(MIXTURE);
  const swapped = Float64Array.from([0.7, 0.3, 2, -1, 0, 1, 0.4, -0.1, 2, 1, 0.3, 0.5]);
  const ordered = inOrder(row, 2, 2);
  assert.deepEqual(ordered, inOrder(swapped, 2, 2));
  assert.deepEqual([...ordered], [0.3, 0, 1, 1, 0.3, 0.5, 0.7, 2, -1, 0.4, -0.1, 2]);
  const units = unitsOf(ordered, 2, 2);
  const rooted = [0.3, 1, Math.sqrt(0.5), 1, Math.sqrt(0.5), 0.5];
  rooted.forEach((unit, i) => assert.ok(Math.abs(units[i] - unit) < 1e-15));
  const further = ordered.map((value, i) => value + units[i] * (i === 7 ? 0.4 : 0.1));
  const between = Float32Array.from([...ordered, ...further]);
  assert.ok(Math.abs(distance(ordered, units, between, 0.5, 1) - 0.2) < 1e-6);
  assert.equal(distance(ordered, units, between, 0.5, 0.1), Infinity);
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

test("the workbench tells the ends piece by piece, after a run and before the atlas", () => {
  const told = [];
  const bench = new Workbench((message) => told.push(message));
  bench.take({ kind: "data", data });
  const choice = { start: "random points", n_components: 2, reg_covar: 0.1 };
  bench.take({ kind: "table", key: "t", choice, counts: [2], seeds: [0], maxIter: 9 });
  bench.take({ kind: "ends", key: "e", K: 2, rows, numbers: NUMBERS, ...SETTINGS });
  bench.take({ kind: "run", key: "r", K: 2, row: starts[0], ...SETTINGS });
  while (!bench.isIdle) bench.work(0.1);
  const kinds = told.map(({ kind }) => kind);
  assert.deepEqual([...new Set(kinds)], ["run", "ends", "row", "selection", "table"]);
  const ends = told.filter(({ kind }) => kind === "ends").flatMap((message) => message.ends);
  assert.equal(ends.length, starts.length);
  bench.take({ kind: "ends", key: "e", K: 2, rows, numbers: NUMBERS, ...SETTINGS });
  bench.take({ kind: "stop", what: "ends" });
  assert.ok(bench.isIdle);
});
