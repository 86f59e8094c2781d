// The left picture: the data, and the components as they are at a half-step.

import { drawMeans, placeOfMean } from "./means.js";
import { drawGhost, drawKmeans } from "./beside.js";
import { drawBottom, drawFrame, drawLeft, roomForLabels, upwards } from "./axes.js";
import { Overlay } from "./overlay.js";
import { PointImage } from "./points.js";
import { extent, flatScales, planeScales, RUG } from "./scales.js";

/** @typedef {import("../runs/trace.js").Trace} Trace */
/** @typedef {import("../runs/data.js").Data} Data */
/** @typedef {import("./look.js").Look} Look */
/** @typedef {import("./look.js").Layers} Layers */
/** @typedef {import("./scales.js").Box} Box */
/** @typedef {import("./overlay.js").Framed} Framed */
/**
 * Where the data lie; they may be none.
 * @typedef {Framed & { data: Data | null, width: number, height: number, size: number,
 *   equal: boolean, at: Float64Array }} Frame
 */
/**
 * `under` paints below the samples, `between` draws over them and under the means, `over` above all.
 * @typedef {{ data: Data, trace: Trace | null, h: number, layers: Layers, look: Look, keep: boolean, showsEnd: boolean,
 *   under?: (image: PointImage, framed: Frame) => void, over?: () => void,
 *   between?: (context: CanvasRenderingContext2D, framed: Frame) => void,
 *   others?: import("./beside.js").Others }} Shown
 */

const RADII = [
  [300, 4.6],
  [1500, 3.8],
  [5000, 2.6],
  [Infinity, 1.9],
];
const EMPTY = 5; // how far an empty frame reaches

export class Plane {
  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.canvas = canvas;
    this.context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    this.pixels = this.context.createImageData(1, 1);
    this.image = new PointImage(1, 1, this.pixels.data);
    this.framed = /** @type {Frame} */ ({});
  }

  /**
   * Scales and pixels of the data stay as they are until data or size change.
   * @param {Data} data
   * @param {Look} look
   * @param {boolean} keep
   * @returns {void}
   */
  _frame(data, look, keep) {
    const { width, height } = this.canvas;
    const same = this.framed;
    if (
      same.data === data &&
      same.width === width &&
      same.height === height &&
      same.size === look.size * look.scale
    )
      return;
    const flat = data.plane.shown === 1;
    const xs = extent(data.places, 2, 0);
    const ys = extent(data.places, 2, 1);
    const isKept = keep && (!same.data || isOneMore(same.data, data));
    const stays = isKept && same.units && !flat && !same.flat && same.width === width && holds(same, xs, ys);
    const { box, x, y, units, equal } = stays ? same : this._fitted(xs, ys, flat, look);
    const at = new Float64Array(2 * data.N);
    for (let n = 0; n < data.N; n++) {
      at[2 * n] = x.to(data.places[2 * n]);
      // A fixed scatter keeps equal values apart; the golden ratio spreads it evenly.
      const rug = box.height * (1 - RUG * (0.15 + 0.7 * ((n * 0.618034) % 1)));
      at[2 * n + 1] = flat ? box.top + rug : y.to(data.places[2 * n + 1]);
    }
    this.framed = { data, width, height, size: look.size * look.scale, box, x, y, units, equal, flat, at };
    if (this.image.width === width && this.image.height === height) return;
    this.pixels = this.context.createImageData(width, height);
    this.image = new PointImage(width, height, this.pixels.data);
  }

  /**
   * The labels of the second axis need room, which changes the scales, which have labels.
   * @param {[number, number]} xs
   * @param {[number, number]} ys
   * @param {boolean} flat
   * @param {Look} look
   */
  _fitted(xs, ys, flat, look) {
    const { width, height } = this.canvas;
    const em = look.size * look.scale;
    let left = 3.4 * em;
    for (let tries = 0; ; tries++) {
      const box = { left, top: 0.6 * em, width: width - left - 0.6 * em, height: height - 3.7 * em };
      const scales = flat ? flatScales(xs, box) : planeScales(xs, ys, box);
      const room = Math.max(
        3.4 * em,
        roomForLabels(this.context, upwards(scales.y, box.height, em, 8, !flat), look),
      );
      if (room <= left || tries === 2) return { box, ...scales };
      left = room;
    }
  }

  /**
   * `keep`: points are being added one by one, and the picture should not jump under the hand.
   * @param {Shown} shown
   */
  draw({ data, trace, h, layers, look, keep, showsEnd, under, between, over, others }) {
    this._frame(data, look, keep);
    const { context, framed } = this;
    this._points(data, trace, h, layers, look, under);
    context.lineJoin = "round";
    this._axes(data, look);
    const overlay = new Overlay(context, framed);
    this._clipped(() => {
      if (others?.ghost) drawGhost(overlay, data, others.ghost, h, look);
      if (others?.means) drawKmeans(context, framed, data, others.means, look);
      if (trace) overlay.mixture(data, trace, h, layers, look);
      if (layers.truth && data.truth) overlay.truth(data, look);
      if (trace && showsEnd) overlay.end(data, trace, look);
      between?.(context, framed);
    });
    if (trace && layers.ellipses) drawMeans(context, framed, data, trace, h, look);
    if (over) this._clipped(over);
  }

  /** @param {() => void} draw */
  _clipped(draw) {
    const { context, framed } = this;
    const { left, top, width, height } = framed.box;
    context.save();
    context.beginPath();
    context.rect(left, top, width, height);
    context.clip();
    draw();
    context.restore();
  }

  /**
   * An empty frame; points that are put into it do not move it.
   * @param {Look} look
   * @param {string} [invitation] in the middle of it
   */
  clear(look, invitation = "") {
    const { context, canvas, framed } = this;
    const { width, height } = canvas;
    const fits = framed.units && !framed.flat && framed.width === width && framed.height === height;
    const scales = fits ? framed : this._fitted([-EMPTY, EMPTY], [-EMPTY, EMPTY], false, look);
    this.framed = {
      ...scales,
      data: null,
      width,
      height,
      size: look.size * look.scale,
      flat: false,
      at: new Float64Array(0),
    };
    context.fillStyle = look.paper;
    context.fillRect(0, 0, width, height);
    this._axes({ labels: ["x₁", "x₂"] }, look);
    const { left, top, width: w, height: h } = this.framed.box;
    context.font = `${look.size * look.scale}px ${look.family}`;
    context.fillStyle = look.ink;
    context.textAlign = "center";
    context.fillText(invitation, left + w / 2, top + h / 2);
  }

  /**
   * @param {Data} data
   * @param {Trace | null} trace
   * @param {number} h
   * @param {Layers} layers
   * @param {Look} look
   * @param {Shown["under"]} under
   */
  _points(data, trace, h, layers, look, under) {
    const dense = data.N > 1500;
    this.image.clear(look.paperBytes);
    under?.(this.image, this.framed);
    this.image.draw({
      at: this.framed.at,
      r: trace && layers.color !== "none" ? trace.responsibilities(h) : null,
      K: trace?.K ?? 0,
      how: layers.color,
      colors: look.colorBytes,
      grey: look.greyBytes,
      paper: look.paperBytes,
      radius: radiusOf(data, look),
      halo: dense ? 0 : 0.75,
    });
    this.context.putImageData(this.pixels, 0, 0);
  }

  /**
   * @param {{ labels: string[] }} data
   * @param {Look} look
   */
  _axes(data, look) {
    const { context, framed } = this;
    const { box, x, y, flat, equal } = framed;
    const marks = upwards(y, box.height, look.size * look.scale, 8, !flat).filter(
      ({ value }) => !flat || value >= 0,
    );
    drawFrame(context, box, look);
    drawBottom(context, box, x, data.labels[0], look, {
      note: equal ? "" : `, not to the scale of ${data.labels[1]}`,
    });
    drawLeft(context, box, y, marks, flat ? "density" : data.labels[1], look);
  }

  /**
   * @param {Float64Array} row
   * @param {number} K
   * @param {Data} data
   * @param {number} k
   */
  placeOfMean(row, K, data, k) {
    return placeOfMean(this.framed, row, K, data, k);
  }
}

/**
 * Of a sample, in pixels.
 * @param {{ N: number }} data
 * @param {Look} look
 */
export function radiusOf({ N }, look) {
  const radius = (RADII.find(([most]) => N <= most) ?? RADII[0])[1];
  return radius * look.scale * Math.sqrt(look.size / 14);
}

/**
 * Whether a point was added to the others; a new table has another frame.
 * @param {Data} before
 * @param {Data} now
 */
export function isOneMore(before, now) {
  return now.D === before.D && now.N === before.N + 1 && before.X.every((x, at) => x === now.X[at]);
}

/**
 * @param {Frame} frame
 * @param {[number, number]} xs
 * @param {[number, number]} ys
 */
function holds({ x, y, box }, xs, ys) {
  const right = x.to(xs[1]) <= box.left + box.width && y.to(ys[0]) <= box.top + box.height;
  return right && x.to(xs[0]) >= box.left && y.to(ys[1]) >= box.top;
}
