// All stories, in the order in which they are offered.

import { OF_DATA } from "./of_data.js";
import { OF_STARTS } from "./of_starts.js";

/** @typedef {import("./story.js").Story} Story */

export const STORIES = [...OF_STARTS, ...OF_DATA];
