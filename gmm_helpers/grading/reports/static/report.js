// Puts the parts of the report together. Joined with the scripts beside it.

document.documentElement.classList.add("script");
/** @type {ReportData} */
const reportData = JSON.parse(document.getElementById("data")?.textContent ?? "{}");
for (const table of /** @type {NodeListOf<HTMLTableElement>} */ (
  document.querySelectorAll("table.sortable")
)) {
  if (table.id === "all-students") mountStudents(table, reportData);
  else mountTable(table);
}
const ofMistakes = /** @type {HTMLTableElement | null} */ (document.getElementById("all-mistakes"));
if (ofMistakes) {
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (document.querySelector(name));
  mountRules(ofMistakes, part(".rules"), reportData);
  mountSlides(ofMistakes, part(".slides"), /** @type {HTMLButtonElement} */ (part(".to-slides")));
}
showAllInPrint();
