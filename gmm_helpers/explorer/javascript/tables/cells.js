// The cells of a pasted table or a CSV file, as text.

/** @typedef {{ line: number, cells: string[] }} Row a row of cells, and the line it begins in */

const LOOKED_AT = 50; // lines, to find out what separates cells
const BLANK = " ";
const NOTHING = "\0"; // there is one column
const DECIMAL_COMMA = /^[+-]?\d+(,\d+)?$/;

/** A table that cannot be read; its message says why, and what to do. */
export class UnreadableTable extends Error {}

/**
 * @param {string} text
 * @returns {{ rows: Row[], separator: string }} without empty lines and comments
 */
export function cellsOf(text) {
  const plain = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const separator = separatorOf(plain);
  const rows = separator === BLANK ? splitAtBlanks(plain) : split(plain, separator);
  return { rows: rows.filter(({ cells }) => cells.some((cell) => cell !== "")), separator };
}

/**
 * @param {string} text
 * @returns {string} a tab, a semicolon, a comma, a blank for any number of blanks, or `NOTHING`
 */
function separatorOf(text) {
  const lines = text
    .replace(/"[^"]*"/g, '""')
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !isComment(line))
    .slice(0, LOOKED_AT);
  const isInMost = (/** @type {string} */ sign) =>
    lines.filter((line) => line.includes(sign)).length > lines.length / 2;
  const found = ["\t", ";", ","].find((sign) => isInMost(sign) && lines[0].includes(sign));
  const areBetweenBlanks = lines.slice(lines.length > 1 ? 1 : 0).every(hasDecimalCommas);
  if (found && !(found === "," && areBetweenBlanks)) return found;
  return isInMost(BLANK) ? BLANK : NOTHING;
}

/** @param {string} line numbers with decimal commas between blanks, such as "1,5 2,5" */
function hasDecimalCommas(line) {
  const numbers = line.split(/\s+/);
  return numbers.length > 1 && numbers.every((number) => DECIMAL_COMMA.test(number));
}

/** @param {string} line "#" may also be the name of a column */
function isComment(line) {
  return /^\s*#(?!\s*[,;\t])/.test(line);
}

/**
 * @param {string} text
 * @returns {Row[]}
 */
function splitAtBlanks(text) {
  const cellsIn = (/** @type {string} */ line) => line.match(/"[^"]*"|\S+/g) ?? [];
  return text
    .split("\n")
    .map((line, i) => ({ line: i + 1, cells: isComment(line) ? [] : cellsIn(line).map(unquoted) }));
}

/** @param {string} cell */
function unquoted(cell) {
  return cell.replace(/^"(.*)"$/, "$1").trim();
}

/**
 * Between quotes, separators and new lines belong to the cell, and two quotes stand for one.
 *
 * @param {string} text
 * @param {string} separator
 * @returns {Row[]}
 */
function split(text, separator) {
  const rows = [];
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const end = endOfLine(text, at);
    if (isComment(text.slice(at, end))) {
      at = end + 1;
      line++;
      continue;
    }
    /** @type {Row} */
    const row = { line, cells: [] };
    for (let isLast = false; !isLast;) {
      const cell = cellAt(text, at, separator, line);
      row.cells.push(cell.value.trim());
      line += cell.value.split("\n").length - 1;
      isLast = text[cell.end] !== separator;
      at = cell.end + 1;
    }
    line++;
    rows.push(row);
  }
  return rows;
}

/**
 * @param {string} text
 * @param {number} from
 * @param {string} separator
 * @param {number} line
 * @returns {{ value: string, end: number }} `end` is where the separator or the new line stands
 */
function cellAt(text, from, separator, line) {
  const quoted = /[^\S\n\t]*"([^"]*(?:""[^"]*)*)("?)[^\S\n\t]*/y;
  quoted.lastIndex = from;
  const match = quoted.exec(text);
  if (match && !match[2]) {
    throw new UnreadableTable(`The quote in line ${line} is never closed: close it, or remove it.`);
  }
  const next = match ? text[quoted.lastIndex] : "";
  if (match && (next === separator || next === "\n" || next === undefined)) {
    return { value: match[1].replaceAll('""', '"'), end: quoted.lastIndex };
  }
  const stop = text.indexOf(separator, from);
  const end = Math.min(stop < 0 ? text.length : stop, endOfLine(text, from));
  return { value: text.slice(from, end), end };
}

/**
 * @param {string} text
 * @param {number} from
 */
function endOfLine(text, from) {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
