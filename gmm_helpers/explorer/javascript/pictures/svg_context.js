// A 2D context that writes SVG: as many of the calls of a canvas as the pictures need, and text stays text.

import { SvgPath, short } from "./svg_path.js";

/** @typedef {(text: string, font: string) => TextMetrics} Measure */
/** @typedef {(pixels: ImageData) => string} Encode as the address of an image */

/** @type {Record<string, number>} */
const BASELINES = { top: 0.8, middle: 0.35, bottom: -0.2, alphabetic: 0 }; // em; not all readers know baselines
/** @type {Record<string, string>} */
const ANCHORS = { left: "start", start: "start", center: "middle", right: "end", end: "end" };

/** @param {string} text */
const escaped = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** @param {Record<string, string | number>} attributes */
const written = (attributes) =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(typeof value === "number" ? short(value) : value)}"`)
    .join("");

function freshState() {
  return {
    fillStyle: "#000",
    strokeStyle: "#000",
    lineWidth: 1,
    lineJoin: "miter",
    lineCap: "butt",
    globalAlpha: 1,
    font: "10px sans-serif",
    textAlign: "start",
    textBaseline: "alphabetic",
    dash: /** @type {number[]} */ ([]),
    groups: 0, // opened since it was saved
  };
}

export class SvgContext extends SvgPath {
  /**
   * @param {string} name of the picture: its parts are called after it
   * @param {Measure} measure
   * @param {{width: number, height: number}} canvas its size
   * @param {Encode} [encode]
   */
  constructor(name, measure, canvas, encode = () => "") {
    super();
    Object.assign(this, freshState());
    this.name = name;
    this.measure = measure;
    this.canvas = canvas;
    this.encode = encode;
    /** @type {string[]} */
    this.parts = [];
    this.clips = 0;
    /** @type {ReturnType<typeof freshState>[]} */
    this.saved = [];
  }

  /** @returns {string} all that was drawn */
  get text() {
    const open = this.saved.reduce((sum, { groups }) => sum + groups, this._state.groups);
    return this.parts.join("\n") + "</g>".repeat(open);
  }

  /** @returns {ReturnType<typeof freshState>} */
  get _state() {
    return /** @type {any} */ (this);
  }

  save() {
    const names = Object.keys(freshState());
    const state = /** @type {any} */ (
      Object.fromEntries(names.map((name) => [name, /** @type {any} */ (this)[name]]))
    );
    this.saved.push(state);
    this._state.groups = 0;
  }

  restore() {
    const state = this.saved.pop();
    if (!state) return;
    this.parts.push("</g>".repeat(this._state.groups));
    Object.assign(this, state);
  }

  /** @param {Record<string, string | number>} attributes */
  _group(attributes) {
    this.parts.push(`<g${written(attributes)}>`);
    this._state.groups += 1;
  }

  /** @param {number} x @param {number} y */
  translate(x, y) {
    this._group({ transform: `translate(${short(x)} ${short(y)})` });
  }

  /** @param {number} angle */
  rotate(angle) {
    this._group({ transform: `rotate(${short((angle * 180) / Math.PI)})` });
  }

  clip() {
    const id = `${this.name}-${this.clips++}`;
    this.parts.push(`<clipPath id="${id}"><path d="${this.path}"/></clipPath>`);
    this._group({ "clip-path": `url(#${id})` });
  }

  stroke() {
    this._path({ fill: "none", ...this._pen() });
  }

  fill() {
    this._path({ fill: this._state.fillStyle });
  }

  /** @param {number} x @param {number} y @param {number} width @param {number} height */
  fillRect(x, y, width, height) {
    this._element("rect", { x, y, width, height, fill: this._state.fillStyle });
  }

  /** @param {number} x @param {number} y @param {number} width @param {number} height */
  strokeRect(x, y, width, height) {
    this._element("rect", { x, y, width, height, fill: "none", ...this._pen() });
  }

  /** @param {string} text @param {number} x @param {number} y */
  fillText(text, x, y) {
    this._text(text, x, y, { fill: this._state.fillStyle });
  }

  /** @param {string} text @param {number} x @param {number} y */
  strokeText(text, x, y) {
    this._text(text, x, y, { fill: "none", ...this._pen() });
  }

  /** @param {string} text */
  measureText(text) {
    return this.measure(text, this._state.font);
  }

  /** @param {number[]} dash */
  setLineDash(dash) {
    this._state.dash = dash;
  }

  /** @param {number} width @param {number} height */
  createImageData(width, height) {
    return { width, height, data: new Uint8ClampedArray(4 * width * height) };
  }

  /** @param {ImageData} pixels over all of the picture */
  putImageData(pixels) {
    const { width, height } = pixels;
    this._element("image", { x: 0, y: 0, width, height, href: this.encode(pixels) });
  }

  _pen() {
    const { strokeStyle, lineWidth, lineJoin, lineCap, dash } = this._state;
    return {
      stroke: strokeStyle,
      "stroke-width": lineWidth,
      ...(lineJoin === "miter" ? {} : { "stroke-linejoin": lineJoin }),
      ...(lineCap === "butt" ? {} : { "stroke-linecap": lineCap }),
      ...(dash.length ? { "stroke-dasharray": dash.map(short).join(" ") } : {}),
    };
  }

  /** @param {Record<string, string | number>} attributes */
  _path(attributes) {
    if (this.path) this._element("path", { d: this.path, ...attributes });
  }

  /**
   * @param {string} text
   * @param {number} x
   * @param {number} y
   * @param {Record<string, string | number>} paint
   */
  _text(text, x, y, paint) {
    const { font, textAlign, textBaseline } = this._state;
    const [, weight, size, family] = font.match(/^(\d+ )?([\d.]+)px (.*)$/) ?? ["", "", "10", "sans-serif"];
    this._element(
      "text",
      {
        x,
        y: y + (BASELINES[textBaseline] ?? 0) * Number(size),
        "font-size": Number(size),
        "font-family": family,
        ...(weight ? { "font-weight": weight.trim() } : {}),
        "text-anchor": ANCHORS[textAlign],
        ...paint,
      },
      text,
    );
  }

  /**
   * @param {string} tag
   * @param {Record<string, string | number>} attributes
   * @param {string} [text]
   */
  _element(tag, attributes, text = "") {
    const { globalAlpha } = this._state;
    const all = globalAlpha === 1 ? attributes : { ...attributes, opacity: globalAlpha };
    this.parts.push(`<${tag}${written(all)}${text ? `>${escaped(text)}</${tag}>` : "/>"}`);
  }
}
