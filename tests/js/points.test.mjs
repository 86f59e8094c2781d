import assert from "node:assert/strict";
import { test } from "node:test";
import { PointImage, largest, mask, mixed } from "../../gmm_helpers/explorer/javascript/drawing/points.js";
import { isOneMore } from "../../gmm_helpers/explorer/javascript/drawing/plane.js";

const RED = [255, 0, 0];
const BLUE = [0, 0, 255];
const WHITE = [255, 255, 255];

function drawn(options) {
  const image = new PointImage(21, 21, new Uint8ClampedArray(4 * 21 * 21));
  image.clear(WHITE);
  image.draw({
    at: [10, 10],
    K: 2,
    how: "blend",
    colors: [RED, BLUE],
    grey: [120, 120, 120],
    paper: WHITE,
    radius: 6,
    halo: 0,
    ...options,
  });
  const pixel = (x, y) => [...image.bytes.slice(4 * (21 * y + x), 4 * (21 * y + x) + 3)];
  return { image, pixel };
}

test("a blend is the mean of the colours, weighted by the responsibilities", () => {
  assert.deepEqual([...mixed([0.25, 0.75], 0, 2, [RED, BLUE])], [63.75, 0, 191.25]);
  assert.deepEqual(drawn({ r: [0.25, 0.75] }).pixel(10, 10), [64, 0, 191]);
});

test("hard shows the most responsible component only", () => {
  assert.equal(largest([0.2, 0.5, 0.3], 0, 3), 1);
  assert.deepEqual(drawn({ r: [0.4, 0.6], how: "hard" }).pixel(10, 10), BLUE);
});

test("a sample that is shared hardly at all has the marker of its component, and no pie", () => {
  const pure = { r: [0.02, 0.98], radius: 8 };
  const { image } = drawn({ ...pure, how: "pie" });
  assert.deepEqual(image.bytes, drawn({ ...pure, how: "hard" }).image.bytes);
});

test("a pie begins at the top and turns to the right, in the shares of the responsibilities", () => {
  const { pixel } = drawn({ r: [0.25, 0.75], how: "pie" });
  assert.deepEqual(pixel(12, 8), RED);
  for (const [x, y] of [
    [12, 12],
    [8, 12],
    [8, 8],
  ])
    assert.deepEqual(pixel(x, y), BLUE);
  for (const nothing of [0, 1e-9]) {
    const whole = drawn({ r: [nothing, 1 - nothing], how: "pie" });
    for (let y = 6; y < 10; y++) assert.deepEqual(whole.pixel(10, y), BLUE);
  }
});

test("at the start, without responsibilities, points are grey", () => {
  assert.deepEqual(drawn({ r: null }).pixel(10, 10), [120, 120, 120]);
});

test("points at or beyond the edge do not spill over", () => {
  for (const at of [
    [0, 0],
    [20, 20],
    [-50, 400],
  ]) {
    const { image } = drawn({ at, r: [1, 0] });
    assert.equal(image.bytes.length, 4 * 21 * 21);
  }
  const { pixel } = drawn({ at: [20, 10], r: [1, 0] });
  for (const y of [9, 10, 11]) assert.deepEqual(pixel(0, y), WHITE);
});

test("each component has a shape of its own, of about the same size", () => {
  const masks = Array.from({ length: 8 }, (_, shape) => mask(shape, 8));
  assert.equal(new Set(masks.map(({ dx, dy, cover }) => `${dx} ${dy} ${cover}`)).size, 8);
  for (const { n, dx, dy, cover } of masks) {
    const area = cover.reduce((sum, share) => sum + share, 0);
    assert.ok(area > 65 && area < 200, `area ${area}`);
    assert.ok(
      Array.from({ length: n }, (_, p) => p).some((p) => dx[p] === 0 && dy[p] === 0),
      "has a middle",
    );
  }
});

test("the frame stays for a point that was added, and not for another table", () => {
  const data = (...X) => ({ D: 2, N: X.length / 2, X: Float64Array.from(X) });
  assert.ok(isOneMore(data(1, 2), data(1, 2, 3, 4)));
  assert.ok(!isOneMore(data(1, 2), data(0, 2, 3, 4)));
  assert.ok(!isOneMore(data(1, 2, 3, 4), data(1, 2)));
});
