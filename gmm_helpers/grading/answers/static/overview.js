// The page that lists the questions of a class, with how far each is marked.

import { mountFiles, part, several, tellKeeping } from "./files.js";
import { Kept } from "./kept.js";
import { counted, readRows } from "./table.js";

const page = JSON.parse(part("data").textContent ?? "");
const kept = new Kept(page.session, page.earlier);

function show() {
  const counts = counted(kept.rows(readRows(kept.base()) ?? []));
  for (const exercise of page.exercises) {
    const count = counts.get(exercise) ?? 0;
    part(`marked-${exercise}`).textContent = count ? several(count, "student") : "–";
  }
  const open = kept.unsaved();
  part("unsaved").textContent = open ? `${several(open, "mark")} not saved` : "";
}

tellKeeping(kept);
mountFiles(kept, page.folder, show);
window.addEventListener("storage", show);
window.addEventListener("pageshow", show);
show();
