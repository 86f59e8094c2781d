import assert from "node:assert/strict";
import { test } from "node:test";
import {
  cholesky,
  componentCount,
  ellipse,
  klGap,
  lineDensity,
  planarDensity,
  projected,
  responsibilities,
  rowLength,
  weightedLogProb,
} from "../../gmm_helpers/explorer/javascript/drawing/gaussians.js";
import { MIXTURE, POINTS, joint, makeData, rowOf } from "./helpers.mjs";

const X = Float64Array.from(POINTS.flat());
const N = POINTS.length;
const ROW = rowOf(MIXTURE);

function close(actual, expected, tolerance = 1e-12) {
  assert.ok(
    Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected)),
    `${actual} is not ${expected}`,
  );
}

test("a row has a weight, a mean and half a covariance for each component", () => {
  assert.equal(rowLength(3, 2), 18);
  assert.equal(componentCount(18, 2), 3);
  assert.equal(rowLength(2, 1), 6);
});

test("responsibilities and the NLL are those of the plain formula", () => {
  const r = new Float64Array(2 * N);
  const nll = responsibilities(X, N, 2, ROW, 2, r);
  let expected = 0;
  POINTS.forEach((point, n) => {
    const parts = joint(MIXTURE, point);
    const total = parts[0] + parts[1];
    expected -= Math.log(total);
    parts.forEach((part, k) => close(r[2 * n + k], part / total));
  });
  close(nll, expected);
});

test("far away, where densities underflow, rows still sum to one", () => {
  const r = new Float64Array(2);
  const nll = responsibilities(Float64Array.of(1e4, -1e4), 1, 2, ROW, 2, r);
  close(r[0] + r[1], 1);
  assert.ok(Number.isFinite(nll) && nll > 1e6);
});

test("in three dimensions with a diagonal covariance the density is a product", () => {
  const row = Float64Array.of(1, 1, 2, 3, 4, 0, 9, 0, 0, 16);
  const out = weightedLogProb(Float64Array.of(0, 0, 0), 1, 3, row, 1, new Float64Array(1));
  const expected = [
    [1, 2],
    [2, 3],
    [3, 4],
  ]
    .map(([mean, sigma]) => -0.5 * (mean / sigma) ** 2 - Math.log(sigma * Math.sqrt(2 * Math.PI)))
    .reduce((a, b) => a + b);
  close(out[0], expected);
});

test("a component without weight, or whose covariance is none, takes nothing", () => {
  const none = rowOf({ ...MIXTURE, weights: [0, 1] });
  const flat = rowOf({
    ...MIXTURE,
    covariances: [
      [1, 1, 1],
      [1, 0, 1],
    ],
  });
  for (const row of [none, flat]) {
    const r = new Float64Array(2 * N);
    responsibilities(X, N, 2, row, 2, r);
    for (let n = 0; n < N; n++) assert.deepEqual([r[2 * n], r[2 * n + 1]], [0, 1]);
  }
  assert.equal(cholesky(Float64Array.of(1, 1, 1, 1), 2), null);
});

test("the gap is what the log-likelihood is above its lower bound", () => {
  const moved = rowOf({
    ...MIXTURE,
    means: [
      [1, 1],
      [2, 1],
    ],
  });
  const r = new Float64Array(2 * N);
  responsibilities(X, N, 2, ROW, 2, r);
  // Independently: log-likelihood minus sum of r (log joint - log r).
  let difference = 0;
  const other = {
    ...MIXTURE,
    means: [
      [1, 1],
      [2, 1],
    ],
  };
  POINTS.forEach((point, n) => {
    const parts = joint(other, point);
    difference += Math.log(parts[0] + parts[1]);
    parts.forEach((part, k) => (difference -= r[2 * n + k] * (Math.log(part) - Math.log(r[2 * n + k]))));
  });
  close(klGap(r, X, N, 2, moved, 2, new Float64Array(2 * N)), difference, 1e-10);
  close(klGap(r, X, N, 2, ROW, 2, new Float64Array(2 * N)), 0);
});

test("the gap is finite for hard responsibilities that the mixture thinks impossible", () => {
  const r = Float64Array.of(0, 1);
  const gap = klGap(r, Float64Array.of(1e3, 0), 1, 2, ROW, 2, new Float64Array(2));
  assert.ok(Number.isFinite(gap) && gap > 100);
});

test("an ellipse has the axes of its covariance, also when turned", () => {
  const [a, b, angle] = [3, 1, 0.6];
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const found = ellipse([
    a * a * c * c + b * b * s * s,
    (a * a - b * b) * c * s,
    a * a * s * s + b * b * c * c,
  ]);
  close(found.long, a);
  close(found.short, b);
  close(found.angle, angle);
});

test("a projection keeps what lies in the plane and turns the rest away", () => {
  const row = Float64Array.of(1, 1, 2, 3, 4, 0.5, 9, 0, 0.2, 16);
  const plane = { D: 3, origin: Float64Array.of(0, 0, 1), axes: Float64Array.of(1, 0, 0, 0, 0, 1), shown: 2 };
  const { place, spread } = projected(row, 1, plane, 0);
  assert.deepEqual(place, [1, 2]);
  assert.deepEqual(spread, [4, 0, 16]);
});

test("densities of the picture are those of the plain formula", () => {
  const data = makeData();
  const parts = [0, 1].map((k) => projected(ROW, 2, data.plane, k));
  close(
    planarDensity(parts, 0.3, -0.2),
    joint(MIXTURE, [0.3, -0.2]).reduce((a, b) => a + b),
  );
  close(
    lineDensity({ weight: 0.5, place: [1, 0], spread: [4, 0, 0] }, 3),
    (0.5 * Math.exp(-0.5)) / (2 * Math.sqrt(2 * Math.PI)),
  );
});
