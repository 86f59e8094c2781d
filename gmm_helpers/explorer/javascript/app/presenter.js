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
    this.isFull = false;
    this.isChanging = false;
    this.left = () => this._noticeEsc();
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

  enter() {
    this._show(true);
    this.stage.focus({ preventScroll: true });
    return this._settle();
  }

  // One change after the other: two that are on their way would undo each other. The last press counts.
  async _settle() {
    if (this.isChanging) return;
    this.isChanging = true;
    while (this.isOn !== this.isFull) {
      const wanted = this.isOn;
      try {
        await (wanted ? this.element.requestFullscreen() : document.exitFullscreen());
        this.isFull = wanted;
      } catch {
        this.isFull = false;
        if (wanted && this.isOn) this._cover();
        if (wanted) break;
      }
    }
    this.isChanging = false;
    this._noticeEsc();
    this.resize();
  }

  // Esc ends full screen without telling the page which key it was.
  _noticeEsc() {
    if (this.isChanging || !this.isFull || document.fullscreenElement === this.element) return;
    this.isFull = false;
    this.leave();
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
    this.element.removeAttribute("popover");
    void this._settle();
    this.resize();
    return true;
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
