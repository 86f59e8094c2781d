// A large table comes into view row by row: laid out at once, it would keep a frame waiting.

const ROWS = 2; // that are new in a frame

/**
 * @param {HTMLElement[]} rows
 * @param {() => boolean} isOpen whether there is still something to show
 * @param {() => void} shown is called in the frame after the last rows
 */
export function showRowByRow(rows, isOpen, shown) {
  /** @param {number} seen */
  const show = (seen) => {
    if (!isOpen()) return;
    rows.forEach((row, i) => (row.hidden = i >= seen));
    requestAnimationFrame(() => (seen < rows.length ? show(seen + ROWS) : shown()));
  };
  show(ROWS);
}
