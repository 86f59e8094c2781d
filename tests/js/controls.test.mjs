import assert from "node:assert/strict";
import { test } from "node:test";
import { levelOf } from "../../gmm_helpers/explorer/javascript/controls/atlas_signs.js";
import { nllRange, shownHalfSteps } from "../../gmm_helpers/explorer/javascript/drawing/range.js";
import { actionOf, isLent } from "../../gmm_helpers/explorer/javascript/controls/keys.js";
import { bytesOf, isDark } from "../../gmm_helpers/explorer/javascript/drawing/look.js";
import { labelsOf } from "../../gmm_helpers/explorer/javascript/drawing/means.js";
import { withMeanAt } from "../../gmm_helpers/explorer/javascript/handles/mean.js";
import {
  announce,
  curveInWords,
  ending,
  explain,
  number,
  position,
  weightsOf,
} from "../../gmm_helpers/explorer/javascript/controls/words.js";
import { makeData, makeTrace, MIXTURE, rowOf } from "./helpers.mjs";
import { showRowByRow } from "../../gmm_helpers/explorer/javascript/controls/row_by_row.js";

test("keys step, jump, play, and change K and seed", () => {
  assert.deepEqual(actionOf("ArrowRight"), ["move", 1]);
  assert.deepEqual(actionOf("Home"), ["first"]);
  assert.deepEqual(actionOf("End"), ["last"]);
  assert.deepEqual(actionOf(" "), ["play"]);
  assert.deepEqual(
    [actionOf("K"), actionOf("k")],
    [
      ["change", "n_components", 1],
      ["change", "n_components", -1],
    ],
  );
  assert.deepEqual(
    [actionOf("S"), actionOf("s")],
    [
      ["change", "seed", 1],
      ["change", "seed", -1],
    ],
  );
});

test("the curve in words ends where the NLL is known", () => {
  const says = (about) => curveInWords(makeTrace(about), "iteration 0 of 2, NLL 300.00");
  assert.match(says({}), /over 2 iterations, from 300\.00 to 150\.00; marked: iteration 0 of 2/);
  const failed = { ended: "failed", message: "No." };
  const [all, one, none] = [[300, 200, NaN], [300, NaN], [NaN]].map((nll) => Float64Array.from(nll));
  assert.match(
    says({ ...failed, last: 5, nll: all }),
    /over 1 iteration, from 300\.00 to 200\.00; EM fails at the E-step of iteration 3;/,
  );
  assert.match(
    says({ ...failed, last: 3, nll: one }),
    /over 0 iterations, from 300\.00 to 300\.00; EM fails/,
  );
  assert.match(
    says({ ...failed, last: 1, nll: none }),
    /is not known; EM fails at the E-step of iteration 1\.$/,
  );
});

test("p presents", () => {
  assert.deepEqual(actionOf("p"), ["present"]);
  assert.equal(actionOf("p", { tag: "TEXTAREA" }), null);
});

test("keys that a focused control needs stay with it", () => {
  assert.equal(actionOf(" ", { tag: "BUTTON", type: "button" }), null);
  assert.equal(actionOf(" ", { tag: "INPUT", type: "checkbox" }), null);
  assert.equal(actionOf("s", { tag: "SELECT" }), null);
  assert.equal(actionOf("ArrowLeft", { tag: "INPUT", type: "range" }), null);
  assert.equal(actionOf("ArrowLeft", { tag: "INPUT", type: "number" }), null);
  assert.deepEqual(actionOf("ArrowLeft", { tag: "BUTTON", type: "button" }), ["move", -1]);
  assert.deepEqual(actionOf("K", { tag: "INPUT", type: "range" }), ["change", "n_components", 1]);
});

test("Space on the range plays, and Esc leaves from anywhere", () => {
  assert.deepEqual(actionOf(" ", { tag: "INPUT", type: "range" }), ["play"]);
  for (const target of [{}, { tag: "SELECT" }, { tag: "INPUT", type: "number" }, { tag: "BUTTON" }]) {
    assert.deepEqual(actionOf("Escape", target), ["leave"]);
  }
});

test("the notebook gets the keys that run a cell and those with Ctrl or Cmd, and no others", () => {
  for (const modifier of ["shiftKey", "altKey", "ctrlKey", "metaKey"])
    assert.ok(isLent({ key: "Enter", [modifier]: true }));
  assert.ok(isLent({ key: "s", ctrlKey: true }));
  for (const key of ["Enter", "d", "a", "b", "x", "Escape", " "]) assert.ok(!isLent({ key }));
  assert.ok(!isLent({ key: "M", shiftKey: true }) && !isLent({ key: "ArrowLeft", altKey: true }));
});

test("keys of the browser and unknown keys are left alone", () => {
  assert.equal(actionOf("s", {}, true), null);
  assert.equal(actionOf("x"), null);
  assert.equal(actionOf("toString"), null);
});

test("the words of a half-step say its name, iteration and NLL", () => {
  const trace = makeTrace();
  assert.deepEqual([0, 1, 2].map(announce), ["Start", "E-step", "M-step"]);
  assert.equal(position(trace, 3), "iteration 2 of 2, NLL 200.00");
  assert.match(explain(trace, 1, true), /touches/);
  assert.match(explain(trace, 2, true), /falls by 100\.00.* above the NLL/);
  assert.doesNotMatch(explain(trace, 2, false), /bound/);
});

test("a failure and a rise are told at their half-step only", () => {
  const failed = makeTrace({ ended: "failed", last: 3, message: "Your e_step raised ZeroDivisionError." });
  assert.equal(explain(failed, 3), "Your e_step raised ZeroDivisionError.");
  assert.doesNotMatch(explain(failed, 2), /raised/);
  const rising = makeTrace({ rises: [2] });
  rising.nll[1] = 320;
  assert.match(explain(rising, 2), /rises by 20\.00/);
  assert.doesNotMatch(explain(rising, 4), /rises/);
});

test("numbers are short, also very large and missing ones", () => {
  assert.deepEqual([2295.071668, -3.5, NaN, 1.5e7, 0, 0.0004].map(number), [
    "2295.07",
    "−3.50",
    "not known",
    "1.50e+7",
    "0.00",
    "4.00e-4".replace("-", "−"),
  ]);
});

test("a dragged mean moves alone", () => {
  const row = rowOf(MIXTURE);
  const moved = withMeanAt(row, 1, [5, 6], makeData());
  assert.deepEqual([...moved.subarray(4, 6)], [5, 6]);
  assert.deepEqual([...moved.subarray(0, 4)], [...row.subarray(0, 4)]);
  assert.deepEqual([...moved.subarray(6)], [...row.subarray(6)]);
  assert.deepEqual([...row.subarray(4, 6)], MIXTURE.means[1]);
});

test("the start is left out of the range if it would hide all the rest", () => {
  const trace = makeTrace();
  assert.equal(nllRange(trace, 0, 4, {}).clipped, false);
  trace.nll[0] = 5000;
  const { low, high, clipped } = nllRange(trace, 0, 4, {});
  assert.ok(clipped && low === 150 && high < 300);
});

test("zoomed in, the marker is always inside", () => {
  const trace = { last: 100 };
  for (let h = 0; h <= 100; h++) {
    const [from, to] = shownHalfSteps(trace, h, { zoom: true });
    assert.ok(from <= h && h <= to && to <= 100 && to - from === 24);
  }
  assert.deepEqual(shownHalfSteps({ last: 0 }, 0, {}), [0, 1]);
});

test("cells are coloured by how far they are above the best", () => {
  assert.deepEqual(
    [0, 0.5, 5, 50, 5000].map((gap) => levelOf({ status: "good", gap })),
    [0, 1, 2, 3, 4],
  );
  assert.equal(levelOf({ status: "collapsed", gap: -500 }), "none");
  assert.equal(levelOf({ status: "failed", gap: NaN }), "none");
});

test("colours of the page are read in both spellings", () => {
  assert.deepEqual(bytesOf("#0072B2"), [0, 114, 178]);
  assert.deepEqual(bytesOf("#fff"), [255, 255, 255]);
  assert.deepEqual(bytesOf("rgb(17, 17, 17)"), [17, 17, 17]);
  assert.ok(isDark("rgb(17, 17, 17)") && !isDark("#fff"));
});

test("a run that is not a number after its start still shows the start", () => {
  const trace = makeTrace({ ended: "failed", last: 2 });
  trace.nll.fill(NaN, 1);
  const { low, high } = nllRange(trace, 0, 2, {});
  assert.ok(low < 300 && high > 300 - 1e-9 && Number.isFinite(high - low));
  trace.nll.fill(NaN);
  assert.deepEqual(nllRange(trace, 0, 2, {}), { low: 0, high: 1, clipped: false });
});

test("how a run ended is told, unless it was never to go on", () => {
  assert.equal(ending(makeTrace()), ", converged");
  assert.equal(ending(makeTrace({ ended: "max_iter" })), ", not converged");
  assert.equal(ending(makeTrace({ ended: "max_iter", last: 1 })), "");
});

test("that a run fails is told from its start on, with where and why", () => {
  const trace = makeTrace({ ended: "failed", last: 3, message: "Your e_step was stopped." });
  assert.match(explain(trace, 0), /fails at the E-step of iteration 2: Your e_step was stopped\.$/);
  assert.equal(ending(trace, true, 1), ", fails at the E-step of iteration 2");
  assert.equal(ending(trace, true, 3), ", failed");
  assert.equal(ending(makeTrace(), true, 0), "");
  assert.doesNotMatch(explain(makeTrace(), 0), /fails/);
});

test("weights are those of the half-step, with all components", () => {
  assert.equal(weightsOf(makeTrace(), 2), "weights 0.30 · 0.70");
});

test("an E-step that is not the posterior is not said to follow the picture", () => {
  const own = makeTrace({}, new Map([[0, new Float32Array(80).fill(0.5)]]));
  assert.match(explain(own, 1, true), /as your e_step says.* stays \d.* above/);
  assert.match(explain(own, 3, true), /as the mixture in the picture says.*touches/);
});

test("reg_covar is only blamed for a rise that it may have caused", () => {
  const rising = makeTrace({ rises: [2, 4] });
  rising.verdict = { flaw: "", ridge: "", ridged: [4] };
  assert.doesNotMatch(explain(rising, 2), /reg_covar/);
  assert.match(explain(rising, 4), /reg_covar = 0.000001 moves/);
});

test("a collapse is told at the end of its run", () => {
  const trace = makeTrace();
  trace.verdict = { flaw: "Collapsed: component 1.", ridge: "", ridged: [] };
  assert.match(explain(trace, 4), /Collapsed/);
  assert.doesNotMatch(explain(trace, 2), /Collapsed/);
});

test("a run of the first E-step alone counts no iterations", () => {
  assert.equal(position(makeTrace({ last: 1, ended: "max_iter" }), 1), "NLL 300.00");
  assert.equal(position(makeTrace(), 1), "iteration 1 of 2, NLL 300.00");
});

test("no number of a mean is lost where means meet", () => {
  const at = (x, y) => ({ x, y });
  const labels = (places) => labelsOf(places, 10).map(({ text }) => text);
  assert.deepEqual(labels([at(0, 0), at(50, 0), at(100, 9)]), ["0", "1", "2"]);
  assert.deepEqual(labels([at(5, 5), at(5, 5), at(5, 5), at(5, 5)]), ["0, 1, 2, 3"]);
  assert.deepEqual(labels([at(0, 0), at(99, 0), at(3, 4)]), ["0, 2", "1"]);
});

test("of some of the samples there is no bound, and a kept beginning says what it is", () => {
  const trace = makeTrace({ ended: "running" });
  assert.equal(ending(trace, true), ", still running");
  assert.match(ending(trace, false), /no more of this run was kept/);
  trace.data.isPart = true;
  assert.ok(Number.isNaN(trace.gap(2)));
  assert.doesNotMatch(explain(trace, 2, true), /bound|not known/);
});

test("a table comes into view in several frames, and not after it was closed", (t) => {
  const frames = [];
  globalThis.requestAnimationFrame = (frame) => frames.push(frame);
  t.after(() => delete globalThis.requestAnimationFrame);
  const rows = Array.from({ length: 5 }, () => ({ hidden: false }));
  const seen = () => rows.filter(({ hidden }) => !hidden).length;
  const known = [];
  let shown = 0;
  showRowByRow(
    rows,
    () => true,
    () => (shown += 1),
  );
  while (!shown) {
    known.push(seen());
    frames.shift()();
  }
  assert.deepEqual(known, [2, 4, 5]);
  assert.equal(frames.length, 0);
  let isOpen = true;
  showRowByRow(
    rows,
    () => isOpen,
    () => (shown += 1),
  );
  isOpen = false;
  frames.shift()();
  assert.deepEqual([shown, seen(), frames.length], [1, 2, 0]);
});
