// The panel that asks for the map of where a mean may start, and says what its colours mean.

import { choice, make } from "../controls/dom.js";
import { number } from "../controls/words.js";
import { classOf, LEVELS, paintSwatch } from "../drawing/basins.js";

/** @typedef {import("../basins/ends.js").Group} Group */
/** @typedef {import("../drawing/look.js").Look} Look */
/**
 * What the panel asks for.
 * @typedef {object} Asked
 * @property {(isOpen: boolean) => void} onopen
 * @property {(k: number) => void} onchoose
 * @property {(dx: number, dy: number) => void} onwalk in cells, on the map
 * @property {() => void} onleave
 * @property {() => void} onstart from where one has walked to
 * @property {boolean} hasOwnSteps whether runs come from somebody's own functions
 */

/** @type {Record<string, [number, number]>} */
const STEPS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const FLAWS = { collapsed: "a component collapses", failed: "EM fails" };

/**
 * An end in words.
 * @param {import("../basins/ends.js").End | undefined} end
 * @param {number} best
 */
export function endInWords(end, best) {
  if (!end) return "not computed yet.";
  const { status, nll } = end;
  if (status === "collapsed" || status === "failed") return `${FLAWS[status]}.`;
  if (status === "unfinished") return `EM has not converged when it stops, at NLL ${number(nll)}.`;
  const above = nll - best > 0.1 ? `${number(nll - best)} above the best` : "the best";
  return `EM ends at NLL ${number(nll)}, ${above} of this map.`;
}

export class BasinPanel {
  /** @param {Asked} asked */
  constructor({ onopen, onchoose, onwalk, onleave, onstart, hasOwnSteps }) {
    this.which = choice("mean of component", [], (k) => onchoose(Number(k)));
    this.legend = make("p", { class: "emx-legend" });
    /** @type {Map<string, HTMLCanvasElement>} */
    this.swatches = new Map();
    this.progress = make("span", {});
    this.sentence = make("p", { class: "emx-sentence", role: "status" });
    const walk = make(
      "button",
      {
        type: "button",
        title: "arrow keys move on the map, Enter starts there",
        onfocus: () => onwalk(0, 0),
        onblur: onleave,
        onclick: (/** @type {MouseEvent} */ event) => event.detail === 0 && onstart(),
        onkeydown: (/** @type {KeyboardEvent} */ event) => {
          const step = STEPS[event.key];
          if (!step) return;
          event.preventDefault();
          event.stopPropagation();
          onwalk(...step);
        },
      },
      "Walk by arrow keys, Enter starts",
    );
    this.element = make(
      "details",
      { class: "emx-own emx-map", ontoggle: () => onopen(this.element.open) },
      make("summary", {}, "Where may a mean start?"),
      make(
        "p",
        {},
        "Each place of the picture has the colour of the end that EM reaches if this mean starts there, and all else " +
          "starts as it does now. A click starts there.",
        hasOwnSteps ? " These are the ends of the right E- and M-step." : "",
      ),
      make("div", { class: "emx-bar" }, this.which.element, walk),
      this.legend,
      this.sentence,
    );
  }

  /**
   * @param {number} K
   * @param {number} k
   */
  showChoice(K, k) {
    if (this.which.select.options.length !== K)
      this.which.show(Array.from({ length: K }, (_, j) => String(j)));
    this.which.choose(k);
  }

  /**
   * @param {Group[]} groups
   * @param {number} total
   * @param {Look} look
   */
  showGroups(groups, total, look) {
    const known = groups.reduce((sum, { count }) => sum + count, 0);
    this.progress.textContent = known < total ? `${known} of ${total} places` : "";
    /** @type {Map<number, Group>} */
    const classes = new Map();
    for (const group of groups) {
      const which = classOf(group);
      const before = classes.get(which);
      classes.set(which, { ...group, ...before, count: (before?.count ?? 0) + group.count });
    }
    this.legend.replaceChildren(
      ...[...classes].map(([which, group]) => {
        return make(
          "span",
          {},
          this._swatch(which, look),
          ` ${meaning(group)} (${percent(group.count / known)})`,
        );
      }),
      this.progress,
    );
  }

  /**
   * @param {number} which class
   * @param {Look} look
   */
  _swatch(which, look) {
    const key = `${which} ${look.dark}`;
    let swatch = this.swatches.get(key);
    if (!swatch) {
      swatch = make("canvas", { width: 24, height: 16, "aria-hidden": "true" });
      paintSwatch(swatch, which, look);
      this.swatches.set(key, swatch);
    }
    return swatch;
  }

  /** @param {string} text */
  say(text) {
    this.sentence.textContent = text;
  }
}

/** @param {Group} group the best one of those that look the same */
function meaning({ status, level, nll }) {
  if (status === "collapsed" || status === "failed") return FLAWS[status];
  const rank = level === 0 ? ", the best here" : level >= LEVELS - 1 ? " and more" : "";
  return `NLL ${number(nll)}${rank}${status === "unfinished" ? ", not converged" : ""}`;
}

/** @param {number} share */
function percent(share) {
  return share < 0.01 ? "<1%" : `${Math.round(100 * share)}%`;
}
