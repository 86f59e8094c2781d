// What marks an answer: points, a comment, and comments of before.

import { put } from "./cards.js";

const STEP = 0.5;
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
 * A comment with another one added, or taken out if it is there.
 * @param {string} comment
 * @param {string} more
 */
export function toggled(comment, more) {
  const parts = comment
    .split("; ")
    .map((each) => each.trim())
    .filter(Boolean);
  const others = parts.filter((each) => each !== more);
  return (others.length < parts.length ? others : [...parts, more]).join("; ");
}

/**
 * The comments of before, the most used first, without what they are put together from.
 * @param {string[]} comments
 */
export function quickComments(comments) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const each of comments.flatMap((comment) => comment.split("; "))) {
    const text = each.trim();
    if (text) counts.set(text, (counts.get(text) ?? 0) + 1);
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
  if (points === null) return direction > 0 ? 0 : most;
  return Math.min(most, Math.max(0, points + direction * STEP));
}
