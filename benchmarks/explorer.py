"""Time from a key press to the new picture: the explorer, `interact` and a kept figure.

    .venv/bin/python benchmarks/explorer.py              about five minutes, with Chromium
    .venv/bin/python benchmarks/explorer.py --quick      few key presses, to check that it runs

A time begins with the timestamp that the browser gives the key press, and ends after the animation
frame in which the new picture is painted. Once the page has changed (an explorer says so in an
attribute of its element; elsewhere there is another image, already decoded), the benchmark waits
for the next requestAnimationFrame and for the first task after it. So every time includes up to 17
ms of waiting for the screen, whoever draws. Keys are pressed one after another, with a pause of
random length after each picture. Playing is measured by the time between pictures of different
half-steps, at 60 half-steps per second, as seen from frame to frame. The table belongs in
docs/measurements.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import sys
import tempfile
from contextlib import contextmanager
from datetime import date
from importlib.metadata import version
from pathlib import Path

import numpy as np
from explorer_cells import EXPLORERS, PEERS, write_notebook, write_pages

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from support import servers
from support.pages import RUN, Explorer, open_notebook, run_all

IN_PAGE = Path(__file__).with_name("key_to_picture.js")
PAUSE = 0.06, 0.14  # seconds between a picture and the next key
HEADINGS = (
    "what",
    "where",
    "n",
    "median, ms",
    "95th percentile, ms",
    "goal of the median, ms",
    "relative to ours",
)
PLACES = "page on disk", "JupyterLab", "Voila"  # of the explorer
# In milliseconds, for the explorer; the 95th percentile of a key press should be at most 20.
GOALS = {
    "half-step": 12,
    "another K": 12,
    "another seed": 12,
    "another start": 12,
    "other data": 12,
    "another reg_covar": 12,
    "drag, 600 samples": 1000 / 60,
    "play, 600 samples": 1000 / 60,
    "play, 10,000 samples": 1000 / 30,
    "atlas of 160 runs": 3000,
    "atlas, longest frame": 34,
    "first picture": 300,
}
# Choices that go to and fro: a label, and how many of its values are gone through.
CHOICES = {
    "another start": ("start", 4),
    "other data": ("data", 6),
    "another reg_covar": ("reg_covar", 4),
}
# Keys that lead to runs not computed before; the second of a pair only leads to the next pair.
NEW_K = [(key, "S") for key in ("K" * 6, "k" * 6) * 5]
NEW_SEEDS = [("S" * 19, "K"), ("s" * 19, "K"), ("S" * 19, "K")]


class Table:
    """What was measured, where, and how many milliseconds it took."""

    def __init__(self):
        self.times = {what: {} for what in GOALS}

    def add(self, what: str, where: str, times: list[float]):
        """Add a row, and report progress."""
        self.times[what][where] = times
        print(f"{what}, {where}: {np.median(times):.1f} ms", file=sys.stderr)

    def __str__(self) -> str:
        """As Markdown, with comparable rows next to each other."""
        rows = [HEADINGS, ("---", "---", *["---:"] * 5)]
        for what, places in self.times.items():
            ours = np.median(places[PLACES[0]])
            for where, times in places.items():
                median, high = np.percentile(times, [50, 95])
                peer = where not in PLACES
                last = ("", f"{median / ours:.1f} x") if peer else (f"{GOALS[what]:.0f}", "")
                rows.append((what, where, str(len(times)), f"{median:.1f}", f"{high:.1f}", *last))
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def timed(page, root, key: str, focused) -> float:
    """Press a key and return how long its picture took."""
    root.evaluate("(root) => window.benchmark.arm(root)")
    focused.press(key)
    milliseconds = page.evaluate("window.benchmark.measured")
    page.wait_for_timeout(1000 * random.uniform(*PAUSE))
    return milliseconds


def begin(shown: Explorer, **choice):
    """Choose something without measuring it: a page has one explorer for all measurements."""
    choice = {"data": "original", "n_components": 3, "seed": 0, "start": "identity", **choice}
    shown.root.evaluate("(root, choice) => root.explorer.choose(choice)", choice)
    shown.shows(**choice)
    shown.ended()
    shown.page.wait_for_timeout(300)


def steps(shown: Explorer, n: int) -> list[float]:
    """Half-steps forwards."""
    return [timed(shown.page, shown.root, "ArrowRight", shown.stage) for _ in range(n)]


def new_runs(shown: Explorer, rounds, n: int) -> list[float]:
    """Changes of K or seed to runs that have not been computed yet."""
    times = []
    for counted, between in rounds:
        for key in counted:
            times.append(timed(shown.page, shown.root, key, shown.stage))
            if len(times) == n:
                return times
        timed(shown.page, shown.root, between, shown.stage)
    return times


def choices(shown: Explorer, label: str, values: int, n: int) -> list[float]:
    """Changes of what is chosen from a list, by arrow keys, to the first values and back."""
    control = shown.part(label)
    control.select_option(index=0)
    shown.page.wait_for_timeout(300)
    keys = to_and_fro(0, 0, values - 1, n)
    down = {"ArrowRight": "ArrowDown", "ArrowLeft": "ArrowUp"}
    return [timed(shown.page, shown.root, down[key], control) for key in keys]


def dragging(shown: Explorer, n: int) -> list[float]:
    """Times between pictures while a mean is dragged: each is of another run."""
    shown.press("Home")
    shown.at(0)
    mouse = shown.page.mouse
    x, y = shown.place_of_mean(0)
    mouse.move(x, y)
    mouse.down()
    shown.root.evaluate("(root) => { root.draggedAt = window.benchmark.drawn(root); }")
    for i in range(n):
        mouse.move(x + 60 * np.sin(i / 5), y + 40 * np.sin(i / 7))
    times = shown.root.evaluate("(root) => root.draggedAt.stop()")
    mouse.up()
    return times


def atlas(shown: Explorer) -> tuple[list[float], list[float]]:
    """How long the atlas takes to be filled, and the longest frame meanwhile."""
    return tuple(shown.root.evaluate("(root) => window.benchmark.atlas(root)"))


def playing(shown: Explorer, n: int) -> list[float]:
    """Times between pictures at 60 half-steps per second, from the start."""
    shown.part("speed").select_option("60")
    shown.press("Home")
    shown.at(0)
    shown.press(" ")
    times = shown.root.evaluate("(root, n) => window.benchmark.pictures(root, n)", n)
    shown.press("Home")
    return times


def of_explorers(table: Table, where: str, explorers: list[Explorer], n: int):
    """Everything that is measured of explorers with 600 samples; a page on disk has but one."""
    half, k, seed, other = explorers
    table.add("half-step", where, steps(half, n))
    begin(k, n_components=2)
    table.add("another K", where, new_runs(k, NEW_K, n))
    begin(seed, start="random points")
    table.add("another seed", where, new_runs(seed, NEW_SEEDS, n))
    begin(other, start="random points")
    for what, (label, values) in CHOICES.items():
        table.add(what, where, choices(other, label, values, n))
    begin(other)
    table.add("drag, 600 samples", where, dragging(other, 3 * n))
    begin(half)
    table.add("play, 600 samples", where, playing(half, 3 * n))
    filled, longest = atlas(half)
    table.add("atlas of 160 runs", where, filled)
    table.add("atlas, longest frame", where, longest)


def of_notebook(table: Table, page, where: str, n: int):
    """The same where there is a kernel, and with many samples."""
    *explorers, large = (Explorer(page, at) for at in range(len(EXPLORERS)))
    of_explorers(table, where, explorers, n)
    table.add("play, 10,000 samples", where, playing(large, 3 * n))


def first_pictures(page, path: Path, n: int) -> list[float]:
    """From the load of a page to its picture."""
    times = []
    for _ in range(n):
        page.goto(path.as_uri())
        times.append(page.evaluate("window.benchmark.firstPicture"))
    return times


# Sliders of ipywidgets say where they are to screen readers, those of a kept figure are inputs.
WHERE = """(slider) => (slider.matches("input")
  ? [slider.value, slider.min, slider.max]
  : ["now", "min", "max"].map((of) => slider.getAttribute(`aria-value${of}`))).map(Number)"""


def of_peers(table: Table, page, n: int):
    """An `interact` cell and the kept figure, for the same changes."""
    names = {"interact": "`interact`", "kept": "kept figure"}
    sliders = page.locator(".jp-OutputArea [role=slider], .gmm-slider input")
    for at, name in enumerate(PEERS):
        slider = sliders.nth(at)
        slider.scroll_into_view_if_needed()
        root = slider.locator("xpath=ancestor::*[contains(@class, 'jp-Cell-outputWrapper')]")
        what, how = name.split(", ")
        what = what if what == "half-step" else f"another {what}"
        value, low, high = slider.evaluate(WHERE)
        keys = to_and_fro(value, low, high, n)
        table.add(what, names[how], [timed(page, root, key, slider) for key in keys])


def to_and_fro(value: int, low: int, high: int, n: int) -> list[str]:
    """Keys for a slider that turns back at its ends."""
    keys, step = [], 1
    for _ in range(n):
        if not low <= value + step <= high:
            step = -step
        value += step
        keys.append("ArrowRight" if step > 0 else "ArrowLeft")
    return keys


def where() -> str:
    """When and on what this was measured."""
    versions = {name: version(name) for name in ("jupyterlab", "voila", "ipywidgets", "anywidget")}
    return (
        f"{date.today().isoformat()}, {platform.machine()}, {os.cpu_count()} cores, load "
        f"{os.getloadavg()[0]:.1f}, Python {platform.python_version()}, "
        + ", ".join(f"{name} {number}" for name, number in versions.items())
    )


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="few presses, to check that it runs")
    n = 5 if parser.parse_args().quick else 50
    if not servers.CHROMIUM:
        print("Chromium is missing: install it (Debian, Ubuntu: apt install chromium).")
        return 1
    random.seed(0)
    with tempfile.TemporaryDirectory() as name, servers.browser() as chromium:
        folder = Path(name)
        heading = f"{where()}, Chromium {chromium.version}"
        table = Table()
        notebook = write_notebook(folder / "lab.ipynb", peers=True)
        path, many = write_pages(folder)
        with visit(chromium) as page:
            table.add("first picture", PLACES[0], first_pictures(page, path, n // 5))
            of_explorers(table, PLACES[0], [Explorer(page)] * 4, n)
        with visit(chromium) as page:
            page.goto(many.as_uri())
            table.add("play, 10,000 samples", PLACES[0], playing(Explorer(page), 3 * n))
        with servers.jupyterlab(folder, folder / "lab") as address, visit(chromium) as page:
            open_notebook(page, address, notebook.name)
            run_all(page)
            of_notebook(table, page, PLACES[1], n)
            of_peers(table, page, n)
        notebook = write_notebook(folder / "dashboard.ipynb", peers=False)
        with servers.dashboard(notebook, folder / "voila") as server, visit(chromium) as page:
            page.goto(server.address)
            of_notebook(table, page, PLACES[2], n)
    print(f"{heading}\n\n{table}")
    return 0


@contextmanager
def visit(chromium):
    """A page of a laptop's size, as a new visitor sees it."""
    context = chromium.new_context(viewport={"width": 1400, "height": 900})
    context.set_default_navigation_timeout(RUN)  # Voila runs the cells first
    context.add_init_script(path=IN_PAGE)
    yield context.new_page()
    context.close()


if __name__ == "__main__":
    sys.exit(main())
