// Makes elements; no element has an id, so that several explorers may share a page.

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} attributes those that begin with "on" are listeners
 * @param {(Node | string | null | undefined)[]} children
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  for (const child of children) if (child != null) element.append(child);
  return element;
}

/**
 * A button that can do nothing now says so, and keeps the focus: the next key would be lost otherwise.
 * @param {HTMLElement} button
 * @param {boolean} isAllowed
 */
export function allow(button, isAllowed) {
  button.setAttribute("aria-disabled", String(!isAllowed));
}

const SVG = "http://www.w3.org/2000/svg";

/**
 * A sign drawn as a path in a square of 16, for fonts have not all of them.
 * @param {string} path
 */
export function sign(path) {
  const svg = document.createElementNS(SVG, "svg");
  const shape = document.createElementNS(SVG, "path");
  shape.setAttribute("d", path);
  for (const [name, value] of Object.entries({
    viewBox: "0 0 16 16",
    "aria-hidden": "true",
    class: "emx-sign",
  })) {
    svg.setAttribute(name, value);
  }
  svg.append(shape);
  return svg;
}

/**
 * @param {string} label
 * @param {readonly string[]} options
 * @param {(value: string) => void} onchange
 */
export function choice(label, options, onchange) {
  const select = make("select", { "aria-label": label, onchange: () => onchange(select.value) });
  const element = make("label", {}, make("span", {}, label), select);
  let shown = "";
  /** @param {readonly string[]} values */
  const show = (values) => {
    if (shown === (shown = values.join("\n"))) return;
    select.replaceChildren(...values.map((v) => make("option", { value: v }, v)));
  };
  show(options);
  /**
   * A value that is none of the options becomes one.
   * @param {string | number} value
   */
  const choose = (value) => {
    /** @param {HTMLOptionElement} option */
    const same = (option) => option.value === String(value) || Number(option.value) === value;
    const option = [...select.options].find(same) ?? make("option", {}, String(value));
    if (!option.parentElement) {
      select.append(option);
      shown = "";
    }
    select.value = option.value;
  };
  return { element, select, show, choose };
}

/**
 * @param {string} label
 * @param {(on: boolean) => void} onchange
 * @param {string} [title]
 */
export function tick(label, onchange, title) {
  const input = make("input", { type: "checkbox", onchange: () => onchange(input.checked) });
  return { element: make("label", { class: "emx-tick", title }, input, label), input };
}

/**
 * A number between two buttons: large enough to hit before an audience.
 * @param {string} label
 * @param {number} low
 * @param {number} high
 * @param {(value: number) => void} onchange
 */
export function stepper(label, low, high, onchange) {
  /** @param {number} by */
  const step = (by) => {
    const value = Number(output.textContent) + by;
    if (value >= low && value <= high) onchange(value);
  };
  const less = make(
    "button",
    { type: "button", "aria-label": `${label}: one less`, onclick: () => step(-1) },
    "−",
  );
  const more = make(
    "button",
    { type: "button", "aria-label": `${label}: one more`, onclick: () => step(1) },
    "+",
  );
  const output = make("output", {}, "");
  const element = make(
    "div",
    { class: "emx-stepper", role: "group", "aria-label": label },
    make("span", {}, label),
    less,
    output,
    more,
  );
  /** @param {number} value */
  const show = (value) => {
    output.textContent = String(value);
    allow(less, value > low);
    allow(more, value < high);
  };
  return { element, show };
}
