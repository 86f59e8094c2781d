"""Pictures and the places in them, in pixels."""

from __future__ import annotations

import base64
import io
import math
from dataclasses import dataclass

from PIL import Image

from gmm_helpers.questions import Place, Point

__all__ = ["Plane", "Zone", "bytes_of"]

LARGEST = 600, 400  # pixels; Moodle shrinks a larger one, and does not move the zones in it
N_CORNERS = 36  # of what is not quite a circle


@dataclass(frozen=True)
class Zone:
    """A circle, by its centre and its radius; or a polygon, by its corners."""

    centre: tuple[int, int]
    radius: int
    corners: tuple[tuple[int, int], ...] = ()


def bytes_of(picture: dict) -> bytes:
    """The PNG of a picture."""
    return base64.b64decode(picture["png"])


class Plane:
    """The picture of a point to click, no larger than every system shows it.

    Systems differ in whether they count pixels of the file or of the page, so here both are the
    same.
    """

    def __init__(self, answer: Point):
        self._answer = answer
        width, height = answer.picture["width"], answer.picture["height"]
        scale = min(1, LARGEST[0] / width, LARGEST[1] / height)
        self.width, self.height = round(scale * width), round(scale * height)

    def png(self) -> bytes:
        """The picture in this size."""
        pixels = Image.open(io.BytesIO(bytes_of(self._answer.picture))).convert("RGB")
        buffer = io.BytesIO()
        resized = pixels.resize((self.width, self.height), Image.Resampling.LANCZOS)
        resized.save(buffer, format="PNG", optimize=True)
        return buffer.getvalue()

    def pixel(self, x: float, y: float) -> tuple[int, int]:
        """Where a point of the axes lies, from the upper left corner."""
        left, bottom, width, height = self._answer.box
        x0, x1, y0, y1 = self._answer.limits
        u = left + width * (x - x0) / (x1 - x0)
        v = bottom + height * (y - y0) / (y1 - y0)
        return round(u * self.width), round((1 - v) * self.height)

    def zone(self, place: Place) -> Zone:
        """All pixels of a place: a circle, if both axes have the same scale."""
        _, _, width, height = self._answer.box
        x0, x1, y0, y1 = self._answer.limits
        across = place.within * abs(width * self.width / (x1 - x0))
        along = place.within * abs(height * self.height / (y1 - y0))
        centre = self.pixel(place.x, place.y)
        if abs(across - along) <= 1:
            return Zone(centre, max(1, round((across + along) / 2)))
        angles = [2 * math.pi * i / N_CORNERS for i in range(N_CORNERS)]
        corners = tuple(
            (round(centre[0] + across * math.cos(a)), round(centre[1] + along * math.sin(a)))
            for a in angles
        )
        return Zone(centre, round(max(across, along)), corners)
