// Marks that are kept in the browser until they are saved: by class, by question, by answer.

import { byPlace, pointsOf } from "./table.js";

/** @typedef {import("./table.js").Row} Row */
/** @typedef {{ points: number | null, comment: string, saved: boolean, students: string[] }} Mark */
/** @typedef {Record<string, Mark>} Marks by the key of an answer */

const FOLDER = "gmm-answers/";

/** @param {unknown} mark */
function isMark(mark) {
  const { points, comment, students } = /** @type {Mark} */ (mark ?? {});
  const isNumber = points === null || Number.isFinite(points);
  return isNumber && typeof comment === "string" && Array.isArray(students);
}

/** @param {string} text */
function checksum(text) {
  let sum = text.length;
  for (let i = 0; i < text.length; i++) sum = (Math.imul(sum, 31) + text.charCodeAt(i)) | 0;
  return sum;
}

export class Kept {
  /**
   * @param {string} session  of the class
   * @param {string} earlier  the text of points.csv as it was when the page was written
   */
  constructor(session, earlier) {
    this.prefix = `${FOLDER}${session}/`;
    /** Whether the browser keeps nothing, so that all is lost with the page. */
    this.isRefused = false;
    /** @type {Map<string, string>} what the browser would not keep */
    this.memory = new Map();
    this.earlier = earlier;
    this.over = checksum(earlier);
  }

  /** @param {string} key */
  #text(key) {
    const own = this.memory.get(key);
    if (own !== undefined) return own;
    try {
      return localStorage.getItem(this.prefix + key);
    } catch {
      this.isRefused = true;
      return null;
    }
  }

  /**
   * @param {string} key
   * @param {string} text
   */
  #keep(key, text) {
    try {
      localStorage.setItem(this.prefix + key, text);
      this.memory.delete(key);
    } catch {
      this.isRefused = true;
      this.memory.set(key, text);
    }
  }

  /** Whether anything can be kept: told before the first mark. */
  test() {
    this.#keep("test", "1");
    try {
      localStorage.removeItem(`${this.prefix}test`);
    } catch {
      this.memory.delete("test");
    }
    return !this.isRefused;
  }

  /**
   * The marks of one question.
   * @param {string} exercise
   * @returns {Marks}
   */
  marks(exercise) {
    try {
      const marks = JSON.parse(this.#text(`marks/${exercise}`) ?? "{}");
      return Object.fromEntries(Object.entries(marks).filter(([, mark]) => isMark(mark)));
    } catch {
      return {}; // something else has been written there
    }
  }

  /**
   * Keep one mark: pages that are open twice do not lose each other's.
   * @param {string} exercise
   * @param {string} answer
   * @param {Mark} mark
   */
  set(exercise, answer, mark) {
    this.#keep(`marks/${exercise}`, JSON.stringify({ ...this.marks(exercise), [answer]: mark }));
  }

  /** Names of the questions of which there are marks, as far as this page sees them. */
  exercises() {
    const start = `${this.prefix}marks/`;
    const names = [...this.memory.keys()].map((key) => this.prefix + key);
    try {
      names.push(...Object.keys(localStorage));
    } catch {
      this.isRefused = true;
    }
    const own = names.filter((name) => name.startsWith(start)).map((name) => name.slice(start.length));
    return [...new Set(own)].sort();
  }

  /** The text of the points.csv that was saved or loaded last, or of the one the page came with. */
  base() {
    try {
      const loaded = JSON.parse(this.#text("loaded") ?? "null");
      if (loaded?.over === this.over && typeof loaded.text === "string") return loaded.text;
    } catch {
      // Then there is none.
    }
    return this.earlier;
  }

  /** @param {string} text */
  load(text) {
    this.#keep("loaded", JSON.stringify({ over: this.over, text }));
  }

  /**
   * All rows: those of before, changed by the marks that are kept.
   * @param {Row[]} before
   */
  rows(before) {
    const rows = byPlace(before);
    for (const exercise of this.exercises()) {
      for (const { points, comment, saved, students } of Object.values(this.marks(exercise))) {
        for (const student of students) {
          const row = { student, exercise, points: points === null ? "" : String(points), comment };
          const [place] = byPlace([row]).keys();
          if (saved && rows.has(place)) continue; // the file has been changed since, perhaps
          if (points === null) rows.delete(place);
          else rows.set(place, row);
        }
      }
    }
    return [...rows.values()];
  }

  /** Note that all marks are in a file. */
  markSaved() {
    for (const exercise of this.exercises()) {
      const marks = this.marks(exercise);
      for (const mark of Object.values(marks)) mark.saved ||= mark.points !== null || !mark.comment;
      this.#keep(`marks/${exercise}`, JSON.stringify(marks));
    }
  }

  /** How many answers have a mark that is in no file yet. */
  unsaved() {
    const marks = this.exercises().flatMap((exercise) => Object.values(this.marks(exercise)));
    return marks.filter((mark) => !mark.saved).length;
  }
}

/**
 * What rows say of students who wrote the same: their common mark, or that there are several.
 * @param {Map<string, Row>} rows
 * @param {string} exercise
 * @param {string[]} students
 * @returns {{ mark: Mark | null, isMixed: boolean }}
 */
export function markOf(rows, exercise, students) {
  const found = students.map((student) => rows.get(JSON.stringify([exercise, student])));
  const texts = new Set(found.map((row) => (row ? JSON.stringify([row.points, row.comment]) : "")));
  const [first] = found;
  if (texts.size > 1) return { mark: null, isMixed: true };
  if (!first) return { mark: null, isMixed: false };
  const points = pointsOf(first.points);
  return { mark: { points, comment: first.comment, saved: true, students }, isMixed: false };
}
