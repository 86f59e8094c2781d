// What is around an explorer and may change: its size, the theme of the page, the focus.

import { grown } from "./presenter.js";
import { lookOf } from "../drawing/look.js";

const LOOK_AGAIN = 500; // milliseconds
const PRINTING = ["beforeprint", "afterprint"];

export class Surroundings {
  /**
   * @param {import("./layout.js").Layout} layout
   * @param {import("./screen.js").Screen} screen
   * @param {(text: string) => void} say
   */
  constructor(layout, screen, say) {
    this.layout = layout;
    this.screen = screen;
    this.say = say;
    this.sizes = new ResizeObserver(() => this.resize());
    for (const panel of layout.panels) this.sizes.observe(panel);
    this.themes = new MutationObserver(() => this.restyle());
    this.themes.observe(document.body, { attributes: true });
    this.scheme = matchMedia("(prefers-color-scheme: dark)");
    this.changed = () => this.restyle();
    this.scheme.addEventListener("change", this.changed);
    /** @param {Event} event */
    this.printing = ({ type }) => this._print(type === "beforeprint");
    for (const type of PRINTING) window.addEventListener(type, this.printing);
    // Zoom, or another screen: a pixel may become smaller while nothing else changes, and not every
    // browser has an event for it.
    this.pixels = setInterval(() => this.ratio !== window.devicePixelRatio && this.resize(), LOOK_AGAIN);
    layout.element.addEventListener("click", (/** @type {MouseEvent} */ event) => this._refocus(event));
  }

  close() {
    this.sizes.disconnect();
    this.themes.disconnect();
    this.scheme.removeEventListener("change", this.changed);
    for (const type of PRINTING) window.removeEventListener(type, this.printing);
    clearInterval(this.pixels);
  }

  resize() {
    this.ratio = window.devicePixelRatio;
    const scale = this.ratio || 1;
    const { left, right, panels } = this.layout;
    for (const [at, canvas] of [left, right].entries()) {
      const { clientWidth, clientHeight } = panels[at];
      const [width, height] = [Math.round(clientWidth * scale), Math.round(clientHeight * scale)];
      if (!width || !height || (canvas.width === width && canvas.height === height)) continue;
      canvas.width = width;
      canvas.height = height;
    }
    this.restyle();
    if (this.screen.look) this.screen.draw(); // at once: a resized canvas is empty
  }

  restyle() {
    const { element, left, stage } = this.layout;
    if (!element.isConnected || !left.clientWidth) return;
    const look = lookOf(stage, left.width / left.clientWidth);
    element.style.setProperty("--emx-e", look.E);
    element.style.setProperty("--emx-m", look.M);
    element.style.setProperty("--emx-badge-ink", look.dark ? "#000" : "#fff");
    this.screen.look = element.classList.contains("emx-presenting") ? grown(look) : look;
    this.screen.redraw();
  }

  /**
   * On paper everything is dark on light.
   * @param {boolean} isOnPaper
   */
  _print(isOnPaper) {
    this.layout.element.classList.toggle("emx-on-paper", isOnPaper);
    this.resize();
  }

  toggleLarge() {
    const large = this.layout.element.classList.toggle("emx-large");
    requestAnimationFrame(() => this.restyle());
    return large;
  }

  toggleFullScreen() {
    const refused = () => this.say("The browser does not allow full screen here.");
    if (document.fullscreenElement) document.exitFullscreen();
    else this.layout.element.requestFullscreen?.().catch(refused);
  }

  /**
   * After a click the keys should work on the pictures; who uses Tab keeps the focus.
   * @param {MouseEvent} event
   */
  _refocus(event) {
    const target = /** @type {Element} */ (event.target);
    const kind = target.closest?.("button, canvas, input[type=checkbox], input[type=range]");
    const byMouse = event.detail > 0 && kind && !kind.closest(".emx-atlas, .emx-own");
    if (byMouse) this.layout.stage.focus({ preventScroll: true });
  }
}
