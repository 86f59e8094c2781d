// What is around an explorer and may change: its size, the theme of the page, the focus.

import { lookOf } from "../drawing/look.js";

const LOOK_AGAIN = 500; // milliseconds

export class Surroundings {
  /** @param {any} app */
  constructor(app) {
    this.app = app;
    this.sizes = new ResizeObserver(() => this.resize());
    for (const canvas of [app.left, app.right]) this.sizes.observe(canvas.parentElement);
    this.themes = new MutationObserver(() => this.restyle());
    this.themes.observe(document.body, { attributes: true });
    this.scheme = matchMedia("(prefers-color-scheme: dark)");
    this.changed = () => this.restyle();
    this.scheme.addEventListener("change", this.changed);
    // Zoom, or another screen: a pixel may become smaller while nothing else changes, and not every
    // browser has an event for it.
    this.pixels = setInterval(() => this.ratio !== window.devicePixelRatio && this.resize(), LOOK_AGAIN);
    app.element.addEventListener("click", (/** @type {MouseEvent} */ event) => this._refocus(event));
  }

  close() {
    this.sizes.disconnect();
    this.themes.disconnect();
    this.scheme.removeEventListener("change", this.changed);
    clearInterval(this.pixels);
  }

  resize() {
    this.ratio = window.devicePixelRatio;
    const scale = this.ratio || 1;
    for (const canvas of [this.app.left, this.app.right]) {
      const { clientWidth, clientHeight } = canvas.parentElement;
      const [width, height] = [Math.round(clientWidth * scale), Math.round(clientHeight * scale)];
      if (!width || !height || (canvas.width === width && canvas.height === height)) continue;
      canvas.width = width;
      canvas.height = height;
    }
    this.restyle();
    if (this.app.look) this.app.draw(); // at once: a resized canvas is empty
  }

  restyle() {
    const { app } = this;
    if (!app.element.isConnected || !app.left.clientWidth) return;
    app.look = lookOf(app.stage, app.left.width / app.left.clientWidth);
    app.element.style.setProperty("--emx-e", app.look.E);
    app.element.style.setProperty("--emx-m", app.look.M);
    app.element.style.setProperty("--emx-badge-ink", app.look.dark ? "#000" : "#fff");
    app.redraw();
  }

  toggleLarge() {
    const large = this.app.element.classList.toggle("emx-large");
    requestAnimationFrame(() => this.restyle());
    return large;
  }

  toggleFullScreen() {
    const { app } = this;
    if (document.fullscreenElement) document.exitFullscreen();
    else
      app.element.requestFullscreen?.().catch(() => app.say("The browser does not allow full screen here."));
  }

  /**
   * After a click the keys should work on the pictures; who uses Tab keeps the focus.
   * @param {MouseEvent} event
   */
  _refocus(event) {
    const target = /** @type {Element} */ (event.target);
    const kind = target.closest?.("button, canvas, input[type=checkbox], input[type=range]");
    const byMouse = event.detail > 0 && kind && !kind.closest(".emx-atlas, .emx-own");
    if (byMouse) this.app.stage.focus({ preventScroll: true });
  }
}
