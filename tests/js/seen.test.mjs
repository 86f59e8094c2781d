import assert from "node:assert/strict";
import { test } from "node:test";
import { fits, fitting, stateFrom, takenApart } from "../../gmm_helpers/explorer/javascript/sharing/seen.js";
import { addressOf, stateOf } from "../../gmm_helpers/explorer/javascript/sharing/address.js";
import { DEFAULTS } from "../../gmm_helpers/explorer/javascript/sharing/state.js";

const FIELDS = ["data", "n_components", "seed", "start", "reg_covar", "own_start", "own_points"];
const CHOICE = Object.fromEntries(FIELDS.map((name) => [name, DEFAULTS[name]]));
const LAYERS = {
  ellipses: true,
  trails: false,
  bound: true,
  color: "pie",
  picture: "bound",
  along: "mean 1, x2",
};
const VIEW = { half_step: 7, layers: LAYERS, speed: 8, slow: true };

test("what is put together can be taken apart, through an address, too", () => {
  const choice = { ...CHOICE, n_components: 5, data: "ring" };
  const state = stateFrom(choice, VIEW);
  const names = ["ellipses", "trails", "bound"];
  assert.deepEqual(takenApart(state, names), { choice, view: VIEW });
  const known = { data: ["original", "ring"], starts: ["identity"], colorings: ["pie"] };
  const choices = { ...known, layers: names, pictures: ["nll", "bound"] };
  const read = stateOf(addressOf(state), choices);
  assert.deepEqual(read.problems, []);
  assert.deepEqual(takenApart(read.state, names), { choice, view: VIEW });
});

test("data that are too large for an address, or not in the plane, are left out of it", () => {
  const of = (own_points) => ({ ...DEFAULTS, data: "own points", start: "own start", own_points });
  const few = of([[1, 2]]);
  assert.ok(fits(few) && fitting(few, DEFAULTS) === few);
  for (const points of [[[1, 2, 3]], [[1]], Array(1000).fill([1, 2])]) {
    const state = of(points);
    assert.ok(!fits(state));
    const { data, start, own_points } = fitting(state, DEFAULTS);
    assert.deepEqual([data, start, own_points], ["original", "identity", []]);
  }
});
