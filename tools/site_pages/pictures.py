"""Pictures in outputs: files of their own, in a frame that scrolls where a screen is narrow."""

from __future__ import annotations

import base64
import re

__all__ = ["without_data"]

IMAGE = re.compile(r'<img [^>]*?src="data:image/png;base64,([^"]+)"[^>]*>')
SOURCE = re.compile(r'src="data:image/png;base64,[^"]+"')
WIDTH = re.compile(r'width="(\d+)"')
WIDE = 600  # pixels: on a phone the words in such a picture could not be read


def without_data(html: str, name: str, *, up: int) -> tuple[str, dict[str, bytes]]:
    """Take the pictures out of HTML.

    Parameters
    ----------
    html : str
    name : str
        How the names of the files begin.
    up : int
        How many folders the page lies below the index.

    Returns
    -------
    html : str
        Which refers to files in ``_static/pictures``.
    pictures : dict of str to bytes
    """
    pictures: dict[str, bytes] = {}

    def replaced(match: re.Match) -> str:
        file = f"{name}-{len(pictures) + 1}.png"
        pictures[file] = base64.b64decode(match[1])
        image = SOURCE.sub(f'src="{"../" * up}_static/pictures/{file}"', match[0])
        width = WIDTH.search(image)
        wide = " gmm-wide" if width and int(width[1]) > WIDE else ""
        return f'<div class="gmm-picture{wide}">{image}</div>'

    return IMAGE.sub(replaced, html), pictures
