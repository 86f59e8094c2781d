"""Make docs/explorer.webp, the explorer while keys are pressed, and docs/explorer.png, one frame.

Nobody can stop an animation in a README. So it shows the frame, which links to the animation, and
that plays once. Run as ``python tools/readme_explorer.py``; needs Chromium.
"""

import io
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from gmm_helpers.explorer import EMExplorer

DOCS = Path(__file__).resolve().parent.parent / "docs"
TARGET, STILL = DOCS / "explorer.webp", DOCS / "explorer.png"
SHOWN = 8  # the frame that stands still: a few half-steps from the start, with trails
SIZE = {"width": 1000, "height": 656}
FLAGS = ["--no-sandbox", "--disable-gpu", "--force-prefers-reduced-motion"]
SLOW, FAST, REST = 900, 120, 2000  # milliseconds per frame
# Keys, how often each is pressed, and how long each picture is shown: half-steps one by one, then
# quickly, then the end; another seed; another K, from its start.
SCRIPT = [
    ("ArrowRight", 8, SLOW),
    ("ArrowRight", 40, FAST),
    ("End", 1, REST),
    ("Shift+S", 1, SLOW),
    ("End", 1, REST),
    ("Shift+K", 1, SLOW),
    ("Home", 1, SLOW),
    ("ArrowRight", 30, FAST),
    ("End", 1, REST),
]


# Waits until the new picture is on the screen.
DRAWN = "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))"


def main() -> int:
    """Press the keys, and write the picture."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        print("This needs Chromium: install it (Debian: apt install chromium).")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        explorer = EMExplorer(show=("ellipses", "trails"))
        path = explorer.save_html(Path(folder, "em.html"), text=False)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            frames = shot(browser.new_page(viewport=SIZE), path)
            browser.close()
    save(frames)
    print(f"Written: {TARGET.name}, {TARGET.stat().st_size / 1e6:.1f} MB, {len(frames)} frames")
    return 0


def shot(page: Page, path: Path) -> list[tuple[Image.Image, int]]:
    """Take a picture of each state, with the time for which it is shown."""
    page.goto(path.as_uri())
    page.locator(".emx-panels").focus()
    frames = [(picture(page), REST)]
    for key, times, shown in SCRIPT:
        for _ in range(times):
            page.keyboard.press(key)
            page.evaluate(DRAWN)
            frames.append((picture(page), shown))
    return frames


def picture(page: Page) -> Image.Image:
    """What the page shows."""
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def save(frames: list[tuple[Image.Image, int]]) -> None:
    """Write an animation that ends on its last frame, and the frame that stands for it."""
    first, *others = [image for image, _ in frames]
    durations = [shown for _, shown in frames]
    options = {"duration": durations, "loop": 1, "quality": 50, "method": 6}
    first.save(TARGET, save_all=True, append_images=others, **options)
    frames[SHOWN][0].save(STILL, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
