// What is said about an answer: the same as answers.py says, from the same data.

/**
 * @typedef {{text: string, reason: string, is_right: boolean}} Choice
 * @typedef {{kind: "choices", choices: Choice[], several: boolean}} Choices
 * @typedef {{value: number, reason: string}} Slip
 * @typedef {{kind: "number", value: number, tolerance: number, reason: string, slips: Slip[],
 *   too_small: string, too_large: string}} NumberAnswer
 * @typedef {{kind: "order", items: {reason: string}[]}} Order
 * @typedef {{x: number, y: number, within: number, reason: string}} Place
 * @typedef {{kind: "point", target: Place, others: Place[], elsewhere: string}} Point
 * @typedef {Choices | NumberAnswer | Order | Point} Answer
 * @typedef {{isRight: boolean, reasons: string[]}} Response
 */

const SLACK = 1e-12; // relative

/**
 * @param {Answer} answer
 * @param {any} given numbers of choices or items in their order, a number, or a place
 * @returns {Response}
 */
export function respond(answer, given) {
  /** @type {Record<Answer["kind"], (answer: any, given: any) => Response>} */
  const judges = { choices: ofChoices, number: ofNumber, order: ofOrder, point: ofPoint };
  return judges[answer.kind](answer, given);
}

/** @type {(answer: Choices, given: number[]) => Response} */
function ofChoices({ choices, several }, given) {
  const chosen = [...given].sort((a, b) => a - b);
  const needed = choices.flatMap((choice, i) => (choice.is_right ? [i] : []));
  const reasons = chosen.map((i) => choices[i].reason);
  const missing = needed.filter((i) => !chosen.includes(i)).length;
  if (missing && several) reasons.push(`${missing} more ${missing === 1 ? "is" : "are"} right.`);
  return { isRight: String(chosen) === String(needed), reasons };
}

/** @type {(answer: NumberAnswer, given: number) => Response} */
function ofNumber({ value, tolerance, reason, slips, too_small, too_large }, given) {
  const isNear = (/** @type {number} */ other) =>
    Math.abs(given - other) <= tolerance + SLACK * Math.abs(other);
  if (isNear(value)) return { isRight: true, reasons: [reason] };
  const slip = slips.find((each) => isNear(each.value));
  return { isRight: false, reasons: [slip?.reason ?? (given < value ? too_small : too_large)] };
}

/** @type {(answer: Order, given: number[]) => Response} */
function ofOrder({ items }, given) {
  const first = given.findIndex((number, i) => number !== i);
  if (first < 0) return { isRight: true, reasons: items.map((item) => item.reason) };
  return { isRight: false, reasons: [items[first].reason] };
}

/** @type {(answer: Point, given: [number, number]) => Response} */
function ofPoint({ target, others, elsewhere }, [x, y]) {
  const distance = (/** @type {Place} */ place) => Math.hypot(x - place.x, y - place.y);
  if (distance(target) <= target.within) return { isRight: true, reasons: [target.reason] };
  const near = others.filter((place) => distance(place) <= place.within);
  near.sort((a, b) => distance(a) - distance(b));
  return { isRight: false, reasons: [near[0]?.reason ?? elsewhere] };
}
