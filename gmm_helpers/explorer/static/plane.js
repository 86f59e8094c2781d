// The left picture: the data, and the components as they are at a half-step.

import { ellipse, lineDensity, planarDensity, projected } from "./gaussians.js";
import { MARKER_PATHS } from "./look.js";
import { PointImage } from "./points.js";
import { contour, equalScales, extent, linear, niceStep, tickText, ticks } from "./scales.js";
import { paramsIndex } from "./trace.js";

const RADII = [[300, 4.6], [1500, 3.8], [5000, 2.6], [Infinity, 1.9]];
const LOG_LEVELS = [0.5, 1.5, 3, 5, 8, 12]; // below the highest log-density
const GRID = 64;
const RUG = 0.2; // share of the height in which data of one feature lie

export class Plane {
  constructor(canvas) {
    this.canvas = canvas;
    this.context = canvas.getContext("2d");
    this.image = null;
    this.framed = {};
  }

  // Scales and pixels of the data stay as they are until data or size change.
  _frame(data, look) {
    const { width, height } = this.canvas;
    const same = this.framed;
    if (same.data === data && same.width === width && same.height === height && same.size === look.size) return;
    const em = look.size * look.scale;
    const flat = data.plane.shown === 1;
    const left = (flat ? 4.4 : 3.4) * em; // densities have more digits
    const box = { left, top: 0.6 * em, width: width - left - 0.6 * em, height: height - 3.7 * em };
    const xs = extent(data.places, 2, 0);
    const scales = flat ? flatScales(xs, box) : equalScales(xs, extent(data.places, 2, 1), box);
    const at = new Float64Array(2 * data.N);
    for (let n = 0; n < data.N; n++) {
      at[2 * n] = scales.x.to(data.places[2 * n]);
      // A fixed scatter keeps equal values apart; the golden ratio spreads it evenly.
      const rug = box.height * (1 - RUG * (0.15 + 0.7 * ((n * 0.618034) % 1)));
      at[2 * n + 1] = flat ? box.top + rug : scales.y.to(data.places[2 * n + 1]);
    }
    this.framed = { data, width, height, size: look.size, box, flat, at, ...scales };
    const pixels = this.context.createImageData(width, height);
    this.pixels = pixels;
    this.image = new PointImage(width, height, pixels.data);
  }

  draw({ data, trace, h, layers, look }) {
    this._frame(data, look);
    const { context, framed } = this;
    this._points(data, trace, h, layers, look);
    context.lineJoin = "round";
    this._axes(data, look);
    context.save();
    context.beginPath();
    context.rect(framed.box.left, framed.box.top, framed.box.width, framed.box.height);
    context.clip();
    if (trace) this._mixture(data, trace, h, layers, look);
    if (layers.truth && data.truth) this._truth(data, look);
    context.restore();
    if (trace && layers.ellipses) this._means(data, trace, h, look);
  }

  _points(data, trace, h, layers, look) {
    const radius = RADII.find(([most]) => data.N <= most)[1];
    const dense = data.N > 1500;
    this.image.clear(look.paperBytes);
    this.image.draw({
      at: this.framed.at,
      r: trace && layers.color !== "none" ? trace.responsibilities(h) : null,
      K: trace?.K,
      how: layers.color,
      colors: look.colorBytes,
      grey: look.greyBytes,
      paper: look.paperBytes,
      radius: radius * look.scale * Math.sqrt(look.size / 14) * (layers.color === "pie" ? 1.35 : 1),
      halo: dense ? 0 : 0.75,
    });
    this.context.putImageData(this.pixels, 0, 0);
  }

  _axes(data, look) {
    const { context, framed } = this;
    const { box, x, y, flat } = framed;
    const em = look.size * look.scale;
    context.strokeStyle = look.line;
    context.lineWidth = look.scale;
    context.strokeRect(box.left, box.top, box.width, box.height);
    context.fillStyle = look.soft;
    context.font = `${0.86 * em}px ${look.family}`;
    const wanted = (pixels) => Math.min(8, pixels / (4.5 * em));
    context.textAlign = "center";
    context.textBaseline = "top";
    const stepX = niceStep(x.high - x.low, wanted(box.width));
    for (const value of ticks(x.low, x.high, wanted(box.width))) {
      mark(context, x.to(value), box.top + box.height, 0, 0.3 * em);
      context.fillText(tickText(value, stepX), x.to(value), box.top + box.height + 0.4 * em);
    }
    context.fillText(data.labels[0], box.left + box.width / 2, box.top + box.height + 1.7 * em);
    context.textAlign = "right";
    context.textBaseline = "middle";
    const stepY = niceStep(y.high - y.low, wanted(box.height));
    for (const value of ticks(y.low, y.high, wanted(box.height))) {
      if (flat && value < 0) continue;
      mark(context, box.left, y.to(value), -0.3 * em, 0);
      context.fillText(tickText(value, stepY), box.left - 0.45 * em, y.to(value));
    }
    context.save();
    context.translate(0.75 * em, box.top + box.height / 2);
    context.rotate(-Math.PI / 2);
    context.textAlign = "center";
    context.fillText(flat ? "density" : data.labels[1], 0, 0);
    context.restore();
  }

  _parts(row, K, data) {
    return Array.from({ length: K }, (_, k) => projected(row, K, data.plane, k));
  }

  _mixture(data, trace, h, layers, look) {
    const parts = this._parts(trace.row(h), trace.K, data);
    if (this.framed.flat) {
      if (layers.contours || layers.ellipses) this._curves(parts, layers, look);
    } else if (layers.contours) this._contours(parts, look);
    if (layers.trails) this._trails(data, trace, h, look);
    if (layers.ellipses) {
      parts.forEach((part, k) => this._spread(part, look.colors[k % look.colors.length], look, []));
    }
  }

  _spread({ place, spread }, color, look, dash) {
    const { context, framed } = this;
    context.strokeStyle = color;
    context.setLineDash(dash.map((length) => length * look.scale));
    for (const sigmas of [1, 2]) {
      context.lineWidth = (sigmas === 1 ? 2.4 : 1.6) * look.scale * Math.sqrt(look.size / 14);
      context.beginPath();
      if (framed.flat) {
        const level = framed.y.to(0) + (sigmas === 1 ? 3 : 8) * look.scale;
        const reach = sigmas * Math.sqrt(spread[0]);
        context.moveTo(framed.x.to(place[0] - reach), level);
        context.lineTo(framed.x.to(place[0] + reach), level);
      } else {
        const { long, short, angle } = ellipse(spread);
        const [cx, cy] = [framed.x.to(place[0]), framed.y.to(place[1])];
        const unit = framed.unit * sigmas;
        context.ellipse(cx, cy, long * unit, short * unit, -angle, 0, 2 * Math.PI);
      }
      context.stroke();
    }
    context.setLineDash([]);
  }

  _trails(data, trace, h, look) {
    const { context } = this;
    const end = paramsIndex(trace.effective(h));
    context.lineWidth = 1.4 * look.scale;
    for (let k = 0; k < trace.K; k++) {
      context.strokeStyle = context.fillStyle = look.colors[k % look.colors.length];
      context.beginPath();
      for (let i = 0; i <= end; i++) {
        const [x, y] = this._placeOf(projected(trace.rowAt(i), trace.K, data.plane, k).place);
        if (i) context.lineTo(x, y);
        else context.moveTo(x, y);
      }
      context.stroke();
      const [x, y] = this._placeOf(projected(trace.rowAt(0), trace.K, data.plane, k).place);
      context.beginPath();
      context.arc(x, y, 2.6 * look.scale, 0, 2 * Math.PI);
      context.fill();
    }
  }

  _placeOf(place) {
    const { framed } = this;
    return [framed.x.to(place[0]), framed.y.to(framed.flat ? 0 : place[1])];
  }

  // Where a mean is drawn: inside the frame, even if it is not.
  placeOfMean(row, K, data, k) {
    const { box } = this.framed;
    const [x, y] = this._placeOf(projected(row, K, data.plane, k).place);
    const within = (value, low, size) => Math.min(Math.max(value, low), low + size);
    const [cx, cy] = [within(x, box.left, box.width), within(y, box.top, box.height)];
    return { x: cx, y: cy, outside: cx !== x || cy !== y };
  }

  _means(data, trace, h, look) {
    const { context } = this;
    const row = trace.row(h);
    const size = 7.5 * look.scale * Math.sqrt(look.size / 14);
    context.font = `600 ${0.95 * look.size * look.scale}px ${look.family}`;
    context.textAlign = "left";
    context.textBaseline = "bottom";
    for (let k = 0; k < trace.K; k++) {
      const { x, y, outside } = this.placeOfMean(row, trace.K, data, k);
      context.beginPath();
      MARKER_PATHS[k % MARKER_PATHS.length](context, x, y, size);
      context.strokeStyle = look.paper;
      context.lineWidth = 5 * look.scale;
      context.stroke();
      context.strokeStyle = outside ? look.colors[k % look.colors.length] : look.ink;
      context.lineWidth = 1.6 * look.scale;
      context.fillStyle = outside ? look.paper : look.colors[k % look.colors.length];
      context.fill();
      context.stroke();
      context.strokeStyle = look.paper;
      context.lineWidth = 4 * look.scale;
      context.strokeText(String(k), x + 0.8 * size, y - 0.6 * size);
      context.fillStyle = look.ink;
      context.fillText(String(k), x + 0.8 * size, y - 0.6 * size);
    }
  }

  _contours(parts, look) {
    const { context, framed } = this;
    const { box, x, y } = framed;
    const values = new Float64Array(GRID * GRID);
    let highest = -Infinity;
    for (let j = 0; j < GRID; j++) {
      for (let i = 0; i < GRID; i++) {
        const px = box.left + (i / (GRID - 1)) * box.width;
        const py = box.top + (j / (GRID - 1)) * box.height;
        const value = Math.log(planarDensity(parts, x.back(px), y.back(py)) + 1e-300);
        values[j * GRID + i] = value;
        highest = Math.max(highest, value);
      }
    }
    context.strokeStyle = look.soft;
    context.lineWidth = look.scale;
    context.beginPath();
    const sx = box.width / (GRID - 1);
    const sy = box.height / (GRID - 1);
    for (const below of LOG_LEVELS) {
      for (const [x1, y1, x2, y2] of contour(values, GRID, GRID, highest - below)) {
        context.moveTo(box.left + x1 * sx, box.top + y1 * sy);
        context.lineTo(box.left + x2 * sx, box.top + y2 * sy);
      }
    }
    context.stroke();
  }

  // One feature: the density of each component, and of the mixture on request.
  _curves(parts, layers, look) {
    const { context, framed } = this;
    const { box, x, y } = framed;
    const line = (color, width, value) => {
      context.strokeStyle = color;
      context.lineWidth = width * look.scale;
      context.beginPath();
      for (let px = box.left; px <= box.left + box.width; px += 2 * look.scale) {
        context.lineTo(px, y.to(value(x.back(px))));
      }
      context.stroke();
    };
    if (layers.contours) {
      line(look.soft, 1.6, (v) => parts.reduce((sum, part) => sum + lineDensity(part, v), 0));
    }
    if (!layers.ellipses) return;
    parts.forEach((part, k) => {
      line(look.colors[k % look.colors.length], 2, (v) => lineDensity(part, v));
    });
  }

  _truth(data, look) {
    const { K, row } = data.truth;
    for (const part of this._parts(row, K, data)) {
      this._spread(part, look.ink, look, [5, 4]);
      const [x, y] = this._placeOf(part.place);
      mark(this.context, x - 5 * look.scale, y, 10 * look.scale, 0);
      mark(this.context, x, y - 5 * look.scale, 0, 10 * look.scale);
    }
  }
}

// One feature: densities above, the data in a band below.
function flatScales(xs, box) {
  const pad = 0.08 * Math.max(xs[1] - xs[0], 1e-6 * Math.abs(xs[1]), 1e-9);
  const range = [xs[0] - pad, xs[1] + pad];
  // As high as a Gaussian of an eighth of the range: room for narrow components.
  const top = 8 / (Math.sqrt(2 * Math.PI) * (range[1] - range[0]));
  const floor = box.top + box.height * (1 - RUG);
  return {
    x: linear(range, [box.left, box.left + box.width]),
    y: linear([0, top], [floor, box.top]),
    unit: box.width / (range[1] - range[0]),
  };
}

export function mark(context, x, y, dx, dy) {
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + dx, y + dy);
  context.stroke();
}
