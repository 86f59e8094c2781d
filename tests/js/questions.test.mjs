import assert from "node:assert/strict";
import { test } from "node:test";
import { shuffled } from "../../gmm_helpers/questions/static/inputs.js";
import { takeOver } from "../../gmm_helpers/questions/static/question.js";

function widget(key, attempts) {
  const state = { _question: { key }, _attempts: attempts };
  const model = { saved: 0, get: (name) => state[name], set: (name, value) => (state[name] = value) };
  return Object.assign(model, { save_changes: () => (model.saved += 1) });
}

test("an answer of before is taken over, and none that is older", () => {
  const [older, longer, other] = [
    widget("rows", [[1]]),
    widget("rows", [[1], [0]]),
    widget("sums", [[0], [1], [2]]),
  ];
  const fresh = widget("rows", []);
  const slider = { get: () => undefined };
  takeOver(fresh, [older, longer, other, slider, fresh]);
  assert.deepEqual(fresh.get("_attempts"), [[1], [0]]);
  assert.equal(fresh.saved, 1);
  takeOver(longer, [older, longer]);
  assert.equal(longer.saved, 0);
  const alone = widget("rows", [[1]]);
  takeOver(alone, [alone]);
  assert.equal(alone.saved, 0);
});

test("an order begins the same every time, and never with the right one", () => {
  for (let n = 2; n < 7; n++) {
    for (const key of ["steps", "order_of_the_m_step", "a", "b", "c", "d"]) {
      const begun = shuffled(n, key);
      assert.deepEqual(begun, shuffled(n, key));
      assert.deepEqual([...begun].sort(), [...Array(n).keys()]);
      assert.notDeepEqual(begun, [...Array(n).keys()]);
    }
  }
});
