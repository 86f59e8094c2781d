"""Frames of a JSON header and raw numbers, of bounded length: what a worker reports."""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from typing import Any

from .values import MalformedError

__all__ = ["FrameReader", "frame"]

_LENGTHS = struct.Struct(">II")
MAX_HEADER = 2**16


def frame(header: dict[str, Any], buffers: Sequence[bytes] = ()) -> bytes:
    """Make a frame."""
    text = json.dumps(header).encode("ascii")
    return b"".join([_LENGTHS.pack(len(text), sum(map(len, buffers))), text, *buffers])


class FrameReader:
    """Cuts a stream into frames and never holds more than one frame and what was just read."""

    def __init__(self, max_payload: int):
        self._max_payload = max_payload
        self._held = bytearray()

    def add(self, data: bytes) -> None:
        """Take in what was read."""
        self._held += data

    def take(self) -> tuple[dict[str, Any], bytes] | None:
        """The next frame's header and numbers, or None if it is not complete yet.

        Raises `MalformedError` as soon as it is clear that this will not be a frame.
        """
        start = _LENGTHS.size
        if len(self._held) < start:
            return None
        n_header, n_payload = _LENGTHS.unpack_from(self._held)
        if n_header > MAX_HEADER or n_payload > self._max_payload:
            raise MalformedError("a report is too long")
        middle, end = start + n_header, start + n_header + n_payload
        if len(self._held) < end:
            return None
        header, payload = _parse(bytes(self._held[start:middle])), bytes(self._held[middle:end])
        del self._held[:end]
        return header, payload


def _parse(text: bytes) -> dict[str, Any]:
    try:
        header = json.loads(text)
    except (ValueError, RecursionError):
        raise MalformedError("a report is not JSON") from None
    if not isinstance(header, dict):
        raise MalformedError("a report is not a JSON object")
    return header
