// Components that break down, and the sentences of gmm_helpers/model/degeneracy.py.

import { general } from "../numerics/numbers.js";

/**
 * What is wrong: a component is empty, its covariance is singular, rounded or has a negative
 * eigenvalue, it has collapsed; or a sample has no density under any component.
 * @typedef {"empty" | "singular" | "rounded" | "negative eigenvalue" | "collapsed" | "no density"}
 *   Kind
 */

/**
 * The sample that is so far from all others that beside it rounding hides their spread.
 * @typedef {{sample: number, feature: number, distance: number, usual: number}} FarSample
 */

/**
 * A feature in which rounding leaves no spread.
 * @typedef {{feature: number, level: number, constant: boolean}} FlatFeature
 */

/**
 * @typedef {object} Failure
 * @property {Kind} kind
 * @property {number} component -1 if it is of no component
 * @property {number} [value] count, smallest eigenvalue, or how far samples are apart
 * @property {number} [iteration] after which the parameters are these; 0 is the start
 * @property {number} [sample] the one without a density
 * @property {FarSample | null} [farSample] which has caused it
 * @property {FlatFeature | null} [flatFeature] which has caused it
 */

const ADVICE = "use fewer components (n_components), a larger reg_covar, or another start.";

/** @type {Record<Kind, (failure: Failure, value: string) => string>} */
const SENTENCES = {
  empty: (_, value) =>
    `is empty: its responsibilities sum to ${value} samples, so it has no mean and no covariance; ` +
    "use fewer components (n_components) or another start.",
  singular: ({ iteration }) =>
    "has a covariance that is singular up to rounding: it is flat in some direction, as when a component has shrunk onto " +
    "a point or a line, or is far longer than it is wide" +
    // Outside a run there is nothing to choose.
    (iteration === undefined ? "." : `; ${ADVICE}`),
  rounded: (_, value) =>
    `cannot be fitted: it is stretched over samples as far apart as ${value}, and beside such numbers rounding hides ` +
    "its spread in another direction; rescale X, for instance by taking logarithms, or fit groups of samples one by one.",
  "negative eigenvalue": (_, value) =>
    `has a covariance that is not positive definite (smallest eigenvalue ${value}): no covariance has a negative one, ` +
    "so check how it was computed.",
  collapsed: () =>
    "has collapsed: it has no spread left beyond rounding, as when it sits on a single point or on copies of one; " +
    ADVICE,
  "no density": () => "",
};

/**
 * A failure in one sentence, as Python says it.
 * @param {Failure} failure
 */
export function sentenceOf(failure) {
  if (failure.kind === "no density") {
    return (
      `sample ${failure.sample} is so far from every component that its log-density is not a finite number: ` +
      "rescale X, or start from means nearer to the data."
    );
  }
  const { component, iteration } = failure;
  const whens = iteration === 0 ? " in the start of EM" : ` in iteration ${iteration} of EM`;
  return `component ${component}${iteration === undefined ? "" : whens} ${whatOf(failure)}`;
}

/** @param {Failure} failure */
function whatOf(failure) {
  const { flatFeature, farSample } = failure;
  if (flatFeature) {
    const { feature, level, constant } = flatFeature;
    return constant
      ? `cannot be fitted: feature ${feature} is constant, so no component has a spread in it; remove this column of X.`
      : `cannot be fitted: feature ${feature} is so far from 0, around ${general(level, 3)}, that rounding hides its ` +
          "spread; subtract its mean from this column of X.";
  }
  if (farSample) {
    const { sample, feature, distance, usual } = farSample;
    return (
      `cannot be fitted: sample ${sample} is ${general(distance, 3)} away from the median of feature ${feature}, where ` +
      `samples are usually within ${general(usual, 3)} of it, and beside such numbers rounding hides an ordinary ` +
      "spread; correct or remove this sample, or rescale X, for instance by taking logarithms."
    );
  }
  return SENTENCES[failure.kind](failure, general(failure.value ?? NaN, 3));
}

/** A half-step cannot be done. */
export class StepFailure extends Error {
  /** @param {Failure} failure */
  constructor(failure) {
    super(sentenceOf(failure));
    this.failure = failure;
  }
}

/** A component no longer describes data. */
export class DegenerateComponent extends StepFailure {}
