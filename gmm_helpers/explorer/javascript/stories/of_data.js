// Stories about data: where EM is slow or fast, and where the model is wrong. Their numbers are held
// by tests/explorer/test_js_stories.py.

import { OWN_POINTS, OWN_START } from "../runs/choice.js";
import { ask, right, wrong } from "./story.js";

/** @typedef {import("./story.js").Story} Story */

// The mixture of the course: weights, means, lower triangles of the covariances.
const RECIPE = [
  [0.3, 0.2, 0.5],
  [1.2, 0.4, -4.4, 1.0, 4.1, -0.3],
  [0.8, -0.4, 1.0, 1.2, -0.8, 1.0, 1.2, 0.6, 3.0],
].flat();

/** @type {Story[]} */
export const OF_DATA = [
  {
    title: "Slow",
    sentence: "Three groups that overlap: even the true mixture would leave most samples in doubt.",
    choice: { data: "overlapping" },
    to: 1000,
    question: ask(
      "EM stops when the NLL changes by less than 0.000001. When will that be?",
      wrong("After about 10 iterations", "The first 10 do most of the work, but the NLL creeps on."),
      wrong(
        "After about 100 iterations",
        "At iteration 100 the NLL still falls, if only in the third decimal.",
      ),
      right(
        "Not within 500 iterations",
        "The more the components overlap, the less a sample says about which of them it belongs to.",
      ),
    ),
    seen:
      "After 10 iterations the NLL is 2054.63, after 500 it is 2049.65 and still falling. Only 2 % of the samples have " +
      "a responsibility above 0.99.",
  },
  {
    title: "Fast",
    sentence: "Three groups that are far apart, and in each of them one mean to start with.",
    choice: { data: "well separated", start: "k-means++" },
    to: 10,
    question: ask(
      "After how many iterations has EM converged?",
      right(
        "5",
        "As soon as each sample clearly belongs to one component, one M-step puts the components in place.",
      ),
      wrong("50", "Where groups are clear, EM needs few steps."),
      wrong("500", "Where groups are clear, EM needs few steps."),
    ),
    seen:
      "From iteration 3 on nearly all responsibilities are close to 0 or 1, and nothing is left to do: EM has " +
      "converged after 5 iterations, at NLL 2333.70.",
  },
  {
    title: "A wrong model",
    sentence: "The samples lie around a circle. No mixture of three Gaussians looks like that.",
    choice: { data: "ring", start: "k-means++" },
    to: 200,
    layers: { contours: true },
    question: ask(
      "How will EM tell that the model is wrong?",
      wrong("It will not converge", "It does: to a mixture that fits better than those around it."),
      wrong("It will fail", "EM fails where a component collapses. Here each has enough samples."),
      right(
        "Not at all",
        "EM only compares mixtures of three Gaussians with one another, never with anything else.",
      ),
    ),
    seen:
      "EM converges after 100 iterations, each component on a third of the circle, and says nothing. Seed 2 ends " +
      "elsewhere, at 2525.18 instead of 2527.54: it is the data that are symmetric, not the fit.",
  },
  {
    title: "A far sample",
    sentence:
      "The true mixture of the course and some of its samples. One more lies far away, at (−6, −4.35), at the lower left.",
    choice: { data: OWN_POINTS, start: OWN_START, own_start: RECIPE },
    points: { every: 6, of: "original", samples: [[-6, -4.35]] },
    to: 1,
    question: ask(
      "Which component takes most of the responsibility for it?",
      wrong(
        "1, whose mean is nearest",
        "It is 5.6 away, but component 1 is narrow: that is 9.5 standard deviations.",
      ),
      right(
        "2, whose mean is farthest",
        "It is 10.9 away, but component 2 is wide: that is 9.2 standard deviations. And its weight is larger.",
      ),
      wrong("All about the same", "All densities are tiny, but what counts is their ratio."),
    ),
    seen:
      "Component 2 takes 93 % of it, component 1 only 7 %. Far from all means, the widest component wins: distance " +
      "counts in standard deviations.",
  },
];
