// What the picture beside the data shows, and over which parameter its curves are drawn.

import { ALONG, axesOf, nameOfParameter, parameterOf } from "../charts/axis.js";
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
  let axes = [ALONG];
  /** @type {(axis: string) => string} */
  let nameOf = () => "the M-step";
  const picture = choice("show", Object.values(PICTURES), (text) => {
    layers.picture = Object.keys(PICTURES).find((name) => PICTURES[name] === text);
    change({ picture: layers.picture });
    fit();
  });
  const axis = choice("along", [nameOf(ALONG)], (text) => {
    layers.axis = axes.find((known) => nameOf(known) === text);
    change({ axis: layers.axis });
  });
  const fit = () => {
    const { picture: name = "nll" } = layers;
    axis.element.hidden = name !== "bound";
    boxes.bound.element.hidden = name !== "nll";
    boxes.zoom.element.hidden = name === "bound";
  };
  picture.choose(PICTURES[layers.picture ?? "nll"] ?? PICTURES.nll);
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
    axis.choose(nameOf(layers.axis ?? ALONG));
  };
  return { elements: [picture.element, axis.element], show };
}
