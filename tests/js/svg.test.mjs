import assert from "node:assert/strict";
import { test } from "node:test";
import { RightPicture } from "../../gmm_helpers/explorer/javascript/charts/right_picture.js";
import { Chart } from "../../gmm_helpers/explorer/javascript/drawing/chart.js";
import { bytesOf, COLORS } from "../../gmm_helpers/explorer/javascript/drawing/look.js";
import { SvgContext } from "../../gmm_helpers/explorer/javascript/pictures/svg_context.js";
import { VectorPlane } from "../../gmm_helpers/explorer/javascript/pictures/vector_plane.js";
import { makeTrace, POINTS } from "./helpers.mjs";

const LOOK = {
  dark: false,
  paper: "#ffffff",
  colors: COLORS,
  colorBytes: COLORS.map(bytesOf),
  paperBytes: [255, 255, 255],
  greyBytes: [118, 118, 118],
  ink: "rgb(26, 26, 26)",
  soft: "#595959",
  line: "#d5d5d5",
  alarm: "#a61b00",
  E: "#6a3d9a",
  M: "#00606b",
  family: 'system-ui, "Segoe UI"',
  size: 14,
  scale: 1,
};
const measure = (text, font) => ({ width: 0.6 * parseFloat(font) * text.length });

const SIZE = { width: 500, height: 400 };

function canvas(context) {
  return { ...SIZE, getContext: () => context };
}

function balanced(svg) {
  const names = [];
  for (const [, closing, name, own] of svg.matchAll(/<(\/?)([a-zA-Z]+)[^>]*?(\/?)>/g)) {
    if (own) continue;
    if (closing) assert.equal(names.pop(), name);
    else names.push(name);
  }
  return names.length === 0;
}

test("a path is written as it was drawn", () => {
  const context = new SvgContext("a", measure, SIZE);
  context.strokeStyle = "red";
  context.lineTo(1, 2);
  context.lineTo(3.14159, 4);
  context.setLineDash([2, 3]);
  context.stroke();
  assert.equal(
    context.text,
    '<path d="M1 2L3.14 4" fill="none" stroke="red" stroke-width="1" stroke-dasharray="2 3"/>',
  );
});

test("a whole turn is two arcs, a part of one is one, the large way round if it is", () => {
  const arcs = (to) => {
    const context = new SvgContext("a", measure, SIZE);
    context.arc(0, 0, 10, 0, to);
    context.fill();
    return context.text.match(/d="([^"]*)"/)[1];
  };
  assert.equal(arcs(2 * Math.PI), "M10 0A10 10 0 0 1 -10 0A10 10 0 0 1 10 0Z");
  assert.equal(arcs(Math.PI / 2), "M10 0A10 10 0 0 1 0 10");
  assert.equal(arcs(1.5 * Math.PI), "M10 0A10 10 0 1 1 0 -10");
});

test("an ellipse is turned as on a canvas", () => {
  const context = new SvgContext("a", measure, SIZE);
  context.ellipse(0, 0, 10, 5, Math.PI / 2, 0, 2 * Math.PI);
  context.stroke();
  assert.match(context.text, /d="M0 10A10 5 90 0 1 0 -10A10 5 90 0 1 0 10Z"/);
});

test("what is saved comes back, and what was opened is closed", () => {
  const context = new SvgContext("a", measure, SIZE);
  context.fillStyle = "blue";
  context.save();
  context.fillStyle = "red";
  context.translate(1, 2);
  context.rotate(-Math.PI / 2);
  context.fillText("<&>", 0, 0);
  context.restore();
  context.fillRect(0, 0, 1, 1);
  assert.ok(balanced(context.text));
  assert.match(context.text, /rotate\(-90\)/);
  assert.match(context.text, /fill="red">&lt;&amp;&gt;<\/text>/);
  assert.match(context.text, /<\/g><\/g>\n<rect [^>]*fill="blue"/);
});

test("both pictures are written, a shape for each sample, text as text", () => {
  for (const color of ["blend", "hard", "pie", "none"]) {
    const layers = { color, ellipses: true, trails: true, contours: true, truth: false, bound: true };
    const [left, right] = ["data", "nll"].map((name) => new SvgContext(name, measure, SIZE));
    const trace = makeTrace();
    const shown = { trace, h: 3, layers, look: LOOK };
    new VectorPlane(canvas(left)).draw({ data: trace.data, keep: false, showsEnd: false, ...shown });
    new Chart(canvas(right)).draw({ marked: true, ...shown });
    for (const { text } of [left, right]) {
      assert.ok(balanced(text));
      assert.doesNotMatch(text, /NaN|undefined|Infinity/);
    }
    const halos = left.text.match(/stroke="#ffffff" stroke-width="2" opacity="0.75"/g);
    assert.equal(halos.length, POINTS.length);
    assert.match(left.text, />x₁<\/text>/);
    assert.match(right.text, />negative log-likelihood<\/text>/);
    assert.match(right.text, /bound \(NLL/);
  }
});

test("every kind of the right picture is written, and a map below the samples", () => {
  const layers = { color: "pie", ellipses: true, bound: false };
  for (const [picture, left] of Object.entries({
    nll: "negative log-likelihood",
    bound: "nats",
    distance: "NLL above its end (log)",
    entropy: "entropy in nats",
  })) {
    const context = new SvgContext(picture, measure, SIZE);
    const chart = new RightPicture(canvas(context));
    const shown = { trace: makeTrace(), h: 3, layers: { ...layers, picture }, look: LOOK, marked: true };
    while (!chart.draw({ ...shown, ghost: null })) context.parts = [];
    assert.ok(balanced(context.text));
    assert.doesNotMatch(context.text, /NaN|undefined|Infinity/);
    assert.ok(context.text.includes(`>${left}`), picture);
  }
  const map = new SvgContext("map", measure, SIZE, ({ width }) => `map-${width}`);
  const trace = makeTrace();
  const shown = { data: trace.data, keep: false, showsEnd: false, trace, h: 3, layers, look: LOOK };
  new VectorPlane(canvas(map)).draw({ ...shown, under: (image) => image.words.fill(7, 100, 200) });
  assert.match(map.text, /<image [^>]*width="500" height="400" href="map-500"/);
  const none = new SvgContext("none", measure, SIZE);
  new VectorPlane(canvas(none)).draw({ ...shown, under: () => {} });
  assert.doesNotMatch(none.text, /<image/);
});

test("pies fill the whole circle", () => {
  const context = new SvgContext("a", measure, SIZE);
  const plane = new VectorPlane(canvas(context));
  plane._pie(0, 0, 10, [0.25, 0.75], LOOK);
  const ends = [...context.text.matchAll(/M0 0L(\S+ \S+)A10 10 0 \d 1 (\S+ \S+)Z/g)];
  assert.equal(ends[0][2], ends[1][1]);
  assert.equal(ends[1][2], ends[0][1]);
});
