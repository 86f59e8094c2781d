// A question: its text, its inputs, a button, and what is said and shown after an answer.
// Joined with saving.js, page_parts.js, judge.js and inputs.js.

const LABEL = { true: "Predict", false: "Check" };
let made = 0;

// `given` are the answers so far; `keep` is told all of them after each new one.
export function mountQuestion(parent, question, given, keep) {
  const id = `gmm-question-${Date.now().toString(36)}-${made++}`;
  const { is_prediction: isPrediction, answer, shows } = question;
  const root = add(parent, "form", "gmm-question");
  const group = add(root, "fieldset");
  const legend = add(group, "legend");
  legend.innerHTML = question.text;
  legend.prepend(
    Object.assign(document.createElement("strong"), { textContent: isPrediction ? "Predict. " : "" }),
  );
  if (answer.several) add(legend, "span", "gmm-question-note").textContent = " Choose all that are right.";
  const inputs = inputsOf(group, question, id);
  const row = add(root, "div", "gmm-question-row");
  const button = add(row, "button", "gmm-question-submit", { type: "submit" });
  const again = add(row, "button", "gmm-question-again", { type: "button" });
  button.textContent = LABEL[isPrediction];
  again.textContent = "Start over";
  const status = add(root, "p", "gmm-question-status", { role: "status" });
  const shown = add(root, "div", "gmm-question-shown");
  if (typeof shows === "string") add(shown, "p").innerHTML = shows;
  else if (shows) {
    const { png, alt, width, height } = shows;
    add(shown, "img", "", { alt, width, height }).src = `data:image/png;base64,${png}`;
  }
  let attempts = given;
  let isAfresh = false; // somebody starts over, and what was answered before is not shown

  const sentence = (last) => {
    if (last === null) return "";
    const { isRight: right, reasons } = respond(answer, last);
    const inPlace = answer.kind === "choices" ? reasons.length - last.length : 0; // "2 more are right."
    const verdict = right
      ? "Right."
      : answer.several || answer.kind === "order"
        ? "Not yet right."
        : "Not right.";
    const more = inPlace > 0 ? ` ${reasons.at(-1)}` : "";
    return isPrediction && !right ? "Not as predicted. Read why." : verdict + more;
  };
  const show = () => {
    const last = isAfresh ? null : (attempts.at(-1) ?? null);
    const isDone = last !== null && (isPrediction || respond(answer, last).isRight);
    inputs.show(last);
    inputs.explain(last, isDone);
    inputs.lock(isDone);
    button.hidden = isDone;
    again.hidden = last === null;
    shown.hidden = last === null;
    const text = sentence(last);
    if (status.textContent !== text) status.textContent = text;
  };
  // JupyterLab takes the keypress that would submit a form by itself.
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
    if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    root.requestSubmit();
  });
  root.addEventListener("submit", (event) => {
    event.preventDefault();
    const now = inputs.read();
    if (button.hidden) return;
    if (now === null) {
      status.textContent = inputs.missing ?? "Give an answer first.";
      return;
    }
    attempts = [...attempts, now];
    isAfresh = false;
    keep(attempts);
    show();
    if (button.hidden) again.focus({ preventScroll: true }); // the button that had the focus is gone
  });
  again.addEventListener("click", () => {
    isAfresh = true;
    show();
    root.querySelector("input, button")?.focus({ preventScroll: true });
  });
  show();
  const hear = (now) => {
    if (JSON.stringify(now) === JSON.stringify(attempts)) return;
    attempts = now;
    isAfresh = false;
    show();
  };
  return { root, hear };
}

// Without a kernel the answers stay in the state of the widget, which is saved.
function keepAnswers(model, attempts) {
  model.set("_attempts", attempts);
  try {
    model.save_changes();
  } catch {
    // There is nobody to be told.
  }
}

function render({ model, el }) {
  const keep = (attempts) => keepAnswers(model, attempts);
  const { root, hear } = mountQuestion(el, model.get("_question"), model.get("_attempts"), keep);
  const heard = () => hear(model.get("_attempts"));
  model.on("change:_attempts", heard);
  const giveKeysBack = keepKeys(root);
  sayCards();
  return () => {
    model.off("change:_attempts", heard);
    giveKeysBack();
  };
}

// An answer that was given without a kernel is known to the widget of before alone. When its cell is
// run again, the new widget takes it over.
export function takeOver(model, known) {
  const { key } = model.get("_question");
  const longest = (one, other) => (other.length > one.length ? other : one);
  const ofOthers = known
    .filter((other) => other !== model && other.get("_question")?.key === key)
    .map((other) => other.get("_attempts") ?? []);
  const attempts = ofOthers.reduce(longest, model.get("_attempts"));
  if (attempts !== model.get("_attempts")) keepAnswers(model, attempts);
}

function initialize({ model }) {
  saveWhatIsShown(model.widget_manager);
  const known = model.widget_manager?._modelsSync; // by JupyterLab's manager
  if (known) takeOver(model, [...known.values()]);
}

export default { initialize, render };
