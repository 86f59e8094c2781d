import assert from "node:assert/strict";
import { test } from "node:test";
import { differenceInWords, whatDiffers } from "../../gmm_helpers/explorer/javascript/compare/ghost.js";
import { cutsInPlane, cutsOnLine } from "../../gmm_helpers/explorer/javascript/drawing/beside.js";
import { rangeWith } from "../../gmm_helpers/explorer/javascript/drawing/range.js";
import { makeTrace, numbers } from "./helpers.mjs";

const CHOICE = {
  data: "ring",
  n_components: 3,
  seed: 2,
  start: "identity",
  reg_covar: 1e-6,
  own_start: [],
  own_points: [],
};

test("of a pinned run that is named which is not as now", () => {
  assert.equal(whatDiffers(CHOICE, { ...CHOICE, seed: 3 }), "seed 2");
  assert.equal(
    whatDiffers(CHOICE, { ...CHOICE, n_components: 4, reg_covar: 0.1 }),
    "K = 3, reg_covar = 1e-6",
  );
  assert.equal(
    whatDiffers({ ...CHOICE, own_start: [1] }, { ...CHOICE, own_start: [2] }),
    "another own start",
  );
  assert.equal(whatDiffers(CHOICE, { ...CHOICE }), "this run");
});

test("how much worse or better a run is, here and at the end", () => {
  const [trace, other] = [makeTrace(), makeTrace({ nll: Float64Array.of(290, 210, 100) })];
  other.data = trace.data;
  const ghost = { trace: other, choice: CHOICE };
  const now = { ...CHOICE, seed: 0 };
  assert.equal(
    differenceInWords(ghost, now, trace, 3),
    "Pinned, in grey: seed 2. At this half-step the NLL is 10.00 nats lower (better). " +
      "Ends: 150.00 here, 100.00 pinned: this run's is 50.00 nats higher (worse).",
  );
  assert.match(differenceInWords(ghost, now, trace, 4), /^Pinned, in grey: seed 2\. Ends: /);
  const same = { trace: makeTrace(), choice: CHOICE };
  same.trace.data = trace.data;
  assert.match(differenceInWords(same, now, trace, 4), /this run's is the same\.$/);
  assert.equal(differenceInWords({ trace, choice: CHOICE }, CHOICE, trace, 4), "Pinned, in grey: this run.");
});

test("runs of other data are not compared", () => {
  const said = differenceInWords({ trace: makeTrace(), choice: CHOICE }, CHOICE, makeTrace(), 3);
  assert.match(said, /other data: its NLL cannot be compared/);
});

test("the range of the curve has room for the other run", () => {
  const range = { low: 140, high: 160, clipped: false };
  const other = makeTrace({ nll: Float64Array.of(9000, 120, 110) });
  const { low, high } = rangeWith(other, range, 0, 4);
  assert.equal(low, 110);
  assert.equal(high, 160);
  assert.deepEqual(rangeWith(null, range, 0, 4), range);
  assert.deepEqual(rangeWith(other, range, 9, 12), range);
});

test("cuts are where the two nearest means are equally near", () => {
  for (let K = 2; K <= 8; K++) {
    const means = Float64Array.from(numbers(2 * K, K));
    const distances = ([x, y]) =>
      Array.from({ length: K }, (_, k) => Math.hypot(x - means[2 * k], y - means[2 * k + 1])).sort(
        (a, b) => a - b,
      );
    const edges = cutsInPlane(means, 10);
    assert.ok(edges.length >= K - 1 && edges.length <= Math.max(3 * K - 6, K));
    for (const [[x1, y1], [x2, y2]] of edges) {
      for (const share of [0.001, 0.3, 0.5, 0.999]) {
        const [first, second] = distances([x1 + share * (x2 - x1), y1 + share * (y2 - y1)]);
        assert.ok(Math.abs(first - second) < 1e-9);
      }
    }
    // From one place to another one crosses a cut just where the nearest mean changes.
    const nearest = ([x, y]) => {
      const all = Array.from({ length: K }, (_, k) => Math.hypot(x - means[2 * k], y - means[2 * k + 1]));
      return all.indexOf(Math.min(...all));
    };
    const places = numbers(60, 7 + K);
    for (let at = 0; at < 60; at += 4) {
      const [a, b] = [places.slice(at, at + 2), places.slice(at + 2, at + 4)];
      const crossed = edges.filter((edge) => meets(a, b, ...edge)).length;
      assert.equal(nearest(a) !== nearest(b), crossed > 0);
    }
  }
});

test("means at one place have no cut between them", () => {
  assert.deepEqual(cutsInPlane(Float64Array.of(1, 2, 1, 2), 10), []);
});

test("on a line the cuts are half way", () => {
  assert.deepEqual(cutsOnLine(Float64Array.of(4, 0, 1)), [0.5, 2.5]);
});

function meets(a, b, c, d) {
  const side = ([px, py], [qx, qy], [rx, ry]) => Math.sign((qx - px) * (ry - py) - (qy - py) * (rx - px));
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}
