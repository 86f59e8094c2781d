import assert from "node:assert/strict";
import { test } from "node:test";
import {
  compact,
  contour,
  extent,
  linear,
  offsetOf,
  padded,
  planeScales,
  tickText,
  ticks,
} from "../../gmm_helpers/explorer/javascript/drawing/scales.js";

test("marks are round and within the range", () => {
  assert.deepEqual(ticks(-0.7, 4.2, 5), [0, 1, 2, 3, 4]);
  assert.deepEqual(ticks(0, 100, 4), [0, 50, 100]);
  assert.deepEqual(ticks(3, 3, 5), [3]);
  assert.deepEqual(ticks(2.5, 2.5 + 4e-16, 8), [2.5]); // half a step further is the same number
});

test("marks are written with the digits that tell them apart", () => {
  assert.equal(tickText(0.30000000000000004, 0.1), "0.3");
  assert.equal(tickText(-2, 2), "−2");
  assert.equal(tickText(-1e-17, 0.5), "0.0");
  assert.equal(tickText(2500, 500), "2500");
  assert.deepEqual(
    [4e8, -4.5e8, 1e6, 1000002].map((value) => tickText(value, 0.5e8)),
    ["4.0e+8", "−4.5e+8", "1e+6", "1e+6"],
  );
  assert.deepEqual(
    [-5e5, 0, 5e5, 1e6].map((value) => tickText(value, 5e5, 1e6)),
    ["−5e+5", "0", "5e+5", "1.0e+6"],
  );
  assert.notEqual(tickText(1000002, 1), tickText(1000003, 1));
  assert.notEqual(tickText(2e-10, 1e-10), tickText(3e-10, 1e-10));
});

test("a scale and its inverse cancel", () => {
  const scale = linear([2, 5], [100, 40]);
  assert.equal(scale.to(2), 100);
  assert.ok(Math.abs(scale.back(scale.to(3.3)) - 3.3) < 1e-12);
});

const BOX = { left: 10, top: 20, width: 300, height: 100 };
const isInside = ({ x, y }, xs, ys) =>
  xs.every((v) => x.to(v) >= 10 && x.to(v) <= 310) && ys.every((v) => y.to(v) >= 20 && y.to(v) <= 120);

test("both axes have the same unit, and all data are inside", () => {
  const { x, y, units, equal } = planeScales([0, 2], [-1, 4], BOX);
  assert.ok(equal && units[0] === units[1]);
  assert.ok(Math.abs(x.to(1) - x.to(0) - units[0]) < 1e-9);
  assert.ok(Math.abs(y.to(0) - y.to(1) - units[1]) < 1e-9);
  assert.ok(isInside({ x, y }, [0, 2], [-1, 4]));
});

test("data of unequal units fill the box both ways, by scales that are said to be unequal", () => {
  for (const [xs, ys] of [
    [
      [0, 14],
      [0, 9000],
    ],
    [
      [1960, 2040],
      [-0.5, 0.4],
    ],
    [
      [1e9, 1e9 + 2],
      [5, 900],
    ],
    [
      [0, 3e-6],
      [1, 2],
    ],
  ]) {
    const { x, y, units, equal } = planeScales(xs, ys, BOX);
    assert.equal(equal, false);
    assert.ok(x.to(xs[1]) - x.to(xs[0]) > 250 && y.to(ys[0]) - y.to(ys[1]) > 80);
    assert.ok(isInside({ x, y }, xs, ys));
    assert.ok(Math.abs((x.to(xs[1]) - x.to(xs[0])) / (xs[1] - xs[0]) / units[0] - 1) < 1e-6);
    assert.ok(Math.abs((y.to(ys[0]) - y.to(ys[1])) / (ys[1] - ys[0]) / units[1] - 1) < 1e-6);
  }
});

test("data far from 0 are as large as elsewhere", () => {
  const near = planeScales([0, 14], [0, 9], BOX).units;
  for (const far of [1e4, -1e6, 1e9]) {
    const { units, equal } = planeScales([far, far + 14], [far, far + 9], BOX);
    assert.ok(equal && Math.abs(units[0] / near[0] - 1) < 1e-6);
  }
  const [low, high] = padded([1e9, 1e9 + 10]);
  assert.ok(high - low < 12);
});

test("a feature that is constant, up to rounding, stays a line", () => {
  for (const constant of [
    [0.5, 0.5],
    [1e9, 1e9 + 1e-7],
  ]) {
    const { equal, x, y } = planeScales([0, 10], constant, BOX);
    assert.ok(equal && isInside({ x, y }, [0, 10], constant));
  }
});

test("a single place has a scale too", () => {
  for (const place of [5, 0, 1e-6, -3e9, 1e15]) {
    const { x, equal } = planeScales([place, place], [place, place], {
      left: 0,
      top: 0,
      width: 100,
      height: 100,
    });
    assert.ok(equal && Number.isFinite(x.to(place)) && Math.abs(x.to(place) - 50) < 1e-6);
    assert.ok(x.high > x.low);
  }
});

test("labels leave out the digits that all of them begin with, where these are many", () => {
  assert.equal(offsetOf([1e9 - 5, 1e9, 1e9 + 5]), 1e9);
  assert.equal(offsetOf([-1e9 - 4, -1e9 - 2]), -1e9);
  assert.equal(offsetOf([1.23456e7, 1.23458e7]), 1.2345e7);
  for (const marks of [[1960, 2000, 2040], [-5, 0, 5], [0, 1e9], [3], [0.1, 0.2]])
    assert.equal(offsetOf(marks), 0);
  const offset = offsetOf([0.123456, 0.123458]);
  assert.ok(Math.abs(offset - 0.12345) < 1e-12);
  assert.deepEqual([1e9, 12345000, 0.5, -1e-6].map(compact), ["1e9", "1.2345e7", "0.5", "−1e−6"]);
});

test("the extent of every second value", () => {
  assert.deepEqual(extent([1, 9, 3, 7, 2, 8], 2, 0), [1, 3]);
  assert.deepEqual(extent([1, 9, 3, 7, 2, 8], 2, 1), [7, 9]);
});

test("the contour of a cone is a circle", () => {
  const n = 41;
  const values = Float64Array.from({ length: n * n }, (_, at) =>
    Math.hypot((at % n) - 20, Math.floor(at / n) - 20),
  );
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
