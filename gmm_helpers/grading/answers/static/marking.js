// The page of one question: answers are marked one after the other, with the keyboard alone.

import { cardOf, showMark } from "./cards.js";
import { mountFiles, part, say, several, tellKeeping } from "./files.js";
import { Kept, markOf } from "./kept.js";
import { LETTERS, Panel, quickComments, stepped, toggled } from "./panel.js";
import { byPlace, readRows } from "./table.js";

/** @typedef {import("./cards.js").Answer} Answer */
/** @typedef {import("./kept.js").Mark} Mark */

const page = JSON.parse(part("data").textContent ?? "");
/** @type {[string, string][]} each as in the tables, and as people call them */
const students = page.students;
/** @type {Answer[]} */
const answers = page.groups.map((/** @type {[string, string, string[], number[], boolean]} */ group) => {
  const [key, text, pictures, own, isModel] = group;
  return { key, text, pictures, students: own, isEmpty: false, isModel };
});
const nAnswers = answers.length;
if (page.empty.length) {
  const nothing = { text: "", pictures: [], isModel: false };
  answers.push({ key: "empty", ...nothing, students: page.empty, isEmpty: true });
}
const names = students.map(([, label]) => label);
const cards = answers.map((answer, i) => cardOf(answer, i, names));
const kept = new Kept(page.session, page.earlier);
/** @type {Mark[]} */
let marks = [];
/** @type {string[]} what is to be told of answers without a mark */
let notes = [];
let current = 0;
let tellAgain = () => {};

const panel = new Panel(page.most, give, (comment) => change({ comment }));

function read() {
  const wrote = answers.map((answer) => answer.students.map((student) => students[student][0]));
  const old = kept.putAside(page.exercise, new Map(answers.map(({ key }, i) => [key, wrote[i]])));
  const own = kept.marks(page.exercise);
  const rows = byPlace(readRows(kept.base()) ?? []);
  const found = answers.map(({ key }, i) => {
    const ids = wrote[i];
    const { mark, count, isMixed } = markOf(rows, page.exercise, ids);
    const mine = own[key];
    const agrees = !isMixed && (!mark || (mark.points === mine?.points && mark.comment === mine.comment));
    if (mine && (!mine.saved || agrees)) return { mark: mine, note: "" };
    const nothing = { points: null, comment: "", saved: true, students: ids };
    if (isMixed) return { mark: nothing, note: "different marks in points.csv" };
    if (!mark) return { mark: nothing, note: "" };
    const points = several(Number(mark.points), "point");
    if (ids.some((id) => old.has(id))) return { mark: nothing, note: `another text had ${points}` };
    if (count < ids.length) return { mark: nothing, note: `${count} of ${ids.length} have ${points}` };
    return { mark, note: "" };
  });
  marks = found.map(({ mark }) => mark);
  notes = found.map(({ note }) => note);
  showAll();
}

function showAll() {
  cards.forEach((card, i) => showMark(card, marks[i], notes[i]));
  showPanel();
  showProgress();
}

function showProgress() {
  const count = marks.slice(0, nAnswers).filter((mark) => mark.points !== null).length;
  const bar = /** @type {HTMLProgressElement} */ (part("bar"));
  bar.max = Math.max(1, nAnswers);
  bar.value = count;
  const text = `${count} of ${nAnswers}`;
  if (part("progress").textContent !== text) part("progress").textContent = text;
  const open = kept.unsaved();
  part("unsaved").textContent = open ? `${several(open, "mark")} not saved` : "";
  if (kept.isRefused) tellAgain();
}

function showPanel() {
  const { points, comment } = marks[current] ?? { points: null, comment: "" };
  const before = quickComments(marks.map((mark) => mark.comment));
  panel.show(points, comment, before, useComment);
}

/** @param {number} i */
function go(i) {
  if (!answers.length) return;
  cards[current].removeAttribute("aria-current");
  current = Math.min(answers.length - 1, Math.max(0, i));
  cards[current].setAttribute("aria-current", "true");
  cards[current].append(panel.root);
  showPanel();
  cards[current].focus({ preventScroll: true });
  reveal();
}

/** The whole card in the window, or its panel if the card is higher. */
function reveal() {
  if (!answers.length) return;
  cards[current].scrollIntoView({ block: "nearest" });
  panel.root.scrollIntoView({ block: "nearest" });
}

/** @param {Partial<Mark>} more */
function change(more) {
  const ids = answers[current].students.map((student) => students[student][0]);
  marks[current] = { ...marks[current], ...more, saved: false, students: ids };
  notes[current] = "";
  kept.set(page.exercise, answers[current].key, marks[current]);
  showMark(cards[current], marks[current], "");
  showProgress();
}

/** @param {number | null} points */
function give(points) {
  if (points !== null && points > page.most) {
    say(`This question is worth ${several(page.most, "point")} at most.`);
    return;
  }
  change({ points });
  showPanel();
  say(points === null ? "No points yet." : `${several(points, "point")}.`);
  cards[current].focus({ preventScroll: true });
}

/** @param {string} text */
function useComment(text) {
  change({ comment: toggled(marks[current].comment, text) });
  showPanel();
  cards[current].focus({ preventScroll: true });
}

/** Go on; the proposed points of those who wrote nothing are given. */
function accept() {
  if (answers[current].isEmpty && marks[current].points === null) give(0);
  if (current === answers.length - 1) {
    const open = marks.filter(({ points }) => points === null).length;
    const what = `${several(open, "answer")} ${open === 1 ? "has" : "have"} no points yet: n goes there.`;
    say(`This was the last one. ${open ? what : "All have points."}`);
    showPanel();
    cards[current].focus({ preventScroll: true });
  } else go(current + 1);
}

function nextOpen() {
  const order = [...answers.keys()].map((i) => (current + 1 + i) % answers.length);
  const open = order.find((i) => i < nAnswers && marks[i].points === null);
  if (open === undefined) say("All answers have points.");
  else go(open);
}

/** @type {Record<string, () => void>} */
const KEYS = {
  Enter: accept,
  ArrowRight: () => go(current + 1),
  ArrowLeft: () => go(current - 1),
  ArrowUp: () => give(stepped(marks[current].points, 1, page.most)),
  ArrowDown: () => give(stepped(marks[current].points, -1, page.most)),
  Backspace: () => give(null),
  c: () => panel.input.focus(),
  n: nextOpen,
};

/** @param {KeyboardEvent} event */
function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !answers.length) return;
  const target = /** @type {Element} */ (event.target);
  if (target === panel.input) {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    if (event.key === "Enter") accept();
    else go(current);
    return;
  }
  if (!(/** @type {HTMLInputElement} */ (part("keys")).checked)) return;
  const isAnswer = target === document.body || target === cards[current] || panel.root.contains(target);
  if (!isAnswer) return;
  if (target.matches("button") && event.key === "Enter") return; // which presses the button
  const quick = quickComments(marks.map((mark) => mark.comment))[LETTERS.indexOf(event.key)];
  const action = /^[0-9]$/.test(event.key)
    ? () => give(Number(event.key))
    : (KEYS[event.key] ?? (quick && LETTERS.includes(event.key) ? () => useComment(quick) : undefined));
  if (!action) return;
  event.preventDefault();
  action();
}

function mount() {
  part("answers").append(...cards);
  cards.forEach((card, i) => {
    card.addEventListener("click", (event) => {
      const isSelecting = !document.getSelection()?.isCollapsed;
      if (i !== current && !isSelecting && event.target instanceof Element) go(i);
    });
  });
  document.addEventListener("keydown", press);
  const button = part("names");
  button.addEventListener("click", () => {
    const isShown = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(isShown));
    for (const each of document.querySelectorAll(".names")) {
      if (each instanceof HTMLElement) each.hidden = !isShown;
    }
  });
  tellAgain = tellKeeping(kept);
  mountFiles(kept, page.folder, read);
  window.addEventListener("storage", read); // marked on another page
  read();
  const first = marks.slice(0, nAnswers).findIndex((mark) => mark.points === null);
  go(Math.max(0, first));
  // A browser scrolls to where the page was before it was loaded again, and only then lays out cards.
  const back = () => requestAnimationFrame(() => reveal());
  if (document.readyState === "complete") back();
  else window.addEventListener("load", back, { once: true });
}

mount();
