// @ts-nocheck: written anew with issue 17
// Without Python an explorer plays what it holds: what else it cannot do is switched off, and it says why.

import { remedyAt } from "../controls/words.js";

const GONE =
  "Python no longer holds this explorer: it plays what it has, and computes nothing else until you";

export class Limits {
  constructor(app) {
    this.app = app;
    this.reason = "";
  }

  // A page on disk holds one data set, one start and one reg_covar.
  ofPage() {
    const { app } = this;
    const { data, start } = app.config;
    this._set(
      `This page holds runs of the data ${data} from the start ${start}; other choices, dragging ` +
        "and adding points need Python.",
    );
    app.controls.fix(this.reason);
  }

  // In a notebook, or in a page that a server made of one.
  ofKernel(alive) {
    const { app } = this;
    const reason = alive ? "" : `${GONE} ${remedyAt(app.element)}.`;
    if (reason === this.reason) return;
    app.source.canRun = alive;
    this._set(reason);
    app.waiting.end();
    app.showNote();
    if (alive || !app.trace) app.load();
    else if (!app.source.has(app.config)) this._goBack();
    else app.redraw();
  }

  // What was chosen last will not be computed any more.
  _goBack() {
    const { app } = this;
    app.change(app.shown);
    app.say(app.source.missing);
  }

  _set(reason) {
    this.reason = reason;
    this.app.own.limit(reason);
    for (const canvas of [this.app.left, this.app.right]) {
      canvas.previousElementSibling.hidden = true;
      canvas.removeAttribute("aria-hidden");
    }
  }

  // Images stay where a page is printed, copied or saved, and drawings do not.
  keepStills() {
    if (!this.reason) return;
    for (const canvas of [this.app.left, this.app.right]) {
      const still = canvas.previousElementSibling;
      still.src = canvas.toDataURL();
      still.alt = canvas.getAttribute("aria-label");
      still.hidden = false;
      canvas.setAttribute("aria-hidden", "true");
    }
  }
}
