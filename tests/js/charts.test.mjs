import assert from "node:assert/strict";
import { test } from "node:test";
import {
  axesOf,
  mostMoved,
  nameOfParameter,
  parameterOf,
} from "../../gmm_helpers/explorer/javascript/charts/axis.js";
import { hereOf, sentence } from "../../gmm_helpers/explorer/javascript/charts/bound_curve.js";
import { Cut } from "../../gmm_helpers/explorer/javascript/charts/cut.js";
import { decades } from "../../gmm_helpers/explorer/javascript/charts/distance.js";
import { Ending, fractionLeft, isSteady } from "../../gmm_helpers/explorer/javascript/charts/ending.js";
import { entropyAt } from "../../gmm_helpers/explorer/javascript/charts/entropy.js";
import { wrapped } from "../../gmm_helpers/explorer/javascript/charts/frame.js";
import { freePlace } from "../../gmm_helpers/explorer/javascript/drawing/legend.js";
import { natsLostToRidge } from "../../gmm_helpers/explorer/javascript/em/ridge.js";
import { lowest } from "../../gmm_helpers/explorer/javascript/controls/atlas_selection.js";
import { minimumOfBound } from "../../gmm_helpers/explorer/javascript/em/bound.js";
import { wholeRun } from "../../gmm_helpers/explorer/javascript/em/run.js";
import { Trace } from "../../gmm_helpers/explorer/javascript/runs/trace.js";
import { joint, makeData, makeTrace, MIXTURE, POINTS, rowOf } from "./helpers.mjs";

const REG_COVAR = 1e-9;

function fitted(options = {}) {
  const data = makeData();
  const run = wholeRun(data, rowOf(MIXTURE), 2, { regCovar: REG_COVAR, ...options });
  return new Trace(run, data, REG_COVAR);
}

function cutOf(trace, h, axis) {
  const cut = new Cut(trace, h, axis);
  while (!cut.compute(h, 1));
  return cut;
}

test("along the M-step the bound touches the NLL before it, and is lowest after it", () => {
  const trace = fitted();
  for (const h of [1, 2, 9, 10, 31]) {
    const cut = cutOf(trace, h);
    assert.ok(cut.line.isAlong);
    assert.equal(cut.known.length, 97);
    const { before, after } = cut;
    assert.ok(Math.abs(before.bound - before.nll) < 1e-9);
    assert.ok(Math.abs(before.nll - trace.nllAt(h % 2 ? h : h - 1)) < 1e-9);
    assert.ok(after.bound < before.bound);
    for (const i of cut.known) {
      if (Number.isNaN(cut.nll[i])) continue;
      assert.ok(cut.bound[i] >= cut.nll[i] - 1e-9);
      assert.ok(cut.bound[i] >= after.bound - 1e-9);
    }
    const gap = trace.gap(h % 2 ? h + 1 : h);
    assert.ok(Math.abs(after.bound - after.nll - gap) < 1e-9);
  }
});

test("both half-steps of an iteration have the same curves, the next ones have others", () => {
  const trace = fitted();
  const cut = cutOf(trace, 5);
  assert.ok(cut.isOf(trace, 6));
  assert.ok(!cut.isOf(trace, 7) && !cut.isOf(trace, 4) && !cut.isOf(trace, 5, "weight 0"));
  const [atE, atM] = [5, 6].map((h) => hereOf(cut, trace, h));
  assert.ok(Math.abs(atE.value - trace.row(5)[cut.at]) < 1e-12);
  assert.ok(Math.abs(atM.value - trace.row(6)[cut.at]) < 1e-12);
  assert.ok(Math.abs(atM.here.nll - trace.nllAt(6)) < 1e-9);
});

test("of one parameter, the curves are new after an M-step, which has found the lowest bound", () => {
  const trace = fitted();
  for (const axis of axesOf(2, 2).slice(1)) {
    const [E, M] = [cutOf(trace, 7, axis), cutOf(trace, 8, axis)];
    assert.ok(!E.isOf(trace, 8, axis) && !E.line.isAlong);
    assert.ok(Math.abs(E.here.bound - E.here.nll) < 1e-9);
    const row = trace.row(8);
    const lowest = minimumOfBound(trace.data, row, 2, trace.responsibilities(8), M.line.parameter);
    assert.ok(Math.abs(lowest - row[M.at]) < 1e-6 * Math.max(1, Math.abs(lowest)), axis);
    assert.ok(M.known.every((i) => !(M.bound[i] < M.here.bound - 1e-9)));
    const [first, last] = M.line.places.map((place) => M.line.valueAt(place));
    for (const h of [7, 8]) assert.ok(first < trace.row(h)[M.at] && trace.row(h)[M.at] < last);
    assert.deepEqual(
      [first, last],
      E.line.places.map((place) => E.line.valueAt(place)),
    );
  }
});

test("there is a curve at the start, at a failure, at the end, and where nothing moves", () => {
  const trace = fitted();
  const start = cutOf(trace, 0);
  assert.ok(Number.isNaN(start.before.bound) && start.bound.every(Number.isNaN));
  assert.ok(Math.abs(start.before.nll - trace.nllAt(0)) < 1e-9);
  assert.ok(cutOf(trace, trace.last).line.isAlong);
  const equal = rowOf({ ...MIXTURE, means: [[0, 0], [0, 0]], covariances: [[1, 0, 1], [1, 0, 1]] }); // prettier-ignore
  const data = makeData();
  const still = new Trace(wholeRun(data, equal, 2, { maxIter: 3 }), data, 1e-6);
  const cut = cutOf(still, still.last);
  assert.ok(cut.nll.some(Number.isFinite));
  const failed = makeTrace({ ended: "failed", last: 6 }); // there is no M-step to go along
  assert.ok(!cutOf(failed, 6).line.isAlong);
});

test("axes are named, and one that this K has not is that of the M-step", () => {
  assert.equal(axesOf(1, 1).join("|"), "M-step|mean 0|variance 0");
  assert.equal(axesOf(2, 2).length, 1 + 2 * 5);
  assert.equal(nameOfParameter(parameterOf("mean 1, x10", 2, 10), 10), "mean 1, x₁₀");
  assert.equal(nameOfParameter(parameterOf("weight 1", 2, 2), 2), "weight 1");
  assert.equal(nameOfParameter(parameterOf("variance 0", 1, 1), 1), "variance 0");
  for (const axis of ["mean 2, x1", "weight 2", "mean 0, x3", "M-step", undefined, "mean", "mean 0"])
    assert.equal(parameterOf(axis, 2, 2), null);
});

test("the mean that moves most is found, and its larger coordinate", () => {
  const before = rowOf(MIXTURE);
  const after = Float64Array.from(before);
  assert.equal(mostMoved(before, after, 2, 2), null);
  const rounded = before.map((value) => value * (1 + 2 ** -52));
  assert.equal(mostMoved(before, rounded, 2, 2), null);
  after[2] += 0.5;
  after[4] -= 0.4;
  after[5] += 0.6;
  assert.deepEqual(mostMoved(before, after, 2, 2), { kind: "mean", component: 1, feature: 1 });
});

test("entropy is that of the posterior, the same after the M-step as before it", () => {
  const trace = makeTrace();
  const entropy = POINTS.reduce((sum, point) => {
    const parts = joint(MIXTURE, point);
    const total = parts[0] + parts[1];
    return sum - parts.reduce((all, part) => all + (part / total) * Math.log(part / total), 0);
  }, 0);
  assert.ok(Number.isNaN(entropyAt(trace, 0)));
  assert.ok(Math.abs(entropyAt(trace, 1) - entropy) < 1e-10);
  assert.equal(entropyAt(trace, 2), entropyAt(trace, 1));
  assert.notEqual(entropyAt(trace, 3), entropyAt(trace, 1));
});

test("a run that goes on has its end below, and leaves the fraction it says", () => {
  const trace = fitted();
  const ending = new Ending(trace);
  while (!ending.compute(1));
  assert.ok(ending.nll < trace.nll.at(-1));
  const { distances } = ending;
  const n = distances.length - 1;
  assert.ok(distances.every((distance, i) => i === 0 || distance < distances[i - 1]));
  assert.ok(Math.abs(distances[n] / distances[n - 1] - fractionLeft(trace.nll)) < 0.05);
  assert.ok(Number.isNaN(fractionLeft([8, 4, 2, 1])));
  const halves = Array.from({ length: 20 }, (_, i) => 2 ** -i);
  assert.ok(Math.abs(fractionLeft(halves) - 0.5) < 1e-12);
  assert.ok(isSteady(halves));
  assert.ok(!isSteady(halves.map((value, i) => value + 1e-4 * (20 - i))));
});

test("a run of somebody's own steps, or one that failed, does not go on", () => {
  for (const trace of [makeTrace(), makeTrace({ ended: "failed", last: 5 })]) {
    const ending = new Ending(trace);
    assert.ok(ending.compute(1));
    assert.equal(ending.nll, 150);
    assert.deepEqual([...ending.distances], [150, 50, NaN]);
  }
});

test("decades are marked, not more than there is room for, and sentences broken", () => {
  assert.deepEqual(
    decades(-2, 1).map(({ text }) => text),
    ["0.01", "0.1", "1", "10"],
  );
  assert.ok(decades(-9, 8).length <= 8);
  assert.deepEqual(
    wrapped("one two three four", (line) => line.length < 10),
    ["one two", "three", "four"],
  );
});

test("the lowest of a criterion is found among those that are known", () => {
  assert.equal(lowest(new Map([[1, NaN], [2, 5], [3, -Infinity], [4, 4]])), 4); // prettier-ignore
  assert.equal(lowest(new Map([[1, NaN]])), null);
});

test("the bound is told half-step by half-step, and who keeps the M-step off its lowest point", () => {
  const tell = (trace, h, axis) => {
    const cut = cutOf(trace, h, axis);
    return sentence(cut, trace, h, hereOf(cut, trace, h).here);
  };
  const trace = fitted();
  assert.match(tell(trace, 0), /no responsibilities yet/);
  assert.match(tell(trace, 1), /has made a bound that touches the NLL/);
  assert.match(tell(trace, 3), /touches the NLL\. The M-step will go to its lowest point/);
  assert.match(tell(trace, 4), /has gone to the lowest point of the bound, [\d.]+ nats down\. The NLL/);
  assert.match(tell(trace, 4, "mean 0, x1"), /has gone to the lowest point of the bound\. The NLL/);
  const data = makeData();
  const ridged = new Trace(wholeRun(data, rowOf(MIXTURE), 2, { regCovar: 1 }), data, 1);
  assert.match(
    tell(ridged, 8, "variance 0, x1"),
    /has not gone to the lowest point.*reg_covar = 1 keeps it off/,
  );
  const single = new Trace(wholeRun(data, rowOf({ weights: [1], means: [[0, 0]], covariances: [[9, 0, 9]] }), 1, { regCovar: 0 }), data, 0); // prettier-ignore
  assert.match(tell(single, 2), /It still touches the NLL/);
  assert.match(tell(single, single.last), /at its lowest point already. It still touches/);
});

const FRAME = { left: 10, top: 20, width: 400, height: 300 };
const SIZE = { width: 130, height: 40 };
const curve = (of) => Array.from({ length: 81 }, (_, i) => [10 + 5 * i, 20 + 300 * (1 - of(i / 80))]);
// By small steps along the lines, independently of how pieces are cut.
const isFree = ({ left, top, width, height }, lines) =>
  lines.every((line) =>
    line.slice(1).every(([x1, y1], i) => {
      const [x0, y0] = line[i];
      return Array.from({ length: 101 }, (_, j) => j / 100).every((t) => {
        const [x, y] = [x0 + t * (x1 - x0), y0 + t * (y1 - y0)];
        return !(x > left && x < left + width && y > top && y < top + height);
      });
    }),
  );

test("a legend is where no line is, in a corner if one is free", () => {
  const cases = {
    falling: [curve((t) => 1 - t)],
    rising: [curve((t) => t)],
    valley: [curve((t) => 9 * (t - 0.5) ** 2)],
    hill: [curve((t) => 1 - 4 * (t - 0.5) ** 2)],
    two: [curve((t) => 5 * (t - 0.3) ** 2), curve((t) => 0.9 - 0.8 * t)],
    steep: [
      [
        [395, 320],
        [395, 20],
      ],
      [
        [20, 320],
        [20, 20],
      ],
    ],
    // prettier-ignore
    open: [[[10, NaN], [400, NaN], [405, 25]]],
  };
  for (const [name, lines] of Object.entries(cases)) {
    const place = freePlace(FRAME, SIZE, lines);
    assert.ok(isFree(place, lines), name);
    assert.ok(place.left >= 10 && place.left + 130 <= 410 && place.top >= 20 && place.top + 40 <= 320);
  }
  const [falling, rising, valley] = ["falling", "rising", "valley"].map((name) =>
    freePlace(FRAME, SIZE, cases[name]),
  );
  assert.deepEqual([falling.left, falling.top], [280, 20]);
  assert.deepEqual([rising.left, rising.top], [10, 20]);
  assert.deepEqual([valley.left, valley.top], [280, 280]);
  // Where lines are everywhere, it is still in the frame.
  const everywhere = Array.from({ length: 60 }, (_, i) => curve(() => i / 60));
  assert.ok(freePlace(FRAME, SIZE, everywhere));
});

test("what is nothing but ridge loses a finite amount", () => {
  const row = rowOf({
    ...MIXTURE,
    covariances: [
      [1, 0, 1],
      [1e-6, 0, 1e-6],
    ],
  });
  const lost = natsLostToRidge(row, 2, 2, 40, 1e-6, true);
  assert.ok(lost > 500 && lost < 2000);
});
