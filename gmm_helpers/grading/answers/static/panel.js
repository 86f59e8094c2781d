// What marks an answer: points, a comment, and comments of before.

import { put } from "./cards.js";

const STEP = 0.5;
const JOINT = "; "; // between comments that are put together
const MOST_BUTTONS = 13;
export const LETTERS = "abdefgh"; // of comments of before; c and n do something else

/** @param {number} most */
function pointsBy(most) {
  const step = most / STEP < MOST_BUTTONS ? STEP : 1;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
}

export class Panel {
  /**
   * @param {number} most
   * @param {(points: number) => void} give
   * @param {(comment: string) => void} comment
   */
  constructor(most, give, comment) {
    this.root = document.createElement("form");
    this.root.className = "panel";
    this.root.addEventListener("submit", (event) => event.preventDefault());
    const group = put(this.root, "fieldset");
    put(group, "legend", "", "Points");
    this.buttons = pointsBy(most).map((points) => {
      const button = put(group, "button", "", String(points));
      button.type = "button";
      button.addEventListener("click", () => give(points));
      return { points, button };
    });
    const label = put(this.root, "label", "", "Comment ");
    this.input = put(label, "input");
    this.input.type = "text";
    this.input.maxLength = 500;
    this.input.addEventListener("input", () => comment(this.input.value));
    this.quick = put(this.root, "div", "quick");
    this.quick.setAttribute("role", "group");
    this.quick.setAttribute("aria-label", "Comments of before");
  }

  /**
   * @param {number | null} points
   * @param {string} comment
   * @param {string[]} before  comments that can be used again
   * @param {(comment: string) => void} use
   */
  show(points, comment, before, use) {
    for (const each of this.buttons) {
      each.button.setAttribute("aria-pressed", String(each.points === points));
    }
    if (this.input.value !== comment) this.input.value = comment;
    this.quick.replaceChildren();
    this.quick.hidden = !before.length;
    before.forEach((text, i) => {
      const button = put(this.quick, "button");
      button.type = "button";
      put(button, "kbd", "", LETTERS[i]);
      button.append(` ${text}`);
      button.addEventListener("click", () => use(text));
    });
  }
}

/**
 * The comments that one is put together from: whole ones that were given before stay whole.
 * @param {string} comment
 * @param {string[]} [known]  comments that may be parts of it
 */
function partsOf(comment, known = []) {
  const longest = known.filter((each) => each.includes(JOINT)).sort((a, b) => b.length - a.length);
  /** @type {string[]} */
  const parts = [];
  let rest = comment.trim();
  while (rest) {
    const text = rest;
    const whole = longest.find((each) => text === each || text.startsWith(each + JOINT));
    const part = whole ?? text.split(JOINT, 1)[0];
    if (part.trim()) parts.push(part.trim());
    rest = text.slice(part.length + JOINT.length).trim();
  }
  return parts;
}

/**
 * A comment with another one added, or taken out if it is there.
 * @param {string} comment
 * @param {string} more
 */
export function toggled(comment, more) {
  const parts = partsOf(comment, [more]);
  const others = parts.filter((each) => each !== more);
  return (others.length < parts.length ? others : [...parts, more]).join(JOINT);
}

/**
 * The comments of before, the most used first, without what is put together from them.
 * @param {string[]} comments
 */
export function quickComments(comments) {
  const all = comments.map((each) => each.trim()).filter(Boolean);
  const whole = new Set(all);
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const comment of all) {
    const others = [...whole].filter((each) => each !== comment);
    const parts = partsOf(comment, others);
    // A semicolon in a sentence is none that buttons have put there.
    const used = parts.some((each) => whole.has(each) && each !== comment) ? parts : [comment];
    for (const text of used) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts]
    .sort((one, other) => other[1] - one[1])
    .slice(0, LETTERS.length)
    .map(([text]) => text);
}

/**
 * @param {number | null} points
 * @param {number} direction  1 or -1
 * @param {number} most
 */
export function stepped(points, direction, most) {
  if (points === null) return direction > 0 ? Math.min(STEP, most) : most;
  return Math.min(most, Math.max(0, points + direction * STEP));
}
