// What is said about an answer: the same as answers.py says, from the same data.

const SLACK = 1e-12; // relative

export function respond(answer, given) {
  return { choices: ofChoices, number: ofNumber, order: ofOrder, point: ofPoint }[answer.kind](answer, given);
}

function ofChoices({ choices, several }, given) {
  const chosen = [...given].sort((a, b) => a - b);
  const needed = choices.flatMap((choice, i) => (choice.is_right ? [i] : []));
  const reasons = chosen.map((i) => choices[i].reason);
  const missing = needed.filter((i) => !chosen.includes(i)).length;
  if (missing && several) reasons.push(`${missing} more ${missing === 1 ? "is" : "are"} right.`);
  return { isRight: String(chosen) === String(needed), reasons };
}

function ofNumber({ value, tolerance, reason, slips, too_small, too_large }, given) {
  const isNear = (other) => Math.abs(given - other) <= tolerance + SLACK * Math.abs(other);
  if (isNear(value)) return { isRight: true, reasons: [reason] };
  const slip = slips.find((each) => isNear(each.value));
  return { isRight: false, reasons: [slip?.reason ?? (given < value ? too_small : too_large)] };
}

function ofOrder({ items }, given) {
  const first = given.findIndex((number, i) => number !== i);
  if (first < 0) return { isRight: true, reasons: items.map((item) => item.reason) };
  return { isRight: false, reasons: [items[first].reason] };
}

function ofPoint({ target, others, elsewhere }, [x, y]) {
  const distance = (place) => Math.hypot(x - place.x, y - place.y);
  if (distance(target) <= target.within) return { isRight: true, reasons: [target.reason] };
  const near = others.filter((place) => distance(place) <= place.within);
  near.sort((a, b) => distance(a) - distance(b));
  return { isRight: false, reasons: [near[0]?.reason ?? elsewhere] };
}
