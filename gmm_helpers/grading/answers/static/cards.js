// One card per answer: its text, who wrote it, its mark.

import { several } from "./files.js";

/** @typedef {import("./kept.js").Mark} Mark */
/** @typedef {{ key: string, text: string, pictures: string[], students: number[], isEmpty: boolean, isModel: boolean }} Answer */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {Element} parent
 * @param {T} tag
 * @param {string} className
 * @param {string} text  shown as it is: nothing of a student's becomes an element
 */
export function put(parent, tag, className = "", text = "") {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  parent.append(element);
  return element;
}

/**
 * @param {Answer} answer
 * @param {number} i
 * @param {string[]} names
 */
export function cardOf(answer, i, names) {
  const card = document.createElement("li");
  card.className = "answer";
  card.tabIndex = -1;
  const head = put(card, "div", "head");
  put(head, "h3", "", answer.isEmpty ? "No answer" : `Answer ${i + 1}`);
  if (answer.isEmpty || answer.students.length > 1) {
    put(head, "span", "quiet", several(answer.students.length, "student"));
  }
  if (answer.isModel) put(head, "span", "same", "the same as the model answer");
  put(head, "span", "mark");
  const who = put(card, "p", "names", answer.students.map((student) => names[student]).join("; "));
  who.hidden = true;
  if (answer.isEmpty) {
    put(card, "p", "", "The cell is empty, or as it was handed out. Proposed: 0 points, with Enter.");
  } else put(card, "pre", "text", answer.text);
  if (answer.pictures.length) {
    const list = answer.pictures.join(", ");
    put(
      card,
      "p",
      "pictures",
      `With ${several(answer.pictures.length, "picture")}, in the notebook: ${list}`,
    );
  }
  return card;
}

/**
 * @param {HTMLElement} card
 * @param {Mark | undefined} mark
 * @param {string} note  where there is no mark
 */
export function showMark(card, mark, note) {
  const isMarked = mark !== undefined && mark.points !== null;
  const points = isMarked ? several(Number(mark.points), "point") : "";
  const parts = [points, mark?.comment].filter(Boolean);
  const shown = card.querySelector(".mark");
  if (shown) shown.textContent = parts.join(", ") || note;
  card.classList.toggle("marked", isMarked);
}
