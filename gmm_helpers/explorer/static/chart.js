// The right picture: the negative log-likelihood against the iteration, and its bound.
//
// For any responsibilities, NLL + KL gap is an upper bound of the NLL (minus the lower bound of the
// log-likelihood). An E-step lowers the bound until it touches; an M-step lowers both.

import { mark } from "./overlay.js";
import { linear, niceStep, tickText, ticks } from "./scales.js";
import { nameOf } from "./trace.js";

const WINDOW = 12; // half-steps on either side, when zoomed in
const GAP_MILLISECONDS = 6; // of a frame, for gaps not yet known

export class Chart {
  constructor(canvas) {
    this.canvas = canvas;
    this.context = canvas.getContext("2d");
  }

  // Returns whether all there is to see is drawn: gaps of long runs come bit by bit.
  draw({ trace, h, layers, look }) {
    const { context, canvas } = this;
    context.fillStyle = look.paper;
    context.fillRect(0, 0, canvas.width, canvas.height);
    if (!trace) return true;
    const em = look.size * look.scale;
    const box = { left: 4.6 * em, top: 0.6 * em, width: canvas.width - 5.4 * em, height: canvas.height - 3.7 * em };
    const [from, to] = shownHalfSteps(trace, h, layers);
    const done = !layers.bound || computeGaps(trace, from, to, h);
    const { low, high, clipped } = nllRange(trace, from, to, layers);
    const x = linear([from, Math.max(to, from + 1)], [box.left + 0.4 * em, box.left + box.width - 0.6 * em]);
    const y = linear([low, high], [box.top + box.height - 0.5 * em, box.top + 0.5 * em]);
    this._axes(box, x, y, look);
    context.save();
    context.beginPath();
    context.rect(box.left, box.top, box.width, box.height);
    context.clip();
    if (layers.bound) this._bound(trace, from, to, x, y, look);
    this._curve(trace, from, to, x, y, look, layers);
    context.restore();
    this._events(trace, from, to, x, y, look, box);
    this._marker(trace, h, x, y, look, layers, box);
    if (layers.bound) this._legend(box, look);
    if (clipped && from === 0) this._startNote(trace, box, look);
    return done;
  }

  _axes(box, x, y, look) {
    const { context } = this;
    const em = look.size * look.scale;
    context.strokeStyle = look.line;
    context.lineWidth = look.scale;
    context.strokeRect(box.left, box.top, box.width, box.height);
    context.font = `${0.86 * em}px ${look.family}`;
    context.fillStyle = look.soft;
    context.textAlign = "right";
    context.textBaseline = "middle";
    const wantedY = Math.min(7, box.height / (3 * em));
    const step = niceStep(y.high - y.low, wantedY);
    for (const value of ticks(y.low, y.high, wantedY)) {
      mark(context, box.left, y.to(value), box.width, 0);
      context.fillText(tickText(value, step), box.left - 0.45 * em, y.to(value));
    }
    context.textAlign = "center";
    context.textBaseline = "top";
    const wantedX = Math.min(8, box.width / (4 * em));
    const stepX = Math.max(1, niceStep((x.high - x.low) / 2, wantedX));
    for (let i = Math.ceil(x.low / 2 / stepX) * stepX; 2 * i <= x.high; i += stepX) {
      mark(context, x.to(2 * i), box.top + box.height, 0, 0.3 * em);
      context.fillText(String(i), x.to(2 * i), box.top + box.height + 0.4 * em);
    }
    context.fillText("iteration", box.left + box.width / 2, box.top + box.height + 1.7 * em);
    context.save();
    context.translate(0.75 * em, box.top + box.height / 2);
    context.rotate(-Math.PI / 2);
    context.textBaseline = "middle";
    context.fillText("negative log-likelihood", 0, 0);
    context.restore();
  }

  _curve(trace, from, to, x, y, look, layers) {
    const { context } = this;
    context.strokeStyle = look.ink;
    context.lineWidth = 2 * look.scale;
    context.lineJoin = "round";
    context.beginPath();
    for (let h = from; h <= to; h++) context.lineTo(x.to(h), y.to(trace.nllAt(h)));
    context.stroke();
    if (to - from > 4 * WINDOW) return;
    for (let h = from; h <= to; h++) {
      const points = layers.bound ? [trace.nllAt(h), trace.nllAt(h) + trace.gap(h)] : [trace.nllAt(h)];
      context.fillStyle = nameOf(h) === "E" ? look.E : nameOf(h) === "M" ? look.M : look.ink;
      points.forEach((value) => this._dot(x.to(h), y.to(value), 3 * look.scale, nameOf(h)));
    }
  }

  // E-steps are round and M-steps square, here and on the badge.
  _dot(x, y, r, name) {
    const { context } = this;
    context.beginPath();
    if (name === "M") context.rect(x - 0.88 * r, y - 0.88 * r, 1.76 * r, 1.76 * r);
    else context.arc(x, y, r, 0, 2 * Math.PI);
    context.fill();
  }

  _bound(trace, from, to, x, y, look) {
    const { context } = this;
    const known = [];
    for (let h = Math.max(from, 1); h <= to; h++) if (!Number.isNaN(gapIfKnown(trace, h))) known.push(h);
    const bound = (h) => trace.nllAt(h) + gapIfKnown(trace, h);
    context.fillStyle = look.M;
    context.globalAlpha = 0.25;
    context.beginPath();
    known.forEach((h) => context.lineTo(x.to(h), y.to(bound(h))));
    known.toReversed().forEach((h) => context.lineTo(x.to(h), y.to(trace.nllAt(h))));
    context.fill();
    context.globalAlpha = 1;
    context.strokeStyle = look.M;
    context.lineWidth = 1.8 * look.scale;
    context.setLineDash([6 * look.scale, 4 * look.scale]);
    context.beginPath();
    known.forEach((h) => context.lineTo(x.to(h), y.to(bound(h))));
    context.stroke();
    context.setLineDash([]);
  }

  // Where the NLL rises, and where a half-step failed.
  _events(trace, from, to, x, y, look, box) {
    const { context } = this;
    context.fillStyle = context.strokeStyle = look.alarm;
    const size = 5 * look.scale;
    for (const h of trace.words.rises) {
      if (h < from || h > to) continue;
      const py = Math.max(y.to(trace.nllAt(h)), box.top + size);
      context.beginPath();
      context.moveTo(x.to(h), py - 1.4 * size);
      context.lineTo(x.to(h) + size, py + 0.6 * size);
      context.lineTo(x.to(h) - size, py + 0.6 * size);
      context.fill();
    }
    if (trace.failed >= from && trace.failed <= to) {
      const px = x.to(trace.failed);
      context.lineWidth = 2.5 * look.scale;
      context.setLineDash([4 * look.scale, 4 * look.scale]);
      mark(context, px, box.top, 0, box.height);
      context.setLineDash([]);
      const py = y.to(trace.nllAt(trace.failed));
      mark(context, px - size, py - size, 2 * size, 2 * size);
      mark(context, px - size, py + size, 2 * size, -2 * size);
    }
  }

  _marker(trace, h, x, y, look, layers, box) {
    const { context } = this;
    const em = look.size * look.scale;
    const name = nameOf(h);
    const color = name === "E" ? look.E : name === "M" ? look.M : look.ink;
    const px = x.to(h);
    const py = Math.max(y.to(trace.nllAt(h)), box.top);
    context.strokeStyle = color;
    context.lineWidth = look.scale;
    mark(context, px, box.top + box.height, 0, Math.min(0, py - box.top - box.height));
    if (layers.bound && trace.gap(h) > 0) {
      const top = Math.max(y.to(trace.nllAt(h) + trace.gap(h)), box.top);
      context.lineWidth = 3.5 * look.scale;
      mark(context, px, py, 0, top - py);
    }
    for (const [fill, r] of [[look.paper, 0.58 * em], [color, 0.42 * em]]) {
      context.fillStyle = fill;
      this._dot(px, py, r, name);
    }
  }

  _legend(box, look) {
    const { context } = this;
    const em = look.size * look.scale;
    const left = box.left + box.width - 8.2 * em;
    context.font = `${0.86 * em}px ${look.family}`;
    context.textAlign = "left";
    context.textBaseline = "middle";
    [["NLL", look.ink, []], ["bound (NLL + KL)", look.M, [6, 4]]].forEach(([text, color, dash], i) => {
      const y = box.top + (1 + 1.3 * i) * em;
      context.strokeStyle = color;
      context.lineWidth = 2 * look.scale;
      context.setLineDash(dash.map((length) => length * look.scale));
      mark(context, left - 2 * em, y, 1.6 * em, 0);
      context.setLineDash([]);
      context.fillStyle = look.soft;
      context.fillText(text, left, y);
    });
  }

  _startNote(trace, box, look) {
    const { context } = this;
    const em = look.size * look.scale;
    context.font = `${0.86 * em}px ${look.family}`;
    context.fillStyle = look.soft;
    context.textAlign = "left";
    context.textBaseline = "top";
    const text = `↑ start: ${trace.nll[0].toFixed(1)}`;
    const left = box.left + 1.6 * em;
    context.save();
    context.fillStyle = look.paper;
    context.fillRect(left - 0.2 * em, box.top + 0.3 * em, context.measureText(text).width + 0.4 * em, 1.1 * em);
    context.restore();
    context.fillText(text, left, box.top + 0.4 * em);
  }
}

export function shownHalfSteps(trace, h, layers) {
  if (!layers.zoom) return [0, Math.max(trace.last, 1)];
  const from = Math.max(0, Math.min(h - WINDOW, trace.last - 2 * WINDOW));
  return [from, Math.max(Math.min(from + 2 * WINDOW, trace.last), from + 1)];
}

// The start may be so bad that nothing else could be seen: then it is above the frame.
export function nllRange(trace, from, to, layers) {
  let low = Infinity;
  let high = -Infinity;
  const seen = (value) => {
    if (!Number.isFinite(value)) return;
    low = Math.min(low, value);
    high = Math.max(high, value);
  };
  const after = Math.max(from, 2);
  for (let h = Math.min(after, to); h <= to; h++) {
    seen(trace.nllAt(h));
    if (layers.bound) seen(trace.nllAt(h) + gapIfKnown(trace, h));
  }
  const room = Math.max(high - low, 1e-9 * Math.abs(high), 1e-9);
  const start = from < 2 ? trace.nll[0] : -Infinity;
  const clipped = start - low > 4 * room && to > 2;
  high = clipped ? high + 0.25 * room : Math.max(high, start);
  if (high - low < 1e-6) [low, high] = [low - 0.5, high + 0.5];
  return { low, high, clipped };
}

function gapIfKnown(trace, h) {
  const effective = trace.effective(h);
  return effective % 2 || trace.own.size ? trace.gap(h) : trace.gaps[effective >> 1];
}

// Computes gaps near the marker first, and stops when the frame has no more time.
function computeGaps(trace, from, to, h) {
  const begun = performance.now();
  trace.gap(h);
  for (let distance = 1; distance <= to - from; distance++) {
    for (const other of [h - distance, h + distance]) {
      if (other < Math.max(from, 1) || other > to || !Number.isNaN(gapIfKnown(trace, other))) continue;
      trace.gap(other);
      if (performance.now() - begun > GAP_MILLISECONDS) return false;
    }
  }
  return true;
}
