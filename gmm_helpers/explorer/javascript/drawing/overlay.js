// What lies over the data: ellipses, trails, contours and curves of a mixture, and the truth.

import { mark } from "./axes.js";
import { ellipse, lineDensity, planarDensity, projected } from "./projection.js";
import { contour } from "./scales.js";

/** @typedef {import("../runs/trace.js").Trace} Trace */
/** @typedef {import("../runs/data.js").Data} Data */
/** @typedef {import("./look.js").Look} Look */
/** @typedef {import("./look.js").Layers} Layers */
/** @typedef {import("./scales.js").Scale} Scale */
/** @typedef {import("./scales.js").Box} Box */
/** @typedef {import("./projection.js").Part} Part */
/**
 * Where a picture lies in its canvas; `flat`: data of one feature.
 * @typedef {{ box: Box, x: Scale, y: Scale, units: number[], flat: boolean }} Framed
 */

const LOG_LEVELS = [0.5, 1.5, 3, 5, 8, 12]; // below the highest log-density
const GRID = 64;

/**
 * @param {Framed} framed
 * @param {number[]} place
 * @returns {[number, number]}
 */
export function placeOf(framed, place) {
  return [framed.x.to(place[0]), framed.y.to(framed.flat ? 0 : place[1])];
}

export class Overlay {
  /**
   * @param {CanvasRenderingContext2D} context
   * @param {Framed} framed
   */
  constructor(context, framed) {
    this.context = context;
    this.framed = framed;
  }

  /**
   * @param {Float64Array} row
   * @param {number} K
   * @param {Data} data
   */
  _parts(row, K, data) {
    return Array.from({ length: K }, (_, k) => projected(row, K, data.plane, k));
  }

  /**
   * @param {Data} data
   * @param {Trace} trace
   * @param {number} h
   * @param {Layers} layers
   * @param {Look} look
   */
  mixture(data, trace, h, layers, look) {
    const parts = this._parts(trace.row(h), trace.K, data);
    if (this.framed.flat) {
      if (layers.contours || layers.ellipses) this._curves(parts, layers, look);
    } else if (layers.contours) this._contours(parts, look);
    if (layers.trails) this._trails(data, trace, h, look);
    if (layers.ellipses) {
      parts.forEach((part, k) => this._spread(part, look.colors[k % look.colors.length], look, []));
    }
  }

  /**
   * @param {Part} part
   * @param {string} color
   * @param {Look} look
   * @param {number[]} dash
   */
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
        const [ux, uy] = framed.units;
        // As it is on the screen: unequal scales turn an ellipse, too.
        const { long, short, angle } = ellipse([
          spread[0] * ux * ux,
          spread[1] * ux * uy,
          spread[2] * uy * uy,
        ]);
        const [cx, cy] = [framed.x.to(place[0]), framed.y.to(place[1])];
        context.ellipse(cx, cy, long * sigmas, short * sigmas, -angle, 0, 2 * Math.PI);
      }
      context.stroke();
    }
    context.setLineDash([]);
  }

  /**
   * @param {Data} data
   * @param {Trace} trace
   * @param {number} h
   * @param {Look} look
   */
  _trails(data, trace, h, look) {
    const { context, framed } = this;
    const end = trace.paramsIndex(h);
    context.lineWidth = 1.4 * look.scale;
    for (let k = 0; k < trace.K; k++) {
      context.strokeStyle = context.fillStyle = look.colors[k % look.colors.length];
      context.beginPath();
      for (let i = 0; i <= end; i++) {
        const [x, y] = placeOf(framed, projected(trace.rowAt(i), trace.K, data.plane, k).place);
        if (i) context.lineTo(x, y);
        else context.moveTo(x, y);
      }
      context.stroke();
      const [x, y] = placeOf(framed, projected(trace.rowAt(0), trace.K, data.plane, k).place);
      context.beginPath();
      context.arc(x, y, 2.6 * look.scale, 0, 2 * Math.PI);
      context.fill();
    }
  }

  /**
   * @param {Part[]} parts
   * @param {Look} look
   */
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

  /**
   * One feature: the density of each component, and of the mixture on request.
   * @param {Part[]} parts
   * @param {Layers} layers
   * @param {Look} look
   */
  _curves(parts, layers, look) {
    const { context, framed } = this;
    const { box, x, y } = framed;
    /**
     * @param {string} color
     * @param {number} width
     * @param {(at: number) => number} value
     */
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

  /**
   * Where a run ends, while its start is dragged.
   * @param {Data} data
   * @param {Trace} trace
   * @param {Look} look
   */
  end(data, trace, look) {
    const last = trace.rowAt(trace.nll.length - 1);
    this._parts(last, trace.K, data).forEach((part, k) => {
      this._spread(part, look.colors[k % look.colors.length], look, [2, 3]);
    });
  }

  /**
   * A mixture of another run.
   * @param {Float64Array} row
   * @param {number} K
   * @param {Data} data
   * @param {Look} look
   */
  grey(row, K, data, look) {
    const parts = this._parts(row, K, data);
    if (this.framed.flat)
      this._curves(parts, { color: "none", ellipses: true }, { ...look, colors: [look.soft] });
    else for (const part of parts) this._spread(part, look.soft, look, []);
  }

  /**
   * @param {Data} data
   * @param {Look} look
   */
  truth(data, look) {
    if (!data.truth) return;
    const { K, row } = data.truth;
    for (const part of this._parts(row, K, data)) {
      this._spread(part, look.ink, look, [5, 4]);
      const [x, y] = placeOf(this.framed, part.place);
      mark(this.context, x - 5 * look.scale, y, 10 * look.scale, 0);
      mark(this.context, x, y - 5 * look.scale, 0, 10 * look.scale);
    }
  }
}
