// Frames with ticks and titles; the room for labels is measured, so that no digit is cut off.

import { compact, niceStep, offsetOf, tickText, ticks } from "./scales.js";

const LABEL = 0.86; // of the size of text
const TITLE = 1.6; // em on the left, for a title that stands upright

export function mark(context, x, y, dx, dy) {
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + dx, y + dy);
  context.stroke();
}

export function labelFont(context, look) {
  context.font = `${LABEL * look.size * look.scale}px ${look.family}`;
}

// Round values and their labels, about as many as wanted; `shifted`: without the digits that all
// of them begin with.
export function labelled(low, high, wanted, shifted = false) {
  const step = niceStep(high - low, wanted);
  const values = ticks(low, high, wanted);
  const offset = shifted ? offsetOf(values) : 0;
  const largest = Math.max(...values.map((value) => Math.abs(value - offset)));
  return values.map((value) => ({ value, offset, text: tickText(value - offset, step, largest) }));
}

// "x₁ − 1e9": what the labels show, if not the value itself.
function titled(title, marks) {
  const offset = marks[0]?.offset;
  return offset ? `${title} ${offset > 0 ? "−" : "+"} ${compact(Math.abs(offset))}` : title;
}

function widest(context, marks) {
  return marks.reduce((most, { text }) => Math.max(most, context.measureText(text).width), 0);
}

// How many ticks there is room for: long labels need more of it.
function across(context, low, high, pixels, em) {
  let wanted = Math.min(8, pixels / (4.5 * em));
  let marks = labelled(low, high, wanted, true);
  while (wanted > 1 && marks.length * (widest(context, marks) + em) > pixels) {
    wanted /= 1.5;
    marks = labelled(low, high, wanted, true);
  }
  return marks;
}

export function upwards(y, height, em, most = 8, shifted = false) {
  return labelled(y.low, y.high, Math.min(most, height / (3.5 * em)), shifted);
}

// Room on the left for labels and title; in steps, so that it does not tremble while one plays.
export function roomForLabels(context, marks, look) {
  labelFont(context, look);
  const em = look.size * look.scale;
  return Math.ceil((TITLE + 0.7 + widest(context, marks) / em) * 2) * 0.5 * em;
}

export function drawFrame(context, box, look) {
  context.strokeStyle = look.line;
  context.lineWidth = look.scale;
  context.strokeRect(box.left, box.top, box.width, box.height);
  context.fillStyle = look.soft;
  labelFont(context, look);
}

// `own`: where there are other round values than those of the scale; `note` follows the title.
export function drawBottom(context, box, x, title, look, { own, note = "" } = {}) {
  const em = look.size * look.scale;
  context.textAlign = "center";
  context.textBaseline = "top";
  const marks = own ?? across(context, x.low, x.high, box.width, em);
  for (const { value, text } of marks) {
    mark(context, x.to(value), box.top + box.height, 0, 0.3 * em);
    context.fillText(text, x.to(value), box.top + box.height + 0.4 * em);
  }
  context.fillText(titled(title, marks) + note, box.left + box.width / 2, box.top + box.height + 1.7 * em);
}

export function drawLeft(context, box, y, marks, title, look, length = -0.3 * look.size * look.scale) {
  const em = look.size * look.scale;
  context.textAlign = "right";
  context.textBaseline = "middle";
  for (const { value, text } of marks) {
    mark(context, box.left, y.to(value), length, 0);
    context.fillText(text, box.left - 0.45 * em, y.to(value));
  }
  context.save();
  context.translate(0.75 * em, box.top + box.height / 2);
  context.rotate(-Math.PI / 2);
  context.textAlign = "center";
  context.fillText(titled(title, marks), 0, 0);
  context.restore();
}
