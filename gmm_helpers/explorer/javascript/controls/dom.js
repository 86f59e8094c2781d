// Makes elements; no element has an id, so that several explorers may share a page.

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

// A sign drawn as a path in a square of 16, for fonts have not all of them.
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

export function choice(label, options, onchange) {
  const select = make("select", { "aria-label": label, onchange: () => onchange(select.value) });
  const element = make("label", {}, make("span", {}, label), select);
  const show = (values) => select.replaceChildren(...values.map((v) => make("option", { value: v }, v)));
  show(options);
  // A value that is none of the options becomes one.
  const choose = (value) => {
    const same = (option) => option.value === String(value) || Number(option.value) === value;
    let option = [...select.options].find(same);
    if (!option) select.append((option = make("option", {}, String(value))));
    select.value = option.value;
  };
  return { element, select, show, choose };
}

export function tick(label, onchange, title) {
  const input = make("input", { type: "checkbox", onchange: () => onchange(input.checked) });
  return { element: make("label", { class: "emx-tick", title }, input, label), input };
}

// A number between two buttons: large enough to hit before an audience.
export function stepper(label, low, high, onchange) {
  const step = (by) => onchange(Math.min(Math.max(Number(output.textContent) + by, low), high));
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
  const show = (value) => {
    output.textContent = String(value);
    less.disabled = value <= low;
    more.disabled = value >= high;
  };
  return { element, show };
}
