// Where the curve of the NLL is flat for a while, before it falls again.

const FLAT = 1; // nats per iteration
const SHORTEST = 5; // iterations
const AGAIN = 3; // times as steep as the plateau, to speak of a fall

/**
 * The longest stretch of iterations that lower the NLL by less than a nat each, although a later one
 * lowers it by more again; null if there is none.
 * @param {ArrayLike<number>} nll before the first iteration, and after each
 * @returns {{from: number, to: number, steepest: number, falls: number} | null} `falls`: at that iteration
 */
export function plateauOf(nll) {
  /** @param {number} i */
  const fall = (i) => nll[i - 1] - nll[i];
  let longest = null;
  for (let from = 2; from < nll.length; from++) {
    let to = from;
    let steepest = 0;
    while (to < nll.length && fall(to) < FLAT) steepest = Math.max(steepest, fall(to++));
    if (to === from) continue;
    let falls = to;
    for (let i = to; i < nll.length; i++) if (fall(i) > fall(falls)) falls = i;
    const isLong = to - from >= SHORTEST && to - from > (longest ? longest.to - longest.from + 1 : 0);
    if (to < nll.length && isLong && fall(falls) > AGAIN * steepest)
      longest = { from, to: to - 1, steepest, falls };
    from = to;
  }
  return longest;
}
