import assert from "node:assert/strict";
import { test } from "node:test";
import { likeBefore } from "../../gmm_helpers/explorer/javascript/panels/component.js";
import { projected } from "../../gmm_helpers/explorer/javascript/drawing/projection.js";
import { linear } from "../../gmm_helpers/explorer/javascript/drawing/scales.js";
import { cholesky, covarianceOf } from "../../gmm_helpers/explorer/javascript/em/gaussians.js";
import { DOT, dragged, handlesOf, partAt } from "../../gmm_helpers/explorer/javascript/handles/handles.js";
import { axesOf, withAxes } from "../../gmm_helpers/explorer/javascript/handles/spread.js";
import { withWeight } from "../../gmm_helpers/explorer/javascript/handles/weight.js";
import { makeData, MIXTURE, numbers, rowOf } from "./helpers.mjs";

const data = makeData();
const near = (a, b, what = "") => assert.ok(Math.abs(a - b) < 1e-9, `${what} ${a} is not ${b}`);

test("a weight changes, the others keep their proportions, and all add up to one", () => {
  const row = Float64Array.of(0.2, 0.3, 0.5, 0, 1, 2, 1, 1, 1);
  for (const wanted of [0.05, 0.5, 0.9]) {
    const [a, b, c, ...rest] = withWeight(row, 3, 1, wanted);
    near(b, wanted);
    near(a + b + c, 1);
    near(a / c, 0.2 / 0.5);
    assert.deepEqual(rest, [...row.slice(3)]);
  }
  assert.ok(withWeight(row, 3, 1, -4)[1] > 0);
  assert.ok(withWeight(row, 3, 1, 7)[0] > 0);
  const [a, b, c] = withWeight(Float64Array.of(1, 0, 0, 0, 1, 2, 1, 1, 1), 3, 0, 0.5);
  assert.deepEqual([a, b, c], [0.5, 0.25, 0.25]);
  const alone = Float64Array.of(1, 0, 1);
  assert.deepEqual([...withWeight(alone, 1, 0, 0.5)], [...alone]);
});

test("a component gets the axes it is given, and nothing else changes", () => {
  const row = rowOf(MIXTURE);
  const before = axesOf(row, 1, data);
  const changed = withAxes(row, 1, before, { width: 3, height: 0.5, angle: 0.7 }, data);
  const [c, s] = [Math.cos(0.7), Math.sin(0.7)];
  const [xx, xy, yy] = changed.slice(-3);
  near(xx, 9 * c * c + 0.25 * s * s);
  near(xy, (9 - 0.25) * c * s);
  near(yy, 9 * s * s + 0.25 * c * c);
  assert.deepEqual([...changed.slice(0, -3)], [...row.slice(0, -3)]);
  assert.deepEqual(
    [...withAxes(row, 1, before, before, data)].map((v) => v.toFixed(9)),
    [...row].map((v) => v.toFixed(9)),
  );
});

test("of more features, the plane that is seen changes, and what lies across it stays", () => {
  const D = 4;
  const values = numbers(D * 60, 5);
  const more = makeData(
    Array.from({ length: 60 }, (_, n) => values.slice(n * D, (n + 1) * D).map((v, i) => v * (i + 1))),
  );
  const factor = numbers(D * D, 9);
  const full = (i, j) =>
    Array.from({ length: D }, (_, m) => factor[i * D + m] * factor[j * D + m]).reduce((a, b) => a + b) +
    (i === j ? 0.1 : 0);
  const lower = Array.from({ length: D }, (_, i) =>
    Array.from({ length: i + 1 }, (_, j) => full(i, j)),
  ).flat();
  const row = Float64Array.from([1, 0.1, 0.2, 0.3, 0.4, ...lower]);
  const after = { width: 2, height: 0.3, angle: -0.4 };
  const changed = withAxes(row, 0, axesOf(row, 0, more), after, more);
  const seen = axesOf(changed, 0, more);
  for (const name of ["width", "height", "angle"]) near(seen[name], after[name], name);
  assert.ok(cholesky(covarianceOf(changed, 1, D, 0), D));
  // Two directions across the plane, by taking the plane out of unit vectors.
  const { axes } = more.plane;
  const across = [0, 1].map((unit) =>
    Array.from(
      { length: D },
      (_, i) => Number(i === unit) - axes[2 * unit] * axes[2 * i] - axes[2 * unit + 1] * axes[2 * i + 1],
    ),
  );
  const variance = (of, u, v) => {
    const S = covarianceOf(of, 1, D, 0);
    return u.reduce((sum, a, i) => sum + v.reduce((inner, b, j) => inner + a * S[i * D + j] * b, 0), 0);
  };
  for (const u of across) for (const v of across) near(variance(changed, u, v), variance(row, u, v));
});

test("of one feature there is a width alone", () => {
  const line = makeData([[1], [2], [5]]);
  const row = Float64Array.of(0.4, 0.6, 2, 3, 4, 9);
  near(axesOf(row, 1, line).width, 3);
  const changed = withAxes(row, 1, axesOf(row, 1, line), { width: 0.5, height: 0, angle: 0 }, line);
  assert.deepEqual(
    [...changed].map((v) => Number(v.toFixed(9))),
    [0.4, 0.6, 2, 3, 4, 0.25],
  );
});

// 600 x 400 pixels, with axes that are not to the same scale.
const framed = {
  box: { left: 0, top: 0, width: 600, height: 400 },
  x: linear([-5, 5], [0, 600]),
  y: linear([-10, 10], [400, 0]),
  units: [60, 20],
  flat: false,
};
const placeOf = (row, k) => {
  const [x, y] = projected(row, 2, data.plane, k).place;
  return [framed.x.to(x), framed.y.to(y)];
};
const handles = (row, k) => handlesOf(framed, row, k, data, 1, placeOf(row, k));
const row = rowOf({ ...MIXTURE, covariances: [[1, 0.3, 9], [0.4, -0.1, 12]] }); // prettier-ignore

test("a handle follows the pointer, wherever in its hit area it was grabbed", () => {
  const before = handles(row, 0);
  for (const part of ["width", "height"]) {
    const { at } = before.dots.find((dot) => dot.part === part);
    const from = [at[0] + 6, at[1] - 5];
    assert.equal(partAt(before, from).part, part);
    const to = [from[0] + 40, from[1] - 30];
    const changed = dragged(before, part, from, to, row, data, framed);
    const ends = handles(changed, 0).dots.flatMap(({ at: [x, y] }) => [[x, y], [2 * before.mean[0] - x, 2 * before.mean[1] - y]]); // prettier-ignore
    const gap = Math.min(...ends.map(([x, y]) => Math.hypot(x - at[0] - 40, y - at[1] + 30)));
    near(gap, 0, part);
    assert.deepEqual([...changed.slice(0, 6)], [...row.slice(0, 6)]);
  }
});

test("however far it is pushed in, a component keeps some width", () => {
  const before = handles(row, 0);
  const { at } = before.dots[1];
  const changed = dragged(before, "height", at, before.mean, row, data, framed);
  assert.ok(cholesky(covarianceOf(changed, 2, 2, 0), 2));
  assert.ok(axesOf(changed, 0, data, [60, 20]).height >= 0.999);
});

test("no dot leaves the picture", () => {
  const before = handles(row, 0);
  const { at } = before.dots[1];
  const changed = dragged(before, "height", at, [at[0] + 4000, at[1] - 3000], row, data, framed);
  const seen = handles(changed, 0).dots.some(({ at: [x, y] }) => x > 599 && y < 1);
  assert.ok(seen);
});

test("the ring raises the weight outward and lowers it inward", () => {
  const before = handles(row, 0);
  const on = (radius) => [before.mean[0], before.mean[1] + radius];
  const grab = on(before.ring + 3);
  assert.equal(partAt(before, grab).part, "weight");
  const out = dragged(before, "weight", grab, on(before.ring + 3 + 14), row, data, framed);
  near(out[0], row[0] + 14 / 70);
  near(handles(out, 0).ring, before.ring + 14);
  const inward = dragged(before, "weight", grab, on(0), row, data, framed);
  assert.ok(inward[0] > 0 && inward[0] < row[0]);
});

test("the hit area of a dot is ten times the dot", () => {
  const [{ at }] = handles(row, 0).dots;
  let reach = 0;
  while (partAt(handles(row, 0), [at[0] + reach, at[1]]).part === "width") reach += 0.01;
  assert.ok(Math.abs((reach * reach) / (DOT * DOT) - 10) < 0.1);
});

test("axes keep their names while one outgrows the other, and a circle keeps its angle", () => {
  const angle = 0.1;
  const same = likeBefore(
    { width: 3, height: 2, angle: angle - Math.PI / 2 },
    { width: 2, height: 2.9, angle },
  );
  assert.deepEqual([same.width, same.height, Number(same.angle.toFixed(9))], [2, 3, angle]);
  assert.equal(likeBefore({ width: 2, height: 2, angle: 1.5 }, { width: 2, height: 3, angle }).angle, angle);
  assert.equal(likeBefore({ width: 3, height: 2, angle: 1 }, { width: NaN, height: NaN, angle: 0 }).angle, 1);
});
