// The path of a 2D context, written as the data of an SVG path.

const FULL = 2 * Math.PI;

/** @param {number} value */
export const short = (value) => String(Number(value.toFixed(2)));

/** @param {number[]} values as a canvas, which passes over what has no place */
const areFinite = (...values) => values.every(Number.isFinite);

export class SvgPath {
  constructor() {
    this.path = "";
  }

  beginPath() {
    this.path = "";
  }

  /** @param {number} x @param {number} y */
  moveTo(x, y) {
    if (!areFinite(x, y)) return;
    this.path += `M${short(x)} ${short(y)}`;
  }

  /** @param {number} x @param {number} y */
  lineTo(x, y) {
    if (!areFinite(x, y)) return;
    this.path += `${this.path ? "L" : "M"}${short(x)} ${short(y)}`;
  }

  closePath() {
    this.path += "Z";
  }

  /** @param {number} x @param {number} y @param {number} width @param {number} height */
  rect(x, y, width, height) {
    if (!areFinite(x, y, width, height)) return;
    this.path += `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}Z`;
  }

  /** @param {number} x @param {number} y @param {number} r @param {number} from @param {number} to */
  arc(x, y, r, from, to) {
    this.ellipse(x, y, r, r, 0, from, to);
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} rx
   * @param {number} ry
   * @param {number} turn
   * @param {number} from
   * @param {number} to clockwise, and not before `from`
   */
  ellipse(x, y, rx, ry, turn, from, to) {
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    /** @param {number} angle */
    const at = (angle) => {
      const [u, v] = [rx * Math.cos(angle), ry * Math.sin(angle)];
      return /** @type {[number, number]} */ ([x + u * cos - v * sin, y + u * sin + v * cos]);
    };
    if (!areFinite(x, y, rx, ry, turn, from, to)) return;
    const isFull = to - from >= FULL - 1e-9;
    if (isFull) this.moveTo(...at(from));
    else this.lineTo(...at(from));
    const radii = `${short(rx)} ${short(ry)} ${short((turn * 180) / Math.PI)}`;
    const stops = isFull ? [from + Math.PI, from + FULL] : [to];
    for (const stop of stops) {
      const large = !isFull && to - from > Math.PI ? 1 : 0;
      this.path += `A${radii} ${large} 1 ${at(stop).map(short).join(" ")}`;
    }
    if (isFull) this.closePath();
  }
}
