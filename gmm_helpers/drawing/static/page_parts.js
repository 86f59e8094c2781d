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
