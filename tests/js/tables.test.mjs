import assert from "node:assert/strict";
import { test } from "node:test";
import { pointsOf } from "../../gmm_helpers/explorer/javascript/panels/tables.js";
import { dataKey } from "../../gmm_helpers/explorer/javascript/runs/choice.js";
import { Datasets } from "../../gmm_helpers/explorer/javascript/runs/datasets.js";
import { fittingStart, isFarOff } from "../../gmm_helpers/explorer/javascript/runs/fitting_start.js";
import { makeData } from "./helpers.mjs";

const CHOICE = { data: "own points", start: "identity", own_start: [], n_components: 1 };

test("a table becomes points, with the names of its features and what was left out", () => {
  const { points, labels, note } = pointsOf("name,height,width\na,1,2\nb,,3\nc,4,5", 10);
  assert.deepEqual(points, [
    [1, 2],
    [4, 5],
  ]);
  assert.deepEqual(labels, ["height", "width"]);
  assert.match(note, /name.*1 row/);
  const [long] = pointsOf(`${"a".repeat(50)},b\n1,2`, 10).labels;
  assert.ok(long.length <= 21);
});

test("a feature that does not vary is told", () => {
  assert.match(pointsOf("a,b\n1,4\n2,4", 10).note, /^All samples have the same b:/);
  assert.equal(pointsOf("a,b\n1,4", 10).note, "");
});

test("a notebook keeps so many samples and no more", () => {
  assert.equal(pointsOf("1\n2\n3", 3).points.length, 3);
  assert.throws(() => pointsOf("1\n2\n3\n4", 3), /4 samples.*at most 3/);
});

test("data know the names and the note of their table; principal axes have their own names", () => {
  const datasets = new Datasets();
  const [flat, many] = [
    [
      [1, 2],
      [3, 5],
    ],
    [
      [1, 2, 3],
      [4, 5, 7],
      [0, 1, 0],
    ],
  ];
  datasets.describe(flat, { labels: ["a", "b"], note: "Left out: c." });
  datasets.describe(many, { labels: ["a", "b", "c"], note: "Left out: d." });
  const of = (own_points) => datasets.of({ ...CHOICE, own_points });
  assert.deepEqual([of(flat).labels, of(flat).note], [["a", "b"], "Left out: c."]);
  assert.match(of(many).labels[0], /principal/);
  assert.match(of(many).note, /3 features.*Left out: d\.$/);
  assert.deepEqual(of([[1, 2]]).labels, ["x₁", "x₂"]);
});

test("keys of data tell points apart, and only where they matter", () => {
  const key = (own_points, data = "own points") => dataKey({ ...CHOICE, data, own_points });
  assert.notEqual(key([[1, 2]]), key([[1, 3]]));
  assert.notEqual(key([[1, 2]]), key([[1], [2]]));
  assert.equal(key([[1, 2]]), key([[1, 2]]));
  assert.equal(key([[1, 2]], "ring"), key([], "ring"));
});

test("identity is a start for data near 0 only, however large numbers are", () => {
  assert.ok(
    !isFarOff(
      makeData([
        [4, -4],
        [-3, 5],
      ]),
    ),
  );
  assert.ok(isFarOff(makeData([[70], [80]])));
  assert.ok(
    isFarOff(
      makeData([
        [0.1, 1e150],
        [0.2, 1e149],
      ]),
    ),
  );
  assert.ok(!isFarOff(makeData([[0], [0]])));
  const far = makeData([[70], [80]]);
  const found = fittingStart(CHOICE, far, "identity");
  assert.equal(found.start, "random points");
  assert.match(found.remark, /far from 0/);
  for (const start of ["k-means++", "all means equal"]) {
    assert.deepEqual(fittingStart({ ...CHOICE, start }, far, start), { start, remark: "" });
  }
});

test("an own start stays where it fits, and else gives way", () => {
  const own = { ...CHOICE, start: "own start", own_start: [1, 70, 1] }; // K = 1, D = 1
  assert.equal(fittingStart(own, makeData([[70], [80]]), "identity").start, "own start");
  const near = makeData([
    [1, 2],
    [3, 4],
  ]);
  assert.equal(fittingStart(own, near, "identity").start, "identity");
  const far = makeData([
    [100, 2],
    [3, 400],
  ]);
  assert.equal(fittingStart(own, far, "identity").start, "random points");
  assert.equal(fittingStart(own, far, "k-means++").start, "k-means++");
});
