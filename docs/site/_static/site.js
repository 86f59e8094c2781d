/* global DOCUMENTATION_OPTIONS */
// What the pages of the course site do: explorers as high as they ask for, in the site's theme, and
// what scrolls can be reached by keyboard.

// A page on disk may not read its neighbours, so what is found there is shown without its text.
if (location.protocol === "file:") DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;

const themeOf = () => (document.documentElement.dataset.theme === "dark" ? "dark" : "light");
const SCROLLERS = ".gmm-picture, mjx-container[display='true'], .pst-scrollable-table-container";

function tellExplorers() {
  for (const frame of document.querySelectorAll("iframe.gmm-explorer")) {
    frame.contentWindow?.postMessage({ theme: themeOf() }, "*"); // a page on disk has no origin
  }
}

// A frame that has loaded says how high it is, and is told the theme in return.
window.addEventListener("message", ({ source, data }) => {
  if (data?.from !== "gmm-explorer" || !Number.isFinite(data.height)) return;
  for (const frame of document.querySelectorAll("iframe.gmm-explorer")) {
    if (frame.contentWindow !== source) continue;
    if (!frame.dataset.isTold) {
      frame.dataset.isTold = "yes";
      frame.addEventListener("load", tellExplorers);
      tellExplorers();
    }
    frame.style.height = `${Math.min(Math.max(data.height, 200), 5000)}px`;
  }
});

function reachScrollers() {
  for (const element of document.querySelectorAll(SCROLLERS)) {
    if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
    else if (element.tabIndex === 0) element.removeAttribute("tabindex");
  }
}

new MutationObserver(tellExplorers).observe(document.documentElement, { attributeFilter: ["data-theme"] });
window.addEventListener("resize", reachScrollers);
document.addEventListener("toggle", reachScrollers, true); // what was folded had no width
// The header of a column that is a formula alone is read as MathML, in which some programs find no text.
function nameColumns() {
  for (const header of document.querySelectorAll("th:has(mjx-container)")) {
    const formula = header.querySelector("mjx-assistive-mml");
    if (!formula || header.textContent.trim() !== formula.textContent.trim()) continue;
    const name = header.appendChild(document.createElement("span"));
    name.className = "visually-hidden";
    name.textContent = formula.textContent.trim();
    formula.remove();
  }
}

window.addEventListener("load", () => {
  reachScrollers();
  window.MathJax?.startup?.promise?.then(() => {
    reachScrollers();
    nameColumns();
  });
});
