// The mistakes of the class on the whole screen, one after the other, with nobody's name.

const MIN_CODE = 12; // pixels; smaller code is scrolled
const N_LISTED = 10;

/** @param {HTMLTableRowElement} row @returns {HTMLElement[]} */
function slideOf(row) {
  /** @param {string} selector */
  const text = (selector) => row.querySelector(selector)?.textContent?.trim() ?? "";
  const parts = [element("h2", text(".name")), element("p", `${text(".exercise")}: ${row.dataset.count}`)];
  if (text(".message")) parts.push(element("p", text(".message")));
  const code = row.querySelector("pre")?.textContent ?? "";
  if (code) parts.push(element("pre", code, { tabindex: "0", "aria-label": "An example" }));
  return parts;
}

/** @param {HTMLTableRowElement[]} rows @returns {HTMLElement[]} */
function firstSlide(rows) {
  const list = element("ol");
  for (const row of rows.slice(0, N_LISTED)) {
    const [name, exercise] = [".name", ".exercise"].map((part) =>
      row.querySelector(part)?.textContent?.trim(),
    );
    list.append(element("li", `${name} (${exercise}): ${row.dataset.count}`));
  }
  return [element("h2", "What went wrong most"), list];
}

/** Code is made smaller until all of it is seen. @param {HTMLElement} box */
function fitCode(box) {
  const code = box.querySelector("pre");
  const smallest = MIN_CODE / parseFloat(getComputedStyle(box).fontSize);
  for (let size = 0.8; code && size >= smallest; size -= 0.05) {
    code.style.fontSize = `${size}em`;
    if (code.scrollHeight <= code.clientHeight + 1 && box.scrollHeight <= box.clientHeight + 1) return;
  }
}

/** @param {HTMLTableElement} table @param {HTMLElement} box @param {HTMLButtonElement} opener */
function mountSlides(table, box, opener) {
  const main = /** @type {HTMLElement} */ (document.querySelector("main"));
  const [back, next, close] = [...box.querySelectorAll("button")];
  const place = /** @type {HTMLElement} */ (box.querySelector(".place"));
  const stage = /** @type {HTMLElement} */ (box.querySelector(".shown"));
  /** @type {HTMLElement[][]} */
  let slides = [];
  let at = 0;

  /** @param {number} to */
  const go = (to) => {
    at = Math.min(Math.max(to, 0), slides.length - 1);
    stage.replaceChildren(...slides[at]);
    place.textContent = `${at + 1} of ${slides.length}`;
    back.setAttribute("aria-disabled", String(at === 0));
    next.setAttribute("aria-disabled", String(at === slides.length - 1));
    fitCode(stage);
  };
  const leave = () => {
    if (box.hidden) return;
    box.hidden = true;
    main.inert = false;
    // What is left by the whole screen cannot have the focus yet.
    const left = document.fullscreenElement ? document.exitFullscreen() : Promise.resolve();
    left.catch(() => {}).then(() => opener.focus());
  };
  const enter = async () => {
    const rows = /** @type {Shown} */ (shownIn.get(table)).entries.map((entry) => entry.row());
    slides = [firstSlide(rows), ...rows.map(slideOf)];
    box.hidden = false;
    main.inert = true;
    box.focus();
    go(0);
    // Where the browser refuses, the slides fill its window.
    await box.requestFullscreen?.().catch(() => {});
    fitCode(stage);
  };

  opener.addEventListener("click", enter);
  back.addEventListener("click", () => go(at - 1));
  next.addEventListener("click", () => go(at + 1));
  close.addEventListener("click", leave);
  addEventListener("resize", () => box.hidden || fitCode(stage));
  document.addEventListener("fullscreenchange", () => document.fullscreenElement || leave());
  box.addEventListener("keydown", (event) => {
    /** @type {Record<string, () => void>} */
    const keys = {
      ArrowRight: () => go(at + 1),
      PageDown: () => go(at + 1),
      ArrowLeft: () => go(at - 1),
      PageUp: () => go(at - 1),
      Home: () => go(0),
      End: () => go(slides.length - 1),
      Escape: leave,
    };
    if (!(event.key in keys) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    keys[event.key]();
  });
}
