// Tables that a click on a heading sorts, and that show their first rows until one asks for more.

/**
 * A row of a table, made when it is shown for the first time.
 * @typedef {{ keys: () => (string | number)[], text: string, row: () => HTMLTableRowElement }} Entry
 */

/** @typedef {{ entries: Entry[], sorted: Entry[], limit: number, all: boolean, only: string }} Shown */

/** @type {Map<HTMLTableElement, Shown>} */
const shownIn = new Map();
const inWords = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

/**
 * An element with a text and attributes; whatever the text is, it is only text.
 * @param {string} tag
 * @param {string} [text]
 * @param {Record<string, string>} [attributes]
 */
function element(tag, text = "", attributes = {}) {
  const made = document.createElement(tag);
  made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/** @param {HTMLTableElement} table */
function headingsOf(table) {
  return [.../** @type {HTMLTableSectionElement} */ (table.tHead).rows[0].cells];
}

/** What a cell is sorted by: a number where it is one. @param {HTMLTableCellElement} cell */
function keyOf(cell) {
  const value = cell.dataset.value ?? (cell.textContent ?? "").trim();
  return value !== "" && Number.isFinite(Number(value)) ? Number(value) : value;
}

/** The rows that stand in a table already. @param {HTMLTableElement} table @returns {Entry[]} */
function entriesIn(table) {
  return [...table.tBodies[0].rows].map((row) => {
    const keys = () => [...row.cells].map(keyOf);
    return { keys, text: "", row: () => row };
  });
}

/** @param {string | number} a @param {string | number} b */
function compare(a, b) {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return inWords.compare(String(a), String(b));
}

/**
 * Sort by a column; rows that are equal keep the order they have.
 * @param {HTMLTableElement} table
 * @param {number} column
 */
function sortBy(table, column) {
  const shown = /** @type {Shown} */ (shownIn.get(table));
  const headings = headingsOf(table);
  const heading = headings[column];
  const before = heading.getAttribute("aria-sort");
  const isDown = before ? before === "ascending" : "descending" in heading.dataset;
  for (const other of headings) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", isDown ? "descending" : "ascending");
  const keyed = shown.sorted.map((entry) => ({ entry, key: entry.keys()[column] }));
  keyed.sort((a, b) => compare(a.key, b.key) * (isDown ? -1 : 1));
  shown.sorted = keyed.map(({ entry }) => entry);
  show(table);
}

/** Roles are said, as a narrow screen shows rows as blocks. @param {HTMLTableElement} table */
function sayRoles(table) {
  table.setAttribute("role", "table");
  for (const part of [table.tHead, ...table.tBodies]) part?.setAttribute("role", "rowgroup");
  table.tHead?.rows[0].setAttribute("role", "row");
  for (const heading of headingsOf(table)) heading.setAttribute("role", "columnheader");
}

/** @param {HTMLTableRowElement} row @param {string[]} labels */
function dress(row, labels) {
  if (row.getAttribute("role")) return row;
  row.setAttribute("role", "row");
  [...row.cells].forEach((cell, i) => {
    cell.setAttribute("role", "cell");
    cell.dataset.label = labels[i];
  });
  return row;
}

/** @param {HTMLTableElement} table */
function show(table) {
  const shown = /** @type {Shown} */ (shownIn.get(table));
  const labels = headingsOf(table).map((heading) => (heading.textContent ?? "").trim());
  const found = shown.only ? shown.sorted.filter((entry) => entry.text.includes(shown.only)) : shown.sorted;
  const rows = (shown.all ? found : found.slice(0, shown.limit)).map((entry) => dress(entry.row(), labels));
  table.tBodies[0].replaceChildren(...rows);
  const more = table.nextElementSibling;
  if (!(more instanceof HTMLElement) || !more.matches(".more")) return;
  more.hidden = found.length <= shown.limit && !shown.only;
  const [said, button] = /** @type {[Element, HTMLButtonElement]} */ (/** @type {unknown} */ (more.children));
  said.textContent = `${rows.length} of ${shown.entries.length} shown. `;
  button.hidden = found.length <= shown.limit;
  button.textContent = shown.all ? `Show the first ${shown.limit}` : `Show all ${found.length}`;
}

/** @param {HTMLTableElement} table @param {Entry[]} entries */
function mountTable(table, entries = entriesIn(table)) {
  const limit = Number(table.dataset.limit ?? 100);
  shownIn.set(table, { entries, sorted: entries, limit, all: false, only: "" });
  sayRoles(table);
  headingsOf(table).forEach((heading, column) => {
    if ("fixed" in heading.dataset) return;
    const button = element("button", "", { type: "button" });
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => sortBy(table, column));
  });
  if (entries.length > limit) {
    const more = element("p", "", { class: "more" });
    more.append(element("span", "", { role: "status" }), element("button", "", { type: "button" }));
    more.lastElementChild?.addEventListener("click", () => showAll(table));
    table.after(more);
  }
  show(table);
}

/** @param {HTMLTableElement} table */
function showAll(table, all = !shownIn.get(table)?.all) {
  const shown = /** @type {Shown} */ (shownIn.get(table));
  shown.all = all;
  show(table);
}

/** On paper nothing is left to press. */
function showAllInPrint() {
  /** @type {Map<HTMLTableElement, boolean>} */
  const before = new Map();
  addEventListener("beforeprint", () => {
    for (const [table, { all }] of shownIn) {
      before.set(table, all);
      showAll(table, true);
    }
  });
  addEventListener("afterprint", () => before.forEach((all, table) => showAll(table, all)));
}
