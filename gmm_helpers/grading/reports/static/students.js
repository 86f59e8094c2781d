// The table of students: a row is made of a line of data when it is shown.

/**
 * Name, page of feedback, rank and reasons of attention, score, points, status, what is known of the
 * person, exercises (name, status, score, points), and how many answers are graded by hand.
 * @typedef {[string, string, number, string[], number, number, string, (string | boolean)[],
 *   [string, string, number, number][], number]} Student
 */

/**
 * What the page holds for its scripts.
 * @typedef {{ shown: string[], reasons: Record<string, string>, words: Record<string, string>,
 *   signs: Record<string, string>, colors: Record<string, string>, exercises: [string, number][],
 *   students: Student[], rules: [string, string, string, string][] }} ReportData
 */

const FEW_FIRST = 1e6; // a rank of attention weighs more than any number of points

/** @param {ReportData} data */
function studentHeadings(data) {
  const person = data.shown.map((name) => (name === "is_late" ? "late" : name));
  /** @type {[string, Record<string, string>][]} */
  const headings = [
    ["student", {}],
    ["attention", { "data-descending": "" }],
    ...person.map(
      (name) => /** @type {[string, {}]} */ ([name, name === "late" ? { "data-descending": "" } : {}]),
    ),
    ["score", { class: "number" }],
    ["status", {}],
    ["exercises, in order", { "data-fixed": "" }],
    ["by hand", { class: "number", "data-descending": "" }],
  ];
  const row = document.createElement("tr");
  row.append(...headings.map(([text, more]) => element("th", text, { scope: "col", ...more })));
  return row;
}

/** @param {Student[8]} exercises @param {ReportData} data */
function stripOf(exercises, data) {
  const said = exercises.map(([name, status]) => `${name} ${data.words[status]}`);
  const strip = element("div", "", { class: "strip", role: "img", "aria-label": said.join(", ") });
  for (const [name, status, score, points] of exercises) {
    const title = `${name}: ${data.words[status]}, ${score} of ${points}`;
    strip.append(element("i", data.signs[status], { class: `tile ${data.colors[status]}`, title }));
  }
  return strip;
}

/** @param {string[]} reasons @param {ReportData} data */
function reasonsOf(reasons, data) {
  const list = element("ul", "", { class: "reasons" });
  for (const code of reasons) {
    const isReview = code === "needs_review";
    const words = `${isReview ? "⚑ " : ""}${data.reasons[code]}`;
    const item = element("li", isReview ? "" : words, isReview ? { class: "review" } : {});
    if (isReview) item.append(element("a", words, { href: "#review" }));
    list.append(item);
  }
  return list;
}

/** @param {Student} student @param {number} place @param {ReportData} data @returns {Entry} */
function studentEntry(student, place, data) {
  const [name, page, rank, reasons, score, points, status, person, exercises, byHand] = student;
  const late = person.map((value, i) =>
    data.shown[i] === "is_late" ? (value ? "late" : "") : String(value),
  );
  const keys = () => [place, rank * FEW_FIRST - score, ...late, score, data.words[status], "", byHand];
  /** @type {HTMLTableRowElement | null} */
  let made = null;
  const make = () => {
    const row = document.createElement("tr");
    /** @param {string | Node} [content] @param {string} [kind] */
    const cell = (content = "", kind = "") => {
      const td = row.insertCell();
      td.className = kind;
      if (content) td.append(content);
    };
    cell(element("a", name, { href: page }));
    cell(reasons.length ? reasonsOf(reasons, data) : "");
    for (const value of late) cell(value);
    cell(`${score} of ${points}`, "number");
    cell(data.words[status]);
    cell(exercises.length ? stripOf(exercises, data) : "");
    cell(byHand ? String(byHand) : "", "number");
    return row;
  };
  const text = [name, ...late].join(" ").toLowerCase();
  return { keys, text, row: () => (made ??= make()) };
}

/** @param {HTMLTableElement} table @param {ReportData} data */
function mountStudents(table, data) {
  table.tHead?.replaceChildren(studentHeadings(data));
  mountTable(
    table,
    data.students.map((student, place) => studentEntry(student, place, data)),
  );
  const find = /** @type {HTMLInputElement} */ (document.getElementById("find"));
  find.addEventListener("input", () => {
    const shown = /** @type {Shown} */ (shownIn.get(table));
    shown.only = find.value.trim().toLowerCase();
    show(table);
  });
}
