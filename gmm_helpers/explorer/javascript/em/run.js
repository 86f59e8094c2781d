// A run of EM, iteration by iteration, as in gmm_helpers/explorer/runs.py.
//
// Half-step 0 is the start, 2i + 1 the E-step of iteration i + 1, 2i + 2 its M-step. A run is plain
// data, so that it can be sent to and from a worker; what is needed to go on with it stays here.

import { collapsedComponent, failureInRun } from "./causes.js";
import { DegenerateComponent, sentenceOf, StepFailure } from "./failures.js";
import { rowLength } from "./gaussians.js";
import { eStep, mStep } from "./steps.js";

/** @typedef {import("./gaussians.js").Data} Data */
/** @typedef {import("./failures.js").Failure} Failure */

/**
 * @typedef {object} Run
 * @property {number} K
 * @property {number} D
 * @property {Float64Array} params rows of iterations 0, 1, ...
 * @property {Float64Array} nll of each row; NaN where there is none
 * @property {"running" | "converged" | "max_iter" | "stopped" | "failed"} ended
 * @property {number} last the last half-step; if it failed, it changed nothing
 * @property {Failure | null} failure
 * @property {string} message the failure in a sentence
 * @property {number[]} rises M half-steps after which the NLL is higher than before
 */

/** @typedef {{regCovar?: number, tol?: number, maxIter?: number}} Options */

/**
 * @typedef {object} Work
 * @property {Data} data
 * @property {Required<Options>} options
 * @property {Float64Array} responsibilities of the last E-step
 * @property {Float64Array} params with room for more rows
 * @property {Float64Array} nll with room for more
 * @property {number} n how many rows there are
 */

export const MAX_ITER = 500;
export const TOL = 1e-6; // nats
const REG_COVAR = 1e-6;
const RISE = 1e-3; // nats; less is rounding, or the ridge of regCovar
const ROOM = 64; // rows at first

/** @type {WeakMap<Run, Work>} */
const works = new WeakMap();

/**
 * A run that has not begun: it has its start, and no NLL.
 * @param {Data} data
 * @param {Float64Array} row
 * @param {number} K
 * @param {Options} [options]
 * @returns {Run}
 */
export function beginRun(data, row, K, { regCovar = REG_COVAR, tol = TOL, maxIter = MAX_ITER } = {}) {
  const { N, D } = data;
  const params = new Float64Array(ROOM * row.length);
  params.set(row);
  const work = {
    data,
    options: { regCovar, tol, maxIter },
    responsibilities: new Float64Array(N * K),
    params,
    nll: new Float64Array(ROOM),
    n: 1,
  };
  /** @type {Run} */
  const run = {
    K,
    D,
    params: params.subarray(0, row.length),
    nll: work.nll.subarray(0, 0),
    ended: "running",
    last: 0,
    failure: null,
    message: "",
    rises: [],
  };
  works.set(run, work);
  return run;
}

/**
 * Goes on with a run until it has ended or the time has come, for one iteration at least.
 * @param {Run} run which is changed; begun here, not a copy of one
 * @param {number} [until] as `performance.now()` counts
 * @returns {Run} the same
 */
export function advance(run, until = Infinity) {
  const work = works.get(run);
  if (run.ended !== "running" || !work) return run;
  if (run.nll.length === 0) stepE(run, work);
  do {
    if (run.ended === "running" && stepM(run, work)) stepE(run, work);
  } while (run.ended === "running" && (until === Infinity || performance.now() < until));
  show(run, work);
  if (run.ended !== "running") works.delete(run);
  return run;
}

/**
 * A whole run.
 * @param {Data} data
 * @param {Float64Array} row
 * @param {number} K
 * @param {Options} [options]
 */
export function wholeRun(data, row, K, options) {
  return advance(beginRun(data, row, K, options));
}

/**
 * @param {Run} run
 * @param {Work} work
 */
function stepE(run, { data, options, responsibilities, params, nll, n }) {
  const size = rowLength(run.K, run.D);
  const row = params.subarray((n - 1) * size, n * size);
  try {
    nll[n - 1] = eStep(data, row, run.K, responsibilities);
  } catch (error) {
    nll[n - 1] = NaN;
    fail(run, data, row, n - 1, error);
    return;
  }
  run.last = 2 * n - 1;
  const change = n > 1 ? nll[n - 1] - nll[n - 2] : 0;
  if (change > RISE + 1e-9 * Math.abs(nll[n - 2])) run.rises.push(2 * n - 2);
  if (n > 1 && Math.abs(change) < options.tol) run.ended = "converged";
  else if (n > options.maxIter) run.ended = "max_iter";
  // The E-step after the last M-step only serves to find its negative log-likelihood.
  if (run.ended !== "running") run.last = Math.max(2 * n - 2, 1);
}

/**
 * Whether it went well.
 * @param {Run} run
 * @param {Work} work
 */
function stepM(run, work) {
  const { data, options, responsibilities, n } = work;
  const size = rowLength(run.K, run.D);
  makeRoom(work, size);
  let failing = work.params.subarray((n - 1) * size, n * size);
  const row = work.params.subarray(n * size, (n + 1) * size);
  try {
    mStep(data, responsibilities, run.K, options.regCovar, row);
    failing = row;
    const component = collapsedComponent(row, run.K, run.D);
    if (component >= 0) throw new DegenerateComponent({ kind: "collapsed", component });
  } catch (error) {
    fail(run, data, failing, n, error);
    return false;
  }
  run.last += 1;
  work.n += 1;
  return true;
}

/**
 * @param {Run} run
 * @param {Data} data
 * @param {Float64Array} row
 * @param {number} iteration
 * @param {unknown} error
 */
function fail(run, data, row, iteration, error) {
  if (!(error instanceof StepFailure)) throw error;
  run.ended = "failed";
  run.last += 1;
  run.failure = failureInRun(error.failure, data, row, run.K, iteration);
  const sentence = sentenceOf(run.failure);
  run.message = run.failure.kind === "no density" ? sentence : sentence[0].toUpperCase() + sentence.slice(1);
}

/**
 * @param {Work} work
 * @param {number} size
 */
function makeRoom(work, size) {
  if (work.n < work.nll.length) return;
  work.params = grown(work.params, work.params.length + ROOM * size);
  work.nll = grown(work.nll, work.nll.length + ROOM);
}

/**
 * @param {Float64Array} values
 * @param {number} length
 */
function grown(values, length) {
  const more = new Float64Array(length);
  more.set(values);
  return more;
}

/**
 * @param {Run} run
 * @param {Work} work
 */
function show(run, { params, nll, n }) {
  run.params = params.subarray(0, n * rowLength(run.K, run.D));
  run.nll = nll.subarray(0, n);
}
