"""The page on which students begin, before anything large is downloaded."""

from __future__ import annotations
from pathlib import Path


CONFIG = '<script id="jupyter-config-data" type="application/json" data-jupyter-lite-root=".">{}</script>'
def make(notebooks, site):
    return CONFIG + "".join(f'<li><a href="lab/index.html?path={p.name}">{p.name}</a>' for p in notebooks)
