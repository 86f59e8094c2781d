// points.csv as text and as rows: what is read, merged and written.

/**
 * @typedef {object} Row
 * @property {string} student
 * @property {string} exercise
 * @property {string} points
 * @property {string} comment
 * @property {string} [notebook]  where several notebooks have the same exercise
 */

/** @type {("student" | "exercise" | "points" | "comment")[]} */
const COLUMNS = ["student", "exercise", "points", "comment"];
const NOTEBOOK = "notebook";
const OF_EACH_NOTEBOOK = "questions"; // all predictions and self-tests of one
const FORMULA = /^[=+\-@\uff1d\uff0b\uff0d\uff20]/; // a spreadsheet would compute it

/**
 * The cells of a table, with `,` or `;` between them, as its first line has it.
 * @param {string} text
 */
function cellsOf(text) {
  const content = text.replace(/^\ufeff/, "").replace(/^sep=[,;]\r?\n/i, ""); // for Excel
  const first = content.split(/\r?\n/, 1)[0];
  const separator = first.split(";").length > first.split(",").length ? ";" : ",";
  /** @type {string[][]} */
  const lines = [[]];
  let cell = "";
  let isQuoted = false;
  const endCell = () => {
    lines[lines.length - 1].push(cell);
    cell = "";
  };
  for (let i = 0; i < content.length; i++) {
    const sign = content[i];
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (content[i + 1] === '"') cell += content[++i];
      else isQuoted = false;
    } else if (sign === '"' && !cell) isQuoted = true;
    else if (sign === separator) endCell();
    else if (sign === "\n") {
      endCell();
      lines.push([]);
    } else if (sign !== "\r") cell += sign;
  }
  endCell();
  return lines.filter((line) => line.some((each) => each.trim()));
}

/**
 * The rows of points.csv; null if the first line does not name its columns.
 * @param {string} text
 * @returns {Row[] | null}
 */
export function readRows(text) {
  const [heads, ...lines] = cellsOf(text);
  if (!heads) return [];
  const places = [...COLUMNS, NOTEBOOK].map((name) =>
    heads.findIndex((head) => head.trim().toLowerCase() === name),
  );
  if (places.slice(0, 3).includes(-1)) return null;
  return lines.map((line) => {
    const [student, ...more] = places.map((place) => line[place] ?? "");
    const [exercise, points, said, notebook] = more.map((each) => each.trim());
    const row = { student, exercise, points, comment: isMasked(said) ? said.slice(1) : said };
    return notebook ? { ...row, notebook } : row;
  });
}

/** @param {string} text */
const isMasked = (text) => text.startsWith("'") && FORMULA.test(text.slice(1));

/** @param {string} text */
function written(text) {
  const line = text.replace(/[\r\n\t]+/g, " ");
  return /[",;]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}

/**
 * The text of points.csv. It begins with a mark by which spreadsheets know UTF-8.
 * @param {Row[]} rows
 */
export function writeRows(rows) {
  const hasNotebooks = rows.some((row) => row.notebook);
  const lines = rows.map((row) => {
    // Names are as in grades.csv, safe already.
    const comment = FORMULA.test(row.comment) ? `'${row.comment}` : row.comment;
    const cells = [row.student, row.exercise, row.points, comment];
    return (hasNotebooks ? [...cells, row.notebook ?? ""] : cells).map(written).join(",");
  });
  const heads = hasNotebooks ? [...COLUMNS, NOTEBOOK] : COLUMNS;
  return `\ufeff${[heads.join(","), ...lines].join("\n")}\n`;
}

/**
 * What a row is about, as a key.
 * @param {string} exercise
 * @param {string} student
 * @param {string} [notebook]
 */
export function placeOf(exercise, student, notebook = "") {
  return JSON.stringify([exercise, student, exercise === OF_EACH_NOTEBOOK ? notebook : ""]);
}

/**
 * By student and exercise; of two rows for the same the last one counts.
 * @param {Row[]} rows
 * @returns {Map<string, Row>}
 */
export function byPlace(rows) {
  return new Map(rows.map((row) => [placeOf(row.exercise, row.student, row.notebook), row]));
}

/**
 * How many rows there are for each exercise.
 * @param {Row[]} rows
 */
export function counted(rows) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { exercise } of rows) counts.set(exercise, (counts.get(exercise) ?? 0) + 1);
  return counts;
}

/**
 * Points as a number; null for what is none.
 * @param {string} text
 */
export function pointsOf(text) {
  const number = Number(text.trim().replace(",", "."));
  return text.trim() && Number.isFinite(number) ? number : null;
}

/**
 * Text of a file as spreadsheets save it: UTF-8, UTF-16 with its mark, or Windows.
 * @param {ArrayBuffer} bytes
 */
export function textOf(bytes) {
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
