// Both pictures as one file: pixels, or shapes and text.

import { SvgContext } from "./svg_context.js";
import { VectorPlane } from "./vector_plane.js";
import { RightPicture } from "../charts/right_picture.js";
import { Plane } from "../drawing/plane.js";

/** @typedef {import("../drawing/look.js").Look} Look */
/** @typedef {{ x: number, y: number, width: number, height: number }} Place */
/**
 * What is seen.
 * @typedef {object} Seen
 * @property {HTMLElement[]} panels of the data, and of the NLL
 * @property {Look} look
 * @property {(plane: Plane, chart: RightPicture, look: Look) => boolean} paint returns whether all is drawn
 */

const SHARPER = 2; // than the screen
const TRIES = 500; // gaps of long runs come bit by bit

/**
 * Where the pictures are, beside or below each other.
 * @param {HTMLElement[]} panels
 * @param {number} scale pixels for a CSS pixel
 */
export function placesOf(panels, scale) {
  const bounds = panels.map((panel) => panel.getBoundingClientRect());
  const [left, top] = [Math.min(...bounds.map(({ x }) => x)), Math.min(...bounds.map(({ y }) => y))];
  /** @type {Place[]} */
  const places = bounds.map(({ x, y, width, height }) => ({
    x: Math.round((x - left) * scale),
    y: Math.round((y - top) * scale),
    width: Math.round(width * scale),
    height: Math.round(height * scale),
  }));
  const width = Math.max(...places.map((place) => place.x + place.width));
  const height = Math.max(...places.map((place) => place.y + place.height));
  return { places, width, height };
}

/**
 * @param {Seen} seen
 * @param {Plane} plane
 * @param {RightPicture} chart
 * @param {Look} look
 */
function paintAll({ paint }, plane, chart, look) {
  for (let tries = 0; tries < TRIES && !paint(plane, chart, look); tries++);
}

/**
 * @param {number} width
 * @param {number} height
 */
export function blank(width, height) {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

/**
 * @param {Seen} seen
 * @returns {Promise<Blob>}
 */
export function pngOf(seen) {
  const { panels, look } = seen;
  const { places, width, height } = placesOf(panels, SHARPER * devicePixelRatio);
  const [left, right] = places.map((place) => blank(place.width, place.height));
  paintAll(seen, new Plane(left), new RightPicture(right), { ...look, scale: SHARPER * look.scale });
  const whole = blank(width, height);
  const context = /** @type {CanvasRenderingContext2D} */ (whole.getContext("2d"));
  context.fillStyle = look.paper;
  context.fillRect(0, 0, width, height);
  [left, right].forEach((canvas, i) => context.drawImage(canvas, places[i].x, places[i].y));
  return new Promise((done, fail) =>
    whole.toBlob((blob) => (blob ? done(blob) : fail(new Error("The picture is too large."))), "image/png"),
  );
}

/**
 * @param {Seen} seen
 * @param {string} title what the pictures show, in words
 * @returns {Blob}
 */
export function svgOf(seen, title) {
  const { panels, look } = seen;
  const { places, width, height } = placesOf(panels, 1);
  const ruler = /** @type {CanvasRenderingContext2D} */ (blank(1, 1).getContext("2d"));
  /** @type {import("./svg_context.js").Measure} */
  const measure = (text, font) => {
    ruler.font = font;
    return ruler.measureText(text);
  };
  /** @param {ImageData} pixels */
  const encode = ({ data, width, height }) => {
    const canvas = blank(width, height);
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.putImageData(
      new ImageData(/** @type {Uint8ClampedArray<ArrayBuffer>} */ (data), width, height),
      0,
      0,
    );
    return canvas.toDataURL();
  };
  const contexts = ["data", "nll"].map((name, i) => new SvgContext(name, measure, places[i], encode));
  const [left, right] = contexts.map((context, i) => {
    const { width, height } = places[i];
    return /** @type {HTMLCanvasElement} */ (
      /** @type {unknown} */ ({ width, height, getContext: () => context })
    );
  });
  paintSvg(seen, contexts, left, right, { ...look, scale: look.scale / devicePixelRatio });
  const about = document.createElement("title");
  about.textContent = title;
  const parts = contexts.map(
    ({ text }, i) => `<g transform="translate(${places[i].x} ${places[i].y})">\n${text}\n</g>`,
  );
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>
<title>${about.innerHTML}</title>
<rect width="${width}" height="${height}" fill="${look.paper}"/>
${parts.join("\n")}
</svg>
`;
  return new Blob([svg], { type: "image/svg+xml" });
}

/**
 * What was written before all was known is written again.
 * @param {Seen} seen
 * @param {SvgContext[]} contexts
 * @param {HTMLCanvasElement} left
 * @param {HTMLCanvasElement} right
 * @param {Look} look
 */
function paintSvg(seen, contexts, left, right, look) {
  const [plane, chart] = [new VectorPlane(left), new RightPicture(right)];
  const paint = () => {
    for (const context of contexts) context.parts = [];
    return seen.paint(plane, chart, look);
  };
  paintAll({ ...seen, paint }, plane, chart, look);
}
