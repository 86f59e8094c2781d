// What the picture beside the data shows, and over which parameter its curves are drawn.

import { axesOf, nameOfParameter, parameterOf } from "../charts/axis.js";
import { M_STEP } from "../sharing/state.js";
import { choice } from "./dom.js";

/** @typedef {import("../drawing/look.js").Layers} Layers */

/** @type {Record<string, string>} */
export const PICTURES = {
  nll: "NLL by iteration",
  bound: "bound as a curve",
  distance: "distance to the end (log)",
  entropy: "entropy of responsibilities",
};

/**
 * @param {Layers} layers
 * @param {(patch: Partial<Layers>) => void} change
 * @param {Record<string, {element: HTMLElement}>} boxes those of layers that not every picture has
 */
export function pictureControls(layers, change, boxes) {
  let axes = [M_STEP];
  /** @type {(axis: string) => string} */
  let nameOf = () => "the M-step";
  const picture = choice("show", Object.values(PICTURES), (text) => {
    change({ picture: Object.keys(PICTURES).find((name) => PICTURES[name] === text) });
  });
  const axis = choice("along", [nameOf(M_STEP)], (text) => {
    change({ along: axes.find((known) => nameOf(known) === text) });
  });
  const fit = () => {
    const { picture: name = "nll" } = layers;
    axis.element.hidden = name !== "bound";
    boxes.bound.element.hidden = name !== "nll";
    boxes.zoom.element.hidden = name === "bound";
    picture.choose(PICTURES[name]);
  };
  fit();
  /**
   * @param {number} K
   * @param {number} D
   */
  const show = (K, D) => {
    nameOf = (known) => {
      const parameter = parameterOf(known, K, D);
      return parameter ? nameOfParameter(parameter, D) : "the M-step";
    };
    axes = axesOf(K, D);
    axis.show(axes.map(nameOf));
    axis.choose(nameOf(layers.along ?? M_STEP));
  };
  return { elements: [picture.element, axis.element], show, fit };
}
