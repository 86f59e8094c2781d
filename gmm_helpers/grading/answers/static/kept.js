// Marks that are kept in the browser until they are saved: by class, by question, by answer.

import { byPlace, placeOf, pointsOf, readRows } from "./table.js";

/** @typedef {import("./table.js").Row} Row */
/**
 * @typedef {object} Mark
 * @property {number | null} points
 * @property {string} comment
 * @property {boolean} saved  whether it is in a file
 * @property {string[]} students
 * @property {boolean} [isOld]  whether the answer has changed since
 */
/** @typedef {Record<string, Mark>} Marks by the key of an answer */

const FOLDER = "gmm-answers/";
const OLD = "old "; // before the key of an answer: marks of students who wrote it, and do not any more

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
    const marks = this.marks(exercise);
    const own = new Set(mark.students);
    for (const each of Object.values(marks)) {
      if (each.isOld) each.students = each.students.filter((student) => !own.has(student));
    }
    this.#keep(`marks/${exercise}`, JSON.stringify({ ...marks, [answer]: mark }));
  }

  /**
   * Put marks aside of students who have handed in another text since.
   * @param {string} exercise
   * @param {Map<string, string[]>} answers  who wrote each text, by its key
   * @returns {Set<string>}  students whose mark was for another text
   */
  putAside(exercise, answers) {
    const before = this.marks(exercise);
    /** @type {Marks} */
    const marks = {};
    for (const [name, mark] of Object.entries(before)) {
      const key = name.replace(OLD, "");
      const now = answers.get(key) ?? [];
      const there = new Set(now);
      const gone = mark.students.filter((student) => !there.has(student));
      const isHere = !mark.isOld || gone.length < mark.students.length;
      if (now.length && isHere) marks[key] ??= { ...mark, students: now, isOld: false };
      const others = marks[OLD + key]?.students ?? [];
      if (gone.length) marks[OLD + key] = { ...mark, students: [...others, ...gone], isOld: true };
    }
    const text = JSON.stringify(marks);
    if (text !== JSON.stringify(before)) this.#keep(`marks/${exercise}`, text);
    return new Set(Object.values(marks).flatMap(({ isOld, students }) => (isOld ? students : [])));
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
      for (const { points, comment, saved, students, isOld } of Object.values(this.marks(exercise))) {
        if (isOld) continue;
        for (const student of students) {
          const row = { student, exercise, points: points === null ? "" : String(points), comment };
          const place = placeOf(exercise, student);
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

  /** How many answers have a mark that is in no file yet: of somebody who came later, perhaps. */
  unsaved() {
    const rows = byPlace(readRows(this.base()) ?? []);
    return this.exercises()
      .flatMap((exercise) => Object.values(this.marks(exercise)).map((mark) => ({ exercise, ...mark })))
      .filter(({ exercise, points, saved, students, isOld }) => {
        const isNew = (/** @type {string} */ student) => !rows.has(placeOf(exercise, student));
        return !isOld && (!saved || (points !== null && students.some(isNew)));
      }).length;
  }
}

/**
 * What rows say of students who wrote the same: their common mark, if all have it.
 * @param {Map<string, Row>} rows
 * @param {string} exercise
 * @param {string[]} students
 * @returns {{ mark: Mark | null, count: number, isMixed: boolean }}  how many have any
 */
export function markOf(rows, exercise, students) {
  const found = students
    .map((student) => rows.get(placeOf(exercise, student)))
    .filter((row) => row !== undefined);
  const isMixed = new Set(found.map((row) => JSON.stringify([row.points, row.comment]))).size > 1;
  const [first] = found;
  if (!first || isMixed) return { mark: null, count: found.length, isMixed };
  const mark = { points: pointsOf(first.points), comment: first.comment, saved: true, students };
  return { mark, count: found.length, isMixed };
}
