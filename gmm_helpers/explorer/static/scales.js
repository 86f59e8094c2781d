// From numbers to pixels: ranges, round tick marks, and a plane of equal scales.

export function niceStep(extent, wanted) {
  const rough = extent / Math.max(wanted, 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= rough);
}

export function ticks(low, high, wanted) {
  if (!(high > low)) return [low];
  const step = niceStep(high - low, wanted);
  const marks = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) {
    marks.push(i * step || 0); // never -0
  }
  return marks;
}

export function tickText(value, step) {
  const below = -Math.floor(Math.log10(step) + 1e-9); // digits behind the point
  const above = Math.floor(Math.log10(Math.abs(value) || 1) + 1e-9); // and before it
  const short = Math.abs(value) < 1e6 && below <= 8;
  const text = short ? value.toFixed(Math.max(0, below)) : value.toExponential(Math.min(Math.max(above + below, 0), 12));
  return text.replace(/^-(0\.?0*)$/, "$1").replace("-", "−");
}

export function extent(values, stride, offset) {
  let low = Infinity;
  let high = -Infinity;
  for (let i = offset; i < values.length; i += stride) {
    low = Math.min(low, values[i]);
    high = Math.max(high, values[i]);
  }
  return [low, high];
}

// A scale from [low, high] to [from, to].
export function linear([low, high], [from, to]) {
  const factor = (to - from) / (high - low || 1);
  return {
    low,
    high,
    to: (value) => from + (value - low) * factor,
    back: (pixel) => low + (pixel - from) / factor,
  };
}

// Scales for both axes with the same length for a unit, all of the data inside a box of pixels.
export function equalScales(xs, ys, box, margin = 0.08) {
  const largest = Math.max(xs[1] - xs[0], ys[1] - ys[0], 1e-6 * Math.abs(xs[1]), 1e-9);
  const pad = margin * largest;
  const width = xs[1] - xs[0] + 2 * pad;
  const height = ys[1] - ys[0] + 2 * pad;
  const unit = Math.min(box.width / width, box.height / height);
  const around = (values, pixels) => {
    const middle = (values[0] + values[1]) / 2;
    return [middle - pixels / unit / 2, middle + pixels / unit / 2];
  };
  return {
    unit,
    x: linear(around(xs, box.width), [box.left, box.left + box.width]),
    y: linear(around(ys, box.height), [box.top + box.height, box.top]),
  };
}

// Lines of equal value on a grid, by marching squares: [x1, y1, x2, y2] for each piece, in grid
// coordinates.
export function contour(values, nx, ny, level) {
  const pieces = [];
  for (let j = 0; j < ny - 1; j++) {
    for (let i = 0; i < nx - 1; i++) {
      const at = j * nx + i;
      const corners = [values[at], values[at + 1], values[at + nx + 1], values[at + nx]];
      const crossings = [];
      for (let side = 0; side < 4; side++) {
        const a = corners[side] - level;
        const b = corners[(side + 1) % 4] - level;
        if (a < 0 === b < 0) continue;
        const t = a / (a - b);
        crossings.push([[i + t, j], [i + 1, j + t], [i + 1 - t, j + 1], [i, j + 1 - t]][side]);
      }
      for (let c = 0; c + 1 < crossings.length; c += 2) {
        pieces.push([...crossings[c], ...crossings[c + 1]]);
      }
    }
  }
  return pieces;
}
