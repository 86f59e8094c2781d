// A picture under sliders: labels, inputs, the values beside them, an image and one line of status.
// Joined with saving.js, kernel.js and page_parts.js.

const WITHOUT_KERNEL = "Run this cell to move it; after a restart, run the cells above it first.";
const SOON = 300; // ms after a move: if there is no new picture by then, it is said to be on its way
let made = 0;

function decimals(step) {
  return (String(step).split(".")[1] ?? "").length;
}

function addSlider(row, id, { min, max, step }) {
  const input = add(row, "input", "", { id, type: "range", min, max, step });
  const output = add(row, "output", "", { for: id, "aria-live": "off" });
  const text = (value) => Number(value).toFixed(decimals(step));
  output.style.minWidth = `${Math.max(5, text(min).length, text(max).length)}ch`; // never moves the slider
  const tell = () => (output.textContent = text(input.value));
  input.addEventListener("input", tell);
  const show = (value) => {
    input.value = value;
    tell();
  };
  return { input, show, value: () => Number(input.value) };
}

function addChoice(row, id, { options }) {
  const input = add(row, "select", "", { id });
  for (const option of options) add(input, "option").textContent = option;
  return { input, show: (index) => (input.selectedIndex = index), value: () => input.selectedIndex };
}

function addControl(parent, spec) {
  const id = `gmm-slider-${Date.now().toString(36)}-${made++}`;
  const row = add(parent, "div", "gmm-slider-row");
  add(row, "label", "", { for: id }).textContent = spec.label;
  const field = add(row, "span", "gmm-slider-field");
  return spec.options ? addChoice(field, id, spec) : addSlider(field, id, spec);
}

async function render({ model, el }) {
  const root = add(el, "div", "gmm-slider");
  const controls = {};
  let isStill = false; // as there is no kernel
  let kernel = null;
  for (const { name, ...spec } of model.get("_specs")) {
    const control = (controls[name] = addControl(root, spec));
    control.input.addEventListener("input", () => {
      kernel?.ask();
      if (isStill) return showValues();
      model.set("_values", { ...model.get("_values"), [name]: control.value() });
      model.save_changes();
      showStatus();
    });
  }
  add(root, "p", "gmm-slider-note").textContent = WITHOUT_KERNEL;
  const image = add(root, "img", "", { decoding: "sync" });
  const status = add(root, "p", "gmm-slider-status", { role: "status" });

  const showValues = () => {
    const values = model.get("_values");
    for (const [name, { show, value }] of Object.entries(controls)) {
      if (value() !== values[name]) show(values[name]);
    }
    showStatus();
  };
  const showPicture = () => {
    const { png, ...attributes } = model.get("_shown");
    image.hidden = !png;
    if (!png) return;
    for (const [name, value] of Object.entries(attributes)) image.setAttribute(name, value);
    image.src = `data:image/png;base64,${png}`;
  };
  let timer = null;
  const say = (text, { failed = false, busy = false } = {}) => {
    clearTimeout(timer);
    timer = null;
    root.classList.toggle("gmm-slider-failed", failed);
    root.classList.toggle("gmm-slider-busy", busy);
    if (status.textContent !== text) status.textContent = text;
  };
  const sayBusy = () => say(model.get("_busy"), { busy: true });
  // What was said last is not of what the sliders say now.
  const isAwaited = () => {
    const [values, { of }] = [model.get("_values"), model.get("_status")];
    return !isStill && of && Object.keys(values).some((name) => values[name] !== of[name]);
  };
  const showStatus = () => {
    const { text, failed } = model.get("_status");
    if (!isAwaited()) say(text, { failed });
    else if (failed) sayBusy();
    else timer ??= setTimeout(sayBusy, SOON);
  };
  const hearStatus = () => {
    const { text, failed } = model.get("_status");
    if (!failed) say(text);
    showStatus();
  };
  const showKernel = (gone) => {
    isStill = gone;
    root.classList.toggle("gmm-slider-still", gone);
    // What is disabled loses the focus, and the next d d would delete the cell.
    for (const { input } of Object.values(controls)) input.setAttribute("aria-disabled", gone);
    showStatus();
  };

  for (const [name, { show }] of Object.entries(controls)) show(model.get("_values")[name]);
  const shows = { _values: showValues, _shown: showPicture, _status: hearStatus };
  for (const [name, show] of Object.entries(shows)) {
    model.on(`change:${name}`, show);
    show();
  }
  const giveKeysBack = keepKeys(root);
  sayCards();
  kernel = await watchKernel(model, model.get("_id"), showKernel);
  root.addEventListener("focusin", kernel.ask);
  return () => {
    clearTimeout(timer);
    kernel.stop();
    giveKeysBack();
  };
}

function initialize({ model }) {
  saveWhatIsShown(model.widget_manager);
}

export default { initialize, render };
