import assert from "node:assert/strict";
import { test } from "node:test";
import {
  iterationOf,
  nameOf,
  paramsIndex,
  responsibilitiesIndex,
} from "../../gmm_helpers/explorer/javascript/runs/trace.js";
import { POINTS, joint, makeTrace, MIXTURE } from "./helpers.mjs";

test("half-steps are the start, then E and M by turns", () => {
  assert.deepEqual([0, 1, 2, 3, 4].map(nameOf), ["start", "E", "M", "E", "M"]);
  assert.deepEqual([0, 1, 2, 3, 4].map(iterationOf), [0, 1, 1, 2, 2]);
});

test("an E-step keeps the parameters, an M-step the responsibilities", () => {
  assert.deepEqual([0, 1, 2, 3, 4, 5].map(paramsIndex), [0, 0, 1, 1, 2, 2]);
  assert.deepEqual([0, 1, 2, 3, 4, 5].map(responsibilitiesIndex), [-1, 0, 0, 1, 1, 2]);
});

test("what is seen after an M-step: new parameters, old responsibilities", () => {
  const trace = makeTrace();
  assert.equal(trace.responsibilities(0), null);
  const after = [...trace.responsibilities(1)];
  assert.deepEqual([...trace.responsibilities(2)], after);
  assert.notDeepEqual([...trace.responsibilities(3)], after);
  const parts = joint(MIXTURE, POINTS[0]);
  assert.ok(Math.abs(after[0] - parts[0] / (parts[0] + parts[1])) < 1e-12);
  assert.deepEqual([...trace.row(1)], [...trace.row(0)]);
  assert.notDeepEqual([...trace.row(2)], [...trace.row(1)]);
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((h) => trace.nllAt(h)),
    [300, 300, 200, 200, 150],
  );
});

test("the bound touches after an E-step and lags after an M-step", () => {
  const trace = makeTrace();
  assert.ok(Number.isNaN(trace.gap(0)));
  assert.equal(trace.gap(1), 0);
  assert.ok(trace.gap(2) > 1e-3);
  assert.equal(trace.gap(3), 0);
  assert.equal(trace.gap(2), trace.gap(2));
});

test("going back gives the same responsibilities again", () => {
  const trace = makeTrace();
  const first = [...trace.responsibilities(1)];
  trace.responsibilities(4);
  assert.deepEqual([...trace.responsibilities(1)], first);
});

test("a half-step that failed shows what was there before it", () => {
  const trace = makeTrace({ ended: "failed", last: 4, message: "Your m_step raised ..." });
  assert.equal(trace.failed, 4);
  assert.deepEqual([...trace.row(4)], [...trace.row(3)]);
  assert.deepEqual([...trace.responsibilities(4)], [...trace.responsibilities(3)]);
  assert.equal(trace.nllAt(4), 200);
});

test("an own E-step's responsibilities are taken as they came, and their gap is seen", () => {
  const size = 2 * POINTS.length;
  const trace = makeTrace({ own: [1] }, new Float32Array(size).fill(0.5));
  assert.deepEqual([...trace.responsibilities(3)], Array(size).fill(0.5));
  assert.deepEqual([...trace.responsibilities(4)], Array(size).fill(0.5));
  assert.ok(trace.gap(3) > 1);
  assert.equal(trace.gap(1), 0);
});
