// Where an answer is given, one kind of answer each. All of them can be used by mouse, keyboard and
// screen reader. Each returns
//   read()            the answer as it stands, null if it is not complete
//   show(given)       put an answer there
//   lock(isLocked)    whether it can be changed
//   explain(given, all)   show the reasons beside what was answered, or beside everything
// Texts of a question are HTML, which Python made of plain text.

const SIGN = { true: "✓", false: "✗" };
const WORD = { true: "right", false: "wrong" };

export function inputsOf(parent, { answer, key }, id) {
  const adds = { choices: addChoices, number: addNumber, order: addOrder, point: addPoint };
  return adds[answer.kind](parent, answer, id, key);
}

function lockAll(parent, isLocked) {
  for (const input of parent.querySelectorAll("input, .gmm-question-move")) {
    // What is disabled loses the focus, and the next keys would be commands of the notebook.
    input.setAttribute("aria-disabled", isLocked);
    if (input.type === "text") input.readOnly = isLocked;
  }
}

function addReason(parent) {
  const element = add(parent, "p", "gmm-question-reason");
  element.hidden = true;
  return (text, right, word = right ? "Right." : "Wrong.") => {
    element.hidden = text === null;
    element.innerHTML = text ?? "";
    element.className = `gmm-question-reason gmm-question-${WORD[right]}`;
    if (text !== null) {
      const sign = document.createElement("strong");
      sign.textContent = `${SIGN[right]} ${word} `;
      element.prepend(sign);
    }
  };
}

function addChoices(parent, { choices, several }, id) {
  const rows = choices.map(({ text, reason, is_right }, i) => {
    const row = add(parent, "div", "gmm-question-choice");
    const input = add(row, "input", "", { id: `${id}-${i}`, name: id, type: several ? "checkbox" : "radio" });
    input.addEventListener("click", (event) => {
      if (input.getAttribute("aria-disabled") === "true") event.preventDefault();
    });
    add(row, "label", "", { for: input.id }).innerHTML = text;
    const say = addReason(row);
    return { input, say: (isShown) => say(isShown ? reason : null, is_right) };
  });
  const read = () => rows.flatMap(({ input }, i) => (input.checked ? [i] : []));
  return {
    read: () => (read().length ? read() : null),
    show: (given) => rows.forEach(({ input }, i) => (input.checked = given?.includes(i) ?? false)),
    lock: (isLocked) => lockAll(parent, isLocked),
    explain: (given, all) => rows.forEach(({ say }, i) => say(all || (given?.includes(i) ?? false))),
  };
}

// Also with a decimal comma, and as a fraction such as 3/4.
function numberIn(input) {
  const text = input.value.trim().replace("−", "-").replaceAll(",", ".");
  const parts = text.split("/").map((part) => (part.trim() ? Number(part) : NaN));
  const number = parts.length === 2 ? parts[0] / parts[1] : Number(text || NaN);
  return Number.isFinite(number) ? number : null;
}

function addTextInput(parent, id, label, isLabelShown = true) {
  const element = add(parent, "label", isLabelShown ? "" : "gmm-question-unseen", { for: id });
  element.textContent = label;
  const attributes = { id, type: "text", inputmode: "decimal", autocomplete: "off", size: 9 };
  return add(parent, "input", "", attributes);
}

function addNumber(parent, answer, id) {
  const row = add(parent, "div", "gmm-question-row");
  const input = addTextInput(row, id, "Your answer");
  add(row, "span").innerHTML = answer.unit;
  const say = addReason(parent);
  return {
    read: () => numberIn(input),
    missing: "Write a number first, such as 0.75.",
    show: (given) => (input.value = given ?? ""),
    lock: (isLocked) => lockAll(parent, isLocked),
    explain: (given, all) => {
      if (given === null) return say(null, false);
      const { isRight, reasons } = respond(answer, given);
      const more = all && !isRight ? ` It is ${Number(answer.value.toPrecision(6))}: ${answer.reason}` : "";
      say(reasons[0] + more, isRight);
    },
  };
}

// An order to begin with, which is not the right one and is the same every time.
export function shuffled(n, text) {
  let state = [...text].reduce((hash, sign) => (hash * 31 + sign.codePointAt(0)) >>> 0, 7);
  const numbers = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    state = (state * 1664525 + 1013904223) >>> 0;
    const j = Math.floor((state / 2 ** 32) * (i + 1));
    [numbers[i], numbers[j]] = [numbers[j], numbers[i]];
  }
  return numbers.every((number, i) => number === i) ? numbers.reverse() : numbers;
}

function addOrder(parent, { items }, _id, key) {
  const list = add(parent, "ol", "gmm-question-order");
  const moved = add(parent, "p", "gmm-question-unseen", { role: "status" });
  let isLocked = false;
  const rows = items.map(({ text, reason }, i) => {
    const row = add(list, "li");
    add(row, "span").innerHTML = text;
    const plain = row.textContent;
    const buttons = [
      ["↑", "up", -1],
      ["↓", "down", 1],
    ].map(([sign, word, step]) => {
      const button = add(row, "button", "gmm-question-move", {
        type: "button",
        "aria-label": `Move ${word}: ${plain}`,
      });
      button.textContent = sign;
      button.addEventListener("click", () => {
        const other = step < 0 ? row.previousElementSibling : row.nextElementSibling;
        if (isLocked || !other) return;
        step < 0 ? other.before(row) : other.after(row);
        isMoved = true;
        button.focus();
        moved.textContent = `Place ${read().indexOf(i) + 1} of ${items.length}: ${plain}`;
      });
      return button;
    });
    const say = addReason(row);
    const word = (right) => (right ? "Right." : `Place ${i + 1}.`);
    return { row, buttons, say: (isShown, right) => say(isShown ? reason : null, right, word(right)) };
  });
  let isMoved = false;
  const read = () => [...list.children].map((element) => rows.findIndex(({ row }) => row === element));
  const put = (order) => list.append(...order.map((i) => rows[i].row));
  put(shuffled(items.length, key));
  const begun = read();
  return {
    read: () => (isMoved ? read() : null),
    missing: "Put the items in order first.",
    show: (given) => {
      put(given ?? begun);
      isMoved = false;
    },
    lock: (locked) => {
      isLocked = locked;
      lockAll(parent, locked);
    },
    explain: (given, all) => {
      const isPlaced = (i) => given?.[i] === i;
      const first = rows.findIndex((_, i) => given && !isPlaced(i)); // what should stand there
      rows.forEach(({ say }, i) => say(given !== null && (all || i === first), isPlaced(i)));
    },
  };
}

function addPoint(parent, answer, id) {
  const { picture, box, limits, names = ["x1", "x2"] } = answer; // notebooks of before have none
  const [left, bottom, width, height] = box;
  const [x0, x1, y0, y1] = limits;
  const plane = add(parent, "div", "gmm-question-plane");
  const attributes = { alt: picture.alt, width: picture.width, height: picture.height, draggable: false };
  add(plane, "img", "", attributes).src = `data:image/png;base64,${picture.png}`;
  const goal = add(plane, "span", "gmm-question-goal", { "aria-hidden": true });
  const mark = add(plane, "span", "gmm-question-mark", { "aria-hidden": true });
  const row = add(parent, "div", "gmm-question-row");
  const inputs = names.map((name, i) => addTextInput(row, `${id}-x${i + 1}`, name));
  const say = addReason(parent);
  const read = () => {
    const given = inputs.map(numberIn);
    return given.includes(null) ? null : given;
  };
  const put = (element, point) => {
    element.hidden = !point;
    if (!point) return;
    element.style.left = `${100 * (left + (width * (point[0] - x0)) / (x1 - x0))}%`;
    element.style.top = `${100 * (1 - bottom - (height * (point[1] - y0)) / (y1 - y0))}%`;
  };
  const moved = () => put(mark, read());
  inputs.forEach((input) => input.addEventListener("input", moved));
  plane.addEventListener("click", (event) => {
    if (inputs[0].readOnly) return;
    const { x, y, width: w, height: h } = plane.getBoundingClientRect();
    const [u, v] = [(event.clientX - x) / w, 1 - (event.clientY - y) / h];
    const point = [x0 + ((u - left) / width) * (x1 - x0), y0 + ((v - bottom) / height) * (y1 - y0)];
    point.forEach((number, i) => (inputs[i].value = number.toFixed(2)));
    moved();
  });
  put(goal, null);
  moved();
  return {
    read,
    show: (given) => {
      inputs.forEach((input, i) => (input.value = given?.[i] ?? ""));
      moved();
    },
    lock: (isLocked) => lockAll(parent, isLocked),
    explain: (given, all) => {
      put(goal, all ? [answer.target.x, answer.target.y] : null);
      if (given === null) return say(null, false);
      const { isRight, reasons } = respond(answer, given);
      say(reasons[0] + (all && !isRight ? ` ${answer.target.reason}` : ""), isRight);
    },
  };
}
