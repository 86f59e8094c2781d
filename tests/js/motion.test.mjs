import assert from "node:assert/strict";
import { test } from "node:test";
import { cholesky, covarianceOf } from "../../gmm_helpers/explorer/javascript/em/gaussians.js";
import { barsOf, inWords } from "../../gmm_helpers/explorer/javascript/motion/numbers.js";
import { between, mixtureBetween, phaseAt } from "../../gmm_helpers/explorer/javascript/motion/phases.js";
import {
  countsOf,
  fromLog,
  logsOf,
  logSum,
  rounded,
  toLargest,
} from "../../gmm_helpers/explorer/javascript/motion/shares.js";
import { threadsFrom, threadsOf } from "../../gmm_helpers/explorer/javascript/motion/threads.js";
import { besides, nearestTo } from "../../gmm_helpers/explorer/javascript/motion/touch.js";
import { joint, makeTrace, MIXTURE, numbers, POINTS, rowOf } from "./helpers.mjs";

const REST = { line: -1, done: [] };
const close = (a, b, within = 1e-12) => assert.ok(Math.abs(a - b) <= within * Math.max(1, Math.abs(b)));

// Shares of N samples among K components, some of them nearly pure.
function shares(N, K) {
  const raw = numbers(N * K, 3).map((value) => value ** 6);
  return raw.map((value, i) => {
    const from = K * Math.floor(i / K);
    return value / raw.slice(from, from + K).reduce((sum, other) => sum + other, 0);
  });
}

test("the bars of a sample are weight times density, and the responsibilities of the E-step", () => {
  const trace = makeTrace();
  for (const [n, point] of POINTS.entries()) {
    const { logs, densities, shares: r } = barsOf(trace, trace, 1, n, null, REST);
    const parts = joint(MIXTURE, point);
    parts.forEach((part, k) => {
      close(Math.exp(logs[k]), part);
      close(r[k], part / (parts[0] + parts[1]));
      close(densities[k], part / Math.max(...parts));
    });
  }
});

test("after an M-step a sample is shared as by the parameters before; at the start, as it will be", () => {
  const trace = makeTrace();
  const [start, e, m, next] = [0, 1, 2, 3].map((h) => {
    const { logs, shares: r } = barsOf(trace, trace, h, 0, null, REST);
    return [...logs, ...r];
  });
  assert.deepEqual(m, e);
  start.forEach((value, i) => close(value, e[i]));
  assert.notDeepEqual(next, e);
  assert.match(inWords(trace, 1, 0), /^Sample 0, in this E-step, at .* component 0: .*responsibility 0\.\d+/);
});

test("no sample, no bars of one, but the effective counts of an M-step", () => {
  const trace = makeTrace();
  const counts = countsOf(trace.responsibilities(2), 2);
  const bars = barsOf(trace, trace, 2, -1, counts, REST);
  assert.equal(bars.logs, null);
  assert.equal(bars.shares, null);
  close(bars.counts[0] + bars.counts[1], trace.data.N);
  const half = barsOf(trace, trace, 2, -1, counts, { line: 0, done: [0.5, 0, 0] });
  close(half.counts[0], counts[0] / 2);
});

test("numbers are written so that they add up", () => {
  assert.deepEqual(rounded([1 / 3, 1 / 3, 1 / 3], 3), ["0.334", "0.333", "0.333"]);
  assert.deepEqual(rounded([1, 0], 3), ["1.000", "0.000"]);
  const r = shares(200, 7);
  for (let n = 0; n < 200; n++) {
    const row = r.slice(7 * n, 7 * n + 7);
    const units = rounded(row, 3).map((text) => Math.round(1000 * Number(text)));
    assert.equal(
      units.reduce((sum, unit) => sum + unit, 0),
      1000,
    );
    units.forEach((unit, k) => assert.ok(Math.abs(unit - 1000 * row[k]) < 1 + 1e-6));
  }
});

test("densities too small for a number are written, added and compared all the same", () => {
  const far = { X: Float64Array.of(300, -200), D: 2 };
  const logs = logsOf(far, rowOf(MIXTURE), 2, 0);
  assert.match(fromLog(logs[0]), /^\d\.\d·10⁻[⁰¹²³⁴⁵⁶⁷⁸⁹]{4,}$/);
  close(logSum(logs), Math.max(...logs));
  assert.equal(Math.max(...toLargest(logs)), 1);
  assert.deepEqual(
    [0.0123456, 1, 31.4159, 9.99e-7, 0].map((value) => fromLog(Math.log(value))),
    ["0.0123", "1", "31.4", "1.0·10⁻⁶", "0"],
  );
  assert.equal(logSum(Float64Array.of(-Infinity, -Infinity)), -Infinity);
});

test("covariances between two positive definite ones are positive definite", () => {
  const D = 3;
  const values = numbers(400, 9).map((value) => 2 * value - 1);
  for (let i = 0; i + 18 <= values.length; i += 18) {
    const [from, to] = [0, 9].map((at) => {
      const A = values.slice(i + at, i + at + 9);
      const triangle = [];
      for (let a = 0; a < D; a++)
        for (let b = 0; b <= a; b++)
          triangle.push([0, 1, 2].reduce((sum, c) => sum + A[3 * a + c] * A[3 * b + c], a === b ? 1e-9 : 0));
      return Float64Array.of(1, ...A.slice(0, 3), ...triangle);
    });
    for (let t = 0; t <= 1; t += 0.125) {
      const row = mixtureBetween(from, to, 1, D, [1, 1, t]);
      assert.ok(cholesky(covarianceOf(row, 1, D, 0), D), `at ${t}`);
    }
  }
});

test("an M-step in slow motion begins and ends at its parameters, part by part", () => {
  const [from, to] = [Float64Array.of(0.4, 0.6, 0, 1, 2, 3), Float64Array.of(0.5, 0.5, 4, 5, 6, 7)];
  assert.deepEqual(mixtureBetween(from, to, 2, 1, [0, 0, 0]), from);
  assert.deepEqual(mixtureBetween(from, to, 2, 1, [1, 1, 1]), to);
  assert.deepEqual([...mixtureBetween(from, to, 2, 1, [1, 0.5, 0])], [0.5, 0.5, 2, 3, 2, 3]);
});

test("shares on the way sum to one", () => {
  const [from, to] = [shares(20, 4), shares(21, 4).slice(4)];
  const now = between(from, to, 0.3, new Float64Array(80));
  for (let n = 0; n < 20; n++)
    close(
      now.subarray(4 * n, 4 * n + 4).reduce((a, b) => a + b),
      1,
    );
});

test("one line after another is executed, and at the end all are done", () => {
  for (const [name, count] of [
    ["E", 3],
    ["M", 3],
  ]) {
    const lines = [];
    for (let t = 0; t < 1; t += 0.01) {
      const { line, done } = phaseAt(name, t);
      lines.push(line);
      assert.ok(done.every((value, i) => (i < line ? value === 1 : i > line ? value === 0 : value < 1)));
    }
    assert.deepEqual([...new Set(lines)], [0, 1, 2]);
    assert.deepEqual([...lines].sort(), lines);
    assert.deepEqual(phaseAt(name, 1), { line: -1, done: Array(count).fill(1) });
  }
});

test("threads are few, of all components, and in the proportion of the responsibilities", () => {
  for (const [N, K] of [
    [600, 3],
    [20000, 8],
    [5, 2],
    [600, 1],
  ]) {
    const r = shares(N, K);
    const threads = threadsOf(r, K, countsOf(r, K));
    assert.ok(threads.length <= 96);
    assert.equal(new Set(threads.map(({ n, k }) => n * K + k)).size, threads.length);
    for (const { n, k, strength } of threads) assert.equal(strength, r[n * K + k]);
    for (let k = 0; k < K; k++) assert.ok(threads.some((thread) => thread.k === k));
  }
});

test("a touched sample has a thread to each mean that takes part of it", () => {
  const threads = threadsFrom([0, 1, 0.3, 0.7, 0.999, 0.001], 2, 1);
  assert.deepEqual(threads, [
    { n: 1, k: 0, strength: 0.3 },
    { n: 1, k: 1, strength: 0.7 },
  ]);
  assert.equal(threadsFrom([0, 1, 0.3, 0.7, 0.999, 0.001], 2, 2).length, 1);
});

test("the nearest sample within reach", () => {
  const at = [0, 0, 10, 0, 14, 0];
  assert.equal(nearestTo(at, [11, 1], 5), 1);
  assert.equal(nearestTo(at, [13, 0], 5), 2);
  assert.equal(nearestTo(at, [0, 9], 5), -1);
});

test("keys go through the samples from left to right, and off at the ends", () => {
  const at = [5, 0, 1, 0, 3, 0, 3, 9];
  const visited = [];
  for (let n = besides(at, -1, 1); n >= 0; n = besides(at, n, 1)) visited.push(n);
  assert.deepEqual(visited, [1, 2, 3, 0]);
  assert.equal(besides(at, -1, -1), 0);
  assert.equal(besides([], -1, 1), -1);
});
