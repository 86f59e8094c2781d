// The buttons that save and load points.csv, and what they say.

import { counted, readRows, textOf, writeRows } from "./table.js";

/** @typedef {import("./kept.js").Kept} Kept */

const NAME = "points.csv";

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
export function part(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no part called ${id}.`);
  return found;
}

/**
 * @param {number} count
 * @param {string} noun
 */
export const several = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** @param {string} text */
function download(text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  link.download = NAME;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** @param {string} sentence */
export function say(sentence) {
  part("said").textContent = sentence;
}

/**
 * Save and load, by the buttons of a page.
 * @param {Kept} kept
 * @param {string} folder  the name of the output folder
 * @param {() => void} changed  is told when rows were loaded or marks saved
 */
export function mountFiles(kept, folder, changed) {
  part("save").addEventListener("click", () => {
    const rows = kept.rows(readRows(kept.base()) ?? []);
    const parts = [...counted(rows)].map(([name, count]) => `${name} ${count}`);
    const text = writeRows(rows);
    download(text);
    kept.load(text);
    kept.markSaved();
    changed();
    const what = parts.length ? `: ${parts.join(", ")}` : "";
    say(
      `${NAME} with ${several(rows.length, "row")}${what}. Put it into the folder ${folder}, ` +
        "and run gmm-grade again with --resume.",
    );
  });
  const input = /** @type {HTMLInputElement} */ (part("file"));
  part("load").addEventListener("click", () => input.click());
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    if (!file) return;
    const rows = readRows(textOf(await file.arrayBuffer()));
    input.value = "";
    if (!rows) {
      say(`${file.name} is no ${NAME}: its first line must name student, exercise and points.`);
      return;
    }
    const before = readRows(kept.base()) ?? [];
    kept.load(writeRows([...before, ...rows])); // the last row for the same counts
    changed();
    say(`${several(rows.length, "row")} of ${file.name} were added. Marks that you have not saved stay.`);
  });
}

/**
 * Say where marks are, and warn before a page is closed that alone has them.
 * @param {Kept} kept
 * @returns {() => void}  says it again: a browser may be full
 */
export function tellKeeping(kept) {
  const tell = () => {
    part("keeping").textContent = kept.isRefused
      ? "This browser keeps nothing for pages on disk: save points.csv before you close or reload this page."
      : "Marks stay in this browser, for this class and question, until you save them as points.csv.";
    part("keeping").classList.toggle("warning", kept.isRefused);
  };
  window.addEventListener("beforeunload", (event) => {
    if (kept.isRefused && kept.unsaved()) event.preventDefault();
  });
  kept.test();
  tell();
  return tell;
}
