// Somebody's own functions need Python: where it has gone, what cannot be done is switched off, and
// it is said why.

import { remedyAt } from "../controls/words.js";

const GONE =
  "Python no longer holds this explorer: it plays the runs of your functions that it has, and no others until you";

export class Limits {
  /**
   * @param {import("./layout.js").Layout} layout
   * @param {() => void} tell that the reason has changed
   */
  constructor(layout, tell) {
    this.layout = layout;
    this.tell = tell;
    this.reason = "";
    this.isAlone = false; // in a page, where nothing else draws the pictures again
  }

  /** @param {boolean} alive */
  ofKernel(alive) {
    this.reason = alive ? "" : `${GONE} ${remedyAt(this.layout.element)}.`;
    this.layout.own.limit(this.reason);
    this.layout.table.limit(this.reason);
    this.tell();
  }

  // Images stay where a page is printed, copied or saved, and drawings do not.
  keepStills() {
    if (!this.isAlone) return;
    for (const canvas of [this.layout.left, this.layout.right]) {
      const still = /** @type {HTMLImageElement} */ (canvas.previousElementSibling);
      still.src = canvas.toDataURL();
      still.alt = canvas.getAttribute("aria-label") ?? "";
      still.hidden = false;
      canvas.setAttribute("aria-hidden", "true");
    }
  }
}
