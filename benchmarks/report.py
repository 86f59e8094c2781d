"""How large the report of a class is, and how long a browser takes to open and to sort it.

    .venv/bin/python benchmarks/report.py                    60, 200 and 1,000 students
    .venv/bin/python benchmarks/report.py --students 3000

Prints one Markdown table, which belongs in docs/measurements.md. The results are made, not graded
(tests/support/made_class.py): everybody handed in all notebooks, answered most questions, made
mistakes that have names, and a tenth needs review. Needs Chromium.

- write: seconds from results to the text of both `report.json` and `report.html`.
- open: seconds from the begin of loading, from disk, to the end of the frame in which the first
  part of the page was painted and its scripts have run; the median of five.
- sort: milliseconds from a click on "attention" to the end of the frame that shows it.
- all: milliseconds from a click on "Show all" to the end of the frame with every student in it.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from support.made_class import made_class
from support.servers import browser

from gmm_helpers.grading.reports.class_page import report_page
from gmm_helpers.grading.reports.summary import summary_of

N_OPENED = 5
PAINTED = """() => new Promise((done) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => done(performance.now());
  port2.postMessage(0);
}))"""
CLICK = """([selector, text]) => {
  const buttons = [...document.querySelectorAll(selector)];
  const begun = performance.now();
  buttons.find((one) => one.textContent.includes(text))?.click();
  return begun;
}"""


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--students", type=int, nargs="+", default=[60, 200, 1000])
    options = parser.parse_args()
    heads = "students", "write, s", "report.json, MB", "report.html, MB", "open, s"
    print(f"| {' | '.join([*heads, 'sort, ms', 'all, ms'])} |\n|{'---|' * (len(heads) + 2)}")
    with tempfile.TemporaryDirectory() as folder, browser() as chromium:
        for n_students in options.students:
            page = Path(folder) / "report.html"
            made = made_class(n_students)
            begun = time.perf_counter()
            summary = summary_of(*made)
            as_json, as_page = json.dumps(summary, indent=1), report_page(summary)
            seconds = time.perf_counter() - begun
            page.write_text(as_page, encoding="utf-8")
            sizes = [f"{len(text.encode()) / 1e6:.2f}" for text in (as_json, as_page)]
            opened, ordered, all_shown = _in_browser(chromium, page)
            cells = f"{n_students:,}", f"{seconds:.2f}", *sizes, f"{opened / 1000:.2f}"
            print(f"| {' | '.join(cells)} | {ordered:.0f} | {all_shown:.0f} |", flush=True)
    return 0


def _in_browser(chromium, path: Path) -> tuple[float, float, float]:
    """Milliseconds to open, to sort, and to show all."""
    times = []
    for _ in range(N_OPENED):
        page = chromium.new_page(viewport={"width": 1280, "height": 900})
        page.goto(path.as_uri(), wait_until="commit")
        page.wait_for_load_state("load")
        opened = page.evaluate(PAINTED)
        begun = page.evaluate(CLICK, ["#all-students th button", "attention"])
        ordered = page.evaluate(PAINTED) - begun
        begun = page.evaluate(CLICK, ["#all-students + .more button", "Show"])
        times.append((opened, ordered, page.evaluate(PAINTED) - begun))
        page.close()
    opened, ordered, all_shown = (median(each) for each in zip(*times, strict=True))
    return opened, ordered, all_shown


if __name__ == "__main__":
    raise SystemExit(main())
