// Stories about where EM starts, and where it therefore ends. Their numbers are held by
// tests/explorer/test_js_stories.py.

import { ask, right, wrong } from "./story.js";

/** @type {Story[]} */
export const OF_STARTS = [
  {
    title: "A plateau",
    sentence: "EM has made 16 iterations. The last one lowered the NLL by 18.88, the next by only 0.85.",
    choice: {},
    from: 32,
    to: 100,
    question: ask(
      "What happens in the iterations that follow?",
      wrong(
        "Nothing much: it has converged",
        "A small step does not mean that the end is near. EM is on a plateau.",
      ),
      right(
        "The NLL falls slowly, then fast again",
        "Up to iteration 36 it falls by less than 1 per iteration, in iteration 44 by 6.45.",
      ),
      wrong("The NLL rises again", "An exact E-step and M-step never raise the NLL."),
    ),
    seen:
      "Components 0 and 1 share both groups on the right. Component 1 moves slowly to the right and leaves one group to " +
      "component 0: the NLL falls from 2359.57 in iteration 16 to 2302.74 in iteration 50, and ends at 2295.07.",
  },
  {
    title: "A poor optimum",
    sentence:
      "The data have three groups, and there are three components. Only the start is another one: seed 2.",
    choice: { seed: 2 },
    to: 662,
    question: ask(
      "From seed 0, EM ends at NLL 2295.07. And from here?",
      wrong("At the same NLL", "Then every start would do. EM only goes downhill from where it starts."),
      right(
        "At a higher NLL, and it stays there",
        "It is a local minimum of the NLL: no small step leads out of it.",
      ),
      wrong("It does not converge", "It does, after 331 iterations, but to a worse fit."),
    ),
    seen:
      "EM converges at NLL 2370.20, which is 75.13 above the run of seed 0 (in grey). Components 0 and 1 share " +
      "the group on the left, and component 2 covers the two others.",
    pinned: {},
  },
  {
    title: "A collapse",
    sentence: "Five components for three groups, and reg_covar = 0: nothing is added to the covariances.",
    choice: { n_components: 5, seed: 8, reg_covar: 0 },
    to: 69,
    question: ask(
      "What will become of the two components too many?",
      wrong(
        "Their weights become 0",
        "A component that is not needed does not have to go: it can fit very few samples very well.",
      ),
      right(
        "One shrinks onto very few samples, until EM fails",
        "Around two samples the density can become as high as you like: nothing holds it.",
      ),
      wrong(
        "They end on top of another component",
        "That can only last if they start equal, or get there exactly.",
      ),
    ),
    seen:
      "Component 0 keeps 2 of the 600 samples. Its ellipse is a needle without width. After iteration 34 its " +
      "covariance is singular, and the next E-step fails. A small reg_covar keeps such a covariance invertible.",
  },
  {
    title: "Label switching",
    sentence: "From seed 1 EM ends at NLL 2295.07, with the components 0, 1, 2 from left to right (in grey).",
    choice: { seed: 3 },
    to: 86,
    question: ask(
      "And from seed 3?",
      wrong("At another NLL, with other ellipses", "The fit is the same, to the last ellipse."),
      wrong(
        "The same ellipses with the same numbers",
        "Which component gets which group is decided by the start.",
      ),
      right(
        "The same ellipses, numbered otherwise",
        "Renumbering the components does not change the mixture, nor the NLL.",
      ),
    ),
    seen:
      "The same NLL, 2295.07, and the same ellipses, but from left to right they are now 2, 1, 0. The number of a " +
      "component means nothing.",
    pinned: { seed: 1 },
  },
  {
    title: "Symmetry",
    sentence: "All three components start equal: the same weight, the same mean, the same covariance.",
    choice: { start: "all means equal" },
    to: 4,
    question: ask(
      "How many of the three groups will they find?",
      wrong("All three", "Nothing tells the components apart, so nothing can pull them apart."),
      wrong("Two", "Nothing tells the components apart, so nothing can pull them apart."),
      right(
        "None: they stay equal",
        "Every sample gives 1/3 to each, so each M-step gives all three the same mean and covariance.",
      ),
    ),
    seen:
      "All responsibilities are 1/3. After 2 iterations EM has converged: three equal Gaussians on the mean of all " +
      "samples, NLL 2600.36, as with K = 1. EM does not break a symmetry by itself.",
  },
];

/** @typedef {import("./story.js").Story} Story */
