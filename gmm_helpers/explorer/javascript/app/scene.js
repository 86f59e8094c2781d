// What is seen: read by all that draw and tell, changed by the explorer alone.

/**
 * @typedef {object} Scene
 * @property {import("../runs/choice.js").Choice} choice
 * @property {import("../runs/data.js").Data | null} data
 * @property {import("../runs/trace.js").Trace | null} trace the run of the choice
 * @property {number} h the half-step where one stands
 * @property {import("../runs/trace.js").Trace | null} dragged the run from where a component is dragged to
 * @property {import("../drawing/look.js").Layers} layers
 * @property {boolean} isPlaying
 * @property {boolean} canRun whether Python is there, for one's own functions
 */

export {};
