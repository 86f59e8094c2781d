// What the bundle exports: to anywidget what it asks for, `open` to a page on disk, and `serve` to
// its own worker.

import { initialize, open, render } from "./mount.js";
import { serve } from "../runs/worker.js";

export default { initialize, render };
export { open, serve };
