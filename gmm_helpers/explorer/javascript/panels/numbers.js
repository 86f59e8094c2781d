// What the pictures show, as a table and two sentences: for screen readers, and to copy numbers from.

import { make } from "../controls/dom.js";
import { announce, number, position } from "../controls/words.js";
import { componentsOf } from "../summary/components.js";
import { groupsOf } from "../summary/groups.js";
import { plateauOf } from "../summary/plateau.js";

/** @typedef {import("../runs/trace.js").Trace} Trace */

const SCROLLS = { class: "emx-scroll", tabindex: "0", role: "region", "aria-label": "components in numbers" };

/** @param {(number | string)[]} items */
const list = (items) => items.join(", ").replace(/, ([^,]*)$/, " and $1");

export class NumbersPanel {
  /** @param {{scene: import("../app/scene.js").Scene}} app */
  constructor(app) {
    this.app = app;
    this.caption = make("caption", {});
    this.head = make("thead", {});
    this.body = make("tbody", {});
    this.groups = make("p", {});
    this.curve = make("p", {});
    this.element = make(
      "details",
      { class: "emx-numbers", ontoggle: () => this.show() },
      make("summary", {}, "In numbers"),
      make("div", SCROLLS, make("table", {}, this.caption, this.head, this.body)),
      this.groups,
      this.curve,
    );
  }

  // Once nothing moves, and only where somebody looks.
  show() {
    const { trace, h, data } = this.app.scene;
    if (!this.element.open || !trace || !data) return;
    this.caption.textContent = `${announce(h)}: ${position(trace, h)}`;
    const of = data.D > 1 ? (data.labels.length === data.D ? data.labels : features(data.D)) : data.labels;
    const heads = [
      "component",
      "weight",
      "N_k",
      ...of.map((label) => `mean of ${label}`),
      ...of.map((label) => `standard deviation of ${label}`),
      ...(data.D === 2 ? ["correlation"] : []),
      "mean moved by",
    ];
    this.head.replaceChildren(make("tr", {}, ...heads.map((text) => make("th", { scope: "col" }, text))));
    this.body.replaceChildren(
      ...componentsOf(trace, h).map(({ weight, count, mean, deviations, correlation, moved }, k) => {
        const known = [...mean, ...deviations, ...(data.D === 2 ? [correlation ?? NaN] : []), moved];
        const cells = [number(weight), count === null ? "–" : number(count), ...known.map(number)];
        return make(
          "tr",
          {},
          make("th", { scope: "row" }, String(k)),
          ...cells.map((text) => make("td", {}, text)),
        );
      }),
    );
    this.groups.textContent = groupsInWords(trace, h);
    this.curve.textContent = plateauInWords(trace);
  }
}

/** @param {number} D */
const features = (D) => Array.from({ length: D }, (_, i) => `feature ${i}`);

/**
 * @param {Trace} trace
 * @param {number} h
 */
export function groupsInWords(trace, h) {
  const found = groupsOf(trace, h);
  if (!found) return "";
  const { shared, joined } = found;
  const parts = [
    ...shared.map(({ group, components }) => `Components ${list(components)} share group ${group}.`),
    ...joined.map(({ component, groups }) => `Component ${component} holds groups ${list(groups)}.`),
  ];
  return parts.join(" ") || "No group is shared, and no component holds two groups.";
}

/** @param {Trace} trace */
export function plateauInWords(trace) {
  const found = plateauOf(trace.nll);
  if (!found) return "";
  const { from, to, steepest, falls } = found;
  const fall = trace.nll[falls - 1] - trace.nll[falls];
  return (
    `From iteration ${from} to ${to} the curve is nearly flat: the NLL falls by at most ${number(steepest)} per ` +
    `iteration. In iteration ${falls} it falls by ${number(fall)}.`
  );
}
