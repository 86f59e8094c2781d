// Data of one's own: a table of numbers, pasted or from a CSV file.

import { UnreadableTable, cellsOf } from "./cells.js";

export { UnreadableTable };

/** @typedef {import("./cells.js").Row} Row */
/** @typedef {"numbers" | "text" | "row numbers" | "empty"} Kind */

/**
 * @typedef {object} Column
 * @property {string} name
 * @property {number} place counted from 1
 * @property {Kind} kind
 * @property {string[]} cells
 */

/**
 * @typedef {object} LeftOut
 * @property {number} rows with a cell that is empty or not a number, such as NaN
 * @property {{ name: string, place: number, kind: Kind }[]} columns
 */

/**
 * @typedef {object} Table
 * @property {Float64Array} X samples, row by row
 * @property {number} N
 * @property {number} D
 * @property {string[]} names of the features
 * @property {LeftOut} leftOut
 */

const MAX_FEATURES = 10;
const MAX_SAMPLES = 20_000;
const MAX_MAGNITUDE = 1e150; // beyond it, squared distances overflow
const NUMBER = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i;
const MISSING = /^([-?.]|#?n\/?a|nan|null|none|[+-]?inf(inity)?)?$/i;
const NUMBERED = /^(#|id|index|row|no\.?|nr\.?)?$/i;

/**
 * Read a table of one sample per line.
 *
 * @param {string} text
 * @returns {Table}
 * @throws {UnreadableTable} with a sentence for the user
 */
export function readTable(text) {
  const { rows, separator } = cellsOf(text.replaceAll("\u2212", "-"));
  if (rows.length === 0) {
    throw new UnreadableTable("There is nothing to read: paste one sample per line, such as 1.5, 2.0.");
  }
  const { header, body } = withoutHeader(rows);
  requireSameLength(body, header?.length ?? body[0].cells.length);
  requireOneDecimalSign(body, separator);
  const columns = body[0].cells.map((_, i) => columnAt(i, header, body));
  const features = columns.filter(({ kind }) => kind === "numbers");
  const samples = body
    .map((_, n) => features.map(({ cells }) => cells[n]))
    .filter((row) => row.every(isNumber));
  requireSize(features.length, samples.length);
  const X = Float64Array.from(samples.flat(), (cell) => Number(cell.replace(",", ".")));
  if (X.some((value) => Math.abs(value) >= MAX_MAGNITUDE)) {
    throw new UnreadableTable("Some numbers are beyond 1e150, and their squares overflow: rescale the data.");
  }
  const labels = features.map(({ name }, i) => name || `x${subscript(i + 1)}`);
  const others = columns.filter(({ kind }) => kind !== "numbers");
  const leftOut = {
    rows: body.length - samples.length,
    columns: others.map(({ name, place, kind }) => ({ name, place, kind })),
  };
  return { X, N: samples.length, D: features.length, names: labels, leftOut };
}

/**
 * @param {LeftOut} leftOut
 * @returns {string} what to tell about it, "" if it is nothing
 */
export function sentenceOf({ rows, columns }) {
  const parts = columns.map((column) => `${called(column)} (${column.kind})`);
  if (rows === 1) parts.push("1 row without all its numbers");
  if (rows > 1) parts.push(`${rows} rows without all their numbers`);
  return parts.length ? `Left out: ${parts.join(", ")}.` : "";
}

/** @param {string} cell */
function isNumber(cell) {
  return NUMBER.test(cell);
}

/** @param {string} cell */
function isText(cell) {
  return !NUMBER.test(cell) && !MISSING.test(cell);
}

/**
 * Whether most of the cells that are not missing are numbers.
 *
 * @param {string[]} cells
 */
function areNumbers(cells) {
  return cells.filter(isNumber).length > cells.filter(isText).length;
}

/**
 * The first row is a header if it has text above numbers, and no number.
 *
 * @param {Row[]} rows
 * @returns {{ header: string[] | null, body: Row[] }}
 */
function withoutHeader(rows) {
  const [{ cells: first }, ...body] = rows;
  if (body.length === 0) return { header: null, body: rows };
  // R leaves out the name of the column of row names.
  const isShort = body.every(({ cells }) => cells.length === first.length + 1 && cells[first.length] !== "");
  const header = isShort ? ["", ...first] : first;
  const below = (/** @type {number} */ i) => body.map(({ cells }) => cells[i] ?? "");
  const isHeader = !header.some(isNumber) && header.some((cell, i) => isText(cell) && areNumbers(below(i)));
  return isHeader ? { header, body } : { header: null, body: rows };
}

/**
 * @param {Row[]} body
 * @param {number} length
 */
function requireSameLength(body, length) {
  for (const row of body) {
    // A separator too many at the end of a line adds nothing.
    while (row.cells.length > length && row.cells[row.cells.length - 1] === "") row.cells.pop();
    if (row.cells.length === length) continue;
    throw new UnreadableTable(
      `Line ${row.line} has ${counted(row.cells.length, "cell")} where ${length} were expected: ` +
        "give every line one cell per column.",
    );
  }
}

/**
 * @param {Row[]} body
 * @param {string} separator
 */
function requireOneDecimalSign(body, separator) {
  const numbers = body.flatMap(({ cells }) => cells.filter(isNumber));
  const [comma, point] = [",", "."].map((sign) => numbers.find((number) => number.includes(sign)));
  if (!comma || (separator !== "," && !point)) return;
  const other = point ? `, and ${point} a decimal point` : " between commas";
  throw new UnreadableTable(
    `${comma} has a decimal comma${other}: use the same sign in all numbers, and another between them.`,
  );
}

/**
 * @param {number} i
 * @param {string[] | null} header
 * @param {Row[]} body
 * @returns {Column}
 */
function columnAt(i, header, body) {
  const column = { name: header?.[i] ?? "", place: i + 1, cells: body.map(({ cells }) => cells[i]) };
  const { name, cells } = column;
  if (cells.every((cell) => MISSING.test(cell))) return { ...column, kind: "empty" };
  if (!areNumbers(cells)) return { ...column, kind: "text" };
  const wrong = cells.findIndex(isText);
  if (wrong >= 0) {
    throw new UnreadableTable(
      `Line ${body[wrong].line} has "${shortened(cells[wrong])}" in ${called(column)}, where a number was expected: ` +
        "correct it, or leave the cell empty.",
    );
  }
  const countsRows = cells.every((cell, n) => Number(cell) === Number(cells[0]) + n);
  const isNumbered = header && i === 0 && countsRows && NUMBERED.test(name);
  return { ...column, kind: isNumbered ? "row numbers" : "numbers" };
}

/** @param {{ name: string, place: number }} column */
function called({ name, place }) {
  return name ? `column "${shortened(name)}"` : `column ${place}`;
}

/** @param {string} text */
function shortened(text) {
  const line = text.replace(/\s+/g, " ");
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

/**
 * @param {number} D
 * @param {number} N
 */
function requireSize(D, N) {
  const problem =
    D === 0
      ? "No column holds numbers: paste one sample per line, such as 1.5, 2.0."
      : N === 0
        ? "No row has all its numbers: fill the empty cells, or remove the column they are in."
        : D > MAX_FEATURES
          ? `The table has ${D} columns of numbers, and at most ${MAX_FEATURES} can be shown: remove some.`
          : N > MAX_SAMPLES
            ? `The table has ${N} samples, and at most ${MAX_SAMPLES} can be shown: remove some.`
            : "";
  if (problem) throw new UnreadableTable(problem);
}

/**
 * @param {number} count
 * @param {string} noun
 */
function counted(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** @param {number} number */
function subscript(number) {
  return String(number).replace(/\d/g, (digit) => String.fromCharCode(0x2080 + Number(digit)));
}
