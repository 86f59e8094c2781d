// Points that whoever made a mistake keeps: typed in the table of mistakes, saved as `rules.csv`.

const RULES_HEAD = ["exercise", "mistake", "points", "comment"];

/** A cell of a table, which no spreadsheet takes for a formula. @param {string} text */
function csvCell(text) {
  const line = text.split(/\s+/u).filter(Boolean).join(" ");
  const safe = /^[=+\-@＝＋－＠]/u.test(line) && Number.isNaN(Number(line)) ? `'${line}` : line;
  return /[",;'\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @param {string[][]} rows */
function rulesText(rows) {
  return [RULES_HEAD, ...rows].map((row) => `${row.map(csvCell).join(",")}\n`).join("");
}

/**
 * What is typed, then what held already for mistakes that are not in the table.
 * @param {HTMLElement[]} forms each with the inputs of a mistake
 * @param {ReportData["rules"]} before
 */
function rulesIn(forms, before) {
  const names = new Set(forms.map((form) => ruleName(form.dataset.exercise, form.dataset.mistake)));
  const kept = before.filter(([exercise, mistake]) => !names.has(ruleName(exercise, mistake)));
  const typed = forms.map((form) => {
    const [points, comment] = [...form.querySelectorAll("input")].map((input) => input.value.trim());
    return [form.dataset.exercise ?? "", form.dataset.mistake ?? "", dotted(points), comment];
  });
  return [...typed.filter(([, , points]) => points !== ""), ...kept];
}

/** Points with a decimal point: a field for numbers of an English browser makes 5 of 0,5. @param {string} typed */
function dotted(typed) {
  return typed.trim().replace(",", ".");
}

/** Say what is wrong with the points that are typed, if anything is. @param {HTMLInputElement} input */
function checkPoints(input) {
  const most = Number(input.dataset.most);
  const points = dotted(input.value);
  const isRight = points === "" || (/^(\d+\.?\d*|\.\d+)$/.test(points) && Number(points) <= most);
  input.setCustomValidity(isRight ? "" : `Write points from 0 to ${most}.`);
}

/** @param {string} [exercise] @param {string} [mistake] */
function ruleName(exercise, mistake) {
  return JSON.stringify([exercise, mistake]);
}

/** @param {string} name @param {string} text */
function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  const link = /** @type {HTMLAnchorElement} */ (element("a", "", { href: address, download: name }));
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** @param {HTMLTableElement} table @param {HTMLElement} bar @param {ReportData} data */
function mountRules(table, bar, data) {
  const button = /** @type {HTMLButtonElement} */ (bar.querySelector("button"));
  const status = /** @type {HTMLElement} */ (bar.querySelector("[role=status]"));
  // The rows that are not shown count, too.
  const entries = /** @type {Shown} */ (shownIn.get(table)).entries;
  const forms = entries.map((entry) => /** @type {HTMLElement} */ (entry.row().querySelector(".kept")));
  let isSaved = true;
  for (const form of forms) {
    const input = /** @type {HTMLInputElement} */ (form.querySelector(".points"));
    form.addEventListener("input", () => {
      checkPoints(input);
      isSaved = false;
      status.textContent = "Not saved yet.";
    });
  }
  addEventListener("beforeunload", (event) => {
    if (!isSaved) event.preventDefault();
  });
  button.addEventListener("click", () => {
    const wrong = forms
      .flatMap((form) => [...form.querySelectorAll("input")])
      .find((one) => !one.checkValidity());
    if (wrong) {
      showAll(table, true);
      wrong.reportValidity();
      return;
    }
    const rows = rulesIn(forms, data.rules);
    download("rules.csv", rulesText(rows));
    isSaved = true;
    const n = rows.length === 1 ? "1 rule" : `${rows.length} rules`;
    status.textContent = `Saved ${n}. Put rules.csv beside this report, then grade again with --resume.`;
  });
}
