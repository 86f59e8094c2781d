// Colours, shapes and sizes of everything drawn: those of gmm_helpers/drawing/palette.py.

/** @typedef {ReturnType<typeof lookOf>} Look */
/**
 * What is shown, and how samples are coloured.
 * @typedef {{ color: "blend" | "hard" | "pie" | "none", ellipses?: boolean, trails?: boolean,
 *   contours?: boolean, truth?: boolean, bound?: boolean, zoom?: boolean, picture?: string,
 *   along?: string }} Layers `picture` is what the right picture shows, `along` is under its curves
 */
/** @typedef {(path: CanvasPath, x: number, y: number, r: number) => void} Outline */

export const COLORS = [
  "#0072B2",
  "#D55E00",
  "#009E73",
  "#CC79A7",
  "#E69F00",
  "#56B4E9",
  "#8C6D31",
  "#000000",
];
export const E_COLOR = { light: "#6A3D9A", dark: "#C9A6F2" };
export const M_COLOR = { light: "#00606B", dark: "#6FD3DF" };

/** @param {string} color */
export function bytesOf(color) {
  const hex = color.trim();
  if (hex.startsWith("#")) {
    const full = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, "$&$&") : hex;
    return [1, 3, 5].map((i) => parseInt(full.slice(i, i + 2), 16));
  }
  return (hex.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
}

/** @param {string} color */
export function isDark(color) {
  const [r, g, b] = bytesOf(color);
  return 0.299 * r + 0.587 * g + 0.114 * b < 128;
}

/**
 * What the style sheet says, for drawing; black components are white on dark paper.
 * @param {Element} root
 * @param {number} scale
 */
export function lookOf(root, scale) {
  const style = getComputedStyle(root);
  const paper = style.backgroundColor;
  const dark = isDark(paper);
  const colors = COLORS.map((color) => (dark && color === "#000000" ? "#FFFFFF" : color));
  return {
    dark,
    paper,
    colors,
    colorBytes: colors.map(bytesOf),
    paperBytes: bytesOf(paper),
    greyBytes: bytesOf(dark ? "#9A9A9A" : "#767676"),
    ink: style.color,
    soft: dark ? "#B5B5B5" : "#595959",
    line: dark ? "#4A4A4A" : "#D5D5D5",
    alarm: dark ? "#FF9E80" : "#A61B00",
    E: E_COLOR[dark ? "dark" : "light"],
    M: M_COLOR[dark ? "dark" : "light"],
    family: style.fontFamily,
    size: parseFloat(style.fontSize),
    scale, // device pixels for a CSS pixel
  };
}

/**
 * @param {number[][]} corners
 * @returns {Outline}
 */
const polygon = (corners) => (path, x, y, r) => {
  corners.forEach(([dx, dy], i) => path[i ? "lineTo" : "moveTo"](x + dx * r, y + dy * r));
  path.closePath();
};
const cross = [
  [-0.34, -1],
  [0.34, -1],
  [0.34, -0.34],
  [1, -0.34],
  [1, 0.34],
  [0.34, 0.34],
  [0.34, 1],
  [-0.34, 1],
  [-0.34, 0.34],
  [-1, 0.34],
  [-1, -0.34],
  [-0.34, -0.34],
];
const turned = cross.map(([x, y]) => [(x - y) * 0.75, (x + y) * 0.75]);
const tips = Array.from({ length: 10 }, (_, i) => {
  const reach = i % 2 ? 0.5 : 1.15;
  return [reach * Math.sin((i * Math.PI) / 5), -reach * Math.cos((i * Math.PI) / 5)];
});

/**
 * The marker of each component, as a path: the same order as in points.js.
 * @type {Outline[]}
 */
export const MARKER_PATHS = [
  (path, x, y, r) => path.arc(x, y, 0.9 * r, 0, 2 * Math.PI),
  polygon([
    [0, -1],
    [0.95, 0.75],
    [-0.95, 0.75],
  ]),
  polygon([
    [-0.8, -0.8],
    [0.8, -0.8],
    [0.8, 0.8],
    [-0.8, 0.8],
  ]),
  polygon([
    [0, -1.1],
    [1.1, 0],
    [0, 1.1],
    [-1.1, 0],
  ]),
  polygon([
    [0, 1],
    [0.95, -0.75],
    [-0.95, -0.75],
  ]),
  polygon(cross),
  polygon(turned),
  polygon(tips),
];
