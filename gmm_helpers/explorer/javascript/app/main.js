// What the bundle exports: to anywidget what it asks for, and `open` to a page on disk.

import { initialize, open, render } from "./mount.js";

export default { initialize, render };
export { open };
