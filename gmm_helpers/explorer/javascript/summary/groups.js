// Which components hold which groups, where it is known where the samples came from.

/** @typedef {import("../runs/trace.js").Trace} Trace */

const HOLDS = 0.25; // of a group's samples, for a component to hold a part of it
const MOST = 0.5; // of a group's samples, for a component to hold it as a whole

/**
 * @param {Trace} trace
 * @param {number} h
 * @returns {{shared: {group: number, components: number[]}[], joined: {component: number, groups: number[]}[]} | null}
 *   groups that several components share, and components that hold several groups; null if nothing is known
 */
export function groupsOf(trace, h) {
  const r = trace.responsibilities(h);
  const { components: labels, isPart } = trace.data;
  if (!r || !labels || isPart) return null;
  const { K } = trace;
  const G = labels.reduce((most, label) => Math.max(most, label), -1) + 1;
  const sums = Array.from({ length: G }, () => new Float64Array(K));
  const sizes = new Float64Array(G);
  labels.forEach((group, n) => {
    if (group < 0) return;
    sizes[group] += 1;
    for (let k = 0; k < K; k++) sums[group][k] += r[n * K + k];
  });
  const all = Array.from({ length: K }, (_, k) => k);
  const shared = sums
    .map((sum, group) => ({ group, components: all.filter((k) => sum[k] >= HOLDS * sizes[group]) }))
    .filter(({ components }) => components.length > 1);
  const joined = all
    .map((component) => ({
      component,
      groups: sums.flatMap((sum, group) => (sum[component] >= MOST * sizes[group] ? [group] : [])),
    }))
    .filter(({ groups }) => groups.length > 1);
  return { shared, joined };
}
