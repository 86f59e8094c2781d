import assert from "node:assert/strict";
import { test } from "node:test";
import { contour, equalScales, extent, linear, tickText, ticks } from "../../gmm_helpers/explorer/static/scales.js";

test("marks are round and within the range", () => {
  assert.deepEqual(ticks(-0.7, 4.2, 5), [0, 1, 2, 3, 4]);
  assert.deepEqual(ticks(0, 100, 4), [0, 50, 100]);
  assert.deepEqual(ticks(3, 3, 5), [3]);
});

test("marks are written with the digits that tell them apart", () => {
  assert.equal(tickText(0.30000000000000004, 0.1), "0.3");
  assert.equal(tickText(-2, 2), "−2");
  assert.equal(tickText(-1e-17, 0.5), "0.0");
  assert.equal(tickText(2500, 500), "2500");
  assert.deepEqual([4e8, -4.5e8, 1e6, 1000002].map((value) => tickText(value, 0.5e8)), ["4.0e+8", "−4.5e+8", "1e+6", "1e+6"]);
  assert.notEqual(tickText(1000002, 1), tickText(1000003, 1));
  assert.notEqual(tickText(2e-10, 1e-10), tickText(3e-10, 1e-10));
});

test("a scale and its inverse cancel", () => {
  const scale = linear([2, 5], [100, 40]);
  assert.equal(scale.to(2), 100);
  assert.ok(Math.abs(scale.back(scale.to(3.3)) - 3.3) < 1e-12);
});

test("both axes have the same unit, and all data are inside", () => {
  const box = { left: 10, top: 20, width: 300, height: 100 };
  const { x, y, unit } = equalScales([0, 2], [-1, 4], box);
  assert.ok(Math.abs(x.to(1) - x.to(0) - unit) < 1e-9);
  assert.ok(Math.abs(y.to(0) - y.to(1) - unit) < 1e-9);
  for (const v of [0, 2]) assert.ok(x.to(v) >= 10 && x.to(v) <= 310);
  for (const v of [-1, 4]) assert.ok(y.to(v) >= 20 && y.to(v) <= 120);
});

test("a single place has a scale too", () => {
  const { x } = equalScales([5, 5], [5, 5], { left: 0, top: 0, width: 100, height: 100 });
  assert.ok(Number.isFinite(x.to(5)) && Math.abs(x.to(5) - 50) < 1e-6);
});

test("the extent of every second value", () => {
  assert.deepEqual(extent([1, 9, 3, 7, 2, 8], 2, 0), [1, 3]);
  assert.deepEqual(extent([1, 9, 3, 7, 2, 8], 2, 1), [7, 9]);
});

test("the contour of a cone is a circle", () => {
  const n = 41;
  const values = Float64Array.from({ length: n * n }, (_, at) => Math.hypot((at % n) - 20, Math.floor(at / n) - 20));
  const pieces = contour(values, n, n, 10.3);
  assert.ok(pieces.length > 40);
  for (const [x1, y1, x2, y2] of pieces) {
    assert.ok(Math.abs(Math.hypot(x1 - 20, y1 - 20) - 10.3) < 0.05);
    assert.ok(Math.abs(Math.hypot(x2 - 20, y2 - 20) - 10.3) < 0.05);
    assert.ok(Math.hypot(x1 - x2, y1 - y2) < 1.5, "a piece stays in its square");
  }
});

test("no contour where the level is never crossed", () => {
  assert.deepEqual(contour(new Float64Array(25), 5, 5, 1), []);
});
