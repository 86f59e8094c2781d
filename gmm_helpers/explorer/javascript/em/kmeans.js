// K-means: hard assignments and means, one half-step at a time.
//
// Half-steps are counted as those of EM: 0 is the start, 2i + 1 the assignment of iteration i + 1,
// 2i + 2 the update of its means. The means of an iteration are K x D numbers.

/** @typedef {import("./gaussians.js").Data} Data */

/**
 * A whole run. Labels are not kept: `assign` finds them again.
 * @typedef {object} KmeansRun
 * @property {number} K
 * @property {number} D
 * @property {Float64Array} means of iterations 0, 1, ...
 * @property {Float64Array} inertia of each of them, with the samples assigned to their nearest mean
 * @property {number} last the last half-step
 * @property {boolean} converged whether the last assignment changed no label
 */

const MAX_ITER = 300;

/**
 * The means of a mixture, as k-means starts from them.
 * @param {Float64Array} row
 * @param {number} K
 * @param {number} D
 */
export function meansOf(row, K, D) {
  return row.slice(K, K + K * D);
}

/**
 * Assign each sample to its nearest mean, the first of several; returns the inertia, which is the
 * sum of the squared distances.
 * @param {Data} data
 * @param {Float64Array} means
 * @param {number} K
 * @param {Int32Array} labels where to put them
 */
export function assign({ X, N, D }, means, K, labels) {
  let inertia = 0;
  for (let n = 0; n < N; n++) {
    let nearest = Infinity;
    for (let k = 0; k < K; k++) {
      let squared = 0;
      for (let i = 0; i < D; i++) {
        const difference = X[n * D + i] - means[k * D + i];
        squared += difference * difference;
      }
      if (squared < nearest) {
        nearest = squared;
        labels[n] = k;
      }
    }
    inertia += nearest;
  }
  return inertia;
}

/**
 * The means of the samples of each label. One that has no samples stays where it is.
 * @param {Data} data
 * @param {Int32Array} labels
 * @param {Float64Array} means the old ones
 * @param {number} K
 */
export function update({ X, N, D }, labels, means, K) {
  const counts = new Float64Array(K);
  const shifts = new Float64Array(K * D); // from the old means, so that nothing large is added up
  for (let n = 0; n < N; n++) {
    const at = labels[n] * D;
    counts[labels[n]] += 1;
    for (let i = 0; i < D; i++) shifts[at + i] += X[n * D + i] - means[at + i];
  }
  return means.map((value, at) => {
    const count = counts[Math.floor(at / D)];
    return count > 0 ? value + shifts[at] / count : value;
  });
}

/**
 * Run k-means until no label changes.
 * @param {Data} data
 * @param {Float64Array} start means
 * @param {number} K
 * @param {number} [maxIter]
 * @returns {KmeansRun}
 */
export function runKmeans(data, start, K, maxIter = MAX_ITER) {
  const { N, D } = data;
  let means = Float64Array.from(start);
  let labels = new Int32Array(N).fill(-1);
  const history = [means];
  const inertia = [assign(data, means, K, labels)];
  let converged = false;
  while (!converged && history.length <= maxIter) {
    const before = labels;
    means = update(data, labels, means, K);
    labels = new Int32Array(N);
    history.push(means);
    inertia.push(assign(data, means, K, labels));
    converged = labels.every((label, n) => label === before[n]);
  }
  const all = new Float64Array(history.length * K * D);
  history.forEach((each, i) => all.set(each, i * K * D));
  const last = Math.max(2 * history.length - 2, 1);
  return { K, D, means: all, inertia: Float64Array.from(inertia), last, converged };
}

/**
 * The run of the lowest inertia, the first of several.
 * @param {KmeansRun[]} runs
 */
export function bestKmeans(runs) {
  const inertiaOf = (/** @type {KmeansRun} */ run) => run.inertia[run.inertia.length - 1];
  return runs.reduce((best, run) => (inertiaOf(run) < inertiaOf(best) ? run : best));
}

/**
 * The share of samples whose label is right, with the labels matched to the components as well as
 * they can be; none more than once.
 * @param {ArrayLike<number>} labels
 * @param {ArrayLike<number>} truth
 * @param {number} K of both, at most 10 or so
 */
export function shareRight(labels, truth, K) {
  const common = Array.from({ length: K }, () => new Array(K).fill(0));
  for (let n = 0; n < labels.length; n++) common[labels[n]][truth[n]] += 1;
  // The best sum for the labels so far and each set of components that they are matched with.
  let best = new Map([[0, 0]]);
  for (const counts of common) {
    /** @type {Map<number, number>} */
    const next = new Map();
    for (const [taken, sum] of best) {
      for (let k = 0; k < K; k++) {
        const also = taken | (1 << k);
        if (also !== taken) next.set(also, Math.max(next.get(also) ?? 0, sum + counts[k]));
      }
    }
    best = next;
  }
  return Math.max(...best.values()) / labels.length;
}
