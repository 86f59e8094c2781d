// In front of a class: the two pictures fill the screen, and what is pressed fades until it is needed.

/** @typedef {import("./layout.js").Layout} Layout */

const QUIET = 2500; // milliseconds without a movement or a key, before controls fade
const SIZE = 18; // CSS pixels of type on a screen of 720 lines; on larger ones, all of a picture grows

/**
 * As large as the screen allows: not only the type, but lines and marks, too.
 * @template {{size: number, scale: number}} Look
 * @param {Look} look
 * @returns {Look}
 */
export function grown(look) {
  return { ...look, size: SIZE, scale: (look.scale * look.size) / SIZE };
}

export class Presenter {
  /**
   * @param {Pick<Layout, "element" | "stage" | "presents">} layout
   * @param {() => void} resize is called when the pictures may have another size
   */
  constructor({ element, stage, presents }, resize) {
    this.element = element;
    this.stage = stage;
    this.button = presents;
    this.resize = resize;
    this.timer = 0;
    this.button.addEventListener("click", () => this.toggle());
    this.wake = () => this._wake();
    for (const name of ["pointermove", "pointerdown", "keydown", "focusin"]) {
      element.addEventListener(name, this.wake);
    }
    // Esc ends full screen without telling the page which key it was.
    this.left = () => this.isFull && document.fullscreenElement !== element && this.leave();
    this.isFull = false;
    this.turns = 0; // how often it was entered: only the last time counts
    /** @type {Promise<void> | undefined} */
    this.leaving = undefined; // full screen
    document.addEventListener("fullscreenchange", this.left);
  }

  close() {
    this.leave();
    document.removeEventListener("fullscreenchange", this.left);
  }

  get isOn() {
    return this.element.classList.contains("emx-presenting");
  }

  toggle() {
    if (this.isOn) this.leave();
    else this.enter();
  }

  async enter() {
    const turn = ++this.turns;
    this._show(true);
    this.stage.focus({ preventScroll: true });
    try {
      if (this.leaving) await this.leaving; // what is on its way out would take this along
      if (!this.isOn) return;
      if (document.fullscreenElement !== this.element) await this.element.requestFullscreen();
      this.isFull = true;
      if (!this.isOn) this._shrink(); // left in the meantime
    } catch {
      if (this.isOn && turn === this.turns) this._cover();
    }
    this.resize();
  }

  // Without full screen, the page: as a popover nothing lies above it, and nothing around it cuts it off.
  _cover() {
    this.element.setAttribute("popover", "manual");
    this.element.showPopover?.();
    this.stage.focus({ preventScroll: true });
  }

  /** @returns {boolean} whether there was something to leave */
  leave() {
    if (!this.isOn) return false;
    this._show(false);
    this._shrink();
    this.resize();
    return true;
  }

  _shrink() {
    this.element.removeAttribute("popover");
    if (this.isFull && document.fullscreenElement === this.element) this._exit();
    this.isFull = false;
  }

  _exit() {
    const done = () => (this.leaving = undefined);
    this.leaving = document.exitFullscreen().then(done, done);
  }

  /** @param {boolean} isOn */
  _show(isOn) {
    this.element.classList.toggle("emx-presenting", isOn);
    this.button.setAttribute("aria-pressed", String(isOn));
    this._wake();
  }

  _wake() {
    clearTimeout(this.timer);
    this.element.classList.remove("emx-quiet");
    if (this.isOn) this.timer = window.setTimeout(() => this.element.classList.add("emx-quiet"), QUIET);
  }
}
