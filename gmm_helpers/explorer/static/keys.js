// Which key does what. Keys of a focused control stay with the control.

import { PRIVATE } from "./dom.js";

const ACTIONS = {
  ArrowRight: ["move", 1],
  ArrowLeft: ["move", -1],
  ArrowUp: ["move", 2],
  ArrowDown: ["move", -2],
  Home: ["first"],
  End: ["last"],
  " ": ["play"],
  K: ["change", "n_components", 1],
  k: ["change", "n_components", -1],
  S: ["change", "seed", 1],
  s: ["change", "seed", -1],
  "+": ["faster", 1],
  "-": ["faster", -1],
  f: ["fullscreen"],
};

const ARROWS = ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End"];

export function actionOf(key, target = {}, modified = false) {
  if (modified || !Object.hasOwn(ACTIONS, key)) return null;
  const { tag = "", type = "" } = target;
  const typing = tag === "INPUT" && !["checkbox", "radio", "range"].includes(type);
  if (typing || tag === "SELECT" || tag === "TEXTAREA") return null;
  if (key === " " && ["BUTTON", "SUMMARY", "INPUT"].includes(tag)) return null;
  if (ARROWS.includes(key) && type === "range") return null;
  return ACTIONS[key];
}

export class Keyboard {
  constructor(app) {
    this.app = app;
    app.element.addEventListener("keydown", (event) => this._pressed(event));
    this.lend = (event) => this._lend(event);
    window.addEventListener("keydown", this.lend, true);
  }

  close() {
    window.removeEventListener("keydown", this.lend, true);
  }

  // With Ctrl or Cmd it is the notebook's: Ctrl-S saves, also when the focus is here.
  _lend({ target, ctrlKey, metaKey }) {
    if (!(ctrlKey || metaKey) || !this.app.element.contains(target) || !target.hasAttribute(PRIVATE)) return;
    target.removeAttribute(PRIVATE);
    setTimeout(() => target.setAttribute(PRIVATE, "true"), 0);
  }

  _pressed(event) {
    const { tagName, type } = event.target;
    const action = actionOf(event.key, { tag: tagName, type }, event.ctrlKey || event.metaKey || event.altKey);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    this._do(...action);
  }

  _do(name, ...rest) {
    const { app } = this;
    const actions = {
      move: (by) => app.move(by),
      first: () => app.go(0),
      last: () => app.go(Infinity),
      play: () => app.player.toggle(),
      change: (what, by) => app.step(what, by),
      faster: (by) => app.player.faster(by),
      fullscreen: () => app.surroundings.toggleFullScreen(),
    };
    actions[name](...rest);
  }
}
