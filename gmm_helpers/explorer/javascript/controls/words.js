// What is said of a half-step, for the line under the pictures and for those who cannot see them.

import { iterationOf, nameOf } from "../runs/trace.js";

/** @typedef {import("../runs/trace.js").Trace} Trace */
/** @typedef {import("../drawing/look.js").Layers} Layers */

const DRAWN = /** @type {const} */ (["ellipses", "trails", "contours", "truth"]);
/** @type {Record<string, string>} */
const ENDS = {
  running: "still running",
  converged: "converged",
  max_iter: "not converged",
  stopped: "stopped",
  failed: "failed",
};

/** @param {number} value */
export function number(value) {
  if (!Number.isFinite(value)) return "not known";
  const text =
    Math.abs(value) >= 1e6 || (value !== 0 && Math.abs(value) < 0.005)
      ? value.toExponential(2)
      : value.toFixed(2);
  return text.replace("-", "−");
}

/**
 * What helps where Python has ended: a page that a server made of a notebook shows no cells.
 * @param {Element} element
 */
export function remedyAt(element) {
  return element.closest("[data-voila]") ? "reload the page" : "run the cell again";
}

/** @param {number} h */
export function announce(h) {
  const name = nameOf(h);
  return name === "start" ? "Start" : `${name}-step`;
}

/** @param {number} h */
function halfStep(h) {
  return `the ${nameOf(h)}-step of iteration ${iterationOf(h)}`;
}

/**
 * How a run ended; one that only shows the first E-step was never to converge.
 * @param {Trace} trace
 * @param {boolean} canRun
 * @param {number} h
 */
export function ending(trace, canRun = true, h = trace.last) {
  if (h !== trace.last) return trace.failed < 0 ? "" : `, fails at ${halfStep(trace.failed)}`;
  const { ended } = trace.run;
  if (ended === "running" && !canRun) return ", no more of this run was kept";
  return ended === "max_iter" && trace.last < 2 ? "" : `, ${ENDS[ended]}`;
}

/**
 * The curve of a run in words.
 * @param {Trace} trace
 * @param {string} marked where one stands
 */
export function curveInWords(trace, marked) {
  const known = trace.nll.filter(Number.isFinite); // of what failed, it is not
  const fails = trace.failed < 0 ? "" : `; EM fails at ${halfStep(trace.failed)}`;
  if (!known.length) return `The negative log-likelihood is not known${fails}.`;
  const [first, last] = [known[0], known[known.length - 1]].map(number);
  const count = known.length - 1;
  const over = `over ${count} iteration${count === 1 ? "" : "s"}, from ${first} to ${last}`;
  return `The negative log-likelihood ${over}${fails}; marked: ${marked}.`;
}

/**
 * @param {Trace} trace
 * @param {number} h
 */
export function weightsOf(trace, h) {
  const weights = Array.from(trace.row(h).subarray(0, trace.K), (weight) => weight.toFixed(2));
  return `weights ${weights.join(" · ")}`;
}

/**
 * A run that only shows the first E-step has no iterations to count.
 * @param {Trace} trace
 * @param {number} h
 */
export function position(trace, h) {
  if (trace.last < 2) return `NLL ${number(trace.nllAt(h))}`;
  const n = iterationOf(h);
  return `iteration ${n} of ${iterationOf(trace.last)}, NLL ${number(trace.nllAt(h))}`;
}

/**
 * @param {Trace} trace
 * @param {number} h
 * @param {boolean | undefined} boundShown
 */
export function explain(trace, h, boundShown) {
  const withBound = boundShown && !trace.data.isPart;
  if (h === trace.failed) return trace.run.message;
  const name = nameOf(h);
  if (name === "start") {
    const fails = trace.failed < 0 ? "" : ` EM fails at ${halfStep(trace.failed)}: ${trace.run.message}`;
    return `The starting parameters; no responsibilities have been computed yet.${fails}`;
  }
  const gap = withBound ? trace.gap(h) : NaN;
  if (name === "E") {
    if (trace.isOwn(h)) {
      const stays = gap > 1e-6 ? ` The bound stays ${number(gap)} above the NLL.` : "";
      return `Each sample is shared among the components as your e_step says, which is not the posterior.${stays}`;
    }
    const what = "Each sample is shared among the components as the mixture in the picture says.";
    return withBound ? `${what} The bound touches the NLL.` : what;
  }
  const change = trace.nllAt(h) - trace.nllAt(h - 2);
  const rises = trace.rises(h);
  const what = rises
    ? `The NLL rises by ${number(change)}: an exact M-step after an exact E-step never does that${ridge(trace, h)}.`
    : `Weights, means and covariances are fitted to these responsibilities; the NLL ${change < 0 ? `falls by ${number(-change)}` : "stays"}.`;
  const last =
    h === trace.last
      ? [trace.run.message, trace.judged.flaw]
          .filter(Boolean)
          .map((text) => ` ${text}`)
          .join("")
      : "";
  const bound = withBound
    ? ` These responsibilities are now out of date: the bound is ${number(gap)} above the NLL.`
    : "";
  return what + bound + last;
}

/**
 * @param {Trace} trace
 * @param {number} h
 */
function ridge(trace, h) {
  return trace.judged.ridged.includes(h)
    ? ` (but reg_covar = ${trace.regCovar} moves the M-step off its optimum)`
    : "";
}

/**
 * The picture in words.
 * @param {{ data: string }} choice
 * @param {Trace} trace
 * @param {number} h
 * @param {Layers} layers
 */
export function describe(choice, trace, h, layers) {
  const look = {
    blend: "in the blend of their responsibilities",
    hard: "in the colour of their most responsible component",
    pie: "as pies of their responsibilities where components share them",
    none: "in grey",
  };
  const colored = h === 0 ? "in grey" : look[layers.color];
  const drawn = DRAWN.filter((name) => layers[name]);
  return (
    `${trace.data.N} samples of the data ${choice.data} ${colored}, ${trace.K} component${trace.K > 1 ? "s" : ""}` +
    `${drawn.length ? ` with ${drawn.join(", ")}` : ""}. ${announce(h)}, ${position(trace, h)}.`
  );
}
