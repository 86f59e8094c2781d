// What widgets of a notebook are made of, and how they share the keyboard with it.

const PRIVATE = "data-lm-suppress-shortcuts"; // JupyterLab leaves keys to what has this attribute

export function add(parent, tag, className = "", attributes = {}) {
  const element = parent.appendChild(document.createElement(tag));
  element.className = className;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

// Letters would be commands of the notebook: d d deletes the cell. Its Enter and Esc, and what is
// pressed with Ctrl, Cmd or Alt, still reach it.
export function keepKeys(root) {
  const sort = (event) => {
    if (!root.contains(event.target)) return;
    const leaves = event.key === "Escape" || (event.key === "Enter" && event.shiftKey);
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    event.target.toggleAttribute(PRIVATE, !leaves && !modified);
    if (event.key === "Escape") root.closest(".jp-Cell")?.focus(); // where arrows go from cell to cell
  };
  window.addEventListener("keydown", sort, true); // before JupyterLab, which listens on the document
  return () => window.removeEventListener("keydown", sort, true);
}

const SAID = ".gmm-said"; // cards of checks and hints
const UNHEARD = "[aria-hidden], details:not([open])";

function textOf(card) {
  const copy = card.cloneNode(true);
  for (const part of copy.querySelectorAll(UNHEARD)) part.remove();
  return [...copy.querySelectorAll("p, pre, summary")].map((part) => part.textContent.trim()).join(" ");
}

// Cards are read out as they appear. A region that comes with its text is often not read, so one is
// kept for all of them. Of a notebook that is opened again or scrolled, nothing is said.
export function sayCards() {
  const id = "gmm-said-here";
  if (document.getElementById(id) || !document.querySelector(".jp-Notebook")) return;
  const region = add(document.body, "p", "", { id, role: "status" });
  region.style.cssText =
    "position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)";
  const say = (card) => {
    const prompt = card.closest(".jp-CodeCell")?.querySelector(".jp-InputPrompt");
    if (!prompt?.textContent.includes("*")) return; // it is not being run
    region.textContent = "";
    setTimeout(() => (region.textContent = textOf(card)), 100);
  };
  new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      const card = node.nodeType === Node.ELEMENT_NODE && (node.closest(SAID) ?? node.querySelector(SAID));
      if (card) say(card);
    }
  }).observe(document.body, { childList: true, subtree: true });
}
