// What is seen stands in the address of a page, so that a link leads to it.

import { addressOf, stateOf } from "../sharing/address.js";
import { fitting, stateFrom, takenApart } from "../sharing/seen.js";
import { COLORINGS } from "../controls/controls.js";
import { PICTURES } from "../controls/right_picture.js";

/** @typedef {import("../sharing/state.js").State} State */
/** @typedef {import("../runs/choice.js").Choice} Choice */

const LOOKS = ["color", "picture", "along"]; // beside what is on or off

export class PageAddress {
  /**
   * @param {any} options as of the page
   * @param {Choice} choice
   */
  constructor(options, choice) {
    const layers = Object.keys(options.layers).filter((name) => !LOOKS.includes(name));
    this.layers = layers;
    this.defaults = stateFrom(choice, options);
    this.choices = {
      data: options.data,
      starts: options.starts,
      layers,
      colorings: Object.keys(COLORINGS),
      pictures: Object.keys(PICTURES),
    };
    this.isAlone = !document.querySelector(".emx"); // several explorers would write into one address
    if (this.isAlone) window.addEventListener("hashchange", () => location.reload()); // somebody else's link
  }

  /** What the address asks for, and a sentence about what of it cannot be read. */
  read() {
    const address = this.isAlone ? location.hash : "";
    const { state, problems } = stateOf(address, this.choices, this.defaults);
    return { ...takenApart(state, this.layers), problems };
  }

  /** @param {State} state */
  linkTo(state) {
    const address = addressOf(fitting(state, this.defaults), this.defaults);
    return location.href.split("#")[0] + (address && `#${address}`);
  }

  /** @param {State} state */
  write(state) {
    if (!this.isAlone || document.querySelectorAll(".emx").length > 1) return;
    const link = this.linkTo(state);
    if (link === location.href) return;
    try {
      history.replaceState(history.state, "", link);
    } catch {
      // A page in a frame of another page may not.
    }
  }
}
