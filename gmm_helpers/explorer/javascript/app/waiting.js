// @ts-nocheck: written anew with issue 17
// What is said while Python has not answered: a picture of another choice must not look like this one.

import { remedyAt } from "../controls/words.js";

export const SOON = 500; // milliseconds; before, nobody would notice
export const LONG = 8000; // milliseconds; more than a student's function may take

export class Waiting {
  constructor(app) {
    this.app = app;
    this.timers = [];
  }

  begin(shown = "Still showing the previous pictures.") {
    this.end();
    const { element } = this.app;
    element.setAttribute("aria-busy", "true");
    const later = (wait, text) => this.timers.push(setTimeout(() => this._say(text), wait));
    later(SOON, `Waiting for Python. ${shown}`);
    later(
      LONG,
      "Python is not answering. If it is busy, this continues by itself; if it was restarted or has stopped, " +
        `${remedyAt(element)}. ${shown}`,
    );
  }

  _say(text) {
    this.app.element.dataset.waiting = "yes";
    this.app.problem.textContent = text;
  }

  end() {
    this.timers.forEach(clearTimeout);
    this.timers = [];
    const { element, problem } = this.app;
    if (element.dataset.waiting) problem.textContent = "";
    delete element.dataset.waiting;
    element.removeAttribute("aria-busy");
  }
}
