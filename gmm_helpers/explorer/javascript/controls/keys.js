// Which key does what. Keys of a focused control stay with the control.

/** @typedef {{ tag?: string, type?: string }} Target */
/** @typedef {Partial<Pick<KeyboardEvent, "key" | "shiftKey" | "altKey" | "ctrlKey" | "metaKey">>} Pressed */

/**
 * What keys need of the explorer.
 * @typedef {object} Keyed
 * @property {{choice: import("../runs/choice.js").Choice}} scene
 * @property {(patch: object) => void} choose
 * @property {(by: number) => void} move
 * @property {(h: number) => void} go
 * @property {{toggle: () => void, faster: (by: number) => void}} player
 * @property {{toggleFullScreen: () => void}} surroundings
 * @property {{touch: {step: (by: number) => void, letGo: () => boolean}}} inside
 * @property {{toggle: () => void, leave: () => boolean}} presenter
 * @property {{letGo: () => boolean}} drag
 * @property {{close: () => boolean}} stories
 */

// JupyterLab leaves the keys of a focused element with this attribute alone.
const PRIVATE = "data-lm-suppress-shortcuts";
const CELL = ".jp-Cell"; // where the focus goes on Esc
const ENTER = 13; // JupyterLab reads the number of a key
/** @type {Record<string, [string, ...any[]]>} */
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
  ".": ["sample", 1],
  ",": ["sample", -1],
  f: ["fullscreen"],
  p: ["present"],
  Escape: ["leave"],
};

// Before anything has the focus; the other keys scroll the page.
const AT_FIRST = [" ", "ArrowRight", "ArrowLeft"];
const ARROWS = ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End"];

/** @param {Target} target */
function isTyping({ tag = "", type = "" }) {
  return tag === "INPUT" && !["checkbox", "radio", "range"].includes(type);
}

/**
 * With Ctrl or Cmd a key is the notebook's (Ctrl-S saves), and so are those that run the cell.
 * @param {Pressed} event
 */
export function isLent({ key, shiftKey, altKey, ctrlKey, metaKey }) {
  return Boolean(ctrlKey || metaKey || (key === "Enter" && (shiftKey || altKey)));
}

/**
 * @param {string} key
 * @param {Target} target
 * @param {boolean} modified
 */
export function actionOf(key, target = {}, modified = false) {
  if (modified || !Object.hasOwn(ACTIONS, key)) return null;
  if (key === "Escape") return ACTIONS[key]; // from a field, too
  const { tag = "", type = "" } = target;
  if (isTyping(target) || tag === "SELECT" || tag === "TEXTAREA") return null;
  const pressed = ["BUTTON", "SUMMARY"].includes(tag) || (tag === "INPUT" && type !== "range");
  if (key === " " && pressed) return null;
  if (ARROWS.includes(key) && type === "range") return null;
  return ACTIONS[key];
}

/** @param {Element} element */
function isInView(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return top < innerHeight && bottom > 0;
}

export class Keyboard {
  /**
   * @param {HTMLElement} element the explorer
   * @param {HTMLElement} stage what has the focus while keys move the pictures
   * @param {{controls: string[], seeds: number[], counts: number[]}} options
   * @param {Keyed} app
   */
  constructor(element, stage, options, app) {
    this.element = element;
    this.stage = stage;
    this.options = options;
    this.app = app;
    element.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => this._pressed(event));
    /**
     * On the window: before JupyterLab, which listens on the document.
     * @param {KeyboardEvent} event
     */
    this.lend = (event) => element.contains(/** @type {Node} */ (event.target)) && this._lend(event);
    window.addEventListener("keydown", this.lend, true);
  }

  close() {
    window.removeEventListener("keydown", this.lend, true);
  }

  /**
   * Everything else is ours: without this, d d deletes the cell.
   * @param {KeyboardEvent} event
   */
  _lend(event) {
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
    const target = /** @type {HTMLInputElement} */ (event.target);
    const lent = isLent(event);
    target.toggleAttribute(PRIVATE, !lent);
    if (!(lent && key === "Enter" && isTyping({ tag: target.tagName, type: target.type }))) return;
    // From a field for numbers JupyterLab would not run the cell, but from beside it.
    event.preventDefault();
    event.stopImmediatePropagation();
    const { stage } = this;
    stage.focus();
    const again = { key, code: "Enter", keyCode: ENTER, shiftKey, altKey, ctrlKey, metaKey };
    stage.dispatchEvent(new KeyboardEvent("keydown", { ...again, bubbles: true, cancelable: true }));
  }

  /**
   * On a page of its own, where nothing has the focus: the first press moves the pictures, too.
   * @param {KeyboardEvent} event
   */
  takeUp(event) {
    const isFree = document.activeElement === document.body && !event.defaultPrevented;
    if (!isFree || event.shiftKey || !AT_FIRST.includes(event.key) || !isInView(this.stage)) return;
    this.stage.focus({ preventScroll: true });
    this._pressed(event);
  }

  // Lets go of what is dragged or touched, closes a story; then back to the notebook, where the arrow keys go from cell to cell.
  _leave() {
    const { inside, presenter, drag, stories } = this.app;
    if (drag.letGo() || inside.touch.letGo() || stories.close()) return;
    if (presenter.leave() || document.fullscreenElement) return;
    const cell = this.element.closest(CELL);
    if (cell instanceof HTMLElement) cell.focus();
    else /** @type {HTMLElement | null} */ (document.activeElement)?.blur();
  }

  /** @param {KeyboardEvent} event */
  _pressed(event) {
    const { tagName, type } = /** @type {HTMLInputElement} */ (event.target);
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    const action = actionOf(event.key, { tag: tagName, type }, modified);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    const [name, ...rest] = action;
    this._do(name, ...rest);
  }

  /**
   * @param {"seed" | "n_components"} name
   * @param {number} by
   */
  _change(name, by) {
    const { options } = this;
    if (!options.controls.includes(name)) return;
    const values = name === "seed" ? options.seeds : options.counts;
    const value = this.app.scene.choice[name] + by;
    if (values.includes(value)) this.app.choose({ [name]: value });
  }

  /**
   * @param {string} name
   * @param {any[]} rest
   */
  _do(name, ...rest) {
    const { app } = this;
    /** @type {Record<string, (...rest: any[]) => void>} */
    const actions = {
      move: (by) => app.move(by),
      first: () => app.go(0),
      last: () => app.go(Infinity),
      play: () => app.player.toggle(),
      change: (what, by) => this._change(what, by),
      faster: (by) => app.player.faster(by),
      sample: (by) => app.inside.touch.step(by),
      fullscreen: () => app.surroundings.toggleFullScreen(),
      present: () => app.presenter.toggle(),
      leave: () => this._leave(),
    };
    actions[name](...rest);
  }
}
