// The left picture with a shape for each sample, where the one on the screen has pixels.

import { MARKER_PATHS } from "../drawing/look.js";
import { Plane, radiusOf } from "../drawing/plane.js";
import { PIE, PURE, largest, mixed } from "../drawing/points.js";

/** @typedef {import("../drawing/look.js").Look} Look */

const HALO = 0.75; // as on the screen
const TOP = -Math.PI / 2;

/** @param {ArrayLike<number>} bytes */
const colorOf = (bytes) =>
  `#${Array.from(bytes, (value) => Math.round(value).toString(16).padStart(2, "0")).join("")}`;

export class VectorPlane extends Plane {
  /**
   * @param {import("../runs/data.js").Data} data
   * @param {import("../runs/trace.js").Trace | null} trace
   * @param {number} h
   * @param {import("../drawing/look.js").Layers} layers
   * @param {Look} look
   * @param {import("../drawing/plane.js").Shown["under"]} under
   */
  _points(data, trace, h, layers, look, under) {
    const { context, canvas, framed, image } = this;
    context.fillStyle = look.paper;
    context.fillRect(0, 0, canvas.width, canvas.height);
    image.clear(look.paperBytes);
    const [paper] = image.words;
    under?.(image, framed);
    if (image.words.some((word) => word !== paper)) context.putImageData(this.pixels, 0, 0);
    const radius = radiusOf(data, look);
    const r = trace && layers.color !== "none" ? trace.responsibilities(h) : null;
    const K = trace?.K ?? 0;
    context.strokeStyle = look.paper;
    context.lineWidth = 2;
    for (let n = 0; n < data.N; n++) {
      const [x, y] = [framed.at[2 * n], framed.at[2 * n + 1]];
      const most = r ? largest(r, n * K, K) : 0;
      const isPie = r !== null && layers.color === "pie" && r[n * K + most] < PURE;
      const shape = MARKER_PATHS[isPie ? 0 : most % MARKER_PATHS.length];
      context.beginPath();
      shape(context, x, y, isPie ? PIE * radius : radius);
      if (data.N <= 1500) {
        context.globalAlpha = HALO;
        context.stroke();
        context.globalAlpha = 1;
      }
      if (isPie) this._pie(x, y, 0.9 * PIE * radius, r.subarray(n * K, (n + 1) * K), look);
      else {
        const bytes = !r
          ? look.greyBytes
          : layers.color !== "blend"
            ? look.colorBytes[most]
            : mixed(r, n * K, K, look.colorBytes);
        context.fillStyle = colorOf(bytes);
        context.fill();
      }
    }
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} radius
   * @param {ArrayLike<number>} shares
   * @param {Look} look
   */
  _pie(x, y, radius, shares, look) {
    const { context } = this;
    let from = TOP;
    for (let k = 0; k < shares.length; k++) {
      const to = from + 2 * Math.PI * shares[k];
      if (shares[k] < 0.002) continue; // thinner than a line
      context.beginPath();
      if (shares[k] < 0.998) context.moveTo(x, y);
      context.arc(x, y, radius, from, shares[k] < 0.998 ? to : from + 2 * Math.PI);
      context.closePath();
      context.fillStyle = look.colors[k % look.colors.length];
      context.fill();
      from = to;
    }
  }
}
