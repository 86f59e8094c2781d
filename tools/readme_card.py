"""Make docs/card.png: the card that a real mistake gets, as a browser shows it.

    python tools/readme_card.py

Needs Chromium (Debian: apt install chromium).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image, ImageChops

import gmm_helpers as gmm
from gmm_helpers.checks import check

PICTURE = Path(__file__).resolve().parent.parent / "docs" / "card.png"
WIDTH, HEIGHT, SCALE = 760, 900, 2
PAGE = '<!DOCTYPE html><meta charset="utf-8"><body style="font: 14px sans-serif">{card}</body>'


def e_step(X, weights, means, covariances):
    """Responsibilities, normalised over the wrong axis."""
    densities = np.exp(gmm.weighted_log_prob(X, weights, means, covariances))
    return densities / densities.sum(axis=0)


def main() -> int:
    """Write the picture; returns the exit status."""
    browser = shutil.which("chromium")
    if browser is None:
        print("Chromium is missing: install it (Debian, Ubuntu: apt install chromium).")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        page, shot = Path(folder) / "card.html", Path(folder) / "card.png"
        page.write_text(PAGE.format(card=check(e_step, seed=4821)._repr_html_()), encoding="utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        options += [f"--window-size={WIDTH},{HEIGHT}", f"--force-device-scale-factor={SCALE}"]
        subprocess.run(
            [browser, *options, f"--screenshot={shot}", page.as_uri()],
            check=True,
            capture_output=True,
        )
        whole = Image.open(shot).convert("RGB")
    white = Image.new("RGB", whole.size, "white")
    left, top, right, bottom = ImageChops.difference(whole, white).getbbox()
    pad = 4 * SCALE
    card = whole.crop((max(left - pad, 0), max(top - pad, 0), right + pad, bottom + pad))
    card.quantize(128).save(PICTURE, optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
