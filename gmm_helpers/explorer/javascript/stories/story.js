// What a story is: where to look, what to predict, and what there is to be seen.

/** @typedef {import("../../../questions/static/judge.js").Choices} Choices */
/** @typedef {import("../runs/choice.js").Choice} Choice */
/** @typedef {import("../drawing/look.js").Layers} Layers */
/**
 * @typedef {object} Story
 * @property {string} title
 * @property {string} sentence what is shown before the question
 * @property {Partial<Choice>} choice what differs from `USUAL`
 * @property {{every: number, of: string, samples: number[][]}} [points] own points: every so many of
 *   a data set's samples, and some more
 * @property {number} [from] the half-step at which it is asked; by default the start
 * @property {number} to the half-step to play to
 * @property {Partial<Layers>} [layers]
 * @property {{text: string, answer: Choices}} question
 * @property {string} seen what there is to be seen then
 * @property {Partial<Choice>} [pinned] a run that stays in grey, as `choice`
 */

/**
 * A question to which one choice is the answer.
 * @param {string} text
 * @param {...Choices["choices"][number]} choices
 * @returns {Story["question"]}
 */
export function ask(text, ...choices) {
  return { text, answer: { kind: "choices", choices, several: false } };
}

/**
 * @param {string} text
 * @param {string} reason
 */
export function right(text, reason) {
  return { text, reason, is_right: true };
}

/**
 * @param {string} text
 * @param {string} reason
 */
export function wrong(text, reason) {
  return { text, reason, is_right: false };
}
