import assert from "node:assert/strict";
import { test } from "node:test";
import { grown } from "../../gmm_helpers/explorer/javascript/app/presenter.js";

test("before a class lines and marks grow as the type does", () => {
  const [small, large] = [18, 54].map((size) => grown({ size, scale: 1 }));
  assert.equal(large.size, small.size);
  assert.equal(large.scale, 3 * small.scale);
  assert.equal(grown({ size: 18, scale: 2 }).scale, 2);
});
