// What is said while Python has not answered: a picture of another choice must not look like this one.

import { remedyAt } from "../controls/words.js";

const SOON = 500; // milliseconds; before, nobody would notice
const LONG = 8000; // milliseconds; more than a student's function may take

export class Waiting {
  /**
   * @param {HTMLElement} element the explorer
   * @param {HTMLElement} problem the line where it is said
   */
  constructor(element, problem) {
    this.element = element;
    this.problem = problem;
    this.before = ""; // a problem of the choice, which stands there again once Python has answered
    /** @type {number[]} */
    this.timers = [];
  }

  begin(shown = "Still showing the previous pictures.") {
    this.end();
    this.element.setAttribute("aria-busy", "true");
    this._later(SOON, `Waiting for Python. ${shown}`);
    this._later(
      LONG,
      "Python is not answering. If it is busy, this continues by itself; if it was restarted or has stopped, " +
        `${remedyAt(this.element)}. ${shown}`,
    );
  }

  /**
   * @param {number} wait
   * @param {string} text
   */
  _later(wait, text) {
    this.timers.push(window.setTimeout(() => this._say(text), wait));
  }

  /** @param {string} text */
  _say(text) {
    if (!this.element.dataset.waiting) this.before = this.problem.textContent ?? "";
    this.element.dataset.waiting = "yes";
    this.problem.textContent = text;
  }

  end() {
    this.timers.forEach(clearTimeout);
    this.timers = [];
    if (this.element.dataset.waiting) this.problem.textContent = this.before;
    delete this.element.dataset.waiting;
    this.element.removeAttribute("aria-busy");
  }
}
