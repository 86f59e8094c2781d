// The card of a story: what is asked, then what was answered and what is to be seen.

import { respond } from "../../../questions/static/judge.js";
import { make } from "../controls/dom.js";

/** @typedef {import("./story.js").Story} Story */
/** @typedef {import("../../../questions/static/judge.js").Response} Response */

const SIGN = { true: "✓", false: "✗" };
const VERDICT = { true: "Right.", false: "Not as predicted." };

export class Card {
  /**
   * @param {{answered: () => void, next: () => void, close: () => void}} told
   */
  constructor(told) {
    this.told = told;
    this.element = make("div", { class: "emx-story", role: "group", tabindex: "-1", hidden: true });
    this.seen = make("p", { class: "emx-seen" });
  }

  // Nothing is asked or told.
  clear() {
    this.element.hidden = true;
    this.element.replaceChildren();
  }

  /** @param {Story} story */
  ask(story) {
    const { choices } = story.question.answer;
    const buttons = choices.map(({ text }, i) =>
      make("button", { type: "button", onclick: () => this._answer(story, i) }, text),
    );
    this._show(
      story,
      "asking",
      make("p", {}, story.sentence),
      make("p", {}, make("strong", {}, "Predict. "), story.question.text),
      make("div", { class: "emx-predictions", role: "group", "aria-label": "your prediction" }, ...buttons),
      this._foot(),
    );
    buttons[0].focus({ preventScroll: true });
  }

  /**
   * @param {Story} story
   * @param {number} given
   */
  _answer(story, given) {
    const { answer } = story.question;
    const { isRight, reasons } = respond(answer, [given]);
    const best = answer.choices.find((choice) => choice.is_right);
    const verdict = /** @type {"true" | "false"} */ (String(isRight));
    const said = make(
      "p",
      { class: `emx-verdict-${isRight ? "right" : "wrong"}` },
      make("strong", {}, `${SIGN[verdict]} ${VERDICT[verdict]} `),
      `“${answer.choices[given].text}”: ${reasons[0]}`,
    );
    const instead = !isRight && best ? make("p", {}, `Right is “${best.text}”: ${best.reason}`) : "";
    this.seen.textContent = "";
    this.seen.dataset.place = story.seen; // what is told later makes no jump
    this._show(story, "told", make("div", { role: "status" }, said, instead, this.seen), this._foot());
    this.element.focus({ preventScroll: true });
    this.told.answered();
  }

  /**
   * What there is to be seen, once it can be.
   * @param {Story} story
   */
  tell(story) {
    this.seen.textContent = story.seen;
  }

  _foot() {
    const { told } = this;
    return make(
      "div",
      { class: "emx-bar" },
      make("button", { type: "button", onclick: told.next }, "Next story"),
      make("button", { type: "button", onclick: told.close }, "Close"),
    );
  }

  /**
   * @param {Story} story
   * @param {"asking" | "told"} state
   * @param {(Node | string)[]} parts
   */
  _show(story, state, ...parts) {
    const { element } = this;
    element.setAttribute("aria-label", `Story: ${story.title}`);
    element.dataset.state = state;
    element.replaceChildren(make("h3", {}, story.title), ...parts);
    element.hidden = false;
  }
}
